import { lastSegment } from "../model/arn.ts";
import type { EcsDeployment, EcsService, EcsServiceDeployment } from "../model/aws-shapes.ts";

/** What one look at the service (DescribeServices) shows of the ECS deployment a run created. */
export type RolloutView =
  /** The service or the deployment is not shown, and has not been shown yet. */
  | { readonly kind: "not-shown"; readonly missing: "service" | "deployment" }
  /** The service was shown and is not any more, or is being deleted. */
  | { readonly kind: "deleted" }
  | { readonly kind: "in-progress" | "completed"; readonly ours: EcsDeployment }
  | RolloutEndView;

/** `deployments[]` shows that the rollout has ended without success, or that it is not there any more. */
export interface RolloutEndView {
  readonly kind: "ended";
  /** `displaced`: another deployment is PRIMARY; `missing`: ours is not listed any more. */
  readonly how: "failed" | "displaced" | "missing";
  readonly ours?: EcsDeployment;
  readonly primary?: EcsDeployment;
}

/**
 * Reads a service by the id of the ECS deployment, never by "the service is stable": a service that was rolled back
 * is stable too. `service` is undefined when DescribeServices does not know it; `seen`: an earlier look has shown the
 * deployment.
 */
export function viewRollout(ecsDeploymentId: string, seen: boolean, service: EcsService | undefined): RolloutView {
  if (service === undefined || service.status === "INACTIVE") {
    return seen ? { kind: "deleted" } : { kind: "not-shown", missing: "service" };
  }
  if (service.status === "DRAINING") return { kind: "deleted" };
  const deployments = service.deployments ?? [];
  const ours = deployments.find(({ id }) => id === ecsDeploymentId);
  const primary = deployments.find(({ status }) => status === "PRIMARY");
  const others = primary === undefined ? {} : { primary };
  if (ours === undefined) {
    // Right after UpdateService a read may still show the time before it.
    return seen ? { kind: "ended", how: "missing", ...others } : { kind: "not-shown", missing: "deployment" };
  }
  if (ours.rolloutState === "FAILED") return { kind: "ended", how: "failed", ours, ...others };
  if (ours.status !== "PRIMARY") return { kind: "ended", how: "displaced", ours, ...others };
  return { kind: isCompleted(ours, deployments) ? "completed" : "in-progress", ours };
}

/** The service is shown, our deployment is not, and never was. */
export function missingIn(service: EcsService | undefined): RolloutEndView {
  const primary = service?.deployments?.find(({ status }) => status === "PRIMARY");
  return { kind: "ended", how: "missing", ...(primary !== undefined && { primary }) };
}

/**
 * `rolloutState` is absent for services of other deployment controllers and in emulators; then a single deployment
 * with all its tasks running is the best there is to know.
 */
function isCompleted(ours: EcsDeployment, deployments: readonly EcsDeployment[]): boolean {
  if (ours.rolloutState !== undefined) return ours.rolloutState === "COMPLETED";
  return deployments.length === 1 && ours.runningCount === ours.desiredCount;
}

/** What a run knows of the ECS deployment it created. */
export interface CreatedDeployment {
  readonly taskDefinitionArn: string;
  /** When ECS created it, once a look has shown it. */
  readonly createdAt?: Date | undefined;
  /** What its circuit breaker was told. */
  readonly rollbackOnFailure: boolean;
}

/** Why a rollout ended without success. */
export interface EndVerdict {
  readonly kind: "failed" | "stopped" | "replaced";
  /** Part of a sentence, for people. */
  readonly reason: string;
  /** True when ECS brings the revision of before back. */
  readonly rollsBack: boolean;
}

/**
 * Judges a rollout that has ended, by ECS's own record of it; where that cannot be read (`record` is undefined), by
 * what `deployments[]` shows. Undefined when the two contradict each other in a way that only a stale read can.
 */
export function judgeEnd(
  view: RolloutEndView,
  record: EcsServiceDeployment | undefined,
  created: CreatedDeployment,
): EndVerdict | undefined {
  const successor = describeSuccessor(view.primary, created);
  switch (record?.status) {
    case "ROLLBACK_REQUESTED":
    case "ROLLBACK_IN_PROGRESS":
    case "ROLLBACK_SUCCESSFUL":
    case "ROLLBACK_FAILED":
      return { ...describeRecord(view, record), rollsBack: true };
    case "STOP_REQUESTED":
    case "STOPPED":
      return isSuccessor(view.primary, view.ours)
        ? replaced(successor)
        : { ...describeRecord(view, record), rollsBack: false };
    case "SUCCESSFUL":
      if (isOlder(view.primary, record.createdAt)) return undefined;
      return view.how === "failed"
        ? judgeByDeployments(view, created)
        : replaced(`it completed, and then ${successor}`);
    case "PENDING":
    case "IN_PROGRESS":
      return view.how === "missing" ? undefined : judgeByDeployments(view, created);
    default:
      return judgeByDeployments(view, created);
  }
}

/**
 * What ECS's record says of a rollout that `deployments[]` calls completed. `open`: not yet, or a status that this code
 * does not know, which is no success.
 */
