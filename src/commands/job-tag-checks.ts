import type { Problem } from "../errors.ts";
import { mentionsEcsExecutor, selectPythonFiles } from "../job-tags/select-python-files.ts";
import { systemOf } from "../model/fargate-sizes.ts";
import type { LauncherConfig } from "../model/workspace.ts";
import type { Files } from "../ports.ts";
import type { ConfiguredLocation } from "./load-configuration.ts";

/** A file of a location that has to do with tags for ECS. */
interface PythonText {
  readonly path: string;
  readonly text: string;
  readonly hasTags: boolean;
  readonly hasExecutor: boolean;
}

/** The Python of a location, or of several that have it in the same place. */
interface PythonFolder {
  readonly texts: readonly PythonText[];
  /** Whether every file of it was read. */
  readonly isComplete: boolean;
}

/** What is wrong with tags, and the files it is in. */
export interface JobTagProblems {
  readonly problems: readonly Problem[];
  readonly files: readonly { readonly path: string; readonly text: string }[];
}

/** A key of a tag for ECS, or what people write for one, in quotes. */
const TAG = /["']ecs[/._:-]/i;
/** Without Dagster, a `job` is somebody else's. */
const DAGSTER = /^[ \t]*(?:from|import)[ \t]+dagster/m;
/** What is an error only on Fargate. */
const FARGATE_CODES: ReadonlySet<string> = new Set(["job-tag-fargate-size", "job-tag-ephemeral-storage"]);

/**
 * Checks the tags that the Python of each location gives its jobs against the size of the location's runs. Python is
 * looked for in the checkout below `build.directory`, from the folder of the configuration file on, as the
 * dagster-cloud command line does. Without a per-deployment configuration nobody knows whether runs are on Fargate, so
 * what only Fargate refuses is a warning.
 */
export async function checkJobTagsOf(
  configured: readonly ConfiguredLocation[],
  launcher: LauncherConfig | undefined,
  files: Files,
): Promise<JobTagProblems> {
  const folders = await readFolders(configured, files);
  const texts = [...new Set([...folders.values()].flatMap((folder) => folder.texts))];
  if (!texts.some(({ hasTags }) => hasTags)) return { problems: [], files: [] };
  // The parser takes longer to load than all other checks need, and most checkouts have no such tags.
  const [{ checkJobTags }, { readJobTags }] = await Promise.all([
    import("../job-tags/check-job-tags.ts"),
    import("../job-tags/read-job-tags.ts"),
  ]);
  const tagsOf = remember(readJobTags, ({ path }: PythonText) => path);
  const found = new Map<string, Problem>();
  // Locations with the same Python and the same settings have the same problems.
  const checked = new Set<string>();
  const folderNumbers = new Map([...new Set(folders.values())].map((folder, index) => [folder, index]));
  for (const one of configured) {
    const folder = folders.get(one);
    if (!folder) continue;
    const { runResources, runtimePlatform } = one.settings ?? one.location.ecs;
    const family = runtimePlatform?.operatingSystemFamily;
    const system = systemOf(typeof family === "string" ? family : undefined);
    const key = JSON.stringify([folderNumbers.get(folder), runResources, system]);
    if (checked.has(key)) continue;
    checked.add(key);
    const usesEcsExecutor = folder.texts.some(({ hasExecutor }) => hasExecutor);
    const problems = checkJobTags({
      jobTags: folder.texts.filter(({ hasTags }) => hasTags).flatMap(tagsOf),
      runResources,
      launchType: launcher?.launchType ?? "FARGATE",
      system,
      ...((usesEcsExecutor || folder.isComplete) && { usesEcsExecutor }),
    });
    for (const problem of problems) addProblem(launcher ? problem : soften(problem), found);
  }
  const problems = [...found.values()];
  const reported = new Set(problems.map(({ file }) => file));
  return { problems, files: texts.filter(({ path }) => reported.has(path)) };
}

/** Of what two locations that share a file say of one place, the graver is kept. */
function addProblem(problem: Problem, found: Map<string, Problem>): void {
  const { file, line, column, code } = problem;
  const key = JSON.stringify([file, line, column, code]);
  if (found.get(key)?.severity !== "error") found.set(key, problem);
}

function soften(problem: Problem): Problem {
  return FARGATE_CODES.has(problem.code) ? { ...problem, severity: "warning" } : problem;
}

async function readFolders(
  configured: readonly ConfiguredLocation[],
  files: Files,
): Promise<ReadonlyMap<ConfiguredLocation, PythonFolder>> {
  const list = remember(
    (folder: string) => files.list(folder, { suffix: ".py" }),
    (folder) => folder,
  );
  const read = remember(
    (path: string) => readRelevant(path, files),
    (path) => path,
  );
  const readFolder = remember(async ({ directory, workingDirectory }: PythonPlace): Promise<PythonFolder> => {
    const listed = directory === undefined ? [] : await list(directory);
    const selection = selectPythonFiles(listed, {
      ...(directory !== undefined && { build: { directory } }),
      ...(workingDirectory !== undefined && { workingDirectory }),
    });
    const texts: PythonText[] = [];
    let isComplete = selection.leftOut === 0;
    for (const path of selection.paths) {
      const text = await read(path);
      if (text === "unreadable") isComplete = false;
      else if (text !== undefined) texts.push(text);
    }
    return { texts, isComplete };
  }, JSON.stringify);
  const found = new Map<ConfiguredLocation, PythonFolder>();
  for (const one of configured) found.set(one, await readFolder(placeOf(one)));
  return found;
}

/** Where a location's Python is in the checkout. */
interface PythonPlace {
  /** Undefined for a folder of the machine that builds the image. */
  readonly directory: string | undefined;
  readonly workingDirectory: string | undefined;
}

function placeOf({ location }: ConfiguredLocation): PythonPlace {
  const { build, workingDirectory, position } = location;
  const base = position.file.includes("/") ? position.file.replace(/[^/]*$/, "") : "./";
  const isElsewhere = base.startsWith("/") || (build?.directory?.startsWith("/") ?? false);
  return { directory: isElsewhere ? undefined : `${base}${build?.directory ?? "."}`, workingDirectory };
}

/**
 * The file, when it has to do with tags for ECS: memory is not for all the code of a checkout. One that cannot be read
 * is no mistake in the configuration.
 */
async function readRelevant(path: string, files: Files): Promise<PythonText | "unreadable" | undefined> {
  const bytes = await files.read(path).catch(() => "unreadable" as const);
  if (bytes === undefined || bytes === "unreadable") return bytes;
  const text = new TextDecoder().decode(bytes);
  const hasTags = TAG.test(text) && DAGSTER.test(text);
  const hasExecutor = mentionsEcsExecutor(text);
  return hasTags || hasExecutor ? { path, text, hasTags, hasExecutor } : undefined;
}

/** Does a thing once for each key: locations share folders and files. */
function remember<Of, Result>(make: (of: Of) => Result, keyOf: (of: Of) => string): (of: Of) => Result {
  const known = new Map<string, Result>();
  return (of) => {
    const key = keyOf(of);
    const result = known.get(key) ?? make(of);
    known.set(key, result);
    return result;
  };
}
