import { variableNameOf } from "./environment-entries.ts";
import { getValue, isNull, type Located, type LocatedEntry, type LocatedMap, textOf } from "./located.ts";
import { childPath, describeValue, nameOf, type Path, type Report } from "./report.ts";

/**
 * Merges the `defaults` block under one location, by the rules of dagster-cloud's merger (docs/agent.md,
 * dagster_cloud.yaml): mappings key by key with the defaults' order first, scalars from the location, known
 * lists by their name, other lists joined without repetitions. Every value keeps its own place.
 */
export function mergeDefaults(defaults: LocatedMap, location: LocatedMap, path: Path, report: Report): LocatedMap {
  return mergeMaps(defaults, location, path, report);
}

/** Without entries that have no value: they neither set a value nor unset a default. */
export function stripNulls(node: LocatedMap, path: Path, report: Report): LocatedMap {
  const strip = (value: Located, inside: Path): Located => {
    switch (value.kind) {
      case "scalar":
        return value;
      case "list": {
        const kept = value.items.filter((item, index) => !isStripped(item, item.at, childPath(inside, index)));
        const items = kept.map((item, index) => strip(item, childPath(inside, index)));
        return isSameList(items, value.items) ? value : { ...value, items };
      }
      case "map":
        return stripMap(value, inside);
    }
  };
  const stripMap = (map: LocatedMap, inside: Path): LocatedMap => {
    const entries = map.entries
      .filter(({ key, keyAt, value }) => !isStripped(value, keyAt, childPath(inside, key)))
      .map((entry) => {
        const value = strip(entry.value, childPath(inside, entry.key));
        return value === entry.value ? entry : { ...entry, value };
      });
    return isSameList(entries, map.entries) ? map : { ...map, entries };
  };
  const isStripped = (value: Located, at: Located["at"], inside: Path): boolean => {
    if (!isNull(value)) return false;
    report.add(at, inside, {
      code: "null-ignored",
      severity: "warning",
      message: `${nameOf(inside)} has no value and is ignored; it does not unset a default.`,
      hint: "Give it a value, or remove it.",
    });
    return true;
  };
  return stripMap(node, path);
}

function isSameList(left: readonly unknown[], right: readonly unknown[]): boolean {
  return left.length === right.length && left.every((one, index) => one === right[index]);
}

function mergeMaps(base: LocatedMap, over: LocatedMap, path: Path, report: Report): LocatedMap {
  const entries = new Map<string, LocatedEntry>(base.entries.map((entry) => [entry.key, entry]));
  for (const entry of over.entries) {
    const default_ = entries.get(entry.key);
    const inside = childPath(path, entry.key);
    entries.set(entry.key, default_ ? { ...entry, value: mergeValues(default_.value, entry, inside, report) } : entry);
  }
  return { kind: "map", entries: [...entries.values()], at: over.at };
}

function mergeValues(base: Located, { key, value }: LocatedEntry, path: Path, report: Report): Located {
  // A scalar replaces whatever the default is; the schema then says what it thinks of it.
  if (value.kind === "scalar") return value;
  if (value.kind === "map" && base.kind === "map") return mergeMaps(base, value, path, report);
  if (value.kind === "list" && base.kind === "list") {
    const identify = IDENTITIES.get(key);
    const items = identify ? mergeByName(base.items, value.items, identify) : joinLists(base.items, value.items);
    return { ...value, items };
  }
  report.add(value.at, path, {
    code: "defaults-mismatch",
    message: `${nameOf(path)} is ${describeValue(value)} here, but ${describeValue(base)} in defaults (line ${base.at.line}).`,
    hint: "Write both in the same form.",
  });
  return value;
}

type Identify = (item: Located) => string | undefined;

const byVariableName: Identify = (item) => {
  const entry = textOf(item);
  return entry === undefined ? undefined : variableNameOf(entry);
};
const byName: Identify = (item) => textOf(getValue(item, "name"));
const byKey: Identify = (item) => textOf(getValue(item, "key"));

/** Lists whose entries have a name: an entry of the location replaces the default of the same name whole. */
const IDENTITIES: ReadonlyMap<string, Identify> = new Map([
  ["env_vars", byVariableName],
  ["secrets", byName],
  ["volumes", byName],
  ["server_sidecar_containers", byName],
  ["run_sidecar_containers", byName],
  ["server_ecs_tags", byKey],
  ["run_ecs_tags", byKey],
]);

function mergeByName(base: readonly Located[], over: readonly Located[], identify: Identify): readonly Located[] {
  const replaced = new Set(over.map(identify));
  const kept = base.filter((item) => {
    const name = identify(item);
    return name === undefined || !replaced.has(name);
  });
  return [...kept, ...over];
}

function joinLists(base: readonly Located[], over: readonly Located[]): readonly Located[] {
  const seen = new Set<string>();
  return [...base, ...over].filter((item) => {
    const content = fingerprint(item);
    if (seen.has(content)) return false;
    seen.add(content);
    return true;
  });
}

/** Equal for values Python calls equal: 1, 1.0 and true are; the order of keys does not matter. */
function fingerprint(node: Located): string {
  switch (node.kind) {
    case "scalar":
      return JSON.stringify(node.type === "boolean" ? Number(node.value) : node.value);
    case "list":
      return `[${node.items.map(fingerprint).join(",")}]`;
    case "map": {
      const members = node.entries.map(({ key, value }) => `${JSON.stringify(key)}:${fingerprint(value)}`);
      return `{${members.toSorted().join(",")}}`;
    }
  }
}
