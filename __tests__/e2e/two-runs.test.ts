import { readFile } from "node:fs/promises";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import type { ActionRun } from "../../demo/runner.ts";
import type { FaultRule } from "../../emulator/index.ts";
import { type E2eWorld, EXAMPLES, startWorld, writesOf } from "./world.ts";

/** Slow: a call that is held for a second of the machine must not be an hour of the emulator. */
const TIME_SCALE = 30;
const IMAGE = "123456789012.dkr.ecr.us-east-1.amazonaws.com/shared";
const COMMITS = { base: "1".repeat(40), older: "2".repeat(40), newer: "3".repeat(40) } as const;
const RUN_NUMBERS = { base: 1, older: 2, newer: 3 } as const;
type Name = keyof typeof COMMITS;

let world: E2eWorld;
/** dagster.yaml of the examples. */
let dagsterYaml: string;

beforeEach(async () => {
  dagsterYaml = await readFile(`${EXAMPLES}dagster.yaml`, "utf8");
  const options = { timeScale: TIME_SCALE, pageSize: 100 };
  world = await startWorld(
    { "dagster.yaml": dagsterYaml, "dagster_cloud.yaml": locations({ a: "1", b: "1" }) },
    options,
  );
  for (const tag of ["2", "3"]) {
    world.emulator.seed({ kind: "image", repository: "shared", tags: [tag], content: `shared ${tag}` });
  }
});
afterEach(() => world.emulator.close());

/** A location for each name, with the image's tag. */
function locations(tags: Readonly<Record<string, string>>): string {
  const entries = Object.entries(tags).map(
    ([name, tag]) =>
      `  - { location_name: ${name}, image: "${IMAGE}:${tag}", code_source: { module_name: ${name} } }\n`,
  );
  return `locations:\n${entries.join("")}`;
}

interface Commit {
  readonly tags: Readonly<Record<string, string>>;
  readonly launchType?: "EC2";
}

/** Runs the bundle as a run of its own, with an access key of its own. */
async function apply(
  name: Name,
  { tags, launchType }: Commit,
  step: { attempt?: number; inputs?: Record<string, string> } = {},
) {
  await world.write(`${name}/dagster_cloud.yaml`, locations(tags));
  await world.write(`${name}/dagster.yaml`, dagsterYaml.replace("FARGATE", launchType ?? "FARGATE"));
  return world.action({
    sha: COMMITS[name],
    runNumber: RUN_NUMBERS[name],
    runAttempt: step.attempt ?? 1,
    environment: {
      ...world.environment,
      AWS_ACCESS_KEY_ID: accessKeyOf(name),
      DAGSTER_ECS_DEPLOY_CLOCK_SCALE: String(1 / TIME_SCALE),
    },
    workspace: `${world.workspace}/${name}`,
    inputs: { verify: "false", ...step.inputs },
  });
}

const accessKeyOf = (name: Name): string => `AKIA${name.toUpperCase()}`;

/** Stops the first such call of a run until `release`. */
function hold(name: Name, operation: string, contains: string, rule: Partial<FaultRule> = {}): void {
  world.emulator.fail({
    service: "ecs",
    operation,
    contains,
    accessKeyId: accessKeyOf(name),
    times: 1,
    effect: { kind: "hold" },
    ...rule,
  });
}

const isHeld = (count = 1): Promise<void> =>
  vi.waitFor(() => expect(world.emulator.held()).toHaveLength(count), { timeout: 30_000, interval: 20 });

/** Waits until a run has made a call that AWS has accepted. */
function hasCalled(name: Name, operation: string, contains: string): Promise<void> {
  const calls = () =>
    world.emulator
      .calls({ operation })
      .filter(
        ({ accessKeyId, status, request }) =>
          accessKeyId === accessKeyOf(name) && status === 200 && JSON.stringify(request).includes(contains),
      );
  return vi.waitFor(() => expect(calls()).not.toEqual([]), { timeout: 30_000, interval: 20 });
}

