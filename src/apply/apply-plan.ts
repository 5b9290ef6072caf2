import { mapConcurrently } from "../concurrency.ts";
import type { LocationOutcome, Outcome, OutcomeStatus } from "../model/outcome.ts";
import type { Step } from "../model/plan.ts";
import type { RunningStep, StepWork } from "./begin-step.ts";
import { beginStep, type ContestedWork, decideTaken } from "./contested-steps.ts";
import type { ApplyInput, ApplyPorts, Contest } from "./context.ts";
import { guardPorts } from "./guarded-ports.ts";
import { outcomeOf } from "./location-outcome.ts";
import { RolloutWatcher } from "./rollout-watcher.ts";
import { removeNewlyAbandoned, settle } from "./settlement.ts";
import { Turn } from "./turn.ts";

/** Locations that are written at the same time; the adapter paces the calls themselves. */
const CONCURRENT_STEPS = 8;

/**
 * Carries out a plan: every location on its own, one failing does not stop the others. Writes nothing when a step
 * is blocked. Never rejects: whatever happens is in the outcome, in the order of the plan.
 */
export async function applyPlan(input: ApplyInput, ports: ApplyPorts): Promise<Outcome> {
  const blocked = input.plan.steps.some(({ action }) => action === "blocked");
  if (blocked) return summarize(input.plan.steps.map(outcomeOfBlockedPlan));
  return summarize(
    input.contest === undefined
      ? await applySteps(input, makeWork(input, ports))
      : await applyContested(input, ports, input.contest),
  );
}

function summarize(locations: readonly LocationOutcome[]): Outcome {
  return { locations, succeeded: locations.every(({ status }) => SUCCESSFUL.has(status)) };
}

const SUCCESSFUL: ReadonlySet<OutcomeStatus> = new Set(["succeeded", "unchanged", "started"]);

function outcomeOfBlockedPlan(step: Step): LocationOutcome {
  if (step.action === "blocked") return outcomeOf(step, "blocked", step.reason.text);
  if (step.action === "none") return outcomeOf(step, "unchanged", "nothing to do");
  return outcomeOf(step, "skipped", "not begun: another location of the plan is blocked");
}

function makeWork(input: ApplyInput, ports: ApplyPorts): StepWork {
  const watcher = new RolloutWatcher({
    cluster: input.plan.request.cluster,
    ecs: ports.ecs,
    clock: ports.clock,
    signal: input.signal,
    onProgress: input.onProgress,
  });
  return { input, ports, watcher, whenTaken: async () => undefined };
}

async function applySteps(input: ApplyInput, work: StepWork): Promise<readonly LocationOutcome[]> {
  const running = await beginAll(input, work, undefined);
  return Promise.all(running.map(({ ended }) => ended));
}

/** Beginning is bounded, watching is not: otherwise eight slow rollouts would hold up all others. */
function beginAll(
  input: ApplyInput,
  work: StepWork,
  contested: ContestedWork | undefined,
): Promise<readonly RunningStep[]> {
  return mapConcurrently(input.plan.steps, CONCURRENT_STEPS, (step) => beginStep(step, work, contested));
}

/**
 * The same among other runs: gives way to newer ones before each write, and looks afterwards whether an older one has
 * slipped in: once all is written at what is not watched, and once all rollouts have ended at everything.
 */
async function applyContested(
  input: ApplyInput,
  ports: ApplyPorts,
  contest: Contest,
): Promise<readonly LocationOutcome[]> {
  const { steps, request } = input.plan;
  const turn = new Turn({ ...contest, source: request.source, deployment: request.deployment });
  const guarded = guardPorts(ports, turn, {
    cluster: request.cluster,
    names: steps.map(({ service }) => service),
    marks: input.runTags,
  });
  const contested: ContestedWork = { contest, turn, current: new Map(), rewrites: new Map() };
  const work: StepWork = {
    ...makeWork(input, guarded.ports),
    whenTaken: decideTaken(() => work, contested),
  };
  const running = await beginAll(input, work, contested);
  const isContested = (): boolean => guarded.hasWritten() || turn.rivalSeen;
  const unwatched = await outcomesOf(running.filter(({ isWatched }) => !isWatched));
  const settled = isContested() ? await settle(unwatched, work, contested) : unwatched;
  const ended = new Map([...(await outcomesOf(running)), ...settled]);
  const isWaitedFor = ended.size > unwatched.size;
  const last = isWaitedFor && isContested() ? await settle(ended, work, contested) : ended;
  const removed = isContested() ? await removeNewlyAbandoned(work, contested) : [];
  return [...new Map([...last, ...removed]).values()];
}

async function outcomesOf(running: readonly RunningStep[]): Promise<ReadonlyMap<string, LocationOutcome>> {
  return new Map(await Promise.all(running.map(async ({ step, ended }) => [step.service, await ended] as const)));
}
