import { mapConcurrently } from "../concurrency.ts";
import { ActionError } from "../errors.ts";
import type { DesiredLocation } from "../model/desired.ts";
import type { LocationOutcome, Outcome, OutcomeStatus } from "../model/outcome.ts";
import type { Step } from "../model/plan.ts";
import type { ApplyInput, ApplyPorts, StepTools } from "./context.ts";
import { addressOf, failedOutcome, outcomeOf } from "./location-outcome.ts";
import { removeService } from "./removal.ts";
import { beginRevision } from "./revision-step.ts";
import { finishRollout } from "./rollout-outcome.ts";
import { RolloutWatcher } from "./rollout-watcher.ts";
import { beginCreate, beginReplace, beginUpdate, markFingerprint } from "./steps.ts";
import { TaskWatcher } from "./task-watcher.ts";

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
  const tools: StepTools = {
    ...ports,
    tasks: new TaskWatcher({
      cluster: input.plan.request.cluster,
      ecs: ports.ecs,
      clock: ports.clock,
      signal: input.signal,
    }),
  };
  // Beginning is bounded, watching is not: otherwise eight slow rollouts would hold up all others.
  const running = await mapConcurrently(input.plan.steps, CONCURRENT_STEPS, async (step) =>
    blocked ? { ended: Promise.resolve(outcomeOfBlockedPlan(step)) } : beginStep(step, input, tools, watcher),
  );
  const locations = await Promise.all(running.map(({ ended }) => ended));
  return { locations, succeeded: locations.every(({ status }) => SUCCESSFUL.has(status)) };
}

const SUCCESSFUL: ReadonlySet<OutcomeStatus> = new Set(["succeeded", "unchanged", "started"]);

function outcomeOfBlockedPlan(step: Step): LocationOutcome {
  if (step.action === "blocked") return outcomeOf(step, "blocked", step.reason.text);
  if (step.action === "none") return outcomeOf(step, "unchanged", "nothing to do");
  return outcomeOf(step, "skipped", "not begun: another location of the plan is blocked");
}

async function beginStep(
  step: Step,
  input: ApplyInput,
  tools: StepTools,
  watcher: RolloutWatcher,
): Promise<RunningStep> {
  if (input.signal.aborted && step.action !== "none") {
    return { ended: Promise.resolve(outcomeOf(step, "skipped", "not begun: the run was interrupted")) };
  }
  const startedAt = tools.clock.now();
  try {
    return await carryOut(step, startedAt, input, tools, watcher);
  } catch (error) {
    return { ended: Promise.resolve(failedOutcome(step, error, input)) };
  }
}

async function carryOut(
  step: Step,
  startedAt: number,
  input: ApplyInput,
  tools: StepTools,
  watcher: RolloutWatcher,
): Promise<RunningStep> {
  if (step.action === "blocked") return { ended: Promise.resolve(outcomeOf(step, "blocked", step.reason.text)) };
  if (step.action === "delete") {
    await removeService(step, input, tools);
    return {
      ended: Promise.resolve(outcomeOf(step, "succeeded", "the ECS service and its Cloud Map service are removed")),
    };
  }
  const desired = input.desired.get(step.location);
  if (desired === undefined) {
    throw new ActionError("plan-without-location", `The plan names "${step.location}", which was not rendered.`, {
      source: "internal",
    });
  }
  if (step.action === "none") return leaveAlone(step, desired, startedAt, input, tools, watcher);
  const begin = {
    create: beginCreate,
    update: beginUpdate,
    // Only the revision is another one, or the tasks are: what else the service has is not looked at.
    redeploy: input.revisionsOnly === true ? beginRevision : beginUpdate,
    rollback: beginRevision,
    replace: beginReplace,
  }[step.action];
  const begun = await begin(step, desired, input, tools);
  input.onProgress(step.location, begun.ecsDeploymentId === undefined ? "updated" : "ECS deployment started");
  return { ended: finishRollout(step, desired, begun, startedAt, input, tools, watcher) };
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
    return {
      ended: finishRollout(step, desired, { taskDefinitionArn, ecsDeploymentId }, startedAt, input, ports, watcher),
    };
  }
  const message = step.warnings[0] ?? "nothing to do";
  return { ended: Promise.resolve({ ...outcomeOf(step, "unchanged", message), ...addressOf(desired, input) }) };
}
