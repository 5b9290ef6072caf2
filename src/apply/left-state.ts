import { lastSegment } from "../model/arn.ts";
import type { EcsDeployment, EcsService } from "../model/aws-shapes.ts";
import type { Rollback } from "./rollback-watch.ts";
import type { RolloutEnd } from "./rollout-target.ts";
import { revisionOf } from "./verdict.ts";

/** What a sentence about the state of a service is made from. */
export interface LeftStateInput {
  readonly end: Pick<RolloutEnd, "kind" | "service" | "isCurrent" | "rollback">;
  readonly ecsDeploymentId: string;
  readonly rollbackOnFailure: boolean;
}

/** On which revision a service was left after a rollout that failed, and what ECS goes on doing. */
export function describeLeftState(input: LeftStateInput): string {
  const { service, isCurrent } = input.end;
  if (service === undefined) {
    return isCurrent ? "ECS shows no such service" : "unknown: the service could not be read";
  }
  const state = service.status === "DRAINING" ? "being deleted" : describeService(input, service);
  return isCurrent ? state : `when last seen: ${state}`;
}

function describeService(input: LeftStateInput, service: EcsService): string {
  const deployments = service.deployments ?? [];
  const primary = deployments.find(({ status }) => status === "PRIMARY");
  if (primary === undefined) return "without an ECS deployment";
  const counts = `${primary.runningCount ?? 0} of ${service.desiredCount ?? primary.desiredCount ?? 0} tasks running`;
  const others = describeOthers(deployments.filter((other) => other !== primary));
  const state =
    primary.id === input.ecsDeploymentId
      ? describeOurs(input, primary, counts)
      : describeOther(primary, counts, input.end.rollback);
  return `${state}${others}`;
}

function describeOurs(input: LeftStateInput, ours: EcsDeployment, counts: string): string {
  const on = `still on ${revisionOf(ours)} (${counts})`;
  switch (ours.rolloutState) {
    case "FAILED":
      return input.rollbackOnFailure && input.end.kind !== "stopped"
        ? `${on}; ECS starts no more tasks: there was no earlier revision that worked to go back to`
        : `${on}; ECS starts no more tasks, and nothing was rolled back`;
    case "COMPLETED":
      return `still on ${revisionOf(ours)}; ECS calls the deployment completed, with ${counts}, and restarts those that stop`;
    default:
      return `${on}; ECS goes on with the deployment`;
  }
}

function describeOther(primary: EcsDeployment, counts: string, rollback: Rollback): string {
  const revision = revisionOf(primary);
  switch (rollback) {
    case "none":
      return `on ${revision} of another ECS deployment (${counts})`;
    case "failed":
      return `the rollback to ${revision} failed, too (${counts}); ECS starts no more tasks`;
    case "done":
      return `rolled back to ${revision} (${counts})`;
    case "unfinished":
      return `being rolled back to ${revision} (${counts})`;
  }
}

/** Tasks of other deployments that still run: with them the code server still answers. */
function describeOthers(others: readonly EcsDeployment[]): string {
  const running = others.filter(({ runningCount = 0 }) => runningCount > 0);
  return running
    .map(({ runningCount = 0, taskDefinition = "" }) => {
      const [tasks, run] = runningCount === 1 ? ["task", "runs"] : ["tasks", "run"];
      return `; ${runningCount} ${tasks} of ${lastSegment(taskDefinition)} still ${run} beside it`;
    })
    .join("");
}
