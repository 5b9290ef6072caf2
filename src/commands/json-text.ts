import type { JsonValue } from "../model/json.ts";

/** A record of plain values, as JSON sees it. */
export function asJson(value: object): JsonValue {
  return JSON.parse(JSON.stringify(value)) as JsonValue;
}

/** JSON as a person can read it, too. */
export function formatJson(value: JsonValue): string {
  return JSON.stringify(value, null, 2);
}
