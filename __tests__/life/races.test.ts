import { DeleteServiceCommand } from "@aws-sdk/client-ecs";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import type { CommandResult } from "../../src/commands/result.ts";
import { createHolds } from "./holds.ts";
import { findService } from "./outside.ts";
import { type AroundCall, describeResult, killed, type LifeWorld, type Run, startLife } from "./world.ts";

// What the random interleavings have found, each on its own.

let life: LifeWorld;
beforeEach(async () => {
  life = await startLife();
});
afterEach(() => life.close());

interface Commit {
  readonly tags: Readonly<Record<string, string>>;
  readonly launchType?: "EC2";
}

function runOf(runId: number, { tags, launchType = undefined }: Commit, more: Partial<Run> = {}): Run {
  const entries = Object.entries(tags).map(
    ([name, tag]) =>
      `  - { location_name: ${name}, image: "${life.account.repositoryUris.code}:${tag}", code_source: { module_name: ${name} } }\n`,
  );
  return {
    command: "apply",
    workspace: `locations:\n${entries.join("")}`,
    ...(launchType !== undefined && { launchType }),
    runId,
    inputs: { prune: "true" },
    ...more,
  };
}

async function base(tags: Readonly<Record<string, string>>): Promise<void> {
  const result = await life.run(runOf(1_001, { tags }));
  expect(result.kind === "applied" && result.outcome.succeeded, describeResult(result)).toBe(true);
}

/** The newer run is green, and a plan of the same is empty. */
async function expectWon(result: CommandResult, commit: Commit): Promise<void> {
  expect(result.kind === "applied" && result.outcome.succeeded, describeResult(result)).toBe(true);
  const plan = await life.run(runOf(1_009, commit, { command: "plan" }));
  if (plan.kind !== "planned") expect.fail(describeResult(plan));
  expect(describeResult(plan)).toBe(
    Object.keys(commit.tags)
      .map((name) => `${name}: none: Nothing has changed.`)
      .join("\n"),
  );
}

test("an older run that replaces has deleted what the newer one does not change: it is made again", async () => {
  await base({ a: "1", b: "1" });
  const older = createHolds();
  const newer = createHolds();
  const deletions = [older.hold("ecs.deleteService", 1), older.hold("ecs.deleteService", 2)];
  const update = newer.hold("ecs.updateService");
  const commit = { tags: { a: "1", b: "2" } };
  const lost = life.run(runOf(1_002, { tags: { a: "2", b: "2" }, launchType: "EC2" }, { around: older.around }));
  await Promise.all(deletions.map(({ reached }) => reached));
  const won = life.run(runOf(1_003, commit, { around: newer.around }));
  await update.reached;
  for (const { release } of deletions) release();
  update.release();
  expect(describeResult(await lost)).toContain("superseded");
  await expectWon(await won, commit);
});

test("an older run has made a location that the newer one does not have: it goes with prune", async () => {
  await base({ a: "1" });
  const newer = createHolds();
  const update = newer.hold("ecs.updateService");
  const commit = { tags: { a: "2" } };
  const won = life.run(runOf(1_003, commit, { around: newer.around }));
  await update.reached;
  // The newer run has marked its service already; an older one that selects another location does not look at it.
  const older = runOf(1_002, { tags: { a: "1", c: "1" } }, { inputs: { locations: "c" } });
  expect(describeResult(await life.run(older))).toContain("c: create succeeded");
  update.release();
  await expectWon(await won, commit);
});

test("an older run does not make again what the newer one has just removed, all else being unchanged", async () => {
  await base({ a: "1", b: "1" });
  const older = createHolds();
  const planning = older.hold("ecs.describeTaskDefinition");
  const lost = life.run(runOf(1_002, { tags: { a: "1", b: "2" } }, { around: older.around }));
  await planning.reached;
  const commit = { tags: { a: "1" } };
  const won = await life.run(runOf(1_003, commit));
  planning.release();
  expect(describeResult(await lost)).toContain("b: update superseded");
  await expectWon(won, commit);
});

