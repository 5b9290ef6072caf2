import { readFile } from "node:fs/promises";
import { beforeAll, describe, expect, test } from "vitest";
import type { Call } from "../../emulator/index.ts";
import { mapConcurrently } from "../../src/concurrency.ts";
import { type Checkout, comparable, startKillWorld } from "./kill-world.ts";
import { EXAMPLES, writesOf } from "./world.ts";

/** A little more than the two processors of a small machine: runs wait for each other's answers, too. */
const RUNS_AT_ONCE = 3;
const MINUTES = 60_000;

const dagsterYaml = await readFile(`${EXAMPLES}dagster.yaml`, "utf8");
const launchOn = (launchType: string, more = "") =>
  dagsterYaml.replace("launch_type: FARGATE", `launch_type: ${launchType}${more}`);
/** A tag of the deployment that goes away: it is in no task definition, so some locations change in nothing else. */
const TAGGED = '\n    server_ecs_tags: [{ key: former, value: "" }]';

/** Locations with the versions of their images, and with a tag that only first versions have. */
function locations(versions: Readonly<Record<string, number>>): string {
  const entries = Object.entries(versions).map(
    ([name, version]) => `  - location_name: ${name}
    image: 123456789012.dkr.ecr.us-east-1.amazonaws.com/${name}:${version}
    code_source: { module_name: ${name} }
    container_context: { ecs: { server_ecs_tags: [{ key: ${version === 1 ? "first" : "later"}, value: "" }] } }`,
  );
  return `locations:\n${entries.join("\n")}\n`;
}

/** What is there before. The launch type is the deployment's: two runs, so that only one location will be replaced. */
const BEFORE = locations({ changed: 1, gone: 1, moved: 1, retagged: 1 });
const FIRST: Checkout = { "dagster.yaml": launchOn("EC2", TAGGED), "dagster_cloud.yaml": BEFORE };
const SECOND: Checkout = { "dagster.yaml": launchOn("FARGATE", TAGGED), "dagster_cloud.yaml": BEFORE };
/** Creates, updates, replaces and deletes. */
const WANTED: Checkout = {
  "dagster.yaml": launchOn("EC2"),
  "dagster_cloud.yaml": locations({ added: 1, changed: 2, moved: 1, retagged: 1 }),
};
const STEP = { inputs: { prune: "true" }, runNumber: 3 };
const NEXT_STEP = { ...STEP, runNumber: 4 };

/** The calls that deployed what is there before. */
let deployed: readonly Call[];
/** What a run that nobody disturbs finds, leaves behind, and calls. */
let untouched: unknown;
let wanted: unknown;
let undisturbed: readonly Call[];

/** What others have set on the service that will be replaced. */
function withSettingsOfOthers(call: Call): Call {
  const request = call.request as { readonly serviceName?: string; readonly tags?: readonly object[] };
  if (call.operation !== "CreateService" || request.serviceName?.startsWith("moved-") !== true) return call;
  const loadBalancers = [
    {
      targetGroupArn: "arn:aws:elasticloadbalancing:us-east-1:123456789012:targetgroup/code/0123456789abcdef",
      containerName: "dagster",
      containerPort: 4000,
    },
  ];
  const tags = [...(request.tags ?? []), { key: "cost-center", value: "42" }];
  return {
    ...call,
    request: { ...request, desiredCount: 2, availabilityZoneRebalancing: "ENABLED", loadBalancers, tags },
  };
}

const start = () => startKillWorld([FIRST, SECOND, WANTED], deployed);

