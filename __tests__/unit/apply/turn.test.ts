import { describe, expect, test } from "vitest";
import { guardPorts } from "../../../src/apply/guarded-ports.ts";
import { type Expected, judgeLastLook } from "../../../src/apply/last-look.ts";
import { Turn } from "../../../src/apply/turn.ts";
import { ActionError } from "../../../src/errors.ts";
import type { EcsService } from "../../../src/model/aws-shapes.ts";
import type { LiveService, TagMap } from "../../../src/model/live-state.ts";
import { readRunMark, removalTag, runTags } from "../../../src/model/run-order.ts";
import { accessDenied, createFakePorts, describedService } from "../live/fake-ports.ts";

const SOURCE = "acme/data:dagster_cloud.yaml";
const OURS: TagMap = { "dagster-ecs-deploy/source": SOURCE, "dagster-ecs-deploy/deployment": "prod" };

const tagsOfRun = (runId: number): TagMap => ({
  ...OURS,
  ...runTags({ runId, runNumber: runId - 1_000, runAttempt: 1, headSha: String(runId).padEnd(40, "0") }),
});

const writtenBy = (runId: number, name = "etl", revision = 1): EcsService =>
  describedService(name, revision, tagsOfRun(runId));

const OWN = 1_010;
const AT_PLAN = 1_005;

function liveOf(service: EcsService, tags: TagMap): LiveService {
  const { serviceArn: arn = "", serviceName: name = "", taskDefinition: taskDefinitionArn = "" } = service;
  return { arn, name, status: "ACTIVE", taskDefinitionArn, tags, description: service };
}

function makeTurn(rivalSeen = false): Turn {
  const own = readRunMark(tagsOfRun(OWN));
  if (own === undefined) throw new Error("no mark");
  const services = new Map([["etl", liveOf(writtenBy(AT_PLAN), tagsOfRun(AT_PLAN))]]);
  return new Turn({ own, source: SOURCE, deployment: "prod", services, rivalSeen });
}

describe("a run's turn", () => {
  test("is over once a newer run is seen, and it says which, of which commit", () => {
    const turn = makeTurn();
    turn.observe([writtenBy(1_009), writtenBy(OWN)]);
    expect(() => turn.check()).not.toThrow();
    turn.observe([writtenBy(1_011), writtenBy(1_012, "other")]);
    turn.observe([writtenBy(1_009)]);
    expect(() => turn.check()).toThrow(
      "run 12 of commit 101200000000 has taken over; this is run 10 of commit 101000000000, which writes nothing more",
    );
  });

  test.each<[string, TagMap]>([
    ["another source", { ...tagsOfRun(1_011), "dagster-ecs-deploy/source": "acme/other:x" }],
    ["another deployment", { ...tagsOfRun(1_011), "dagster-ecs-deploy/deployment": "staging" }],
    ["nobody", {}],
  ])("is not over for a service of %s", (_name, tags) => {
    const turn = makeTurn();
    turn.observe([describedService("etl", 1, tags)]);
    expect(turn.newer).toBeUndefined();
  });

  test("knows of a run that is about to delete, also where its own tags cover that run's", () => {
    const removing = (runId: number) =>
      describedService("etl", 1, { ...tagsOfRun(OWN), ...removalTag(tagsOfRun(runId)) });
    const older = makeTurn();
    older.observe([removing(1_009)]);
    expect(older).toMatchObject({ rivalSeen: true, newer: undefined });
    const newer = makeTurn();
    newer.observe([removing(1_011)]);
    expect(newer).toMatchObject({ rivalSeen: false, newer: { runId: 1_011 } });
    const own = makeTurn();
    own.observe([removing(OWN)]);
    expect(own).toMatchObject({ rivalSeen: false, newer: undefined });
  });

  test("has a rival once an older run has written since the plan", () => {
    const turn = makeTurn();
    turn.observe([writtenBy(AT_PLAN), writtenBy(OWN)]);
    expect(turn.rivalSeen).toBe(false);
    turn.observe([writtenBy(1_009)]);
    expect(turn.rivalSeen).toBe(true);
  });
});

