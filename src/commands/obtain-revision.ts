import type { DesiredTaskDefinition } from "../model/desired.ts";
import type { LiveTaskDefinition } from "../model/live-state.ts";
import type { Step } from "../model/plan.ts";
import { isUsableFor } from "../plan/revision-content.ts";
import type { EcsPort } from "../ports.ts";

/** How a service of this cluster gets a revision with this content: one that is there already, or a new one. */
export async function obtainContent(
  family: string,
  content: DesiredTaskDefinition,
  cluster: string,
  ecs: EcsPort,
): Promise<Step["taskDefinition"]> {
  // A run that was interrupted may have registered it.
  const latest = await ecs.describeTaskDefinition(family, { withTags: true });
  return latest !== undefined && isUsableFor(latest, content, cluster)
    ? { register: false, reuse: latest.arn }
    : { register: true };
}

/** The same for a revision; ECS starts no task of one that is not ACTIVE, so its content is registered anew. */
export async function obtainRevision(
  target: LiveTaskDefinition,
  content: DesiredTaskDefinition,
  cluster: string,
  ecs: EcsPort,
): Promise<Step["taskDefinition"]> {
  if (target.status === "ACTIVE") return { register: false, reuse: target.arn };
  return obtainContent(target.family, content, cluster, ecs);
}
