import { ActionError } from "../errors.ts";
import { isInactiveRevision } from "../model/aws-error-codes.ts";
import type { LocationOutcome } from "../model/outcome.ts";
import type { Step } from "../model/plan.ts";
import { parseTaskDefinitionArn } from "../model/task-definition-arn.ts";
import { carryOut, endedStep, type RunningStep, type StepWork } from "./begin-step.ts";
import type { Contest } from "./context.ts";
import { CREATED_ANEW } from "./drain.ts";
import { failedOutcome, outcomeOf, SERVICE_MOVED } from "./location-outcome.ts";
import type { WhenTaken } from "./rollout-outcome.ts";
import { markFingerprint } from "./steps.ts";
import type { Turn } from "./turn.ts";

/** How often one location is written again before this run gives it up. */
const MOST_REWRITES = 3;

/** The contest of an apply with other runs. */
export interface ContestedWork {
  readonly contest: Contest;
  readonly turn: Turn;
  /** What was begun last for each service, by its name. */
  readonly current: Map<string, RunningStep>;
  /** How often each service was written again. */
  readonly rewrites: Map<string, number>;
}

/** Begins a step, whatever happens; a race that was lost to another run is run again. Never rejects. */
export async function beginStep(
  step: Step,
  work: StepWork,
  contested: ContestedWork | undefined,
): Promise<RunningStep> {
  const running = await attemptStep(step, work, contested);
  contested?.current.set(step.service, running);
  return running;
}

async function attemptStep(step: Step, work: StepWork, contested: ContestedWork | undefined): Promise<RunningStep> {
  if (work.input.signal.aborted && step.action !== "none") {
    return endedStep(step, outcomeOf(step, "skipped", "not begun: the run was interrupted"));
  }
  try {
    const running = await carryOut(step, work);
    if (contested === undefined || step.action !== "delete") return running;
    return { ...running, ended: running.ended.then((outcome) => giveWay(step, outcome, contested.turn)) };
  } catch (error) {
    return endLost(step, error, work, contested);
  }
}

/** A removal that a newer run has come between has not failed: what is left belongs to that run. */
function giveWay(step: Step, outcome: LocationOutcome, turn: Turn): LocationOutcome {
  if (outcome.status !== "failed" || turn.newer === undefined) return outcome;
  return { ...outcomeOf(step, "superseded", turn.explain(turn.newer)), warnings: [outcome.message] };
}

/** What lost a race is superseded by a newer run, or begun anew after an older one; anything else has failed. */
async function endLost(
  step: Step,
  error: unknown,
  work: StepWork,
  contested: ContestedWork | undefined,
): Promise<RunningStep> {
  const failed = () => endedStep(step, failedOutcome(step, error, work.input));
  if (contested === undefined || !isLostRace(error)) return failed();
  const isMoved = error instanceof ActionError && error.code === SERVICE_MOVED;
  // Whose doing it was, the marks say that are there now.
  if (isMoved) await work.ports.ecs.describeServices(step.cluster, [step.service]).catch(() => undefined);
  const { newer, rivalSeen } = contested.turn;
  if (newer !== undefined) return endedStep(step, outcomeOf(step, "superseded", contested.turn.explain(newer)));
  if (isMoved && !rivalSeen) return failed();
  return (await writeAgain(step, work, contested)) ?? failed();
}

/** What ECS and Cloud Map answer when somebody has created or deleted in between what a step was to write. */
function isLostRace(error: unknown): boolean {
  if (!(error instanceof ActionError)) return false;
  return LOST_CODES.has(error.code) || LOST_WORDS.test(error.message) || isInactiveRevision(error);
}

const LOST_WORDS = /service registry|still draining/i;

const LOST_CODES: ReadonlySet<string> = new Set([
  SERVICE_MOVED,
  "service-name-taken",
  CREATED_ANEW,
  "ServiceNotFoundException",
  "ServiceNotActiveException",
  "ResourceNotFoundException",
]);

/**
 * Plans a location anew and begins that: another run has written over it. Undefined when that has been done too often.
 * Never rejects.
 */
export async function writeAgain(
  step: Step,
  work: StepWork,
  contested: ContestedWork,
): Promise<RunningStep | undefined> {
  const count = contested.rewrites.get(step.service) ?? 0;
  if (count >= MOST_REWRITES) return undefined;
  contested.rewrites.set(step.service, count + 1);
  if (step.action === "delete") return beginStep(step, work, contested);
  const { input, ports } = work;
  try {
    const replanned = await contested.contest.replan(step.location);
    if (replanned === undefined) return undefined;
    const { step: next, registryArn } = replanned;
    const registries = new Map(input.registries);
    if (registryArn === undefined) registries.delete(step.location);
    else registries.set(step.location, registryArn);
    const unfinished = new Set(replanned.isUnfinished ? [step.location] : []);
    const nextInput = { ...input, registries, unfinished, unmarked: new Set<string>() };
    // Nothing but the tags may be left of what the other run wrote.
    if (next.action === "none") await markFingerprint(next, nextInput, ports, input.runTags);
    return asOf(step, await beginStep(next, { ...work, input: nextInput }, contested));
  } catch (error) {
    // The other run has removed something between two reads of this plan.
    return endLost(step, error, work, contested);
  }
}

/** What a location was to get is what the plan said, also when less was left to do in the end. */
function asOf(step: Step, running: RunningStep): RunningStep {
  if (step.action === "none" || running.step.action !== "none") return running;
  const ended = running.ended.then(
    (outcome): LocationOutcome => ({
      ...outcome,
      action: step.action,
      ...(outcome.status === "unchanged" && { status: "succeeded", message: "is as planned" }),
    }),
  );
  return { ...running, ended };
}

/** Decides about a rollout that ended because another ECS deployment took its place, or its service is gone. */
export function decideTaken(work: () => StepWork, contested: ContestedWork): WhenTaken {
  return async (step, { kind }) => {
    if (kind !== "replaced" && kind !== "gone") return undefined;
    const { newer, rivalSeen } = contested.turn;
    if (newer !== undefined) return outcomeOf(step, "superseded", contested.turn.explain(newer));
    if (!rivalSeen && !(await runsRevisionOfOlderRun(step, work().ports, contested.turn))) return undefined;
    const again = await writeAgain(step, work(), contested);
    return again?.ended;
  };
}

/**
 * True when an older run has put a revision of its own in place since the plan. The tags of two runs may come in the
 * other order than their updates: then the service carries this run's, and only the revision tells whose it is.
 */
async function runsRevisionOfOlderRun(
  { cluster, service: name, base }: Step,
  { ecs }: StepWork["ports"],
  turn: Turn,
): Promise<boolean> {
  try {
    const [service] = await ecs.describeServices(cluster, [name]);
    if (service?.taskDefinition === undefined) return false;
    const found = await ecs.describeTaskDefinition(service.taskDefinition, { withTags: true });
    const mark = turn.markIn(found?.tags ?? {});
    // What was there before the plan, somebody has put back on purpose.
    const before = parseTaskDefinitionArn(base.taskDefinitionArn ?? "")?.revision ?? 0;
    const isNew = (found?.revision ?? 0) > before;
    return isNew && mark !== undefined && turn.orderOf(mark) < 0;
  } catch {
    // Nothing says so: then it stays what it looks like, somebody else's doing.
    return false;
  }
}
