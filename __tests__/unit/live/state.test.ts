import { describe, expect, it } from "vitest";
import { ActionError } from "../../../src/errors.ts";
import { readLiveServices } from "../../../src/live/services.ts";
import { readLiveState } from "../../../src/live/state.ts";
import { TAG_SOURCE } from "../../../src/model/tags.ts";
import { createFakePorts, describedService, registered } from "./fake-ports.ts";

const CLUSTER = "main";
const wantedOf = (name: string) => ({
  name,
  serviceName: name,
  family: name,
  fingerprint: `hash-of-${name}`,
  cloudMapName: name,
});
const cloudMapOf = (...names: string[]) =>
  new Map(names.map((name) => [name, { id: `srv-${name}`, arn: `arn:${name}`, name }]));

describe("readLiveServices", () => {
  it("gives services by name, with their tags", async () => {
    const { ports } = createFakePorts({
      ecs: { describeServices: async () => [describedService("etl", 3, { team: "data" })] },
    });
    const services = await readLiveServices(CLUSTER, ["etl", "ml"], ports);
    expect([...services.keys()]).toEqual(["etl"]);
    expect(services.get("etl")).toMatchObject({
      status: "ACTIVE",
      taskDefinitionArn: "arn:td/etl:3",
      tags: { team: "data" },
    });
  });

  it("keeps what is draining and leaves out what is inactive", async () => {
    const { ports } = createFakePorts({
      ecs: {
        describeServices: async () => [
          { ...describedService("going"), status: "DRAINING" },
          { ...describedService("gone"), status: "INACTIVE" },
        ],
      },
    });
    const services = await readLiveServices(CLUSTER, ["going", "gone"], ports);
    expect([...services.values()].map(({ name, status }) => [name, status])).toEqual([["going", "DRAINING"]]);
  });

  it("asks nobody about no names", async () => {
    const { ports, calls } = createFakePorts({});
    await expect(readLiveServices(CLUSTER, [], ports)).resolves.toEqual(new Map());
    expect(calls).toEqual([]);
  });
});

