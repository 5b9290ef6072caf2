import { describe, expect, it } from "vitest";
import { ActionError } from "../../../src/errors.ts";
import { findRemains } from "../../../src/live/remains.ts";
import type { EcsService } from "../../../src/model/aws-shapes.ts";
import type { TagMap } from "../../../src/model/live-state.ts";
import {
  TAG_COMMIT,
  TAG_DEPLOYMENT,
  TAG_KIND,
  TAG_LOCATION,
  TAG_PULL_REQUEST,
  TAG_SOURCE,
} from "../../../src/model/tags.ts";
import { accessDenied, createFakePorts, describedService, registered } from "./fake-ports.ts";

const branch = (location: string, pullRequest = 7): TagMap => ({
  [TAG_SOURCE]: "acme/pipelines:dagster_cloud.yaml",
  [TAG_DEPLOYMENT]: `pr-${pullRequest}`,
  [TAG_KIND]: "branch",
  [TAG_LOCATION]: location,
  [TAG_PULL_REQUEST]: String(pullRequest),
});
const FULL: TagMap = { ...branch("etl"), [TAG_DEPLOYMENT]: "prod", [TAG_KIND]: "full", [TAG_PULL_REQUEST]: "" };

interface Account {
  /** By name, listed unless it drains. */
  readonly services?: Readonly<Record<string, Partial<EcsService> & { readonly owner?: TagMap }>>;
  /** Tags by name. */
  readonly cloudMap?: Readonly<Record<string, TagMap>>;
  /** Tags by family. */
  readonly families?: Readonly<Record<string, TagMap>>;
}

async function find({ services = {}, cloudMap = {}, families = {} }: Account, namespaceId?: string) {
  const described = new Map(
    Object.entries(services).map(([name, { owner = {}, ...rest }]) => [
      name,
      { ...describedService(name, 3, owner), ...rest },
    ]),
  );
  const registrations = Object.keys(cloudMap).map((name) => ({ id: `srv-${name}`, arn: `arn:${name}`, name }));
  const { ports, calls } = createFakePorts({
    ecs: {
      listServices: async () => [...described].filter(([, { status }]) => status === "ACTIVE").map(([name]) => name),
      describeServices: async (_, names) => names.flatMap((name) => described.get(name) ?? []),
      listTaskDefinitionFamilies: async () => Object.keys(families),
      describeTaskDefinition: async (family) => ({ ...registered(family, 3), tags: families[family] ?? {} }),
    },
    discovery: {
      listServices: async () => new Map(registrations.map((one) => [one.name, one])),
      listAllServices: async () => registrations,
      tagsOf: async (arn) => cloudMap[arn.slice("arn:".length)] ?? {},
    },
  });
  const remains = await findRemains(
    {
      cluster: "main",
      namespaceId,
      isWanted: (tags) => tags[TAG_PULL_REQUEST] === "7" && tags[TAG_KIND] === "branch",
      serviceNameOf: (deployment, location) => `${location}-${deployment}-named`,
      familyPrefix: "server_",
    },
    ports,
  );
  return { remains, calls };
}

const attachedTo = (name: string): Partial<EcsService> => ({ serviceRegistries: [{ registryArn: `arn:${name}` }] });
const questions = (calls: readonly string[], about: RegExp) => calls.filter((call) => about.test(call));

