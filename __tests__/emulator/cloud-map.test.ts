import {
  CreateServiceCommand as CreateEcsServiceCommand,
  DeleteServiceCommand as DeleteEcsServiceCommand,
} from "@aws-sdk/client-ecs";
import {
  CreateServiceCommand,
  type CreateServiceCommandInput,
  DeleteServiceCommand,
  DeregisterInstanceCommand,
  GetNamespaceCommand,
  GetOperationCommand,
  GetServiceCommand,
  ListInstancesCommand,
  ListNamespacesCommand,
  ListServicesCommand,
  ListTagsForResourceCommand,
  ServiceDiscoveryClient,
  TagResourceCommand,
  UntagResourceCommand,
  UpdateServiceCommand,
} from "@aws-sdk/client-servicediscovery";
import { describe, expect, it } from "vitest";
import type { EmulatorOptions } from "../../emulator/index.ts";
import { type Account, readPages, refusalOf, register, sendJson, serviceRequest, startAccount } from "./account.ts";
import { deploy, listTasks } from "./rollout-steps.ts";

interface MapAccount extends Account {
  readonly map: ServiceDiscoveryClient;
}

async function start(options: EmulatorOptions = {}): Promise<MapAccount> {
  const account = await startAccount(options);
  return { ...account, map: new ServiceDiscoveryClient(account.settings) };
}

const DNS = { DnsRecords: [{ Type: "A" as const, TTL: 60 }] };

async function create(account: MapAccount, changes: Partial<CreateServiceCommandInput> = {}) {
  const { Service } = await account.map.send(
    new CreateServiceCommand({ Name: "location", NamespaceId: account.names.namespaceId, DnsConfig: DNS, ...changes }),
  );
  return { id: Service?.Id ?? "", arn: Service?.Arn ?? "", service: Service };
}

/** A Cloud Map service with the running tasks of an ECS service in it. */
async function startRegistered(options: EmulatorOptions = {}) {
  const account = await start(options);
  const { id, arn } = await create(account);
  await register(account);
  await account.ecs.send(
    new CreateEcsServiceCommand(
      serviceRequest(account, { desiredCount: 2, serviceRegistries: [{ registryArn: arn }] }),
    ),
  );
  account.clock.advance(60);
  const instances = async () => (await account.map.send(new ListInstancesCommand({ ServiceId: id }))).Instances ?? [];
  return { account, id, instances };
}

describe("a Cloud Map service", () => {
  it("is answered whole, and found again by id and by ARN", async () => {
    const account = await start();
    const { id, arn, service } = await create(account, {
      Description: "a location",
      HealthCheckCustomConfig: { FailureThreshold: 1 },
      CreatorRequestId: "me",
    });
    expect(service).toEqual({
      Id: expect.stringMatching(/^srv-[a-z0-9]{16}$/),
      Arn: `arn:aws:servicediscovery:us-east-1:123456789012:service/${id}`,
      Name: "location",
      NamespaceId: account.names.namespaceId,
      Description: "a location",
      InstanceCount: 0,
      DnsConfig: { NamespaceId: account.names.namespaceId, RoutingPolicy: "MULTIVALUE", ...DNS },
      Type: "DNS_HTTP",
      HealthCheckCustomConfig: { FailureThreshold: 1 },
      CreateDate: new Date(account.clock.now()),
      CreatorRequestId: "me",
    });
    for (const Id of [id, arn]) {
      expect((await account.map.send(new GetServiceCommand({ Id }))).Service).toEqual(service);
    }
    expect((await refusalOf(account.map.send(new GetServiceCommand({ Id: "srv-none" })))).name).toBe("ServiceNotFound");
  });

  it("has a name of its own in its namespace, case aside; the same request id gets the same service", async () => {
    const account = await start();
    const first = await create(account, { CreatorRequestId: "me" });
    expect((await create(account, { CreatorRequestId: "me" })).id).toBe(first.id);
    const error = await create(account, { Name: "Location" }).catch((reason: unknown) => reason);
    expect(error).toMatchObject({ name: "ServiceAlreadyExists", ServiceId: first.id, ServiceArn: first.arn });
    const { id } = account.emulator.seed({ kind: "namespace", name: "other.internal" });
    expect((await create(account, { NamespaceId: id })).id).not.toBe(first.id);
  });

  it.each<[string, Partial<CreateServiceCommandInput>, string]>([
    ["a name that ends with a dot", { Name: "a." }, "InvalidInput"],
    ["a label of 64 characters", { Name: "a".repeat(64) }, "InvalidInput"],
    ["no records", { DnsConfig: { DnsRecords: [] } }, "InvalidInput"],
    ["a namespace that is not there", { NamespaceId: "ns-none" }, "NamespaceNotFound"],
    ["an aws: tag", { Tags: [{ Key: "aws:x", Value: "" }] }, "InvalidInput"],
    ["51 tags", { Tags: Array.from({ length: 51 }, (_, i) => ({ Key: `k${i}`, Value: "" })) }, "TooManyTagsException"],
  ])("%s is refused", async (_what, changes, name) => {
    const account = await start();
    expect((await refusalOf(create(account, changes))).name).toBe(name);
  });

  it("a request is checked against the schema", async () => {
    const account = await start();
    const target = "Route53AutoNaming_v20170314.CreateService";
    expect((await sendJson(account, target, { Name: "a", Nmespace: "b" })).body).toMatchObject({
      __type: "InvalidInput",
      message: expect.stringContaining("Nmespace"),
    });
    expect((await sendJson(account, target, {})).body).toMatchObject({ __type: "InvalidInput" });
  });

  it("changes description and records by an operation that takes time", async () => {
    const account = await start();
    const { id } = await create(account);
    const change = { Description: "new", DnsConfig: { DnsRecords: [{ Type: "A" as const, TTL: 10 }] } };
    const { OperationId } = await account.map.send(new UpdateServiceCommand({ Id: id, Service: change }));
    const ttl = async () =>
      (await account.map.send(new GetServiceCommand({ Id: id }))).Service?.DnsConfig?.DnsRecords?.[0]?.TTL;
    const status = async () => (await account.map.send(new GetOperationCommand({ OperationId }))).Operation?.Status;
    expect([await ttl(), await status()]).toEqual([60, "PENDING"]);
    account.clock.advance(5);
    expect([await ttl(), await status()]).toEqual([10, "SUCCESS"]);
  });
});

