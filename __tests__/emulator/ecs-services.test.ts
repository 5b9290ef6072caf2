import {
  type CreateServiceCommandInput,
  DeregisterTaskDefinitionCommand,
  DescribeServicesCommand,
  ListServicesCommand,
  ListTagsForResourceCommand,
  RegisterTaskDefinitionCommand,
  TagResourceCommand,
  UntagResourceCommand,
} from "@aws-sdk/client-ecs";
import { describe, expect, it } from "vitest";
import { describeService, ECS, readPages, refusalOf, register, sendJson, startAccount } from "./account.ts";
import { startCompleted } from "./rollout-steps.ts";
import { create, remove, update } from "./service-steps.ts";

describe("a created service", () => {
  it("has the defaults of real answers", async () => {
    const account = await startAccount();
    const arn = await register(account);
    const service = await create(account, { deploymentConfiguration: undefined });
    const created = new Date(account.clock.now());
    const network = {
      awsvpcConfiguration: {
        subnets: account.names.privateSubnets,
        securityGroups: [account.names.securityGroup],
        assignPublicIp: "DISABLED",
      },
    };
    const [deployment] = service?.deployments ?? [];
    const digits = /^ecs-svc\/(\d{19})$/.exec(deployment?.id ?? "")?.[1] ?? "none";
    expect(service).toEqual({
      serviceArn: "arn:aws:ecs:us-east-1:123456789012:service/dagster/location",
      serviceName: "location",
      clusterArn: account.names.clusterArn,
      loadBalancers: [],
      serviceRegistries: [],
      status: "ACTIVE",
      desiredCount: 1,
      runningCount: 0,
      pendingCount: 0,
      launchType: "FARGATE",
      platformVersion: "LATEST",
      platformFamily: "Linux",
      taskDefinition: arn,
      deploymentConfiguration: {
        deploymentCircuitBreaker: { enable: false, rollback: false },
        maximumPercent: 200,
        minimumHealthyPercent: 100,
        strategy: "ROLLING",
        bakeTimeInMinutes: 0,
      },
      deployments: [
        {
          id: `ecs-svc/${digits}`,
          status: "PRIMARY",
          taskDefinition: arn,
          desiredCount: 1,
          pendingCount: 0,
          runningCount: 0,
          failedTasks: 0,
          createdAt: created,
          updatedAt: created,
          launchType: "FARGATE",
          platformVersion: "1.4.0",
          platformFamily: "Linux",
          networkConfiguration: network,
          rolloutState: "IN_PROGRESS",
          rolloutStateReason: `ECS deployment ecs-svc/${digits} in progress.`,
        },
      ],
      roleArn: expect.stringContaining("AWSServiceRoleForECS"),
      events: [],
      createdAt: created,
      currentServiceRevisions: [
        {
          arn: `arn:aws:ecs:us-east-1:123456789012:service-revision/dagster/location/${digits}`,
          requestedTaskCount: 1,
          runningTaskCount: 0,
          pendingTaskCount: 0,
        },
      ],
      placementConstraints: [],
      placementStrategy: [],
      networkConfiguration: network,
      healthCheckGracePeriodSeconds: 0,
      schedulingStrategy: "REPLICA",
      deploymentController: { type: "ECS" },
      createdBy: expect.stringContaining(":role/deploy"),
      enableECSManagedTags: false,
      propagateTags: "NONE",
      enableExecuteCommand: false,
      availabilityZoneRebalancing: "ENABLED",
      resourceManagementType: "CUSTOMER",
      tags: [],
    });
  });

  it("shows tags only when asked for", async () => {
    const account = await startCompleted({ tags: [{ key: "a", value: "1" }, { key: "b" }] });
    const { services } = await account.ecs.send(
      new DescribeServicesCommand({ cluster: account.names.cluster, services: ["location"] }),
    );
    expect(services?.[0]).not.toHaveProperty("tags");
    expect((await describeService(account)).tags).toEqual([
      { key: "a", value: "1" },
      { key: "b", value: "" },
    ]);
  });
});

