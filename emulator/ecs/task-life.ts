import type { TaskOverride, TaskStopCode } from "@aws-sdk/client-ecs";
import { deregisterTask, registerTask } from "../aws/discovery-state.ts";
import { writeLogLines } from "../aws/logs.ts";
import { makeArn, type World } from "../world/world.ts";
import type { ContainerBehaviour } from "./behaviours.ts";
import type {
  ClusterRecord,
  ContainerRecord,
  DeploymentRecord,
  ServiceRecord,
  ServiceRevisionConfiguration,
  TaskDefinitionRecord,
  TaskRecord,
} from "./state.ts";
import { planTask, type StartFailure, type TaskPlan } from "./task-plan.ts";

const PENDING_AFTER = 5;
/** Without a health check a container counts as started well when it is still there after this long. */
const STABLE_AFTER = 10;
const DEPROVISIONING_AFTER = 4;
const STOPPED_AFTER = 8;
const SIGTERM_EXIT_CODE = 143;

export interface LaunchOrder {
  readonly cluster: ClusterRecord;
  readonly taskDefinition: TaskDefinitionRecord;
  readonly configuration: ServiceRevisionConfiguration;
  readonly service?: ServiceRecord;
  readonly deployment?: DeploymentRecord;
  readonly group: string;
  readonly startedBy?: string;
  readonly overrides?: TaskOverride;
  readonly tags: TaskRecord["tags"];
  readonly notify: () => void;
}

/** Makes a task and puts its whole life on the timeline. */
export function launchTask(world: World, order: LaunchOrder): TaskRecord {
  const id = world.ids.hex(32);
  const subnets = order.configuration.networkConfiguration?.awsvpcConfiguration?.subnets ?? [];
  const task: TaskRecord = {
    ...order,
    arn: makeArn(world, "ecs", `task/${order.cluster.name}/${id}`),
    id,
    overrides: order.overrides ?? {},
    containers: (order.taskDefinition.definition.containerDefinitions ?? []).map((definition) => ({
      definition,
      arn: makeArn(world, "ecs", `container/${order.cluster.name}/${id}/${world.ids.uuid()}`),
      runtimeId: `${id}-${world.ids.digits(10)}`,
      lastStatus: "PENDING",
      healthStatus: "UNKNOWN",
    })),
    createdAt: world.timeline.now,
    privateIp: `10.0.${Math.floor(world.random() * 256)}.${4 + Math.floor(world.random() * 250)}`,
    subnetId: subnets[Math.floor(world.random() * subnets.length)] ?? "",
    attachmentId: world.ids.uuid(),
    lastStatus: "PROVISIONING",
    desiredStatus: "RUNNING",
    succeeded: false,
    counted: false,
    hasReset: false,
    version: 1,
  };
  world.ecs.tasks.set(task.arn, task);
  const plan = planTask(world, task);
  when(world, task, PENDING_AFTER, () => setStatus(task, "PENDING"));
  if (plan.startFailure !== undefined) {
    const failure = plan.startFailure;
    when(world, task, failure.afterSeconds, () => failToStart(world, task, failure));
  } else if (!plan.neverStarts) {
    when(world, task, PENDING_AFTER + 1, () => {
      task.pullStartedAt = world.timeline.now;
    });
    const activating = Math.max(PENDING_AFTER + 2, plan.startSeconds - 2);
    when(world, task, activating, () => {
      task.pullStoppedAt = world.timeline.now;
      setStatus(task, "ACTIVATING");
    });
    when(world, task, Math.max(activating + 1, plan.startSeconds), () => start(world, task, plan));
  }
  return task;
}

/** Runs later unless the task is being stopped by then. */
function when(world: World, task: TaskRecord, seconds: number, run: () => void): void {
  world.timeline.after(seconds, () => {
    if (task.desiredStatus === "RUNNING") {
      run();
    }
  });
}

function setStatus(task: TaskRecord, status: string): void {
  task.lastStatus = status;
  task.version += 1;
  task.notify();
}

function failToStart(world: World, task: TaskRecord, failure: StartFailure): void {
  for (const container of task.containers) {
    if (container.definition.name === failure.container) {
      container.reason = failure.stoppedReason;
    }
  }
  stopTask(world, task, {
    stopCode: "TaskFailedToStart",
    reason: failure.stoppedReason,
    cause: "failure",
  });
}

function start(world: World, task: TaskRecord, plan: TaskPlan): void {
  task.startedAt = world.timeline.now;
  for (const container of task.containers) {
    container.lastStatus = "RUNNING";
  }
  registerTask(world, task);
  setStatus(task, "RUNNING");
  for (const { record, behaviour } of plan.containers) {
    runContainer(world, task, record, behaviour);
  }
  const checked = task.containers.some((container) => hasHealthCheck(container));
  if (!checked) {
    when(world, task, STABLE_AFTER, () => succeed(task));
  }
}

