import type { DesiredLocation } from "../model/desired.ts";
import type { LiveLocation, LiveService, LiveState, TagMap } from "../model/live-state.ts";
import type { Plan, PlanBase, Step } from "../model/plan.ts";
import { TAG_DEPLOYMENT, TAG_LOCATION, TAG_SOURCE, tagValue } from "../model/tags.ts";
import { compareCodePoints } from "../model/text-order.ts";
import { decideAction, primaryDeploymentOf } from "./decision.ts";
import { sortChanges } from "./field-changes.ts";
import { fingerprintOf } from "./fingerprint.ts";
import { hideEnvironmentTexts } from "./hide-values.ts";
import { impactOfAction, worstImpact } from "./impact.ts";
import { parseTaskDefinitionArn } from "./task-definition-arn.ts";

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
    ? [
        ...live.abandoned
          .filter((service) => isAbandoned(service, input))
          .map((service) => planRemoval(service, input)),
        ...(live.leftovers ?? [])
          .filter((service) => isAbandoned(service, input))
          .map((service) => planRest(service, input)),
      ]
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
    service: desired.service.name,
    cluster: desired.service.cluster,
    family: desired.taskDefinition.family,
    image: {
      requested: desired.image.requested,
      reference: desired.image.reference,
      ...(previousImage === undefined ? {} : { previous: previousImage }),
      status: desired.image.status,
    },
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

/** By its tags, and never one whose location the configuration still has, selected or not. */
function isAbandoned(service: Tagged, { request, desired, options }: PlanInput): boolean {
  const { name, tags } = service;
  const known = [...desired.map((location) => location.name), ...options.notSelected].map(tagValue);
  return (
    tags[TAG_SOURCE] === tagValue(request.source) &&
    tags[TAG_DEPLOYMENT] === tagValue(request.deployment) &&
    tags[TAG_LOCATION] !== undefined &&
    !known.includes(tags[TAG_LOCATION]) &&
    !desired.some((location) => location.service.name === name)
  );
}

interface Tagged {
  readonly name: string;
  readonly tags: TagMap;
}

function planRemoval(service: LiveService, input: PlanInput): Step {
  return {
    ...planRest(service, input),
    reason: { code: "abandoned", text: "The configuration no longer has this location." },
    family: parseTaskDefinitionArn(service.taskDefinitionArn)?.family ?? "",
    base: baseOf(service),
    impact: "removal",
  };
}

/** The Cloud Map service is all that is left: nothing runs that could be missed. */
function planRest({ name, tags }: Tagged, { request }: PlanInput): Step {
  return {
    location: tags[TAG_LOCATION] ?? name,
    action: "delete",
    reason: { code: "leftover", text: "An interrupted removal left its Cloud Map service." },
    service: name,
    cluster: request.cluster,
    family: "",
    taskDefinition: { register: false },
    base: {},
    changes: [],
    impact: "none",
    warnings: [],
  };
}
