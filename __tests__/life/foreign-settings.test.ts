import { TagResourceCommand, UpdateServiceCommand } from "@aws-sdk/client-ecs";
import { afterEach, beforeEach, expect, test } from "vitest";
import { describeResult, type LifeWorld, startLife } from "./world.ts";

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

async function apply(runId: number, text: string, more: { launchType?: "EC2" } = {}): Promise<string> {
  return describeResult(await life.run({ command: "apply", workspace: text, runId, ...more }));
}

/** What others have set on the service: a scaler, somebody with tags, somebody who wants zones balanced. */
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
    costCenter: service?.tags?.find(({ key }) => key === "cost-center")?.value,
    team: service?.tags?.find(({ key }) => key === "team")?.value,
  };
}

const KEPT = { desiredCount: 3, zones: "ENABLED", managedTags: true, grace: 45, costCenter: "42", team: "data" };

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
