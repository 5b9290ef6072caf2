import { readFile } from "node:fs/promises";
import { ECSClient, ListServiceDeploymentsCommand } from "@aws-sdk/client-ecs";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { FaultEffect } from "../../emulator/index.ts";
import type { CommandResult } from "../../src/commands/result.ts";
import { callsBeyondBuckets } from "./buckets.ts";
import { type InProcessWorld, startInProcess } from "./in-process.ts";
import { EXAMPLES, writesOf } from "./world.ts";

let world: InProcessWorld;

const LAUNCH_TYPE = "launch_type: FARGATE";
const dagsterYaml = await readFile(`${EXAMPLES}dagster.yaml`, "utf8");

function manyLocations(count: number, version: string): string {
  const entries = Array.from(
    { length: count },
    (_, index) => `  - location_name: location-${index}
    image: 123456789012.dkr.ecr.us-east-1.amazonaws.com/shared:${version}
    code_source: { module_name: module_${index} }`,
  );
  return `locations:\n${entries.join("\n")}\n`;
}

async function start(count: number): Promise<void> {
  const files = { "dagster.yaml": dagsterYaml, "dagster_cloud.yaml": manyLocations(count, "1.0") };
  world = await startInProcess(files, { pageSize: 100, throttling: true });
}

function statusesOf(result: CommandResult): Readonly<Record<string, number>> {
  if (result.kind !== "applied") throw new Error(`the run was ${result.kind}`);
  const counts: Record<string, number> = {};
  for (const { action, status } of result.outcome.locations) {
    counts[`${action} ${status}`] = (counts[`${action} ${status}`] ?? 0) + 1;
  }
  return counts;
}

/** Emulated seconds a run takes. */
async function timed(
  run: Promise<CommandResult>,
): Promise<{ readonly result: CommandResult; readonly seconds: number }> {
  const begun = world.clock.now();
  const result = await run;
  return { result, seconds: (world.clock.now() - begun) / 1_000 };
}

interface State {
  readonly services: readonly {
    readonly name: string;
    readonly status: string;
    readonly taskDefinition: string;
    readonly deployments: readonly { readonly rolloutState: string }[];
  }[];
  readonly taskDefinitions: readonly { readonly arn: string; readonly status: string }[];
  readonly discoveryServices: readonly { readonly name: string; readonly instances: readonly string[] }[];
}

describe("with 30 % of the calls throttled, failed, reset, or done without an answer", () => {
  const COUNT = 50;
  beforeAll(() => start(COUNT));
  afterAll(() => world.close());

  function beginStorm(): void {
    const hit = (effect: FaultEffect, when: "before" | "after" = "before") =>
      world.emulator.fail({ probability: 0.069, when, effect });
    const failed = { kind: "error", code: "ServerException", message: "We are not well.", status: 500 } as const;
    hit({ kind: "throttle" });
    hit(failed);
    hit({ kind: "reset" });
    hit(failed, "after");
    hit({ kind: "reset" }, "after");
  }

  test("50 locations are created, then updated, each exactly once", { timeout: 120_000 }, async () => {
    beginStorm();
    expect(statusesOf(await world.apply())).toEqual({ "create succeeded": COUNT });
    await world.write("dagster_cloud.yaml", manyLocations(COUNT, "2.0"));
    expect(statusesOf(await world.apply())).toEqual({ "update succeeded": COUNT });
    const calls = world.emulator.calls();
    expect(calls.filter(({ fault }) => fault !== undefined).length / calls.length).toBeGreaterThan(0.25);
    expect(callsBeyondBuckets(calls)).toEqual([]);
    expect(calls.filter(({ error, fault }) => error?.code === "ThrottlingException" && fault === undefined)).toEqual(
      [],
    );

    world.emulator.clearFaults();
    const { services, taskDefinitions, discoveryServices } = world.emulator.state() as unknown as State;
    expect(services).toHaveLength(COUNT);
    for (const { status, taskDefinition, deployments } of services) {
      expect({ status, states: deployments.map(({ rolloutState }) => rolloutState) }).toEqual({
        status: "ACTIVE",
        states: ["COMPLETED"],
      });
      expect(taskDefinition).toMatch(/:2$/);
    }
    expect(taskDefinitions).toHaveLength(2 * COUNT);
    expect(new Set(discoveryServices.map(({ name }) => name))).toEqual(new Set(services.map(({ name }) => name)));
    expect(discoveryServices.map(({ instances }) => instances.length)).toEqual(Array(COUNT).fill(1));
    expect(await countDeployments(services.map(({ name }) => name))).toEqual(Array(COUNT).fill(2));

    world.emulator.clearCalls();
    expect(statusesOf(await world.apply())).toEqual({ "none unchanged": COUNT });
    expect(writesOf(world.emulator)).toEqual([]);
  });
});

/** How often each service was rolled out. */
async function countDeployments(names: readonly string[]): Promise<readonly number[]> {
  world.emulator.configure({ throttling: false });
  const ecs = new ECSClient({ maxAttempts: 1 });
  return Promise.all(
    names.map(async (service) => {
      const { serviceDeployments } = await ecs.send(new ListServiceDeploymentsCommand({ cluster: "dagster", service }));
      return serviceDeployments?.length ?? 0;
    }),
  );
}

describe("100 changed locations", () => {
  const COUNT = 100;
  /** What the bucket of RegisterTaskDefinition dictates: twenty at once, then one a second. */
  const DICTATED = COUNT - 20;
  /** One rollout, and the look that sees its end. */
  const ONE_ROLLOUT = 45;

  beforeAll(async () => {
    await start(COUNT);
    expect(statusesOf(await world.apply())).toEqual({ "create succeeded": COUNT });
  });
  afterAll(() => world.close());

  beforeEach(async () => {
    // Everything has come to rest, and the buckets are full again.
    await world.clock.sleep(120_000);
    world.emulator.clearCalls();
  });

  test.each([
    ["written, when nobody waits", "2.0", "false", "update started", DICTATED * 1.15],
    ["rolled out, when somebody waits", "3.0", "true", "update succeeded", DICTATED * 1.15 + ONE_ROLLOUT],
  ])("are %s, as fast as revisions can be registered", async (_, version, wait, expected, most) => {
    await world.write("dagster_cloud.yaml", manyLocations(COUNT, version));
    const { result, seconds } = await timed(world.apply({ wait }));
    expect(statusesOf(result)).toEqual({ [expected]: COUNT });
    expect(seconds).toBeGreaterThan(DICTATED);
    expect(seconds).toBeLessThan(most);
    expect(world.emulator.calls().filter(({ error }) => error !== undefined)).toEqual([]);
    expect(callsBeyondBuckets(world.emulator.calls())).toEqual([]);
  });

  test("are replaced while other revisions are still being registered", async () => {
    await world.write("dagster.yaml", dagsterYaml.replace(LAUNCH_TYPE, "launch_type: EC2"));
    const { result, seconds } = await timed(world.apply({ wait: "false" }));
    expect(statusesOf(result)).toEqual({ "replace started": COUNT });
    // The last service has to drain, after its revision was registered.
    expect(seconds).toBeLessThan(DICTATED * 1.15 + ONE_ROLLOUT);
    expect(callsBeyondBuckets(world.emulator.calls())).toEqual([]);
  });
});