export function weighRecord(record: EcsServiceDeployment | undefined): "agrees" | "contradicts" | "open" {
  switch (record?.status) {
    case undefined:
    case "SUCCESSFUL":
      return "agrees";
    case "STOP_REQUESTED":
    case "STOPPED":
    case "ROLLBACK_REQUESTED":
    case "ROLLBACK_IN_PROGRESS":
    case "ROLLBACK_SUCCESSFUL":
    case "ROLLBACK_FAILED":
      return "contradicts";
    default:
      return "open";
  }
}

/** ECS's circuit breaker or an alarm, or somebody who stopped it: the record tells them apart. */
function describeRecord(
  { ours }: RolloutEndView,
  record: EcsServiceDeployment,
): { readonly kind: "failed" | "stopped"; readonly reason: string } {
  const { status, failureCount } = record.deploymentCircuitBreaker ?? {};
  if (status === "TRIGGERED" && failureCount) {
    return {
      kind: "failed",
      reason: `ECS's circuit breaker gave up on the deployment after ${failureCount} failed tasks`,
    };
  }
  const alarms = record.alarms?.triggeredAlarmNames ?? [];
  if (status !== "TRIGGERED" && alarms.length > 0) {
    const reason = `ECS gave up on the deployment because of CloudWatch alarms (${alarms.join(", ")})`;
    return { kind: "failed", reason };
  }
  if (status === "TRIGGERED") {
    const why = ours?.rolloutStateReason ?? record.statusReason ?? record.rollback?.reason;
    return { kind: "failed", reason: describeGivingUp(why) };
  }
  const why = record.rollback?.reason ?? record.statusReason;
  return { kind: "stopped", reason: `the ECS deployment was stopped from outside${because(why)}` };
}

function judgeByDeployments(view: RolloutEndView, created: CreatedDeployment): EndVerdict {
  const { how, ours, primary } = view;
  const isDisplaced = primary !== undefined && primary.id !== ours?.id;
  if (how === "failed") {
    return {
      kind: "failed",
      reason: describeGivingUp(ours?.rolloutStateReason),
      // Without a rollback to expect, what took its place may as well be somebody's next deployment.
      rollsBack:
        created.rollbackOnFailure || (isDisplaced && (isRollback(primary) || isOlder(primary, created.createdAt))),
    };
  }
  if (isRollback(primary)) {
    return {
      kind: "failed",
      reason: `ECS rolled the service back${because(primary?.rolloutStateReason)}`,
      rollsBack: true,
    };
  }
  if (how === "missing" && isOlder(primary, created.createdAt)) {
    return { kind: "failed", reason: "the ECS deployment is gone, and an earlier one is back", rollsBack: true };
  }
  return replaced(describeSuccessor(primary, created));
}

function replaced(reason: string): EndVerdict {
  return { kind: "replaced", reason, rollsBack: false };
}

/** `ECS deployment circuit breaker: tasks failed to start.` is what ECS mostly says. */
function describeGivingUp(reason: string | undefined): string {
  const [, breaker] = /^ECS deployment circuit breaker: (.*)$/.exec(reason ?? "") ?? [];
  return breaker === undefined
    ? `ECS gave up on the deployment${because(reason)}`
    : `ECS's circuit breaker gave up on the deployment${because(breaker)}`;
}

function because(reason: string | undefined): string {
  return reason === undefined ? "" : `: ${reason.replace(/\.$/, "")}`;
}

/** True when what is shown leaves no doubt about how the rollout ended: a record would only tell more of it. */
export function tellsByItself({ how, primary }: RolloutEndView): boolean {
  return how === "failed" || isRollback(primary);
}

/** A deployment that took the place of ours without being its rollback. */
function isSuccessor(primary: EcsDeployment | undefined, ours: EcsDeployment | undefined): boolean {
  return primary !== undefined && primary.id !== ours?.id && !isRollback(primary);
}

/** True when a deployment says that it brings an earlier one back (`rolloutStateReason`; reports of users quote it). */
export function isRollback(deployment: EcsDeployment | undefined): boolean {
  return /rolling back|rolled back|rollback/i.test(deployment?.rolloutStateReason ?? "");
}

/** A PRIMARY deployment from before ours: ECS has gone back to it, or what was read is not up to date. */
function isOlder(primary: EcsDeployment | undefined, createdAt: Date | undefined): boolean {
  if (primary?.createdAt === undefined || createdAt === undefined) return false;
  return primary.createdAt.getTime() < createdAt.getTime() - CREATION_SKEW_MS;
}

/** The record of a deployment and the deployment are made by the same request, not at the same millisecond. */
const CREATION_SKEW_MS = 1_000;

function describeSuccessor(primary: EcsDeployment | undefined, { taskDefinitionArn }: CreatedDeployment): string {
  const what = primary?.taskDefinition === taskDefinitionArn ? "the same revision" : revisionOf(primary);
  return `another ECS deployment of ${what} took its place`;
}

/** How far a deployment has come, for people. */
export function describeProgress(deployment: EcsDeployment): string {
  const { runningCount = 0, desiredCount = 0, pendingCount = 0, failedTasks = 0 } = deployment;
  const parts = [`${runningCount} of ${desiredCount} tasks running`];
  if (pendingCount > 0) parts.push(`${pendingCount} starting`);
  if (failedTasks > 0) parts.push(`${failedTasks} failed`);
  return parts.join(", ");
}

/** `family:revision` of a deployment. */
export function revisionOf(deployment: EcsDeployment | undefined): string {
  return deployment?.taskDefinition === undefined ? "no revision" : lastSegment(deployment.taskDefinition);
}
