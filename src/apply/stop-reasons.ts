import type { EcsDeployment, EcsTask } from "../model/aws-shapes.ts";
import { withoutBystanders } from "./bystanders.ts";
import { tellingExitCodes } from "./exit-codes.ts";
import type { WatchedContainers } from "./task-health.ts";
import { revisionOf } from "./verdict.ts";

/**
 * What a stopped task says of its rollout. `transient`: ECS or the network was not ready, and ECS tries again.
 * `intended`: ECS or a person stopped a task that worked.
 */
export type StopClass = "failure" | "transient" | "intended";

/** Words of `stoppedReason` and of a container's `reason` that pass by themselves. */
const TRANSIENT_REASONS: readonly RegExp[] = [
  // The list of Dagster's agent and run launcher (dagster_aws.ecs.utils.is_transient_task_stopped_reason).
  /timeout waiting for network interface provisioning to complete/i,
  /timeout waiting for ephemeralstorage provisioning to complete/i,
  /unexpected EC2 error while attempting to create network interface.*AuthFailure/is,
  /the service discovery instance could not be registered/i,
  /CannotPullContainerError.*(i\/o timeout|invalid argument|\bEOF\b)/is,
  // The same timeout for Cloud Map (techservicesillinois/terraform-aws-ecs-service#14).
  /timeout waiting for service discovery instance provisioning to complete/i,
  // Ways a slow or busy registry is told beside `i/o timeout`.
  /CannotPull\w*Error.*(TLS handshake timeout|context deadline exceeded|request canceled|connection reset by peer|50[0234] (internal|bad|service|gateway))/is,
  // Many tasks that start at once use up the request rate of ECR, Secrets Manager or SSM, or find them unwell.
  /(CannotPull\w*Error|ResourceInitializationError).*(Rate exceeded|ThrottlingException|Internal(Service|Server)Error)/is,
  // Amazon ECS developer guide, "Amazon ECS stopped task error messages" and "API failure reasons".
  /capacity is unavailable at this time/i,
  /RESOURCE:(ENI|CPU|MEMORY|GPU|PORTS?)/,
  /insufficient (capacity|\w*resources)/i,
];

/** A stopped or stopping task, by its stop code first: what ECS or a person chose to stop is no failure. */
export function classifyStop(task: EcsTask): StopClass {
  // ECS stops a task that fails its health check, or that its load balancer finds unhealthy, as the scheduler.
  if (/health checks?/i.test(task.stoppedReason ?? "")) return "failure";
  switch (task.stopCode) {
    case "ServiceSchedulerInitiated":
    case "UserInitiated":
    case "TerminationNotice":
      return "intended";
    case "SpotInterruption":
      return "transient";
    case "EssentialContainerExited":
      return "failure";
    default: {
      const words = [task.stoppedReason, ...withoutBystanders(task.containers).map(({ reason }) => reason)].join("\n");
      return TRANSIENT_REASONS.some((reason) => reason.test(words)) ? "transient" : "failure";
    }
  }
}

/** ECS's circuit breaker: at least 3 tasks, at most 200 (ThresholdConfiguration, BOUNDED_PERCENT of 50). */
const FEWEST_STOPS = 3;
const MOST_STOPS = 200;

/**
 * How many failed tasks end the wait. The number is the circuit breaker's, but they need not follow one another: the
 * breaker begins at zero when a task gets healthy for a moment, and so never ends a task that starts and crashes.
 */
export function stopsThatEndTheWait(desiredCount: number): number {
  return Math.min(MOST_STOPS, Math.max(FEWEST_STOPS, Math.ceil(desiredCount / 2)));
}

/** That tasks of a deployment keep failing, and why the last one did. `failed`: the newest first. */
export function describeCrash(
  failed: readonly EcsTask[],
  deployment: EcsDeployment,
  { essential }: Pick<WatchedContainers, "essential">,
): string {
  const [newest] = failed;
  const last = newest === undefined ? "" : ` (the last: ${describeStop(newest, essential)})`;
  return `${failed.length} tasks of ${revisionOf(deployment)} have failed${last}`;
}

/** Why a task stopped, in one line. `essential`: names of the containers that it cannot live without. */
export function describeStop(task: EcsTask, essential: readonly string[] = []): string {
  const failed = task.stopCode === "ServiceSchedulerInitiated" ? undefined : failedContainer(task, essential);
  const why = task.stoppedReason ?? failed?.reason ?? task.stopCode ?? "no reason given";
  return failed?.exitCode === undefined
    ? why
    : `${why}, ${failed.name ?? "container"} with exit code ${failed.exitCode}`;
}

type Container = NonNullable<EcsTask["containers"]>[number];

/** The container that most likely ended the task: an essential one that was not asked to stop because of another. */
function failedContainer(task: EcsTask, essential: readonly string[]): Container | undefined {
  const failed = withoutBystanders(task.containers).filter(
    ({ exitCode, reason }) => (exitCode ?? 0) !== 0 || reason !== undefined,
  );
  const needed = failed.filter(({ name = "" }) => essential.includes(name));
  const candidates = needed.length > 0 ? needed : failed;
  const telling = tellingExitCodes(candidates.flatMap(({ exitCode }) => exitCode ?? []));
  return candidates.find(({ exitCode }) => exitCode === undefined || telling.includes(exitCode)) ?? candidates[0];
}
