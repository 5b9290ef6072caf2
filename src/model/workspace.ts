import type { SourcePosition } from "../errors.ts";
import type { EnvironmentVariable } from "./environment.ts";
import type { JsonObject, JsonValue } from "./json.ts";

/** How Dagster finds the definitions: exactly one kind (reference: `code_source`). */
export interface CodeSource {
  readonly kind: "python_file" | "module_name" | "package_name" | "autoload_defs_module_name";
  readonly value: string;
}

/** A secret of a container, in the shape of the ECS API. */
export interface SecretReference {
  readonly name: string;
  readonly valueFrom: string;
}

/** A user's tag. `value` is absent when the YAML gives none; ECS then stores an empty value. */
export interface UserTag {
  readonly key: string;
  readonly value?: string;
}

/** `server_resources` or `run_resources` of one level. Text as written ("256", "0.25 vCPU"). */
export interface Resources {
  readonly cpu?: string;
  readonly memory?: string;
  /** GiB. */
  readonly ephemeralStorage?: number;
  readonly replicaCount?: number;
}

/**
 * The ECS settings that exist at both levels: `container_context.ecs` of a location and
 * `user_code_launcher.config` of a deployment. `{env: NAME}` values are already resolved.
 */
export interface EcsSettings {
  /** In order, duplicates kept: the merge decides which one wins. */
  readonly envVars: readonly EnvironmentVariable[];
  readonly secrets: readonly SecretReference[];
  /** Valueless `env_vars` that the agent's task has as secrets; names unique, none of them in `envVars`. */
  readonly variableSecrets?: readonly SecretReference[];
  /** Tag keys to look up in Secrets Manager. */
  readonly secretsTags: readonly string[];
  readonly serverResources: Resources;
  readonly runResources: Resources;
  readonly executionRoleArn?: string;
  readonly taskRoleArn?: string;
  /** Passed through in the shape of the ECS API. */
  readonly mountPoints: readonly JsonObject[];
  readonly volumes: readonly JsonObject[];
  readonly serverSidecarContainers: readonly JsonObject[];
  readonly runSidecarContainers: readonly JsonObject[];
  readonly serverEcsTags: readonly UserTag[];
  readonly runEcsTags: readonly UserTag[];
  readonly repositoryCredentials?: string;
  readonly runtimePlatform?: JsonObject;
  readonly serverHealthCheck?: JsonObject;
  /**
   * Where entries are written, for messages: by `env_vars.NAME`, `secrets.NAME`, `server_ecs_tags.KEY`,
   * `server_sidecar_containers.NAME`.
   */
  readonly sources?: ReadonlyMap<string, SourcePosition>;
}

/** One code location after the `defaults` merge. */
export interface CodeLocation {
  readonly name: string;
  readonly image?: string;
  readonly build?: { readonly registry?: string; readonly directory?: string };
  readonly codeSource: CodeSource;
  readonly workingDirectory?: string;
  readonly executablePath?: string;
  readonly attribute?: string;
  readonly agentQueue?: string;
  readonly git?: { readonly commitHash?: string; readonly url?: string };
  /** As the document has it after the merge, in its key order: this becomes DAGSTER_CONTAINER_CONTEXT. */
  readonly containerContext: JsonObject;
  /** `container_context.ecs` and the shared `container_context.env_vars`, which win over `ecs.env_vars`. */
  readonly ecs: EcsSettings;
  /** Of its name. */
  readonly position: SourcePosition;
  /** Where values are written, by their path in the location: `image`, `build.registry`, `container_context.ecs.task_role_arn`. */
  readonly places?: ReadonlyMap<string, SourcePosition>;
}

/** What one or more configuration files say. */
export interface Workspace {
  readonly locations: readonly CodeLocation[];
}

/** `user_code_launcher.config` (reference: user_code_launcher properties). Times are in seconds. */
export interface LauncherConfig extends EcsSettings {
  /** Name, without the ARN prefix. */
  readonly cluster: string;
  readonly subnets: readonly string[];
  readonly securityGroupIds: readonly string[];
  readonly serviceDiscoveryNamespaceId: string;
  readonly serviceDiscoveryRoleArn?: string;
  readonly logGroup: string;
  readonly launchType: "FARGATE" | "EC2";
  readonly assignPublicIp?: boolean;
  readonly enableEcsExec: boolean;
  readonly serverTaskDefinitionPrefix: string;
  readonly codeServerMetricsEnabled: boolean;
  readonly serverProcessStartupTimeout: number;
  readonly ecsTimeout: number;
  readonly ecsGracePeriod: number;
  /** `secrets` entries given as ARN text: the name comes from Secrets Manager. */
  readonly secretArns: readonly string[];
  /** Everything else the agent accepts and this action has no use for. */
  readonly other: { readonly [key: string]: JsonValue };
}

/** `dagster.yaml`: the agent's per-deployment configuration. */
export interface DeploymentConfig {
  readonly launcher: LauncherConfig;
  /** Names of the full deployments the agent serves; empty when the file does not say. */
  readonly deployments: readonly string[];
  readonly branchDeployments: boolean;
  /** From the host of `dagster_cloud_api.url` or the second part of the agent token. */
  readonly organization?: string;
  readonly isolatedAgents: boolean;
  readonly agentQueues: { readonly includeDefaultQueue: boolean; readonly additionalQueues: readonly string[] };
  readonly position: SourcePosition;
}

/**
 * The ECS settings of a location merged over its deployment's, by the agent's rules
 * (docs/agent.md, Merge of the two levels).
 */
export interface MergedEcsSettings {
  /** Names unique, sorted in code point order. */
  readonly environment: readonly EnvironmentVariable[];
  /** Explicit secrets and those behind valueless `env_vars`, names unique, the winner of both levels; they win over tagged ones. */
  readonly secrets: readonly SecretReference[];
  /** Tag keys in the agent's order: the location's, then the deployment's; a later tag's secret wins. */
  readonly secretsTags: readonly string[];
  readonly serverResources: Resources;
  readonly runResources: Resources;
  readonly executionRoleArn: string;
  readonly taskRoleArn?: string;
  readonly mountPoints: readonly JsonObject[];
  readonly volumes: readonly JsonObject[];
  readonly serverSidecarContainers: readonly JsonObject[];
  /** Keys unique. */
  readonly serverEcsTags: readonly UserTag[];
  readonly repositoryCredentials?: string;
  readonly runtimePlatform?: JsonObject;
  readonly serverHealthCheck?: JsonObject;
}
