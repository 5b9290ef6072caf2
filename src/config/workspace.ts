import type { Problem, SourcePosition } from "../errors.ts";
import type { SourceText } from "../model/source-text.ts";
import type { CodeLocation, Workspace } from "../model/workspace.ts";
import { check } from "./check.ts";
import { mergeDefaults, stripNulls } from "./defaults-merge.ts";
import { type DgWorkspace, filesOfDgWorkspace, readDgWorkspace } from "./dg/projects.ts";
import type { LocationDocument } from "./documents.ts";
import { entryOf, getValue, type Located, type LocatedMap, textOf } from "./located.ts";
import { readLocation } from "./location.ts";
import { defaultsSchema, locationSchema } from "./location-schema.ts";
import {
  childPath,
  describeValue,
  inReadingOrder,
  makeReport,
  type Path,
  quote,
  quoteValue,
  type Report,
} from "./report.ts";
import type { CheckScope } from "./schema.ts";
import type { VariableSources } from "./variable-sources.ts";
import { readWorkspaceFile, type WorkspaceFile } from "./workspace-file.ts";
import type { ConfigFile } from "./yaml-text.ts";
import { readYaml } from "./yaml-tree.ts";

/** How `{env: NAME}` and variables without a value are looked up. */
export interface ReadOptions extends VariableSources {
  /** Whether a variable that is not set stops the run (`apply`) or is only told (`validate`, `render`). */
  readonly unresolved: "error" | "warning";
}

/**
 * Reads the code locations of any number of `dagster_cloud.yaml` files, after the `defaults` merge of each, and of
 * dg workspaces and projects.
 * Never throws: everything wrong is a problem, and a location with an error is left out. The workspace is
 * undefined when no file has locations at all. `documents` has every location, also those with errors.
 */
export function readWorkspace(
  files: readonly ConfigFile[],
  options: ReadOptions,
  dgWorkspaces: readonly DgWorkspace[] = [],
): {
  workspace: Workspace | undefined;
  documents: readonly LocationDocument[];
  /** Values of `{env: NAME}`: no report may show them. */
  environmentTexts: ReadonlySet<string>;
  problems: readonly Problem[];
  /** The texts of the files, for reports that show the line of a problem. */
  sources: ReadonlyMap<string, SourceText>;
} {
  const report = makeReport();
  const read = files.map((file) => {
    const root = readYaml(file, report);
    return root && readWorkspaceFile(root, file.path, report);
  });
  const dg = dgWorkspaces.map((workspace) => readDgWorkspace(workspace, { ...options, report }, report));
  const known = [...read, ...dg].filter((file) => file !== undefined);
  const documents = known.flatMap((file) => readLocations(file, options, report));
  return {
    workspace: known.length > 0 ? { locations: leaveOutDuplicates(documents, report) } : undefined,
    documents: documents.map(({ document }) => document),
    environmentTexts: report.environmentTexts,
    sources: report.sources,
    problems: inReadingOrder(
      report.problems,
      [...files, ...dgWorkspaces.flatMap(filesOfDgWorkspace)].map(({ path }) => path),
    ),
  };
}

interface ReadLocation {
  readonly document: LocationDocument;
  /** Undefined when something in it is an error. */
  readonly location: CodeLocation | undefined;
}

function readLocations(file: WorkspaceFile, options: ReadOptions, report: Report): readonly ReadLocation[] {
  const defaults = file.defaults && checkDefaults(file.defaults, options, report);
  return file.locations.flatMap((node, index) => {
    const path = locationPath(node, index);
    const errorsBefore = report.errorCount;
    if (node.kind !== "map") {
      report.add(node.at, path, {
        code: "not-a-mapping",
        message: `locations[${index}] is ${describeValue(node)}, but must be a mapping.`,
        hint: 'Write "- location_name: my-location" and the other keys of the location below it.',
      });
      return [];
    }
    const name = textOf(getValue(node, "location_name"));
    const scope: CheckScope = { ...options, report, subject: name ? `location ${quote(name)}` : `locations[${index}]` };
    const merged = defaults ? mergeDefaults(defaults, stripNulls(node, path, report), path, report) : node;
    const checked = check(locationSchema, merged, path, scope);
    if (checked.kind !== "map") return [];
    const document = { name: name ?? "", path, node: checked };
    const hasErrors = report.errorCount > errorsBefore;
    return { document, location: hasErrors ? undefined : readLocation(checked, options) };
  });
}

/** What is wrong in the defaults is told once, there, and not again for every location. */
function checkDefaults(defaults: LocatedMap, options: ReadOptions, report: Report): LocatedMap {
  const path: Path = { root: "defaults", parts: [] };
  const stripped = stripNulls(defaults, path, report);
  check(defaultsSchema, stripped, path, { ...options, report, subject: "the defaults", isPartial: true });
  const entries = stripped.entries.filter(({ key }) => Object.hasOwn(defaultsSchema.fields, key));
  return { ...stripped, entries };
}

function locationPath(node: Located, index: number): Path {
  const name = entryOf(node, "location_name")?.value;
  const isNamed = name?.kind === "scalar" && name.type !== "null" && name.value !== "";
  const shown = isNamed ? ` ${name.type === "text" ? quoteValue(name) : quote(name.written)}` : "";
  return { root: `locations[${index}]${shown}`, parts: [] };
}

/** A name may stand once, also where the location that has it first is left out for another mistake. */
function leaveOutDuplicates(read: readonly ReadLocation[], report: Report): readonly CodeLocation[] {
  const first = new Map<string, SourcePosition>();
  return read.flatMap(({ location, document }) => {
    const { name, path, node } = document;
    const position = getValue(node, "location_name")?.at ?? node.at;
    const earlier = first.get(name);
    if (name === "" || !earlier) {
      first.set(name, position);
      return location ?? [];
    }
    const where = earlier.file === position.file ? "" : `${earlier.file} `;
    report.add(position, childPath(path, "location_name"), {
      code: "duplicate-location",
      message: `The name ${quote(name)} is already that of the location in ${where}line ${earlier.line}.`,
      hint: "Give every location a name of its own.",
    });
    return [];
  });
}
