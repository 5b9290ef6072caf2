import { isJsonList, isJsonObject, type JsonObject, type JsonValue } from "../model/json.ts";
import { compareCodePoints } from "../model/text-order.ts";

/** The same value with the keys of every object in code point order. */
export function sortKeys(value: JsonValue): JsonValue {
  if (isJsonList(value)) return value.map(sortKeys);
  if (!isJsonObject(value)) return value;
  return sortedObject(Object.entries(value).map(([key, member]) => [key, sortKeys(member)]));
}

/** An object with its keys in code point order. Without a prototype setter: a key may be `__proto__`. */
export function sortedObject(entries: readonly (readonly [string, JsonValue])[]): JsonObject {
  return Object.fromEntries(entries.toSorted(([left], [right]) => compareCodePoints(left, right)));
}

/** JSON text that is the same for equal values, whatever the order of their keys. */
export function canonicalJson(value: JsonValue, indent = 0): string {
  return JSON.stringify(sortKeys(value), null, indent);
}
