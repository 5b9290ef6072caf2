import type { SourcePosition } from "../errors.ts";
import { readScalar, type ScalarSchema } from "./check-scalar.ts";
import { entryOf, isNull, type Located, type LocatedEntry, type LocatedMap, type LocatedScalar } from "./located.ts";
import { explainMismatch, explainNull, isPlaceholder } from "./mismatch.ts";
import { childPath, type Finding, nameOf, type Path, quote, quoteValue, shorten, showWritten } from "./report.ts";
import type { CheckScope, Field, Fields, RuleScope, Schema, SelectorSchema, ShapeSchema } from "./schema.ts";
import { suggestName } from "./suggestion.ts";
import { resolveVariable } from "./variable-reference.ts";
import { sourcesOf } from "./variable-sources.ts";

/**
 * Checks a value against its schema and reports everything that is wrong. The answer is the value with
 * tolerated spellings corrected and `{env: NAME}` resolved; where something was wrong it is the value as found.
 */
export function check(schema: Schema, node: Located, path: Path, scope: CheckScope, field?: Field): Located {
  if (isNull(node)) {
    if (schema.kind === "nullable" || schema.kind === "any") return node;
    return reportAt(node, path, scope, explainNull(path, schema, field));
  }
  if (scope.refusesPlaceholders && schema.kind !== "any" && isPlaceholder(node)) {
    return reportAt(node, path, scope, {
      code: "placeholder",
      message: `${nameOf(path)} still has the documentation's placeholder ${quoteValue(node as LocatedScalar)}.`,
      hint: "Replace it by your own value.",
    });
  }
  switch (schema.kind) {
    case "any":
      return node;
    case "nullable":
      return check(schema.inner, node, path, scope, field);
    case "text":
    case "integer":
    case "boolean":
    case "choice":
      return checkScalar(schema, node, path, scope, field);
    case "list":
      return checkList(schema, node, path, scope, field);
    case "map":
      return checkMap(schema, node, path, scope, field);
    case "shape":
      return node.kind === "map"
        ? checkShape(schema, node, path, scope)
        : reportAt(node, path, scope, explainMismatch(path, schema, node, field));
    case "selector":
      return checkSelector(schema, node, path, scope, field);
    case "text-or-shape":
      return check(node.kind === "map" ? schema.shape : schema.text, node, path, scope, field);
  }
}

function checkScalar(schema: ScalarSchema, found: Located, path: Path, scope: CheckScope, field?: Field): Located {
  const hasSource = schema.kind !== "choice" && schema.source === true;
  const node = hasSource && found.kind === "map" ? resolveVariable(schema, found, path, scope) : found;
  if (node === undefined) return found;
  if (node.kind === "scalar" && node.unresolved) return node;
  const fitting = node.kind === "scalar" ? readScalar(schema, node, path, scope) : undefined;
  if (fitting) return fitting;
  return reportAt(node, path, scope, explainMismatch(path, schema, node, field));
}

function checkList(
  schema: Extract<Schema, { kind: "list" }>,
  node: Located,
  path: Path,
  scope: CheckScope,
  field?: Field,
): Located {
  if (node.kind !== "list") return reportAt(node, path, scope, explainMismatch(path, schema, node, field));
  if (schema.minimumLength !== undefined && node.items.length < schema.minimumLength) {
    const hint = field?.example ? `Write for example ${field.example}.` : "Write at least one entry.";
    reportAt(node, path, scope, { code: "empty-list", message: `${nameOf(path)} is an empty list.`, hint });
  }
  const items = node.items.map((item, index) => check(schema.items, item, childPath(path, index), scope, field));
  return items.every((item, index) => item === node.items[index]) ? node : { ...node, items };
}

function checkMap(
  schema: Extract<Schema, { kind: "map" }>,
  node: Located,
  path: Path,
  scope: CheckScope,
  field?: Field,
): Located {
  if (node.kind !== "map") return reportAt(node, path, scope, explainMismatch(path, schema, node, field));
  const entries = node.entries.map((entry) => ({
    ...entry,
    value: check(schema.values, entry.value, childPath(path, entry.key), scope),
  }));
  return { ...node, entries };
}

function checkShape(schema: ShapeSchema, node: LocatedMap, path: Path, scope: CheckScope): Located {
  const entries: LocatedEntry[] = [];
  const meant = new Set<string>();
  for (const entry of node.entries) {
    const field = Object.hasOwn(schema.fields, entry.key) ? schema.fields[entry.key] : undefined;
    if (field === undefined) {
      for (const name of reportUnknownKey(schema, entry, node.entries, path, scope)) meant.add(name);
      if (pairOf(schema, entry, node.entries) !== undefined) for (const name of schema.pair ?? []) meant.add(name);
      entries.push(entry);
      continue;
    }
    const value = checkField(field, entry, childPath(path, entry.key), scope);
    if (value) entries.push(value === entry.value ? entry : { ...entry, value });
  }
  reportMissingKeys(schema.fields, node, meant, path, scope);
  const isSame =
    entries.length === node.entries.length && entries.every((entry, index) => entry === node.entries[index]);
  return isSame ? node : { ...node, entries };
}

