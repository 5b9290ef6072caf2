import { makeArn, toDate, type World } from "../world/world.ts";
import type { DeploymentRecord, ServiceDeploymentRecord, ServiceRecord } from "./state.ts";

const MAX_EVENTS = 100;
const REVIVAL_SECONDS = 10;

/** Adds a service event, newest first, 100 at most. */
export function addEvent(world: World, service: ServiceRecord, text: string): void {
  service.events = [
    {
      id: world.ids.uuid(),
      createdAt: toDate(world.timeline.now),
      message: `(service ${service.name}) ${text}`,
    },
    ...service.events,
  ].slice(0, MAX_EVENTS);
}

export function primaryOf(service: ServiceRecord): DeploymentRecord | undefined {
  return service.deployments.find((deployment) => deployment.status === "PRIMARY");
}

/** The digits of a deployment's id name its service revision too. */
export function revisionArn(world: World, service: ServiceRecord, deploymentId: string): string {
  const digits = deploymentId.replace("ecs-svc/", "");
  return makeArn(world, "ecs", `service-revision/${service.cluster.name}/${service.name}/${digits}`);
}

/** An earlier deployment is PRIMARY again, under its own id and with the tasks it still has. */
function revive(world: World, service: ServiceRecord, target: DeploymentRecord): DeploymentRecord {
  for (const deployment of service.deployments) {
    if (deployment.status === "PRIMARY") {
      deployment.status = "ACTIVE";
    }
  }
  target.status = "PRIMARY";
  target.rolloutState = "IN_PROGRESS";
  target.failedTasks = 0;
  target.attempts = 0;
  // Its tasks may all be there still: without this nobody would ever see the rollback going on.
  target.settlesFrom = world.timeline.now + REVIVAL_SECONDS * 1000;
  target.updatedAt = world.timeline.now;
  service.deployments = [target, ...service.deployments.filter((other) => other !== target)];
  service.steady = false;
  return target;
}

interface DeploymentStart {
  /** What DescribeServices shows until the scheduler has looked at it. */
  readonly shownDesiredCount: number;
}

/** Makes a new PRIMARY deployment of the service's present configuration. */
export function addDeployment(world: World, service: ServiceRecord, start: DeploymentStart): DeploymentRecord {
  const { now } = world.timeline;
  const id = `ecs-svc/${world.ids.digits(19)}`;
  for (const deployment of service.deployments) {
    if (deployment.status === "PRIMARY") {
      deployment.status = "ACTIVE";
      deployment.updatedAt = now;
    }
  }
  const deployment: DeploymentRecord = {
    id,
    configuration: service.configuration,
    status: "PRIMARY",
    desiredCount: start.shownDesiredCount,
    failedTasks: 0,
    attempts: 0,
    nextLaunchAt: now,
    settlesFrom: now,
    createdAt: now,
    updatedAt: now,
    rolloutState: "IN_PROGRESS",
    rolloutStateReason: `ECS deployment ${id} in progress.`,
  };
  service.deployments = [deployment, ...service.deployments];
  service.revisions.set(id, deployment);
  service.steady = false;
  return deployment;
}

/** Starts what a request asked for: a deployment and the service deployment that records it. */
export function startDeployment(world: World, service: ServiceRecord, shownDesiredCount: number): DeploymentRecord {
  const { now } = world.timeline;
  const previous = service.deployments.filter((deployment) => deployment.status !== "INACTIVE");
  const open = currentServiceDeployment(service);
  if (open !== undefined) {
    open.status = "STOPPED";
    open.statusReason = "A newer service deployment was started.";
    open.stoppedAt = now;
    open.finishedAt = now;
    open.updatedAt = now;
  }
  const deployment = addDeployment(world, service, { shownDesiredCount });
  const id = world.ids.hex(21);
  service.serviceDeployments.unshift({
    arn: makeArn(world, "ecs", `service-deployment/${service.cluster.name}/${service.name}/${id}`),
    targetRevisionArn: revisionArn(world, service, deployment.id),
    sourceRevisionArns: previous.map(({ id }) => revisionArn(world, service, id)),
    createdAt: now,
    startedAt: now,
    updatedAt: now,
    status: "IN_PROGRESS",
    breakerStatus:
      service.deploymentConfiguration.deploymentCircuitBreaker?.enable === true ? "MONITORING" : "DISABLED",
    failureCount: 0,
    deploymentIds: [deployment.id],
  });
  return deployment;
}

const OPEN_STATUSES: ReadonlySet<string> = new Set([
  "PENDING",
  "IN_PROGRESS",
  "STOP_REQUESTED",
  "ROLLBACK_REQUESTED",
  "ROLLBACK_IN_PROGRESS",
]);

