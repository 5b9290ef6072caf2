import type { EcsService } from "../model/aws-shapes.ts";
import type { Rollback } from "./rollback-watch.ts";
import type { PhaseState, RolloutLimits, RolloutPhase } from "./rollout-phase.ts";
import type { WatchedContainers } from "./task-health.ts";

/** A rollout to watch to its end. */
export interface RolloutTarget {
  readonly location: string;
  readonly cluster: string;
  readonly service: string;
  /** The ECS deployment this run created. */
  readonly ecsDeploymentId: string;
  readonly taskDefinitionArn: string;
  readonly containers: WatchedContainers;
  /** What the circuit breaker was told, and what is done about tasks that keep failing. */
  readonly rollbackOnFailure: boolean;
  /** When ECS answered with the deployment, by our clock; milliseconds since the epoch. */
  readonly begunAt: number;
  readonly limits: RolloutLimits;
  /** `ecs_grace_period`, in milliseconds: for so long ECS may not know the service or the deployment yet. */
  readonly gracePeriod: number;
}

/** How a rollout ended. */
export type RolloutEndKind =
  | "succeeded"
  /** ECS gave up on it. */
  | "failed"
  /** Its tasks kept failing, and we gave up before ECS. */
  | "crashing"
  /** Somebody stopped it. */
  | "stopped"
  /** Another ECS deployment took its place. */
  | "replaced"
  /** The service is not there, or not any more. */
  | "gone"
  | "timed-out"
  /** It could not be watched to its end. */
  | "unknown"
  /** The run was cancelled. */
  | "interrupted";

/** When a rollout first came to a phase. */
export interface ReachedPhase {
  readonly name: RolloutPhase | "rollback";
  readonly since: number;
}

/** How watching ended, and the service as it was last seen. */
export interface RolloutEnd {
  readonly kind: RolloutEndKind;
  /** Part of a sentence, for people; empty for a success. */
  readonly reason: string;
  /** Where the rollout stood when it ended. */
  readonly phase: PhaseState;
  /** What it was at from when on, each phase where it was first reached; milliseconds since the epoch. */
  readonly reached?: readonly ReachedPhase[];
  readonly service: EcsService | undefined;
  /** When ECS created the deployment, by its own clock; undefined when no look has shown it. */
  readonly createdAt: Date | undefined;
  /** True when `service` was read at the end, false when that was not possible any more. */
  readonly isCurrent: boolean;
  readonly rollback: Rollback;
  /** False when AWS answers no further question of this run: its credentials have expired. */
  readonly canAsk: boolean;
}
