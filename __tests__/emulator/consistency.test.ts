import {
  CreateServiceCommand,
  DescribeTaskDefinitionCommand,
  ListTagsForResourceCommand,
  TagResourceCommand,
} from "@aws-sdk/client-ecs";
import {
  CreateServiceCommand as CreateMapServiceCommand,
  GetServiceCommand,
  ListServicesCommand,
  ServiceDiscoveryClient,
} from "@aws-sdk/client-servicediscovery";
import { describe, expect, it } from "vitest";
import type { ConsistencySettings } from "../../emulator/index.ts";
import { describeService, refusalOf, register, serviceRequest, startAccount } from "./account.ts";

async function startWithService(consistency: ConsistencySettings) {
  const account = await startAccount({ consistency });
  await register(account);
  await account.ecs.send(new CreateServiceCommand(serviceRequest(account, { tags: [{ key: "a", value: "old" }] })));
  return account;
}

describe("a new service", () => {
  it("is MISSING for so many reads", async () => {
    const account = await startWithService({ newServices: { reads: 2 } });
    await expect(describeService(account)).rejects.toThrow("MISSING");
    await expect(describeService(account)).rejects.toThrow("MISSING");
    expect((await describeService(account)).status).toBe("ACTIVE");
  });

  it("is MISSING for so long", async () => {
    const account = await startWithService({ newServices: { seconds: 5 } });
    account.clock.advance(4.9);
    await expect(describeService(account)).rejects.toThrow("MISSING");
    account.clock.advance(0.1);
    expect((await describeService(account)).status).toBe("ACTIVE");
  });

  it("is MISSING for whichever ends later; its tasks start meanwhile", async () => {
    const account = await startWithService({ newServices: { reads: 1, seconds: 40 } });
    account.clock.advance(30);
    await expect(describeService(account)).rejects.toThrow("MISSING");
    await expect(describeService(account)).rejects.toThrow("MISSING");
    account.clock.advance(10);
    expect((await describeService(account)).deployments?.[0]?.rolloutState).toBe("COMPLETED");
  });
});

it("a new revision is not found at first, but a service can be set to it", async () => {
  const account = await startWithService({ newTaskDefinitions: { reads: 1 } });
  const read = () => account.ecs.send(new DescribeTaskDefinitionCommand({ taskDefinition: "server:1" }));
  expect((await refusalOf(read())).name).toBe("ClientException");
  expect((await read()).taskDefinition?.revision).toBe(1);
});

it("tags are those of before for a while, in DescribeServices and in ListTagsForResource", async () => {
  const account = await startWithService({ tags: { seconds: 5 } });
  const resourceArn = (await describeService(account)).serviceArn ?? "";
  await account.ecs.send(new TagResourceCommand({ resourceArn, tags: [{ key: "a", value: "new" }] }));
  const values = async () => {
    const { tags } = await account.ecs.send(new ListTagsForResourceCommand({ resourceArn }));
    return [tags?.[0]?.value, (await describeService(account)).tags?.[0]?.value];
  };
  expect(await values()).toEqual(["old", "old"]);
  account.clock.advance(5);
  expect(await values()).toEqual(["new", "new"]);
});

it("tags given at creation are there at once", async () => {
  const account = await startWithService({ tags: { seconds: 5 } });
  expect((await describeService(account)).tags).toEqual([{ key: "a", value: "old" }]);
});

it("a new Cloud Map service is not listed at first, but found by id", async () => {
  const account = await startAccount({ consistency: { newDiscoveryServices: { seconds: 3 } } });
  const map = new ServiceDiscoveryClient(account.settings);
  const { Service } = await map.send(
    new CreateMapServiceCommand({ Name: "location", NamespaceId: account.names.namespaceId }),
  );
  const names = async () => (await map.send(new ListServicesCommand({}))).Services?.map(({ Name }) => Name);
  expect(await names()).toEqual([]);
  expect((await map.send(new GetServiceCommand({ Id: Service?.Id }))).Service?.Name).toBe("location");
  account.clock.advance(3);
  expect(await names()).toEqual(["location"]);
});

it("lags can be changed while it runs", async () => {
  const account = await startAccount();
  await register(account);
  account.emulator.configure({ consistency: { newServices: { reads: 1 } } });
  await account.ecs.send(new CreateServiceCommand(serviceRequest(account)));
  await expect(describeService(account)).rejects.toThrow("MISSING");
  expect((await describeService(account)).status).toBe("ACTIVE");
});