describe("instances", () => {
  it("are the RUNNING tasks of a service with the registry", async () => {
    const { account, id, instances } = await startRegistered();
    const tasks = await listTasks(account, "RUNNING");
    const ids = tasks.map(({ taskArn }) => taskArn?.split("/").at(-1));
    expect((await instances()).map(({ Id }) => Id)).toEqual(ids);
    const address = tasks[0]?.containers?.[0]?.networkInterfaces?.[0]?.privateIpv4Address;
    expect((await instances())[0]?.Attributes).toMatchObject({
      AWS_INSTANCE_IPV4: address,
      ECS_CLUSTER_NAME: "dagster",
      ECS_SERVICE_NAME: "location",
      ECS_TASK_DEFINITION_FAMILY: "server",
    });
    const { Service } = await account.map.send(new GetServiceCommand({ Id: id }));
    expect(Service?.InstanceCount).toBe(2);
    await deploy(account, { desiredCount: 1 });
    account.clock.advance(5);
    expect(await instances()).toHaveLength(1);
  });

  it("keep the service from being deleted, until the ECS service's tasks are gone", async () => {
    const { account, id, instances } = await startRegistered();
    const remove = () => account.map.send(new DeleteServiceCommand({ Id: id }));
    expect(await refusalOf(remove())).toMatchObject({
      name: "ResourceInUse",
      message: expect.stringContaining("registered instances"),
    });
    await account.ecs.send(new DeleteEcsServiceCommand({ cluster: "dagster", service: "location", force: true }));
    account.clock.advance(30);
    expect(await instances()).toEqual([]);
    await remove();
    expect((await refusalOf(remove())).name).toBe("ServiceNotFound");
  });

  it("outlive the ECS service when they linger, until somebody or ECS deregisters them", async () => {
    const { account, id, instances } = await startRegistered({ lingeringInstanceSeconds: 120 });
    await account.ecs.send(new DeleteEcsServiceCommand({ cluster: "dagster", service: "location", force: true }));
    account.clock.advance(60);
    const [first, second] = await instances();
    expect([first, second]).not.toContain(undefined);
    expect((await refusalOf(account.map.send(new DeleteServiceCommand({ Id: id })))).name).toBe("ResourceInUse");
    await account.map.send(new DeregisterInstanceCommand({ ServiceId: id, InstanceId: first?.Id ?? "" }));
    account.clock.advance(5);
    expect(await instances()).toEqual([second]);
    account.clock.advance(60);
    expect(await instances()).toEqual([]);
  });

  it("are deregistered by an operation that takes time", async () => {
    const { account, id, instances } = await startRegistered();
    const [first] = await instances();
    const deregister = (InstanceId: string) =>
      account.map.send(new DeregisterInstanceCommand({ ServiceId: id, InstanceId }));
    const { OperationId } = await deregister(first?.Id ?? "");
    const read = async () => (await account.map.send(new GetOperationCommand({ OperationId }))).Operation;
    expect(await read()).toMatchObject({
      Status: "PENDING",
      Type: "DEREGISTER_INSTANCE",
      Targets: { INSTANCE: first?.Id, SERVICE: id },
    });
    expect(await instances()).toHaveLength(2);
    account.clock.advance(5);
    expect((await read())?.Status).toBe("SUCCESS");
    expect(await instances()).toHaveLength(1);
    expect((await refusalOf(deregister("nobody"))).name).toBe("InstanceNotFound");
    const lost = refusalOf(account.map.send(new GetOperationCommand({ OperationId: "none" })));
    expect((await lost).name).toBe("OperationNotFound");
  });

  it("come in pages", async () => {
    const { account, id } = await startRegistered({ pageSize: 1 });
    const { items, pages } = await readPages(async (NextToken) => {
      const page = await account.map.send(new ListInstancesCommand({ ServiceId: id, NextToken }));
      return { items: page.Instances, nextToken: page.NextToken };
    });
    expect({ count: items.length, pages }).toEqual({ count: 2, pages: 2 });
  });
});

