import type { World } from "../world/world.ts";
import { findTaskDefinition } from "./references.ts";
import {
  addEvent,
  breakerThreshold,
  completeDeployment,
  currentServiceDeployment,
  failDeployment,
  primaryOf,
} from "./rollout.ts";
import type { DeploymentRecord, ServiceRecord, TaskRecord } from "./state.ts";
import { launchTask, stopTask } from "./task-life.ts";
import { taskTagsOf } from "./task-tags.ts";

export const NO_CAPACITY =
  "Capacity is unavailable at this time. Please try again later or in a different availability zone.";
const LOOK_AGAIN_AFTER = 1;
const CAPACITY_RETRY = 30;
/** Seconds before the next attempt after the nth failure in a row; the last one repeats. */
const RETRY_DELAYS = [2, 5, 10, 20, 40, 80, 160, 300] as const;

/** Asks the scheduler to look at a service soon. Several askings become one look. */
export function scheduleLook(world: World, service: ServiceRecord, seconds = LOOK_AGAIN_AFTER): void {
  if (seconds !== LOOK_AGAIN_AFTER) {
    world.timeline.after(seconds, () => reconcile(world, service));
    return;
  }
  if (!service.reconcileScheduled) {
    service.reconcileScheduled = true;
    world.timeline.after(seconds, () => {
      service.reconcileScheduled = false;
      reconcile(world, service);
    });
  }
}

/** The tasks of a service that have not stopped. */
export function tasksOf(world: World, service: ServiceRecord): TaskRecord[] {
  return [...world.ecs.tasks.values()].filter((task) => task.service === service && task.lastStatus !== "STOPPED");
}

function reconcile(world: World, service: ServiceRecord): void {
  if (service.status === "INACTIVE") {
    return;
  }
  if (service.status === "DRAINING") {
    drain(world, service);
    return;
  }
  countFailures(world, service);
  replaceUnhealthy(world, service);
  const primary = primaryOf(service);
  if (primary === undefined) {
    return;
  }
  const live = tasksOf(world, service).filter((task) => task.desiredStatus === "RUNNING");
  const own = live.filter((task) => task.deployment === primary);
  // A task that failed keeps its place until it has stopped: only then its failure counts and the wait begins.
  const failing = tasksOf(world, service).filter(
    (task) => task.deployment === primary && task.desiredStatus === "STOPPED" && task.stopCause === "failure",
  );
  const old = live.filter((task) => task.deployment !== primary);
  if (primary.rolloutState !== "FAILED") {
    primary.desiredCount = service.desiredCount;
    launchMissing(world, service, primary, own.length + failing.length, live.length + failing.length);
  }
  stopSurplus(world, service, own, old);
  settle(world, service, primary);
}

function drain(world: World, service: ServiceRecord): void {
  const tasks = tasksOf(world, service);
  stopAll(
    world,
    service,
    tasks.filter((task) => task.desiredStatus === "RUNNING"),
  );
  if (tasks.length === 0) {
    world.timeline.after(world.settings.drainingSeconds, () => {
      service.status = "INACTIVE";
      for (const deployment of service.deployments) {
        deployment.status = "INACTIVE";
      }
      service.deployments = [];
    });
  }
}

function countFailures(world: World, service: ServiceRecord): void {
  for (const task of world.ecs.tasks.values()) {
    if (task.service !== service || task.deployment === undefined || task.counted) {
      continue;
    }
    const { deployment } = task;
    if (task.succeeded && task.desiredStatus === "RUNNING") {
      resetFailures(service, deployment, task);
    } else if (task.lastStatus === "STOPPED") {
      task.counted = true;
      if (task.stopCause === "failure") {
        countFailure(world, service, deployment, task);
      }
    }
  }
}

function resetFailures(service: ServiceRecord, deployment: DeploymentRecord, task: TaskRecord): void {
  if (task.hasReset) {
    return;
  }
  task.hasReset = true;
  const reset = service.deploymentConfiguration.deploymentCircuitBreaker?.resetOnHealthyTask;
  if (reset !== false && deployment.rolloutState === "IN_PROGRESS") {
    deployment.failedTasks = 0;
    deployment.attempts = 0;
  }
}

function countFailure(world: World, service: ServiceRecord, deployment: DeploymentRecord, task: TaskRecord): void {
  const { now } = world.timeline;
  const delay = RETRY_DELAYS[Math.min(deployment.attempts, RETRY_DELAYS.length - 1)] ?? 300;
  deployment.attempts += 1;
  deployment.nextLaunchAt = now + delay * 1000;
  deployment.updatedAt = now;
  service.steady = false;
  scheduleLook(world, service, delay);
  if (task.succeeded) {
    return;
  }
  deployment.failedTasks += 1;
  const record = currentServiceDeployment(service);
  if (record?.deploymentIds.includes(deployment.id) === true) {
    record.failureCount = deployment.failedTasks;
  }
  if (deployment.attempts === 3) {
    addEvent(
      world,
      service,
      "is unable to consistently start tasks successfully. For more information, see the Troubleshooting section of the Amazon ECS Developer Guide.",
    );
  }
  if (isBroken(service, deployment)) {
    tripBreaker(world, service, deployment);
  }
}

function isBroken(service: ServiceRecord, deployment: DeploymentRecord): boolean {
  return (
    service.deploymentConfiguration.deploymentCircuitBreaker?.enable === true &&
    deployment.status === "PRIMARY" &&
    deployment.rolloutState === "IN_PROGRESS" &&
    deployment.failedTasks >= breakerThreshold(service)
  );
}

