import { lastSegment } from "../model/arn.ts";
import type { EcsDeployment, EcsService } from "../model/aws-shapes.ts";

/** The ECS deployment a run created and waits for. */
export interface WatchedRollout {
  readonly ecsDeploymentId: string;
  readonly taskDefinitionArn: string;
  /** True once a description of the service has shown the deployment. */
  readonly seen: boolean;
}

/** What one look at the service says about the rollout. */
export type RolloutVerdict =
  | { readonly kind: "waiting"; readonly progress: string; readonly seen: boolean }
  | { readonly kind: "succeeded" }
  | { readonly kind: "failed" | "rolled-back" | "replaced" | "gone"; readonly reason: string };

/**
 * Judges a rollout by the id of its ECS deployment, never by "the service is stable": a service that was rolled
 * back is stable too. `service` is undefined when DescribeServices does not know it.
 */
export function judgeRollout(rollout: WatchedRollout, service: EcsService | undefined): RolloutVerdict {
  const deployments = service?.deployments ?? [];
  const ours = deployments.find(({ id }) => id === rollout.ecsDeploymentId);
  const primary = deployments.find(({ status }) => status === "PRIMARY");
  if (service === undefined || service.status === "INACTIVE") {
    return rollout.seen
      ? { kind: "gone", reason: "the service was deleted while its rollout was watched" }
      : { kind: "waiting", progress: "ECS does not show the service yet", seen: false };
  }
  if (ours === undefined) return judgeMissing(rollout, primary);
  if (ours.rolloutState === "FAILED") return judgeFailed(ours, primary);
  if (ours.status !== "PRIMARY") {
    return primary?.taskDefinition === ours.taskDefinition || primary === undefined
      ? { kind: "replaced", reason: "another ECS deployment of the same revision took its place" }
      : { kind: "replaced", reason: `another ECS deployment took its place (${revisionOf(primary)})` };
  }
  if (isCompleted(ours, deployments)) return { kind: "succeeded" };
  return { kind: "waiting", progress: describeProgress(ours), seen: true };
}

function judgeMissing(rollout: WatchedRollout, primary: EcsDeployment | undefined): RolloutVerdict {
  // Right after UpdateService a read may still show the time before it.
  if (!rollout.seen) return { kind: "waiting", progress: "ECS does not show the deployment yet", seen: false };
  if (isRollback(primary)) {
    return { kind: "rolled-back", reason: primary?.rolloutStateReason ?? "ECS rolled the service back" };
  }
  return { kind: "replaced", reason: `the ECS deployment is gone; the service runs ${revisionOf(primary)}` };
}

function judgeFailed(ours: EcsDeployment, primary: EcsDeployment | undefined): RolloutVerdict {
  const reason = ours.rolloutStateReason ?? "ECS says that the deployment failed";
  return primary !== undefined && primary.id !== ours.id ? { kind: "rolled-back", reason } : { kind: "failed", reason };
}

/**
 * `rolloutState` is absent for services of other deployment controllers and in emulators; then a single deployment
 * with all its tasks running is the best there is to know.
 */
function isCompleted(ours: EcsDeployment, deployments: readonly EcsDeployment[]): boolean {
  if (ours.rolloutState !== undefined) return ours.rolloutState === "COMPLETED";
  return deployments.length === 1 && ours.runningCount === ours.desiredCount;
}

function isRollback(deployment: EcsDeployment | undefined): boolean {
  return /rolling back|rolled back|rollback/i.test(deployment?.rolloutStateReason ?? "");
}

function describeProgress(deployment: EcsDeployment): string {
  const { runningCount = 0, desiredCount = 0, pendingCount = 0, failedTasks = 0 } = deployment;
  const parts = [`${runningCount} of ${desiredCount} tasks running`];
  if (pendingCount > 0) parts.push(`${pendingCount} starting`);
  if (failedTasks > 0) parts.push(`${failedTasks} failed`);
  return parts.join(", ");
}

function revisionOf(deployment: EcsDeployment | undefined): string {
  return deployment?.taskDefinition === undefined ? "no revision" : lastSegment(deployment.taskDefinition);
}
