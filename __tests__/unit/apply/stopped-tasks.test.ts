import { describe, expect, test } from "vitest";
import { describeTask, tellingTasks } from "../../../src/apply/stopped-tasks.ts";
import type { EcsTask } from "../../../src/model/aws-shapes.ts";
import type { JsonObject } from "../../../src/model/json.ts";
import type { LogsPort } from "../../../src/ports.ts";

const awslogs = { logDriver: "awslogs", options: { "awslogs-group": "/ecs", "awslogs-stream-prefix": "etl" } };
const BODY: JsonObject = {
  containerDefinitions: [
    { name: "dagster", logConfiguration: awslogs },
    { name: "proxy", logConfiguration: awslogs },
    { name: "metrics", essential: false, logConfiguration: awslogs },
    { name: "silent" },
  ],
};

type Container = NonNullable<EcsTask["containers"]>[number];

function task(containers: readonly Container[], rest: Partial<EcsTask> = {}): EcsTask {
  return {
    taskArn: "arn:aws:ecs:us-east-1:1:task/data/abc",
    lastStatus: "STOPPED",
    desiredStatus: "STOPPED",
    stopCode: "EssentialContainerExited",
    containers: [...containers],
    ...rest,
  };
}

/** Which containers' logs are shown of a task. */
async function shown(of: EcsTask, lines: LogsPort["lastLines"] = async () => ["line"]) {
  const report = await describeTask(
    { task: of, alike: 0 },
    { body: BODY, redact: (text) => text.replaceAll("s3cret", "(hidden)") },
    { lastLines: lines, groupExists: async () => true },
  );
  return { report, names: report.containers.filter(({ logLines }) => logLines.length > 0).map(({ name }) => name) };
}

describe("describeTask", () => {
  test.each<[string, EcsTask, readonly string[]]>([
    [
      "the one that ended with an error",
      task([
        { name: "dagster", exitCode: 1 },
        { name: "proxy", exitCode: 143 },
      ]),
      ["dagster"],
    ],
    [
      "not one that was not essential and ended well",
      task([
        { name: "dagster", exitCode: 2 },
        { name: "metrics", exitCode: 0 },
      ]),
      ["dagster"],
    ],
    [
      "the essential one that ended without an error",
      task([
        { name: "dagster", exitCode: 0 },
        { name: "metrics", exitCode: 0 },
      ]),
      ["dagster"],
    ],
    [
      "those that were asked to stop, when no other is to blame",
      task([
        { name: "dagster", exitCode: 143 },
        { name: "metrics", exitCode: 143 },
      ]),
      ["dagster"],
    ],
    ["none that did not run", task([{ name: "dagster", reason: "CannotPullContainerError: x" }]), []],
    [
      "of a task that is waited for, the essential ones that have started",
      task(
        [
          { name: "dagster", lastStatus: "RUNNING", healthStatus: "UNHEALTHY" },
          { name: "proxy", lastStatus: "PENDING" },
          { name: "metrics", lastStatus: "RUNNING" },
        ],
        { lastStatus: "RUNNING", desiredStatus: "RUNNING" },
      ),
      ["dagster"],
    ],
  ])("shows the log of %s", async (_name, of, expected) => {
    expect((await shown(of)).names).toEqual(expected);
  });

  test("tells what a task that has not stopped is doing", async () => {
    const containers = [
      { name: "dagster", lastStatus: "RUNNING", healthStatus: "UNHEALTHY" as const },
      { name: "proxy", lastStatus: "STOPPED", exitCode: 2 },
    ];
    const { report } = await shown(task(containers, { lastStatus: "RUNNING", desiredStatus: "RUNNING" }));
    expect(report).toMatchObject({
      lastStatus: "RUNNING",
      containers: [{ state: "RUNNING, UNHEALTHY" }, { exitCode: 2 }],
    });
    expect(report.containers[1]).not.toHaveProperty("state");
  });

  test("hides what must not be shown, and cuts a line that is too long", async () => {
    const of = task([{ name: "dagster", exitCode: 1, reason: "s3cret" }], { stoppedReason: "s3cret" });
    const { report } = await shown(of, async () => ["s3cret", "x".repeat(3_000)]);
    expect(JSON.stringify(report)).not.toContain("s3cret");
    expect(report.containers[0]?.logLines.map(({ length }) => length)).toEqual(["(hidden)".length, 2_001]);
  });

  test("says why there is no log", async () => {
    const problemOf = async (name: string, lines: LogsPort["lastLines"]) =>
      (await shown(task([{ name, exitCode: 1 }]), lines)).report.containers[0]?.logProblem;
    expect(await problemOf("silent", async () => [])).toBe("it does not log to CloudWatch Logs");
    expect(await problemOf("dagster", async () => [])).toBe("it wrote nothing to the log group /ecs");
    expect(await problemOf("dagster", async () => Promise.reject(new Error("no permission")))).toBe(
      "its log could not be read: no permission",
    );
  });
});

test("one task for each way of stopping, failures first, with how many are alike", () => {
  const pull = "CannotPullContainerError: i/o timeout";
  const transient = task([], { stopCode: "TaskFailedToStart", stoppedReason: pull });
  const crash = task([{ name: "dagster", exitCode: 1 }]);
  const other = task([{ name: "dagster", exitCode: 2 }]);
  const scaled = task([], { stopCode: "ServiceSchedulerInitiated", stoppedReason: "Scaling activity" });
  expect(tellingTasks([transient, scaled, crash, crash, other, crash])).toEqual([
    { task: crash, alike: 2 },
    { task: other, alike: 0 },
    { task: transient, alike: 0 },
  ]);
});

test("ways of stopping that differ in the ids of requests and addresses only are one", () => {
  const secret = (id: string, address: string) =>
    task([], {
      stopCode: "TaskFailedToStart",
      stoppedReason: `ResourceInitializationError: failed to fetch secret: RequestID: ${id}, dial tcp ${address}: refused`,
    });
  const first = secret("a87a66d9-f839-4353-b8c2-9984b1465695", "10.0.0.1:443");
  const second = secret("d45b80b7-7a19-49eb-8fd2-44305bb5e5d7", "10.0.2.17:443");
  expect(tellingTasks([first, second])).toEqual([{ task: first, alike: 1 }]);
});

test("the log of the agent that GuardDuty puts into a task is nobody's to read", async () => {
  const { report } = await shown(
    task([
      { name: "dagster", exitCode: 1 },
      { name: "aws-guardduty-agent-k2xvn", exitCode: 1 },
    ]),
  );
  expect(report.containers[1]).toEqual({ name: "aws-guardduty-agent-k2xvn", exitCode: 1, logLines: [] });
});
