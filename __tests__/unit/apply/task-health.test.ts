import { describe, expect, test } from "vitest";
import { judgeTasks, watchedContainers } from "../../../src/apply/task-health.ts";
import type { EcsTask } from "../../../src/model/aws-shapes.ts";

const CHECK = { command: ["CMD-SHELL", "dagster api grpc-health-check -p 4000"] };

const WATCHED = watchedContainers({
  containerDefinitions: [
    { name: "dagster", healthCheck: CHECK },
    { name: "proxy", essential: true },
    { name: "log-router", essential: false, healthCheck: CHECK },
    { name: "off", essential: true, healthCheck: { command: ["NONE"] } },
  ],
});

type Container = NonNullable<EcsTask["containers"]>[number];

function task(changes: Readonly<Record<string, Partial<Container>>> = {}, rest: Partial<EcsTask> = {}): EcsTask {
  return {
    lastStatus: "RUNNING",
    desiredStatus: "RUNNING",
    containers: ["dagster", "proxy", "log-router", "off"].map((name) => ({
      name,
      lastStatus: "RUNNING",
      healthStatus: name === "dagster" ? "HEALTHY" : "UNKNOWN",
      ...changes[name],
    })),
    ...rest,
  };
}

test("a container is essential unless it says otherwise, and checked unless its check is turned off", () => {
  expect(WATCHED).toEqual({ essential: ["dagster", "proxy", "off"], checked: ["dagster"] });
  expect(watchedContainers({})).toEqual({ essential: [], checked: [] });
});

describe("judgeTasks", () => {
  const cases: readonly [string, readonly EcsTask[], number, object][] = [
    ["every essential container runs", [task()], 1, { kind: "running" }],
    [
      "a sidecar that is not essential has stopped",
      [task({ "log-router": { lastStatus: "STOPPED", exitCode: 1, healthStatus: "UNHEALTHY" } })],
      1,
      { kind: "running" },
    ],
    [
      "an essential container has stopped",
      [task({ proxy: { lastStatus: "STOPPED", exitCode: 2 } })],
      1,
      {
        kind: "not-running",
        reason: "0 of 1 tasks running: the essential container proxy has stopped with exit code 2",
      },
    ],
    [
      "an essential container waits for another one",
      [task({ off: { lastStatus: "PENDING" } })],
      1,
      { kind: "not-running", reason: "0 of 1 tasks running: the essential container off is PENDING" },
    ],
    [
      "one of two is not HEALTHY",
      [task(), task({ dagster: { healthStatus: "UNKNOWN" } })],
      2,
      { kind: "unhealthy", reason: "1 of 2 tasks HEALTHY: the container dagster is UNKNOWN" },
    ],
    [
      "a task is being stopped",
      [task({}, { desiredStatus: "STOPPED" })],
      1,
      { kind: "not-running", reason: "0 of 1 tasks running" },
    ],
    [
      "the image is being pulled",
      [task({}, { lastStatus: "PENDING", pullStartedAt: new Date() })],
      1,
      { kind: "not-running", reason: "0 of 1 tasks running: a task is PENDING and pulls its image" },
    ],
    ["there is no task", [], 2, { kind: "not-running", reason: "0 of 2 tasks running: ECS has started no task" }],
    ["more than wanted", [task(), task()], 1, { kind: "running" }],
  ];
  test.each(cases)("%s", (_name, tasks, desired, expected) => {
    expect(judgeTasks(tasks, desired, WATCHED)).toEqual(expected);
  });
});
