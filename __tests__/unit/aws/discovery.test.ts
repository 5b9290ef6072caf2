import { describe, expect, it } from "vitest";
import { answer, connectFakeAws, failure, LOST } from "./fake-aws.ts";

const SERVICE = { Id: "srv-1", Arn: "arn:srv-1", Name: "etl" };
const LIVE = { id: "srv-1", arn: "arn:srv-1", name: "etl" };
const REQUEST = { Name: "etl", NamespaceId: "ns-1", DnsConfig: { DnsRecords: [{ Type: "A", TTL: 60 }] } };

describe("listServices", () => {
  it("reads all pages of the namespace", async () => {
    const { ports, calls } = await connectFakeAws({
      ListServices: ({ body }) =>
        body.NextToken === undefined
          ? answer({ Services: [SERVICE], NextToken: "2" })
          : answer({ Services: [{ Id: "srv-2", Arn: "arn:srv-2", Name: "ml" }] }),
    });
    const services = await ports.discovery.listServices("ns-1");
    expect([...services.keys()]).toEqual(["etl", "ml"]);
    expect(services.get("etl")).toEqual(LIVE);
    expect(calls[0]?.body).toEqual({
      Filters: [{ Name: "NAMESPACE_ID", Values: ["ns-1"], Condition: "EQ" }],
      MaxResults: 100,
    });
  });

  it("of the account asks for no namespace and keeps services of one name apart", async () => {
    const { ports, calls } = await connectFakeAws({
      ListServices: () => answer({ Services: [SERVICE, { ...SERVICE, Id: "srv-2", Arn: "arn:srv-2" }, { Name: "x" }] }),
    });
    expect((await ports.discovery.listAllServices()).map(({ id }) => id)).toEqual(["srv-1", "srv-2"]);
    expect(calls[0]?.body).toEqual({ MaxResults: 100 });
  });
});

describe("createService", () => {
  it("creates with tags", async () => {
    const { ports, calls } = await connectFakeAws({ CreateService: () => answer({ Service: SERVICE }) });
    await expect(ports.discovery.createService(REQUEST, { team: "data" })).resolves.toEqual(LIVE);
    expect(calls[0]?.body).toMatchObject({ ...REQUEST, Tags: [{ Key: "team", Value: "data" }] });
  });

  it("gives the existing one", async () => {
    const { ports } = await connectFakeAws({
      CreateService: () => failure("ServiceAlreadyExists", "Service already exists.", { ServiceId: "srv-1" }),
      ListServices: () => answer({ Services: [SERVICE] }),
    });
    await expect(ports.discovery.createService(REQUEST, {})).resolves.toEqual(LIVE);
  });

  it("repeats a request whose answer was lost with the same id", async () => {
    const { ports, calls } = await connectFakeAws({
      CreateService: (_, nth) => (nth === 0 ? LOST : answer({ Service: SERVICE })),
    });
    await expect(ports.discovery.createService(REQUEST, {})).resolves.toEqual(LIVE);
    const [first, second] = calls.map(({ body }) => body.CreatorRequestId);
    expect(first).toBeDefined();
    expect(second).toBe(first);
  });

  it("waits for the existing one to be listed", async () => {
    const { ports, clock } = await connectFakeAws({
      CreateService: () => failure("ServiceAlreadyExists", "Service already exists."),
      ListServices: (_, nth) => answer({ Services: nth < 2 ? [] : [SERVICE] }),
    });
    await expect(ports.discovery.createService(REQUEST, {})).resolves.toEqual(LIVE);
    expect(clock.slept).toEqual([2_000, 2_000]);
  });

  it("fails when the existing one cannot be seen", async () => {
    const { ports } = await connectFakeAws({
      CreateService: () => failure("ServiceAlreadyExists", "Service already exists."),
      ListServices: () => answer({ Services: [] }),
    });
    await expect(ports.discovery.createService(REQUEST, {})).rejects.toMatchObject({ code: "ServiceAlreadyExists" });
  });
});

