import { isJsonList, isJsonObject, type JsonValue } from "../model/json.ts";
import type { FieldChange, ShownValue } from "../model/plan.ts";

/** Shorter texts (a cluster's name, a stage) are parts of other names: they are hidden only as whole values. */
const SHORTEST_PART = 8;

/**
 * Hides what came out of the step's environment by `{env: NAME}`: only what the YAML itself says may be shown. A
 * text that is a whole value is hidden, and so is a value, or a field's name, that contains a longer one.
 */
export function hideEnvironmentTexts(change: FieldChange, texts: ReadonlySet<string>): FieldChange {
  if (texts.size === 0) return change;
  return {
    ...change,
    // A removed tag keeps its key: the apply finds it by that, and nothing of this run's environment is in it.
    path: isRemovedTag(change) ? change.path : hideInPath(change.path, texts),
    ...(change.before !== undefined && { before: hide(change.before, texts) }),
    ...(change.after !== undefined && { after: hide(change.after, texts) }),
  };
}

function isRemovedTag({ resource, change }: FieldChange): boolean {
  return resource === "tags" && change === "removed";
}

function hide(value: ShownValue, texts: ReadonlySet<string>): ShownValue {
  if (value.kind === "hidden") return value;
  return textsIn(value.value).some((text) => holds(text, texts))
    ? { kind: "hidden", why: "from the step's environment" }
    : value;
}

/** Every text in a value, names of members included: as JSON they could be written otherwise. */
function textsIn(value: JsonValue): readonly string[] {
  if (isJsonList(value)) return value.flatMap(textsIn);
  if (isJsonObject(value)) return Object.entries(value).flatMap(([name, member]) => [name, ...textsIn(member)]);
  return [String(value)];
}

function holds(text: string, texts: ReadonlySet<string>): boolean {
  if (texts.has(text)) return true;
  return [...texts].some((hidden) => hidden.length >= SHORTEST_PART && text.includes(hidden));
}

function hideInPath(path: string, texts: ReadonlySet<string>): string {
  let shown = texts.has(path) ? "(hidden)" : path;
  for (const hidden of texts) {
    if (hidden.length >= SHORTEST_PART) shown = shown.replaceAll(hidden, "(hidden)");
  }
  return shown;
}
