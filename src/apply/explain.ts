import { stripVTControlCharacters } from "node:util";
import { mapConcurrently } from "../concurrency.ts";
import { lastSegment } from "../model/arn.ts";
import type { EcsService, EcsTask } from "../model/aws-shapes.ts";
import type { DesiredLocation } from "../model/desired.ts";
import { isJsonObject, type JsonObject } from "../model/json.ts";
import type { FailureReport, StoppedTaskReport } from "../model/outcome.ts";
import type { EcsPort, LogsPort } from "../ports.ts";
import { guessCause } from "./guess.ts";

/** Enough to see a crash loop; more says the same again. */
const TASKS_SHOWN = 3;
/** A Python traceback through Dagster is long, and its beginning says where. */
const LOG_LINES_SHOWN = 40;
const EVENTS_SHOWN = 10;

type Container = NonNullable<EcsTask["containers"]>[number];

/** What an explanation is made from. */
export interface FailureInput {
  readonly desired: DesiredLocation;
  readonly phase: string;
  readonly taskDefinitionArn: string;
  readonly ecsDeploymentId: string;
  /** Milliseconds since the epoch: older service events are not ours. */
  readonly startedAt: number;
  /** As it was last seen. */
  readonly service: EcsService | undefined;
  /** Takes hidden values out of texts that AWS or user code wrote. */
  readonly redact: (text: string) => string;
}

/** Why a rollout failed, in what ECS and CloudWatch Logs say. Never rejects: an explanation is extra. */
export async function explainFailure(
  input: FailureInput,
  ports: { readonly ecs: EcsPort; readonly logs: LogsPort },
): Promise<FailureReport> {
  const { desired, service } = input;
  const tasks = await ports.ecs.describeStoppedTasks(desired.service.cluster, desired.service.name).catch(() => []);
  const ours = tellingTasks(tasks.filter((task) => task.startedBy === input.ecsDeploymentId)).slice(0, TASKS_SHOWN);
  const stoppedTasks = await mapConcurrently(ours, TASKS_SHOWN, (task) => describeTask(task, input, ports.logs));
  const events = (service?.events ?? [])
    .filter(({ createdAt }) => createdAt === undefined || createdAt.getTime() >= input.startedAt)
    .slice(0, EVENTS_SHOWN)
    .map(({ message }) => input.redact(message ?? ""));
  const guess = guessCause(stoppedTasks, events);
  return {
    phase: input.phase,
    events,
    stoppedTasks,
    image: desired.image.reference,
    taskDefinitionArn: input.taskDefinitionArn,
    leftState: describeLeftState(input),
    ...(guess !== undefined && { guess }),
  };
}

/**
 * One task for each way of stopping, the newest first. Tasks that ECS stopped itself, for example to roll back, tell
 * nothing, unless there is no other.
 */
function tellingTasks(tasks: readonly EcsTask[]): readonly EcsTask[] {
  const failed = tasks.filter(
    ({ stopCode }) => stopCode !== "ServiceSchedulerInitiated" && stopCode !== "UserInitiated",
  );
  const byWay = new Map<string, EcsTask>();
  for (const task of failed.length > 0 ? failed : tasks) {
    const containers = (task.containers ?? []).map(({ name, exitCode, reason }) => [name, exitCode, reason]);
    const way = JSON.stringify([task.stopCode, task.stoppedReason, containers]);
    if (!byWay.has(way)) byWay.set(way, task);
  }
  return [...byWay.values()];
}

/** A stopped task as a report shows it, with the last log lines of the containers that failed. */
export async function describeTask(
  task: EcsTask,
  input: Pick<FailureInput, "desired" | "redact">,
  logs: LogsPort,
): Promise<StoppedTaskReport> {
  const taskId = task.taskArn === undefined ? "unknown" : lastSegment(task.taskArn);
  const containers = await mapConcurrently(task.containers ?? [], 2, async (container) => ({
    name: container.name ?? "unknown",
    ...(container.exitCode !== undefined && { exitCode: container.exitCode }),
    ...(container.reason !== undefined && { reason: input.redact(container.reason) }),
    logLines: hasFailed(container) ? await readLog(container, taskId, input, logs) : [],
  }));
  return {
    taskId,
    ...(task.stopCode !== undefined && { stopCode: task.stopCode }),
    ...(task.stoppedReason !== undefined && { stoppedReason: input.redact(task.stoppedReason) }),
    containers,
  };
}

/** A container that ECS stopped because another one failed has exit code 143 or 137 too, but its log costs little. */
function hasFailed(container: Container): boolean {
  return container.exitCode !== 0;
}

async function readLog(
  container: Container,
  taskId: string,
  input: Pick<FailureInput, "desired" | "redact">,
  logs: LogsPort,
): Promise<readonly string[]> {
  const options = logOptions(input.desired.taskDefinition.body, container.name);
  const group = options?.["awslogs-group"];
  const prefix = options?.["awslogs-stream-prefix"];
  if (typeof group !== "string" || typeof prefix !== "string") return [];
  const lines = await logs.lastLines(group, `${prefix}/${container.name}/${taskId}`, LOG_LINES_SHOWN).catch(() => []);
  // Before redaction: a colour in the middle of a value would hide the value from it.
  return lines.map(stripVTControlCharacters).map(input.redact);
}

function logOptions(body: JsonObject, containerName: string | undefined): JsonObject | undefined {
  const definitions = Array.isArray(body.containerDefinitions) ? body.containerDefinitions.filter(isJsonObject) : [];
  const configuration = definitions.find(({ name }) => name === containerName)?.logConfiguration;
  if (!isJsonObject(configuration) || configuration.logDriver !== "awslogs") return undefined;
  return isJsonObject(configuration.options) ? configuration.options : undefined;
}

function describeLeftState(input: FailureInput): string {
  const primary = input.service?.deployments?.find(({ status }) => status === "PRIMARY");
  if (primary === undefined) return "unknown: the service was not seen at the end";
  const revision = primary.taskDefinition === undefined ? "an unknown revision" : lastSegment(primary.taskDefinition);
  const running = `${primary.runningCount ?? 0} of ${primary.desiredCount ?? 0} tasks running`;
  if (primary.id !== input.ecsDeploymentId) {
    const state = primary.rolloutState === "COMPLETED" ? "rolled back to" : "being rolled back to";
    return `${state} ${revision} (${running})`;
  }
  const others = primary.rolloutState === "FAILED" ? "there was no earlier revision that worked to go back to" : "";
  return `still on ${revision} (${running})${others && `; ${others}`}`;
}
