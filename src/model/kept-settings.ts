import type { EcsService } from "./aws-shapes.ts";
import type { DesiredLocation } from "./desired.ts";
import { isJsonList, isJsonObject, type JsonObject, type JsonValue } from "./json.ts";
import type { TagMap } from "./live-state.ts";
import { fromEcsTags, isFormerUserTag, isReservedKey, TAG_PREFIX, TAG_USER_TAGS } from "./tags.ts";

/** What a service that is replaced hands on to its successor: settings and tags that are not ours. */
export interface KeptSettings {
  /** Members of CreateService. */
  readonly request: JsonObject;
  readonly tags: TagMap;
}

/**
 * Settings of CreateService that nobody can configure here, with the number of tasks, which may be left to a scaler.
 * What goes with a launch type (capacity providers, placement, platform versions) cannot be handed on.
 */
const FOREIGN_SETTINGS: readonly (keyof EcsService)[] = [
  "availabilityZoneRebalancing",
  "desiredCount",
  "enableECSManagedTags",
  "healthCheckGracePeriodSeconds",
  "loadBalancers",
];

/** What others have set on a service, for the one that is made in its place. */
export function settingsOfOthers(service: EcsService): KeptSettings {
  const tags = fromEcsTags(service.tags);
  // As ECS described it, which is what it takes.
  const description = JSON.parse(JSON.stringify(service)) as JsonObject;
  const isUsers = (key: string): boolean => isFormerUserTag(key, tags[TAG_USER_TAGS]);
  const foreign = Object.entries(tags).filter(([key]) => !isUsers(key));
  return onlyForeign({ request: description, tags: Object.fromEntries(foreign) });
}

/** Those that a new service gets: the number of tasks only where none is configured. */
export function settingsFor(kept: KeptSettings, desired: DesiredLocation): KeptSettings {
  if (desired.service.desiredCount === undefined) return kept;
  const { desiredCount: _configured, ...request } = kept.request;
  return { ...kept, request };
}

/** As a person is told of them; of tags the keys. */
export function describeSettings({ request, tags }: KeptSettings): readonly string[] {
  const settings = Object.entries(request).map(([name, value]) =>
    isJsonList(value) ? `${name} ${value.map(describeLoadBalancer).join(" and ")}` : `${name} ${String(value)}`,
  );
  return [...settings, ...Object.keys(tags).map((key) => `tag ${key}`)];
}

/** Traffic goes there: who reads a plan should see where. */
function describeLoadBalancer(value: JsonValue): string {
  if (!isJsonObject(value)) return String(value);
  const { targetGroupArn, loadBalancerName, containerName, containerPort } = value;
  const target = typeof targetGroupArn === "string" ? targetGroupArn.split(":").at(-1) : loadBalancerName;
  return `${target} to ${containerName}:${containerPort}`;
}

function onlyForeign({ request, tags }: KeptSettings): KeptSettings {
  const settings = FOREIGN_SETTINGS.flatMap((name): [string, JsonValue][] => {
    const value = request[name];
    return value !== undefined && isSet(name, value) ? [[name, value]] : [];
  });
  const foreign = Object.entries(tags).filter(([key]) => !isReservedKey(key));
  return { request: Object.fromEntries(settings), tags: Object.fromEntries(foreign) };
}

function isSet(name: keyof EcsService, value: JsonValue): boolean {
  // A grace period is refused without a load balancer, its default excepted.
  if (name === "healthCheckGracePeriodSeconds") return value !== 0;
  return !(Array.isArray(value) && value.length === 0);
}

/**
 * On an ECS service: its Cloud Map service holds settings for a successor, or may do so still. On a service that runs
 * they are of no use any more.
 */
export const TAG_KEPT = `${TAG_PREFIX}kept`;

/** `<how many>.<part>` in the first, parts in the others: tag values are short, and hold no JSON. */
const NOTE_PREFIX = `${TAG_KEPT}-`;
/** Without it there is no note. */
export const FIRST_NOTE_KEY = `${NOTE_PREFIX}1`;
const PART_LENGTH = 250;
/** Tag quota of a Cloud Map service (AWS General Reference), and what is kept free of it for tags of others. */
const MOST_TAGS = 50;
const SPARE_TAGS = 5;
const MOST_PARTS = 16;

/**
 * The settings as tags of a Cloud Map service, which outlives the ECS service, beside so many other tags. Where tags
 * of others are too much for that, they are left out; without any room, all.
 */
export function writeNote(kept: KeptSettings, otherTags = 0): TagMap {
  const room = Math.min(MOST_PARTS, MOST_TAGS - SPARE_TAGS - otherTags);
  const parts = partsOf(kept);
  const fitting = parts.length <= room ? parts : partsOf({ ...kept, tags: {} });
  if (fitting.length > room) return {};
  return Object.fromEntries(
    fitting.map((part, index) => [`${NOTE_PREFIX}${index + 1}`, index === 0 ? `${fitting.length}.${part}` : part]),
  );
}

function partsOf({ request, tags }: KeptSettings): readonly string[] {
  const text = Buffer.from(JSON.stringify({ request, tags }), "utf8").toString("base64url");
  return text.match(new RegExp(`.{1,${PART_LENGTH}}`, "g")) ?? [];
}

/** Keys of the tags that hold settings. */
export function noteKeysOf(tags: TagMap): readonly string[] {
  return Object.keys(tags).filter((key) => key.startsWith(NOTE_PREFIX));
}

/** The settings in the tags of a Cloud Map service; undefined when there are none, or not all of them. */
export function readNote(tags: TagMap): KeptSettings | undefined {
  const [, count, first] = /^(\d{1,2})\.(.+)$/.exec(tags[FIRST_NOTE_KEY] ?? "") ?? [];
  const others = Array.from(
    { length: Math.max(Number(count ?? 0) - 1, 0) },
    (_, index) => tags[`${NOTE_PREFIX}${index + 2}`],
  );
  if (first === undefined || others.includes(undefined)) return undefined;
  return parseSettings(Buffer.from([first, ...others].join(""), "base64url").toString("utf8"));
}

/** Tags can be written by others: nothing is believed that would not have been noted. */
function parseSettings(text: string): KeptSettings | undefined {
  try {
    const value = JSON.parse(text) as JsonValue;
    if (!isJsonObject(value)) return undefined;
    const { request, tags } = value;
    if (!isJsonObject(request) || !isJsonObject(tags)) return undefined;
    const isText = (entry: readonly [string, JsonValue]): entry is [string, string] => typeof entry[1] === "string";
    return onlyForeign({ request, tags: Object.fromEntries(Object.entries(tags).filter(isText)) });
  } catch {
    return undefined;
  }
}
