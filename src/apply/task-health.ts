import type { EcsTask } from "../model/aws-shapes.ts";
import { isJsonObject, type JsonObject } from "../model/json.ts";

/** The containers of a task definition that decide whether a task runs. */
export interface WatchedContainers {
  /** Names of the essential ones: all of them must be RUNNING. */
  readonly essential: readonly string[];
  /** Names of the essential ones with a health check: all of them must be HEALTHY. */
  readonly checked: readonly string[];
}

/** From RegisterTaskDefinition: a container is essential unless it says otherwise (ContainerDefinition API). */
export function watchedContainers(body: JsonObject): WatchedContainers {
  const definitions = Array.isArray(body.containerDefinitions) ? body.containerDefinitions.filter(isJsonObject) : [];
  const essential = definitions.filter((definition) => definition.essential !== false);
  return { essential: namesOf(essential), checked: namesOf(essential.filter(hasHealthCheck)) };
}

function namesOf(definitions: readonly JsonObject[]): readonly string[] {
  return definitions.flatMap(({ name }) => (typeof name === "string" ? [name] : []));
}

/** The command `["NONE"]` turns a health check of the image off (HealthCheck API). */
function hasHealthCheck({ healthCheck }: JsonObject): boolean {
  const command = isJsonObject(healthCheck) && Array.isArray(healthCheck.command) ? healthCheck.command : [];
  return command.length > 0 && command[0] !== "NONE";
}

/** What a look at the tasks of one ECS deployment says. `reason`: why it does not run yet, for people. */
export type TasksVerdict =
  | { readonly kind: "running" }
  | { readonly kind: "unhealthy" | "not-running"; readonly reason: string };

/**
 * Judges the tasks themselves: for a moment ECS calls a task RUNNING whose essential container has stopped already
 * (the Dagster+ agent guards against the same).
 */
export function judgeTasks(tasks: readonly EcsTask[], desiredCount: number, watched: WatchedContainers): TasksVerdict {
  const started = tasks.filter(
    ({ lastStatus, desiredStatus }) => lastStatus === "RUNNING" && desiredStatus !== "STOPPED",
  );
  const running = started.filter((task) => idleContainer(task, watched) === undefined);
  const broken = started.map((task) => idleContainer(task, watched)).find((container) => container !== undefined);
  if (running.length < desiredCount) {
    const why = broken === undefined ? describeUnstarted(tasks) : broken;
    return { kind: "not-running", reason: `${running.length} of ${desiredCount} tasks running${why && `: ${why}`}` };
  }
  const unchecked = running.flatMap((task) => uncheckedContainer(task, watched) ?? []);
  if (running.length - unchecked.length < desiredCount) {
    const healthy = running.length - unchecked.length;
    return { kind: "unhealthy", reason: `${healthy} of ${desiredCount} tasks HEALTHY: ${unchecked[0]}` };
  }
  return { kind: "running" };
}

/** Names the essential container that does not run although its task is RUNNING. */
function idleContainer(task: EcsTask, { essential }: WatchedContainers): string | undefined {
  const idle = task.containers?.find(
    ({ name, lastStatus }) => name !== undefined && essential.includes(name) && lastStatus !== "RUNNING",
  );
  if (idle === undefined) return undefined;
  const exit = idle.exitCode === undefined ? "" : ` with exit code ${idle.exitCode}`;
  const state = idle.lastStatus === "STOPPED" ? `has stopped${exit}` : `is ${idle.lastStatus ?? "UNKNOWN"}`;
  return `the essential container ${idle.name} ${state}`;
}

function uncheckedContainer(task: EcsTask, { checked }: WatchedContainers): string | undefined {
  const container = task.containers?.find(
    ({ name, healthStatus }) => name !== undefined && checked.includes(name) && healthStatus !== "HEALTHY",
  );
  return container && `the container ${container.name} is ${container.healthStatus ?? "UNKNOWN"}`;
}

/** What the tasks that do not run yet are doing; an image is pulled while the task is PENDING. */
function describeUnstarted(tasks: readonly EcsTask[]): string {
  const waiting = tasks.find(({ lastStatus }) => lastStatus !== "RUNNING" && lastStatus !== "STOPPED");
  if (waiting?.lastStatus === undefined) return tasks.length === 0 ? "ECS has started no task" : "";
  const isPulling = waiting.pullStartedAt !== undefined && waiting.pullStoppedAt === undefined;
  return `a task is ${waiting.lastStatus}${isPulling ? " and pulls its image" : ""}`;
}
