import { ActionError } from "../errors.ts";
import { isInactiveRevision } from "../model/aws-error-codes.ts";
import type { DesiredLocation } from "../model/desired.ts";
import type { LocationOutcome } from "../model/outcome.ts";
import type { Step } from "../model/plan.ts";
import type { ApplyInput, StepTools } from "./context.ts";
import { clearMarks } from "./kept-settings.ts";
import { addressOf, outcomeOf } from "./location-outcome.ts";
import { beginRevision } from "./revision-step.ts";
import { finishRollout, type WhenTaken } from "./rollout-outcome.ts";
import type { RolloutWatcher } from "./rollout-watcher.ts";
import { type BegunStep, beginCreate, beginReplace, beginUpdate, markFingerprint } from "./steps.ts";

/** A step that was begun and, where ECS rolls something out, the promise of how that ends. */
export interface RunningStep {
  readonly step: Step;
  /** What was written; undefined when nothing was, or the service was removed. */
  readonly begun: BegunStep | undefined;
  /** True when the end is waited for. */
  readonly isWatched: boolean;
  readonly ended: Promise<LocationOutcome>;
}

/** What steps are begun with. */
export interface StepWork {
  readonly input: ApplyInput;
  readonly ports: StepTools;
  readonly watcher: RolloutWatcher;
  readonly whenTaken: WhenTaken;
}

/** Writes what a step is to write. Rejects when something of that fails; how a rollout ends is in `ended`. */
export async function carryOut(step: Step, work: StepWork): Promise<RunningStep> {
  const { input, ports } = work;
  const startedAt = ports.clock.now();
  if (step.action === "blocked") return endedStep(step, outcomeOf(step, "blocked", step.reason.text));
  if (step.action === "delete") {
    const { ended } = await ports.remover.begin(step);
    return { step, begun: undefined, isWatched: true, ended };
  }
  const desired = input.desired.get(step.location);
  if (desired === undefined) {
    throw new ActionError("plan-without-location", `The plan names "${step.location}", which was not rendered.`, {
      source: "internal",
    });
  }
  if (step.action === "none") return leaveAlone(step, desired, startedAt, work);
  const begin = {
    create: beginCreate,
    update: beginUpdate,
    // Only the revision is another one, or the tasks are: what else the service has is not looked at.
    redeploy: input.revisionsOnly === true ? beginRevision : beginUpdate,
    rollback: beginRevision,
    replace: beginReplace,
  }[step.action];
  const begun = await begin(step, desired, input, ports).catch((error: unknown) => {
    // Whoever cleans up revisions may have deregistered it, unseen by the plan: ECS starts nothing of it any more.
    if (!isInactiveRevision(error)) throw error;
    input.onProgress(step.location, "its task definition revision was deregistered: it is registered anew");
    return begin({ ...step, taskDefinition: { register: true } }, desired, input, ports);
  });
  input.onProgress(step.location, begun.ecsDeploymentId === undefined ? "updated" : "ECS deployment started");
  return watchStep(step, desired, begun, startedAt, work);
}

/** A step whose end is known already. */
export function endedStep(step: Step, outcome: LocationOutcome, begun?: BegunStep): RunningStep {
  return { step, begun, isWatched: false, ended: Promise.resolve(outcome) };
}

function watchStep(
  step: Step,
  desired: DesiredLocation,
  begun: BegunStep,
  startedAt: number,
  { input, ports, watcher, whenTaken }: StepWork,
): RunningStep {
  return {
    step,
    begun,
    isWatched: input.wait && begun.ecsDeploymentId !== undefined,
    ended: finishRollout(step, desired, begun, startedAt, input, ports, watcher, whenTaken),
  };
}

/** Nothing changes; but a rollout that an earlier run began may still fail. */
async function leaveAlone(
  step: Step,
  desired: DesiredLocation,
  startedAt: number,
  work: StepWork,
): Promise<RunningStep> {
  const { input, ports } = work;
  if (input.unmarked.has(step.location)) await markFingerprint(step, input, ports);
  await clearMarks(step, input, ports);
  const { taskDefinitionArn, ecsDeploymentId } = step.base;
  if (ecsDeploymentId !== undefined && input.unfinished.has(step.location)) {
    return watchStep(step, desired, { taskDefinitionArn, ecsDeploymentId }, startedAt, work);
  }
  const message = step.warnings[0] ?? "nothing to do";
  return endedStep(step, { ...outcomeOf(step, "unchanged", message), ...addressOf(desired, input) });
}
