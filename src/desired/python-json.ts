import type { JsonValue } from "../model/json.ts";

/**
 * JSON as Python's `json.dumps` writes it by default: keys in document order, `, ` and `: ` as separators,
 * everything outside ASCII escaped. The agent sends DAGSTER_CONTAINER_CONTEXT in this form
 * (docs/agent.md, Environment).
 */
export function toPythonJson(value: JsonValue): string {
  if (value === null || typeof value === "boolean" || typeof value === "number") return JSON.stringify(value);
  if (typeof value === "string") return quote(value);
  if (Array.isArray(value)) return `[${value.map(toPythonJson).join(", ")}]`;
  const members = Object.entries(value).map(([key, member]) => `${quote(key)}: ${toPythonJson(member)}`);
  return `{${members.join(", ")}}`;
}

function quote(text: string): string {
  // The u flag is left out on purpose: Python escapes each half of a surrogate pair.
  return JSON.stringify(text).replace(
    /[\u0080-\uffff]/g,
    (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}