function tripBreaker(world: World, service: ServiceRecord, deployment: DeploymentRecord): void {
  const fail = (): void => {
    failDeployment(world, service, deployment);
    scheduleLook(world, service);
  };
  const { breakerSeconds } = world.settings;
  if (breakerSeconds === 0) {
    fail();
    return;
  }
  world.timeline.after(breakerSeconds, () => {
    if (isBroken(service, deployment)) {
      fail();
    }
  });
}

function replaceUnhealthy(world: World, service: ServiceRecord): void {
  const { now } = world.timeline;
  for (const task of tasksOf(world, service)) {
    const unhealthy = task.containers.some(
      (container) => container.healthStatus === "UNHEALTHY" && container.definition.essential !== false,
    );
    const heededFrom = (task.startedAt ?? now) + service.healthCheckGracePeriodSeconds * 1000;
    if (unhealthy && now < heededFrom) {
      scheduleLook(world, service, (heededFrom - now) / 1000);
    } else if (unhealthy && task.desiredStatus === "RUNNING") {
      addEvent(world, service, `(task ${task.id}) failed container health checks.`);
      stopTask(world, task, {
        stopCode: "ServiceSchedulerInitiated",
        reason: "Task failed container health checks",
        cause: "failure",
      });
    }
  }
}

function launchMissing(
  world: World,
  service: ServiceRecord,
  primary: DeploymentRecord,
  ownCount: number,
  liveCount: number,
): void {
  const { now } = world.timeline;
  const definition = findTaskDefinition(world, primary.configuration.taskDefinitionArn);
  const limit = Math.floor((service.desiredCount * (service.deploymentConfiguration.maximumPercent ?? 200)) / 100);
  const count = Math.min(service.desiredCount - ownCount, limit - liveCount);
  if (count <= 0 || now < primary.nextLaunchAt || definition === undefined) {
    return;
  }
  const blocked = (definition.definition.containerDefinitions ?? []).some((container) =>
    world.behaviours.takeRefusal({
      image: container.image ?? "",
      family: definition.family,
      container: container.name ?? "",
      launchedBy: "service",
    }),
  );
  if (blocked) {
    addEvent(
      world,
      service,
      `was unable to place a task. Reason: ${NO_CAPACITY} For more information, see the Troubleshooting section of the Amazon ECS Developer Guide.`,
    );
    primary.nextLaunchAt = now + CAPACITY_RETRY * 1000;
    scheduleLook(world, service, CAPACITY_RETRY);
    return;
  }
  const tasks = Array.from({ length: count }, () =>
    launchTask(world, {
      cluster: service.cluster,
      taskDefinition: definition,
      configuration: primary.configuration,
      service,
      deployment: primary,
      group: `service:${service.name}`,
      startedBy: primary.id,
      tags: taskTagsOf(service, definition),
      notify: () => scheduleLook(world, service),
    }),
  );
  service.steady = false;
  addEvent(world, service, `has started ${count} tasks: ${listTasks(tasks)}.`);
}

function listTasks(tasks: readonly TaskRecord[]): string {
  return tasks.map((task) => `(task ${task.id})`).join(" ");
}

function stopSurplus(
  world: World,
  service: ServiceRecord,
  own: readonly TaskRecord[],
  old: readonly TaskRecord[],
): void {
  const surplus = own.slice(service.desiredCount);
  const floor = Math.ceil(
    (service.desiredCount * (service.deploymentConfiguration.minimumHealthyPercent ?? 100)) / 100,
  );
  const healthy = own.filter((task) => task.succeeded).length;
  let keep = Math.max(0, floor - healthy);
  const stopOld: TaskRecord[] = [];
  for (const task of old) {
    if (task.succeeded && keep > 0) {
      keep -= 1;
    } else {
      stopOld.push(task);
    }
  }
  stopAll(world, service, [...surplus, ...stopOld]);
}

function stopAll(world: World, service: ServiceRecord, tasks: readonly TaskRecord[]): void {
  if (tasks.length === 0) {
    return;
  }
  for (const task of tasks) {
    const id = task.deployment?.id ?? "";
    stopTask(world, task, {
      stopCode: "ServiceSchedulerInitiated",
      reason: `Scaling activity initiated by (deployment ${id})`,
      cause: "scheduler",
    });
  }
  addEvent(world, service, `has stopped ${tasks.length} running tasks: ${listTasks(tasks)}.`);
}

function settle(world: World, service: ServiceRecord, primary: DeploymentRecord): void {
  const tasks = tasksOf(world, service);
  for (const deployment of service.deployments) {
    if (deployment !== primary) {
      deployment.desiredCount = tasks.filter(
        (task) => task.deployment === deployment && task.desiredStatus === "RUNNING",
      ).length;
    }
  }
  const good = tasks.filter((task) => task.deployment === primary && task.succeeded);
  const settled = good.length === service.desiredCount && tasks.length === good.length;
  if (!settled || service.steady || primary.rolloutState === "FAILED") {
    return;
  }
  const { now } = world.timeline;
  if (now < primary.settlesFrom) {
    scheduleLook(world, service, (primary.settlesFrom - now) / 1000);
    return;
  }
  service.steady = true;
  if (primary.rolloutState === "IN_PROGRESS") {
    completeDeployment(world, service, primary);
  }
  addEvent(world, service, "has reached a steady state.");
}
