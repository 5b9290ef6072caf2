import type { TagMap } from "./live-state.ts";
import { TAG_COMMIT, TAG_REMOVAL, TAG_RUN, TAG_RUN_ID } from "./tags.ts";

/** Which run of a workflow wrote something: its place among all runs. */
export interface RunMark {
  /** Grows over the whole of GitHub, the same for every attempt; undefined in tags of earlier versions. */
  readonly runId: number | undefined;
  /** Grows with each run of one workflow. */
  readonly runNumber: number;
  readonly attempt: number;
  readonly commit: string | undefined;
}

/** The tags that say which run wrote last; none for a run by hand, which has no place among the others. */
export function runTags(
  run:
    | { readonly runId: number; readonly runNumber: number; readonly runAttempt: number; readonly headSha: string }
    | undefined,
): TagMap {
  if (run === undefined) return {};
  return {
    [TAG_COMMIT]: run.headSha,
    [TAG_RUN]: `${run.runNumber}.${run.runAttempt}`,
    [TAG_RUN_ID]: String(run.runId),
  };
}

/** The run that tags name; undefined when they name none. */
export function readRunMark(tags: TagMap): RunMark | undefined {
  const [, runNumber, attempt] = /^(\d{1,15})\.(\d{1,9})$/.exec(tags[TAG_RUN] ?? "") ?? [];
  if (runNumber === undefined || attempt === undefined) return undefined;
  const runId = /^\d{1,15}$/.test(tags[TAG_RUN_ID] ?? "") ? Number(tags[TAG_RUN_ID]) : undefined;
  return { runId, runNumber: Number(runNumber), attempt: Number(attempt), commit: tags[TAG_COMMIT] };
}

/** The tag that says which run is about to delete a service, from that run's own tags. */
export function removalTag({ [TAG_RUN]: run, [TAG_RUN_ID]: runId, [TAG_COMMIT]: commit }: TagMap): TagMap {
  return run === undefined ? {} : { [TAG_REMOVAL]: [run, runId, commit].join("/") };
}

/** The run that is about to delete a service with such tags; undefined when none is. */
export function readRemovalMark({ [TAG_REMOVAL]: value }: TagMap): RunMark | undefined {
  const [run = "", runId = "", commit = ""] = value?.split("/") ?? [];
  return readRunMark({ [TAG_RUN]: run, [TAG_RUN_ID]: runId, ...(commit !== "" && { [TAG_COMMIT]: commit }) });
}

/**
 * Below zero when the left run is the older one. Run numbers count per workflow, so they decide only where an id is
 * missing; a further attempt of a run is newer than the one before.
 */
export function compareRuns(left: RunMark, right: RunMark): number {
  if (left.runId !== undefined && right.runId !== undefined && left.runId !== right.runId) {
    return left.runId - right.runId;
  }
  return left.runNumber - right.runNumber || left.attempt - right.attempt;
}

/** True when both name the same attempt of the same run. */
export function isSameRun(left: RunMark | undefined, right: RunMark | undefined): boolean {
  return left === undefined || right === undefined ? left === right : compareRuns(left, right) === 0;
}

/** For example `run 12 (attempt 2) of commit 0123456789ab`. */
export function describeRun({ runNumber, attempt, commit }: RunMark): string {
  const ofCommit = commit === undefined ? "" : ` of commit ${commit.slice(0, 12)}`;
  return `run ${runNumber}${attempt > 1 ? ` (attempt ${attempt})` : ""}${ofCommit}`;
}
