import { describe, expect, test } from "vitest";
import type { RolloutTarget } from "../../../src/apply/rollout-target.ts";
import { POLL_INTERVAL_MS, RolloutWatcher, type WatcherDependencies } from "../../../src/apply/rollout-watcher.ts";
import { ActionError } from "../../../src/errors.ts";
import type { EcsService } from "../../../src/model/aws-shapes.ts";
import type { Clock, EcsPort } from "../../../src/ports.ts";
import { accessDenied } from "../live/fake-ports.ts";

/** A clock whose sleeps take no time. */
function makeClock(): Clock & { readonly sleeps: number[] } {
  let now = 0;
  const sleeps: number[] = [];
  return {
    sleeps,
    now: () => now,
    sleep: async (milliseconds) => {
      sleeps.push(milliseconds);
      now += milliseconds;
    },
  };
}

function running(name: string, rolloutState: "IN_PROGRESS" | "COMPLETED"): EcsService {
  return {
    serviceName: name,
    status: "ACTIVE",
    desiredCount: 1,
    deployments: [{ id: `ecs-svc/${name}`, status: "PRIMARY", rolloutState, desiredCount: 1, runningCount: 1 }],
  };
}

/** Every service has its task, and ECS's record of it. */
const WORKING: Partial<EcsPort> = {
  describeRunningTasks: async (_cluster, name) => [
    {
      startedBy: `ecs-svc/${name}`,
      lastStatus: "RUNNING",
      containers: [{ name: "dagster", lastStatus: "RUNNING", healthStatus: "HEALTHY" }],
    },
  ],
  listServiceDeployments: async (_cluster, name) => [
    { status: "SUCCESSFUL", targetServiceRevisionArn: `arn:aws:ecs:us-east-1:1:service-revision/data/${name}/${name}` },
  ],
};

function watcherOn(
  ecs: Partial<EcsPort>,
  clock: Clock,
  signal = new AbortController().signal,
  onWaiting?: WatcherDependencies["onWaiting"],
) {
  const progress: string[] = [];
  const watcher = new RolloutWatcher({
    cluster: "data",
    ecs: { ...WORKING, ...ecs } as EcsPort,
    clock,
    signal,
    onProgress: (location, text) => progress.push(`${location}: ${text}`),
    ...(onWaiting !== undefined && { onWaiting }),
  });
  const watch = (name: string, changes: Partial<RolloutTarget> = {}) =>
    watcher.watch({
      location: name,
      cluster: "data",
      service: name,
      ecsDeploymentId: `ecs-svc/${name}`,
      taskDefinitionArn: `arn:${name}`,
      // A health check: without one the tasks would have to prove themselves for a while.
      containers: { essential: ["dagster"], checked: ["dagster"] },
      rollbackOnFailure: true,
      begunAt: 0,
      limits: { taskStart: 600_000, healthCheck: 180_000 },
      gracePeriod: 30_000,
      ...changes,
    });
  return { watch, progress };
}

const showing = (rolloutState: (look: number, name: string) => "IN_PROGRESS" | "COMPLETED") => {
  const asked: (readonly string[])[] = [];
  const describeServices: EcsPort["describeServices"] = async (_cluster, names) => {
    asked.push(names);
    return names.map((name) => running(name, rolloutState(asked.length, name)));
  };
  return { asked, describeServices };
};