describe("what CreateService refuses", () => {
  const vpc = (changes: object) => ({
    networkConfiguration: { awsvpcConfiguration: { subnets: ["subnet-0aaa1111bbbb2222c"], ...changes } },
  });
  it.each<[string, Partial<CreateServiceCommandInput>, string]>([
    ["a name with a dot", { serviceName: "a.b" }, "Service name"],
    ["no desired count", { desiredCount: undefined }, "desiredCount"],
    ["a token of 37 characters", { clientToken: "x".repeat(37) }, "36"],
    ["no network for awsvpc", { networkConfiguration: undefined }, "Network Configuration must be provided"],
    ["seventeen subnets", vpc({ subnets: Array.from({ length: 17 }, (_, i) => `subnet-${i}`) }), "at most 16"],
    ["six security groups", vpc({ securityGroups: ["a", "b", "c", "d", "e", "f"] }), "at most 5"],
    ["a subnet that is not there", vpc({ subnets: ["subnet-0"] }), "InvalidSubnetID.NotFound"],
    ["a group that is not there", vpc({ securityGroups: ["sg-0"] }), "InvalidGroup.NotFound"],
    [
      "launch type and capacity provider",
      { capacityProviderStrategy: [{ capacityProvider: "FARGATE" }] },
      "capacity provider",
    ],
    ["a registry that is not there", { serviceRegistries: [{ registryArn: "arn:aws:x:service/srv-a" }] }, "registry"],
    ["an aws: tag", { tags: [{ key: "aws:x", value: "" }] }, "aws:"],
  ])("%s", async (_what, changes, part) => {
    const account = await startAccount();
    await register(account);
    const refusal = await refusalOf(create(account, changes));
    expect(refusal.name).toBe("InvalidParameterException");
    expect(refusal.message).toContain(part);
  });

  it("a task definition that is unknown or INACTIVE, a cluster that is not there, a missing member", async () => {
    const account = await startAccount();
    await register(account);
    await register(account);
    await account.ecs.send(new DeregisterTaskDefinitionCommand({ taskDefinition: "server:2" }));
    expect(await refusalOf(create(account, { taskDefinition: "nobody" }))).toMatchObject({
      name: "ClientException",
      message: "TaskDefinition not found.",
    });
    expect(await refusalOf(create(account, { taskDefinition: "server:2" }))).toMatchObject({
      name: "ClientException",
      message: "TaskDefinition is inactive",
    });
    expect((await refusalOf(create(account, { cluster: "nowhere" }))).name).toBe("ClusterNotFoundException");
    const answer = await sendJson(account, `${ECS}.CreateService`, { cluster: "dagster" });
    expect(answer.body).toMatchObject({ __type: "InvalidParameterException" });
  });

  it("FARGATE for a definition that cannot run there", async () => {
    const account = await startAccount();
    const containerDefinitions = [{ name: "a", image: "a", memory: 100 }];
    await account.ecs.send(new RegisterTaskDefinitionCommand({ family: "server", containerDefinitions }));
    expect((await refusalOf(create(account))).message).toContain("does not support launch_type FARGATE");
  });
});

describe("names", () => {
  it("a name in use is refused, unless request and token are those of before", async () => {
    const account = await startAccount();
    await register(account);
    const first = await create(account, { clientToken: "token" });
    const again = await create(account, { clientToken: "token" });
    expect(again?.deployments?.[0]?.id).toBe(first?.deployments?.[0]?.id);
    const taken = { name: "InvalidParameterException", message: "Creation of service was not idempotent." };
    expect(await refusalOf(create(account, { clientToken: "other" }))).toMatchObject(taken);
    expect(await refusalOf(create(account, { clientToken: "token", desiredCount: 2 }))).toMatchObject(taken);
    expect(await refusalOf(create(account))).toMatchObject(taken);
  });

  it("a deleted service is DRAINING, then INACTIVE; only then its name is free", async () => {
    const account = await startCompleted();
    expect((await refusalOf(remove(account))).message).toContain("scaled above 0");
    const { service } = await remove(account, { force: true });
    expect(service).toMatchObject({ status: "DRAINING", desiredCount: 0 });
    expect((await refusalOf(create(account))).message).toBe("Unable to Start a service that is still Draining.");
    expect((await refusalOf(update(account, { desiredCount: 1 }))).name).toBe("ServiceNotActiveException");
    account.clock.advance(15);
    expect(await describeService(account)).toMatchObject({ status: "DRAINING", runningCount: 0 });
    account.clock.advance(15);
    expect(await describeService(account)).toMatchObject({ status: "INACTIVE", deployments: [] });
    expect((await refusalOf(remove(account))).name).toBe("ServiceNotActiveException");
    expect((await create(account))?.status).toBe("ACTIVE");
    expect(await describeService(account)).toMatchObject({ status: "ACTIVE" });
  });

  it("scaled to 0 a service is deleted without force", async () => {
    const account = await startCompleted();
    await update(account, { desiredCount: 0 });
    account.clock.advance(30);
    expect((await remove(account)).service?.status).toBe("DRAINING");
    account.clock.advance(12);
    expect((await describeService(account)).status).toBe("INACTIVE");
    expect((await refusalOf(remove(account, { service: "nobody" }))).name).toBe("ServiceNotFoundException");
  });
});

