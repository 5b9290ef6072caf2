import { posix } from "node:path";
import type { SourcePosition } from "../../errors.ts";
import { check } from "../check.ts";
import { entryOf, getValue, type Located, type LocatedEntry, type LocatedMap, textOf } from "../located.ts";
import { makeReport, type Path, quote, type Report } from "../report.ts";
import type { CheckScope } from "../schema.ts";
import type { WorkspaceFile } from "../workspace-file.ts";
import type { ConfigFile } from "../yaml-text.ts";
import { readParts, textAt, withDirectory } from "./build-files.ts";
import { tellClashes } from "./level-clashes.ts";
import { projectSettings, workspaceSettings } from "./settings-schema.ts";
import { readToml } from "./toml.ts";

/** A folder of the dg command line with what says how it is deployed (Dagster's deployment configuration reference). */
export interface DgDirectory {
  /** From the checkout; `.` for the checkout itself. */
  readonly path: string;
  /** Of the folder on this machine, also of that of the checkout; empty for the top of a file system. */
  readonly name: string;
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
      hint: /[*?[]/.test(project.path)
        ? "dg takes no patterns: name each project by its folder."
        : `Correct the path, or add [tool.dg] with directory_type = "project" to ${posix.join(project.path, "pyproject.toml")}.`,
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
  directory: DgDirectory,
  section: LocatedMap,
  shared: readonly LocatedEntry[] | undefined,
  report: Report,
): LocatedMap | undefined {
  const { path, settings } = directory;
  const project = getValue(section, "project");
  const name = project && readName(project, directory, report);
  const source = project && readCodeSource(project, sectionPath(settings), report);
  const parts = readParts(directory, report);
  if (shared) tellClashes(shared, parts, report);
  if (project?.kind !== "map" || !name || !source) return undefined;
  const others = project.entries.filter(({ key }) => key === "agent_queue" || key === "image");
  const entries = [name, source, ...others, ...withDirectory(parts, shared ?? [], path)];
  return { kind: "map", entries, at: project.at };
}

/** A project is called after its folder (DgContext.code_location_name of dagster-dg-core), whatever its package is called. */
function readName(project: Located, { path, name, settings }: DgDirectory, report: Report): LocatedEntry | undefined {
  const given = entryOf(project, "code_location_name");
  if (given) return { ...given, key: "location_name" };
  const at: Path = { ...sectionPath(settings), parts: ["project", "code_location_name"] };
  if (name === "") {
    report.add(project.at, at, {
      code: "missing-key",
      message: "project has no code_location_name, and its folder has no name.",
      hint: 'Add it, for example code_location_name = "my-project".',
    });
    return undefined;
  }
  if ([".", ".."].includes(posix.basename(path))) {
    report.add(project.at, at, {
      code: "dg-name-from-checkout",
      severity: "warning",
      message: `project has no code_location_name: as dg does it, the location is called ${quote(name)}, after the folder of the checkout.`,
      hint: `Add code_location_name = ${JSON.stringify(name)}, so that it has that name wherever it is checked out.`,
    });
  }
  return { key: "location_name", keyAt: project.at, value: textAt(name, project) };
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