describe("RolloutWatcher", () => {
  test("looks at all services in one request, every five seconds", async () => {
    const clock = makeClock();
    const { asked, describeServices } = showing((look) => (look < 3 ? "IN_PROGRESS" : "COMPLETED"));
    const { watch } = watcherOn({ describeServices }, clock);
    const ends = await Promise.all([watch("a"), watch("b"), watch("c")]);
    expect(ends.map(({ kind }) => kind)).toEqual(["succeeded", "succeeded", "succeeded"]);
    expect(asked).toEqual(Array(3).fill(["a", "b", "c"]));
    expect(clock.sleeps).toEqual(Array(3).fill(POLL_INTERVAL_MS));
    expect(POLL_INTERVAL_MS).toBe(5_000);
  });

  test("says in one line what is waited for, and again only when that changes", async () => {
    const { describeServices } = showing((look, name) =>
      look > 5 || (name === "a" && look > 2) ? "COMPLETED" : "IN_PROGRESS",
    );
    const said: string[] = [];
    const { watch, progress } = watcherOn({ describeServices }, makeClock(), undefined, (waiting, seconds) =>
      said.push(`${seconds}: ${waiting.map((each) => each.location).join(" ")}`),
    );
    await Promise.all([watch("b"), watch("a")]);
    expect(said).toEqual(["5: a b", "15: b"]);
    expect(progress).toEqual([]);
  });

  test("asks no more for what has ended", async () => {
    const { asked, describeServices } = showing((look, name) =>
      name === "a" || look > 1 ? "COMPLETED" : "IN_PROGRESS",
    );
    const { watch } = watcherOn({ describeServices }, makeClock());
    await Promise.all([watch("a"), watch("b")]);
    expect(asked).toEqual([["a", "b"], ["b"]]);
  });

  test("without a health check the tasks must have run for a while", async () => {
    const clock = makeClock();
    const { describeServices } = showing(() => "COMPLETED");
    const { watch } = watcherOn({ describeServices }, clock);
    const containers = { essential: ["dagster"], checked: [] };
    expect((await watch("a", { containers })).kind).toBe("succeeded");
    expect(clock.now()).toBe(35_000);
  });

  test("a record that says otherwise is waited for, and asked for now and then", async () => {
    let asked = 0;
    const listServiceDeployments: EcsPort["listServiceDeployments"] = async () => {
      asked += 1;
      return [{ status: asked < 3 ? "IN_PROGRESS" : "SUCCESSFUL", targetServiceRevisionArn: "arn:x/a" }];
    };
    const clock = makeClock();
    const { describeServices } = showing(() => "COMPLETED");
    const { watch } = watcherOn({ describeServices, listServiceDeployments }, clock);
    expect((await watch("a")).kind).toBe("succeeded");
    expect([asked, clock.now()]).toEqual([3, 35_000]);
  });

  test("a record that never agrees is no success", async () => {
    const { describeServices } = showing(() => "COMPLETED");
    const { watch } = watcherOn(
      {
        describeServices,
        listServiceDeployments: async () => [{ status: "IN_PROGRESS", targetServiceRevisionArn: "arn:x/a" }],
      },
      makeClock(),
    );
    const end = await watch("a", { limits: { taskStart: 20_000, healthCheck: 20_000 } });
    expect(end.kind).toBe("timed-out");
    expect(end.reason).toContain("ECS did not complete the deployment within 185 seconds");
  });

  test("gives up at the deadline and says how far it got", async () => {
    const { describeServices } = showing(() => "IN_PROGRESS");
    const { watch, progress } = watcherOn({ describeServices }, makeClock());
    const end = await watch("a", { limits: { taskStart: 600_000, healthCheck: 180_000, total: 12_000 } });
    expect(end).toMatchObject({
      kind: "timed-out",
      reason:
        "the tasks run, but ECS did not complete the deployment within 0.2 minutes (`wait-timeout-minutes`): 1 of 1 tasks running. Raise `wait-timeout-minutes` if replacing the tasks takes longer.",
    });
    expect(progress).toEqual(["a: 1 of 1 tasks running, waiting to be HEALTHY"]);
  });

  test("a service ECS never shows is gone after the grace period", async () => {
    const { watch } = watcherOn({ describeServices: async () => [] }, makeClock());
    expect((await watch("a")).kind).toBe("gone");
  });

  test("expired credentials end every watch at once, with what to do about it, whichever call finds out", async () => {
    const expired = new ActionError("ExpiredTokenException", "The session has ended.", {
      source: "aws",
      hint: "Raise role-duration-seconds.",
    });
    const refuse = async () => Promise.reject(expired);
    const { describeServices } = showing((_look, name) => (name === "a" ? "COMPLETED" : "IN_PROGRESS"));
    for (const ecs of [{ describeServices: refuse }, { describeServices, describeRunningTasks: refuse }]) {
      const clock = makeClock();
      const { watch } = watcherOn(ecs, clock);
      const ends = await Promise.all([watch("a"), watch("b")]);
      const reason = "the rollout could not be watched: The session has ended. Raise role-duration-seconds.";
      for (const end of ends) expect(end).toMatchObject({ kind: "unknown", reason, canAsk: false });
      expect(clock.sleeps).toHaveLength(1);
    }
  });

  test("no permission to look at tasks ends the watch that needs it, and is no success", async () => {
    const { describeServices } = showing((look, name) => (name === "a" || look > 2 ? "COMPLETED" : "IN_PROGRESS"));
    let isRefused = false;
    const { watch } = watcherOn(
      {
        describeServices,
        describeRunningTasks: async (cluster, name) => {
          if (name === "b") return (await WORKING.describeRunningTasks?.(cluster, name)) ?? [];
          isRefused = true;
          throw accessDenied("ecs:ListTasks");
        },
      },
      makeClock(),
    );
    const ends = await Promise.all([watch("a"), watch("b")]);
    expect(ends.map(({ kind }) => kind)).toEqual(["unknown", "succeeded"]);
    expect(ends[0]?.reason).toContain("ecs:ListTasks");
    expect(isRefused).toBe(true);
  });

  test("an outage of ECS is borne until it ends", async () => {
    const { asked, describeServices } = showing(() => "COMPLETED");
    const unwell = new ActionError("ServerException", "ECS is not well.", { source: "aws" });
    let looks = 0;
    const { watch } = watcherOn(
      {
        describeServices: async (cluster, names) => {
          looks += 1;
          if (looks < 5) throw unwell;
          return describeServices(cluster, names);
        },
        describeRunningTasks: async (cluster, name) => {
          looks += 1;
          if (looks < 9) throw unwell;
          return (await WORKING.describeRunningTasks?.(cluster, name)) ?? [];
        },
      },
      makeClock(),
    );
    expect((await watch("a")).kind).toBe("succeeded");
    expect(asked.length).toBeGreaterThan(1);
  });

  test("an outage that outlasts the deadline leaves the end unknown", async () => {
    const { watch } = watcherOn(
      {
        describeServices: async () =>
          Promise.reject(new ActionError("ServerException", "ECS is not well.", { source: "aws" })),
      },
      makeClock(),
    );
    expect(await watch("a", { limits: { taskStart: 20_000, healthCheck: 10_000 } })).toMatchObject({
      kind: "unknown",
      reason: "the rollout could not be watched: ECS is not well.",
      isCurrent: false,
      service: undefined,
    });
  });

  test("an interrupted run stops watching", async () => {
    const controller = new AbortController();
    const { describeServices } = showing(() => "IN_PROGRESS");
    const { watch } = watcherOn({ describeServices }, makeClock(), controller.signal);
    const end = watch("a");
    controller.abort();
    expect((await end).kind).toBe("interrupted");
  });

  test("a rollout that has failed ends as that when the run is interrupted on the way back", async () => {
    const controller = new AbortController();
    const failed: EcsService = {
      serviceName: "a",
      status: "ACTIVE",
      deployments: [
        { id: "ecs-svc/old", status: "PRIMARY", rolloutState: "IN_PROGRESS", taskDefinition: "arn:x/etl:1" },
        { id: "ecs-svc/a", status: "ACTIVE", rolloutState: "FAILED", taskDefinition: "arn:x/etl:2" },
      ],
    };
    const { watch } = watcherOn(
      {
        describeServices: async () => {
          setTimeout(() => controller.abort(), 0);
          return [failed];
        },
        listServiceDeployments: async () => [],
      },
      { now: () => 0, sleep: () => new Promise((resolve) => setTimeout(resolve, 5)) },
      controller.signal,
    );
    expect(await watch("a")).toMatchObject({ kind: "failed", rollback: "unfinished", isCurrent: false });
  });

  test.each([
    ["on its way out", { serviceName: "a", status: "DRAINING", deployments: [] }],
    ["gone", { serviceName: "a", status: "INACTIVE", deployments: [] }],
  ])("a late read may show the service of before, %s, when it was made anew", async (_name, before) => {
    for (const lateLooks of [[1], [2], [1, 3]]) {
      let looks = 0;
      const { watch } = watcherOn(
        {
          describeServices: async () => {
            looks += 1;
            return [lateLooks.includes(looks) ? before : running("a", looks > 4 ? "COMPLETED" : "IN_PROGRESS")];
          },
        },
        makeClock(),
      );
      expect(await watch("a")).toMatchObject({ kind: "succeeded" });
    }
  });

  test("a service that is deleted right after it was made is gone, once no read can be late any more", async () => {
    const clock = makeClock();
    const draining: EcsService = { serviceName: "a", status: "DRAINING", deployments: [] };
    const { watch } = watcherOn({ describeServices: async () => [draining] }, clock);
    expect(await watch("a")).toMatchObject({ kind: "gone", reason: "the ECS service was deleted during its rollout" });
    expect(clock.now()).toBe(30_000);
  });

  test("a record of a status that nobody knows yet is neither a success nor somebody else's doing", async () => {
    const { describeServices } = showing(() => "COMPLETED");
    let status = "PAUSED_FOR_REVIEW";
    const listServiceDeployments = async () => [{ status, targetServiceRevisionArn: "arn:x/a" }];
    const { watch } = watcherOn(
      { describeServices, listServiceDeployments: listServiceDeployments as EcsPort["listServiceDeployments"] },
      makeClock(),
    );
    expect(await watch("a", { limits: { taskStart: 20_000, healthCheck: 20_000 } })).toMatchObject({
      kind: "timed-out",
      reason: expect.stringContaining("the tasks run, but ECS did not complete the deployment"),
    });
    status = "SUCCESSFUL";
    expect(await watch("a")).toMatchObject({ kind: "succeeded" });
  });
});
