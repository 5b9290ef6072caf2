import { mapConcurrently } from "../concurrency.ts";
import type { Problem } from "../errors.ts";
import { decodePython } from "../job-tags/python-encoding.ts";
import { isForeignFolder, selectPythonFiles } from "../job-tags/select-python-files.ts";
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

/** What is wrong with tags, and the files it is in, in UTF-8 whatever their own encoding. */
export interface JobTagProblems {
  readonly problems: readonly Problem[];
  readonly files: readonly { readonly path: string; readonly text: string }[];
}

/** A key of a tag for ECS, or what people write for one, in quotes. */
const TAG = /["']ecs[/._:-]/i;
/** Without Dagster, a `job` is somebody else's. */
const hasTags = (text: string): boolean => TAG.test(text) && /\bdagster/.test(text);
const EXECUTOR = "ecs_executor";
/** Characters of Python that are parsed in one run: a second or so. All the jobs of a large company are less. */
const MOST_PARSED = 4_000_000;
/** Files that are read at a time. */
const AT_ONCE = 16;
/** What is an error only on Fargate. */
const FARGATE_CODES: ReadonlySet<string> = new Set(["job-tag-fargate-size", "job-tag-ephemeral-storage"]);

/**
 * Checks the tags that the Python of each location gives its jobs against the size of the location's runs. Python is
 * looked for in the checkout below `build.directory`, from the folder of the configuration file on, as the
 * dagster-cloud command line does. Without a per-deployment configuration nobody knows whether runs are on Fargate, so
 * what only Fargate refuses is a warning; so is what only some of the locations that share a file would refuse, for
 * nobody knows which of them has the job.
 */
export async function checkJobTagsOf(
  configured: readonly ConfiguredLocation[],
  launcher: LauncherConfig | undefined,
  files: Files,
): Promise<JobTagProblems> {
  const locations = await readLocations(configured, files);
  const parsed = chooseParsed(locations);
  if (parsed.size === 0) return { problems: [], files: [] };
  // The parser takes longer to load than all other checks need, and most checkouts have no such tags.
  const [{ checkJobTags, mentionsEcsExecutor, mentionsRedirection }, { readJobTags }] = await Promise.all([
    import("../job-tags/check-job-tags.ts"),
    import("../job-tags/read-job-tags.ts"),
  ]);
  const tagsOf = new Map([...parsed].map((file) => [file, readJobTags(file)]));
  const found = new Map<string, SharedProblem>();
  for (const alike of groupAlike(locations)) {
    const [first] = alike;
    if (first === undefined) continue;
    const { configured: one, texts, isComplete } = first;
    const { runResources, runtimePlatform } = one.settings ?? one.location.ecs;
    const family = runtimePlatform?.operatingSystemFamily;
    const usesEcsExecutor = texts.some(({ text }) => mentionsEcsExecutor(text));
    const redirectsRuns = texts.some(({ text }) => mentionsRedirection(text));
    const system = systemOf(typeof family === "string" ? family : undefined);
    const problems = checkJobTags({
      jobTags: texts.flatMap((file) => tagsOf.get(file) ?? []),
      runResources,
      lacksDeployment: launcher === undefined,
      launchType: launcher?.launchType ?? "FARGATE",
      system,
      ...((usesEcsExecutor || isComplete) && { usesEcsExecutor }),
      ...((redirectsRuns || isComplete) && { redirectsRuns }),
    });
    for (const problem of problems) addProblem(launcher ? problem : soften(problem), alike.length, found);
  }
  const sharing = countLocations(locations);
  const problems = [...found.values()].map(({ problem, count }) =>
    count < (sharing.get(problem.file) ?? 0) ? { ...problem, severity: "warning" as const } : problem,
  );
  const reported = new Set(problems.map(({ file }) => file));
  return { problems, files: [...parsed].filter(({ path }) => reported.has(path)) };
}

/** How many locations have each file. */
function countLocations(locations: readonly PythonOfLocation[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const alike of groupAlike(locations)) {
    for (const { path } of alike[0]?.texts ?? []) counts.set(path, (counts.get(path) ?? 0) + alike.length);
  }
  return counts;
}

/** Locations with the same Python and the same settings have the same problems: they are checked once. */
function groupAlike(locations: readonly PythonOfLocation[]): readonly (readonly PythonOfLocation[])[] {
  const numbers = new Map<readonly PythonText[], number>();
  const groups = new Map<string, PythonOfLocation[]>();
  for (const location of locations) {
    const { runResources, runtimePlatform } = location.configured.settings ?? location.configured.location.ecs;
    const number = numbers.get(location.texts) ?? numbers.size;
    numbers.set(location.texts, number);
    const key = JSON.stringify([number, location.isComplete, runResources, runtimePlatform]);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [location]);
    else group.push(location);
  }
  return [...groups.values()];
}