function statusesOf(run: ActionRun): Readonly<Record<string, string>> {
  const ended = JSON.parse(run.outputs.locations ?? "[]") as { name: string; status: string }[];
  return Object.fromEntries(ended.map(({ name, status }) => [name, status]));
}

/** The newer run has won: it is green, everything is as it says, and a plan of the same is empty. */
async function expectNewerHasWon(newer: ActionRun, commit: Commit): Promise<void> {
  expect(newer.log).not.toContain("::error");
  expect(newer.exitCode).toBe(0);
  const plan = await apply("newer", commit, { attempt: 2, inputs: { command: "plan" } });
  expect(plan.outputs["has-changes"], plan.log).toBe("false");
  expect(plan.log).not.toContain("A newer run");
}

function expectSuperseded(older: ActionRun, statuses: Readonly<Record<string, string>>): void {
  expect(older.exitCode).toBe(1);
  expect(statusesOf(older)).toEqual(statuses);
  expect(older.log).toContain("run 3 of commit 333333333333 has taken over; this is run 2 of commit 222222222222");
  expect(older.summary).toContain("superseded by a newer run");
  expect(older.log).toContain("::error title=b%3A superseded");
}

const BOTH = { older: { tags: { a: "2", b: "2" } }, newer: { tags: { a: "3", b: "3" } } } as const;

describe("an older run after a newer one", () => {
  test("is refused with both runs and both commits, also as a later attempt, unless it is allowed", async () => {
    expect((await apply("newer", BOTH.newer)).exitCode).toBe(0);
    world.emulator.clearCalls();
    const refused = await apply("older", BOTH.older, { attempt: 2 });
    expect(refused.exitCode).toBe(1);
    expect(refused.log).toContain("run 3 of commit 333333333333 wrote the service a-prod-");
    expect(refused.log).toContain("this is run 2 (attempt 2) of commit 222222222222");
    expect(world.emulator.calls().filter(({ operation }) => /^(Create|Update|Register|Tag)/.test(operation))).toEqual(
      [],
    );
    const planned = await apply("older", BOTH.older, { inputs: { command: "plan" } });
    expect(planned.exitCode).toBe(0);
    expect(planned.log).toContain("A newer run has deployed this location: run 3 of commit 333333333333");
    const allowed = await apply("older", BOTH.older, { inputs: { "allow-downgrade": "true" } });
    expect(allowed.log).not.toContain("::error");
    expect(statusesOf(allowed)).toEqual({ a: "succeeded", b: "succeeded" });
  });
});

describe("two runs at once that update the same locations", () => {
  beforeEach(async () => {
    expect((await apply("base", { tags: { a: "1", b: "1" } })).exitCode).toBe(0);
  });

  test("the older one has planned, and the newer one deploys before it writes", async () => {
    hold("older", "RegisterTaskDefinition", "server_", { times: 2 });
    const older = apply("older", BOTH.older);
    await isHeld(2);
    const newer = await apply("newer", BOTH.newer);
    world.emulator.release();
    expectSuperseded(await older, { a: "superseded", b: "superseded" });
    const written = world.emulator.calls().filter(({ accessKeyId }) => accessKeyId === accessKeyOf("older"));
    expect(written.map(({ operation }) => operation)).not.toContain("UpdateService");
    expect(written.map(({ operation }) => operation)).not.toContain("TagResource");
    await expectNewerHasWon(newer, BOTH.newer);
  });

  test("the older one has written one location when the newer one comes", async () => {
    hold("older", "RegisterTaskDefinition", "server_acme_prod_b_");
    const older = apply("older", BOTH.older);
    await hasCalled("older", "UpdateService", '"a-prod-');
    await isHeld();
    const newer = apply("newer", BOTH.newer);
    await hasCalled("newer", "UpdateService", '"a-prod-');
    world.emulator.release();
    expectSuperseded(await older, { a: "superseded", b: "superseded" });
    await expectNewerHasWon(await newer, BOTH.newer);
  });

  test("a write of the older one slips in after the newer one's: the newer one writes again", async () => {
    hold("older", "UpdateService", '"b-prod-');
    const older = apply("older", BOTH.older);
    await isHeld();
    const newer = apply("newer", BOTH.newer);
    await hasCalled("newer", "UpdateService", '"b-prod-');
    world.emulator.release();
    expectSuperseded(await older, { a: "superseded", b: "superseded" });
    const won = await newer;
    expect(statusesOf(won)).toEqual({ a: "succeeded", b: "succeeded" });
    await expectNewerHasWon(won, BOTH.newer);
    const updates = world.emulator
      .calls({ operation: "UpdateService" })
      .filter(({ request }) => JSON.stringify(request).includes('"b-prod-'));
    expect(updates.map(({ accessKeyId }) => accessKeyId)).toEqual(
      (["newer", "older", "newer"] as const).map(accessKeyOf),
    );
  });

  test("a write of the older one slips into a location that the newer one does not change", async () => {
    const newerCommit = { tags: { a: "3", b: "1" } };
    hold("older", "UpdateService", '"b-prod-');
    const older = apply("older", BOTH.older);
    await isHeld();
    const newer = apply("newer", newerCommit);
    await hasCalled("newer", "UpdateService", '"a-prod-');
    world.emulator.release();
    expectSuperseded(await older, { a: "superseded", b: "superseded" });
    const won = await newer;
    expect(statusesOf(won)).toEqual({ a: "succeeded", b: "succeeded" });
    await expectNewerHasWon(won, newerCommit);
  });
});

