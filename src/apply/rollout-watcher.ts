import { explainError } from "../errors.ts";
import { isAccessDenied, isCredentialsError } from "../model/aws-error-codes.ts";
import { compareCodePoints } from "../model/text-order.ts";
import type { Clock, EcsPort } from "../ports.ts";
import type { ApplyInput } from "./context.ts";
import { DeploymentRecords } from "./deployment-records.ts";
import type { RolloutEnd, RolloutTarget } from "./rollout-target.ts";
import { RolloutWatch } from "./rollout-watch.ts";

/** How often the services are looked at. The SDK's own waiters back off to ten minutes. */
export const POLL_INTERVAL_MS = 5_000;

const INTERRUPTED =
  "the run was interrupted while the rollout was going on; ECS goes on with it, and the next run waits for its end";

/** What watching needs of the world. */
export interface WatcherDependencies {
  readonly cluster: string;
  readonly ecs: EcsPort;
  readonly clock: Clock;
  readonly signal: AbortSignal;
  readonly onProgress: (location: string, progress: string) => void;
  readonly onWaiting?: ApplyInput["onWaiting"];
}

interface Watched {
  readonly watch: RolloutWatch;
  readonly finish: (end: RolloutEnd) => void;
}

/**
 * One poller for all services of a cluster: every rollout that is being watched is looked at in the same batched
 * DescribeServices calls, however many there are.
 */
export class RolloutWatcher {
  readonly #watched = new Set<Watched>();
  readonly #dependencies: WatcherDependencies;
  readonly #records: DeploymentRecords;
  #isPolling = false;
  #begunAt = 0;
  /** What was said last of what is being waited for. */
  #said = "";

  constructor(dependencies: WatcherDependencies) {
    this.#dependencies = dependencies;
    this.#records = new DeploymentRecords(dependencies.ecs);
  }

  /** Resolves when the rollout has ended one way or another; never rejects. */
  watch(target: RolloutTarget): Promise<RolloutEnd> {
    const watch = new RolloutWatch(target, { ...this.#dependencies, records: this.#records });
    return new Promise((finish) => {
      this.#watched.add({ watch, finish });
      if (this.#isPolling) return;
      this.#isPolling = true;
      this.#begunAt = this.#dependencies.clock.now();
      void this.#poll();
    });
  }

  async #poll(): Promise<void> {
    const { clock, signal } = this.#dependencies;
    while (this.#watched.size > 0) {
      await clock.sleep(POLL_INTERVAL_MS, signal);
      if (signal.aborted) {
        this.#breakOffAll("interrupted", INTERRUPTED, true);
        break;
      }
      await this.#lookOnce();
      this.#sayWhatIsWaitedFor();
    }
    this.#isPolling = false;
  }

  /** One line for all of them: hundreds of rollouts would say the same. */
  #sayWhatIsWaitedFor(): void {
    const { clock, onWaiting } = this.#dependencies;
    const waiting = [...this.#watched]
      .map(({ watch }) => ({ location: watch.target.location, progress: watch.progress }))
      .filter(({ progress }) => progress !== "")
      .sort((one, other) => compareCodePoints(one.location, other.location));
    const said = JSON.stringify(waiting);
    if (onWaiting === undefined || waiting.length === 0 || said === this.#said) return;
    this.#said = said;
    onWaiting(waiting, Math.round((clock.now() - this.#begunAt) / 1_000));
  }

  async #lookOnce(): Promise<void> {
    const { ecs, cluster } = this.#dependencies;
    const watched = [...this.#watched];
    try {
      const services = await ecs.describeServices(
        cluster,
        watched.map(({ watch }) => watch.target.service),
      );
      const byName = new Map(services.map((service) => [service.serviceName, service]));
      await Promise.all(
        watched.map(async (each) => {
          try {
            const end = await each.watch.look(byName.get(each.watch.target.service));
            if (end !== undefined) this.#end(each, end);
          } catch (error) {
            this.#bear(error, [each]);
          }
        }),
      );
    } catch (error) {
      this.#bear(error, watched);
    }
  }

  /** Without credentials or permission no later look can succeed; whatever else went wrong may pass. */
  #bear(error: unknown, watched: readonly Watched[]): void {
    const reason = `the rollout could not be watched: ${explainError(error)}`;
    if (isCredentialsError(error)) {
      this.#breakOffAll("unknown", reason, false);
      return;
    }
    const now = this.#dependencies.clock.now();
    for (const each of watched) {
      if (isAccessDenied(error) || now >= each.watch.deadline) {
        this.#end(each, each.watch.breakOff("unknown", reason, true));
      }
    }
  }

  #breakOffAll(kind: "unknown" | "interrupted", reason: string, canAsk: boolean): void {
    for (const each of [...this.#watched]) this.#end(each, each.watch.breakOff(kind, reason, canAsk));
  }

  #end(each: Watched, end: RolloutEnd): void {
    if (this.#watched.delete(each)) each.finish(end);
  }
}
