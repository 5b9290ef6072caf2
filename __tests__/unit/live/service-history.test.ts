import { describe, expect, test } from "vitest";
import { ActionError } from "../../../src/errors.ts";
import { findEarlierRevision } from "../../../src/live/earlier-revision.ts";
import { readServiceHistory } from "../../../src/live/service-history.ts";
import type { EcsServiceDeploymentBrief } from "../../../src/model/aws-shapes.ts";
import type { LiveService, TagMap } from "../../../src/model/live-state.ts";
import { accessDenied, createFakePorts, describedService, registered } from "./fake-ports.ts";

const CREATED = new Date("2026-01-01T00:00:00Z");
const DAY = 24 * 60 * 60 * 1_000;

const SERVICE: LiveService = {
  arn: "arn:service/etl",
  name: "etl",
  status: "ACTIVE",
  taskDefinitionArn: "etl:9",
  tags: {},
  description: { ...describedService("etl"), createdAt: CREATED },
};

/** Rollout `index` was made `index` days after the service. */
function brief(index: number, status: EcsServiceDeploymentBrief["status"] = "SUCCESSFUL"): EcsServiceDeploymentBrief {
  return {
    status,
    createdAt: new Date(CREATED.getTime() + index * DAY),
    targetServiceRevisionArn: `arn:service-revision/${index}`,
  };
}

function portsWith(briefs: readonly EcsServiceDeploymentBrief[], definitionOf: (index: number) => string | undefined) {
  return createFakePorts({
    ecs: {
      listServiceDeployments: async () => briefs,
      describeServiceRevisions: async (arns) =>
        arns.flatMap((arn) => {
          const taskDefinition = definitionOf(Number(arn.split("/")[1]));
          return taskDefinition === undefined ? [] : [{ serviceRevisionArn: arn, taskDefinition }];
        }),
    },
  });
}

describe("readServiceHistory", () => {
  test("joins rollouts and revisions; what ECS has forgotten has none", async () => {
    const { ports } = portsWith([brief(0), brief(1, "STOPPED"), brief(2)], (index) =>
      index === 1 ? undefined : `etl:${index}`,
    );
    expect(await readServiceHistory("main", SERVICE, ports.ecs)).toEqual({
      kind: "read",
      history: {
        isComplete: true,
        rollouts: [
          { status: "SUCCESSFUL", createdAt: CREATED.getTime() + 2 * DAY, taskDefinitionArn: "etl:2" },
          { status: "STOPPED", createdAt: CREATED.getTime() + DAY },
          { status: "SUCCESSFUL", createdAt: CREATED.getTime(), taskDefinitionArn: "etl:0" },
        ],
      },
    });
  });

  test("leaves out rollouts of a service of the same name that was deleted", async () => {
    const { ports, calls } = portsWith([brief(0)], () => "etl:9");
    await readServiceHistory("main", SERVICE, ports.ecs);
    expect(calls[0]).toBe('ecs.listServiceDeployments("main","etl",{"createdAfter":"2025-12-31T23:59:00.000Z"})');
  });

  test("describes no more revisions than it takes to find another one", async () => {
    const briefs = Array.from({ length: 70 }, (_, index) => brief(index));
    const { ports, calls } = portsWith(briefs, (index) => (index < 40 ? "etl:8" : "etl:9"));
    const read = await readServiceHistory("main", SERVICE, ports.ecs);
    expect(calls.filter((call) => call.startsWith("ecs.describeServiceRevisions"))).toHaveLength(2);
    expect(read.kind === "read" && read.history.rollouts).toHaveLength(40);
  });

  test.each([
    ["begins with the service", [brief(0)], true],
    ["begins later", [brief(3)], false],
    ["is empty", [], false],
  ])("a record that %s", async (_name, briefs, isComplete) => {
    const { ports } = portsWith(briefs, () => "etl:9");
    expect(await readServiceHistory("main", SERVICE, ports.ecs)).toMatchObject({ history: { isComplete } });
  });

  test("a missing permission is told, whichever call it is for; any other error is thrown", async () => {
    const list = createFakePorts({
      ecs: { listServiceDeployments: async () => Promise.reject(accessDenied("ecs:ListServiceDeployments")) },
    });
    expect(await readServiceHistory("main", SERVICE, list.ports.ecs)).toMatchObject({ kind: "denied" });
    const describeDenied = createFakePorts({
      ecs: {
        listServiceDeployments: async () => [brief(0)],
        describeServiceRevisions: async () => Promise.reject(accessDenied("ecs:DescribeServiceRevisions")),
      },
    });
    const denied = await readServiceHistory("main", SERVICE, describeDenied.ports.ecs);
    expect(denied).toMatchObject({ reason: expect.stringContaining("ecs:DescribeServiceRevisions") });
    const outage = new ActionError("ServerException", "We are not well.", { source: "aws" });
    const broken = createFakePorts({ ecs: { listServiceDeployments: async () => Promise.reject(outage) } });
    await expect(readServiceHistory("main", SERVICE, broken.ports.ecs)).rejects.toBe(outage);
  });
});

describe("findEarlierRevision", () => {
  const isOurs = (tags: TagMap): boolean => tags.owner === "us";

  function portsWithRevisions(revisions: Readonly<Record<number, { owner: string; status: "ACTIVE" | "INACTIVE" }>>) {
    const numbers = Object.keys(revisions).map(Number);
    return createFakePorts({
      ecs: {
        listTaskDefinitions: async (_family, status) =>
          numbers.filter((number) => revisions[number]?.status === status).map((number) => `arn:td/etl:${number}`),
        describeTaskDefinition: async (arn) => {
          const number = Number(arn.split(":").at(-1));
          return { ...registered("etl", number), tags: { owner: revisions[number]?.owner ?? "" } };
        },
      },
    });
  }

  test.each([
    ["the newest below", 3, { 1: "us ACTIVE", 2: "us ACTIVE", 4: "us ACTIVE" }, 2],
    ["by number, not by text", 12, { 2: "us ACTIVE", 10: "us ACTIVE", 30: "us ACTIVE" }, 10],
    ["not somebody else's", 3, { 1: "us ACTIVE", 2: "them ACTIVE" }, 1],
    ["a deregistered one where there is no other", 3, { 1: "us INACTIVE", 2: "them ACTIVE" }, 1],
    ["none", 3, { 2: "them ACTIVE", 12: "us ACTIVE" }, undefined],
  ])("%s", async (_name, runs, given, expected) => {
    const revisions = Object.fromEntries(
      Object.entries(given).map(([number, text]) => {
        const [owner = "", status] = text.split(" ");
        return [number, { owner, status: status === "ACTIVE" ? ("ACTIVE" as const) : ("INACTIVE" as const) }];
      }),
    );
    const found = await findEarlierRevision(registered("etl", runs), isOurs, portsWithRevisions(revisions).ports.ecs);
    expect(found?.revision).toBe(expected);
  });
});
