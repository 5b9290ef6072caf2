import { ActionError } from "../errors.ts";
import { lastSegment } from "../model/arn.ts";
import type { Removal, Step } from "../model/plan.ts";
import { isOfOtherCluster, isSameIdentity } from "../model/tags.ts";
import type { EcsPort } from "../ports.ts";
import type { ApplyInput } from "./context.ts";
import { stopLoadCheck } from "./load-check-tasks.ts";
import { interruptedRemoval } from "./location-outcome.ts";
import { type RevisionUse, readUse, revisionsOf } from "./used-revisions.ts";

type RevisionPort = Pick<
  EcsPort,
  | "describeServices"
  | "describeTaskDefinition"
  | "describeTasksOfFamily"
  | "listTaskDefinitions"
  | "deregisterTaskDefinition"
  | "stopTask"
>;

/**
 * Deregisters the revisions of a code server that carry its tags, the oldest first, so that the newest, by which the
 * family is found again, goes last; those of other clusters are left alone. Those that a service, one of its
 * deployments or a running task uses are kept; load checks that were left behind are stopped. Stops early when the run
 * is interrupted.
 */
export async function deregisterRevisions(
  step: Step,
  { families, identity, usedElsewhere }: Removal,
  input: Pick<ApplyInput, "signal" | "onProgress">,
  ecs: RevisionPort,
): Promise<{ readonly deregistered: number; readonly kept: number }> {
  let deregistered = 0;
  let kept = 0;
  let unread: string | undefined;
  for (const family of families) {
    const revisions = (await ecs.listTaskDefinitions(family, "ACTIVE")).toReversed();
    const { used, loadChecks } = await readUse(step, family, ecs);
    const stays = async (revision: string): Promise<boolean> =>
      used.has(revision) ||
      usedElsewhere.includes(revision) ||
      (revision === revisions.at(-1) && (await isTakenUp(step, revision, ecs))) ||
      !(await stopLoadChecks(step, revision, loadChecks, ecs));
    if (revisions.length > 0) input.onProgress(step.location, `revisions of ${family} are deregistered`);
    for (const revision of revisions) {
      if (input.signal.aborted) throw interruptedRemoval(step.location);
      const found = await ecs.describeTaskDefinition(revision, { withTags: true });
      if (found === undefined) unread = revision;
      const tags = found?.tags;
      if (tags === undefined || !isSameIdentity(tags, identity) || isOfOtherCluster(tags, step.cluster)) continue;
      if (await stays(revision)) kept += 1;
      else {
        await ecs.deregisterTaskDefinition(revision);
        deregistered += 1;
      }
    }
  }
  if (unread !== undefined) throw notShown(unread);
  return { deregistered, kept };
}

/** What was registered a moment ago may be listed before it can be read. */
function notShown(revision: string): ActionError {
  return new ActionError(
    "revision-not-shown",
    `ECS lists the revision ${lastSegment(revision)}, but does not show it.`,
    { source: "aws", hint: "Run again: it goes on from there." },
  );
}

/** A service that is made anew meanwhile takes up the newest revision. */
async function isTakenUp({ cluster, service }: Step, revision: string, ecs: RevisionPort): Promise<boolean> {
  const services = await ecs.describeServices(cluster, [service]);
  return services.some((found) => found.status === "ACTIVE" && revisionsOf(found).includes(revision));
}

/** False when one of them goes on. */
async function stopLoadChecks(
  { cluster }: Step,
  revision: string,
  loadChecks: RevisionUse["loadChecks"],
  ecs: RevisionPort,
): Promise<boolean> {
  const own = loadChecks.filter(({ taskDefinitionArn }) => taskDefinitionArn === revision);
  const problems = await Promise.all(own.map(({ taskArn = "" }) => stopLoadCheck(cluster, taskArn, ecs)));
  return problems.every((problem) => problem === undefined);
}
