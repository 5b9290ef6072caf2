import { afterEach, expect, test } from "vitest";
import { type E2eWorld, EXAMPLES, startWorld, writesOf } from "./world.ts";

let world: E2eWorld;
afterEach(() => world.emulator.close());

test("a cancelled run says what it did, and the next run goes on from there", async () => {
  world = await startWorld(EXAMPLES, { timeScale: 20 });
  // So long that they still start when the next run comes to look, however slow the machine is.
  world.emulator.behave({ behaviour: { kind: "run", startSeconds: 300 } });
  const environment = { ...world.environment, DAGSTER_ECS_DEPLOY_CLOCK_SCALE: String(1 / 20) };
  const cancelled = await world.action({ environment, cancelWhen: /0 of 1 tasks running/ });
  expect(cancelled.exitCode).toBe(1);
  expect(cancelled.log).toContain("the run was interrupted while the rollout was going on");
  expect(cancelled.summary).toContain("interrupted");
  world.emulator.clearCalls();
  const next = await world.action({ environment, runNumber: 2 });
  expect(next.log).not.toContain("::error");
  expect(next.exitCode).toBe(0);
  expect(writesOf(world.emulator)).toEqual([]);
  // The rollouts of the cancelled run were waited for: their end is what this run is green for.
  const locations = JSON.parse(next.outputs.locations ?? "") as { action: string; status: string }[];
  expect(locations.map(({ action, status }) => `${action} ${status}`)).toEqual(Array(3).fill("none succeeded"));
});
