import type { TagMap } from "../model/live-state.ts";

/** Tags in the spelling of Amazon ECS. */
export function toEcsTags(tags: TagMap): { key: string; value: string }[] {
  return Object.entries(tags).map(([key, value]) => ({ key, value }));
}

/** Tags in the spelling of AWS Cloud Map. */
export function toCloudMapTags(tags: TagMap): { Key: string; Value: string }[] {
  return Object.entries(tags).map(([Key, Value]) => ({ Key, Value }));
}