describe("DescribeServices", () => {
  it("takes ten at most, by name or ARN, and tells which are MISSING", async () => {
    const account = await startCompleted();
    const send = (services: string[]) =>
      account.ecs.send(new DescribeServicesCommand({ cluster: account.names.cluster, services }));
    const arn = "arn:aws:ecs:us-east-1:123456789012:service/dagster/location";
    const answer = await send([arn, ...Array.from({ length: 9 }, (_, i) => `none-${i}`)]);
    expect(answer.services?.map(({ serviceName }) => serviceName)).toEqual(["location"]);
    expect(answer.failures?.[0]).toEqual({ arn: arn.replace("location", "none-0"), reason: "MISSING" });
    expect(answer.failures).toHaveLength(9);
    expect((await refusalOf(send(Array.from({ length: 11 }, () => "location")))).name).toBe(
      "InvalidParameterException",
    );
    expect((await refusalOf(send([]))).name).toBe("InvalidParameterException");
  });
});

describe("lists and tags", () => {
  it("ListServices has pages of ten unless asked, and leaves out INACTIVE ones", async () => {
    const account = await startAccount({ pageSize: 100 });
    await register(account);
    for (let i = 0; i < 12; i += 1) await create(account, { serviceName: `s${i}`, desiredCount: 0 });
    await remove(account, { service: "s0" });
    account.clock.advance(30);
    const list = (maxResults?: number) =>
      readPages(async (nextToken) => {
        const page = await account.ecs.send(
          new ListServicesCommand({ cluster: account.names.cluster, nextToken, maxResults }),
        );
        return { items: page.serviceArns, nextToken: page.nextToken };
      });
    const { items, pages } = await list();
    expect({ count: items.length, pages }).toEqual({ count: 11, pages: 2 });
    expect(items.some((arn) => arn.endsWith("/s0"))).toBe(false);
    expect((await list(100)).pages).toBe(1);
  });

  it("ListServices leaves out a service that drains, which DescribeServices still shows", async () => {
    const account = await startCompleted();
    await remove(account, { force: true });
    const { serviceArns } = await account.ecs.send(new ListServicesCommand({ cluster: account.names.cluster }));
    expect(serviceArns).toEqual([]);
    expect((await describeService(account)).status).toBe("DRAINING");
  });

  it("tags are added, replaced and removed by ARN", async () => {
    const account = await startCompleted({ tags: [{ key: "a", value: "1" }] });
    const resourceArn = (await describeService(account)).serviceArn ?? "";
    const tags = [
      { key: "a", value: "2" },
      { key: "b", value: "" },
    ];
    await account.ecs.send(new TagResourceCommand({ resourceArn, tags }));
    const list = async () => (await account.ecs.send(new ListTagsForResourceCommand({ resourceArn }))).tags;
    expect(await list()).toEqual(tags);
    await account.ecs.send(new UntagResourceCommand({ resourceArn, tagKeys: ["a"] }));
    expect(await list()).toEqual([{ key: "b", value: "" }]);
    const many = Array.from({ length: 50 }, (_, i) => ({ key: `k${i}`, value: "" }));
    const refusal = await refusalOf(account.ecs.send(new TagResourceCommand({ resourceArn, tags: many })));
    expect(refusal.name).toBe("InvalidParameterException");
    const nobody = resourceArn.replace("location", "nobody");
    const lost = await refusalOf(account.ecs.send(new ListTagsForResourceCommand({ resourceArn: nobody })));
    expect(lost.name).toBe("ResourceNotFoundException");
  });
});