describe("deleteService", () => {
  it("deregisters what is left, waits, then deletes", async () => {
    const { ports, actions, clock } = await connectFakeAws({
      ListInstances: ({ body }) =>
        body.NextToken === undefined
          ? answer({ Instances: [{ Id: "i-1" }], NextToken: "2" })
          : answer({ Instances: [{ Id: "i-2" }, { Id: "i-3" }] }),
      DeregisterInstance: ({ body }) =>
        body.InstanceId === "i-1"
          ? answer({ OperationId: "op-1" })
          : failure(body.InstanceId === "i-2" ? "InstanceNotFound" : "DuplicateRequest", "no"),
      GetOperation: (_, nth) => answer({ Operation: { Id: "op-1", Status: nth < 2 ? "PENDING" : "SUCCESS" } }),
      DeleteService: () => answer({}),
    });
    await ports.discovery.deleteService("srv-1");
    expect(actions().filter((action) => action === "GetOperation")).toHaveLength(3);
    expect(actions().at(-1)).toBe("DeleteService");
    expect(clock.slept).toEqual([2_000, 2_000]);
  });

  it("is done when the service is gone", async () => {
    const { ports } = await connectFakeAws({ ListInstances: () => failure("ServiceNotFound", "no") });
    await expect(ports.discovery.deleteService("srv-1")).resolves.toBeUndefined();
  });

  it("tries again while instances are left, because ECS deregisters later", async () => {
    const { ports, actions } = await connectFakeAws({
      ListInstances: () => answer({ Instances: [] }),
      DeleteService: (_, nth) =>
        nth < 3 ? failure("ResourceInUse", "Service contains registered instances") : answer({}),
    });
    await ports.discovery.deleteService("srv-1");
    expect(actions().filter((action) => action === "DeleteService")).toHaveLength(4);
  });

  it("gives up after two minutes", async () => {
    const { ports, clock } = await connectFakeAws({
      ListInstances: () => answer({ Instances: [] }),
      DeleteService: () => failure("ResourceInUse", "Service contains registered instances"),
    });
    await expect(ports.discovery.deleteService("srv-1")).rejects.toMatchObject({
      code: "instances-still-registered",
    });
    expect(clock.now()).toBe(120_000);
  });

  it("gives up on an operation that does not end", async () => {
    const { ports, clock } = await connectFakeAws({
      ListInstances: () => answer({ Instances: [{ Id: "i-1" }] }),
      DeregisterInstance: () => answer({ OperationId: "op-1" }),
      GetOperation: () => answer({ Operation: { Status: "PENDING" } }),
    });
    await expect(ports.discovery.deleteService("srv-1")).rejects.toMatchObject({
      code: "instances-still-registered",
    });
    expect(clock.now()).toBe(120_000);
  });

  it.each([
    ["an operation", () => answer({})],
    ["the last instance to go", () => failure("ResourceInUse", "Service contains registered instances")],
  ])("stops waiting for %s when the run is interrupted", async (_, deleted) => {
    const interruption = new AbortController();
    const { ports } = await connectFakeAws({
      ListInstances: (_request, nth) => answer({ Instances: nth === 0 ? [{ Id: "i-1" }] : [] }),
      DeregisterInstance: () => answer({ OperationId: "op-1" }),
      GetOperation: () => {
        if (deleted().status === undefined) interruption.abort();
        return answer({ Operation: { Status: interruption.signal.aborted ? "PENDING" : "SUCCESS" } });
      },
      DeleteService: () => {
        interruption.abort();
        return deleted();
      },
    });
    await expect(ports.discovery.deleteService("srv-1", interruption.signal)).rejects.toMatchObject({
      code: "interrupted",
    });
  });
});

describe("deregisterInstances", () => {
  it("empties the service and leaves it", async () => {
    const { ports, actions } = await connectFakeAws({
      ListInstances: () => answer({ Instances: [{ Id: "i-1" }] }),
      DeregisterInstance: () => answer({ OperationId: "op-1" }),
      GetOperation: (_, nth) => answer({ Operation: { Status: nth < 1 ? "PENDING" : "SUCCESS" } }),
    });
    await ports.discovery.deregisterInstances("srv-1");
    expect(actions()).toEqual(["ListInstances", "DeregisterInstance", "GetOperation", "GetOperation"]);
  });

  it("is done when the service is gone", async () => {
    const { ports } = await connectFakeAws({ ListInstances: () => failure("ServiceNotFound", "no") });
    await expect(ports.discovery.deregisterInstances("srv-1")).resolves.toBeUndefined();
  });
});

