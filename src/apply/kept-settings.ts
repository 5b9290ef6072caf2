import type { EcsService } from "../model/aws-shapes.ts";
import type { DesiredLocation } from "../model/desired.ts";
import type { JsonObject } from "../model/json.ts";
import type { LiveService, TagMap } from "../model/live-state.ts";
import { isFormerUserTag, TAG_PREFIX, TAG_USER_TAGS } from "../model/tags.ts";

/** What a service that is replaced hands on to its successor: settings and tags that are not ours. */
export interface KeptSettings {
  /** Members of CreateService. */
  readonly request: JsonObject;
  readonly tags: TagMap;
}

/**
 * Settings of CreateService that nobody can configure here, with the values of a service that nobody has touched.
 * What goes with a launch type (capacity providers, placement, platform versions) cannot be handed on.
 */
const FOREIGN_SETTINGS: readonly (keyof EcsService)[] = [
  "availabilityZoneRebalancing",
  "enableECSManagedTags",
  "healthCheckGracePeriodSeconds",
  "loadBalancers",
];

/** Ours, which are written anew, the agent's, which it would act upon, and AWS's, which cannot be written. */
const NOT_HANDED_ON = new RegExp(`^(?:${TAG_PREFIX}|dagster/|aws:)`, "i");

/** What the successor of a service gets of it; the number of tasks only where none is configured. */
export function keptSettings(previous: LiveService | undefined, desired: DesiredLocation): KeptSettings {
  if (previous === undefined) return { request: {}, tags: {} };
  const { description, tags } = previous;
  const names: readonly (keyof EcsService)[] =
    desired.service.desiredCount === undefined ? ["desiredCount", ...FOREIGN_SETTINGS] : FOREIGN_SETTINGS;
  const settings = Object.fromEntries(
    names.filter((name) => isSet(name, description[name])).map((name) => [name, description[name]]),
  );
  const isForeign = (key: string): boolean => !NOT_HANDED_ON.test(key) && !isFormerUserTag(key, tags[TAG_USER_TAGS]);
  return {
    // As ECS described it, which is what it takes.
    request: JSON.parse(JSON.stringify(settings)) as JsonObject,
    tags: Object.fromEntries(Object.entries(tags).filter(([key]) => isForeign(key))),
  };
}

function isSet(name: keyof EcsService, value: unknown): boolean {
  // A grace period is refused without a load balancer, its default excepted.
  if (name === "healthCheckGracePeriodSeconds") return value !== undefined && value !== 0;
  return value !== undefined && !(Array.isArray(value) && value.length === 0);
}
