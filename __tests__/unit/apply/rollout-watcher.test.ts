import { describe, expect, test } from "vitest";
import { POLL_INTERVAL_MS, RolloutWatcher } from "../../../src/apply/rollout-watcher.ts";
import { ActionError } from "../../../src/errors.ts";
import type { EcsService } from "../../../src/model/aws-shapes.ts";
import type { Clock, EcsPort } from "../../../src/ports.ts";

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
    deployments: [{ id: `ecs-svc/${name}`, status: "PRIMARY", rolloutState, desiredCount: 1, runningCount: 1 }],
  };
}

function watcherOn(describeServices: EcsPort["describeServices"], clock: Clock, signal = new AbortController().signal) {
  const progress: string[] = [];
  const watcher = new RolloutWatcher({
    cluster: "data",
    ecs: { describeServices } as EcsPort,
    clock,
    signal,
    onProgress: (location, text) => progress.push(`${location}: ${text}`),
  });
  const watch = (name: string, times: { deadline?: number; graceEnd?: number } = {}) =>
    watcher.watch({
      location: name,
      service: name,
      ecsDeploymentId: `ecs-svc/${name}`,
      taskDefinitionArn: `arn:${name}`,
      deadline: times.deadline ?? 600_000,
      graceEnd: times.graceEnd ?? 30_000,
    });
  return { watch, progress };
}

describe("RolloutWatcher", () => {
  test("looks at all services in one request, every five seconds", async () => {
    const asked: (readonly string[])[] = [];
    const clock = makeClock();
    const { watch } = watcherOn(async (_cluster, names) => {
      asked.push(names);
      return names.map((name) => running(name, asked.length < 3 ? "IN_PROGRESS" : "COMPLETED"));
    }, clock);
    const ends = await Promise.all([watch("a"), watch("b"), watch("c")]);
    expect(ends.map(({ verdict }) => verdict.kind)).toEqual(["succeeded", "succeeded", "succeeded"]);
    expect(asked).toEqual([
      ["a", "b", "c"],
      ["a", "b", "c"],
      ["a", "b", "c"],
    ]);
    expect(clock.sleeps).toEqual([POLL_INTERVAL_MS, POLL_INTERVAL_MS, POLL_INTERVAL_MS]);
    expect(POLL_INTERVAL_MS).toBe(5_000);
  });

  test("asks no more for what has ended", async () => {
    const asked: (readonly string[])[] = [];
    const { watch } = watcherOn(async (_cluster, names) => {
      asked.push(names);
      return names.map((name) => running(name, name === "a" || asked.length > 1 ? "COMPLETED" : "IN_PROGRESS"));
    }, makeClock());
    await Promise.all([watch("a"), watch("b")]);
    expect(asked).toEqual([["a", "b"], ["b"]]);
  });

  test("gives up at the deadline and says how far it got", async () => {
    const { watch, progress } = watcherOn(async () => [running("a", "IN_PROGRESS")], makeClock());
    const end = await watch("a", { deadline: 12_000 });
    expect(end.verdict).toEqual({
      kind: "timed-out",
      reason: "the rollout did not end in time (1 of 1 tasks running)",
    });
    expect(progress).toEqual(["a: 1 of 1 tasks running"]);
  });

  test("a service ECS never shows is gone after the grace period", async () => {
    const { watch } = watcherOn(async () => [], makeClock());
    expect((await watch("a")).verdict.kind).toBe("gone");
  });

  test("expired credentials end every watch at once, with what to do about it", async () => {
    const expired = new ActionError("ExpiredTokenException", "The session has ended.", {
      source: "aws",
      hint: "Raise role-duration-seconds.",
    });
    const clock = makeClock();
    const { watch } = watcherOn(async () => Promise.reject(expired), clock);
    const ends = await Promise.all([watch("a"), watch("b")]);
    const reason = "the rollout could not be watched: The session has ended. Raise role-duration-seconds.";
    expect(ends.map(({ verdict }) => verdict)).toEqual(Array(2).fill({ kind: "unknown", reason }));
    expect(clock.sleeps).toHaveLength(1);
  });

  test("an outage of ECS is borne until it ends", async () => {
    let looks = 0;
    const { watch } = watcherOn(async () => {
      looks += 1;
      if (looks < 5) throw new ActionError("ServerException", "ECS is not well.", { source: "aws" });
      return [running("a", "COMPLETED")];
    }, makeClock());
    expect((await watch("a")).verdict.kind).toBe("succeeded");
  });

  test("an outage that outlasts the deadline leaves the end unknown", async () => {
    const { watch } = watcherOn(
      async () => Promise.reject(new ActionError("ServerException", "ECS is not well.", { source: "aws" })),
      makeClock(),
    );
    expect((await watch("a", { deadline: 20_000 })).verdict).toEqual({
      kind: "unknown",
      reason: "the rollout could not be watched: ECS is not well.",
    });
  });

  test("an interrupted run stops watching", async () => {
    const controller = new AbortController();
    const { watch } = watcherOn(async () => [running("a", "IN_PROGRESS")], makeClock(), controller.signal);
    const end = watch("a");
    controller.abort();
    expect((await end).verdict.kind).toBe("interrupted");
  });
});
