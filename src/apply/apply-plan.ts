import { mapConcurrently } from "../concurrency.ts";
import type { LocationOutcome, Outcome, OutcomeStatus } from "../model/outcome.ts";
import type { Step } from "../model/plan.ts";
import type { RunningStep, StepWork } from "./begin-step.ts";
import { beginStep, type ContestedWork, decideTaken } from "./contested-steps.ts";
import type { ApplyInput, ApplyPorts, Contest } from "./context.ts";
import { guardPorts } from "./guarded-ports.ts";
import { outcomeOf } from "./location-outcome.ts";
import { Remover } from "./removal.ts";
import { cleanUpRevisions } from "./revision-cleanup.ts";
import { RolloutWatcher } from "./rollout-watcher.ts";
import { removeNewlyAbandoned, settle } from "./settlement.ts";
import { TaskWatcher } from "./task-watcher.ts";
import { Turn } from "./turn.ts";

/**
 * Locations that are written at the same time. Many, because AWS registers one revision a second and everything else
 * (services that drain, load checks) is to happen meanwhile; the adapter paces the calls themselves.
 */
const CONCURRENT_STEPS = 200;

/**
 * Carries out a plan: every location on its own, one failing does not stop the others. Writes nothing when a step
 * is blocked. Never rejects: whatever happens is in the outcome, in the order of the plan.
 */
export async function applyPlan(input: ApplyInput, ports: ApplyPorts): Promise<Outcome> {
  const blocked = input.plan.steps.some(({ action }) => action === "blocked");
  if (blocked) return summarize(input.plan.steps.map(outcomeOfBlockedPlan));
  const { running, outcomes } =
    input.contest === undefined
      ? await applySteps(input, makeWork(input, ports))
      : await applyContested(input, ports, input.contest);
  const cleaned = await cleanUp(running, outcomes, input, ports);
  return summarize([...new Map([...outcomes, ...cleaned]).values()]);
}

/** The steps as they were begun, and how they ended, by service. */
interface Applied {
  readonly running: readonly RunningStep[];
  readonly outcomes: ReadonlyMap<string, LocationOutcome>;
}

/** Old revisions go only where the new one is proven; a newer run may be about to use any. */
async function cleanUp(
  running: readonly RunningStep[],
  outcomes: Applied["outcomes"],
  input: ApplyInput,
  ports: ApplyPorts,
): Promise<Applied["outcomes"]> {
  if (input.keepRevisions === undefined || [...outcomes.values()].some(({ status }) => status === "superseded")) {
    return new Map();
  }
  const proven = running.flatMap(({ step, isWatched }) => {
    const outcome = outcomes.get(step.service);
    const isProven = isWatched && step.action !== "delete" && outcome?.status === "succeeded";
    return isProven ? [{ step, outcome }] : [];
  });
  const cleaned = await cleanUpRevisions(proven, input.keepRevisions, input, ports);
  return new Map(cleaned.map((outcome) => [outcome.service, outcome]));
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
    ...(input.onWaiting !== undefined && { onWaiting: input.onWaiting }),
  });
  const tasks = new TaskWatcher({
    cluster: input.plan.request.cluster,
    ecs: ports.ecs,
    clock: ports.clock,
    signal: input.signal,
  });
  const remover = new Remover(input.plan.request.cluster, input, ports);
  return { input, ports: { ...ports, tasks, remover }, watcher, whenTaken: async () => undefined };
}

async function applySteps(input: ApplyInput, work: StepWork): Promise<Applied> {
  const running = await beginAll(input, work, undefined);
  return { running, outcomes: await outcomesOf(running) };
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
async function applyContested(input: ApplyInput, ports: ApplyPorts, contest: Contest): Promise<Applied> {
  const { steps, request } = input.plan;
  const { source, deployment } = request;
  const turn = new Turn({ ...contest, source, deployment, services: input.services ?? new Map() });
  const guarded = guardPorts(ports, turn, {
    cluster: request.cluster,
    names: steps.map(({ service }) => service),
    registries: new Map(
      steps.flatMap(({ location, service }): [string, string][] => {
        const arn = input.registries.get(location);
        return arn === undefined ? [] : [[arn, service]];
      }),
    ),
    marks: input.runTags,
  });
  const contested: ContestedWork = { contest, turn, current: new Map(), rewrites: new Map() };
  const work: StepWork = {
    ...makeWork(input, guarded.ports),
    whenTaken: decideTaken(() => work, contested),
  };
  await announce(work, turn);
  const running = await beginAll(input, work, contested);
  const isContested = (): boolean => guarded.hasWritten() || turn.rivalSeen;
  const unwatched = await outcomesOf(running.filter(({ isWatched }) => !isWatched));
  const settled = isContested() ? await settle(unwatched, work, contested) : unwatched;
  const all = new Map([...(await outcomesOf(running)), ...settled]);
  const removed = isContested() ? await removeNewlyAbandoned(work, contested) : new Map();
  const ended = new Map([...all, ...removed]);
  const isOld = all.size > unwatched.size || removed.size > 0;
  return { running, outcomes: isOld && isContested() ? await settle(ended, work, contested) : ended };
}

/**
 * Marks one service that stays when nothing else of the plan would: what is removed takes its mark along, and an older
 * run would not know that it is one.
 */
async function announce({ input, ports }: StepWork, turn: Turn): Promise<void> {
  const { steps } = input.plan;
  const marking: ReadonlySet<string> = new Set(["create", "update", "replace", "redeploy"]);
  const removesOnly =
    steps.some(({ action }) => action === "delete") && !steps.some(({ action }) => marking.has(action));
  const serviceArn = steps.find(({ action }) => action === "none")?.base.serviceArn;
  if (serviceArn === undefined || input.signal.aborted || !(removesOnly || turn.rivalSeen)) return;
  // What keeps this from being written keeps the steps too, and they say so.
  await ports.ecs.tagResource(serviceArn, input.runTags).catch(() => undefined);
}

async function outcomesOf(running: readonly RunningStep[]): Promise<ReadonlyMap<string, LocationOutcome>> {
  return new Map(await Promise.all(running.map(async ({ step, ended }) => [step.service, await ended] as const)));
}
