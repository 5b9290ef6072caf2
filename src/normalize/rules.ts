import { isJsonList, isJsonObject, type JsonObject, type JsonValue } from "../model/json.ts";
import { canonicalJson, sortedObject } from "./canonical-json.ts";

/** Where an entry stands that is no object and so has no key. */
const MALFORMED_KEY = "(malformed)";

/** What a rule must know of its surroundings. */
export interface RuleContext {
  /** Network mode of the task; ECS fills host ports by it. */
  readonly networkMode: string;
  /** Name of the container a field belongs to. */
  readonly container?: string;
}

/** Brings one value to its only form. Undefined: as good as absent. Applied twice, it gives what it gave once. */
export type Rule = (value: JsonValue | undefined, context: RuleContext) => JsonValue | undefined;

/** Field by field; what is not in the table is dropped. */
export type FieldTable = Readonly<Record<string, Rule>>;

/** A value as it stands; absent when it is what ECS takes for absent. */
export function scalar(...absentForms: readonly JsonValue[]): Rule {
  return (value) => (value === null || value === undefined || absentForms.includes(value) ? undefined : value);
}

/** A value that stands for an absent field, where leaving it out would hide from a report what really applies. */
export function withDefault(value: JsonValue, rule: Rule = scalar()): Rule {
  return (given, context) => rule(given, context) ?? value;
}

/** A list whose order matters (arguments, search paths). Empty is absent. */
export function ordered(element: Rule = scalar()): Rule {
  return (value, context) => {
    if (!isJsonList(value)) return scalar()(value, context);
    const elements = value.map((each) => element(each, context)).filter((each) => each !== undefined);
    return elements.length === 0 ? undefined : elements;
  };
}

/** A list whose order does not matter. Empty is absent. */
export function unordered(): Rule {
  return (value, context) => {
    const elements = ordered()(value, context);
    return isJsonList(elements) ? sortByContent(elements) : elements;
  };
}

/** A map from text to text. Empty is absent. */
export function textMap(): Rule {
  return (value, context) => {
    if (!isJsonObject(value)) return scalar()(value, context);
    const entries = Object.entries(value).flatMap(([key, member]) =>
      member === null || member === undefined ? [] : [[key, asText(member)] as const],
    );
    return entries.length === 0 ? undefined : sortedObject(entries);
  };
}

/** An object with known fields. `empty`: what it means when nothing is left of it. */
export function fields(table: FieldTable, empty: "absent" | "kept" = "absent"): Rule {
  return (value, context) => {
    if (!isJsonObject(value)) return scalar()(value, context);
    const entries = Object.entries(table).flatMap(([name, rule]) => {
      const normal = rule(value[name], context);
      return normal === undefined ? [] : [[name, normal] as const];
    });
    return entries.length === 0 && empty === "absent" ? undefined : sortedObject(entries);
  };
}

/** How a list becomes a map. */
export interface Keying {
  /** The key of an entry. */
  readonly keyOf: (entry: JsonObject) => JsonValue | undefined;
  /** What stands under the key. Never undefined, so that an entry never disappears. */
  readonly valueOf: (entry: JsonObject, context: RuleContext, key: string) => JsonValue;
  /** The same for a value that already stands under its key. */
  readonly again: (value: JsonValue, context: RuleContext, key: string) => JsonValue;
}

/** A list that is a set by one of its entries' fields becomes a map. A repeated key gets `#2`, `#3`, ... */
export function keyed(keying: Keying): Rule {
  return (value, context) => {
    if (isJsonObject(value)) return keyedAgain(value, context, keying);
    if (!isJsonList(value)) return scalar()(value, context);
    const present = value.filter((entry) => entry !== null && entry !== undefined);
    if (present.length === 0) return undefined;
    return sortedObject(nameDuplicates(present.map((entry) => keyEntry(entry, context, keying))));
  };
}

/** A keyed list of objects: the rest of the fields stands under the key. */
export function keyedObjects(keyOf: Keying["keyOf"], table: FieldTable, named = false): Rule {
  const rest = fields(table, "kept");
  const normalize = (value: JsonValue, context: RuleContext, key: string): JsonValue =>
    rest(value, named ? { ...context, container: key } : context) ?? {};
  return keyed({ keyOf, valueOf: normalize, again: normalize });
}

/** A keyed list of pairs: the value's text stands under the key. */
export function pairs(
  keyField: string,
  valueField: string,
  refine: (text: string, key: string, context: RuleContext) => string = (text) => text,
): Rule {
  return keyed({
    keyOf: (entry) => entry[keyField],
    valueOf: (entry, context, key) => refine(asText(entry[valueField]), key, context),
    again: (value, context, key) => refine(asText(value), key, context),
  });
}

/** A missing value and an empty text are the same to ECS in a key-value pair. */
function asText(value: JsonValue | undefined): string {
  if (value === null || value === undefined) return "";
  return typeof value === "string" ? value : canonicalJson(value);
}

function keyedAgain(value: JsonObject, context: RuleContext, keying: Keying): JsonValue | undefined {
  const entries = Object.entries(value).filter(([, member]) => member !== null && member !== undefined);
  if (entries.length === 0) return undefined;
  return sortedObject(entries.map(([key, member]) => [key, keying.again(member, context, key)] as const));
}

function keyEntry(entry: JsonValue, context: RuleContext, keying: Keying): readonly [string, JsonValue] {
  // The content must not become a key: keys are shown in reports, values are judged first.
  if (!isJsonObject(entry)) return [MALFORMED_KEY, keying.again(entry, context, MALFORMED_KEY)];
  const key = asText(keying.keyOf(entry));
  return [key, keying.valueOf(entry, context, key)];
}

/** The numbers follow the content, so that they do not depend on the order of the list. */
function nameDuplicates(entries: readonly (readonly [string, JsonValue])[]): readonly (readonly [string, JsonValue])[] {
  const taken = new Set(entries.map(([key]) => key));
  const seen = new Set<string>();
  const byContent = entries.toSorted(([, left], [, right]) => compareContent(left, right));
  return byContent.map(([key, value]) => {
    if (!seen.has(key)) {
      seen.add(key);
      return [key, value];
    }
    let number = 2;
    while (taken.has(`${key}#${number}`)) number += 1;
    taken.add(`${key}#${number}`);
    return [`${key}#${number}`, value];
  });
}

function sortByContent(elements: readonly JsonValue[]): readonly JsonValue[] {
  return elements.toSorted(compareContent);
}

function compareContent(left: JsonValue, right: JsonValue): number {
  const [leftText, rightText] = [canonicalJson(left), canonicalJson(right)];
  return leftText < rightText ? -1 : leftText > rightText ? 1 : 0;
}
