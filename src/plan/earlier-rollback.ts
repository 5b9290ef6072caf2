import type { LiveService } from "../model/live-state.ts";
import { isRollbackTo, TAG_ROLLBACK, TAG_RUN } from "../model/tags.ts";
import { primaryDeploymentOf } from "./decision.ts";

/** How far a rollback has come that an earlier run, or an earlier attempt of this one, has begun. */
export type EarlierRollback =
  /** ECS still rolls it out, whoever asked for it. */
  | "going-on"
  /** An earlier attempt of this run has done it. */
  | "done"
  /** An earlier attempt of this run has begun it, and it has failed. */
  | "failed";

/**
 * After an interruption the last change is the rollback itself, and going back from there would undo it: what still
 * goes on is watched instead, and a further attempt of one run repeats nothing that was done. Undefined when there is
 * nothing of the kind.
 */
export function findEarlierRollback(
  service: LiveService,
  run: { readonly runNumber: number; readonly runAttempt: number } | undefined,
): EarlierRollback | undefined {
  if (!isRollbackTo(service.tags[TAG_ROLLBACK], service.taskDefinitionArn)) return undefined;
  const state = primaryDeploymentOf(service)?.rolloutState;
  if (state === "IN_PROGRESS") return "going-on";
  const [, number, attempt] = /^(\d+)\.(\d+)$/.exec(service.tags[TAG_RUN] ?? "") ?? [];
  const isEarlierAttempt = Number(number) === run?.runNumber && Number(attempt) < run.runAttempt;
  if (!isEarlierAttempt) return undefined;
  return state === "FAILED" ? "failed" : "done";
}
