import { parseCpu, parseMemory } from "../model/fargate-sizes.ts";
import type { JsonObject } from "../model/json.ts";
import { type PythonValue, toJson } from "./python-value.ts";
import type { JobTag, JobTags } from "./read-job-tags.ts";

/** What a tag says to the run launcher. */
export type TagReading<Value> =
  /** There is no such tag, or an empty one, which the launcher takes for none. */
  | { readonly kind: "absent" }
  | { readonly kind: "unknown" }
  | { readonly kind: "invalid"; readonly tag: JobTag }
  | { readonly kind: "value"; readonly value: Value; readonly tag: JobTag };

/** The text that Dagster keeps: another value than text is kept as its JSON. Undefined when it is refused. */
export function storedText(value: PythonValue): string | undefined {
  // A float keeps its point or exponent in Python's JSON.
  if (value.type === "text" || value.type === "integer" || value.type === "float") return value.value;
  const json = toJson(value);
  return json === undefined ? undefined : JSON.stringify(json);
}

/** A number as Python's `int()` reads it, which the launcher calls for the container's share of CPU and memory. */
export function readWholeNumber(tags: JobTags, key: string): TagReading<number> {
  return readTag(tags, key, (text) => {
    if (!/^\s*[+-]?\d+(?:_\d+)*\s*$/.test(text)) return undefined;
    return Number(text.replaceAll("_", ""));
  });
}

/** A number as ECS reads it: the executor of steps passes it on as it is. */
export function readEcsNumber(tags: JobTags, key: "ecs/cpu" | "ecs/memory"): TagReading<number> {
  return readTag(tags, key, key === "ecs/cpu" ? parseCpu : parseMemory);
}

/** An object as `json.loads` reads it. */
export function readJsonObject(tags: JobTags, key: string): TagReading<JsonObject> {
  return readTag(tags, key, (text) => {
    try {
      const json: unknown = JSON.parse(text);
      return typeof json === "object" && json !== null && !Array.isArray(json) ? (json as JsonObject) : undefined;
    } catch {
      // Python's JSON also has these numbers.
      return /\b(?:NaN|Infinity)\b/.test(text) ? "unknown" : undefined;
    }
  });
}

export function findTag(tags: JobTags, key: string): JobTag | undefined {
  return tags.tags.find((tag) => tag.key === key);
}

function readTag<Value>(
  tags: JobTags,
  key: string,
  read: (text: string) => Value | "unknown" | undefined,
): TagReading<Value> {
  const tag = findTag(tags, key);
  if (tag === undefined) return tags.isPartial ? { kind: "unknown" } : { kind: "absent" };
  if (tag.value.type === "unknown" || (tag.value.type === "collection" && tag.value.json === undefined)) {
    return { kind: "unknown" };
  }
  const text = storedText(tag.value);
  if (text === undefined) return { kind: "invalid", tag };
  if (text === "") return { kind: "absent" };
  // Python also knows digits of other scripts.
  if (/\p{Nd}/u.test(text.replace(/[0-9]/g, ""))) return { kind: "unknown" };
  const value = read(text);
  if (value === "unknown") return { kind: "unknown" };
  return value === undefined ? { kind: "invalid", tag } : { kind: "value", value, tag };
}
