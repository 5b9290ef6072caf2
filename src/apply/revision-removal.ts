import type { Removal, Step } from "../model/plan.ts";
import { isOfOtherCluster, isSameIdentity } from "../model/tags.ts";
import type { EcsPort } from "../ports.ts";
import type { ApplyInput } from "./context.ts";
import { interruptedRemoval } from "./location-outcome.ts";
import { readUsedByLocation } from "./used-revisions.ts";

type RevisionPort = Pick<
  EcsPort,
  | "describeServices"
  | "describeTaskDefinition"
  | "describeTasksOfFamily"
  | "listTaskDefinitions"
  | "deregisterTaskDefinition"
>;

/**
 * Deregisters the revisions of a code server that carry its tags, the oldest first, so that the newest, by which the
 * family is found again, goes last; those of other clusters are left alone. Those that a service, one of its
 * deployments or a running task uses are kept. Stops early when the run is interrupted.
 */
export async function deregisterRevisions(
  step: Step,
  { families, identity, usedElsewhere }: Removal,
  input: Pick<ApplyInput, "signal" | "onProgress">,
  ecs: RevisionPort,
): Promise<{ readonly deregistered: number; readonly kept: number }> {
  let deregistered = 0;
  let kept = 0;
  for (const family of families) {
    const revisions = (await ecs.listTaskDefinitions(family, "ACTIVE")).toReversed();
    const used = new Set([...usedElsewhere, ...(await readUsedByLocation(step, family, ecs))]);
    if (revisions.length > 0) input.onProgress(step.location, `revisions of ${family} are deregistered`);
    for (const revision of revisions) {
      if (input.signal.aborted) throw interruptedRemoval(step.location);
      const tags = (await ecs.describeTaskDefinition(revision, { withTags: true }))?.tags;
      if (tags === undefined || !isSameIdentity(tags, identity) || isOfOtherCluster(tags, step.cluster)) continue;
      if (used.has(revision)) kept += 1;
      else {
        await ecs.deregisterTaskDefinition(revision);
        deregistered += 1;
      }
    }
  }
  return { deregistered, kept };
}
