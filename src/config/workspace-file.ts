import { entryOf, getValue, isNull, type Located, type LocatedMap } from "./located.ts";
import { fileFields } from "./location-schema.ts";
import { readLocationsByName } from "./locations-by-name.ts";
import type { ProblemCode } from "./problem-catalogue.ts";
import { describeValue, type Finding, type Path, quote, type Report } from "./report.ts";
import { suggestName } from "./suggestion.ts";

/** The two parts of a `dagster_cloud.yaml`. */
export interface WorkspaceFile {
  readonly locations: readonly Located[];
  /** Absent when the file has no `defaults` block: then values without content are not stripped. */
  readonly defaults?: LocatedMap;
}

const FILE: Path = { root: "", parts: [] };

const SINGLE_LOCATION_HINT =
  'Put "locations:" above it and make the location its first entry, starting with "- location_name: ".';

/** Takes a file apart, or says what it is instead; undefined when it has no list of locations. */
export function readWorkspaceFile(root: Located, file: string, report: Report): WorkspaceFile | undefined {
  if (root.kind !== "map") {
    report.add(root.at, FILE, {
      code: "not-a-mapping",
      message: `${file} is ${describeValue(root)}, but must be a mapping with the key locations.`,
      hint: 'Write "locations:" and below it one list entry per code location.',
    });
    return undefined;
  }
  const locations = entryOf(root, "locations");
  if (!locations) {
    if (isOneLocation(root)) return readOneLocation(root, report);
    report.add(root.at, FILE, explainMissingLocations(root, file));
    return undefined;
  }
  const path: Path = { root: "", parts: ["locations"] };
  reportUnknownKeys(root, report);
  const defaults = readDefaults(root, report);
  const items = locations.value.kind === "list" ? locations.value.items : readLocationsByName(locations, report);
  if (items === undefined) {
    report.add(locations.keyAt, path, {
      code: "not-a-list",
      message: `locations is ${describeValue(locations.value)}, but must be a list.`,
      hint: 'Write one entry per code location, each starting with "- location_name: ".',
    });
    return undefined;
  }
  if (items.length === 0) {
    report.add(locations.keyAt, path, {
      code: "no-locations",
      severity: "warning",
      message: `locations is an empty ${locations.value.kind === "list" ? "list" : "mapping"}.`,
      hint: 'Write one entry per code location, each starting with "- location_name: ".',
    });
  }
  return { locations: items, ...(defaults && { defaults }) };
}

/** `defaults` are for several locations: where they are, somebody meant the list. */
function isOneLocation(root: LocatedMap): boolean {
  return entryOf(root, "location_name") !== undefined && entryOf(root, "defaults") === undefined;
}

/** The command line takes a file that is one location (get_location_document of dagster-cloud); so do we. */
function readOneLocation(root: LocatedMap, report: Report): WorkspaceFile {
  report.add(root.at, FILE, {
    code: "single-location-file",
    severity: "warning",
    message: "The file is one location without a list, a form dagster_cloud.yaml is not documented to have.",
    hint: SINGLE_LOCATION_HINT,
  });
  return { locations: [root] };
}

function readDefaults(root: LocatedMap, report: Report): LocatedMap | undefined {
  const defaults = getValue(root, "defaults");
  if (!defaults || isNull(defaults)) return undefined;
  if (defaults.kind === "map") return defaults;
  report.add(
    defaults.at,
    { root: "", parts: ["defaults"] },
    {
      code: "not-a-mapping",
      message: `defaults is ${describeValue(defaults)}, but must be a mapping.`,
      hint: "Write the keys all locations share below it, for example image or container_context.",
    },
  );
  return undefined;
}

function reportUnknownKeys(root: LocatedMap, report: Report): void {
  const known = Object.keys(fileFields);
  for (const { key, keyAt } of root.entries) {
    if (known.includes(key)) continue;
    const suggestion = suggestName(key, known);
    report.add(
      keyAt,
      { root: "", parts: [key] },
      {
        code: "unknown-key",
        message: `${quote(key)} is not a key at the top of the file.`,
        hint: suggestion ? `Did you mean ${suggestion}?` : hintForKey(key),
      },
    );
  }
}

/** Other tools take such keys for places to keep anchors at. */
function hintForKey(key: string): string {
  return /^(?:x-|[._])/.test(key)
    ? "Only locations and defaults may stand there: give an anchor (&name) to the first place that uses it."
    : "Only locations and defaults may stand there.";
}

/** Other files people have beside this one, by the keys that give them away. */
const OTHER_FILES: readonly { readonly keys: readonly string[]; readonly code: ProblemCode; readonly hint: string }[] =
  [
    {
      keys: ["location_name", "code_source"],
      code: "single-location-file",
      hint: SINGLE_LOCATION_HINT,
    },
    {
      keys: ["user_code_launcher", "instance_class"],
      code: "agent-file",
      hint: "This looks like the agent's dagster.yaml: name it in the input dagster-yaml instead.",
    },
    {
      keys: ["load_from"],
      code: "open-source-workspace",
      hint: "This looks like a workspace.yaml of Dagster OSS: describe the locations under locations.",
    },
    {
      keys: ["registry", "directory", "ecs", "k8s", "docker"],
      code: "part-of-a-location",
      hint: "This looks like a part of a location (build or container_context): put it into an entry of locations, or name the pyproject.toml or dg.toml of a dg project, beside which it is read.",
    },
  ];

function explainMissingLocations(root: LocatedMap, file: string): Finding {
  const keys = root.entries.map(({ key }) => key);
  const message = `${file} has no key locations.`;
  const other = OTHER_FILES.find((candidate) => candidate.keys.some((key) => keys.includes(key)));
  if (other) return { code: other.code, message, hint: other.hint };
  const meant = keys.find((key) => suggestName(key, ["locations"]));
  const hint = meant
    ? `Write locations instead of ${meant}.`
    : 'Write "locations:" and below it one list entry per code location.';
  return { code: "no-locations-key", message, hint };
}