describe("readLiveState", () => {
  it("reads no task definition and no tags for 200 unchanged locations", async () => {
    const names = Array.from({ length: 200 }, (_, index) => `location-${index}`);
    const { ports, calls } = createFakePorts({
      ecs: { describeServices: async (_, wanted) => wanted.map((name) => describedService(name)) },
      discovery: { listServices: async () => cloudMapOf(...names) },
    });
    const services = await readLiveServices(CLUSTER, names, ports);
    const { live } = await readLiveState(
      {
        cluster: CLUSTER,
        namespaceId: "ns-1",
        familyPrefix: "server_acme_prod_",
        locations: names.map(wantedOf),
        services,
        fingerprintAnswers: (service, { fingerprint }) => fingerprint === `hash-of-${service.name}`,
      },
      ports,
    );
    expect(calls.map((call) => call.split("(")[0])).toEqual(["ecs.describeServices", "discovery.listServices"]);
    expect([...live.locations.keys()]).toEqual(names);
    expect(live.locations.get("location-7")).toEqual({
      service: services.get("location-7"),
      cloudMapService: { id: "srv-location-7", arn: "arn:location-7", name: "location-7" },
    });
    expect(live).not.toHaveProperty("remains");
  });

  async function readOne(options: {
    running?: number;
    latest?: number;
    alreadyDescribed?: readonly number[];
    cloudMap?: boolean;
    registryArn?: string;
    overridden?: number;
    denied?: number;
  }) {
    const { ports, calls } = createFakePorts({
      ecs: {
        describeServices: async () => {
          if (options.running === undefined) return [];
          const { registryArn } = options;
          const serviceRegistries = registryArn === undefined ? undefined : [{ registryArn }];
          return [{ ...describedService("etl", options.running), serviceRegistries }];
        },
        describeTaskDefinition: async (name) => {
          const revision = name === "etl" ? options.latest : Number(name.split(":").at(-1));
          if (options.denied !== undefined && revision === options.denied) throw new Error("denied");
          return revision === undefined ? undefined : registered("etl", revision);
        },
      },
      discovery: {
        listServices: async () => (options.cloudMap ? cloudMapOf("etl") : new Map()),
        tagsOf: async () => ({ owner: "somebody" }),
      },
    });
    const described = (options.alreadyDescribed ?? []).map((revision) => registered("etl", revision));
    const result = await readLiveState(
      {
        cluster: CLUSTER,
        namespaceId: "ns-1",
        familyPrefix: "server_acme_prod_",
        locations: [wantedOf("etl")],
        services: await readLiveServices(CLUSTER, ["etl"], ports),
        alreadyDescribed: new Map(described.map((definition) => [definition.arn, definition])),
        fingerprintAnswers: () => false,
        overriddenRevision: () => (options.overridden === undefined ? undefined : `arn:td/etl:${options.overridden}`),
      },
      ports,
    );
    const location = result.live.locations.get("etl");
    const reads = calls.filter((call) => /describeTaskDefinition|tagsOf/.test(call));
    return { location, reads, cloudMap: result.cloudMap };
  }

  it("reads the family once when the service runs its newest revision", async () => {
    const { location, reads } = await readOne({ running: 4, latest: 4 });
    expect(reads).toEqual(['ecs.describeTaskDefinition("etl",{"withTags":true})']);
    expect(location).toMatchObject({ running: { revision: 4 }, latest: { revision: 4 } });
  });

  it("reads what runs too when it is another revision", async () => {
    const { location, reads } = await readOne({ running: 3, latest: 4 });
    expect(reads).toEqual([
      'ecs.describeTaskDefinition("etl",{"withTags":true})',
      'ecs.describeTaskDefinition("arn:td/etl:3")',
    ]);
    expect(location).toMatchObject({ running: { revision: 3 }, latest: { revision: 4 } });
  });

  it("reads what was wanted last where somebody else has put the service on a newer revision", async () => {
    const { location, reads } = await readOne({ running: 4, latest: 4, overridden: 2 });
    expect(reads).toEqual([
      'ecs.describeTaskDefinition("etl",{"withTags":true})',
      'ecs.describeTaskDefinition("arn:td/etl:2")',
    ]);
    expect(location).toMatchObject({ running: { revision: 4 }, lastWanted: { revision: 2 } });
  });

  it("does without it where it cannot be read", async () => {
    const { location } = await readOne({ running: 4, latest: 4, overridden: 2, denied: 2 });
    expect(location).toMatchObject({ running: { revision: 4 } });
    expect(location).not.toHaveProperty("lastWanted");
  });

  it("does not read again what was read before", async () => {
    const { location, reads } = await readOne({ running: 3, latest: 4, alreadyDescribed: [3] });
    expect(reads).toEqual(['ecs.describeTaskDefinition("etl",{"withTags":true})']);
    expect(location).toMatchObject({ running: { revision: 3 } });
  });

  it("finds an unused revision of a location without a service", async () => {
    const { location, reads } = await readOne({ latest: 1 });
    expect(reads).toHaveLength(1);
    expect(location).toEqual({ latest: registered("etl", 1) });
  });

  it("is empty for a location that is new", async () => {
    const { location } = await readOne({});
    expect(location).toEqual({});
  });

  it("reads the tags of a Cloud Map service only where no ECS service is registered there", async () => {
    const orphan = await readOne({ cloudMap: true });
    expect(orphan.location).toMatchObject({ cloudMapService: { id: "srv-etl" }, cloudMapTags: { owner: "somebody" } });
    expect(orphan.cloudMap.get("etl")?.id).toBe("srv-etl");
    const inUse = await readOne({ cloudMap: true, running: 1, latest: 1 });
    expect(inUse.location).not.toHaveProperty("cloudMapTags");
    const registeredHere = await readOne({ cloudMap: true, running: 1, latest: 1, registryArn: "arn:etl" });
    expect(registeredHere.location).not.toHaveProperty("cloudMapTags");
    const elsewhere = await readOne({ cloudMap: true, running: 1, latest: 1, registryArn: "arn:other" });
    expect(elsewhere.location).toMatchObject({ cloudMapTags: { owner: "somebody" } });
    expect(inUse.reads).toEqual(['ecs.describeTaskDefinition("etl",{"withTags":true})']);
  });

  async function readNew(names: readonly string[], listTaskDefinitionFamilies: () => Promise<readonly string[]>) {
    const { ports, calls } = createFakePorts({
      ecs: { listTaskDefinitionFamilies, describeTaskDefinition: async (family) => registered(family, 1) },
      discovery: { listServices: async () => new Map() },
    });
    const wanted = {
      cluster: CLUSTER,
      namespaceId: "ns-1",
      familyPrefix: "server_acme_prod_",
      locations: names.map(wantedOf),
      services: new Map(),
      fingerprintAnswers: () => false,
    };
    const { live } = await readLiveState(wanted, ports);
    return { live, reads: calls.filter((call) => call.startsWith("ecs.")).map((call) => call.replace(/,\{.*/, "")) };
  }

  it("asks for the families of new locations in one question, and reads those that exist", async () => {
    const { live, reads } = await readNew(["a", "b", "c"], async () => ["b", "other"]);
    expect(reads).toEqual(['ecs.listTaskDefinitionFamilies("server_acme_prod_")', 'ecs.describeTaskDefinition("b"']);
    expect(live.locations.get("a")).toEqual({});
    expect(live.locations.get("b")).toMatchObject({ latest: { family: "b" } });
  });

  it("asks for the one family of one new location, and for each where it may not list them", async () => {
    const denied = async () => {
      throw new ActionError("AccessDeniedException", "no", { source: "aws" });
    };
    expect((await readNew(["a"], denied)).reads).toEqual(['ecs.describeTaskDefinition("a"']);
    expect((await readNew(["a", "b"], denied)).reads).toEqual([
      'ecs.listTaskDefinitionFamilies("server_acme_prod_")',
      'ecs.describeTaskDefinition("a"',
      'ecs.describeTaskDefinition("b"',
    ]);
    const outage = async () => {
      throw new ActionError("ServerException", "down", { source: "aws" });
    };
    await expect(readNew(["a", "b"], outage)).rejects.toThrow("down");
  });

  it("asks nobody when nothing is wanted", async () => {
    const { ports, calls } = createFakePorts({});
    await readLiveState(
      {
        cluster: CLUSTER,
        namespaceId: "ns-1",
        familyPrefix: "server_acme_prod_",
        locations: [],
        services: new Map(),
        fingerprintAnswers: () => true,
      },
      ports,
    );
    expect(calls).toEqual([]);
  });

  it("finds the remains of locations that are gone, for prune, and never what is in the file", async () => {
    const ours = { [TAG_SOURCE]: "acme/pipelines:dagster_cloud.yaml" };
    const { ports, calls } = createFakePorts({
      ecs: {
        listServices: async () => ["etl", "not-selected", "zombie"],
        describeServices: async (_, names) => names.map((name) => describedService(name, 1, ours)),
        listTaskDefinitionFamilies: async () => [],
      },
      discovery: { listServices: async () => cloudMapOf("etl", "not-selected-0a1b2c"), tagsOf: async () => ours },
    });
    const { live } = await readLiveState(
      {
        cluster: CLUSTER,
        namespaceId: "ns-1",
        familyPrefix: "server_acme_prod_",
        locations: [wantedOf("etl")],
        services: await readLiveServices(CLUSTER, ["etl"], ports),
        prune: {
          isWanted: (tags) => tags[TAG_SOURCE] === ours[TAG_SOURCE],
          keep: ["not-selected", "not-selected-0a1b2c"],
          serviceNameOf: () => "",
        },
        fingerprintAnswers: () => true,
      },
      ports,
    );
    expect(live.remains?.map(({ name }) => name)).toEqual(["zombie"]);
    // What the plan has read already is not read again, and Cloud Map is listed once.
    expect(calls).toEqual([
      'ecs.describeServices("main",["etl"])',
      'discovery.listServices("ns-1")',
      'ecs.listTaskDefinitionFamilies("server_acme_prod_")',
      'ecs.listServices("main")',
      'ecs.describeServices("main",["zombie"])',
    ]);
  });
});
