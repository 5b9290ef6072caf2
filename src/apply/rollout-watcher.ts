import { explainError } from "../errors.ts";
import { isAccessDenied, isCredentialsError } from "../model/aws-error-codes.ts";
import type { EcsService } from "../model/aws-shapes.ts";
import type { Clock, EcsPort } from "../ports.ts";
import { judgeRollout, type RolloutVerdict, type WatchedRollout } from "./verdict.ts";

/** How often the services are looked at. The SDK's own waiters back off to ten minutes. */
export const POLL_INTERVAL_MS = 5_000;

/** A rollout to watch to its end. Times are in milliseconds since the epoch. */
export interface RolloutTarget {
  readonly location: string;
  readonly service: string;
  readonly ecsDeploymentId: string;
  readonly taskDefinitionArn: string;
  /** When to give up. */
  readonly deadline: number;
  /** Until when ECS may not know the service or the deployment yet. */
  readonly graceEnd: number;
}

/** How watching ended, and the service as it was last seen. */
export interface RolloutEnd {
  readonly verdict:
    | Exclude<RolloutVerdict, { kind: "waiting" }>
    | { readonly kind: "timed-out" | "unknown" | "interrupted"; readonly reason: string };
  readonly service: EcsService | undefined;
}

interface Watch {
  readonly target: RolloutTarget;
  readonly finish: (end: RolloutEnd) => void;
  rollout: WatchedRollout;
  progress: string;
}

/**
 * One poller for all services of a cluster: every rollout that is being watched is looked at in the same batched
 * DescribeServices calls, however many there are.
 */
export class RolloutWatcher {
  readonly #watches = new Set<Watch>();
  #polling = false;
  readonly #dependencies: {
    readonly cluster: string;
    readonly ecs: EcsPort;
    readonly clock: Clock;
    readonly signal: AbortSignal;
    readonly onProgress: (location: string, progress: string) => void;
  };

  constructor(dependencies: {
    readonly cluster: string;
    readonly ecs: EcsPort;
    readonly clock: Clock;
    readonly signal: AbortSignal;
    readonly onProgress: (location: string, progress: string) => void;
  }) {
    this.#dependencies = dependencies;
  }

  /** Resolves when the rollout has ended one way or another; never rejects. */
  watch(target: RolloutTarget): Promise<RolloutEnd> {
    return new Promise((finish) => {
      const { ecsDeploymentId, taskDefinitionArn } = target;
      this.#watches.add({ target, finish, progress: "", rollout: { ecsDeploymentId, taskDefinitionArn, seen: false } });
      if (!this.#polling) {
        this.#polling = true;
        void this.#poll();
      }
    });
  }

  async #poll(): Promise<void> {
    const { clock, signal } = this.#dependencies;
    while (this.#watches.size > 0) {
      await clock.sleep(POLL_INTERVAL_MS, signal);
      if (signal.aborted) {
        this.#endAll({ kind: "interrupted", reason: "the run was interrupted while the rollout was going on" });
        break;
      }
      await this.#lookOnce();
    }
    this.#polling = false;
  }

  async #lookOnce(): Promise<void> {
    const { ecs, cluster } = this.#dependencies;
    const watches = [...this.#watches];
    try {
      const services = await ecs.describeServices(
        cluster,
        watches.map(({ target }) => target.service),
      );
      const byName = new Map(services.map((service) => [service.serviceName, service]));
      for (const watch of watches) this.#judge(watch, byName.get(watch.target.service));
    } catch (error) {
      this.#bear(error);
    }
  }

  /** Without credentials or permission no later look can succeed; whatever else went wrong may pass. */
  #bear(error: unknown): void {
    const reason = `the rollout could not be watched: ${explainError(error)}`;
    if (isCredentialsError(error) || isAccessDenied(error)) this.#endAll({ kind: "unknown", reason });
    const now = this.#dependencies.clock.now();
    for (const watch of [...this.#watches]) {
      if (now >= watch.target.deadline) this.#end(watch, { verdict: { kind: "unknown", reason }, service: undefined });
    }
  }

  #judge(watch: Watch, service: EcsService | undefined): void {
    const now = this.#dependencies.clock.now();
    const { target } = watch;
    const verdict = judgeRollout(watch.rollout, service);
    if (verdict.kind !== "waiting") {
      this.#end(watch, { verdict, service });
      return;
    }
    watch.rollout = { ...watch.rollout, seen: watch.rollout.seen || verdict.seen };
    if (!watch.rollout.seen && now >= target.graceEnd) {
      this.#end(watch, { verdict: { kind: "gone", reason: `after the grace period, ${verdict.progress}` }, service });
    } else if (now >= target.deadline) {
      this.#end(watch, {
        verdict: { kind: "timed-out", reason: `the rollout did not end in time (${verdict.progress})` },
        service,
      });
    } else if (verdict.progress !== watch.progress) {
      watch.progress = verdict.progress;
      this.#dependencies.onProgress(target.location, verdict.progress);
    }
  }

  #endAll(verdict: RolloutEnd["verdict"]): void {
    for (const watch of [...this.#watches]) this.#end(watch, { verdict, service: undefined });
  }

  #end(watch: Watch, end: RolloutEnd): void {
    this.#watches.delete(watch);
    watch.finish(end);
  }
}
