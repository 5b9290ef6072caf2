import { mapConcurrently } from "../concurrency.ts";
import { ActionError, explainError } from "../errors.ts";
import { lastSegment } from "../model/arn.ts";
import type { EcsService } from "../model/aws-shapes.ts";
import type { DesiredLocation } from "../model/desired.ts";
import type { LocationOutcome, Outcome, OutcomeStatus } from "../model/outcome.ts";
import type { Step } from "../model/plan.ts";
import type { ApplyInput, ApplyPorts } from "./context.ts";
import { explainFailure } from "./explain.ts";
import { removeService } from "./removal.ts";
import { type RolloutEnd, RolloutWatcher } from "./rollout-watcher.ts";
import { type BegunStep, beginCreate, beginReplace, beginUpdate, markFingerprint } from "./steps.ts";

/** Locations that are written at the same time; the adapter paces the calls themselves. */
const CONCURRENT_STEPS = 8;

/** A step that was begun and, where ECS rolls something out, the promise of how that ends. */
interface RunningStep {
  readonly ended: Promise<LocationOutcome>;
}

/**
 * Carries out a plan: every location on its own, one failing does not stop the others. Writes nothing when a step
 * is blocked. Never rejects: whatever happens is in the outcome, in the order of the plan.
 */
export async function applyPlan(input: ApplyInput, ports: ApplyPorts): Promise<Outcome> {
  const blocked = input.plan.steps.some(({ action }) => action === "blocked");
  const watcher = new RolloutWatcher({
    cluster: input.plan.request.cluster,
    ecs: ports.ecs,
    clock: ports.clock,
    signal: input.signal,
    onProgress: input.onProgress,
  });
  // Beginning is bounded, watching is not: otherwise eight slow rollouts would hold up all others.
  const running = await mapConcurrently(input.plan.steps, CONCURRENT_STEPS, async (step) =>
    blocked ? { ended: Promise.resolve(outcomeOfBlockedPlan(step)) } : beginStep(step, input, ports, watcher),
  );
  const locations = await Promise.all(running.map(({ ended }) => ended));
  return { locations, succeeded: locations.every(({ status }) => SUCCESSFUL.has(status)) };
}

const SUCCESSFUL: ReadonlySet<OutcomeStatus> = new Set(["succeeded", "unchanged", "started"]);

function outcomeOfBlockedPlan(step: Step): LocationOutcome {
  if (step.action === "blocked") return outcome(step, "blocked", step.reason.text);
  if (step.action === "none") return outcome(step, "unchanged", "nothing to do");
  return outcome(step, "skipped", "not begun: another location of the plan is blocked");
}

async function beginStep(
  step: Step,
  input: ApplyInput,
  ports: ApplyPorts,
  watcher: RolloutWatcher,
): Promise<RunningStep> {
  if (input.signal.aborted && step.action !== "none") {
    return { ended: Promise.resolve(outcome(step, "skipped", "not begun: the run was interrupted")) };
  }
  const startedAt = ports.clock.now();
  try {
    return await carryOut(step, startedAt, input, ports, watcher);
  } catch (error) {
    return { ended: Promise.resolve(failedOutcome(step, error, input)) };
  }
}

async function carryOut(
  step: Step,
  startedAt: number,
  input: ApplyInput,
  ports: ApplyPorts,
  watcher: RolloutWatcher,
): Promise<RunningStep> {
  if (step.action === "blocked") return { ended: Promise.resolve(outcome(step, "blocked", step.reason.text)) };
  if (step.action === "delete") {
    await removeService(step, input, ports);
    return {
      ended: Promise.resolve(outcome(step, "succeeded", "the ECS service and its Cloud Map service are removed")),
    };
  }
  const desired = input.desired.get(step.location);
  if (desired === undefined) {
    throw new ActionError("plan-without-location", `The plan names "${step.location}", which was not rendered.`, {
      source: "internal",
    });
  }
  if (step.action === "none") return leaveAlone(step, desired, startedAt, input, ports, watcher);
  const begin = { create: beginCreate, update: beginUpdate, redeploy: beginUpdate, replace: beginReplace }[step.action];
  const begun = await begin(step, desired, input, ports);
  input.onProgress(step.location, begun.ecsDeploymentId === undefined ? "updated" : "ECS deployment started");
  return { ended: finish(step, desired, begun, startedAt, input, ports, watcher) };
}

/** Nothing changes; but a rollout that an earlier run began may still fail. */
async function leaveAlone(
  step: Step,
  desired: DesiredLocation,
  startedAt: number,
  input: ApplyInput,
  ports: ApplyPorts,
  watcher: RolloutWatcher,
): Promise<RunningStep> {
  if (input.unmarked.has(step.location)) await markFingerprint(step, input, ports);
  const { taskDefinitionArn, ecsDeploymentId } = step.base;
  if (ecsDeploymentId !== undefined && input.unfinished.has(step.location)) {
    return { ended: finish(step, desired, { taskDefinitionArn, ecsDeploymentId }, startedAt, input, ports, watcher) };
  }
  const message = step.warnings[0] ?? "nothing to do";
  return { ended: Promise.resolve({ ...outcome(step, "unchanged", message), ...address(desired, input) }) };
}

async function finish(
  step: Step,
  desired: DesiredLocation,
  begun: BegunStep,
  startedAt: number,
  input: ApplyInput,
  ports: ApplyPorts,
  watcher: RolloutWatcher,
): Promise<LocationOutcome> {
  const done = (status: OutcomeStatus, message: string): LocationOutcome => ({
    ...outcome(step, status, message),
    ...address(desired, input),
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

function outcome(step: Step, status: OutcomeStatus, message: string): LocationOutcome {
  return {
    location: step.location,
    action: step.action,
    status,
    message,
    service: step.service,
    ...(step.image !== undefined && { image: step.image.reference }),
  };
}

function failedOutcome(step: Step, error: unknown, input: ApplyInput): LocationOutcome {
  return outcome(step, "failed", input.redact(explainError(error)));
}

function address(desired: DesiredLocation, input: ApplyInput): { hostname?: string; port: number } {
  return {
    port: desired.port,
    ...(input.namespaceName !== undefined && { hostname: `${desired.cloudMapService.name}.${input.namespaceName}` }),
  };
}
