import type { LiveService } from "../model/live-state.ts";
import { readRunMark } from "../model/run-order.ts";
import { isRollbackTo, TAG_ROLLBACK } from "../model/tags.ts";
import { primaryDeploymentOf } from "./decision.ts";

/** How far a rollback has come that an earlier run, or an earlier attempt of this one, has begun. */
export type EarlierRollback =
  /** ECS still rolls it out, whoever asked for it. */
  | "going-on"
  /** An earlier attempt of this run has done it. */
  | "done"
  /** An earlier attempt of this run has begun it, and it has failed. */
  | "failed";

/** This run among the attempts of the same. */
interface OwnRun {
  readonly runId: number;
  readonly runNumber: number;
  readonly runAttempt: number;
}

/**
 * After an interruption the last change is the rollback itself, and going back from there would undo it: what still
 * goes on is watched instead, and a further attempt of one run repeats nothing that was done. Undefined when there is
 * nothing of the kind.
 */
export function findEarlierRollback(service: LiveService, run: OwnRun | undefined): EarlierRollback | undefined {
  if (!isRollbackTo(service.tags[TAG_ROLLBACK], service.taskDefinitionArn)) return undefined;
  const state = primaryDeploymentOf(service)?.rolloutState;
  if (state === "IN_PROGRESS") return "going-on";
  if (!isEarlierAttempt(service, run)) return undefined;
  return state === "FAILED" ? "failed" : "done";
}

/** True when an earlier attempt of the run wrote the service last. Runs of other workflows may have its number. */
function isEarlierAttempt({ tags }: LiveService, run: OwnRun | undefined): boolean {
  const mark = readRunMark(tags);
  if (mark === undefined || run === undefined) return false;
  const isSame = mark.runId === undefined ? mark.runNumber === run.runNumber : mark.runId === run.runId;
  return isSame && mark.attempt < run.runAttempt;
}
