import type { DesiredLocation } from "../model/desired.ts";
import type { LiveLocation, LiveService, LiveState } from "../model/live-state.ts";
import type { Plan, PlanBase, Step } from "../model/plan.ts";
import type { Remains } from "../model/remains.ts";
import { TAG_DEPLOYMENT, TAG_KIND, TAG_LOCATION, TAG_PULL_REQUEST, TAG_SOURCE, tagValue } from "../model/tags.ts";
import { compareCodePoints } from "../model/text-order.ts";
import { decideAction, primaryDeploymentOf } from "./decision.ts";
import { sortChanges } from "./field-changes.ts";
import { fingerprintOf } from "./fingerprint.ts";
import { hideEnvironmentTexts } from "./hide-values.ts";
import { impactOfAction, worstImpact } from "./impact.ts";
import { planRemoval } from "./removal.ts";

/** How a plan is made. */
export interface PlanOptions {
  /** Delete the services of this source and deployment whose location is gone. */
  readonly prune: boolean;
  /** Take over services that carry no tags of ours. */
  readonly adopt: boolean;
  /** Names of the file's locations that were not selected. */
  readonly notSelected: readonly string[];
  /** In a plan an image may still be missing. */
  readonly mode: "plan" | "apply";
}

/** What a plan is made from. */
export interface PlanInput {
  readonly request: Plan["request"];
  readonly desired: readonly DesiredLocation[];
  readonly live: LiveState;
  /** Values of `{env: NAME}` in the configuration: no change shows them. */
  readonly environmentTexts?: ReadonlySet<string>;
  readonly options: PlanOptions;
}

/** Compares what should exist with what exists, and decides one step per location. */
export function makePlan(input: PlanInput): Plan {
  const { request, desired, live, options } = input;
  const hide = (step: Step): Step => ({
    ...step,
    changes: step.changes.map((change) => hideEnvironmentTexts(change, input.environmentTexts ?? new Set())),
  });
  const steps = desired
    .map((location) => planLocation(location, live.locations.get(location.name) ?? {}, options))
    .map(hide);
  const removals = options.prune
    ? (live.remains ?? [])
        .filter((remains) => isAbandoned(remains, input))
        .map((remains) => planRemoval(remains, request.cluster, ABANDONED))
    : [];
  return {
    formatVersion: 1,
    request,
    steps: [...steps, ...removals].toSorted(
      (left, right) =>
        compareCodePoints(left.location, right.location) || compareCodePoints(left.service, right.service),
    ),
    notSelected: options.notSelected.toSorted(compareCodePoints),
  };
}

/** What a step is about: the service, its family, and the image it gets in place of the previous one. */
export function subjectOf(
  { service, taskDefinition, image }: DesiredLocation,
  previousImage: string | undefined,
): Pick<Step, "service" | "cluster" | "family" | "image"> {
  return {
    service: service.name,
    cluster: service.cluster,
    family: taskDefinition.family,
    image: {
      requested: image.requested,
      reference: image.reference,
      ...(previousImage !== undefined && { previous: previousImage }),
      status: image.status,
    },
  };
}

function planLocation(desired: DesiredLocation, live: LiveLocation, options: PlanOptions): Step {
  const fingerprints = fingerprintOf(desired);
  const { action, reason, taskDefinition, changes, previousImage, warnings } = decideAction(
    desired,
    live,
    fingerprints,
    options.adopt,
  );
  return {
    location: desired.name,
    action,
    reason,
    ...subjectOf(desired, previousImage),
    taskDefinition,
    base: live.service === undefined ? {} : baseOf(live.service),
    changes: sortChanges(changes),
    impact: impactOfAction(action) ?? worstImpact(changes.map((change) => change.impact)),
    warnings: [...warnings, ...warnAboutImage(desired, options.mode)],
    fingerprints,
  };
}

/** What a step on this service is computed on. */
export function baseOf(service: LiveService): PlanBase {
  const ecsDeploymentId = primaryDeploymentOf(service)?.id;
  return {
    serviceArn: service.arn,
    taskDefinitionArn: service.taskDefinitionArn,
    ...(ecsDeploymentId === undefined ? {} : { ecsDeploymentId }),
  };
}

function warnAboutImage({ image }: DesiredLocation, mode: PlanOptions["mode"]): readonly string[] {
  if (image.status === "missing" && mode === "plan") {
    return [`The image ${image.requested} is not in the registry yet.`];
  }
  if (image.status === "kept") {
    return [`The image ${image.requested} is not in the registry: the one that runs now is kept.`];
  }
  return [];
}

const ABANDONED = { code: "abandoned", text: "The configuration no longer has this location." };

/** By its tags, and never one whose location the configuration still has, selected or not. */
function isAbandoned({ name, identity }: Remains, { request, desired, options }: PlanInput): boolean {
  const known = [...desired.map((location) => location.name), ...options.notSelected].map(tagValue);
  return (
    identity[TAG_SOURCE] === tagValue(request.source) &&
    identity[TAG_DEPLOYMENT] === tagValue(request.deployment) &&
    identity[TAG_KIND] === request.kind &&
    identity[TAG_PULL_REQUEST] === request.pullRequest?.toString() &&
    identity[TAG_LOCATION] !== undefined &&
    !known.includes(identity[TAG_LOCATION]) &&
    !desired.some((location) => location.service.name === name)
  );
}