function hasHealthCheck(container: ContainerRecord): boolean {
  const command = container.definition.healthCheck?.command ?? [];
  return command.length > 0 && command[0] !== "NONE";
}

function succeed(task: TaskRecord): void {
  if (!task.succeeded) {
    task.succeeded = true;
    task.notify();
  }
}

function runContainer(world: World, task: TaskRecord, container: ContainerRecord, behaviour: ContainerBehaviour): void {
  const exit = (seconds: number, end: ContainerEnd): void =>
    when(world, task, seconds, () => exitContainer(world, task, container, end));
  switch (behaviour.kind) {
    case "exit":
      writeLogLines(world, task, container, behaviour.logs ?? []);
      watchHealth(world, task, container, true);
      exit(behaviour.afterSeconds ?? 1, behaviour);
      break;
    case "outOfMemory":
      writeLogLines(world, task, container, behaviour.logs ?? []);
      exit(behaviour.afterSeconds ?? 3, {
        exitCode: 137,
        reason: "OutOfMemoryError: Container killed due to memory usage",
      });
      break;
    case "execFormat": {
      const program = container.definition.entryPoint?.[0] ?? container.definition.command?.[0] ?? "/bin/sh";
      writeLogLines(world, task, container, [`exec ${program}: exec format error`]);
      exit(1, { exitCode: 1 });
      break;
    }
    case "unhealthy":
      writeLogLines(world, task, container, behaviour.logs ?? []);
      watchHealth(world, task, container, false);
      break;
    case "run":
      writeLogLines(world, task, container, behaviour.logs ?? []);
      watchHealth(world, task, container, true);
      break;
    case "cannotPull":
    case "resourceInitialization":
    case "failsToStart":
    case "neverStarts":
    case "noCapacity":
    case "transient":
      break;
  }
}

function watchHealth(world: World, task: TaskRecord, container: ContainerRecord, healthy: boolean): void {
  if (!hasHealthCheck(container)) {
    return;
  }
  const { interval = 30, retries = 3, startPeriod = 0 } = container.definition.healthCheck ?? {};
  when(world, task, healthy ? interval : startPeriod + interval * retries, () => {
    if (container.lastStatus === "STOPPED") {
      return;
    }
    container.healthStatus = healthy ? "HEALTHY" : "UNHEALTHY";
    task.version += 1;
    const checked = task.containers.filter(hasHealthCheck);
    if (checked.every((other) => other.healthStatus === "HEALTHY")) {
      succeed(task);
    }
    task.notify();
  });
}

interface ContainerEnd {
  readonly exitCode: number;
  readonly reason?: string;
  readonly noticedAfterSeconds?: number;
}

function exitContainer(world: World, task: TaskRecord, container: ContainerRecord, end: ContainerEnd): void {
  container.lastStatus = "STOPPED";
  container.exitCode = end.exitCode;
  if (end.reason !== undefined) {
    container.reason = end.reason;
  }
  task.version += 1;
  if (container.definition.essential === false) {
    task.notify();
    return;
  }
  const stop = (): void =>
    stopTask(world, task, {
      stopCode: "EssentialContainerExited",
      reason: "Essential container in task exited",
      cause: "failure",
    });
  if (end.noticedAfterSeconds === undefined) {
    stop();
  } else {
    when(world, task, end.noticedAfterSeconds, stop);
  }
}

export interface StopOrder {
  readonly stopCode: TaskStopCode;
  readonly reason: string;
  readonly cause: "failure" | "scheduler" | "user";
}

/** Begins to stop a task; it is STOPPED some seconds later. */
export function stopTask(world: World, task: TaskRecord, order: StopOrder): void {
  if (task.desiredStatus === "STOPPED") {
    return;
  }
  const started = task.startedAt !== undefined;
  task.desiredStatus = "STOPPED";
  task.stoppingAt = world.timeline.now;
  task.stopCode = order.stopCode;
  task.stoppedReason = order.reason;
  task.stopCause = order.cause;
  deregisterTask(world, task);
  setStatus(task, started ? "DEACTIVATING" : "DEPROVISIONING");
  world.timeline.after(DEPROVISIONING_AFTER, () => {
    task.executionStoppedAt = world.timeline.now;
    setStatus(task, "DEPROVISIONING");
  });
  world.timeline.after(STOPPED_AFTER, () => {
    task.stoppedAt = world.timeline.now;
    for (const container of task.containers) {
      if (started && container.exitCode === undefined) {
        container.exitCode = SIGTERM_EXIT_CODE;
      }
      container.lastStatus = "STOPPED";
    }
    setStatus(task, "STOPPED");
    world.timeline.after(world.settings.stoppedTaskSeconds, () => world.ecs.tasks.delete(task.arn));
  });
}
