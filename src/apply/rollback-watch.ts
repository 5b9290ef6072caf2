import type { EcsDeployment, EcsService } from "../model/aws-shapes.ts";
import { describeProgress, isRollback, revisionOf } from "./verdict.ts";

/** ECS shows the deployment it goes back to within moments of giving up; where it never does, there is none. */
const TO_BEGIN_MS = 30_000;
/** The old tasks mostly still run, and the new ones take their `stopTimeout` of at most two minutes. */
const TO_END_MS = 300_000;

/** Where a rollback stands after a look at the service. */
export type RollbackView =
  | { readonly kind: "going-on"; readonly progress: string }
  | { readonly kind: "over"; readonly rollback: Rollback };

/**
 * What ECS did about a rollout that failed. `none`: nothing, for example because there is no revision to go back to;
 * `unfinished`: it was still going back when it was last looked at.
 */
export type Rollback = "none" | "done" | "unfinished" | "failed";

/**
 * Watches what ECS does after a rollout has failed, for a bounded time: a report must say which revision the service
 * was left on. Times are in milliseconds since the epoch.
 */
export class RollbackWatch {
  readonly #failedId: string;
  readonly #since: number;
  /** The deployment ECS goes back to; another one that takes its place is somebody else's. */
  #targetId: string | undefined;

  constructor(failedId: string, since: number) {
    this.#failedId = failedId;
    this.#since = since;
  }

  /** True once ECS has shown what it goes back to. */
  get hasBegun(): boolean {
    return this.#targetId !== undefined;
  }

  /** When it is not waited for any longer. */
  get deadline(): number {
    return this.#since + (this.#targetId === undefined ? TO_BEGIN_MS : TO_END_MS);
  }

  look(service: EcsService | undefined, now: number): RollbackView {
    if (service === undefined || service.status === "DRAINING") return over("none");
    const primary = service.deployments?.find(({ status }) => status === "PRIMARY");
    if (primary === undefined || primary.id === this.#failedId) {
      return now < this.deadline ? goingOn("waiting for ECS to roll back") : over("none");
    }
    this.#targetId ??= primary.id;
    if (primary.id !== this.#targetId && !isRollback(primary)) return over("none");
    if (primary.rolloutState === "IN_PROGRESS") {
      return now < this.deadline ? goingOn(describeRollback(primary)) : over("unfinished");
    }
    return over(primary.rolloutState === "FAILED" ? "failed" : "done");
  }
}

function goingOn(progress: string): RollbackView {
  return { kind: "going-on", progress };
}

function over(rollback: Rollback): RollbackView {
  return { kind: "over", rollback };
}

function describeRollback(primary: EcsDeployment): string {
  return `rolling back to ${revisionOf(primary)}: ${describeProgress(primary)}`;
}