/** A problem and how many locations have it. */
interface SharedProblem {
  readonly problem: Problem;
  readonly count: number;
}

/** Of what two locations that share a file say of one place, the graver is kept. */
function addProblem(problem: Problem, locations: number, found: Map<string, SharedProblem>): void {
  const { file, line, column, code } = problem;
  const key = JSON.stringify([file, line, column, code]);
  const { problem: before, count = 0 } = found.get(key) ?? {};
  found.set(key, { problem: before?.severity === "error" ? before : problem, count: count + locations });
}

function soften(problem: Problem): Problem {
  return FARGATE_CODES.has(problem.code) ? { ...problem, severity: "warning" } : problem;
}

/** The files with tags, as many as do not take long. */
function chooseParsed(locations: readonly PythonOfLocation[]): ReadonlySet<PythonText> {
  let left = MOST_PARSED;
  const texts = new Set(locations.flatMap((location) => location.texts));
  return new Set(
    [...texts].filter(({ text }) => {
      if (!hasTags(text) || text.length > left) return false;
      left -= text.length;
      return true;
    }),
  );
}

async function readLocations(
  configured: readonly ConfiguredLocation[],
  files: Files,
): Promise<readonly PythonOfLocation[]> {
  const list = remember(
    (folder: string) => files.list(folder, { suffix: ".py", leaveOut: isForeignFolder }),
    (folder) => folder,
  );
  const read = remember(
    (path: string) => readRelevant(path, files),
    (path) => path,
  );
  const readFolder = remember(
    async ({ directory, workingDirectory }: CodeFolder) => {
      const { paths, leftOut } = selectPythonFiles(await list(directory), {
        build: { directory },
        ...(workingDirectory !== undefined && { workingDirectory }),
      });
      const texts = await mapConcurrently(paths, AT_ONCE, read);
      const readable = texts.filter((text) => text !== UNREADABLE);
      return { texts: readable.flat(), isComplete: leftOut === 0 && readable.length === texts.length };
    },
    ({ directory, workingDirectory }) => JSON.stringify([directory, workingDirectory]),
  );
  const found: PythonOfLocation[] = [];
  for (const one of configured) {
    const folder = folderOf(one);
    const python = folder ? await readFolder(folder) : { texts: [], isComplete: true };
    found.push({ configured: one, ...python });
  }
  return found;
}

/** Where the Python of a location is in the checkout. */
interface CodeFolder {
  readonly directory: string;
  readonly workingDirectory: string | undefined;
}

/** Undefined when it is on the machine that builds the image. */
function folderOf({ location }: ConfiguredLocation): CodeFolder | undefined {
  const { build, workingDirectory, position } = location;
  const base = position.file.includes("/") ? position.file.replace(/[^/]*$/, "") : "./";
  if (base.startsWith("/") || build?.directory?.startsWith("/")) return undefined;
  return { directory: `${base}${build?.directory ?? "."}`, workingDirectory };
}

/** What cannot be read, such as a pipe or a huge file, is no mistake in the configuration. */
const UNREADABLE = "unreadable";

/** The file, when it has to do with tags for ECS: memory is not for all the code of a checkout. */
async function readRelevant(path: string, files: Files): Promise<readonly PythonText[] | typeof UNREADABLE> {
  const bytes = await files.read(path).catch((): typeof UNREADABLE => UNREADABLE);
  if (bytes === UNREADABLE) return UNREADABLE;
  const text = bytes && decodePython(bytes);
  if (text === undefined) return [];
  return TAG.test(text) || text.includes(EXECUTOR) ? [{ path, text }] : [];
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