/** The service deployment that is going on, if one is. */
export function currentServiceDeployment(service: ServiceRecord): ServiceDeploymentRecord | undefined {
  return service.serviceDeployments.find(({ status }) => OPEN_STATUSES.has(status));
}

/** The PRIMARY deployment has all its tasks and no other task is left. */
export function completeDeployment(world: World, service: ServiceRecord, deployment: DeploymentRecord): void {
  const { now } = world.timeline;
  deployment.rolloutState = "COMPLETED";
  deployment.rolloutStateReason = `ECS deployment ${deployment.id} completed.`;
  deployment.updatedAt = now;
  service.lastCompleted = deployment;
  for (const other of service.deployments) {
    if (other !== deployment) {
      other.status = "INACTIVE";
    }
  }
  service.deployments = [deployment];
  const record = currentServiceDeployment(service);
  if (record !== undefined) {
    record.status = deployment.rollbackOf === undefined ? "SUCCESSFUL" : "ROLLBACK_SUCCESSFUL";
    record.finishedAt = now;
    record.updatedAt = now;
    if (record.breakerStatus === "MONITORING") {
      record.breakerStatus = "MONITORING_COMPLETE";
    }
  }
  addEvent(world, service, `(deployment ${deployment.id}) deployment completed.`);
}

/** How many consecutive failures the circuit breaker takes: half the desired count, at least 3, at most 200, unless configured. */
export function breakerThreshold(service: ServiceRecord): number {
  const configured = service.deploymentConfiguration.deploymentCircuitBreaker?.thresholdConfiguration;
  const value = configured?.value ?? 50;
  const share = Math.ceil((service.desiredCount * value) / 100);
  switch (configured?.type) {
    case "COUNT":
      return value;
    case "UNBOUNDED_PERCENT":
      return Math.max(1, share);
    default:
      return Math.min(200, Math.max(3, share));
  }
}

/** The circuit breaker gives up on the PRIMARY deployment, and rolls back when it is set to and can. */
export function failDeployment(world: World, service: ServiceRecord, deployment: DeploymentRecord): void {
  const { now } = world.timeline;
  deployment.rolloutState = "FAILED";
  deployment.rolloutStateReason = "ECS deployment circuit breaker: tasks failed to start.";
  deployment.updatedAt = now;
  addEvent(world, service, `(deployment ${deployment.id}) deployment failed: tasks failed to start.`);
  const record = currentServiceDeployment(service);
  if (record !== undefined) {
    record.breakerStatus = "TRIGGERED";
    record.updatedAt = now;
    record.statusReason = "Service deployment failed: deployment circuit breaker triggered.";
  }
  const rollback = service.deploymentConfiguration.deploymentCircuitBreaker?.rollback === true;
  if (deployment.rollbackOf === undefined && rollback && service.lastCompleted !== undefined) {
    rollBack(world, service, {
      cause: "ECS deployment circuit breaker",
      reason: "Service deployment rolled back because the circuit breaker was triggered.",
    });
  } else if (record !== undefined) {
    record.status = deployment.rollbackOf === undefined ? "STOPPED" : "ROLLBACK_FAILED";
    record.finishedAt = now;
  }
}

export interface RollbackOrder {
  /** What `rolloutStateReason` begins with. */
  readonly cause: string;
  /** The service deployment's reason. */
  readonly reason: string;
}

/** Makes the last completed deployment's configuration PRIMARY again. */
export function rollBack(world: World, service: ServiceRecord, { cause, reason }: RollbackOrder): void {
  const target = service.lastCompleted;
  const failed = primaryOf(service);
  if (target === undefined || failed === undefined) {
    return;
  }
  const { now } = world.timeline;
  service.configuration = target.configuration;
  const deployment =
    world.settings.rollbackDeployment === "previous"
      ? revive(world, service, target)
      : addDeployment(world, service, { shownDesiredCount: service.desiredCount });
  const { id } = deployment;
  deployment.rollbackOf = failed.id;
  deployment.rolloutStateReason = `${cause}: rolling back to deploymentId ${id}.`;
  const record = currentServiceDeployment(service);
  if (record !== undefined) {
    record.status = "ROLLBACK_IN_PROGRESS";
    record.rollback = {
      reason,
      startedAt: now,
      serviceRevisionArn: revisionArn(world, service, target.id),
    };
    record.deploymentIds.push(deployment.id);
    record.updatedAt = now;
  }
  addEvent(world, service, `rolling back to deployment ${id}.`);
}
