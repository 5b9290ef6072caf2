import type { DesiredLocation, DesiredTaskDefinition } from "../model/desired.ts";
import type { LiveService, LiveTaskDefinition, TagMap } from "../model/live-state.ts";
import { movesRevision, type Step } from "../model/plan.ts";
import { parseTaskDefinitionArn } from "../model/task-definition-arn.ts";
import { warnAboutLive } from "./decision.ts";
import { fingerprintOf } from "./fingerprint.ts";
import { impactOfAction } from "./impact.ts";
import { baseOf, subjectOf } from "./make-plan.ts";
import { nameOwners, ownershipOf } from "./ownership.ts";
import { compareRevisions } from "./revision-changes.ts";

/** A redeploy or rollback of one location, decided; `none` where it is done already. */
export interface RevisionChange {
  readonly action: "redeploy" | "rollback" | "none";
  readonly reason: Step["reason"];
  /** Neither `register` nor `reuse`: the revision that runs. */
  readonly taskDefinition: Step["taskDefinition"];
  readonly warnings: readonly string[];
}

/** What runs. */
export interface RunningRevision {
  readonly service: LiveService;
  readonly running: LiveTaskDefinition;
  readonly content: DesiredTaskDefinition;
  readonly image: string;
}

/** The step that puts a location on another revision, or gives it new tasks. `desired`: as it is to run. */
export function planRevisionChange(
  desired: DesiredLocation,
  { service, running, content, image }: RunningRevision,
  { action, reason, taskDefinition, warnings }: RevisionChange,
): Step {
  const moves = movesRevision({ taskDefinition });
  return {
    location: desired.name,
    action,
    reason,
    ...subjectOf(desired, image),
    taskDefinition,
    base: baseOf(service),
    changes: moves ? compareRevisions(content, desired.taskDefinition) : [],
    impact: impactOfAction(action) ?? "rollout",
    warnings: [...warnAboutLive({ service, running }), ...warnings],
    // What is in a revision is what it was made from. The tag of a service that stays on its revision stays, too.
    ...(moves && { fingerprints: fingerprintOf(desired) }),
  };
}

/** The step of a location that must not be touched, or cannot be. */
export function planRefusal(
  location: { readonly name: string; readonly service: string; readonly cluster: string },
  live: LiveService | undefined,
  reason: Step["reason"],
): Step {
  return {
    location: location.name,
    action: "blocked",
    reason,
    service: location.service,
    cluster: location.cluster,
    family: (live && parseTaskDefinitionArn(live.taskDefinitionArn)?.family) ?? "",
    taskDefinition: { register: false },
    base: live === undefined ? {} : baseOf(live),
    changes: [],
    impact: "none",
    warnings: [],
  };
}

/** Why the service of a location is none that could be redeployed or put back; undefined when it is. */
export function refuseService(
  name: string,
  service: LiveService | undefined,
  identityTags: TagMap,
): Step["reason"] | undefined {
  if (service === undefined) {
    return { code: "no-service", text: `Nothing runs this location yet: apply creates its ECS service "${name}".` };
  }
  const ownership = ownershipOf(service.tags, identityTags);
  if (ownership.owner === "other") {
    return { code: "other-owner", text: nameOwners(`The ECS service "${name}"`, ownership.tags, identityTags) };
  }
  if (ownership.owner === "nobody") {
    return { code: "not-ours", text: `The ECS service "${name}" carries no tags of this action.` };
  }
  if (service.status !== "ACTIVE") {
    return { code: "no-service", text: `The ECS service "${name}" is being deleted: apply creates a new one.` };
  }
  return undefined;
}
