import { matchesGlob } from "../world/globs.ts";

/** What a container does once its task has been launched. Seconds are emulated seconds. */
export type ContainerBehaviour =
  /** Starts and stays up. `startSeconds` is the time from launch to RUNNING, 15 unless said. */
  | { readonly kind: "run"; readonly startSeconds?: number; readonly logs?: readonly string[] }
  /** Starts, and ends by itself after `afterSeconds` (1). */
  | {
      readonly kind: "exit";
      readonly exitCode: number;
      readonly afterSeconds?: number;
      readonly logs?: readonly string[];
      /** The container's `reason`, e.g. `OutOfMemoryError: ...`. */
      readonly reason?: string;
      /** How long ECS still calls the task RUNNING although an essential container has ended; 0 unless said. */
      readonly noticedAfterSeconds?: number;
    }
  /** Killed for its memory: exit code 137. */
  | { readonly kind: "outOfMemory"; readonly afterSeconds?: number; readonly logs?: readonly string[] }
  /** The image is for another processor. */
  | { readonly kind: "execFormat" }
  /** The image cannot be pulled. */
  | { readonly kind: "cannotPull"; readonly message?: string }
  /** The task's secrets or network interface cannot be set up. */
  | { readonly kind: "resourceInitialization"; readonly message?: string }
  /** ECS gives up starting the task, in these words; after 8 seconds unless said. */
  | { readonly kind: "failsToStart"; readonly reason: string; readonly afterSeconds?: number }
  /** Starts, and never passes its health check. Without a health check it just runs. */
  | { readonly kind: "unhealthy"; readonly logs?: readonly string[] }
  /** Stays PENDING for ever. */
  | { readonly kind: "neverStarts" }
  /** Fargate has no capacity: no task is made, only an event. */
  | { readonly kind: "noCapacity" }
  /** Does `first` for the first `times` tasks, then `next`, or runs. */
  | {
      readonly kind: "transient";
      readonly times: number;
      readonly first: ContainerBehaviour;
      readonly next?: ContainerBehaviour;
    };

export interface BehaviourRule {
  /** Image reference, `*` matching anything. */
  readonly image?: string;
  /** Task definition family, `*` matching anything. */
  readonly family?: string;
  /** Container name, `*` matching anything. */
  readonly container?: string;
  /** Whether the task belongs to a service or came from RunTask. */
  readonly launchedBy?: "service" | "run";
  readonly behaviour: ContainerBehaviour;
}

export interface ContainerOfTask {
  readonly image: string;
  readonly family: string;
  readonly container: string;
  readonly launchedBy: "service" | "run";
}

interface ActiveRule {
  readonly rule: BehaviourRule;
  /** By container name: a rule that fits several containers of a task counts the task once. */
  readonly used: Map<string, number>;
}

/** The table that decides what containers do. The rule set last wins. */
export class Behaviours {
  #rules: ActiveRule[] = [];

  add(rule: BehaviourRule): void {
    this.#rules.unshift({ rule, used: new Map() });
  }

  clear(): void {
    this.#rules = [];
  }

  /** The behaviour for a container about to be launched; a `transient` rule counts it. */
  decide(container: ContainerOfTask): ContainerBehaviour | undefined {
    const active = this.#rules.find(({ rule }) => fits(rule, container));
    if (active === undefined) {
      return undefined;
    }
    return resolve(active.rule.behaviour, countUse(active, container));
  }

  /** Whether there is no capacity for such a container now; only then does a `transient` rule count it. */
  takeRefusal(container: ContainerOfTask): boolean {
    const active = this.#rules.find(({ rule }) => fits(rule, container));
    const use = (active?.used.get(container.container) ?? 0) + 1;
    if (active === undefined || resolve(active.rule.behaviour, use).kind !== "noCapacity") {
      return false;
    }
    countUse(active, container);
    return true;
  }
}

function countUse(active: ActiveRule, { container }: ContainerOfTask): number {
  const use = (active.used.get(container) ?? 0) + 1;
  active.used.set(container, use);
  return use;
}

function resolve(behaviour: ContainerBehaviour, use: number): ContainerBehaviour {
  let current = behaviour;
  while (current.kind === "transient") {
    current = use <= current.times ? current.first : (current.next ?? { kind: "run" });
  }
  return current;
}

function fits(rule: BehaviourRule, container: ContainerOfTask): boolean {
  return (
    (rule.image === undefined || matchesGlob(rule.image, container.image)) &&
    (rule.family === undefined || matchesGlob(rule.family, container.family)) &&
    (rule.container === undefined || matchesGlob(rule.container, container.container)) &&
    (rule.launchedBy === undefined || rule.launchedBy === container.launchedBy)
  );
}
