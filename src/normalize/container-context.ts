import { isJsonObject, type JsonObject, type JsonValue } from "../model/json.ts";
import { canonicalJson } from "./canonical-json.ts";

/** The container context as JSON text that does not depend on the order of its keys; other text as it is. */
export function normalizeContainerContext(text: string): string {
  const parsed = parseJson(text);
  return parsed === undefined ? text : canonicalJson(parsed);
}

/** The container context as an object; undefined when the text is none. */
export function parseContainerContext(text: string | undefined): JsonObject | undefined {
  const parsed = text === undefined ? undefined : parseJson(text);
  return isJsonObject(parsed) ? parsed : undefined;
}

function parseJson(text: string): JsonValue | undefined {
  try {
    return JSON.parse(text) as JsonValue;
  } catch {
    return undefined;
  }
}
