import { stripVTControlCharacters } from "node:util";
import { mapConcurrently } from "../concurrency.ts";
import { messageOf } from "../errors.ts";
import { lastSegment } from "../model/arn.ts";
import type { EcsTask } from "../model/aws-shapes.ts";
import { isJsonObject, type JsonObject } from "../model/json.ts";
import type { StoppedTaskReport } from "../model/outcome.ts";
import type { Clock, LogsPort } from "../ports.ts";
import { withoutBystanders } from "./bystanders.ts";
import { STOPPED_ALONG } from "./exit-codes.ts";
import { hideNamedValues, secretNamesOf } from "./log-secrets.ts";
import { classifyStop, type StopClass } from "./stop-reasons.ts";

/** A Python traceback through Dagster is long, and its beginning says where. */
const LOG_LINES_SHOWN = 40;
/** CloudWatch Logs shows the last lines of a container some seconds after it has ended. Milliseconds. */
const LOG_DELAY_MS = 5_000;
const WROTE_NOTHING = "it wrote nothing to the log group";
/** An event of CloudWatch Logs may have 256 KB: a line of a report need not. */
const LONGEST_LINE = 2_000;

type Container = NonNullable<EcsTask["containers"]>[number];

/** What the explanation of a task needs to know beside it. */
export interface TaskContext {
  /** RegisterTaskDefinition, for where its containers log to. */
  readonly body: JsonObject;
  /** Takes hidden values out of texts that AWS or user code wrote. */
  readonly redact: (text: string) => string;
}

/** A task, and how many others stopped like it. */
export interface TellingTask {
  readonly task: EcsTask;
  readonly alike: number;
}

/**
 * One task for each way of stopping, failures before transient stops, the newest first. Tasks that ECS or a person
 * chose to stop tell nothing, and are left out.
 */
export function tellingTasks(tasks: readonly EcsTask[]): readonly TellingTask[] {
  const byWay = new Map<string, TellingTask>();
  for (const wanted of ["failure", "transient"] satisfies StopClass[]) {
    for (const task of tasks.filter((each) => classifyStop(each) === wanted)) {
      const containers = withoutBystanders(task.containers).map(({ name, exitCode, reason }) => [
        name,
        exitCode,
        withoutNumbers(reason),
      ]);
      const way = JSON.stringify([task.stopCode, withoutNumbers(task.stoppedReason), containers]);
      const known = byWay.get(way);
      byWay.set(way, known === undefined ? { task, alike: 0 } : { ...known, alike: known.alike + 1 });
    }
  }
  return [...byWay.values()];
}

/** A reason without what differs from task to task: ids of requests, addresses, times. */
function withoutNumbers(reason: string | undefined): string | undefined {
  return reason?.replace(/[\da-f]{8}-[\da-f-]{27}|\d+/gi, "#");
}

/**
 * A task with every container's exit code, and the log of those that failed; of a task that has not stopped, of those
 * that have started. Never rejects.
 */
export async function describeTask(
  { task, alike }: TellingTask,
  context: TaskContext,
  logs: LogsPort,
): Promise<StoppedTaskReport> {
  const taskId = task.taskArn === undefined ? "unknown" : lastSegment(task.taskArn);
  const isStopped = task.lastStatus === undefined || task.desiredStatus === "STOPPED" || task.lastStatus === "STOPPED";
  const failing = new Set(isStopped ? failingContainers(task, context.body) : startedContainers(task, context.body));
  const containers = await mapConcurrently(task.containers ?? [], 2, async (container) => ({
    name: container.name ?? "unknown",
    ...(container.exitCode !== undefined && { exitCode: container.exitCode }),
    ...(container.reason !== undefined && { reason: context.redact(container.reason) }),
    ...(!isStopped && container.exitCode === undefined && { state: describeState(container) }),
    ...(failing.has(container) ? await readLog(container, taskId, context, logs) : { logLines: [] }),
  }));
  return {
    taskId,
    ...(!isStopped && task.lastStatus !== undefined && { lastStatus: task.lastStatus }),
    ...(task.stopCode !== undefined && { stopCode: task.stopCode }),
    ...(task.stoppedReason !== undefined && { stoppedReason: context.redact(task.stoppedReason) }),
    ...(alike > 0 && { alike }),
    containers,
  };
}

