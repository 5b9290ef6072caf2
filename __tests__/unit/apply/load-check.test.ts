import { ListTasksCommand, StopTaskCommand } from "@aws-sdk/client-ecs";
import { expect, test } from "vitest";
import { type RolloutWorld, startRolloutWorld } from "./rollout-world.ts";

const SIDECAR = `server_sidecar_containers:
  - { name: proxy, image: "public.ecr.aws/example/proxy:1", essential: true }`;

/** What is said of a first deployment with a load check. */
async function check(world: RolloutWorld): Promise<string> {
  const run = await world.deploy("v1", { "load-check": "true" });
  expect(run.isGreen).toBe(false);
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
