import { describe, expect, test } from "vitest";
import type { EcsService } from "../../../src/model/aws-shapes.ts";
import { normalizeDesiredService, normalizeService } from "../../../src/normalize/service.ts";
import { sampleLocation } from "../plan/sample-location.ts";

const NOT_OWNED = { desiredCount: false };

test("a service is only what we own of it, with the defaults of ECS", () => {
  const description: EcsService = {
    serviceArn: "arn",
    createdAt: new Date(0),
    desiredCount: 4,
    runningCount: 4,
    availabilityZoneRebalancing: "ENABLED",
    networkConfiguration: { awsvpcConfiguration: { subnets: ["b", "a"] } },
    deploymentConfiguration: {},
    tags: [{ key: "a", value: "b" }],
  };
  expect(normalizeService(description, NOT_OWNED)).toEqual({
    launchType: "EC2",
    enableExecuteCommand: false,
    propagateTags: "NONE",
    networkConfiguration: { awsvpcConfiguration: { subnets: ["a", "b"], assignPublicIp: "DISABLED" } },
    deploymentConfiguration: {
      maximumPercent: 200,
      minimumHealthyPercent: 100,
      deploymentCircuitBreaker: { enable: false, rollback: false },
    },
    serviceRegistries: [],
    schedulingStrategy: "REPLICA",
    deploymentController: { type: "ECS" },
  });
});

test("an answer without a deployment configuration says nothing of it", () => {
  expect(normalizeService({}, NOT_OWNED)).not.toHaveProperty("deploymentConfiguration");
});

describe("the launch type", () => {
  test.each<{ name: string; description: EcsService; launchType: string }>([
    { name: "as given", description: { launchType: "EXTERNAL" }, launchType: "EXTERNAL" },
    { name: "EC2 where nothing is said", description: {}, launchType: "EC2" },
    {
      name: "Fargate of a capacity provider",
      description: {
        capacityProviderStrategy: [{ capacityProvider: "FARGATE" }, { capacityProvider: "FARGATE_SPOT" }],
      },
      launchType: "FARGATE",
    },
    {
      name: "EC2 of a capacity provider",
      description: { capacityProviderStrategy: [{ capacityProvider: "FARGATE" }, { capacityProvider: "my-asg" }] },
      launchType: "EC2",
    },
  ])("is $name", ({ description, launchType }) => {
    expect(normalizeService(description, NOT_OWNED).launchType).toBe(launchType);
  });
});

test("the number of tasks counts only when it is configured", () => {
  expect(normalizeService({ desiredCount: 2 }, NOT_OWNED)).not.toHaveProperty("desiredCount");
  expect(normalizeService({ desiredCount: 2 }, { desiredCount: true })).toHaveProperty("desiredCount", 2);
  expect(normalizeDesiredService(sampleLocation().service, undefined)).not.toHaveProperty("desiredCount");
  expect(normalizeDesiredService(sampleLocation({ replicaCount: 2 }).service, undefined)).toHaveProperty(
    "desiredCount",
    2,
  );
});

test("a desired service is what ECS describes of it", () => {
  const { service } = sampleLocation();
  const { cluster: _cluster, ...request } = service.createRequest;
  const described: EcsService = {
    ...(request as EcsService),
    desiredCount: 5,
    serviceRegistries: [{ registryArn: "arn:srv", containerName: "dagster", containerPort: 4000 }],
    schedulingStrategy: "REPLICA",
    deploymentController: { type: "ECS" },
    deploymentConfiguration: {
      maximumPercent: 200,
      minimumHealthyPercent: 100,
      strategy: "ROLLING",
      bakeTimeInMinutes: 0,
      deploymentCircuitBreaker: {
        enable: true,
        rollback: true,
        resetOnHealthyTask: true,
        thresholdConfiguration: { type: "BOUNDED_PERCENT", value: 50 },
      },
    },
  };
  expect(normalizeService(described, NOT_OWNED)).toEqual(normalizeDesiredService(service, "arn:srv"));
});
