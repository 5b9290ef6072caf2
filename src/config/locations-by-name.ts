import { entryOf, isNull, type Located, type LocatedEntry, type LocatedMap } from "./located.ts";
import { childPath, describeValue, nameOf, type Path, quote, type Report, shorten, showWritten } from "./report.ts";

/** In the order in which the agent's library looks for them. */
const SOURCE_KEYS: readonly string[] = ["python_file", "package_name", "module_name", "autoload_defs_module_name"];

/** Keys of the list form that this form does not have, and what to do. */
const FOREIGN_KEYS: ReadonlyMap<string, string> = new Map([
  ["location_name", "Remove it: the name is the key above."],
  ["code_source", "Write what is in it one level up, or write locations as a list."],
]);

/**
 * The older form of `locations`, a mapping of names, as the entries of the list form: the name becomes
 * `location_name` and the key of the source `code_source` (dagster-cloud, process_workspace_config). Undefined for a
 * value that is not a mapping.
 */
export function readLocationsByName({ keyAt, value }: LocatedEntry, report: Report): readonly Located[] | undefined {
  if (value.kind !== "map") return undefined;
  const path: Path = { root: "", parts: ["locations"] };
  const [first] = value.entries;
  const name = entryOf(value, "location_name");
  if (name?.value.kind === "scalar") {
    report.add(name.keyAt, path, {
      code: "not-a-list",
      message: "locations is one location, but must be a list of them.",
      hint: `Write "- location_name: ${showWritten(name.value)}", and the other keys of the location below location_name.`,
    });
    return [value];
  }
  if (first) {
    report.add(keyAt, path, {
      code: "legacy-locations",
      severity: "warning",
      message: "locations is a mapping of names, an older form of dagster_cloud.yaml.",
      hint: `Write a list: "- location_name: ${shorten(first.key)}", and below it "code_source: {${showSource(first.value)}}".`,
    });
  }
  return value.entries.flatMap((entry) => {
    const location = convert(entry, childPath(path, entry.key), report);
    return location ? [location] : [];
  });
}

function convert({ key: name, keyAt, value }: LocatedEntry, path: Path, report: Report): LocatedMap | undefined {
  if (value.kind !== "map") {
    report.add(isNull(value) ? keyAt : value.at, path, {
      code: "not-a-mapping",
      message: `${nameOf(path)} is ${describeValue(value)}, but must be a mapping.`,
      hint: `Write the keys of the location below it, for example "package_name: my_package".`,
    });
    return undefined;
  }
  const sources = value.entries.filter(({ key }) => SOURCE_KEYS.includes(key));
  for (const entry of value.entries) {
    const hint = FOREIGN_KEYS.get(entry.key);
    if (hint === undefined) continue;
    report.add(entry.keyAt, childPath(path, entry.key), {
      code: "unknown-key",
      message: `${quote(entry.key)} is not a key of a location in a mapping of names.`,
      hint,
    });
  }
  const others = value.entries.filter(({ key }) => !SOURCE_KEYS.includes(key) && !FOREIGN_KEYS.has(key));
  const sourceAt = sources[0]?.keyAt ?? keyAt;
  // It is refused already; what is in it says what was meant.
  const foreignSource = sources.length === 0 ? entryOf(value, "code_source") : undefined;
  return {
    kind: "map",
    at: value.at,
    entries: [
      ...others,
      foreignSource ?? {
        key: "code_source",
        keyAt: sourceAt,
        value: { kind: "map", entries: sources, at: sourceAt },
      },
      {
        key: "location_name",
        keyAt,
        value: { kind: "scalar", type: "text", value: name, written: name, at: keyAt },
      },
    ],
  };
}

function showSource(location: Located): string {
  const entries = location.kind === "map" ? location.entries : [];
  for (const kind of SOURCE_KEYS) {
    const value = entries.find(({ key }) => key === kind)?.value;
    if (value?.kind === "scalar") return `${kind}: ${showWritten(value)}`;
  }
  return "package_name: my_package";
}
