import { posix } from "node:path";
import type { SourcePosition } from "../../errors.ts";
import { check } from "../check.ts";
import { entryOf, getValue, type Located, type LocatedEntry, type LocatedMap, textOf } from "../located.ts";
import { locationSchema } from "../location-schema.ts";
import { describeValue, makeReport, type Path, quote, type Report } from "../report.ts";
import type { CheckScope } from "../schema.ts";
import type { WorkspaceFile } from "../workspace-file.ts";
import type { ConfigFile } from "../yaml-text.ts";
import { readYaml } from "../yaml-tree.ts";
import { projectSettings, workspaceSettings } from "./settings-schema.ts";
import { readToml } from "./toml.ts";

/** A folder of the dg command line with what says how it is deployed (Dagster's deployment configuration reference). */
export interface DgDirectory {
  /** From the checkout; `.` for the checkout itself. */
  readonly path: string;
  /** dg.toml, or pyproject.toml with `[tool.dg]`. */
  readonly settings: ConfigFile | undefined;
  /** build.yaml: `registry` and `directory`. */
  readonly build: ConfigFile | undefined;
  /** container_context.yaml. */
  readonly containerContext: ConfigFile | undefined;
}

/** A workspace with its projects in the order of its settings, or a project alone. */
export interface DgWorkspace {
  readonly root: DgDirectory & { readonly settings: ConfigFile };
  /** Empty for a project. */
  readonly projects: readonly DgDirectory[];
}

type Scope = Omit<CheckScope, "subject">;

