import { ListTasksCommand, StopTaskCommand } from "@aws-sdk/client-ecs";
import { describe, expect, test } from "vitest";
import { type RolloutWorld, type ShownRun, startRolloutWorld } from "./rollout-world.ts";

const SIDECAR = `server_sidecar_containers:
  - { name: proxy, image: "public.ecr.aws/example/proxy:1", essential: true }`;

/** What is said of a first deployment with a load check that fails. */
async function fail(world: RolloutWorld, inputs: Readonly<Record<string, string>> = {}): Promise<ShownRun> {
  const run = await world.deploy("v1", { "load-check": "true", ...inputs });
  expect(run.isGreen).toBe(false);
  return run;
}

/** Only the sentence. */
async function check(world: RolloutWorld, inputs: Readonly<Record<string, string>> = {}): Promise<string> {
  const { annotations } = await fail(world, inputs);
  return annotations.map(({ message }) => message).join("\n");
}

async function stopEveryTask({ ecs }: RolloutWorld): Promise<void> {
  const { taskArns = [] } = await ecs.send(new ListTasksCommand({ cluster: "dagster" }));
  expect(taskArns).toHaveLength(1);
  const [task] = taskArns;
  await ecs.send(new StopTaskCommand({ cluster: "dagster", task, reason: "too expensive" }));
}

/** Not longer than needed. */
const SHORT = { ecsTimeout: 60, startupTimeout: 30 };

test("code that does not load", async () => {
  const world = await startRolloutWorld();
  world.behave("v1", { kind: "exit", exitCode: 1 });
  expect(await check(world)).toContain(
    "The code could not be loaded (`dagster definitions validate` exited with 1). The service was not touched.",
  );
});

test("a sidecar that ends first says nothing of the code", async () => {
  const world = await startRolloutWorld({ ecs: SIDECAR });
  world.emulator.behave({ container: "proxy", behaviour: { kind: "exit", exitCode: 3, afterSeconds: 2 } });
  expect(await check(world)).toContain(
    "The load check was cut short: the container proxy ended first, with exit code 3. The service was not touched.",
  );
});

test("nor does a person who stops the task", async () => {
  const world = await startRolloutWorld();
  world.behave("v1", { kind: "run" });
  world.at(30, () => stopEveryTask(world));
  expect(await check(world)).toContain(
    "The load check was cut short: its task was stopped from outside: too expensive. The service was not touched.",
  );
});

test("nor when that happens before its container has started", async () => {
  const world = await startRolloutWorld();
  world.behave("v1", { kind: "neverStarts" });
  world.at(30, () => stopEveryTask(world));
  expect(await check(world)).toContain(
    "The load check was cut short: its task was stopped from outside: too expensive. The service was not touched.",
  );
});

test("one that does not end is told with its log, and with the settings that give it more time", async () => {
  const world = await startRolloutWorld(SHORT);
  world.behave("v1", { kind: "run", logs: ["connecting to the warehouse ..."] });
  const { annotations, log, summary } = await fail(world);
  expect(annotations.map(({ message }) => message)).toEqual([
    "The load check did not end within 90 seconds (`ecs_timeout` and `server_process_startup_timeout`): its task is RUNNING. Raise `server_process_startup_timeout` if the code takes longer to load. The service was not touched.",
  ]);
  for (const text of [log, summary]) {
    expect(text).toContain("Task that is RUNNING");
    expect(text).toContain("connecting to the warehouse ...");
  }
});

test("one that does not start names the other setting, or the one that stands for both", async () => {
  const world = await startRolloutWorld(SHORT);
  world.behave("v1", { kind: "neverStarts" });
  expect(await check(world)).toContain(
    "its task is PENDING. Raise `ecs_timeout` if pulling the image or placing the task takes longer. The",
  );
  expect(await check(world, { "wait-timeout-minutes": "1" })).toContain(
    "did not end within 1 minute (`wait-timeout-minutes`): its task is PENDING. Raise `wait-timeout-minutes` if",
  );
});

test("a task that cannot be stopped is named", async () => {
  const world = await startRolloutWorld(SHORT);
  world.behave("v1", { kind: "run" });
  world.emulator.fail({ operation: "StopTask", effect: { kind: "accessDenied" } });
  expect(await check(world)).toMatch(
    /The service was not touched\. Its task [0-9a-f]{32} may still run, because it could not be stopped: .*ecs:StopTask/,
  );
});

describe("a check that cannot start leaves the service untouched, and the report says so", () => {
  const LEFT = ["Phase: load check, before the service is touched", "Service now: not created"];

  test("without the permission", async () => {
    const world = await startRolloutWorld();
    world.emulator.fail({ operation: "RunTask", effect: { kind: "accessDenied" } });
    const { annotations, summary } = await fail(world);
    expect(annotations.map(({ message }) => message).join()).toMatch(
      /^The load check could not start: .* has no permission for ecs:RunTask .*\. The service was not touched\. Allow ecs:RunTask/,
    );
    for (const text of LEFT) expect(summary).toContain(text);
  });

  test("without capacity until its time is over", async () => {
    const world = await startRolloutWorld(SHORT);
    world.behave("v1", { kind: "noCapacity" });
    const { annotations, log, summary } = await fail(world);
    expect(log.match(/etl: load check waits for capacity/g)).toHaveLength(1);
    expect(annotations.map(({ message }) => message).join()).toBe(
      "The load check could not start: ECS could not place the task: Capacity is unavailable at this time. Please try again later or in a different availability zone. The service was not touched.",
    );
    for (const text of LEFT) expect(summary).toContain(text);
  });
});

test("a permission that is missing is said with what to do, and whole sentences", async () => {
  const world = await startRolloutWorld();
  world.emulator.fail({ operation: "DescribeTasks", effect: { kind: "accessDenied" } });
  expect(await check(world)).toBe(
    "The load check did not end: the task could not be watched: arn:aws:sts::123456789012:assumed-role/deploy/session has no permission for ecs:DescribeTasks on *. Allow ecs:DescribeTasks in the IAM policy of the role; the policies this action needs are in its documentation. The service was not touched.",
  );
});