test("an older run removes the Cloud Map service under a service that the newer one has made anew", async () => {
  await base({ a: "1", c: "1" });
  const older = createHolds();
  const newer = createHolds();
  const removal = older.hold("discovery.deleteService");
  const lost = life.run(runOf(1_002, { tags: { a: "1" } }, { around: older.around }));
  await removal.reached;
  const creation = newer.holdAfter("ecs.createService");
  const commit = { tags: { a: "2", c: "2" } };
  const won = life.run(runOf(1_003, commit, { around: newer.around }));
  await creation.reached;
  removal.release();
  await lost;
  creation.release();
  await expectWon(await won, commit);
});

test("an older run deregisters the revision that the newer one is about to use: it is registered anew", async () => {
  await base({ a: "1", b: "1" });
  const older = createHolds();
  const newer = createHolds();
  // The old revision goes first; the newer run's own is the second.
  const deregistration = older.hold("ecs.listTaskDefinitions");
  const lost = life.run(runOf(1_002, { tags: { a: "1" } }, { around: older.around }));
  await deregistration.reached;
  const creation = newer.hold("ecs.createService");
  const commit = { tags: { a: "1", b: "2" } };
  const won = life.run(runOf(1_003, commit, { around: newer.around }));
  await creation.reached;
  deregistration.release();
  await lost;
  creation.release();
  await expectWon(await won, commit);
});

test("an older run makes anew what the newer one is removing: it is removed again", async () => {
  await base({ a: "1", b: "1" });
  const newer = createHolds();
  const commit = { tags: { a: "1" } };
  // The service is gone; its revisions are not yet.
  const rest = newer.hold("ecs.listTaskDefinitions");
  const won = life.run(runOf(1_003, commit, { around: newer.around }));
  await rest.reached;
  const older = runOf(1_002, { tags: { a: "1", b: "2" } }, { inputs: { locations: "b" } });
  expect(describeResult(await life.run(older))).toContain("b: create succeeded");
  rest.release();
  await expectWon(await won, commit);
});

test("the newer one has made anew what the older one was replacing: the older one says so, and does not fail", async () => {
  await base({ a: "1", b: "1" });
  const older = createHolds();
  const deletions = [older.holdAfter("ecs.deleteService", 1), older.holdAfter("ecs.deleteService", 2)];
  const lost = life.run(runOf(1_002, { tags: { a: "2", b: "2" }, launchType: "EC2" }, { around: older.around }));
  await Promise.all(deletions.map(({ reached }) => reached));
  const commit = { tags: { a: "3", b: "3" } };
  const won = await life.run(runOf(1_003, commit));
  for (const { release } of deletions) release();
  const told = describeResult(await lost);
  expect(told).toContain("a: replace superseded");
  expect(told).toContain("b: replace superseded");
  await expectWon(won, commit);
});

test("the newer one has made anew what the older one was removing: the older one says so, and does not fail", async () => {
  await base({ a: "1", b: "1" });
  const older = createHolds();
  const deletion = older.holdAfter("ecs.deleteService");
  const lost = life.run(runOf(1_002, { tags: { a: "1" } }, { around: older.around }));
  await deletion.reached;
  const commit = { tags: { a: "1", b: "2" } };
  const won = await life.run(runOf(1_003, commit));
  deletion.release();
  expect(describeResult(await lost)).toContain("b: delete superseded");
  await expectWon(won, commit);
});

