import { CODE_SERVER_CONTAINER, CURRENT_IMAGE_VARIABLE } from "../model/code-server.ts";
import type { DesiredLocation } from "../model/desired.ts";
import { describeSettings, readNote, settingsFor } from "../model/kept-settings.ts";
import type { LiveLocation, LiveService } from "../model/live-state.ts";
import type { FieldChange, Step, StepAction } from "../model/plan.ts";
import { dottedPath } from "./diff.ts";
import type { Fingerprints } from "./fingerprint.ts";
import { IMMUTABLE_SERVICE_FIELDS, worstImpact } from "./impact.ts";
import { compareLocation, describeNewLocation, type LocationComparison } from "./location-comparison.ts";
import { ownershipOf, refuseForeign } from "./ownership.ts";

/** What is to be done for a location, and why. */
export interface Decision {
  readonly action: StepAction;
  readonly reason: Step["reason"];
  readonly taskDefinition: Step["taskDefinition"];
  readonly changes: readonly FieldChange[];
  readonly previousImage?: string;
  readonly warnings: readonly string[];
}

/** Decides what is to be done for a location. */
export function decideAction(
  desired: DesiredLocation,
  live: LiveLocation,
  fingerprints: Fingerprints,
  adopt: boolean,
): Decision {
  const refusal = refuseForeign(desired, live, adopt);
  if (refusal !== undefined) {
    return { action: "blocked", reason: refusal, taskDefinition: { register: false }, changes: [], warnings: [] };
  }
  const { service } = live;
  if (service?.status !== "ACTIVE") return decideCreation(desired, live);
  return decideUpdate(desired, { ...live, service }, compareLocation(desired, { ...live, service }, fingerprints));
}

function decideCreation(desired: DesiredLocation, live: LiveLocation): Decision {
  const comparison = describeNewLocation(desired, live);
  return decision("create", explainCreation(desired, live), comparison, obtainRevision(comparison));
}

function explainCreation(desired: DesiredLocation, { service, cloudMapTags }: LiveLocation): Step["reason"] {
  const noted = readNote(cloudMapTags ?? {});
  if (noted !== undefined) {
    const kept = describeSettings(settingsFor(noted, desired)).join(", ");
    const comesBack = kept === "" ? "" : ` It gets back what others had set: ${kept}.`;
    return {
      code: "replacement-cut-short",
      text: `A run was cut short between deleting the service and making it anew.${comesBack}`,
    };
  }
  if (service === undefined) return { code: "new", text: "Nothing runs this location yet." };
  return { code: "draining", text: `The previous service "${service.name}" is draining; a new one takes its place.` };
}

function decideUpdate(
  desired: DesiredLocation,
  live: LiveLocation & { readonly service: LiveService },
  comparison: LocationComparison,
): Decision {
  const warnings = warnAboutLive(live);
  const immutable = findImmutable(comparison.service);
  if (immutable.length > 0) {
    const text = `ECS cannot change ${immutable.join(", ")} of a service: it is deleted and created again.`;
    return decision("replace", { code: "immutable-field", text }, comparison, obtainRevision(comparison), warnings);
  }
  if (!comparison.sameTaskDefinition) {
    const reason = explainAdoption(desired, live.service) ?? explainRevision(comparison);
    return decision("update", reason, comparison, obtainRevision(comparison), warnings);
  }
  const unchanged = { register: false };
  const impact = worstImpact(allChanges(comparison).map((change) => change.impact));
  const failure =
    impact === "rollout" ? undefined : (explainStopped(desired, live.service) ?? explainFailedRollout(live.service));
  if (failure !== undefined) return decision("redeploy", failure, comparison, unchanged, warnings);
  const reason = explainAdoption(desired, live.service) ?? explainServiceChange(comparison);
  return decision(reason.code === "unchanged" ? "none" : "update", reason, comparison, unchanged, warnings);
}

function decision(
  action: StepAction,
  reason: Step["reason"],
  comparison: LocationComparison,
  taskDefinition: Step["taskDefinition"],
  warnings: readonly string[] = [],
): Decision {
  const { previousImage } = comparison;
  return {
    action,
    reason,
    taskDefinition,
    changes: allChanges(comparison),
    ...(previousImage === undefined ? {} : { previousImage }),
    warnings,
  };
}

