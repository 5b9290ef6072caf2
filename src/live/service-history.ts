import { chunk } from "../concurrency.ts";
import { isAccessDenied } from "../model/aws-error-codes.ts";
import type { EcsServiceDeploymentBrief } from "../model/aws-shapes.ts";
import type { LiveService } from "../model/live-state.ts";
import type { PastRollout, ServiceHistory } from "../model/service-history.ts";
import type { EcsPort } from "../ports.ts";

/** As many service revisions as one call describes; the wanted one is mostly among the newest. */
const ROLLOUTS_AT_ONCE = 20;
/** ECS makes the first rollout of a service with the service itself. */
const FIRST_ROLLOUT_WITHIN_MS = 60 * 60 * 1_000;
/** A first rollout may bear a time a little before its service's. */
const CLOCK_TOLERANCE_MS = 60 * 1_000;

/** The rollouts of a service, or why they cannot be read. */
export type ReadHistory =
  | { readonly kind: "read"; readonly history: ServiceHistory }
  | { readonly kind: "denied"; readonly reason: string };

/**
 * What ECS remembers of the rollouts of a service, from the newest back to the first successful one of another
 * revision than the one that runs. A missing permission is no error; any other is.
 */
export async function readServiceHistory(cluster: string, service: LiveService, ecs: EcsPort): Promise<ReadHistory> {
  try {
    const createdAt = service.description.createdAt?.getTime();
    const briefs = await ecs.listServiceDeployments(
      cluster,
      service.name,
      // A service of this name that was deleted is another one.
      createdAt === undefined ? {} : { createdAfter: new Date(createdAt - CLOCK_TOLERANCE_MS) },
    );
    const newestFirst = briefs.toSorted((one, other) => timeOf(other) - timeOf(one));
    const oldest = newestFirst.at(-1);
    const isComplete =
      oldest !== undefined && createdAt !== undefined && timeOf(oldest) - createdAt < FIRST_ROLLOUT_WITHIN_MS;
    const rollouts = await readRollouts(newestFirst, service.taskDefinitionArn, ecs);
    return { kind: "read", history: { rollouts, isComplete } };
  } catch (error) {
    if (!isAccessDenied(error)) throw error;
    return { kind: "denied", reason: error.message };
  }
}

async function readRollouts(
  newestFirst: readonly EcsServiceDeploymentBrief[],
  runningArn: string,
  ecs: EcsPort,
): Promise<readonly PastRollout[]> {
  const rollouts: PastRollout[] = [];
  for (const briefs of chunk(newestFirst, ROLLOUTS_AT_ONCE)) {
    const revisions = await ecs.describeServiceRevisions([
      ...new Set(briefs.flatMap(({ targetServiceRevisionArn }) => targetServiceRevisionArn ?? [])),
    ]);
    const definitions = new Map(revisions.map((revision) => [revision.serviceRevisionArn, revision.taskDefinition]));
    rollouts.push(...briefs.map((brief) => toRollout(brief, definitions.get(brief.targetServiceRevisionArn))));
    const isFound = rollouts.some(
      ({ status, taskDefinitionArn }) => status === "SUCCESSFUL" && taskDefinitionArn !== runningArn,
    );
    if (isFound) break;
  }
  return rollouts;
}

function toRollout(brief: EcsServiceDeploymentBrief, taskDefinitionArn: string | undefined): PastRollout {
  return {
    status: brief.status ?? "",
    createdAt: timeOf(brief),
    ...(taskDefinitionArn !== undefined && { taskDefinitionArn }),
  };
}

function timeOf({ createdAt }: EcsServiceDeploymentBrief): number {
  return createdAt?.getTime() ?? 0;
}