describe("lists and tags", () => {
  it("services are listed by namespace, in pages, without what only GetService tells", async () => {
    const account = await start({ pageSize: 2 });
    const { id: other = "" } = account.emulator.seed({ kind: "namespace", name: "other.internal" });
    for (const Name of ["a", "b", "c"]) await create(account, { Name });
    await create(account, { Name: "d", NamespaceId: other });
    const list = (ids: string[]) =>
      readPages(async (NextToken) => {
        const page = await account.map.send(
          new ListServicesCommand({ Filters: [{ Name: "NAMESPACE_ID", Values: ids, Condition: "EQ" }], NextToken }),
        );
        return { items: page.Services, nextToken: page.NextToken };
      });
    const { items, pages } = await list([account.names.namespaceId]);
    expect({ names: items.map(({ Name }) => Name), pages }).toEqual({ names: ["a", "b", "c"], pages: 2 });
    expect(items[0]).not.toHaveProperty("CreatorRequestId");
    expect((await list([other])).items).toHaveLength(1);
    const wrong = new ListServicesCommand({ MaxResults: 101 });
    expect((await refusalOf(account.map.send(wrong))).name).toBe("InvalidInput");
    const token = new ListServicesCommand({ NextToken: "made-up" });
    expect((await refusalOf(account.map.send(token))).name).toBe("InvalidInput");
  });

  it("namespaces are listed by name and type, and count their services", async () => {
    const account = await start({ pageSize: 1 });
    account.emulator.seed({ kind: "namespace", name: "http", type: "HTTP" });
    await create(account);
    const list = (Name: "TYPE" | "NAME", value: string) =>
      account.map.send(new ListNamespacesCommand({ Filters: [{ Name, Values: [value] }] }));
    expect((await list("TYPE", "HTTP")).Namespaces?.map(({ Name }) => Name)).toEqual(["http"]);
    expect((await list("NAME", account.names.namespaceName)).Namespaces).toMatchObject([{ ServiceCount: 1 }]);
    const { pages } = await readPages(async (NextToken) => {
      const page = await account.map.send(new ListNamespacesCommand({ NextToken }));
      return { items: page.Namespaces, nextToken: page.NextToken };
    });
    expect(pages).toBe(2);
    const { Namespace } = await account.map.send(new GetNamespaceCommand({ Id: account.names.namespaceId }));
    expect(Namespace).toMatchObject({ Name: account.names.namespaceName, Type: "DNS_PRIVATE" });
    const none = account.map.send(new GetNamespaceCommand({ Id: "ns-none" }));
    expect((await refusalOf(none)).name).toBe("NamespaceNotFound");
  });

  it("tags are added, replaced and removed by ARN", async () => {
    const account = await start();
    const { arn } = await create(account, { Tags: [{ Key: "a", Value: "1" }] });
    const tag = (Tags: { Key: string; Value: string }[]) =>
      account.map.send(new TagResourceCommand({ ResourceARN: arn, Tags }));
    await tag([
      { Key: "a", Value: "2" },
      { Key: "b", Value: "" },
    ]);
    await account.map.send(new UntagResourceCommand({ ResourceARN: arn, TagKeys: ["b"] }));
    const { Tags } = await account.map.send(new ListTagsForResourceCommand({ ResourceARN: arn }));
    expect(Tags).toEqual([{ Key: "a", Value: "2" }]);
    const lost = account.map.send(new ListTagsForResourceCommand({ ResourceARN: `${arn}x` }));
    expect((await refusalOf(lost)).name).toBe("ResourceNotFoundException");
  });
});