/** The checked value; undefined when the key is to be left out. */
function checkField(field: Field, { keyAt, value }: LocatedEntry, path: Path, scope: CheckScope): Located | undefined {
  if (isNull(value) && field.ignoresNull) {
    scope.report.add(keyAt, path, {
      code: "null-ignored",
      severity: "warning",
      message: `${nameOf(path)} has no value and is ignored.`,
      hint: "Give it a value, or remove the key.",
    });
    return field.ignoresNull === "keeps" ? value : undefined;
  }
  if (field.notice) scope.report.add(keyAt, path, field.notice);
  const checked = check(field.schema, value, path, scope, field);
  if (scope.isPartial) return checked;
  for (const rule of field.rules ?? []) rule(checked, ruleScope(path, scope));
  return checked;
}

function ruleScope(path: Path, scope: CheckScope): RuleScope {
  const { unresolved, subject } = scope;
  return {
    ...sourcesOf(scope),
    unresolved,
    subject,
    report(node, finding, ...part) {
      const at: SourcePosition = "at" in node ? node.at : node;
      scope.report.add(at, { root: path.root, parts: [...path.parts, ...part] }, finding);
    },
  };
}

/** Answers the keys that were probably meant, so that they are not reported as missing as well. */
function reportUnknownKey(
  schema: ShapeSchema,
  entry: LocatedEntry,
  siblings: readonly LocatedEntry[],
  path: Path,
  scope: CheckScope,
): readonly string[] {
  const { key, keyAt } = entry;
  if (schema.unknown === "keep") return [];
  // Keys that are refused or do nothing are not offered.
  const known = Object.keys(schema.fields).filter((name) => !schema.fields[name]?.notice);
  const misplaced =
    schema.misplaced && Object.hasOwn(schema.misplaced, key) ? schema.misplaced[key] : pairOf(schema, entry, siblings);
  const suggestion = misplaced === undefined ? suggestName(key, known) : undefined;
  scope.report.add(keyAt, childPath(path, key), {
    code: "unknown-key",
    severity: schema.unknown === "warn" ? "warning" : "error",
    message: `${quote(key)} is not a key of ${nameOf(path)}.`,
    hint: misplaced ?? (suggestion ? `Did you mean ${suggestion}?` : `Known keys: ${known.toSorted().join(", ")}.`),
  });
  if (misplaced === undefined) return suggestion === undefined ? [] : [suggestion];
  // What says where the key belongs names the key that is missing.
  return requiredOf(schema.fields).flatMap(([name]) => (misplaced.match(/\w+/g)?.includes(name) ? [name] : []));
}

/** What to write instead of the only entry, when that is a name with its value. */
function pairOf({ pair }: ShapeSchema, { key, value }: LocatedEntry, all: readonly LocatedEntry[]): string | undefined {
  if (!pair || all.length > 1 || value.kind !== "scalar" || suggestName(key, pair) !== undefined) return undefined;
  return `Write {${pair[0]}: ${shorten(key)}, ${pair[1]}: ${showWritten(value)}}.`;
}

function reportMissingKeys(
  fields: Fields,
  node: LocatedMap,
  meant: ReadonlySet<string>,
  path: Path,
  scope: CheckScope,
): void {
  if (scope.isPartial) return;
  for (const [key, field] of requiredOf(fields)) {
    if (entryOf(node, key) || meant.has(key)) continue;
    scope.report.add(node.at, childPath(path, key), {
      code: "missing-key",
      message: `${nameOf(path)} has no ${key}.`,
      hint: field.example ? `Add it, for example ${field.example}.` : `Add ${key}.`,
    });
  }
}

const REQUIRED = new WeakMap<Fields, readonly (readonly [string, Field])[]>();

/** Remembered, as most keys are not required, and there are many mappings. */
function requiredOf(fields: Fields): readonly (readonly [string, Field])[] {
  const required = REQUIRED.get(fields) ?? Object.entries(fields).filter(([, field]) => field.required);
  REQUIRED.set(fields, required);
  return required;
}

/** Exactly one key; keys without a value do not count. */
function checkSelector(schema: SelectorSchema, node: Located, path: Path, scope: CheckScope, field?: Field): Located {
  if (node.kind !== "map") return reportAt(node, path, scope, explainMismatch(path, schema, node, field));
  const given = node.entries.some(({ value }) => isNull(value))
    ? { ...node, entries: node.entries.filter(({ value }) => !isNull(value)) }
    : node;
  const checked = checkShape({ ...schema, kind: "shape", unknown: "refuse" }, given, path, scope);
  const known = given.entries.filter(({ key }) => Object.hasOwn(schema.fields, key));
  if (known.length === 1 || given.entries.length > known.length) return checked;
  const names = known.map(({ key }) => key).join(" and ");
  return reportAt(node, path, scope, {
    code: "not-exactly-one",
    message: `${nameOf(path)} has ${names === "" ? "no key with a value" : names}; exactly one is wanted.`,
    hint: `Keep one of ${Object.keys(schema.fields).join(", ")}${field?.example ? `, for example ${field.example}` : ""}.`,
  });
}

function reportAt<Value extends Located>(node: Value, path: Path, scope: CheckScope, finding: Finding): Value {
  scope.report.add(node.at, path, finding);
  return node;
}
