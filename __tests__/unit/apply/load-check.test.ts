import { ListTasksCommand, StopTaskCommand } from "@aws-sdk/client-ecs";
import { expect, test } from "vitest";
import { type RolloutWorld, type ShownRun, startRolloutWorld } from "./rollout-world.ts";

const SIDECAR = `server_sidecar_containers:
  - { name: proxy, image: "public.ecr.aws/example/proxy:1", essential: true }`;

/** A first deployment with a load check that fails. */
async function deploy(world: RolloutWorld, inputs: Readonly<Record<string, string>> = {}): Promise<ShownRun> {
  const run = await world.deploy("v1", { "load-check": "true", ...inputs });
  expect(run.isGreen).toBe(false);
  return run;
}

/** What is said of it. */
async function check(world: RolloutWorld, inputs?: Readonly<Record<string, string>>): Promise<string> {
  const run = await deploy(world, inputs);
  return run.annotations.map(({ message }) => message).join("\n");
}

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
  world.at(30, async () => {
    const { taskArns = [] } = await world.ecs.send(new ListTasksCommand({ cluster: "dagster" }));
    expect(taskArns).toHaveLength(1);
    const [task] = taskArns;
    await world.ecs.send(new StopTaskCommand({ cluster: "dagster", task, reason: "too expensive" }));
  });
  expect(await check(world)).toContain(
    "The load check was cut short: its task was stopped from outside: too expensive. The service was not touched.",
  );
});

test("code that never ends loading is told with what it wrote, and with the settings that bound it", async () => {
  const world = await startRolloutWorld({ startupTimeout: 60, ecsTimeout: 120 });
  world.behave("v1", { kind: "run", logs: ["connecting to warehouse.internal:5432"] });
  const run = await deploy(world);
  expect(run.annotations.map(({ message }) => message)).toEqual([
    "The load check did not end within 180 seconds (`ecs_timeout` and `server_process_startup_timeout`): its task is RUNNING. Raise `server_process_startup_timeout` if the code takes longer to load. The service was not touched.",
  ]);
  expect(run.log).toContain("connecting to warehouse.internal:5432");
  expect(run.summary).toContain("connecting to warehouse.internal:5432");
});

test("a task that does not get ready is no code that does not load", async () => {
  const world = await startRolloutWorld();
  world.behave("v1", { kind: "neverStarts" });
  expect(await check(world, { "wait-timeout-minutes": "1" })).toBe(
    "The load check did not end within 1 minute (`wait-timeout-minutes`): its task is PENDING. Raise `wait-timeout-minutes` if pulling the image or placing the task takes longer. The service was not touched.",
  );
});

test("a task that finds no room is waited for, and said to be", async () => {
  const world = await startRolloutWorld();
  world.behave("v1", { kind: "noCapacity" });
  const run = await deploy(world);
  expect(run.annotations.map(({ message }) => message)).toEqual([
    "The load check could not start: ECS could not place the task: Capacity is unavailable at this time. Please try again later or in a different availability zone. The service was not touched.",
  ]);
  expect(run.log.match(/etl: load check waits for capacity/g)).toHaveLength(1);
});

test("a permission that is missing is said with what to do, and whole sentences", async () => {
  const world = await startRolloutWorld();
  world.emulator.fail({ operation: "DescribeTasks", effect: { kind: "accessDenied" } });
  expect(await check(world)).toBe(
    "The load check did not end: the task could not be watched: arn:aws:sts::123456789012:assumed-role/deploy/session has no permission for ecs:DescribeTasks on *. Allow ecs:DescribeTasks in the IAM policy of the role; the policies this action needs are in its documentation. The service was not touched.",
  );
});
