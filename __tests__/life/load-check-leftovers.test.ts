import { afterEach, beforeEach, expect, test } from "vitest";
import { pullRequestPayload } from "../e2e/pull-request-payload.ts";
import { type ActionStep, type ActionWorld, ONE_LOCATION, startActionWorld } from "./action.ts";
import { type AroundCall, killed } from "./world.ts";

// A load check whose code never ends, and whose run is gone before it could stop its task.

let world: ActionWorld;
beforeEach(async () => {
  world = await startActionWorld();
});
afterEach(() => world.close());

const INPUTS = { "load-check": "true", verify: "false", cluster: "dagster", "github-token": "" };
const push = (more: Partial<ActionStep> = {}): ActionStep => ({
  event: "push",
  payload: { ref: "refs/heads/main" },
  workspace: ONE_LOCATION,
  inputs: INPUTS,
  ...more,
});
const pull = (action: string, more: Partial<ActionStep> = {}): ActionStep => ({
  event: "pull_request",
  payload: pullRequestPayload(action),
  workspace: ONE_LOCATION,
  inputs: { ...INPUTS, "branch-deployments": "true", ...(action !== "closed" && { command: "apply" }) },
  ...more,
});

/** The process is gone when AWS has started the task. */
function dieInLoadCheck(): AroundCall {
  let isDead = false;
  return async (method, call) => {
    if (isDead) throw killed();
    const answer = await call();
    isDead = method === "ecs.runTask";
    if (isDead) throw killed();
    return answer;
  };
}

interface State {
  readonly tasks: readonly { readonly group: string; readonly lastStatus: string; readonly stoppedReason?: string }[];
  readonly taskDefinitions: readonly { readonly arn: string; readonly status: string }[];
}
const stateOf = (): State => world.emulator.state() as unknown as State;
const checksThatRun = () =>
  stateOf().tasks.filter(({ group, lastStatus }) => group.startsWith("family:") && lastStatus !== "STOPPED");

/** Seconds go by; the emulator's time is the world's. */
async function leaveTaskBehind(step: ActionStep): Promise<void> {
  world.emulator.behave({ launchedBy: "run", behaviour: { kind: "run" } });
  await world.action({ ...step, around: dieInLoadCheck() });
  world.emulator.clearBehaviours();
  expect(checksThatRun()).toHaveLength(1);
}

test("the next check of the location stops it, once it has run longer than any may", async () => {
  await leaveTaskBehind(push());
  const soon = await world.action(push());
  expect(soon.isGreen, soon.log).toBe(true);
  expect(checksThatRun()).toHaveLength(1);
  world.advance(3_600);
  const later = await world.action(push({ workspace: ONE_LOCATION.replace("name: etl }", "name: etl.two }") }));
  expect(later.isGreen, later.log).toBe(true);
  expect(later.log).toContain("stopped a load check that was left behind");
  world.advance(120);
  expect(checksThatRun()).toEqual([]);
});

test("it keeps no branch deployment from being removed", async () => {
  await leaveTaskBehind(pull("opened"));
  const closed = await world.action(pull("closed"));
  expect(closed.isGreen, closed.log).toBe(true);
  expect(closed.log).toContain("Nothing is left of the branch deployment of pull request 7.");
  expect(stateOf().taskDefinitions.filter(({ status }) => status === "ACTIVE")).toEqual([]);
  world.advance(120);
  expect(checksThatRun()).toEqual([]);
});

test("where it may not be stopped, its revision stays and is told", async () => {
  await leaveTaskBehind(pull("opened"));
  world.emulator.fail({ operation: "StopTask", effect: { kind: "accessDenied" } });
  const closed = await world.action(pull("closed"));
  expect(closed.log).toContain("1 revision stays, because something still uses it");
});
