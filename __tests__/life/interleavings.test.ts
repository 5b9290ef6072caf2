import fc from "fast-check";
import { expect, test } from "vitest";
import { createTurnstile } from "./turnstile.ts";
import { type AroundCall, describeResult, type LifeWorld, type Run, startLife } from "./world.ts";

let life: LifeWorld;

/** More of them at night: `.github/workflows/nightly.yml`. */
const RUNS = Number(process.env.LIFE_RUNS ?? 40);
/** How often a call is overtaken before it is served. */
const PATIENCE = 5;
const NAMES = ["a", "b", "c"] as const;

/** What a configuration says of each location: the image's tag, or that it has none. */
type Wanted = Readonly<Record<(typeof NAMES)[number], "1" | "2" | "3" | "absent">>;

interface Contender {
  readonly wanted: Wanted;
  readonly launchType: "FARGATE" | "EC2";
}

const wanted = fc.record({
  a: fc.constantFrom("1", "2", "3"),
  b: fc.constantFrom("1", "2", "3", "absent"),
  c: fc.constantFrom("1", "2", "3", "absent"),
}) satisfies fc.Arbitrary<Wanted>;

const contender: fc.Arbitrary<Contender> = fc.record({
  wanted,
  launchType: fc.constantFrom("FARGATE", "FARGATE", "FARGATE", "EC2"),
});

const scenario = fc.record({
  base: wanted,
  older: contender,
  newer: contender,
  choices: fc.infiniteStream(fc.nat(1_000)),
});

function workspaceOf(contents: Wanted): string {
  const locations = NAMES.filter((name) => contents[name] !== "absent").map(
    (name) =>
      `  - { location_name: ${name}, image: "${life.account.repositoryUris.code}:${contents[name]}", code_source: { module_name: ${name} } }\n`,
  );
  return `locations:\n${locations.join("")}`;
}

const applyOf = ({ wanted: contents, launchType }: Contender, runId: number): Run => ({
  command: "apply",
  workspace: workspaceOf(contents),
  launchType,
  runId,
  inputs: { prune: "true" },
});

interface Scenario {
  readonly base: Wanted;
  readonly older: Contender;
  readonly newer: Contender;
  readonly choices: fc.Stream<number>;
}

/** Two applies at once, their calls in the order of `choices`, and what must be true at the end. */
async function compete({ base, older, newer, choices }: Scenario): Promise<void> {
  await life.run(applyOf({ wanted: base, launchType: "FARGATE" }, 1_001));
  const turnstile = createTurnstile(() => choices.next().value ?? 0, PATIENCE);
  let seenByOlder: ReadonlyMap<string, string> = new Map();
  const looking =
    (around: AroundCall): AroundCall =>
    async (method, call) => {
      const answer = await around(method, call);
      if (method === "ecs.describeServices") seenByOlder = runningRevisions();
      return answer;
    };
  const runs = [
    life.run({ ...applyOf(older, 1_002), around: looking(turnstile.around("older")) }),
    life.run({ ...applyOf(newer, 1_003), around: turnstile.around("newer") }),
  ] as const;
  await turnstile.drive(runs);
  const [first, last] = await Promise.all(runs);
  const calls = turnstile.passed.map(({ run, method }) => `${run} ${method}`);
  const story = [describeResult(first), describeResult(last), ...calls].join("\n");

  // A run that has nothing to change leaves no mark and looks no further: nobody can know of it.
  fc.pre(turnstile.passed.some(({ run, method }) => run === "newer" && WRITES.has(method)));
  if (last.kind !== "applied") expect.fail(story);
  expect(last.outcome.succeeded, story).toBe(true);
  const after = await life.run({ ...applyOf(newer, 1_004), command: "plan" });
  if (after.kind !== "planned") expect.fail(story);
  const actions = after.run.plan.steps.map(({ location, action }) => `${location} ${action}`);
  expect(actions, story).toEqual(after.run.plan.steps.map(({ location }) => `${location} none`));
  // What a run says runs, ran when it looked last.
  const said = first.kind === "applied" ? first.outcome.locations : [];
  for (const { status, service, taskDefinitionArn } of said) {
    if (status !== "succeeded" || taskDefinitionArn === undefined) continue;
    expect(seenByOlder.get(service), story).toBe(taskDefinitionArn);
  }
}

const ANY_LENGTH = { timeout: 3_600_000 };

test("of two applies at once the newer wins, the older says so, and nothing is mixed", ANY_LENGTH, async () => {
  const inLifeOfItsOwn = async (one: Scenario): Promise<void> => {
    life = await startLife();
    await compete(one).finally(() => life.close());
  };
  await fc.assert(fc.asyncProperty(scenario, inLifeOfItsOwn), { numRuns: RUNS });
});

/** The revision each service runs, by the service's name. */
function runningRevisions(): ReadonlyMap<string, string> {
  const { services } = life.emulator.state() as {
    services: { name: string; status: string; taskDefinition: string }[];
  };
  return new Map(
    services.filter(({ status }) => status === "ACTIVE").map(({ name, taskDefinition }) => [name, taskDefinition]),
  );
}

const WRITES: ReadonlySet<string> = new Set([
  "ecs.createService",
  "ecs.updateService",
  "ecs.deleteService",
  "ecs.tagResource",
]);
