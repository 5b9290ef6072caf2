import { expect, test } from "vitest";
import { FailedStops } from "../../../src/apply/failed-stops.ts";
import { steadyAfter } from "../../../src/apply/steadiness.ts";
import type { EcsDeployment, EcsService, EcsTask } from "../../../src/model/aws-shapes.ts";
import { createFakePorts } from "../live/fake-ports.ts";

const CREATED = new Date("2026-01-02T03:04:05Z");
const OURS: EcsDeployment = { id: "ecs-svc/1", createdAt: CREATED, desiredCount: 1, runningCount: 0, failedTasks: 0 };

function stopped(rest: Partial<EcsTask> = {}): EcsTask {
  return { startedBy: "ecs-svc/1", lastStatus: "STOPPED", stopCode: "EssentialContainerExited", ...rest };
}

function started(...counts: readonly number[]): EcsService {
  return {
    events: counts.map((count) => ({
      createdAt: CREATED,
      message: `(service x) has started ${count} tasks: (task y).`,
    })),
  };
}

function stopsOf(tasks: () => readonly EcsTask[]) {
  const { ports, calls } = createFakePorts({ ecs: { describeStoppedTasks: async () => tasks() } });
  const stops = new FailedStops(ports.ecs, { cluster: "data", service: "etl", ecsDeploymentId: "ecs-svc/1" });
  return { stops, calls };
}

test("a rollout that goes well is never asked about", async () => {
  const { stops, calls } = stopsOf(() => []);
  for (const look of [OURS, { ...OURS, pendingCount: 1 }, { ...OURS, runningCount: 1 }]) {
    expect(await stops.look(look, started(1))).toEqual([]);
  }
  expect(calls).toEqual([]);
});

test.each<[string, EcsDeployment, EcsService]>([
  ["ECS counts a failed task", { ...OURS, runningCount: 1, failedTasks: 1 }, started(1)],
  ["a task does not run any more", OURS, started(1)],
  ["another task was started, though ECS counts no failure", { ...OURS, runningCount: 1 }, started(1, 1)],
])("asked once when %s", async (_name, ours, service) => {
  const { stops, calls } = stopsOf(() => [stopped()]);
  await stops.look({ ...OURS, runningCount: 1 }, started(1));
  expect(await stops.look(ours, service)).toHaveLength(1);
  expect(await stops.look(ours, service)).toHaveLength(1);
  expect(calls).toHaveLength(1);
});

test("only failures of this deployment count, and a stopping task only once it has stopped", async () => {
  let tasks = [
    stopped({ taskArn: "a" }),
    stopped({ taskArn: "b", lastStatus: "DEACTIVATING" }),
    stopped({ startedBy: "ecs-svc/0" }),
    stopped({ stopCode: "UserInitiated" }),
    stopped({ stopCode: "TaskFailedToStart", stoppedReason: "RESOURCE:ENI" }),
  ];
  const { stops } = stopsOf(() => tasks);
  const ours = { ...OURS, failedTasks: 1 };
  expect((await stops.look(ours, started(1))).map(({ taskArn }) => taskArn)).toEqual(["a"]);
  tasks = [stopped({ taskArn: "a" }), stopped({ taskArn: "b" })];
  expect((await stops.look(ours, started(1))).map(({ taskArn }) => taskArn)).toEqual(["a", "b"]);
});

test("what could not be read is read at the next look", async () => {
  let isWell = false;
  const { ports } = createFakePorts({
    ecs: { describeStoppedTasks: async () => (isWell ? [stopped()] : Promise.reject(new Error("not well"))) },
  });
  const stops = new FailedStops(ports.ecs, { cluster: "data", service: "etl", ecsDeploymentId: "ecs-svc/1" });
  const ours = { ...OURS, failedTasks: 1 };
  await expect(stops.look(ours, started(1))).rejects.toThrow("not well");
  isWell = true;
  expect(await stops.look(ours, started(1))).toHaveLength(1);
});

test("a task must outlive by far those that failed before it", () => {
  const life = (seconds: number): EcsTask =>
    stopped({ startedAt: CREATED, stoppingAt: new Date(CREATED.getTime() + seconds * 1_000) });
  expect(steadyAfter([])).toBe(30_000);
  expect(steadyAfter([stopped(), life(2)])).toBe(30_000);
  expect(steadyAfter([life(2), life(60)])).toBe(120_000);
  expect(steadyAfter([life(3_600)])).toBe(300_000);
});