function guard(look: (names: readonly string[]) => readonly EcsService[] | Error, names: readonly string[] = ["etl"]) {
  const asked: (readonly string[])[] = [];
  const { ports, calls } = createFakePorts({
    ecs: {
      describeServices: async (_cluster, wanted) => {
        asked.push(wanted);
        const answer = look(wanted);
        if (answer instanceof Error) throw answer;
        return answer;
      },
      updateService: async () => ({}),
      createService: async () => ({}),
      deleteService: async () => undefined,
      tagResource: async () => undefined,
      registerTaskDefinition: async () => "arn:td",
    },
  });
  const turn = makeTurn();
  const clock = { now: () => 0, sleep: async () => undefined };
  const guarded = guardPorts({ ...ports, clock }, turn, { cluster: "main", names, marks: tagsOfRun(OWN) });
  const writes = () => calls.map((call) => call.split("(")[0]).filter((call) => call !== "ecs.describeServices");
  return { ...guarded, asked, writes, turn };
}

const UPDATE = { cluster: "main", service: "etl" };

describe("before each write", () => {
  test("the service and nine others that take turns are looked at in one call", async () => {
    const names = Array.from({ length: 25 }, (_, index) => `s${index}`);
    const { ports, asked } = guard(() => [], names);
    for (const service of ["s0", "s1", "s2"]) await ports.ecs.updateService({ cluster: "main", service });
    expect(asked.map((wanted) => wanted.length)).toEqual([10, 10, 10]);
    expect(asked.map(([first]) => first)).toEqual(["s0", "s1", "s2"]);
    expect(new Set(asked.flat()).size).toBe(25);
  });

  test("a newer run on any of them stops this one, for every later write and without looking again", async () => {
    const { ports, asked, writes } = guard(() => [writtenBy(1_011, "other")], ["etl", "other"]);
    await expect(ports.ecs.updateService(UPDATE)).rejects.toThrow("run 11 of commit 101100000000 has taken over");
    await expect(ports.ecs.createService({ serviceName: "new" }, {})).rejects.toThrow("has taken over");
    await expect(ports.ecs.registerTaskDefinition({}, [], {})).rejects.toThrow("has taken over");
    await expect(ports.discovery.createService({}, {})).rejects.toThrow("has taken over");
    expect(asked).toHaveLength(1);
    expect(writes()).toEqual([]);
  });

  test("what others read on the way counts too", async () => {
    const { ports, writes } = guard(() => [writtenBy(1_011)]);
    await ports.ecs.describeServices("main", ["etl"]);
    await expect(ports.ecs.registerTaskDefinition({}, [], {})).rejects.toThrow("has taken over");
    expect(writes()).toEqual([]);
  });

  test("a service that is to be deleted gets this run's mark first: it shows while it drains", async () => {
    const { ports, writes, hasWritten } = guard(() => [writtenBy(AT_PLAN)]);
    expect(hasWritten()).toBe(false);
    await ports.ecs.deleteService("main", "etl");
    expect(writes()).toEqual(["ecs.tagResource", "ecs.deleteService"]);
    expect(hasWritten()).toBe(true);
  });

  test("an outage of reads does not stop the write; a missing permission does", async () => {
    const outage = guard(() => new ActionError("ServerException", "We are not well.", { source: "aws" }));
    await outage.ports.ecs.updateService(UPDATE);
    expect(outage.writes()).toEqual(["ecs.updateService"]);
    const denied = guard(() => accessDenied("ecs:DescribeServices"));
    await expect(denied.ports.ecs.updateService(UPDATE)).rejects.toThrow("no permission");
    expect(denied.writes()).toEqual([]);
  });
});

const THERE: Expected = {
  kind: "there",
  taskDefinitionArn: "arn:td/etl:7",
  ecsDeploymentId: "ecs-svc/ours",
  isVisible: true,
};

/** A service with a PRIMARY ECS deployment. */
function seen(runId: number, revision: number, id: string, reason?: string): EcsService {
  return {
    ...writtenBy(runId, "etl", revision),
    deployments: [{ id, status: "PRIMARY", ...(reason !== undefined && { rolloutStateReason: reason }) }],
  };
}

/** What this run set, with so many tasks running. */
function withTasks(runningCount: number, desiredCount: number): EcsService {
  const service = seen(OWN, 7, "ecs-svc/ours");
  return { ...service, desiredCount, deployments: service.deployments?.map((each) => ({ ...each, runningCount })) };
}

const ROLLBACK = "ECS deployment circuit breaker: rolling back to deploymentId ecs-svc/old.";
const untagged = { ...seen(OWN, 3, "ecs-svc/x"), tags: [] };