function allChanges({ taskDefinition, service, cloudMap, tags }: LocationComparison): readonly FieldChange[] {
  return [...taskDefinition, ...service, ...cloudMap, ...tags];
}

function obtainRevision({ reusable }: LocationComparison): Step["taskDefinition"] {
  return reusable === undefined ? { register: true } : { register: false, reuse: reusable };
}

function findImmutable(changes: readonly FieldChange[]): readonly string[] {
  const changed = changes.map(({ path }) => path.split(".")[0] ?? "");
  return IMMUTABLE_SERVICE_FIELDS.filter((field) => changed.includes(field));
}

/** The image is named where nothing else changes: the most common change of all. */
function explainRevision({ taskDefinition }: LocationComparison): Step["reason"] {
  const onlyImage = taskDefinition.every(({ path }) => IMAGE_PATHS.includes(path));
  return onlyImage
    ? { code: "image", text: "The image changes." }
    : { code: "task-definition", text: "The task definition changes." };
}

const IMAGE_PATHS: readonly string[] = [
  dottedPath(["containerDefinitions", CODE_SERVER_CONTAINER, "image"]),
  dottedPath(["containerDefinitions", CODE_SERVER_CONTAINER, "environment", CURRENT_IMAGE_VARIABLE]),
];

function explainAdoption(desired: DesiredLocation, service: LiveService): Step["reason"] | undefined {
  if (ownershipOf(service.tags, desired.identityTags).owner !== "nobody") return undefined;
  return { code: "adopt", text: `The service "${service.name}", which carries no tags of this action, is taken over.` };
}

function explainServiceChange(comparison: LocationComparison): Step["reason"] {
  if (comparison.cloudMap.length > 0) return { code: "cloud-map", text: "The Cloud Map service is missing." };
  if (comparison.service.length > 0) return { code: "service", text: "Settings of the service change." };
  if (comparison.tags.length > 0) return { code: "tags", text: "Tags of the service change." };
  return { code: "unchanged", text: "Nothing has changed." };
}

/** The PRIMARY ECS deployment of a service. */
export function primaryDeploymentOf(
  service: LiveService,
): { readonly id?: string | undefined; readonly rolloutState?: string | undefined } | undefined {
  return service.description.deployments?.find(({ status }) => status === "PRIMARY");
}

/** ECS starts no deployment for a changed count: without one, nobody would see whether the code server comes up. */
function explainStopped(desired: DesiredLocation, { description }: LiveService): Step["reason"] | undefined {
  if (description.desiredCount !== 0 || (desired.service.desiredCount ?? 0) === 0) return undefined;
  return { code: "scaled-to-zero", text: "The service's desired count is 0: it is started again." };
}

/** A rollout state that is not given says nothing (services with a Classic Load Balancer have none). */
function explainFailedRollout(service: LiveService): Step["reason"] | undefined {
  const state = primaryDeploymentOf(service)?.rolloutState;
  if (state === undefined || state === "COMPLETED" || state === "IN_PROGRESS") return undefined;
  return { code: "rollout-failed", text: "Nothing has changed, but the last rollout failed: it is started again." };
}

/** What a reader should know of a service as it is now. */
export function warnAboutLive(live: LiveLocation & { readonly service: LiveService }): readonly string[] {
  const warnings: string[] = [];
  if (primaryDeploymentOf(live.service)?.rolloutState === "IN_PROGRESS") {
    warnings.push("A rollout of this service is still in progress.");
  }
  const { desiredCount, runningCount } = live.service.description;
  const isComplete = primaryDeploymentOf(live.service)?.rolloutState === "COMPLETED";
  if (isComplete && desiredCount !== undefined && runningCount !== undefined && runningCount < desiredCount) {
    warnings.push(`Only ${runningCount} of ${desiredCount} tasks are running, although the last rollout completed.`);
  }
  if (desiredCount === 0) warnings.push("The service's desired count is 0: nothing runs.");
  if (live.running !== undefined && live.running.status !== "ACTIVE") {
    warnings.push(`The running revision ${live.running.family}:${live.running.revision} is deregistered.`);
  }
  return warnings;
}