describe("two runs at once that create the same locations", () => {
  test("the older one is first: the newer one puts its own in place", async () => {
    hold("newer", "CreateService", "serviceName", { times: 2 });
    const newer = apply("newer", BOTH.newer);
    await isHeld(2);
    const older = apply("older", BOTH.older);
    await Promise.all(["a", "b"].map((name) => hasCalled("older", "CreateService", `"${name}-prod-`)));
    world.emulator.release();
    expectSuperseded(await older, { a: "superseded", b: "superseded" });
    await expectNewerHasWon(await newer, BOTH.newer);
    expect(writesOf(world.emulator).filter((call) => call === "ecs.CreateService")).toHaveLength(4);
  });

  test("the newer one is first: the older one reads again, and leaves it", async () => {
    hold("older", "CreateService", "serviceName", { times: 2 });
    const older = apply("older", BOTH.older);
    await isHeld(2);
    const newer = await apply("newer", BOTH.newer);
    world.emulator.release();
    expectSuperseded(await older, { a: "superseded", b: "superseded" });
    await expectNewerHasWon(newer, BOTH.newer);
  });
});

describe("two runs at once, one of which replaces", () => {
  beforeEach(async () => {
    expect((await apply("base", { tags: { a: "1", b: "1" } })).exitCode).toBe(0);
  });

  test("the newer one replaces what the older one is about to update", async () => {
    const newerCommit = { tags: { a: "3", b: "3" }, launchType: "EC2" } as const;
    hold("older", "UpdateService", '"b-prod-');
    const older = apply("older", BOTH.older);
    await isHeld();
    const newer = apply("newer", newerCommit);
    await hasCalled("newer", "DeleteService", '"b-prod-');
    world.emulator.release();
    expectSuperseded(await older, { a: "superseded", b: "superseded" });
    await expectNewerHasWon(await newer, newerCommit);
  });

  test("the older one replaces what the newer one has updated: it is made again", async () => {
    hold("older", "DeleteService", '"b-prod-');
    const older = apply("older", { tags: { a: "2", b: "2" }, launchType: "EC2" });
    await isHeld();
    const newer = apply("newer", BOTH.newer);
    await hasCalled("newer", "UpdateService", '"b-prod-');
    world.emulator.release();
    expectSuperseded(await older, { a: "superseded", b: "superseded" });
    const won = await newer;
    expect(statusesOf(won)).toEqual({ a: "succeeded", b: "succeeded" });
    await expectNewerHasWon(won, BOTH.newer);
  });
});
