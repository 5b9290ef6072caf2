import { posix } from "node:path";
import { type DgDirectory, type DgWorkspace, describesDgDirectory, listProjectPaths } from "../config/dg/projects.ts";
import type { ConfigFile } from "../config/yaml-text.ts";
import { ActionError } from "../errors.ts";
import { clipText } from "../model/shown-text.ts";
import type { Files } from "../ports.ts";

/** The files the code locations are read from. */
export interface WorkspaceSources {
  /** `config-file` as it is written, or the file that was found: what tags name as the source. */
  readonly name: string;
  readonly files: readonly ConfigFile[];
  readonly dgWorkspaces: readonly DgWorkspace[];
}

const WORKSPACE_FILES = ["dagster_cloud.yaml", "build.yaml"];
/** A dg.toml makes dg ignore the pyproject.toml beside it. */
const DG_FILES = ["dg.toml", "pyproject.toml"];

/**
 * Finds the files with the code locations: those `config-file` names (paths and globs, one per line or comma
 * separated), else the first that is there of dagster_cloud.yaml, a dg workspace or project, and build.yaml. Ends the
 * run (ActionError, source `user`) when a name or a glob finds none.
 */
export async function findWorkspaceSources(given: string | undefined, files: Files): Promise<WorkspaceSources> {
  if (given === undefined) return findDefaultSources(files);
  const found = new Map<string, ConfigFile>();
  for (const pattern of splitPatterns(given)) {
    for (const file of await readPattern(pattern, files)) found.set(posix.normalize(file.path), file);
  }
  const isDg = ({ path }: ConfigFile): boolean => DG_FILES.includes(posix.basename(path));
  return {
    name: given,
    files: [...found.values()].filter((file) => !isDg(file)),
    dgWorkspaces: await Promise.all([...found.values()].filter(isDg).map((file) => readDgWorkspace(file, files))),
  };
}

async function findDefaultSources(files: Files): Promise<WorkspaceSources> {
  const [modern, build] = await Promise.all(WORKSPACE_FILES.map((path) => readFile(path, files)));
  if (modern) return { name: modern.path, files: [modern], dgWorkspaces: [] };
  // Dagster's documentation called dagster_cloud.yaml build.yaml for some time: then it has locations.
  const hasLocations = build && /^["']?locations["']?\s*:/m.test(new TextDecoder().decode(build.bytes));
  const dg = hasLocations ? undefined : await findDgFile("", files);
  if (dg) return { name: dg.path, files: [], dgWorkspaces: [await readDgWorkspace(dg, files)] };
  if (build) return { name: build.path, files: [build], dgWorkspaces: [] };
  throw new ActionError("config-file-missing", `There is no file ${WORKSPACE_FILES.join(" or ")}.`, {
    source: "user",
    hint: "Check the repository out before this step (actions/checkout), or give `config-file`.",
  });
}

/** Commas inside braces belong to a glob: `{a,b}/dagster_cloud.yaml`. */
function splitPatterns(given: string): readonly string[] {
  return given
    .split(/[\n,](?![^{}\n]*\})/)
    .map((pattern) => pattern.trim())
    .filter((pattern) => pattern !== "");
}

async function readPattern(pattern: string, files: Files): Promise<readonly ConfigFile[]> {
  const named = await readFile(posix.normalize(pattern), files);
  if (named) return [named];
  const isGlob = /[*?[{]/.test(pattern);
  const paths = isGlob ? await files.glob(pattern) : [];
  const found = (await Promise.all(paths.map((path) => readFile(path, files)))).filter((file) => file !== undefined);
  if (found.length > 0) return found;
  throw new ActionError(
    "config-file-missing",
    isGlob ? `No file fits ${clipText(pattern)}.` : `There is no file ${clipText(pattern)}.`,
    {
      source: "user",
      hint: "Check the input `config-file`: paths and globs are relative to the repository's root.",
    },
  );
}

async function readFile(path: string, files: Files): Promise<ConfigFile | undefined> {
  const bytes = await files.read(path);
  return bytes && { path, bytes };
}

async function findDgFile(folder: string, files: Files): Promise<ConfigFile | undefined> {
  for (const name of DG_FILES) {
    const file = await readFile(posix.join(folder, name), files);
    if (file && describesDgDirectory(file)) return file;
  }
  return undefined;
}

async function readDgWorkspace(file: ConfigFile, files: Files): Promise<DgWorkspace> {
  const root = posix.dirname(file.path);
  const projects = listProjectPaths(file).map(async (path) => {
    const folder = posix.join(root, path);
    return readDgDirectory(folder, await findDgFile(folder, files), files);
  });
  return {
    root: { ...(await readDgDirectory(root, file, files)), settings: file },
    projects: await Promise.all(projects),
  };
}

async function readDgDirectory(path: string, settings: ConfigFile | undefined, files: Files): Promise<DgDirectory> {
  const [build, containerContext] = await Promise.all(
    ["build.yaml", "container_context.yaml"].map((name) => readFile(posix.join(path, name), files)),
  );
  const name = posix.basename(posix.resolve(files.root, path));
  return { path, name, settings, build, containerContext };
}
