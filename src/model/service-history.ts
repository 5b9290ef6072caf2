/** One rollout of a service, as ECS remembers it (a "service deployment"). */
export interface PastRollout {
  /** ServiceDeploymentStatus of the ECS API. */
  readonly status: string;
  /** Milliseconds since the epoch. */
  readonly createdAt: number;
  /** What it rolled out; absent when ECS does not know that any more. */
  readonly taskDefinitionArn?: string;
}

/** What ECS remembers of the rollouts of a service. */
export interface ServiceHistory {
  readonly rollouts: readonly PastRollout[];
  /** False when there were rollouts before the oldest of these: ECS forgets them after 90 days. */
  readonly isComplete: boolean;
}
