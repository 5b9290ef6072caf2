import { describe, expect, test } from "vitest";
import type { ApplyInput, ApplyPorts } from "../../../src/apply/context.ts";
import { finishRollout } from "../../../src/apply/rollout-outcome.ts";
import type { RolloutEnd, RolloutTarget } from "../../../src/apply/rollout-target.ts";
import type { RolloutWatcher } from "../../../src/apply/rollout-watcher.ts";
import type { BegunStep } from "../../../src/apply/steps.ts";
import type { Step } from "../../../src/model/plan.ts";
import { createFakePorts, desiredLocation } from "../live/fake-ports.ts";

const ARN = "arn:aws:ecs:us-east-1:123456789012:task-definition/etl:2";
const STEP: Step = {
  location: "etl",
  action: "update",
  reason: { code: "tags", text: "Tags of the service change." },
  service: "etl-prod",
  cluster: "main",
  family: "etl",
  taskDefinition: { register: false },
  base: { taskDefinitionArn: ARN, ecsDeploymentId: "ecs-svc/base" },
  changes: [],
  impact: "in-place",
  warnings: [],
};
const WORKED: RolloutEnd = {
  kind: "succeeded",
  reason: "",
  phase: { phase: "completion", since: 0, hasRun: true },
  service: { desiredCount: 1 },
  createdAt: undefined,
  isCurrent: true,
  rollback: "none",
  canAsk: true,
};

/** Finishes a step whose rollout ends so, and tells what was watched. */
async function finish(
  begun: Partial<BegunStep>,
  changes: {
    readonly unfinished?: boolean;
    readonly input?: Partial<ApplyInput>;
    readonly end?: Partial<RolloutEnd>;
  } = {},
) {
  const watched: RolloutTarget[] = [];
  const watcher = {
    watch: async (target: RolloutTarget) => {
      watched.push(target);
      return { ...WORKED, ...changes.end };
    },
  } as unknown as RolloutWatcher;
  const { ports, calls } = createFakePorts({});
  const input = {
    unfinished: new Set(changes.unfinished === true ? ["etl"] : []),
    wait: true,
    rolloutTimeoutMs: undefined,
    namespaceName: "code.internal",
    redact: (text: string) => text.replaceAll("s3cret", "(hidden)"),
    ...changes.input,
  } as unknown as ApplyInput;
  const applyPorts: ApplyPorts = { ...ports, clock: { now: () => 90_000, sleep: async () => undefined } };
  const outcome = await finishRollout(
    STEP,
    desiredLocation("etl"),
    { taskDefinitionArn: ARN, ecsDeploymentId: undefined, ...begun },
    60_000,
    input,
    applyPorts,
    watcher,
  );
  return { outcome, watched, calls };
}

describe("finishRollout", () => {
  test("what starts no ECS deployment is not waited for", async () => {
    const { outcome, watched } = await finish({});
    expect(outcome).toMatchObject({ status: "succeeded", message: "updated without a rollout", duration: 30 });
    expect(watched).toEqual([]);
  });

  test("unless an earlier one still goes on: what it leads to is what the service will run", async () => {
    const { outcome, watched } = await finish({}, { unfinished: true });
    expect(outcome).toMatchObject({ status: "succeeded", message: "runs etl:2" });
    expect(watched).toMatchObject([{ ecsDeploymentId: "ecs-svc/base" }]);
  });

  test("the deployment this run created comes before one that went on", async () => {
    const { watched } = await finish({ ecsDeploymentId: "ecs-svc/new" }, { unfinished: true });
    expect(watched).toMatchObject([
      {
        ecsDeploymentId: "ecs-svc/new",
        taskDefinitionArn: ARN,
        containers: { essential: ["dagster"], checked: [] },
        rollbackOnFailure: true,
        begunAt: 90_000,
        limits: { taskStart: 300_000, healthCheck: 180_000 },
        gracePeriod: 30_000,
      },
    ]);
    expect(watched[0]?.limits).not.toHaveProperty("total");
  });

  test("wait-timeout-minutes is for the whole", async () => {
    const { watched } = await finish({ ecsDeploymentId: "ecs-svc/new" }, { input: { rolloutTimeoutMs: 60_000 } });
    expect(watched[0]?.limits.total).toBe(60_000);
  });

  test.each([
    [{ ecsDeploymentId: "ecs-svc/new" }, "the ECS deployment was started and is not watched"],
    [{}, "an ECS deployment is still going on and is not watched"],
  ])("without waiting, %j is told as what it is", async (begun, message) => {
    const { outcome } = await finish(begun, { unfinished: true, input: { wait: false } });
    expect(outcome).toMatchObject({ status: "started", message });
  });

  test("expired credentials and a cancelled run ask AWS nothing more", async () => {
    for (const end of [{ kind: "unknown", canAsk: false }, { kind: "interrupted" }] as const) {
      const { outcome, calls } = await finish(
        { ecsDeploymentId: "ecs-svc/new" },
        { end: { ...end, reason: "s3cret" } },
      );
      expect(outcome).toMatchObject({ status: "failed", message: "(hidden)", failure: { stoppedTasks: [] } });
      expect(calls).toEqual([]);
    }
  });
});

describe("the phases of an outcome", () => {
  test("follow each other without gaps, from the first step to the end", async () => {
    const reached = [
      { name: "task-start", since: 70_000 },
      { name: "completion", since: 85_000 },
    ] as const;
    const { outcome } = await finish({ ecsDeploymentId: "ecs-svc/new" }, { end: { reached } });
    expect(outcome.phases).toEqual([
      { name: "prepare", from: 60_000, to: 70_000 },
      { name: "task-start", from: 70_000, to: 85_000 },
      { name: "completion", from: 85_000, to: 90_000 },
    ]);
    expect(outcome.duration).toBe(30);
  });

  test("are the preparation alone where nothing is watched", async () => {
    const { outcome } = await finish({});
    expect(outcome.phases).toEqual([{ name: "prepare", from: 60_000, to: 90_000 }]);
  });
});

describe("what events say of the cause", () => {
  const BACK = "(service etl) rolling back to deployment ecs-svc/1.";
  const QUOTA =
    "(service etl) was unable to place a task. Reason: You've reached the limit on the number of vCPUs you can run concurrently.";
  const UNHEALTHY = "(service etl) (task 9) failed container health checks.";

  /** The guess at a rollout that ended so, with these events, the newest first. */
  async function guessOf(kind: RolloutEnd["kind"], messages: readonly string[]) {
    const service = { desiredCount: 1, events: messages.map((message) => ({ message, createdAt: new Date(70_000) })) };
    const end = { kind, reason: "it failed", canAsk: false, service };
    return (await finish({ ecsDeploymentId: "ecs-svc/new" }, { end })).outcome.failure;
  }

  test("is what was said before ECS went back, however much was said since", async () => {
    expect((await guessOf("failed", [UNHEALTHY, BACK, QUOTA]))?.guess).toMatch(/quota/);
    const failure = await guessOf("failed", [...Array<string>(12).fill(UNHEALTHY), BACK, QUOTA]);
    expect(failure?.guess).toMatch(/quota/);
    expect(failure?.events).toHaveLength(10);
  });

  test("is nothing where somebody else ended the rollout", async () => {
    for (const kind of ["replaced", "stopped", "gone", "interrupted"] as const) {
      expect((await guessOf(kind, [QUOTA]))?.guess).toBeUndefined();
    }
  });
});
