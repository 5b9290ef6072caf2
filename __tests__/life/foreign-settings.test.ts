import { TagResourceCommand, UpdateServiceCommand } from "@aws-sdk/client-ecs";
import { afterEach, beforeEach, expect, test } from "vitest";
import { killAt, leftBehind } from "./killing.ts";
import { type AroundCall, describeResult, killed, type LifeWorld, startLife } from "./world.ts";

let life: LifeWorld;
beforeEach(async () => {
  life = await startLife();
});
afterEach(() => life.close());

const workspace = (tag: string, more = ""): string => `locations:
  - location_name: etl
    image: ${life.account.repositoryUris.code}:${tag}
    code_source: { module_name: etl }
    container_context: { ecs: { server_ecs_tags: [{ key: team, value: data }]${more} } }
`;

async function apply(
  runId: number,
  text: string,
  more: { launchType?: "EC2" | "FARGATE"; around?: AroundCall } = {},
): Promise<string> {
  return describeResult(await life.run({ command: "apply", workspace: text, runId, ...more }));
}

const LOAD_BALANCER = {
  targetGroupArn: "arn:aws:elasticloadbalancing:us-east-1:123456789012:targetgroup/code/0123456789abcdef",
  containerName: "dagster",
  containerPort: 4000,
};

/** What others have set on the service: a scaler, somebody with tags, somebody who wants zones balanced, a load balancer. */
async function setFromOutside(): Promise<void> {
  const [service] = life.emulator.inventory().services;
  const { cluster } = life.account;
  await life.ecs.send(
    new UpdateServiceCommand({
      cluster,
      service: service?.serviceName,
      desiredCount: 3,
      availabilityZoneRebalancing: "ENABLED",
      enableECSManagedTags: true,
      healthCheckGracePeriodSeconds: 45,
      loadBalancers: [LOAD_BALANCER],
    }),
  );
  const tags = [{ key: "cost-center", value: "42" }];
  await life.ecs.send(new TagResourceCommand({ resourceArn: service?.serviceArn, tags }));
  life.clock.advance(120);
}

function foreignSettings(): object {
  const [service] = life.emulator.inventory().services;
  return {
    desiredCount: service?.desiredCount,
    zones: service?.availabilityZoneRebalancing,
    managedTags: service?.enableECSManagedTags,
    grace: service?.healthCheckGracePeriodSeconds,
    loadBalancers: service?.loadBalancers,
    costCenter: service?.tags?.find(({ key }) => key === "cost-center")?.value,
    team: service?.tags?.find(({ key }) => key === "team")?.value,
  };
}

const KEPT = {
  desiredCount: 3,
  zones: "ENABLED",
  managedTags: true,
  grace: 45,
  loadBalancers: [LOAD_BALANCER],
  costCenter: "42",
  team: "data",
};

test("what others have set on a service stays when it is updated", async () => {
  await apply(1_001, workspace("1"));
  await setFromOutside();
  expect(await apply(1_002, workspace("2"))).toContain("etl: update succeeded");
  expect(foreignSettings()).toEqual(KEPT);
});

test("and when it is replaced: the new service gets it too", async () => {
  await apply(1_001, workspace("1"));
  await setFromOutside();
  expect(await apply(1_002, workspace("2"), { launchType: "EC2" })).toContain("etl: replace succeeded");
  expect(foreignSettings()).toEqual(KEPT);
  const plan = await life.run({ command: "plan", workspace: workspace("2"), launchType: "EC2", runId: 1_003 });
  expect(describeResult(plan)).toContain("etl: none");
});

test("but a configured number of tasks wins, and a tag that left the configuration does not come back", async () => {
  await apply(1_001, workspace("1"));
  await setFromOutside();
  const text = workspace("2", ", server_resources: { replica_count: 2 }").replace(
    "[{ key: team, value: data }]",
    "[{ key: squad, value: core }]",
  );
  expect(await apply(1_002, text, { launchType: "EC2" })).toContain("etl: replace succeeded");
  expect(foreignSettings()).toEqual({ ...KEPT, desiredCount: 2, team: undefined });
});

/** A service with settings of others that is to be replaced. */
async function prepareReplacement(): Promise<void> {
  await apply(1_001, workspace("1"));
  await setFromOutside();
}

async function restart(): Promise<void> {
  await life.close();
  life = await startLife();
  await prepareReplacement();
}

