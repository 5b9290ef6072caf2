import { ActionError } from "../errors.ts";
import { isAccessDenied, isCredentialsError } from "../model/aws-error-codes.ts";
import type { EcsService } from "../model/aws-shapes.ts";
import type { Clock, EcsPort } from "../ports.ts";

/** Services take a while to stop their tasks; looking more often does not make it faster. */
const DRAIN_POLL_INTERVAL_MS = 5_000;

/** A service that was deleted and still stops its tasks. */
export interface DrainingService {
  readonly name: string;
  /** When it was created, where that is known: a younger service of the same name is another one. */
  readonly createdAt?: Date | undefined;
}

interface Wait {
  readonly service: DrainingService;
  /** Milliseconds since the epoch. */
  readonly deadline: number;
  readonly resolve: () => void;
  readonly reject: (error: unknown) => void;
}

/** What waiting needs of the world. */
export interface DrainDependencies {
  readonly cluster: string;
  readonly ecs: Pick<EcsPort, "describeServices">;
  readonly clock: Clock;
  readonly signal: AbortSignal;
}

/** One poller for all services of a cluster that are on their way out. */
export class DrainWatcher {
  readonly #waits = new Set<Wait>();
  readonly #dependencies: DrainDependencies;
  #polling = false;

  constructor(dependencies: DrainDependencies) {
    this.#dependencies = dependencies;
  }

  /**
   * Resolves when ECS does not know the service any more (INACTIVE counts as gone). Rejects when it takes longer than
   * `timeoutMs`, when somebody creates it anew, when the run is interrupted, or when nobody can look any more.
   */
  waitUntilGone(service: DrainingService, timeoutMs: number): Promise<void> {
    return new Promise((resolve, reject) => {
      this.#waits.add({ service, deadline: this.#dependencies.clock.now() + timeoutMs, resolve, reject });
      if (this.#polling) return;
      this.#polling = true;
      void this.#poll();
    });
  }

  async #poll(): Promise<void> {
    const { clock, signal } = this.#dependencies;
    while (this.#waits.size > 0) {
      await this.#lookOnce();
      if (this.#waits.size === 0) break;
      await clock.sleep(DRAIN_POLL_INTERVAL_MS, signal);
      if (signal.aborted) {
        for (const wait of [...this.#waits]) this.#fail(wait, interruptedWhileDraining(wait.service.name));
      }
    }
    this.#polling = false;
  }

  async #lookOnce(): Promise<void> {
    const { cluster, ecs } = this.#dependencies;
    const waits = [...this.#waits];
    try {
      const services = await ecs.describeServices(
        cluster,
        waits.map(({ service }) => service.name),
      );
      const byName = new Map(services.map((service) => [service.serviceName, service]));
      for (const wait of waits) this.#judge(wait, byName.get(wait.service.name));
    } catch (error) {
      // Without credentials or permission no later look can succeed; whatever else went wrong may pass.
      const isFinal = isCredentialsError(error) || isAccessDenied(error);
      for (const wait of waits) if (isFinal || this.#isOverdue(wait)) this.#fail(wait, error);
    }
  }

  #judge(wait: Wait, found: EcsService | undefined): void {
    const { name, createdAt } = wait.service;
    if (found === undefined) {
      this.#waits.delete(wait);
      wait.resolve();
    } else if (found.status === "ACTIVE" && createdAt !== undefined && isAfter(found.createdAt, createdAt)) {
      this.#fail(wait, createdAnew(name));
    } else if (this.#isOverdue(wait)) {
      this.#fail(wait, stillDraining(name));
    }
  }

  #isOverdue({ deadline }: Wait): boolean {
    return this.#dependencies.clock.now() >= deadline;
  }

  #fail(wait: Wait, error: unknown): void {
    this.#waits.delete(wait);
    wait.reject(error);
  }
}

/** Waits for one service (see `DrainWatcher`). */
export function waitUntilGone(
  service: DrainingService & { readonly cluster: string },
  timeoutMs: number,
  { ecs, clock }: Pick<DrainDependencies, "ecs" | "clock">,
  signal: AbortSignal,
): Promise<void> {
  return new DrainWatcher({ cluster: service.cluster, ecs, clock, signal }).waitUntilGone(service, timeoutMs);
}

function isAfter(one: Date | undefined, other: Date): boolean {
  return one !== undefined && one.getTime() > other.getTime();
}

function stillDraining(name: string): ActionError {
  return new ActionError("service-still-draining", `The ECS service ${name} was deleted but still stops its tasks.`, {
    source: "aws",
    hint: "Run again when the service is INACTIVE.",
  });
}

/** Code of the error for a service that another run has created while it was waited for to go. */
export const CREATED_ANEW = "service-created-anew";

/** For whoever finds a service of the name that another run has created meanwhile. */
export function createdAnew(name: string): ActionError {
  return new ActionError(CREATED_ANEW, `The ECS service ${name} was created anew while this run waited for it to go.`, {
    source: "user",
    hint: "Another run uses it now: nothing more was done to it. Run again if it should not stay as it is.",
  });
}

/** For a service of the name that came into being when parts of the one before were removed already. */
export function createdTooEarly(name: string): ActionError {
  return new ActionError(
    CREATED_ANEW,
    `The ECS service ${name} was created anew while this run removed the rest of it.`,
    {
      source: "user",
      hint: "Its host name or its revision may be gone: apply again, or run this again if it should not stay.",
    },
  );
}

function interruptedWhileDraining(name: string): ActionError {
  return new ActionError("interrupted", `The run was interrupted while the ECS service ${name} stopped its tasks.`, {
    source: "user",
    hint: "The next run goes on from there.",
  });
}
