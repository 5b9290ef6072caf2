import { afterEach, beforeEach, expect, test } from "vitest";
import { pullRequestPayload } from "../e2e/pull-request-payload.ts";
import { type ActionShown, type ActionStep, type ActionWorld, ONE_LOCATION, startActionWorld } from "./action.ts";
import { createHolds } from "./holds.ts";

// A pull request that closes and opens again while its workflow has no concurrency group.

let world: ActionWorld;
beforeEach(async () => {
  world = await startActionWorld();
});
afterEach(() => world.close());

/** Without a token GitHub is not asked whether it is open: the events say so. */
const INPUTS = { "branch-deployments": "true", "github-token": "", cluster: "dagster", verify: "false" };

const pull = (action: string, more: Partial<ActionStep> = {}): ActionStep => ({
  event: "pull_request",
  payload: pullRequestPayload(action),
  workspace: ONE_LOCATION,
  inputs: { ...INPUTS, ...(action !== "closed" && { command: "apply" }) },
  ...more,
});

/** What `pr-7` runs on, and which of its revisions are ACTIVE. */
function runs(): { readonly on: string | undefined; readonly active: readonly string[] } {
  const { services, taskDefinitions } = world.emulator.state() as {
    services: readonly { name: string; status: string; taskDefinition: string }[];
    taskDefinitions: readonly { arn: string; status: string }[];
  };
  const service = services.find(({ name, status }) => name.includes("pr-7") && status === "ACTIVE");
  return {
    on: service?.taskDefinition,
    active: taskDefinitions.filter(({ status }) => status === "ACTIVE").map(({ arn }) => arn),
  };
}

/** Closes the pull request; it opens again, to the end, when the removal has come to the call. */
async function reopenDuringRemoval(method: string, when: "before" | "after"): Promise<ActionShown> {
  expect((await world.action(pull("opened"))).isGreen).toBe(true);
  const holds = createHolds();
  const held = when === "before" ? holds.hold(method) : holds.holdAfter(method);
  const closing = world.action(pull("closed", { around: holds.around }));
  await held.reached;
  const reopened = await world.action(pull("reopened"));
  expect(reopened.isGreen, reopened.log).toBe(true);
  held.release();
  return closing;
}

test("a revision that is taken up again while others are deregistered stays", async () => {
  const closed = await reopenDuringRemoval("ecs.describeTasksOfFamily", "after");
  const { on, active } = runs();
  expect(on).toBeDefined();
  expect(active).toContain(on);
  expect(closed.isGreen).toBe(false);
  expect(closed.summary).toContain("was created anew while this run removed the rest of it");
});

test("a removal that comes between does not say that nothing is left", async () => {
  const closed = await reopenDuringRemoval("ecs.deregisterTaskDefinition", "before");
  expect(runs().on).toBeDefined();
  expect(closed.isGreen).toBe(false);
  expect(closed.log).not.toContain("Nothing is left");
  expect(closed.summary).toContain("was created anew while this run removed the rest of it");
});
