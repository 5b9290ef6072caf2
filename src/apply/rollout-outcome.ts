import { lastSegment } from "../model/arn.ts";
import type { EcsService } from "../model/aws-shapes.ts";
import type { DesiredLocation } from "../model/desired.ts";
import type { LocationOutcome, OutcomePhase, OutcomeStatus } from "../model/outcome.ts";
import type { Step } from "../model/plan.ts";
import type { ApplyInput, ApplyPorts } from "./context.ts";
import { explainFailure } from "./explain.ts";
import { addressOf, outcomeOf } from "./location-outcome.ts";
import type { ReachedPhase, RolloutEnd } from "./rollout-target.ts";
import type { RolloutWatcher } from "./rollout-watcher.ts";
import type { BegunStep } from "./steps.ts";
import { watchedContainers } from "./task-health.ts";
import { revisionOf } from "./verdict.ts";

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
  // Draining and pacing may have come first: ECS's time begins with its answer.
  const begunAt = ports.clock.now();
  const done = (status: OutcomeStatus, message: string, reached: readonly ReachedPhase[] = []): LocationOutcome => ({
    ...outcomeOf(step, status, message),
    ...addressOf(desired, input),
    ...(begun.taskDefinitionArn !== undefined && { taskDefinitionArn: begun.taskDefinitionArn }),
    duration: Math.round((ports.clock.now() - startedAt) / 1_000),
    phases: phasesOf([{ name: "prepare", since: startedAt }, ...reached], ports.clock.now()),
  });
  const { taskDefinitionArn = "" } = begun;
  // What starts no rollout of its own is only as good as the one that is still going on.
  const goingOn = input.unfinished.has(step.location) ? step.base.ecsDeploymentId : undefined;
  const ecsDeploymentId = begun.ecsDeploymentId ?? goingOn;
  if (ecsDeploymentId === undefined) return done("succeeded", "updated without a rollout");
  if (!input.wait) {
    const what = ecsDeploymentId === goingOn ? "an ECS deployment is still going on" : "the ECS deployment was started";
    return done("started", `${what} and is not watched`);
  }
  const end = await watcher.watch({
    location: step.location,
    cluster: step.cluster,
    service: step.service,
    ecsDeploymentId,
    taskDefinitionArn,
    containers: watchedContainers(desired.taskDefinition.body),
    rollbackOnFailure: desired.service.rollbackOnFailure,
    begunAt,
    limits: {
      taskStart: desired.taskStartTimeout * 1_000,
      healthCheck: desired.healthCheckTimeout * 1_000,
      ...(input.rolloutTimeoutMs !== undefined && { total: input.rolloutTimeoutMs }),
    },
    gracePeriod: desired.gracePeriod * 1_000,
  });
  if (end.kind === "succeeded") return done("succeeded", describeSuccess(taskDefinitionArn, end.service), end.reached);
  const decided = await whenTaken(step, end);
  if (decided !== undefined) return { ...done(decided.status, decided.message, end.reached), ...decided };
  const failure = await explainFailure(
    { desired, end, taskDefinitionArn, ecsDeploymentId, startedAt, redact: input.redact, signal: input.signal },
    ports,
  );
  return { ...done(statusOf(end), input.redact(describeFailure(end)), end.reached), failure };
}

/** Each phase goes on until the next begins. */
function phasesOf(
  reached: readonly { readonly name: OutcomePhase["name"]; readonly since: number }[],
  endedAt: number,
): readonly OutcomePhase[] {
  return reached.map(({ name, since }, index) => ({ name, from: since, to: reached[index + 1]?.since ?? endedAt }));
}

/** A failure is told with the revision it leaves the service on, where that is not the one that was asked for. */
function describeFailure({ reason, rollback, service }: RolloutEnd): string {
  const revision = revisionOf(service?.deployments?.find(({ status }) => status === "PRIMARY"));
  switch (rollback) {
    case "none":
      return reason;
    case "done":
      return `${reason}; the service is back on ${revision}`;
    case "unfinished":
      return `${reason}; the service goes back to ${revision}`;
    case "failed":
      return `${reason}; the rollback to ${revision} failed, too`;
  }
}

/** ECS calls a rollout of no tasks completed, too. */
function describeSuccess(taskDefinitionArn: string, service: EcsService | undefined): string {
  const revision = lastSegment(taskDefinitionArn);
  return service?.desiredCount === 0
    ? `is on ${revision}, with no task: the service's desired count is 0`
    : `runs ${revision}`;
}

/** Rolled back is what has an earlier revision to show for it; all else that is no success has failed. */
function statusOf({ rollback }: RolloutEnd): OutcomeStatus {
  return rollback === "done" || rollback === "unfinished" ? "rolled-back" : "failed";
}
