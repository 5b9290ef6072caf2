import fc from "fast-check";
import { expect, test } from "vitest";
import type { ContainerBehaviour } from "../../../emulator/index.ts";
import { findLies, outside, type RolloutWorld, startRolloutWorld } from "./rollout-world.ts";

// More of them now and then, by hand: NO_LIE_RUNS=300.
const RUNS = Number(process.env.NO_LIE_RUNS) || 12;

const HEALTH_CHECK = `server_health_check:
  command: ["CMD-SHELL", "true"]
  interval: 15`;

const SIDECAR = `server_sidecar_containers:
  - { name: proxy, image: "public.ecr.aws/example/proxy:1", essential: true }`;

const seconds = fc.integer({ min: 1, max: 70 });

const simple: fc.Arbitrary<ContainerBehaviour> = fc.oneof(
  { weight: 3, arbitrary: fc.record({ kind: fc.constant("run" as const), startSeconds: seconds }) },
  {
    weight: 4,
    arbitrary: fc.record(
      {
        kind: fc.constant("exit" as const),
        exitCode: fc.integer({ min: 0, max: 2 }),
        afterSeconds: seconds,
        noticedAfterSeconds: seconds,
      },
      { requiredKeys: ["kind", "exitCode", "afterSeconds"] },
    ),
  },
  fc.constantFrom<ContainerBehaviour>(
    { kind: "outOfMemory" },
    { kind: "cannotPull" },
    { kind: "cannotPull", message: "dial tcp 10.0.0.1:443: i/o timeout" },
    { kind: "failsToStart", reason: "Timeout waiting for network interface provisioning to complete." },
    { kind: "unhealthy" },
    { kind: "noCapacity" },
  ),
);

const behaviour: fc.Arbitrary<ContainerBehaviour> = fc.record({
  kind: fc.constant("transient" as const),
  times: fc.integer({ min: 1, max: 4 }),
  first: simple,
  next: fc.oneof(
    { weight: 2, arbitrary: fc.constant<ContainerBehaviour>({ kind: "run" }) },
    { weight: 1, arbitrary: simple },
  ),
});

/** Not one of the errors that are tried again at once. */
const OUTAGE = { kind: "error", code: "ServerException", message: "We are not well.", status: 400 } as const;

/** What other people do while the rollout goes on. What ECS refuses then has not happened. */
const DEEDS: Readonly<Record<string, (world: RolloutWorld) => Promise<unknown>>> = {
  "stop tasks": outside.stopTasks,
  redeploy: outside.redeploy,
  "deploy another": outside.deployOther,
  "stop with a rollback": (world) => outside.stopDeployment(world, "ROLLBACK"),
  "stop for good": (world) => outside.stopDeployment(world, "ABORT"),
  "scale up": (world) => outside.scale(world, 2),
  delete: outside.deleteService,
};

const rollout = fc.record({
  dagster: behaviour,
  sidecar: fc.option(behaviour, { nil: undefined }),
  isChecked: fc.boolean(),
  replicas: fc.integer({ min: 1, max: 3 }),
  rollbackDeployment: fc.constantFrom("new" as const, "previous" as const),
  breakerSeconds: fc.constantFrom(0, 240),
  denied: fc.constantFrom(undefined, "ListServiceDeployments", "StopServiceDeployment"),
  onFailure: fc.constantFrom("rollback", "leave"),
  // Looks at the service that fail one after another: what happens meanwhile nobody sees.
  outage: fc.option(fc.record({ at: fc.integer({ min: 1, max: 90 }), times: fc.integer({ min: 1, max: 9 }) }), {
    nil: undefined,
  }),
  deeds: fc.array(fc.tuple(fc.integer({ min: 1, max: 150 }), fc.constantFrom(...Object.keys(DEEDS))), { maxLength: 2 }),
});

test("whatever happens, green means that the service runs what was asked", async () => {
  await fc.assert(
    fc.asyncProperty(rollout, async (given) => {
      const ecs = [
        `server_resources: { replica_count: ${given.replicas} }`,
        ...(given.isChecked ? [HEALTH_CHECK] : []),
        ...(given.sidecar === undefined ? [] : [SIDECAR]),
      ].join("\n");
      const { rollbackDeployment, breakerSeconds } = given;
      const world = await startRolloutWorld({ ecs, emulator: { rollbackDeployment, breakerSeconds } });
      expect((await world.deploy("v1")).isGreen).toBe(true);
      world.advance(60);
      if (given.denied !== undefined) {
        world.emulator.fail({ service: "ecs", operation: given.denied, effect: { kind: "accessDenied" } });
      }
      world.behave("v2", given.dagster);
      if (given.sidecar !== undefined) world.emulator.behave({ container: "proxy", behaviour: given.sidecar });
      if (given.outage !== undefined) {
        const { at, times } = given.outage;
        world.at(at, () =>
          world.emulator.fail({ service: "ecs", operation: "DescribeServices", times, effect: OUTAGE }),
        );
      }
      for (const [at, deed] of given.deeds) world.at(at, () => DEEDS[deed]?.(world).catch(() => undefined));
      const run = await world.deploy("v2", { "on-failure": given.onFailure });
      // An outage that the run has not lived to see the end of is none of what is asked now.
      world.emulator.clearFaults();
      const lies = await findLies(world, "v2");
      if (run.isGreen) expect(lies).toEqual([]);
      else expect(run.log).toContain("Service now: ");
      await world.close();
    }),
    { numRuns: RUNS, endOnFailure: RUNS < 100 },
  );
}, 600_000);