test("and when a replacement is killed at any of its writes: the next run gives it to the new service", async () => {
  await prepareReplacement();
  const undisturbed = killAt(Number.POSITIVE_INFINITY, "after");
  await apply(1_002, workspace("2"), { launchType: "EC2", around: undisturbed.around });
  expect(foreignSettings()).toEqual(KEPT);
  const wanted = leftBehind(life);
  expect(JSON.stringify(wanted)).not.toContain("kept");
  for (let nth = 1; nth <= undisturbed.writes(); nth += 1) {
    for (const when of ["before", "after"] as const) {
      await restart();
      await apply(1_002, workspace("2"), { launchType: "EC2", around: killAt(nth, when).around });
      const next = await apply(1_003, workspace("2"), { launchType: "EC2" });
      expect(next, `killed ${when} write ${nth}`).toMatch(/^etl: \w+ (?:succeeded|unchanged)/);
      expect(foreignSettings(), `killed ${when} write ${nth}`).toEqual(KEPT);
      expect(leftBehind(life), `killed ${when} write ${nth}`).toEqual(wanted);
    }
  }
});

/** A run that is killed when the old service is gone, or with the write before it. */
async function killReplacement(method: string, when: "before" | "after"): Promise<void> {
  await prepareReplacement();
  let isDead = false;
  const around: AroundCall = async (called, call) => {
    if (called === method && when === "before") isDead = true;
    if (isDead) throw killed();
    const answer = await call();
    isDead ||= called === method;
    return answer;
  };
  await apply(1_002, workspace("2"), { launchType: "EC2", around });
  expect(isDead).toBe(true);
}

const notes = () =>
  life.emulator.inventory().discoveryServices.flatMap(({ tags }) => tags.filter(({ Key }) => Key?.includes("/kept")));

test("the plan after a replacement that was cut short says what comes back", async () => {
  await killReplacement("ecs.deleteService", "after");
  for (const settle of [0, 600]) {
    life.clock.advance(settle);
    const plan = await life.run({ command: "plan", workspace: workspace("2"), launchType: "EC2", runId: 1_003 });
    expect(describeResult(plan)).toBe(
      "etl: create: A run was cut short between deleting the service and making it anew. It gets back what others had set: availabilityZoneRebalancing ENABLED, desiredCount 3, enableECSManagedTags true, healthCheckGracePeriodSeconds 45, loadBalancers targetgroup/code/0123456789abcdef to dagster:4000, tag cost-center.",
    );
  }
});

test("what is configured by then wins over what was noted", async () => {
  await killReplacement("ecs.deleteService", "after");
  const text = workspace("2", ", server_resources: { replica_count: 2 }").replace("team", "cost-center");
  await apply(1_003, text, { launchType: "EC2" });
  expect(foreignSettings()).toEqual({ ...KEPT, desiredCount: 2, team: undefined, costCenter: "data" });
  expect(notes()).toEqual([]);
});

test("a note of a replacement that nobody wants any more goes away", async () => {
  await killReplacement("ecs.deleteService", "before");
  expect(notes()).not.toEqual([]);
  expect(await apply(1_003, workspace("1"))).toContain("etl: none");
  expect(notes()).toEqual([]);
  expect(foreignSettings()).toEqual(KEPT);
  const [service] = life.emulator.inventory().services;
  expect(service?.tags?.filter(({ key }) => key?.includes("/kept"))).toEqual([]);
});

test("what ECS refuses of it is told, with the way out", async () => {
  await killReplacement("ecs.deleteService", "after");
  const message = "The target group with targetGroupArn code does not exist.";
  const error = { kind: "error" as const, code: "InvalidParameterException", message, status: 400 };
  life.emulator.fail({ service: "ecs", operation: "CreateService", effect: error });
  const refused = await apply(1_003, workspace("2"), { launchType: "EC2" });
  expect(refused).toContain(message);
  expect(refused).toMatch(
    /loadBalancers targetgroup.code.0123456789abcdef to dagster:4000, tag cost-center.*remove the tag dagster-ecs-deploy\/kept-1 of the Cloud Map service/,
  );
  life.emulator.clearFaults();
  expect(notes()).not.toEqual([]);
  await apply(1_004, workspace("2"), { launchType: "EC2" });
  expect(foreignSettings()).toEqual(KEPT);
});
