import { CODE_SERVER_CONTAINER } from "../model/code-server.ts";
import type { DesiredLocation } from "../model/desired.ts";
import type { LiveLocation, LiveService } from "../model/live-state.ts";
import type { FieldChange, Impact } from "../model/plan.ts";
import { isOfOtherCluster } from "../model/tags.ts";
import { containerOf } from "../normalize/container-definition.ts";
import { type NormalService, normalizeDesiredService, normalizeService } from "../normalize/service.ts";
import {
  type NormalTaskDefinition,
  normalizeDesiredTaskDefinition,
  normalizeTaskDefinition,
} from "../normalize/task-definition.ts";
import { containerContextOf } from "./environment-visibility.ts";
import { compareServices, compareTaskDefinitions, taskDefinitionsAgree } from "./field-changes.ts";
import { type Fingerprints, fingerprintAnswers } from "./fingerprint.ts";
import { markOutside } from "./outside.ts";
import { compareTags } from "./tag-changes.ts";

/** How what exists for a location compares with what should. */
export interface LocationComparison {
  /** True when the service runs the desired task definition. */
  readonly sameTaskDefinition: boolean;
  /** ARN of an ACTIVE revision that is the desired one: nothing need be registered. */
  readonly reusable?: string;
  readonly previousImage?: string;
  readonly taskDefinition: readonly FieldChange[];
  readonly service: readonly FieldChange[];
  readonly cloudMap: readonly FieldChange[];
  readonly tags: readonly FieldChange[];
}

/** Compares a location with the service that runs it. */
export function compareLocation(
  desired: DesiredLocation,
  live: LiveLocation & { readonly service: LiveService },
  fingerprints: Fingerprints,
): LocationComparison {
  const { service } = live;
  const running = live.running && normalizeTaskDefinition(live.running.description);
  const taskDefinition = compareRunning(desired, service, running, fingerprints);
  const owned = { desiredCount: desired.service.desiredCount !== undefined };
  const image = running && containerOf(running, CODE_SERVER_CONTAINER)?.image;
  return markOutside(
    {
      sameTaskDefinition: taskDefinition.length === 0,
      ...reusableRevision(desired, live, taskDefinition.length === 0),
      ...(typeof image === "string" ? { previousImage: image } : {}),
      taskDefinition,
      service: compareServices(
        normalizeService(service.description, owned),
        withoutUntold(normalizeDesiredService(desired.service, live.cloudMapService?.arn), service),
      ),
      cloudMap: live.cloudMapService === undefined ? [cloudMapAddition(desired, "rollout")] : [],
      tags: compareTags(service.tags, desired, running && containerContextOf(running), "in-place"),
    },
    desired,
    live,
    fingerprints,
  );
}

/** What DescribeServices does not tell cannot be compared. */
function withoutUntold(wanted: NormalService, { description }: LiveService): NormalService {
  if (description.deploymentConfiguration !== undefined) return wanted;
  const { deploymentConfiguration: _untold, ...told } = wanted;
  return told;
}

/** A location that nothing runs yet: everything is added. */
export function describeNewLocation(desired: DesiredLocation, live: LiveLocation): LocationComparison {
  return {
    sameTaskDefinition: false,
    ...reusableRevision(desired, { ...(live.latest === undefined ? {} : { latest: live.latest }) }, false),
    taskDefinition: compareTaskDefinitions({}, desired.taskDefinition, "none"),
    service: compareServices({}, normalizeDesiredService(desired.service, live.cloudMapService?.arn), "none"),
    cloudMap: live.cloudMapService === undefined ? [cloudMapAddition(desired, "none")] : [],
    tags: compareTags({}, desired, undefined, "none"),
  };
}

/** What was really read is believed before what a tag says of it. */
function compareRunning(
  desired: DesiredLocation,
  service: LiveService,
  running: NormalTaskDefinition | undefined,
  fingerprints: Fingerprints,
): readonly FieldChange[] {
  if (running !== undefined) return compareTaskDefinitions(running, desired.taskDefinition, "rollout");
  if (fingerprintAnswers(service, fingerprints.full, desired.taskDefinition.family)) return [];
  return [
    {
      resource: "task-definition",
      path: "taskDefinition",
      change: "changed",
      before: { kind: "hidden", why: `${service.taskDefinitionArn} cannot be read` },
      after: { kind: "shown", value: desired.taskDefinition.family },
      impact: "rollout",
      sensitive: true,
    },
  ];
}

function reusableRevision(
  desired: DesiredLocation,
  live: LiveLocation,
  sameTaskDefinition: boolean,
): { readonly reusable?: string } {
  if (sameTaskDefinition) {
    const arn = live.running?.arn ?? live.service?.taskDefinitionArn;
    // A revision that was deregistered runs on, but no service can be put on it.
    if (arn !== undefined && (live.running === undefined || live.running.status === "ACTIVE")) return { reusable: arn };
  }
  const { latest } = live;
  if (latest?.status !== "ACTIVE" || isOfOtherCluster(latest.tags, desired.service.cluster)) return {};
  const wanted = normalizeDesiredTaskDefinition(desired.taskDefinition);
  return taskDefinitionsAgree(normalizeTaskDefinition(latest.description), wanted) ? { reusable: latest.arn } : {};
}

function cloudMapAddition(desired: DesiredLocation, impact: Impact): FieldChange {
  return {
    resource: "cloud-map",
    path: "name",
    change: "added",
    after: { kind: "shown", value: desired.cloudMapService.name },
    impact,
    sensitive: false,
  };
}