/** Tasks as `describeTask` tells them; where a log seems to be empty, it is read once more a moment later. Never rejects. */
export async function describeTasks(
  tasks: readonly TellingTask[],
  context: TaskContext,
  { logs, clock, signal }: { readonly logs: LogsPort; readonly clock: Clock; readonly signal: AbortSignal },
): Promise<readonly StoppedTaskReport[]> {
  const describeAll = () => mapConcurrently(tasks, tasks.length, (task) => describeTask(task, context, logs));
  const described = await describeAll();
  const isEarly = described.some(({ containers }) =>
    containers.some(({ logProblem }) => logProblem?.startsWith(WROTE_NOTHING)),
  );
  if (!isEarly || signal.aborted) return described;
  await clock.sleep(LOG_DELAY_MS, signal);
  return signal.aborted ? described : describeAll();
}

/**
 * The containers that made the task stop: those that ended by themselves with an error, or, if none did, the
 * essential ones that ended by themselves. In a task that ECS stopped (its health check failed) all were asked to stop.
 */
function failingContainers({ containers }: EcsTask, body: JsonObject): readonly Container[] {
  const ran = withoutBystanders(containers).filter(({ exitCode }) => exitCode !== undefined);
  const ended = ran.filter(({ exitCode }) => exitCode !== STOPPED_ALONG);
  const withError = ended.filter(({ exitCode, reason }) => exitCode !== 0 || reason !== undefined);
  if (withError.length > 0) return withError;
  const essential = ended.filter(({ name }) => definitionOf(body, name)?.essential !== false);
  return essential.length > 0 ? essential : ran.filter(({ name }) => definitionOf(body, name)?.essential !== false);
}

/** The essential containers of a task that is waited for, as far as they have started. */
function startedContainers({ containers }: EcsTask, body: JsonObject): readonly Container[] {
  return withoutBystanders(containers).filter(
    ({ name, lastStatus }) => lastStatus !== "PENDING" && definitionOf(body, name)?.essential !== false,
  );
}

function describeState({ lastStatus = "UNKNOWN", healthStatus }: Container): string {
  return lastStatus === "RUNNING" && healthStatus !== undefined && healthStatus !== "UNKNOWN"
    ? `${lastStatus}, ${healthStatus}`
    : lastStatus;
}

async function readLog(
  container: Container,
  taskId: string,
  { body, redact }: TaskContext,
  logs: LogsPort,
): Promise<{ readonly logLines: readonly string[]; readonly logProblem?: string }> {
  const options = logOptions(body, container.name);
  const group = options?.["awslogs-group"];
  const prefix = options?.["awslogs-stream-prefix"];
  if (typeof group !== "string" || typeof prefix !== "string") {
    return { logLines: [], logProblem: "it does not log to CloudWatch Logs" };
  }
  try {
    const lines = await logs.lastLines(group, `${prefix}/${container.name}/${taskId}`, LOG_LINES_SHOWN);
    if (lines.length === 0) return { logLines: [], logProblem: `${WROTE_NOTHING} ${group}` };
    // Colours go before redaction: one in the middle of a value would hide the value from it. A value may go over lines.
    const names = secretNamesOf(definitionOf(body, container.name));
    const shown = redact(lines.map((line) => hideNamedValues(stripVTControlCharacters(line), names)).join("\n"));
    return { logLines: shown.split("\n").map(shorten) };
  } catch (error) {
    return { logLines: [], logProblem: redact(`its log could not be read: ${messageOf(error)}`) };
  }
}

function shorten(line: string): string {
  return line.length <= LONGEST_LINE ? line : `${line.slice(0, LONGEST_LINE)}…`;
}

function definitionOf(body: JsonObject, name: string | undefined): JsonObject | undefined {
  const definitions = Array.isArray(body.containerDefinitions) ? body.containerDefinitions.filter(isJsonObject) : [];
  return definitions.find((definition) => definition.name === name);
}

function logOptions(body: JsonObject, containerName: string | undefined): JsonObject | undefined {
  const configuration = definitionOf(body, containerName)?.logConfiguration;
  if (!isJsonObject(configuration) || configuration.logDriver !== "awslogs") return undefined;
  return isJsonObject(configuration.options) ? configuration.options : undefined;
}
