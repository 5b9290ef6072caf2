import { explainError } from "../errors.ts";
import { isAccessDenied, isCredentialsError } from "../model/aws-error-codes.ts";
import type { EcsTask } from "../model/aws-shapes.ts";
import type { Clock, EcsPort } from "../ports.ts";

/** Milliseconds. Code loads in seconds to minutes: looking more often would not end sooner. */
const POLL_INTERVAL_MS = 5_000;
/** A task that one read does not show may be there in the next. */
const MISSING_MS = 15_000;

/** How watching a task ended. */
export type TaskEnd =
  | { readonly kind: "stopped"; readonly task: EcsTask }
  /** `task`: as it was last seen, undefined when ECS has never shown it. */
  | { readonly kind: "timed-out"; readonly task: EcsTask | undefined }
  | { readonly kind: "interrupted" | "lost"; readonly reason: string };

interface Watch {
  readonly deadline: number;
  readonly finish: (end: TaskEnd) => void;
  seen: EcsTask | undefined;
  missingSince: number | undefined;
}

/** One poller for all one-off tasks of a cluster: however many there are, they are described together. */
export class TaskWatcher {
  readonly #watches = new Map<string, Watch>();
  #polling = false;
  readonly #dependencies: {
    readonly cluster: string;
    readonly ecs: EcsPort;
    readonly clock: Clock;
    readonly signal: AbortSignal;
  };

  constructor(dependencies: { cluster: string; ecs: EcsPort; clock: Clock; signal: AbortSignal }) {
    this.#dependencies = dependencies;
  }

  /** Resolves when the task has stopped, or when it no longer makes sense to wait. `deadline` in milliseconds. */
  untilStopped(arn: string, deadline: number): Promise<TaskEnd> {
    return new Promise((finish) => {
      this.#watches.set(arn, { deadline, finish, seen: undefined, missingSince: undefined });
      if (!this.#polling) void this.#poll();
    });
  }

  async #poll(): Promise<void> {
    const { clock, signal } = this.#dependencies;
    this.#polling = true;
    while (this.#watches.size > 0) {
      await clock.sleep(POLL_INTERVAL_MS, signal);
      if (signal.aborted) this.#endAll({ kind: "interrupted", reason: "the run was interrupted" });
      else await this.#lookOnce();
    }
    this.#polling = false;
  }

  async #lookOnce(): Promise<void> {
    const { ecs, cluster } = this.#dependencies;
    try {
      const tasks = await ecs.describeTasks(cluster, [...this.#watches.keys()]);
      const byArn = new Map(tasks.map((task) => [task.taskArn, task]));
      for (const [arn, watch] of this.#watches) this.#judge(arn, watch, byArn.get(arn));
    } catch (error) {
      const reason = `the task could not be watched: ${explainError(error)}`;
      if (isCredentialsError(error) || isAccessDenied(error)) this.#endAll({ kind: "lost", reason });
      for (const [arn, watch] of this.#watches) this.#endIfLate(arn, watch, { kind: "lost", reason });
    }
  }

  /** ECS may not show a task right after RunTask; one that it has shown before and shows no more has been forgotten. */
  #judge(arn: string, watch: Watch, task: EcsTask | undefined): void {
    if (task?.lastStatus === "STOPPED") {
      this.#end(arn, watch, { kind: "stopped", task });
      return;
    }
    const now = this.#dependencies.clock.now();
    watch.missingSince = task === undefined ? (watch.missingSince ?? now) : undefined;
    if (watch.seen !== undefined && watch.missingSince !== undefined && now >= watch.missingSince + MISSING_MS) {
      this.#end(arn, watch, { kind: "lost", reason: "ECS does not know the task any more" });
      return;
    }
    watch.seen = task ?? watch.seen;
    this.#endIfLate(arn, watch, { kind: "timed-out", task: watch.seen });
  }

  #endIfLate(arn: string, watch: Watch, end: TaskEnd): void {
    if (this.#dependencies.clock.now() >= watch.deadline) this.#end(arn, watch, end);
  }

  #endAll(end: TaskEnd): void {
    for (const [arn, watch] of this.#watches) this.#end(arn, watch, end);
  }

  #end(arn: string, watch: Watch, end: TaskEnd): void {
    this.#watches.delete(arn);
    watch.finish(end);
  }
}