describe("tags and namespaces", () => {
  it("reads and writes tags", async () => {
    const { ports, calls } = await connectFakeAws({
      ListTagsForResource: () =>
        answer({
          Tags: [
            { Key: "a", Value: "1" },
            { Key: "b", Value: "" },
          ],
        }),
      TagResource: () => answer({}),
      UntagResource: () => answer({}),
    });
    await expect(ports.discovery.tagsOf("arn:srv-1")).resolves.toEqual({ a: "1", b: "" });
    await ports.discovery.tagResource("arn:srv-1", { c: "2" });
    await ports.discovery.untagResource("arn:srv-1", ["a"]);
    await ports.discovery.tagResource("arn:srv-1", {});
    await ports.discovery.untagResource("arn:srv-1", []);
    expect(calls.slice(1).map(({ body }) => body)).toEqual([
      { ResourceARN: "arn:srv-1", Tags: [{ Key: "c", Value: "2" }] },
      { ResourceARN: "arn:srv-1", TagKeys: ["a"] },
    ]);
  });

  it("describes a namespace, or says that there is none", async () => {
    const { ports } = await connectFakeAws({
      GetNamespace: ({ body }) =>
        body.Id === "ns-1"
          ? answer({ Namespace: { Id: "ns-1", Name: "dagster.local", Arn: "arn:ns-1" } })
          : failure("NamespaceNotFound", "no"),
    });
    await expect(ports.discovery.describeNamespace("ns-1")).resolves.toEqual({
      name: "dagster.local",
      arn: "arn:ns-1",
    });
    await expect(ports.discovery.describeNamespace("ns-2")).resolves.toBeUndefined();
  });
});

describe("service_discovery_role_arn", () => {
  const ROLE = "arn:aws:iam::210987654321:role/discovery";
  const credentials = (expiration: string) => ({
    body: `<AssumeRoleResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/"><AssumeRoleResult><Credentials><AccessKeyId>key-of-the-role</AccessKeyId><SecretAccessKey>s</SecretAccessKey><SessionToken>t</SessionToken><Expiration>${expiration}</Expiration></Credentials></AssumeRoleResult></AssumeRoleResponse>`,
  });

  it("is assumed once, and only for Cloud Map", async () => {
    const { ports, calls, actions } = await connectFakeAws(
      {
        AssumeRole: () => credentials("2099-01-01T00:00:00Z"),
        ListServices: () => answer({ Services: [], serviceArns: [] }),
      },
      { serviceDiscoveryRoleArn: ROLE },
    );
    await ports.discovery.listServices("ns-1");
    await ports.discovery.listServices("ns-1");
    await ports.ecs.listServices("main");
    expect(actions()).toEqual(["AssumeRole", "ListServices", "ListServices", "ListServices"]);
    expect(calls[0]?.body).toMatchObject({ RoleArn: ROLE, RoleSessionName: "dagster-ecs-deploy" });
    const keys = calls.map(({ headers }) => /Credential=([^/]+)/.exec(headers.authorization ?? "")?.[1]);
    expect(keys).toEqual(["key-of-the-step", "key-of-the-role", "key-of-the-role", "key-of-the-step"]);
  });

  it("names the permission that is missing", async () => {
    const { ports } = await connectFakeAws(
      {
        AssumeRole: () => ({
          status: 403,
          body: "<ErrorResponse><Error><Type>Sender</Type><Code>AccessDenied</Code><Message>Denied</Message></Error><RequestId>r</RequestId></ErrorResponse>",
        }),
      },
      { serviceDiscoveryRoleArn: ROLE },
    );
    await expect(ports.discovery.listServices("ns-1")).rejects.toMatchObject({
      code: "AccessDenied",
      message: `The role of this run has no permission for sts:AssumeRole on ${ROLE}.`,
    });
  });
});