test("the tags of the newer one cover those of the older one, which is about to delete: it is made again", async () => {
  await base({ a: "1", b: "1" });
  const older = createHolds();
  const newer = createHolds();
  const commit = { tags: { a: "1", b: "2" } };
  const tagged = newer.hold("ecs.tagResource");
  const updated = newer.holdAfter("ecs.updateService");
  const won = life.run(runOf(1_003, commit, { around: newer.around }));
  await tagged.reached;
  const deletion = older.hold("ecs.deleteService");
  // Of the older one nothing else is to be seen.
  const registered = older.hold("ecs.registerTaskDefinition");
  const lost = life.run(runOf(1_002, { tags: { a: "2" } }, { around: older.around }));
  await deletion.reached;
  tagged.release();
  await updated.reached;
  deletion.release();
  await vi.waitFor(() => expect(findService(life, "b")).toBeUndefined());
  updated.release();
  await expectWon(await won, commit);
  registered.release();
  expect(describeResult(await lost)).toContain("a: update superseded");
});

test("what is left of a removal that did not come to pass goes away with the next apply", async () => {
  await base({ a: "1", b: "1" });
  const isLeft = () => JSON.stringify(findService(life, "b")?.tags).includes("dagster-ecs-deploy/removal");
  const around: AroundCall = (method, call) => {
    if (method === "ecs.deleteService") throw killed();
    return call();
  };
  await life.run(runOf(1_002, { tags: { a: "1" } }, { around }));
  expect(isLeft()).toBe(true);
  const commit = { tags: { a: "1", b: "1" } };
  await expectWon(await life.run(runOf(1_003, commit)), commit);
  expect(isLeft()).toBe(false);
});

/** Its Cloud Map service stays. */
async function deleteFromOutside(location: string): Promise<void> {
  const service = findService(life, location)?.serviceName;
  await life.ecs.send(new DeleteServiceCommand({ cluster: life.account.cluster, service, force: true }));
}

test("an older run makes anew what the newer one waits for to drain: the newer one does not wait for it to go", async () => {
  await base({ a: "1" });
  await deleteFromOutside("a");
  let hasWaited = false;
  const around: AroundCall = async (method, call) => {
    if (method !== "ecs.createService" || hasWaited) return call();
    hasWaited = true;
    return call().catch(async (error: unknown) => {
      expect(describeResult(await life.run(runOf(1_002, { tags: { a: "2" } })))).toContain("a: create succeeded");
      throw error;
    });
  };
  const commit = { tags: { a: "3" } };
  const begun = life.clock.now();
  await expectWon(await life.run(runOf(1_003, commit, { around })), commit);
  expect((life.clock.now() - begun) / 1_000).toBeLessThan(300);
});

test("what is made anew and deleted once more meanwhile is waited for again", async () => {
  await base({ a: "1" });
  await deleteFromOutside("a");
  let creations = 0;
  const around: AroundCall = async (method, call) => {
    if (method !== "ecs.createService") return call();
    creations += 1;
    if (creations === 2) {
      await life.run(runOf(1_002, { tags: { a: "2" } }));
      await deleteFromOutside("a");
    }
    return call();
  };
  const commit = { tags: { a: "3" } };
  await expectWon(await life.run(runOf(1_003, commit, { around })), commit);
  expect(creations).toBeGreaterThan(2);
});

test("an older run has made anew what the newer one is about to: its tasks keep their host name", async () => {
  await base({ a: "1" });
  await deleteFromOutside("a");
  life.clock.advance(300);
  const newer = createHolds();
  const registration = newer.hold("discovery.createService");
  const commit = { tags: { a: "2" } };
  const won = life.run(runOf(1_003, commit, { around: newer.around }));
  await registration.reached;
  expect(describeResult(await life.run(runOf(1_002, commit)))).toContain("a: create succeeded");
  registration.release();
  await expectWon(await won, commit);
  life.clock.advance(60);
  const { tasks, discoveryServices } = life.emulator.inventory();
  const running = tasks.flatMap(({ taskArn, lastStatus }) =>
    lastStatus === "RUNNING" ? [taskArn?.split("/").at(-1)] : [],
  );
  expect(running).toHaveLength(1);
  expect(discoveryServices.flatMap(({ instances }) => Object.keys(instances))).toEqual(running);
});

