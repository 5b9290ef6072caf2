import type { DesiredLocation } from "../model/desired.ts";
import { isJsonList, isJsonObject, type JsonObject } from "../model/json.ts";
import type { TagMap } from "../model/live-state.ts";
import type { FieldChange, Impact } from "../model/plan.ts";
import { isFormerUserTag, isReservedKey, TAG_USER_TAGS, userTagsValue } from "../model/tags.ts";
import { diffTrees, dottedPath } from "./diff.ts";

/**
 * What differs between the tags of a service and the tags it should have. A tag that nobody wants is left alone,
 * unless the tag `/user-tags` or the container context of the running revision says that it was the user's: then it is
 * removed.
 */
export function compareTags(
  live: TagMap,
  desired: DesiredLocation,
  formerContext: JsonObject | undefined,
  impact: Impact,
): readonly FieldChange[] {
  const wanted = { ...desired.userTags, ...desired.identityTags };
  const former = formerTagKeys(formerContext);
  const wasOurs = (key: string): boolean => former.has(key) || isFormerUserTag(key, live[TAG_USER_TAGS]);
  const considered = Object.entries(live).filter(([key]) => Object.hasOwn(wanted, key) || wasOurs(key));
  const differences = diffTrees(Object.fromEntries(considered), wanted);
  return (differences.length > 0 ? differences : diffRecord(live, desired)).map(({ path, change, before, after }) => ({
    resource: "tags",
    path: dottedPath(path),
    change,
    ...(before === undefined ? {} : { before: { kind: "shown", value: before } }),
    ...(after === undefined ? {} : { after: { kind: "shown", value: after } }),
    impact,
    sensitive: false,
  }));
}

/** A run that died before its last tag has done everything but to write down which tags are the user's. */
function diffRecord(live: TagMap, desired: DesiredLocation): ReturnType<typeof diffTrees> {
  const found = live[TAG_USER_TAGS];
  if (found === undefined) return [];
  return diffTrees({ [TAG_USER_TAGS]: found }, { [TAG_USER_TAGS]: userTagsValue(Object.keys(desired.userTags)) });
}

/** Keys of `server_ecs_tags` in a container context, without those that users cannot have set. */
function formerTagKeys(context: JsonObject | undefined): ReadonlySet<string> {
  const ecs = isJsonObject(context?.ecs) ? context.ecs : undefined;
  const tags = isJsonList(ecs?.server_ecs_tags) ? ecs.server_ecs_tags : [];
  const keys = tags.map((tag) => (isJsonObject(tag) ? tag.key : undefined));
  return new Set(keys.filter((key) => typeof key === "string").filter((key) => !isReservedKey(key)));
}