/** Whether a dg.toml or pyproject.toml has settings of dg. A file that cannot be read counts when it looks so. */
export function describesDgDirectory(file: ConfigFile): boolean {
  const report = makeReport();
  const root = readToml(file, report);
  if (root) return sectionOf(root, file) !== undefined;
  return isDgToml(file) || /^\s*\[+\s*tool\s*\.\s*dg\b/m.test(new TextDecoder().decode(file.bytes));
}

/** The folders of the projects, from that of the workspace; none for a project or a file that cannot be read. */
export function listProjectPaths(file: ConfigFile): readonly string[] {
  const section = sectionOf(readToml(file, makeReport()), file);
  return projectEntries(section).map(({ path }) => path);
}

/** All files of a workspace, in reading order. */
export function filesOfDgWorkspace({ root, projects }: DgWorkspace): readonly ConfigFile[] {
  return [root, ...projects].flatMap(({ settings, build, containerContext }) =>
    [settings, build, containerContext].filter((file) => file !== undefined),
  );
}

/**
 * The projects as the locations of a `dagster_cloud.yaml`, whose `defaults` are what stands at the workspace's level:
 * dg merges the two by the same rules. A project whose settings are wrong is left out.
 */
export function readDgWorkspace(
  { root, projects }: DgWorkspace,
  scope: Scope,
  report: Report,
): WorkspaceFile | undefined {
  const section = readSection(root.settings, report);
  if (!section) return undefined;
  const isWorkspace = textOf(getValue(section, "directory_type")) === "workspace";
  const errorsBefore = report.errorCount;
  const subject = isWorkspace ? "the workspace" : "the project";
  check(isWorkspace ? workspaceSettings : projectSettings, section, sectionPath(root.settings), { ...scope, subject });
  if (report.errorCount > errorsBefore) return undefined;
  if (!isWorkspace) {
    const location = readProject(root, section, undefined, report);
    return { locations: location ? [location] : [] };
  }
  const shared = readParts(root, report);
  const named = projectEntries(section);
  if (named.length === 0) {
    report.add(section.at, sectionPath(root.settings), {
      code: "no-locations",
      severity: "warning",
      message: "The workspace has no projects.",
      hint: 'Name them, for example workspace.projects = [{path = "projects/my-project"}].',
    });
  }
  const locations = projects.flatMap((project, index) => {
    const at = named[index]?.node ?? section;
    const path: Path = { ...sectionPath(root.settings), parts: ["workspace", "projects"] };
    const location = readMember(project, { at: at.at, path }, shared, scope, report);
    return location ? [location] : [];
  });
  return { locations, defaults: { kind: "map", entries: shared, at: section.at } };
}

/** A project of a workspace. */
function readMember(
  project: DgDirectory,
  named: { readonly at: SourcePosition; readonly path: Path },
  shared: readonly LocatedEntry[],
  scope: Scope,
  report: Report,
): LocatedMap | undefined {
  const section = project.settings && readSection(project.settings, report);
  if (!project.settings || (section && textOf(getValue(section, "directory_type")) === "workspace")) {
    report.add(named.at, named.path, {
      code: "dg-project-missing",
      message: `${quote(project.path)} is named as a project, but ${project.settings ? "is a workspace" : "has no settings of dg"}.`,
      hint: `Correct the path, or add [tool.dg] with directory_type = "project" to ${posix.join(project.path, "pyproject.toml")}.`,
    });
    return undefined;
  }
  if (!section) return undefined;
  const errorsBefore = report.errorCount;
  const subject = `the project ${quote(project.path)}`;
  check(projectSettings, section, sectionPath(project.settings), { ...scope, subject });
  return report.errorCount > errorsBefore ? undefined : readProject(project, section, shared, report);
}

function readProject(
  { path, settings, build, containerContext }: DgDirectory,
  section: LocatedMap,
  shared: readonly LocatedEntry[] | undefined,
  report: Report,
): LocatedMap | undefined {
  const project = getValue(section, "project");
  const name = project && settings && readName(project, path, settings, report);
  const source = project && readCodeSource(project, sectionPath(settings), report);
  const parts = readParts({ path, settings, build, containerContext }, report);
  if (project?.kind !== "map" || !name || !source) return undefined;
  const others = project.entries.filter(({ key }) => key === "agent_queue" || key === "image");
  const entries = [name, source, ...others, ...withDirectory(parts, shared ?? [], path)];
  return { kind: "map", entries, at: project.at };
}

function readName(project: Located, path: string, settings: ConfigFile, report: Report): LocatedEntry | undefined {
  const given = entryOf(project, "code_location_name");
  if (given) return { ...given, key: "location_name" };
  const name = posix.basename(path);
  if (name !== "." && name !== "..") return { key: "location_name", keyAt: project.at, value: textAt(name, project) };
  report.add(
    project.at,
    { ...sectionPath(settings), parts: ["project", "code_location_name"] },
    {
      code: "missing-key",
      message: "project has no code_location_name, and the folder of a checkout has no name of its own.",
      hint: 'Add it, for example code_location_name = "my-project".',
    },
  );
  return undefined;
}

/** As dg makes it: the target module, or the module whose submodules are searched. */
function readCodeSource(project: Located, path: Path, report: Report): LocatedEntry | undefined {
  const target = entryOf(project, "code_location_target_module");
  const autoload = entryOf(project, "autoload_defs");
  const isAutoload = autoload?.value.kind === "scalar" && autoload.value.value === true;
  if (isAutoload && target) {
    report.add(
      target.keyAt,
      { ...path, parts: ["project", target.key] },
      {
        code: "not-exactly-one",
        message: "project has autoload_defs and code_location_target_module; dg takes only one of them.",
        hint: "Remove code_location_target_module, or set autoload_defs = false.",
      },
    );
    return undefined;
  }
  const root = textOf(getValue(project, "root_module"));
  const key = isAutoload ? "autoload_defs_module_name" : "module_name";
  const given = isAutoload ? entryOf(project, "defs_module") : target;
  const value =
    given?.value ??
    textAt(`${root}.${isAutoload ? "defs" : "definitions"}`, getValue(project, "root_module") ?? project);
  const keyAt = given?.keyAt ?? value.at;
  return { key: "code_source", keyAt, value: { kind: "map", entries: [{ key, keyAt, value }], at: keyAt } };
}

/** `build` and `container_context` of one level. */
function readParts({ path, build, containerContext }: DgDirectory, report: Report): readonly LocatedEntry[] {
  const buildRoot = build && readPart(build, report);
  const context = containerContext && readPart(containerContext, report);
  return [
    ...(buildRoot ? [entryAt("build", readBuild(buildRoot, path, report))] : []),
    ...(context ? [entryAt("container_context", context)] : []),
  ];
}

/** A file with nothing but comments is what dg writes to begin with. */
function readPart(file: ConfigFile, report: Report): LocatedMap | undefined {
  const lines = new TextDecoder().decode(file.bytes).split("\n");
  if (lines.every((line) => /^\s*(#.*|---\s*)?$/.test(line))) return undefined;
  const root = readYaml(file, report);
  if (!root || root.kind === "map") return root;
  report.add(
    root.at,
    { root: "", parts: [] },
    {
      code: "not-a-mapping",
      message: `${file.path} is ${describeValue(root)}, but must be a mapping.`,
      hint: "Write its keys, one per line.",
    },
  );
  return undefined;
}

/** Only what is known: other keys are for the tool that builds the image. Directories are told from the checkout. */
function readBuild(root: LocatedMap, folder: string, report: Report): LocatedMap {
  const schema = locationSchema.fields.build?.schema;
  const known = schema?.kind === "shape" ? Object.keys(schema.fields) : [];
  const entries = root.entries.flatMap((entry) => {
    if (known.includes(entry.key)) return [entry];
    report.add(
      entry.keyAt,
      { root: "", parts: [entry.key] },
      {
        code: "unknown-key",
        severity: "warning",
        message: `${quote(entry.key)} is not a key of build.yaml and is ignored.`,
        hint: `Known keys: ${known.toSorted().join(", ")}.`,
      },
    );
    return [];
  });
  return {
    ...root,
    entries: entries.map((entry) => {
      const directory = entry.key === "directory" ? textOf(entry.value) : undefined;
      if (directory === undefined || posix.isAbsolute(directory)) return entry;
      return { ...entry, value: textAt(posix.join(folder, directory), entry.value) };
    }),
  };
}

/** Without a directory at either level the image is built from the project's folder. */
function withDirectory(
  own: readonly LocatedEntry[],
  shared: readonly LocatedEntry[],
  folder: string,
): readonly LocatedEntry[] {
  const builds = [own, shared].flatMap((entries) => entries.filter(({ key }) => key === "build"));
  const [nearest] = builds;
  if (!nearest || builds.some(({ value }) => entryOf(value, "directory"))) return own;
  const directory: LocatedEntry = { key: "directory", keyAt: nearest.value.at, value: textAt(folder, nearest.value) };
  const ownBuild = getValue({ kind: "map", entries: own, at: nearest.keyAt }, "build");
  const entries = [...(ownBuild?.kind === "map" ? ownBuild.entries : []), directory];
  return [
    entryAt("build", { kind: "map", entries, at: nearest.value.at }),
    ...own.filter(({ key }) => key !== "build"),
  ];
}

function readSection(file: ConfigFile, report: Report): LocatedMap | undefined {
  const root = readToml(file, report);
  if (!root) return undefined;
  const section = sectionOf(root, file);
  if (section?.kind === "map") return section;
  report.add(section?.at ?? root.at, sectionPath(file), {
    code: "missing-key",
    message: `${file.path} has no table tool.dg.`,
    hint: 'Add [tool.dg] with directory_type = "project" or "workspace", or name another file in config-file.',
  });
  return undefined;
}

function projectEntries(section: Located | undefined): readonly { readonly path: string; readonly node: Located }[] {
  if (textOf(getValue(section, "directory_type")) !== "workspace") return [];
  const projects = getValue(getValue(section, "workspace"), "projects");
  return (projects?.kind === "list" ? projects.items : []).flatMap((item) => {
    const path = getValue(item, "path");
    const text = textOf(path);
    return path && text ? [{ path: text, node: path }] : [];
  });
}

function sectionOf(root: Located | undefined, file: ConfigFile): Located | undefined {
  return isDgToml(file) ? root : getValue(getValue(root, "tool"), "dg");
}

function sectionPath(file: ConfigFile | undefined): Path {
  return { root: file && isDgToml(file) ? "" : "tool.dg", parts: [] };
}

function isDgToml(file: ConfigFile): boolean {
  return posix.basename(file.path) === "dg.toml";
}

function entryAt(key: string, value: LocatedMap): LocatedEntry {
  return { key, keyAt: value.at, value };
}

function textAt(value: string, { at }: Located): Located {
  return { kind: "scalar", type: "text", value, written: value, at };
}
