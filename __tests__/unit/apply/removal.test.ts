import { describe, expect, it } from "vitest";
import { Remover } from "../../../src/apply/removal.ts";
import { ActionError } from "../../../src/errors.ts";
import type { EcsService } from "../../../src/model/aws-shapes.ts";
import type { TagMap } from "../../../src/model/live-state.ts";
import type { Removal, Step } from "../../../src/model/plan.ts";
import { TAG_DEPLOYMENT, TAG_KIND, TAG_LOCATION, TAG_PULL_REQUEST, TAG_SOURCE } from "../../../src/model/tags.ts";
import type { AwsPorts } from "../../../src/ports.ts";
import { createFakeClock } from "../aws/fake-aws.ts";
import { accessDenied, createFakePorts, describedService, registered } from "../live/fake-ports.ts";

const IDENTITY: TagMap = {
  [TAG_DEPLOYMENT]: "pr-7",
  [TAG_LOCATION]: "etl",
  [TAG_SOURCE]: "acme/pipelines:dagster_cloud.yaml",
  [TAG_KIND]: "branch",
  [TAG_PULL_REQUEST]: "7",
};
const FULL: TagMap = { ...IDENTITY, [TAG_KIND]: "full" };
const NAME = "etl-pr-7-0a1b2c";
const REVISION = (revision: number) => `arn:td/server_etl:${revision}`;
const CREATED = new Date(1_000);

interface Account {
  /** What DescribeServices says, look by look; the last one goes on. */
  readonly looks?: readonly (Partial<EcsService> | "gone" | Error)[];
  readonly owner?: TagMap;
  readonly cloudMapTags?: TagMap;
  /** Tags of the revisions 1, 2, ... */
  readonly revisions?: readonly TagMap[];
  readonly tasks?: readonly string[];
  readonly ecs?: Partial<AwsPorts["ecs"]>;
  readonly removal?: Partial<Removal>;
  readonly signal?: AbortSignal;
}

const on = (revision: number): Partial<EcsService> => ({
  deployments: [{ taskDefinition: REVISION(revision) }],
  taskDefinition: REVISION(revision),
});

const LEAVING: NonNullable<Account["looks"]> = [{}, { status: "DRAINING" }, "gone"];

async function remove(account: Account) {
  const { looks = LEAVING, owner = IDENTITY, revisions = [IDENTITY, IDENTITY], tasks = [] } = account;
  const clock = createFakeClock();
  let look = -1;
  const { ports, calls } = createFakePorts({
    ecs: {
      describeServices: async () => {
        look += 1;
        const seen = looks[Math.min(look, looks.length - 1)];
        if (seen instanceof Error) throw seen;
        if (seen === undefined || seen === "gone") return [];
        return [{ ...describedService(NAME, 2, owner), desiredCount: 1, createdAt: CREATED, ...seen }];
      },
      updateService: async () => ({}),
      deleteService: async () => undefined,
      listTaskDefinitions: async () => revisions.map((_, index) => REVISION(index + 1)).toReversed(),
      describeTaskDefinition: async (arn) => {
        const revision = Number(arn.split(":").at(-1));
        return { ...registered("server_etl", revision), tags: revisions[revision - 1] ?? {} };
      },
      describeTasksOfFamily: async () => tasks.map((taskDefinitionArn) => ({ taskDefinitionArn })),
      deregisterTaskDefinition: async () => undefined,
      ...account.ecs,
    },
    discovery: { tagsOf: async () => account.cloudMapTags ?? owner, deleteService: async () => undefined },
  });
  const step: Step = {
    location: "etl",
    action: "delete",
    reason: { code: "closed", text: "The pull request is closed." },
    service: NAME,
    cluster: "main",
    family: "server_etl",
    taskDefinition: { register: false },
    base: {},
    changes: [],
    impact: "removal",
    warnings: [],
    removal: {
      identity: owner,
      cloudMapService: { id: "srv-1", arn: "arn:srv-1", name: NAME },
      families: ["server_etl"],
      usedElsewhere: [],
      ...account.removal,
    },
  };
  const input = {
    signal: account.signal ?? new AbortController().signal,
    onProgress: () => undefined,
    redact: (text: string) => text,
  };
  const { ended } = await new Remover("main", input, { ...ports, clock }).begin(step);
  const outcome = await ended;
  const writes = calls
    .map((call) => call.split("(")[0] ?? "")
    .filter((name) => /\.(update|delete|deregister)/.test(name));
  return { outcome, calls, writes, seconds: clock.now() / 1_000 };
}