describe("the last look", () => {
  test("misses a Cloud Map service that an older run has removed under a service", () => {
    const service = { ...seen(OWN, 7, "ecs-svc/ours"), serviceRegistries: [{ registryArn: "arn:srv-1" }] };
    expect(judgeLastLook(THERE, service, makeTurn(true), new Set(["arn:srv-1"])).kind).toBe("as-expected");
    expect(judgeLastLook(THERE, service, makeTurn(true), new Set(["arn:srv-2"])).kind).toBe("overwritten");
    expect(judgeLastLook(THERE, service, makeTurn(true)).kind).toBe("as-expected");
  });

  test.each<[string, Expected, EcsService | undefined, { rival?: boolean; newer?: boolean }, string]>([
    ["what this run set", THERE, seen(OWN, 7, "ecs-svc/ours"), {}, "as-expected"],
    ["what this run set, with an older run about", THERE, seen(OWN, 7, "ecs-svc/ours"), { rival: true }, "as-expected"],
    ["a newer run's mark", THERE, seen(1_011, 7, "ecs-svc/ours"), {}, "superseded"],
    ["an older run's mark", THERE, seen(1_009, 3, "ecs-svc/x"), {}, "overwritten"],
    ["an older run's mark and nothing else of it", THERE, seen(1_009, 7, "ecs-svc/ours"), {}, "overwritten"],
    ["the mark from before, as a late read shows it", THERE, seen(AT_PLAN, 7, "ecs-svc/ours"), {}, "as-expected"],
    ["another revision, and nobody about", THERE, seen(OWN, 3, "ecs-svc/x"), {}, "changed"],
    ["another revision, and an older run about", THERE, seen(OWN, 3, "ecs-svc/x"), { rival: true }, "overwritten"],
    [
      "another revision, and a newer run seen elsewhere",
      THERE,
      seen(OWN, 3, "ecs-svc/x"),
      { newer: true },
      "superseded",
    ],
    ["another revision without any tag", THERE, untagged, {}, "changed"],
    ["the same revision started again by somebody", THERE, seen(OWN, 7, "ecs-svc/x"), {}, "as-expected"],
    ["the same revision with an older run about", THERE, seen(OWN, 7, "ecs-svc/x"), { rival: true }, "overwritten"],
    [
      "a rollback by ECS of what is not watched, whoever is about",
      { ...THERE, isVisible: false },
      seen(OWN, 3, "ecs-svc/x", ROLLBACK),
      { rival: true },
      "as-expected",
    ],
    ["a rollback by ECS to what this run set", THERE, seen(OWN, 7, "ecs-svc/x", ROLLBACK), {}, "as-expected"],
    ["a rollback by ECS to something else, after a success", THERE, seen(OWN, 3, "ecs-svc/x", ROLLBACK), {}, "changed"],
    ["what this run set, and none of its tasks", THERE, withTasks(0, 1), {}, "down"],
    ["what this run set, and fewer tasks than desired", THERE, withTasks(1, 3), {}, "as-expected"],
    ["what this run set, scaled to nothing", THERE, withTasks(0, 0), {}, "as-expected"],
    ["no task of what is not waited for", { ...THERE, isVisible: false }, withTasks(0, 1), {}, "as-expected"],
    ["nothing", THERE, undefined, {}, "overwritten"],
    ["nothing, and a newer run seen elsewhere", THERE, undefined, { newer: true }, "superseded"],
    ["nothing yet of what was just made", { ...THERE, isVisible: false }, undefined, {}, "as-expected"],
    ["not yet what was just set", { ...THERE, isVisible: false }, seen(OWN, 3, "ecs-svc/x"), {}, "as-expected"],
    ["a service on its way out", THERE, { ...seen(1_009, 7, "ecs-svc/ours"), status: "DRAINING" }, {}, "overwritten"],
    ["nothing where it was removed", { kind: "removed" }, undefined, {}, "as-expected"],
    [
      "an older run's service where it was removed",
      { kind: "removed" },
      seen(1_009, 3, "ecs-svc/x"),
      {},
      "overwritten",
    ],
    ["a newer run's service where it was removed", { kind: "removed" }, seen(1_011, 3, "ecs-svc/x"), {}, "superseded"],
    ["somebody's service where it was removed", { kind: "removed" }, untagged, {}, "as-expected"],
  ])("finds %s", (_name, expected, service, { rival = false, newer = false }, kind) => {
    const turn = makeTurn(rival);
    if (newer) turn.observe([writtenBy(1_011, "other")]);
    expect(judgeLastLook(expected, service, turn).kind).toBe(kind);
  });
});
