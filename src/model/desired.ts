import type { SourcePosition } from "../errors.ts";
import type { EnvironmentVariable } from "./environment.ts";
import type { JsonObject } from "./json.ts";

/** The Dagster deployment a run works on. */
export interface DagsterDeployment {
  readonly name: string;
  readonly kind: "full" | "branch";
  /** For a branch deployment: what Dagster+ tells the code about the branch. */
  readonly branch?: BranchDetails;
}

/** Git and pull request of a branch deployment. */
export interface BranchDetails {
  readonly pullRequest: number;
  readonly pullRequestStatus: string;
  readonly baseDeployment: string;
  readonly gitBranch?: string;
  readonly gitRepository?: string;
  readonly gitSha?: string;
}

/** The image of a code server. */
export interface DesiredImage {
  /** As the user wrote it, or registry and tag. */
  readonly requested: string;
  /** What the task definition gets: with a digest where it was pinned. */
  readonly reference: string;
  /**
   * `pinned`: the tag was resolved to a digest; `missing`: not in ECR; `kept`: what runs now (`missing-image: keep`);
   * `registered`: what a registered revision has.
   */
  readonly status: "as-written" | "pinned" | "missing" | "kept" | "unresolved" | "registered";
}

/** A task definition revision that should exist. */
export interface DesiredTaskDefinition {
  readonly family: string;
  /**
   * RegisterTaskDefinition in the shape of the ECS API, without `tags` and without the `environment` of the
   * code server's container (named `dagster`, always the first), which stays in `environment`.
   */
  readonly body: JsonObject;
  /** Sorted by name in code point order, names unique. */
  readonly environment: readonly EnvironmentVariable[];
}

/** An ECS service that should exist. */
export interface DesiredService {
  readonly name: string;
  readonly cluster: string;
  readonly launchType: "FARGATE" | "EC2";
  /** Absent when not configured: one task at creation, then left alone. */
  readonly desiredCount?: number;
  readonly enableExecuteCommand: boolean;
  readonly subnets: readonly string[];
  readonly securityGroups: readonly string[];
  /** Absent for EC2. */
  readonly assignPublicIp?: "ENABLED" | "DISABLED";
  readonly rollbackOnFailure: boolean;
  /** CreateService in the shape of the ECS API, without `taskDefinition`, `serviceRegistries` and `tags`. */
  readonly createRequest: JsonObject;
}

/** A Cloud Map service that should exist: one A record, TTL 60 seconds, like the agent's. */
export interface DesiredCloudMapService {
  readonly name: string;
  readonly namespaceId: string;
  /** CreateService in the shape of the Cloud Map API, without `Tags`. */
  readonly createRequest: JsonObject;
}

/** Everything that should exist for one code location. */
export interface DesiredLocation {
  readonly name: string;
  readonly deployment: DagsterDeployment;
  readonly image: DesiredImage;
  readonly taskDefinition: DesiredTaskDefinition;
  readonly service: DesiredService;
  readonly cloudMapService: DesiredCloudMapService;
  /** The user's `server_ecs_tags`, merged; on the ECS service and the Cloud Map service. */
  readonly userTags: Readonly<Record<string, string>>;
  /** Our own tags that do not change from run to run (deployment, location, source, kind, pull-request). */
  readonly identityTags: Readonly<Record<string, string>>;
  /** What a task of the revision runs instead of the code server to show that its code loads. */
  readonly loadCheckCommand: readonly string[];
  /** Port of the code server. */
  readonly port: number;
  /** Seconds a rollout may take: `ecs_timeout` plus `server_process_startup_timeout`. */
  readonly rolloutTimeout: number;
  /** Seconds until its tasks run (`ecs_timeout`). */
  readonly taskStartTimeout: number;
  /** Seconds from there until they are HEALTHY, where that is checked (`server_process_startup_timeout`). */
  readonly healthCheckTimeout: number;
  /** Seconds DescribeServices may say MISSING after a creation. */
  readonly gracePeriod: number;
  readonly logGroup: string;
  readonly position: SourcePosition;
}