describe("findRemains", () => {
  it("puts together what there is of each location", async () => {
    const { remains } = await find({
      services: {
        "etl-pr-7-0a1b2c": { owner: { ...branch("etl"), [TAG_COMMIT]: "c0ffee" }, ...attachedTo("etl-pr-7-0a1b2c") },
        "ml-pr-7-0a1b2d": { owner: branch("ml"), ...attachedTo("ml-pr-7-0a1b2d") },
      },
      cloudMap: { "etl-pr-7-0a1b2c": branch("etl"), "ml-pr-7-0a1b2d": branch("ml") },
      families: { "etl-pr-7-0a1b2c": branch("etl"), old_etl: branch("etl") },
    });
    expect(remains).toEqual([
      {
        identity: branch("etl"),
        name: "etl-pr-7-0a1b2c",
        service: expect.objectContaining({ name: "etl-pr-7-0a1b2c", status: "ACTIVE" }),
        cloudMapService: { id: "srv-etl-pr-7-0a1b2c", arn: "arn:etl-pr-7-0a1b2c", name: "etl-pr-7-0a1b2c" },
        families: ["etl-pr-7-0a1b2c", "old_etl"],
        usedElsewhere: [],
      },
      expect.objectContaining({ identity: branch("ml"), name: "ml-pr-7-0a1b2d", families: ["ml-pr-7-0a1b2d"] }),
    ]);
  });

  it("finds a draining service, which ECS does not list, by the Cloud Map service of its name", async () => {
    const { remains } = await find({
      services: { "etl-pr-7-0a1b2c": { owner: branch("etl"), status: "DRAINING" } },
      cloudMap: { "etl-pr-7-0a1b2c": branch("etl") },
    });
    expect(remains).toMatchObject([{ service: { status: "DRAINING" }, cloudMapService: { name: "etl-pr-7-0a1b2c" } }]);
  });

  it("finds a Cloud Map service that is alone, and revisions that are alone", async () => {
    const { remains } = await find({
      cloudMap: { "etl-pr-7-0a1b2c": branch("etl") },
      families: { server_ml: branch("ml") },
    });
    expect(remains).toEqual([
      {
        identity: branch("etl"),
        name: "etl-pr-7-0a1b2c",
        cloudMapService: { id: "srv-etl-pr-7-0a1b2c", arn: "arn:etl-pr-7-0a1b2c", name: "etl-pr-7-0a1b2c" },
        families: [],
        usedElsewhere: [],
      },
      { identity: branch("ml"), name: "ml-pr-7-named", families: ["server_ml"], usedElsewhere: [] },
    ]);
  });

  it("leaves alone what is not wanted by its tags", async () => {
    const { remains } = await find({
      services: {
        "etl-prod-0a1b2c": { owner: FULL },
        "etl-pr-8-0a1b2c": { owner: branch("etl", 8) },
        "web-pr-7-0a1b2c": {},
      },
      cloudMap: { "etl-prod-0a1b2d": FULL, "etl-pr-8-0a1b2d": branch("etl", 8), "web-pr-7-0a1b2d": {} },
      families: { server_acme_prod_etl: FULL, server_acme_pr_8_etl: branch("etl", 8), server_web: {} },
    });
    expect(remains).toEqual([]);
  });

  it("asks about no Cloud Map service and no family that another service uses, nor about foreign names", async () => {
    const { calls } = await find({
      services: {
        "etl-prod-0a1b2c": { owner: FULL, ...attachedTo("etl-prod-0a1b2c") },
        web: { deployments: [{ taskDefinition: "arn:td/server_web:4" }] },
      },
      cloudMap: { "etl-prod-0a1b2c": FULL, web: {}, "a-database": {} },
      families: { "etl-prod-0a1b2c": FULL, server_web: {} },
    });
    expect(questions(calls, /tagsOf|describeTaskDefinition/)).toEqual([]);
    expect(questions(calls, /describeServices/)).toHaveLength(1);
  });

  it("says which revisions another service uses", async () => {
    const { remains } = await find({
      services: {
        "etl-pr-7-0a1b2c": { owner: branch("etl"), taskDefinition: "arn:td/server_etl:3" },
        copy: {
          taskDefinition: "arn:td/server_etl:1",
          deployments: [{ taskDefinition: "arn:td/server_etl:2" }, { taskDefinition: "arn:td/other:1" }],
        },
      },
    });
    expect(remains).toMatchObject([{ usedElsewhere: ["arn:td/server_etl:1", "arn:td/server_etl:2"] }]);
  });

  it("looks in one namespace where it is known", async () => {
    const { calls } = await find({}, "ns-1");
    expect(questions(calls, /discovery/)).toEqual(['discovery.listServices("ns-1")']);
    expect(questions((await find({})).calls, /discovery/)).toEqual(["discovery.listAllServices()"]);
  });

  it("takes a Cloud Map service that is gone by now for none, and lets a missing permission show", async () => {
    const gone = new ActionError("ResourceNotFoundException", "gone", { source: "aws" });
    const wanted = {
      cluster: "main",
      namespaceId: undefined,
      isWanted: () => true,
      serviceNameOf: () => "",
      familyPrefix: "server_",
    };
    const withError = (error: unknown) =>
      createFakePorts({
        ecs: { listServices: async () => [], listTaskDefinitionFamilies: async () => [] },
        discovery: {
          listAllServices: async () => [{ id: "1", arn: "arn:1", name: "etl-0a1b2c" }],
          tagsOf: async () => Promise.reject(error),
        },
      }).ports;
    await expect(findRemains({ ...wanted, isWanted: () => false }, withError(gone))).resolves.toEqual([]);
    await expect(
      findRemains(wanted, withError(accessDenied("servicediscovery:ListTagsForResource"))),
    ).rejects.toMatchObject({ code: "AccessDeniedException" });
  });
});
