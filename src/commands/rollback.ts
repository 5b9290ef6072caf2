import { mapConcurrently } from "../concurrency.ts";
import { ActionError } from "../errors.ts";
import { once } from "../live/check.ts";
import { findEarlierRevision } from "../live/earlier-revision.ts";
import { type ReadHistory, readServiceHistory } from "../live/service-history.ts";
import { lastSegment } from "../model/arn.ts";
import type { GitHubEvent } from "../model/github-event.ts";
import type { LiveTaskDefinition, TagMap } from "../model/live-state.ts";
import type { Step } from "../model/plan.ts";
import { isOfOtherCluster, isRollbackTo, TAG_COMMIT, TAG_ROLLBACK } from "../model/tags.ts";
import { type EarlierRollback, findEarlierRollback } from "../plan/earlier-rollback.ts";
import { ownershipOf } from "../plan/ownership.ts";
import { choosePreviousRevision, isRolledOut } from "../plan/previous-revision.ts";
import { imageOfRevision, readRevision } from "../plan/revision-content.ts";
import type { EcsPort } from "../ports.ts";
import { shortenHash } from "../report/image-text.ts";
import type { CommandContext } from "./context.ts";
import { obtainRevision } from "./obtain-revision.ts";
import type { RevisionDecision } from "./prepare-revisions.ts";
import type { CommandResult } from "./result.ts";
import { changeRevisions } from "./revision-run.ts";
import type { RunningLocation } from "./running-locations.ts";

const LOCATIONS_AT_ONCE = 8;

/** Puts each selected location back on the revision it ran before its last change. */
export async function rollback(context: CommandContext): Promise<CommandResult> {
  const { imageTag, images } = context.inputs;
  if (imageTag !== undefined || images.size > 0) {
    throw new ActionError("rollback-with-image", "An image is given, but a rollback takes that of the old revision.", {
      source: "user",
      hint: "Remove image-tag and images, or use `command: redeploy` to run another image.",
    });
  }
  return changeRevisions(context, async (locations, { ecs }, cluster) => ({
    decisions: await mapConcurrently(locations, LOCATIONS_AT_ONCE, (location) =>
      decide(location, { cluster, event: context.event, ecs }),
    ),
    images: new Map(),
  }));
}

/** The revision to go back to, and what is to be said of how it was found. */
type Found =
  | { readonly kind: "found"; readonly target: LiveTaskDefinition; readonly warnings: readonly string[] }
  | Extract<RevisionDecision, { kind: "refused" }>;

async function decide(
  location: RunningLocation,
  { cluster, event, ecs }: { cluster: string; event: GitHubEvent | undefined; ecs: EcsPort },
): Promise<RevisionDecision> {
  const earlier = findEarlierRollback(location.service, event);
  const readHistory = once(() => readServiceHistory(cluster, location.service, ecs));
  const begun = await goOnFromEarlier(location, earlier, readHistory);
  if (begun !== undefined) return begun;
  const found = await findPrevious(location, await readHistory(), cluster, ecs);
  if (found.kind === "refused") return found;
  const { target, warnings } = found;
  const name = nameOf(target);
  if (target.status === "DELETE_IN_PROGRESS") return targetGone(name, "is being deleted");
  const content = readRevision(target, location.known);
  if (content === undefined) return refused("no-code-server", `The revision ${name} has no code server in it.`);
  const image = imageOfRevision(content);
  const taskDefinition = await obtainRevision(target, content, cluster, ecs);
  if (taskDefinition.reuse === location.running.arn) {
    return nothingToGoBackTo(
      `Before the last change it ran ${name}, which is the same as ${nameOf(location.running)}.`,
    );
  }
  return {
    kind: "change",
    change: {
      action: "rollback",
      reason: explain(location, target),
      taskDefinition,
      warnings,
    },
    content,
    image: { requested: image, reference: image, status: "registered" },
    commit: target.tags?.[TAG_COMMIT],
  };
}

async function goOnFromEarlier(
  location: RunningLocation,
  earlier: EarlierRollback | undefined,
  readHistory: () => Promise<ReadHistory>,
): Promise<RevisionDecision | undefined> {
  const name = nameOf(location.running);
  switch (earlier) {
    case undefined:
      return undefined;
    case "going-on": {
      const read = await readHistory();
      if (read.kind === "read" && isRolledOut(location.running.arn, read.history)) return undefined;
      const text = `A rollback to ${name} is going on already: it is watched to its end.`;
      return stayOn(location, { action: "rollback", reason: { code: "rollback-going-on", text }, isGoingOn: true });
    }
    case "done": {
      const text = `This run has put it back on ${name} already.`;
      return stayOn(location, { action: "none", reason: { code: "rollback-done", text } });
    }
    case "failed": {
      const text = `The rollback of this run to ${name} failed: it is started again.`;
      return stayOn(location, { action: "rollback", reason: { code: "rollback-failed", text } });
    }
  }
}

