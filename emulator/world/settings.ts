/** How long a change stays invisible to reads: for a number of reads, or for a time, whichever ends later. */
export interface Lag {
  readonly reads?: number;
  /** Emulated seconds. */
  readonly seconds?: number;
}

export interface ConsistencySettings {
  /** DescribeServices answers MISSING for a service just created. */
  readonly newServices?: Lag;
  /** DescribeTaskDefinition does not find a revision just registered. */
  readonly newTaskDefinitions?: Lag;
  /** DescribeServices and ListTagsForResource show the tags from before. */
  readonly tags?: Lag;
  /** Cloud Map ListServices does not list a service just created. */
  readonly newDiscoveryServices?: Lag;
}

/** Everything that can be set. All times are emulated seconds unless the name says otherwise. */
export interface Settings {
  readonly account: string;
  readonly region: string;
  /** No page of a list is longer than this, whatever the service's own default. */
  readonly pageSize: number;
  /** Token buckets as documented for ECS; off unless a test wants to be throttled. */
  readonly throttling: boolean;
  /**
   * Whether tasks fail, and services are refused, when they name an image, secret, role, log group,
   * subnet or security group of this account that does not exist.
   */
  readonly strictReferences: boolean;
  readonly consistency: ConsistencySettings;
  /** Whether a circuit breaker's rollback becomes PRIMARY under a new id or under the id it goes back to. */
  readonly rollbackDeployment: "new" | "previous";
  /** How long the circuit breaker takes from the last failure it counts to its decision. */
  readonly breakerSeconds: number;
  /** How long a scaled-down service stays DRAINING after its tasks are gone. */
  readonly drainingSeconds: number;
  /** How long a stopped task can still be described. About an hour on AWS; longer here, as time may run fast. */
  readonly stoppedTaskSeconds: number;
  /** How long a task that is being stopped stays registered in Cloud Map. */
  readonly lingeringInstanceSeconds: number;
  /** How long Cloud Map takes for an asynchronous operation. */
  readonly operationSeconds: number;
  /** Login of the token's user on GitHub. */
  readonly githubLogin: string;
  /** No page of a list of GitHub is longer than this, whatever is asked for. */
  readonly githubPageSize: number;
  /** GitHub's primary rate limit. 1,000 is that of a job's own token. */
  readonly githubRequestsPerHour: number;
  /** What the token may do; GitHub's default for a job is what its workflow says. */
  readonly githubPermissions: Readonly<Record<"pull_requests" | "deployments", "none" | "read" | "write">>;
  /** Seed of everything random: ids, and faults with a probability. */
  readonly seed: number;
}

export const DEFAULT_SETTINGS: Settings = {
  account: "123456789012",
  region: "us-east-1",
  pageSize: 10,
  throttling: false,
  strictReferences: true,
  consistency: {},
  rollbackDeployment: "new",
  breakerSeconds: 0,
  drainingSeconds: 10,
  stoppedTaskSeconds: 86_400,
  lingeringInstanceSeconds: 0,
  operationSeconds: 5,
  githubLogin: "github-actions[bot]",
  githubPageSize: 100,
  githubRequestsPerHour: 1_000,
  githubPermissions: { pull_requests: "write", deployments: "write" },
  seed: 1,
};
