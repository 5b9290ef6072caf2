import { lastSegment } from "../model/arn.ts";
import type { EcsService } from "../model/aws-shapes.ts";
import type { DesiredLocation } from "../model/desired.ts";
import type { LocationOutcome, OutcomeStatus } from "../model/outcome.ts";
import type { Step } from "../model/plan.ts";
import type { ApplyInput, ApplyPorts } from "./context.ts";
import { explainFailure } from "./explain.ts";
import { addressOf, outcomeOf } from "./location-outcome.ts";
import type { RolloutEnd, RolloutWatcher } from "./rollout-watcher.ts";
import type { BegunStep } from "./steps.ts";

/** Decides about a rollout that something else took the place of; undefined: it has failed like any other. */
export type WhenTaken = (step: Step, end: RolloutEnd) => Promise<LocationOutcome | undefined>;

/** Watches what a step began to its end, and says how it ended. Never rejects. */
export async function finishRollout(
  step: Step,
  desired: DesiredLocation,
  begun: BegunStep,
  startedAt: number,
  input: ApplyInput,
  ports: ApplyPorts,
  watcher: RolloutWatcher,
  whenTaken: WhenTaken = async () => undefined,
): Promise<LocationOutcome> {
  const done = (status: OutcomeStatus, message: string): LocationOutcome => ({
    ...outcomeOf(step, status, message),
    ...addressOf(desired, input),
    ...(begun.taskDefinitionArn !== undefined && { taskDefinitionArn: begun.taskDefinitionArn }),
    duration: Math.round((ports.clock.now() - startedAt) / 1_000),
  });
  const { ecsDeploymentId, taskDefinitionArn = "" } = begun;
  // Draining and pacing may have come first: ECS's time begins with its answer.
  const answeredAt = ports.clock.now();
  if (ecsDeploymentId === undefined) return done("succeeded", "updated without a rollout");
  if (!input.wait) return done("started", "the ECS deployment was started and is not watched");
  const end = await watcher.watch({
    location: step.location,
    service: step.service,
    ecsDeploymentId,
    taskDefinitionArn,
    deadline: answeredAt + (input.rolloutTimeoutMs ?? desired.rolloutTimeout * 1_000),
    graceEnd: answeredAt + desired.gracePeriod * 1_000,
  });
  if (end.verdict.kind === "succeeded") {
    return done("succeeded", describeSuccess(taskDefinitionArn, end.service));
  }
  const decided = await whenTaken(step, end);
  if (decided !== undefined) return { ...done(decided.status, decided.message), ...decided };
  const failure = await explainFailure(
    {
      desired,
      phase: PHASES[end.verdict.kind],
      taskDefinitionArn,
      ecsDeploymentId,
      startedAt,
      service: end.service,
      redact: input.redact,
    },
    ports,
  );
  return { ...done(STATUS_OF_END[end.verdict.kind], input.redact(end.verdict.reason)), failure };
}

/** ECS calls a rollout of no tasks completed, too. */
function describeSuccess(taskDefinitionArn: string, service: EcsService | undefined): string {
  const revision = lastSegment(taskDefinitionArn);
  return service?.desiredCount === 0
    ? `is on ${revision}, with no task: the service's desired count is 0`
    : `runs ${revision}`;
}

type FailedEnd = Exclude<RolloutEnd["verdict"]["kind"], "succeeded">;

const STATUS_OF_END: Readonly<Record<FailedEnd, OutcomeStatus>> = {
  failed: "failed",
  "rolled-back": "rolled-back",
  replaced: "failed",
  gone: "failed",
  "timed-out": "failed",
  unknown: "failed",
  interrupted: "failed",
};

const PHASES: Readonly<Record<FailedEnd, string>> = {
  failed: "starting tasks of the new revision",
  "rolled-back": "starting tasks of the new revision",
  replaced: "watching the ECS deployment",
  gone: "watching the ECS deployment",
  "timed-out": "waiting for the ECS deployment to complete",
  unknown: "watching the ECS deployment",
  interrupted: "watching the ECS deployment",
};