describe("the removal of a code server", () => {
  it("goes in the order ECS and Cloud Map need, and says what it removed", async () => {
    const { outcome, calls, writes, seconds } = await remove({});
    expect(writes).toEqual([
      "ecs.updateService",
      "ecs.deleteService",
      "discovery.deleteService",
      "ecs.deregisterTaskDefinition",
      "ecs.deregisterTaskDefinition",
    ]);
    expect(calls).toContain(`ecs.updateService({"cluster":"main","service":"${NAME}","desiredCount":0})`);
    // The family is found again by its newest revision: that one goes last.
    expect(calls.filter((call) => call.includes("deregister"))).toEqual([
      `ecs.deregisterTaskDefinition("${REVISION(1)}")`,
      `ecs.deregisterTaskDefinition("${REVISION(2)}")`,
    ]);
    expect(outcome).toMatchObject({
      status: "succeeded",
      message: "removed the ECS service, its Cloud Map service, 2 task definition revisions",
      duration: seconds,
    });
  });

  it("deletes the service of a full deployment at once: an apply may leave its task count alone", async () => {
    const { writes } = await remove({ owner: FULL });
    expect(writes.slice(0, 2)).toEqual(["ecs.deleteService", "discovery.deleteService"]);
  });

  it("bears that another run scales down or deletes at the same time", async () => {
    const code = "ServiceNotActiveException";
    const { outcome } = await remove({
      ecs: { updateService: () => Promise.reject(new ActionError(code, "not active", { source: "aws" })) },
    });
    expect(outcome.status).toBe("succeeded");
  });

  it.each<[string, Account, readonly string[], string]>([
    [
      "a draining service",
      { looks: [{ status: "DRAINING" }, { status: "DRAINING" }, "gone"] },
      ["discovery.deleteService", "ecs.deregisterTaskDefinition", "ecs.deregisterTaskDefinition"],
      "removed the ECS service, its Cloud Map service, 2 task definition revisions",
    ],
    [
      "no service",
      { looks: ["gone"] },
      ["discovery.deleteService", "ecs.deregisterTaskDefinition", "ecs.deregisterTaskDefinition"],
      "removed its Cloud Map service, 2 task definition revisions",
    ],
    [
      "one revision",
      { looks: ["gone"], cloudMapTags: {}, revisions: [IDENTITY] },
      ["ecs.deregisterTaskDefinition"],
      "removed 1 task definition revision",
    ],
    ["nothing", { looks: ["gone"], cloudMapTags: {}, revisions: [] }, [], "nothing was left"],
  ])("goes on from %s", async (_, account, expected, message) => {
    const { outcome, writes } = await remove(account);
    expect(writes).toEqual(expected);
    expect(outcome).toMatchObject({ status: "succeeded", message });
  });

  it("keeps revisions that a task, another service or the service of the name uses, and those of others", async () => {
    const { calls, outcome } = await remove({
      looks: ["gone", "gone", { ...on(3), status: "DRAINING" }],
      revisions: [IDENTITY, IDENTITY, IDENTITY, IDENTITY, FULL, {}],
      tasks: [REVISION(1)],
      removal: { usedElsewhere: [REVISION(2)] },
    });
    expect(calls.filter((call) => call.includes("deregister"))).toEqual([
      `ecs.deregisterTaskDefinition("${REVISION(4)}")`,
    ]);
    const rest = "3 revisions stay, because something still uses them";
    expect(outcome).toMatchObject({ message: expect.stringContaining(`; ${rest}`), warnings: [rest] });
  });

  it("says what stays where nothing else was left", async () => {
    const { outcome } = await remove({
      looks: ["gone"],
      cloudMapTags: {},
      revisions: [IDENTITY],
      tasks: [REVISION(1)],
    });
    expect(outcome.message).toBe("1 revision stays, because something still uses it");
  });

  it.each<[string, Partial<EcsService>]>([
    ["that still drains", { status: "DRAINING" }],
    ["as it was before", {}],
  ])("is not misled by a late read of the service %s", async (_, late) => {
    const { outcome, writes } = await remove({ looks: [{}, { status: "DRAINING" }, "gone", late, "gone"] });
    expect(outcome.status).toBe("succeeded");
    expect(writes).toContain("discovery.deleteService");
  });
});

