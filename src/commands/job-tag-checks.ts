import type { Problem } from "../errors.ts";
import { selectPythonFiles } from "../job-tags/select-python-files.ts";
import { systemOf } from "../model/fargate-sizes.ts";
import type { LauncherConfig } from "../model/workspace.ts";
import type { Files } from "../ports.ts";
import type { ConfiguredLocation } from "./load-configuration.ts";

/** A file of a location that has to do with tags for ECS. */
interface PythonText {
  readonly path: string;
  readonly text: string;
}

interface PythonOfLocation {
  readonly configured: ConfiguredLocation;
  readonly texts: readonly PythonText[];
  /** Whether every file of the location was read. */
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
const hasTags = (text: string): boolean => TAG.test(text) && DAGSTER.test(text);
const EXECUTOR = "ecs_executor";
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
  const locations = await readLocations(configured, files);
  const isTagged = locations.some(({ texts }) => texts.some(({ text }) => hasTags(text)));
  if (!isTagged) return { problems: [], files: [] };
  // The parser takes longer to load than all other checks need, and most checkouts have no such tags.
  const [{ checkJobTags, mentionsEcsExecutor }, { readJobTags }] = await Promise.all([
    import("../job-tags/check-job-tags.ts"),
    import("../job-tags/read-job-tags.ts"),
  ]);
  const tagsOf = remember(
    async (file: PythonText) => readJobTags(file),
    ({ path }) => path,
  );
  const found = new Map<string, Problem>();
  for (const { configured: one, texts: own, isComplete } of locations) {
    const jobTags = await Promise.all(own.filter(({ text }) => hasTags(text)).map(tagsOf));
    const { runResources, runtimePlatform } = one.settings ?? one.location.ecs;
    const family = runtimePlatform?.operatingSystemFamily;
    const usesEcsExecutor = own.some(({ text }) => mentionsEcsExecutor(text));
    const problems = checkJobTags({
      jobTags: jobTags.flat(),
      runResources,
      launchType: launcher?.launchType ?? "FARGATE",
      system: systemOf(typeof family === "string" ? family : undefined),
      ...((usesEcsExecutor || isComplete) && { usesEcsExecutor }),
    });
    for (const problem of problems) addProblem(launcher ? problem : soften(problem), found);
  }
  const problems = [...found.values()];
  const reported = new Set(problems.map(({ file }) => file));
  const texts = locations.flatMap((location) => location.texts);
  return { problems, files: [...new Set(texts)].filter(({ path }) => reported.has(path)) };
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

async function readLocations(
  configured: readonly ConfiguredLocation[],
  files: Files,
): Promise<readonly PythonOfLocation[]> {
  const list = remember(
    (folder: string) => files.list(folder, { suffix: ".py" }),
    (folder) => folder,
  );
  const read = remember(
    (path: string) => readRelevant(path, files),
    (path) => path,
  );
  const found: PythonOfLocation[] = [];
  for (const one of configured) {
    const { build, workingDirectory, position } = one.location;
    const base = position.file.includes("/") ? position.file.replace(/[^/]*$/, "") : "./";
    const directory = `${base}${build?.directory ?? "."}`;
    // An absolute one is a path of the machine that builds the image.
    const isElsewhere = base.startsWith("/") || (build?.directory?.startsWith("/") ?? false);
    const listed = isElsewhere ? [] : await list(directory);
    const selection = selectPythonFiles(listed, {
      build: { directory },
      ...(workingDirectory !== undefined && { workingDirectory }),
    });
    const texts: PythonText[] = [];
    let isComplete = selection.leftOut === 0;
    for (const path of selection.paths) {
      const text = await read(path);
      if (text === "unreadable") isComplete = false;
      else if (text !== undefined) texts.push(text);
    }
    found.push({ configured: one, texts, isComplete });
  }
  return found;
}

/**
 * The file, when it has to do with tags for ECS: memory is not for all the code of a checkout. One that cannot be read
 * is no mistake in the configuration.
 */
async function readRelevant(path: string, files: Files): Promise<PythonText | "unreadable" | undefined> {
  const bytes = await files.read(path).catch(() => "unreadable" as const);
  if (bytes === undefined || bytes === "unreadable") return bytes;
  const text = new TextDecoder().decode(bytes);
  return hasTags(text) || text.includes(EXECUTOR) ? { path, text } : undefined;
}

/** Does a thing once for each key: locations share folders and files. */
function remember<Of, Result>(
  make: (of: Of) => Promise<Result>,
  keyOf: (of: Of) => string,
): (of: Of) => Promise<Result> {
  const known = new Map<string, Promise<Result>>();
  return (of) => {
    const key = keyOf(of);
    const result = known.get(key) ?? make(of);
    known.set(key, result);
    return result;
  };
}
