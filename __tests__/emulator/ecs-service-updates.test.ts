import type { UpdateServiceCommandInput } from "@aws-sdk/client-ecs";
import { describe, expect, it } from "vitest";
import { type Account, describeService, refusalOf, register, serviceRequest } from "./account.ts";
import { startCompleted } from "./rollout-steps.ts";
import { update } from "./service-steps.ts";

describe("UpdateService", () => {
  it.each<[string, UpdateServiceCommandInput | object]>([
    ["desiredCount", { desiredCount: 2 }],
    ["deploymentConfiguration", { deploymentConfiguration: { maximumPercent: 150 } }],
    ["placementStrategy", { placementStrategy: [{ type: "random" }] }],
    ["propagateTags", { propagateTags: "SERVICE" }],
    ["enableECSManagedTags", { enableECSManagedTags: true }],
    ["enableExecuteCommand", { enableExecuteCommand: true }],
    ["availabilityZoneRebalancing", { availabilityZoneRebalancing: "DISABLED" }],
    ["healthCheckGracePeriodSeconds", { healthCheckGracePeriodSeconds: 7 }],
  ])("%s changes without a deployment", async (_field, changes) => {
    const account = await startCompleted();
    const before = (await describeService(account)).deployments?.[0]?.id;
    const { service } = await update(account, changes);
    expect(service).toMatchObject(changes);
    expect(service?.deployments?.map(({ id }) => id)).toEqual([before]);
  });

  it.each<[string, (account: Account) => Partial<UpdateServiceCommandInput>]>([
    ["another task definition", () => ({ taskDefinition: "server" })],
    ["another platform version", () => ({ platformVersion: "1.4.0" })],
    [
      "another network",
      ({ names }) => ({ networkConfiguration: { awsvpcConfiguration: { subnets: [...names.publicSubnets] } } }),
    ],
    ["capacity providers", () => ({ capacityProviderStrategy: [{ capacityProvider: "FARGATE_SPOT", weight: 1 }] })],
    ["force", () => ({ forceNewDeployment: true })],
  ])("%s starts a deployment", async (_what, changes) => {
    const account = await startCompleted();
    await register(account);
    const { service } = await update(account, changes(account));
    expect(service?.deployments).toMatchObject([
      { status: "PRIMARY", rolloutState: "IN_PROGRESS", desiredCount: 0, runningCount: 0 },
      { status: "ACTIVE", rolloutState: "COMPLETED", desiredCount: 1, runningCount: 1 },
    ]);
  });

  it("registries start a deployment, and an empty list removes them", async () => {
    const account = await startCompleted();
    const registry = account.emulator.seed({
      kind: "discoveryService",
      namespaceId: account.names.namespaceId,
      request: { Name: "location", DnsConfig: { DnsRecords: [{ Type: "A", TTL: 60 }] } },
    });
    const added = await update(account, { serviceRegistries: [{ registryArn: registry.arn }] });
    expect(added.service?.deployments).toHaveLength(2);
    account.clock.advance(60);
    const removed = await update(account, { serviceRegistries: [] });
    expect(removed.service?.serviceRegistries).toEqual([]);
    expect(removed.service?.deployments).toHaveLength(2);
  });

  it("what is as it was starts nothing", async () => {
    const account = await startCompleted();
    const { service } = await update(account, {
      taskDefinition: "server:1",
      networkConfiguration: serviceRequest(account).networkConfiguration,
      serviceRegistries: [],
      platformVersion: "LATEST",
    });
    expect(service?.deployments).toHaveLength(1);
  });

  it("refuses what is not there, and changes nothing then", async () => {
    const account = await startCompleted();
    expect((await refusalOf(update(account, { service: "nobody" }))).name).toBe("ServiceNotFoundException");
    const refusal = await refusalOf(update(account, { taskDefinition: "nobody", desiredCount: 5 }));
    expect(refusal.name).toBe("ClientException");
    expect((await describeService(account)).desiredCount).toBe(1);
  });

  it("leaves alone what is not given", async () => {
    const account = await startCompleted({
      propagateTags: "SERVICE",
      enableExecuteCommand: true,
      availabilityZoneRebalancing: "DISABLED",
    });
    const { service } = await update(account, {
      forceNewDeployment: true,
      deploymentConfiguration: { maximumPercent: 150 },
    });
    expect(service).toMatchObject({
      propagateTags: "SERVICE",
      enableExecuteCommand: true,
      availabilityZoneRebalancing: "DISABLED",
      desiredCount: 1,
      deploymentConfiguration: {
        maximumPercent: 150,
        minimumHealthyPercent: 100,
        deploymentCircuitBreaker: { enable: true, rollback: true },
      },
    });
  });
});
