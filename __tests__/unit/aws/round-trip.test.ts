import { setTimeout as delay } from "node:timers/promises";
import { expect, it, onTestFinished, vi } from "vitest";
import { startEmulator } from "../../../emulator/index.ts";
import { createAwsPorts } from "../../../src/aws/index.ts";
import { HiddenText } from "../../../src/model/environment.ts";

/** The adapters against services that check every request: what a fake of our own would not notice. */
async function connectEmulator() {
  const emulator = await startEmulator({ pageSize: 2 });
  for (const [name, value] of Object.entries(emulator.environment)) vi.stubEnv(name, value);
  onTestFinished(async () => {
    vi.unstubAllEnvs();
    await emulator.close();
  });
  const account = emulator.seedDagsterAccount({ repositories: ["etl"], imageTags: ["v1"] });
  const ports = await createAwsPorts({
    region: account.region,
    environment: new Map(),
    // Emulated time runs faster than the test's: a short real pause is a long one there.
    clock: { now: () => emulator.now(), sleep: () => delay(10) },
    log: () => undefined,
  });
  return { emulator, account, ports };
}

it("carries one service from nothing to nothing", async () => {
  const { account, ports } = await connectEmulator();
  const { cluster, namespaceId } = account;

  expect(await ports.ecs.clusterIsActive(cluster)).toBe(true);
  expect(await ports.ecs.describeTaskDefinition("etl")).toBeUndefined();
  const arn = await ports.ecs.registerTaskDefinition(
    {
      family: "etl",
      requiresCompatibilities: ["FARGATE"],
      networkMode: "awsvpc",
      cpu: "256",
      memory: "512",
      executionRoleArn: account.executionRoleArn,
      containerDefinitions: [{ name: "dagster", image: `${account.repositoryUris.etl}:v1` }],
    },
    [{ name: "TOKEN", value: { origin: "step", hidden: new HiddenText("t0ken"), from: "TOKEN" } }],
    { team: "data" },
  );
  expect(await ports.ecs.describeTaskDefinition("etl")).toMatchObject({
    arn,
    revision: 1,
    status: "ACTIVE",
    description: { containerDefinitions: [{ environment: [{ name: "TOKEN", value: "t0ken" }] }] },
  });

  const registration = await ports.discovery.createService(
    { Name: "etl", NamespaceId: namespaceId, DnsConfig: { DnsRecords: [{ Type: "A", TTL: 60 }] } },
    { team: "data" },
  );
  expect(
    await ports.discovery.createService(
      { Name: "etl", NamespaceId: namespaceId, DnsConfig: { DnsRecords: [{ Type: "A", TTL: 60 }] } },
      {},
    ),
  ).toEqual(registration);
  expect(await ports.discovery.tagsOf(registration.arn)).toEqual({ team: "data" });

  const names = Array.from({ length: 5 }, (_, index) => `etl-${index}`);
  for (const serviceName of names) {
    await ports.ecs.createService(
      {
        cluster,
        serviceName,
        taskDefinition: arn,
        desiredCount: 1,
        launchType: "FARGATE",
        networkConfiguration: {
          awsvpcConfiguration: { subnets: [...account.privateSubnets], securityGroups: [account.securityGroup] },
        },
        ...(serviceName === "etl-0" ? { serviceRegistries: [{ registryArn: registration.arn }] } : {}),
      },
      { team: "data" },
    );
  }
  expect(await ports.ecs.listServices(cluster)).toEqual(names);
  const described = await ports.ecs.describeServices(cluster, [...names, "none"]);
  expect(described.map(({ serviceName, tags }) => [serviceName, tags?.[0]?.value])).toEqual(
    names.map((name) => [name, "data"]),
  );
  await vi.waitUntil(async () => (await ports.ecs.describeServices(cluster, ["etl-0"]))[0]?.runningCount === 1, 10_000);
  expect(await ports.ecs.describeRunningTasks(cluster, "etl-0")).toHaveLength(1);

  await ports.ecs.deleteService(cluster, "etl-0");
  await ports.discovery.deleteService(registration.id);
  expect((await ports.discovery.listServices(namespaceId)).has("etl")).toBe(false);
  await vi.waitUntil(async () => (await ports.ecs.describeServices(cluster, ["etl-0"])).length === 0, 10_000);
  await ports.ecs.deleteService(cluster, "etl-0");
});

it("reads what is around the services", async () => {
  const { emulator, account, ports } = await connectEmulator();
  for (const name of ["A", "B", "C"]) emulator.seed({ kind: "secret", name, tags: { dagster: "" } });
  emulator.seed({ kind: "secret", name: "OTHER", tags: { "dagster-run": "" } });
  emulator.seed({
    kind: "routeTable",
    id: "rtb-0private000000000",
    subnetIds: account.privateSubnets,
    routes: [{ destination: "0.0.0.0/0", target: "nat-0123456789abcdef0" }],
  });
  emulator.seed({ kind: "role", name: "not-for-tasks", trustedServices: ["ec2.amazonaws.com"] });

  const { account: id } = await ports.identity.callerIdentity();
  expect(id).toBe(account.account);
  expect(await ports.identity.checkTaskRole(account.executionRoleArn)).toBe("ok");
  expect(await ports.identity.checkTaskRole(`arn:aws:iam::${id}:role/not-for-tasks`)).toBe("untrusted");
  expect(await ports.identity.checkTaskRole(`arn:aws:iam::${id}:role/none`)).toBe("missing");

  expect((await ports.secrets.secretsWithTag("dagster")).map(({ name }) => name)).toEqual(["A", "B", "C"]);
  expect(await ports.network.inferPublicIp(account.privateSubnets)).toBe("DISABLED");
  expect(await ports.network.inferPublicIp(account.publicSubnets)).toBe("ENABLED");
  expect(await ports.network.missingSubnets([...account.privateSubnets, "subnet-0000000000000000f"])).toEqual([
    "subnet-0000000000000000f",
  ]);
  expect(await ports.network.missingSecurityGroups([account.securityGroup, "sg-0000000000000000f"])).toEqual([
    "sg-0000000000000000f",
  ]);
  expect(await ports.logs.groupExists(account.logGroup)).toBe(true);
  expect(await ports.logs.groupExists(account.logGroup.slice(0, -1))).toBe(false);
  expect(await ports.logs.lastLines(account.logGroup, "none", 5)).toEqual([]);
  expect(await ports.discovery.describeNamespace(account.namespaceId)).toMatchObject({ name: account.namespaceName });

  const uri = account.repositoryUris.etl ?? "";
  const images = await ports.registry.resolveImages([`${uri}:v1`, `${uri}:v2`, `${uri}-none:v1`]);
  expect([...images.values()].map(({ status }) => status)).toEqual(["found", "missing", "missing"]);
});
