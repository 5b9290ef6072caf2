import type { DesiredTaskDefinition } from "../model/desired.ts";
import type { LiveTaskDefinition } from "../model/live-state.ts";
import type { Step } from "../model/plan.ts";
import { isUsableFor } from "../plan/revision-content.ts";
import type { EcsPort } from "../ports.ts";

/** How a service gets tasks of a revision: ECS starts none of one that is not ACTIVE, so its content is registered anew. */
export async function obtainRevision(
  target: LiveTaskDefinition,
  content: DesiredTaskDefinition,
  ecs: EcsPort,
): Promise<Step["taskDefinition"]> {
  if (target.status === "ACTIVE") return { register: false, reuse: target.arn };
  // A run that was interrupted may have done so already.
  const latest = await ecs.describeTaskDefinition(target.family);
  return latest !== undefined && isUsableFor(latest, content)
    ? { register: false, reuse: latest.arn }
    : { register: true };
}