describe("a rollback and a redeploy", () => {
  const two = { tags: { a: "2" } };
  const three = { tags: { a: "3" } };

  beforeEach(async () => {
    await base({ a: "1" });
    await life.run(runOf(1_002, two));
  });

  test.each(["rollback", "redeploy"] as const)(
    "%s: what another run has put in place since the plan stays",
    async (command) => {
      const holds = createHolds();
      // Another revision was decided on by then, and nothing is written yet.
      const registration = holds.hold(
        command === "rollback" ? "ecs.describeServices" : "ecs.registerTaskDefinition",
        command === "rollback" ? 2 : 1,
      );
      const images = { images: `a=${life.account.repositoryUris.code}:1` };
      const late = runOf(1_003, two, { command, inputs: command === "redeploy" ? images : {}, around: holds.around });
      const lost = life.run(late);
      await registration.reached;
      const won = await life.run(runOf(1_004, three));
      registration.release();
      expect(describeResult(await lost)).toContain("has changed it since. Nothing was written to it.");
      await expectWon(won, three);
    },
  );

  test.each(["rollback", "redeploy"] as const)(
    "%s that is run again after a newer run is refused, unless it is allowed",
    async (command) => {
      const images = { images: `a=${life.account.repositoryUris.code}:1` };
      const inputs = command === "redeploy" ? images : {};
      await life.run(runOf(1_004, three));
      const again = runOf(1_003, two, { command, attempt: 2, inputs });
      const refused = await life.run(again);
      expect(refused.kind === "refused" && refused.reasons.join()).toContain(
        "run 4 of commit 100400000000 wrote the service a-",
      );
      const allowed = await life.run({ ...again, inputs: { ...inputs, "allow-downgrade": "true" } });
      expect(allowed.kind === "applied" && allowed.outcome.succeeded, describeResult(allowed)).toBe(true);
    },
  );

  test("new tasks of what a newer run has deployed take nothing back", async () => {
    await life.run(runOf(1_004, three));
    const again = await life.run(runOf(1_003, two, { command: "redeploy", attempt: 2 }));
    expect(again.kind === "applied" && again.outcome.succeeded, describeResult(again)).toBe(true);
  });
});

test("both write their tags in one order and their updates in the other: the revision tells whose it is, and the newer one writes again", async () => {
  await base({ a: "1" });
  const older = createHolds();
  const newer = createHolds();
  // It has looked for other runs, and writes its tags after the older one has.
  const tags = newer.hold("ecs.tagResource");
  const update = newer.holdAfter("ecs.updateService");
  const commit = { tags: { a: "3" } };
  const won = life.run(runOf(1_003, commit, { around: newer.around }));
  await tags.reached;
  const late = older.hold("ecs.updateService");
  const lost = life.run(runOf(1_002, { tags: { a: "2" } }, { around: older.around }));
  await late.reached;
  tags.release();
  await update.reached;
  late.release();
  expect(describeResult(await lost)).toContain("a: update superseded");
  update.release();
  await expectWon(await won, commit);
});

test("a revision whose code does not load stays when another run has put a service on it meanwhile", async () => {
  await base({ a: "1" });
  const newer = createHolds();
  const watching = newer.hold("ecs.describeTasks");
  life.emulator.behave({ launchedBy: "run", behaviour: { kind: "exit", exitCode: 1 } });
  const inputs = { "load-check": "true" };
  const checked = life.run(runOf(1_003, { tags: { a: "2" } }, { inputs, around: newer.around }));
  await watching.reached;
  const other = await life.run(runOf(1_002, { tags: { a: "2" } }));
  expect(describeResult(other)).toContain("succeeded");
  watching.release();
  expect(describeResult(await checked)).toContain("The code could not be loaded");
  const { services, taskDefinitions } = life.emulator.state() as {
    services: { taskDefinition: string }[];
    taskDefinitions: { arn: string; status: string }[];
  };
  expect(taskDefinitions.find(({ arn }) => arn === services[0]?.taskDefinition)?.status).toBe("ACTIVE");
});
