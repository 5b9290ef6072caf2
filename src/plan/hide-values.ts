import type { FieldChange, ShownValue } from "../model/plan.ts";

/** Shorter texts are parts of ordinary words: they are hidden only where they are the whole value. */
const SHORTEST_PART = 4;

/**
 * Hides what came out of the step's environment by `{env: NAME}`: only what the YAML itself says may be shown. A
 * text that is a whole value is hidden, and so is a value, or the name of a field (a tag's key), that contains it.
 */
export function hideEnvironmentTexts(change: FieldChange, texts: ReadonlySet<string>): FieldChange {
  if (texts.size === 0) return change;
  return {
    ...change,
    // What is removed is named: the apply finds it by its path, and nothing of this run's environment is in it.
    path: change.change === "removed" ? change.path : hideInPath(change.path, texts),
    ...(change.before !== undefined && { before: hide(change.before, texts) }),
    ...(change.after !== undefined && { after: hide(change.after, texts) }),
  };
}

function hide(value: ShownValue, texts: ReadonlySet<string>): ShownValue {
  if (value.kind === "hidden") return value;
  const text = typeof value.value === "string" ? value.value : JSON.stringify(value.value);
  return holds(text, texts) ? { kind: "hidden", why: "from the step's environment" } : value;
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