function stayOn(
  { content, image, service }: RunningLocation,
  how: { action: "rollback" | "none"; reason: Step["reason"]; isGoingOn?: boolean },
): RevisionDecision {
  const { action, reason, isGoingOn } = how;
  return {
    kind: "change",
    change: {
      action,
      reason,
      taskDefinition: { register: false },
      // What nothing is done about is told as a warning only.
      warnings: action === "none" ? [reason.text] : [],
    },
    content,
    image: { requested: image, reference: image, status: "registered" },
    commit: service.tags[TAG_COMMIT],
    ...(isGoingOn === true && { isGoingOn }),
  };
}

async function findPrevious(
  location: RunningLocation,
  read: ReadHistory,
  cluster: string,
  ecs: EcsPort,
): Promise<Found> {
  const { service, running } = location;
  if (read.kind === "denied") {
    return findByNumber(location, `cannot be read: ${read.reason.replace(/\.$/, "")}`, cluster, ecs);
  }
  const previous = choosePreviousRevision(service.taskDefinitionArn, read.history);
  const [undone] = previous.undone;
  switch (previous.kind) {
    case "unknown":
      return findByNumber(location, "does not go back to the last change", cluster, ecs);
    case "none": {
      const last = undone === undefined ? "" : ` ECS has undone the change to ${lastSegment(undone)} already.`;
      return nothingToGoBackTo(`It has never run another revision than ${nameOf(running)} successfully.${last}`);
    }
    case "found": {
      const arn = previous.taskDefinitionArn;
      const target = await ecs.describeTaskDefinition(arn, { withTags: true });
      if (target === undefined) return targetGone(lastSegment(arn), "does not exist any more");
      return { kind: "found", target, warnings: undone === undefined ? [] : [warnAboutUndone(undone, arn)] };
    }
  }
}

function warnAboutUndone(undone: string, target: string): string {
  const name = lastSegment(undone);
  return undone === target
    ? `A rollback to ${name} failed already, and ECS has undone it: this tries it again.`
    : `The last change, to ${name}, failed and ECS has undone it already: this goes back one change further.`;
}

/** Without ECS's record the number of a revision is all there is: nobody knows which of them worked. */
async function findByNumber(location: RunningLocation, why: string, cluster: string, ecs: EcsPort): Promise<Found> {
  const { running, identityTags } = location;
  const isOurs = (tags: TagMap): boolean =>
    ownershipOf(tags, identityTags).owner === "us" && !isOfOtherCluster(tags, cluster);
  const target = await findEarlierRevision(running, isOurs, ecs);
  if (target === undefined) {
    return nothingToGoBackTo(`ECS's record of its rollouts ${why}, and no revision before ${nameOf(running)} is ours.`);
  }
  const warning = `ECS's record of its rollouts ${why}. ${nameOf(target)} is the revision before by its number; whether it ever worked is not known.`;
  return { kind: "found", target, warnings: [warning] };
}

function explain({ running, service }: RunningLocation, target: LiveTaskDefinition): { code: string; text: string } {
  const commit = target.tags?.[TAG_COMMIT];
  const of = commit === undefined ? "" : ` (commit ${shortenHash(commit)})`;
  const anew = target.status === "ACTIVE" ? "" : " It is deregistered: its content is registered anew.";
  const isForward =
    isRollbackTo(service.tags[TAG_ROLLBACK], running.arn) ||
    (target.family === running.family && target.revision > running.revision);
  return isForward
    ? {
        code: "rollback-forward",
        text: `The last change went back to ${nameOf(running)}: this goes forward again, to ${nameOf(target)}${of}.${anew}`,
      }
    : { code: "rollback", text: `Back to ${nameOf(target)}${of}, which it ran before the last change.${anew}` };
}

function nameOf({ family, revision }: LiveTaskDefinition): string {
  return `${family}:${revision}`;
}

function refused(code: string, text: string): Extract<RevisionDecision, { kind: "refused" }> {
  return { kind: "refused", reason: { code, text } };
}

function nothingToGoBackTo(why: string): Extract<RevisionDecision, { kind: "refused" }> {
  return refused("nothing-to-go-back-to", `There is nothing to go back to. ${why}`);
}

function targetGone(name: string, how: string): Extract<RevisionDecision, { kind: "refused" }> {
  return refused(
    "previous-revision-gone",
    `It ran ${name} before the last change, but that revision ${how}: apply the configuration of then instead.`,
  );
}
