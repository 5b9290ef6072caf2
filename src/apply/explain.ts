import { messageOf } from "../errors.ts";
import type { DesiredLocation } from "../model/desired.ts";
import type { FailureReport, StoppedTaskReport } from "../model/outcome.ts";
import type { Clock, EcsPort, LogsPort } from "../ports.ts";
import { guessCause } from "./guess.ts";
import { describeLeftState } from "./left-state.ts";
import { describePhase } from "./rollout-phase.ts";
import type { RolloutEnd } from "./rollout-target.ts";
import { describeTasks, type TellingTask, tellingTasks } from "./stopped-tasks.ts";
import { judgeTasks, watchedContainers } from "./task-health.ts";

/** Enough to see a crash loop; more says the same again. */
const TASKS_SHOWN = 3;
const EVENTS_SHOWN = 10;

/** Ends that others brought about: what ECS says of the service then need not be about this rollout. */
const NOT_ITS_OWN_END: ReadonlySet<RolloutEnd["kind"]> = new Set(["stopped", "replaced", "gone", "interrupted"]);

/** What an explanation is made from. */
export interface FailureInput {
  readonly desired: DesiredLocation;
  readonly end: RolloutEnd;
  readonly taskDefinitionArn: string;
  readonly ecsDeploymentId: string;
  /** Milliseconds since the epoch: older service events are not ours. */
  readonly startedAt: number;
  /** Takes hidden values out of texts that AWS or user code wrote. */
  readonly redact: (text: string) => string;
  /** Ends a wait for a log that comes late. */
  readonly signal: AbortSignal;
}

/** What an explanation asks. */
export interface ExplainPorts {
  readonly ecs: EcsPort;
  readonly logs: LogsPort;
  readonly clock: Clock;
}

/** Why a rollout failed, in what ECS and CloudWatch Logs say. Never rejects: an explanation is extra. */
export async function explainFailure(input: FailureInput, ports: ExplainPorts): Promise<FailureReport> {
  const { desired, end, redact } = input;
  const { stoppedTasks, notes } = canStillAsk(end) ? await readTasks(input, ports) : NOTHING;
  const events = eventsSince(input).map(redact);
  const tellsOfCause = !NOT_ITS_OWN_END.has(end.kind);
  // A task that is waited for says more of the cause than one that stopped, and was replaced, before it.
  const waiting = stoppedTasks.filter(({ lastStatus }) => lastStatus !== undefined);
  const evidence = waiting.length > 0 ? waiting : stoppedTasks;
  const guess = guessCause({
    stoppedTasks: evidence,
    events: tellsOfCause ? beforeRollback(events) : [],
    ...(end.kind === "timed-out" && { timedOut: end.phase.phase }),
  });
  const { rollbackOnFailure } = desired.service;
  return {
    phase: describePhase(end.phase),
    events: events.slice(0, EVENTS_SHOWN),
    stoppedTasks,
    image: desired.image.reference,
    taskDefinitionArn: input.taskDefinitionArn,
    leftState: redact(describeLeftState({ end, ecsDeploymentId: input.ecsDeploymentId, rollbackOnFailure })),
    ...(guess !== undefined && { guess }),
    ...(notes.length > 0 && { notes: notes.map(redact) }),
  };
}

/** A run that is cancelled has seconds left for its report; one whose credentials have expired gets no answers. */
function canStillAsk(end: RolloutEnd): boolean {
  return end.canAsk && end.kind !== "interrupted";
}

interface StoppedTasks {
  readonly stoppedTasks: readonly StoppedTaskReport[];
  readonly notes: readonly string[];
}

const NOTHING: StoppedTasks = { stoppedTasks: [], notes: [] };

async function readTasks(input: FailureInput, ports: ExplainPorts): Promise<StoppedTasks> {
  const { desired, redact } = input;
  const { body } = desired.taskDefinition;
  try {
    const telling = [...(await findWaitingTasks(input, ports.ecs)), ...(await findStoppedTasks(input, ports.ecs))];
    const shown = telling.slice(0, TASKS_SHOWN);
    return {
      stoppedTasks: await describeTasks(shown, { body, redact }, { ...ports, signal: input.signal }),
      notes: [],
    };
  } catch (error) {
    return { stoppedTasks: [], notes: [`The tasks could not be read: ${messageOf(error)}`] };
  }
}

async function findStoppedTasks(
  { desired, ecsDeploymentId }: FailureInput,
  ecs: EcsPort,
): Promise<readonly TellingTask[]> {
  const tasks = await ecs.describeStoppedTasks(desired.service.cluster, desired.service.name);
  return tellingTasks(tasks.filter(({ startedBy }) => startedBy === ecsDeploymentId));
}

/** Where the time ran out, the task that was waited for says more than those that stopped before it. */
async function findWaitingTasks(
  { desired, ecsDeploymentId, end }: FailureInput,
  ecs: EcsPort,
): Promise<readonly TellingTask[]> {
  if (end.kind !== "timed-out") return [];
  const tasks = await ecs.describeRunningTasks(desired.service.cluster, desired.service.name);
  const watched = watchedContainers(desired.taskDefinition.body);
  const waiting = tasks.find(
    (task) => task.startedBy === ecsDeploymentId && judgeTasks([task], 1, watched).kind !== "running",
  );
  return waiting === undefined ? [] : [{ task: waiting, alike: 0 }];
}

/** By ECS's own clock where it says when it created the deployment: ours may be minutes ahead. */
function eventsSince({ end, startedAt }: FailureInput): readonly string[] {
  const since = Math.min(end.createdAt?.getTime() ?? Number.POSITIVE_INFINITY, startedAt);
  return (end.service?.events ?? [])
    .filter(({ createdAt }) => createdAt === undefined || createdAt.getTime() >= since)
    .map(({ message }) => message ?? "");
}

/** What ECS said of the rollout itself: what it said after it went back is about other tasks. The newest first. */
function beforeRollback(events: readonly string[]): readonly string[] {
  const wentBack = events.findIndex((message) => /\brolling back to deployment\b/i.test(message));
  return events.slice(wentBack + 1);
}