beforeAll(async () => {
  deployed = [];
  const first = await start();
  const runs = [
    await first.run(FIRST, { inputs: { locations: "changed,gone,retagged" } }),
    await first.run(SECOND, { inputs: { locations: "moved" }, runNumber: 2 }),
  ];
  for (const { exitCode, log } of runs) expect(exitCode, log).toBe(0);
  deployed = first.emulator.calls().map(withSettingsOfOthers);
  await first.emulator.close();

  const world = await start();
  untouched = comparable(world.emulator.inventory());
  const { exitCode, log, outputs } = await world.run(WANTED, STEP);
  expect(exitCode, log).toBe(0);
  expect(JSON.parse(outputs.summary ?? "")).toMatchObject({ create: 1, update: 2, replace: 1, delete: 1 });
  undisturbed = world.emulator.calls();
  world.settle();
  wanted = comparable(world.emulator.inventory());
  expect(JSON.stringify(wanted)).toContain("cost-center");
  await world.emulator.close();
}, 2 * MINUTES);

const NAMES = ["added", "changed", "gone", "moved", "retagged"];

/** A call, told apart from others by what it does, for which location if it says so, and by its number. */
interface Place {
  readonly service: string;
  readonly operation: string;
  readonly contains: string;
  readonly nth: number;
}

/** The places of all calls. Calls that are made at once come in any order: their position in the log says nothing. */
function placesOf(calls: readonly Call[]): readonly Place[] {
  const texts = calls.map(({ request }) => JSON.stringify(request));
  return calls.map(({ service, operation }, index) => {
    const text = texts[index] ?? "";
    const [contains = ""] = NAMES.flatMap((name) => new RegExp(`${name}-prod-|_prod_${name}_`).exec(text) ?? []);
    const same = calls.filter(
      (call, other) => call.service === service && call.operation === operation && texts[other]?.includes(contains),
    );
    return { service, operation, contains, nth: same.findIndex((call) => call.index === calls[index]?.index) + 1 };
  });
}

const describePlace = ({ service, operation, contains, nth }: Place) =>
  `${service}.${operation} ${contains} ${nth}`.replace("  ", " ");

/** How a run that was to be killed went on. */
type Kill = "killed" | "killed before it wrote anything" | "never came there";

/** Kills a run at one of its calls, and sees to it that one more run ends where an undisturbed one does. */
async function killAt(place: Place, when: "before" | "after"): Promise<Kill> {
  const { emulator, run, runHere, settle } = await start();
  const title = `killed ${when} ${describePlace(place)}`;
  try {
    emulator.fail({ ...place, when, effect: { kind: "hold" } });
    const killed = await run(WANTED, { ...STEP, killWhen: emulator.nextHeld() });
    emulator.clearFaults();
    if (killed.exitCode !== null) expect(killed.exitCode, killed.log).toBe(0);
    const kill = killed.exitCode === null ? "killed" : "never came there";
    if (kill === "killed" && writesOf(emulator).length === 0) {
      // A run from here is the undisturbed one.
      expect(comparable(emulator.inventory()), title).toEqual(untouched);
      return "killed before it wrote anything";
    }
    // Once right away, once when what ECS had to do is done.
    if (when === "after") settle();
    const next = await runHere(WANTED, NEXT_STEP);
    expect(next, title).toMatchObject({ kind: "applied", outcome: { succeeded: true } });
    settle();
    expect(comparable(emulator.inventory()), title).toEqual(wanted);
    return kill;
  } finally {
    await emulator.close();
  }
}

describe("a run that is killed at any of its calls", () => {
  test("leaves a state from which one more run ends like an undisturbed one", { timeout: 15 * MINUTES }, async () => {
    const places = placesOf(undisturbed).flatMap((place) => [
      { place, when: "before" as const },
      { place, when: "after" as const },
    ]);
    const kills = await mapConcurrently(places, RUNS_AT_ONCE, ({ place, when }) => killAt(place, when));
    // How often a run looks whether ECS has come to an end depends on the time; what it does does not.
    const missed = places.filter((_, index) => kills[index] === "never came there");
    expect(missed.map(({ place }) => place.operation).filter((operation) => operation !== "DescribeServices")).toEqual(
      [],
    );
    expect(missed.length).toBeLessThan(places.length / 5);
  });
});