describe("the removal stops", () => {
  it("before it touches a service that carries other tags by now", async () => {
    await expect(remove({ looks: [{ tags: [] }] })).rejects.toMatchObject({ code: "service-not-ours" });
  });

  it("when the service is created anew while it drains", async () => {
    const { outcome, writes } = await remove({ looks: [{}, { status: "DRAINING" }, { createdAt: new Date(9_000) }] });
    expect(outcome).toMatchObject({ status: "failed", message: expect.stringContaining("was created anew") });
    expect(writes).toEqual(["ecs.updateService", "ecs.deleteService"]);
  });

  it("when the service is created anew before its host name is removed", async () => {
    const { outcome, writes } = await remove({ looks: [{}, "gone", { createdAt: new Date(9_000) }] });
    expect(outcome.message).toContain("was created anew");
    expect(writes).not.toContain("discovery.deleteService");
  });

  it("when the service is created anew before its newest revision is deregistered, which it keeps", async () => {
    const anew = { ...on(2), createdAt: new Date(9_000) };
    const { outcome, calls } = await remove({ looks: [{}, "gone", "gone", "gone", anew] });
    expect(outcome).toMatchObject({ status: "failed", message: expect.stringContaining("was created anew") });
    expect(calls.filter((call) => call.includes("deregister"))).toEqual([
      `ecs.deregisterTaskDefinition("${REVISION(1)}")`,
    ]);
  });

  it("short of saying that nothing is left when ECS lists a revision that it does not show", async () => {
    const { outcome, calls } = await remove({
      ecs: {
        describeTaskDefinition: async (arn) =>
          arn === REVISION(1) ? undefined : { ...registered("server_etl", 2), tags: IDENTITY },
      },
    });
    expect(outcome).toMatchObject({
      status: "failed",
      message: "ECS lists the revision server_etl:1, but does not show it. Run again: it goes on from there.",
    });
    expect(calls.filter((call) => call.includes("deregister"))).toEqual([
      `ecs.deregisterTaskDefinition("${REVISION(2)}")`,
    ]);
  });

  it("when its tasks do not stop within five minutes", async () => {
    const { outcome, seconds } = await remove({ looks: [{}, { status: "DRAINING" }] });
    expect(outcome).toMatchObject({ status: "failed", message: expect.stringContaining("still stops its tasks") });
    expect(seconds).toBe(300);
  });

  it("at once without a permission, but not for an outage", async () => {
    const denied = await remove({ looks: [{}, accessDenied("ecs:DescribeServices")] });
    expect(denied.outcome.message).toContain("no permission for ecs:DescribeServices");
    expect(denied.seconds).toBe(0);
    const outage = new ActionError("ServerException", "down", { source: "aws" });
    expect((await remove({ looks: [{}, outage, outage, "gone"] })).outcome.status).toBe("succeeded");
    expect((await remove({ looks: [{}, outage] })).outcome.message).toContain("down");
  });

  it.each(["updateService", "deleteService", "deregisterTaskDefinition"] as const)(
    "where it is when the run is interrupted during %s",
    async (method) => {
      const interruption = new AbortController();
      const { outcome, writes } = await remove({
        signal: interruption.signal,
        ecs: {
          [method]: async () => {
            interruption.abort();
            return {};
          },
        },
      });
      expect(outcome).toMatchObject({ status: "failed", message: expect.stringContaining("was interrupted while") });
      expect(outcome.message).toContain("The next run goes on from there.");
      expect(writes.filter((write) => write === "ecs.deregisterTaskDefinition")).toHaveLength(
        method === "deregisterTaskDefinition" ? 1 : 0,
      );
    },
  );
});
