import type {
  ContainerDefinition,
  CreateServiceRequest,
  DeploymentConfiguration,
  DeploymentRolloutState,
  LaunchType,
  LoadBalancer,
  NetworkConfiguration,
  ServiceDeploymentStatus,
  ServiceEvent,
  ServiceRegistry,
  Tag,
  TaskDefinition,
  TaskOverride,
  TaskStopCode,
} from "@aws-sdk/client-ecs";
import type { LaggingValue, Visibility } from "../world/visibility.ts";

export interface ClusterRecord {
  readonly name: string;
  readonly arn: string;
  readonly status: "ACTIVE" | "INACTIVE";
  tags: Tag[];
}

export interface TaskDefinitionRecord {
  readonly arn: string;
  readonly family: string;
  readonly revision: number;
  readonly definition: TaskDefinition;
  status: "ACTIVE" | "INACTIVE" | "DELETE_IN_PROGRESS";
  deregisteredAt?: Date;
  readonly tags: LaggingValue<Tag[]>;
  readonly visibility: Visibility;
}

/** The part of a service that a deployment carries: AWS calls it the service revision. */
export interface ServiceRevisionConfiguration {
  readonly taskDefinitionArn: string;
  readonly launchType?: LaunchType;
  readonly capacityProviderStrategy?: NonNullable<CreateServiceRequest["capacityProviderStrategy"]>;
  readonly platformVersion: string;
  readonly networkConfiguration?: NetworkConfiguration;
  readonly serviceRegistries: readonly ServiceRegistry[];
  readonly loadBalancers: readonly LoadBalancer[];
}

export interface DeploymentRecord {
  /** `ecs-svc/` and 19 digits. */
  readonly id: string;
  readonly configuration: ServiceRevisionConfiguration;
  status: "PRIMARY" | "ACTIVE" | "INACTIVE";
  desiredCount: number;
  /** Consecutive failures, as ECS counts them. */
  failedTasks: number;
  /** Failures since the deployment began; decides how long the scheduler waits before the next attempt. */
  attempts: number;
  nextLaunchAt: number;
  /** Before this it is not called completed, even when all its tasks are there. */
  settlesFrom: number;
  readonly createdAt: number;
  updatedAt: number;
  rolloutState: DeploymentRolloutState;
  rolloutStateReason: string;
  /** Set when this deployment exists because another one failed or was stopped. */
  rollbackOf?: string;
}

export interface ServiceDeploymentRecord {
  readonly arn: string;
  readonly targetRevisionArn: string;
  readonly sourceRevisionArns: readonly string[];
  readonly createdAt: number;
  startedAt?: number;
  finishedAt?: number;
  stoppedAt?: number;
  updatedAt: number;
  status: ServiceDeploymentStatus;
  statusReason?: string;
  rollback?: { reason: string; startedAt: number; serviceRevisionArn: string };
  breakerStatus: "TRIGGERED" | "MONITORING" | "MONITORING_COMPLETE" | "DISABLED";
  failureCount: number;
  /** Deployments that belong to it: the one that was asked for, and its rollback. */
  readonly deploymentIds: string[];
}

export interface ServiceRecord {
  readonly arn: string;
  readonly name: string;
  readonly cluster: ClusterRecord;
  status: "ACTIVE" | "DRAINING" | "INACTIVE";
  desiredCount: number;
  deploymentConfiguration: DeploymentConfiguration;
  readonly request: CreateServiceRequest;
  configuration: ServiceRevisionConfiguration;
  placementConstraints: NonNullable<CreateServiceRequest["placementConstraints"]>;
  placementStrategy: NonNullable<CreateServiceRequest["placementStrategy"]>;
  healthCheckGracePeriodSeconds: number;
  enableExecuteCommand: boolean;
  enableECSManagedTags: boolean;
  propagateTags: "TASK_DEFINITION" | "SERVICE" | "NONE";
  availabilityZoneRebalancing: "ENABLED" | "DISABLED";
  readonly createdAt: number;
  /** Newest first. */
  deployments: DeploymentRecord[];
  /** Every deployment there ever was: the service revisions. */
  readonly revisions: Map<string, DeploymentRecord>;
  /** The newest deployment that completed: what a rollback goes back to. */
  lastCompleted?: DeploymentRecord;
  /** Newest first. */
  readonly serviceDeployments: ServiceDeploymentRecord[];
  /** Newest first. */
  events: ServiceEvent[];
  readonly tags: LaggingValue<Tag[]>;
  readonly visibility: Visibility;
  steady: boolean;
  reconcileScheduled: boolean;
}

export interface ContainerRecord {
  readonly definition: ContainerDefinition;
  readonly arn: string;
  readonly runtimeId: string;
  lastStatus: string;
  exitCode?: number;
  reason?: string;
  healthStatus: "HEALTHY" | "UNHEALTHY" | "UNKNOWN";
}

export interface TaskRecord {
  readonly arn: string;
  readonly id: string;
  readonly cluster: ClusterRecord;
  readonly service?: ServiceRecord;
  readonly deployment?: DeploymentRecord;
  readonly group: string;
  readonly startedBy?: string;
  readonly taskDefinition: TaskDefinitionRecord;
  readonly configuration: ServiceRevisionConfiguration;
  readonly overrides: TaskOverride;
  readonly containers: ContainerRecord[];
  readonly createdAt: number;
  readonly privateIp: string;
  readonly subnetId: string;
  readonly attachmentId: string;
  tags: Tag[];
  lastStatus: string;
  desiredStatus: "RUNNING" | "STOPPED";
  pullStartedAt?: number;
  pullStoppedAt?: number;
  startedAt?: number;
  stoppingAt?: number;
  stoppedAt?: number;
  executionStoppedAt?: number;
  stopCode?: TaskStopCode;
  stoppedReason?: string;
  /** RUNNING and, with health checks, HEALTHY: counted as a success of its deployment. */
  succeeded: boolean;
  /** Why it is being stopped; only failures count for the circuit breaker. */
  stopCause?: "failure" | "scheduler" | "user";
  /** Set once the scheduler has taken the failure into account. */
  counted: boolean;
  /** Set once it has made the scheduler count failures from zero. */
  hasReset: boolean;
  version: number;
  /** Tells whoever launched the task that something about it changed. */
  readonly notify: () => void;
}

export interface EcsState {
  readonly clusters: Map<string, ClusterRecord>;
  /** Every revision of a family, oldest first; a deleted one stays as a hole so that numbers go on. */
  readonly families: Map<string, TaskDefinitionRecord[]>;
  /** All services there were, newest last: an INACTIVE one and its successor may share a name. */
  readonly services: ServiceRecord[];
  /** By ARN. */
  readonly tasks: Map<string, TaskRecord>;
  readonly accountSettings: Map<string, string>;
  /** What RunTask was asked for with a client token, and what came of it. */
  readonly runTokens: Map<string, { readonly request: string; readonly tasks: readonly TaskRecord[] }>;
}

export function createEcsState(): EcsState {
  return {
    clusters: new Map(),
    families: new Map(),
    services: [],
    tasks: new Map(),
    runTokens: new Map(),
    accountSettings: new Map([
      ["serviceLongArnFormat", "enabled"],
      ["taskLongArnFormat", "enabled"],
      ["containerInstanceLongArnFormat", "enabled"],
      ["awsvpcTrunking", "disabled"],
      ["containerInsights", "disabled"],
      ["fargateFIPSMode", "disabled"],
      ["tagResourceAuthorization", "on"],
      ["fargateTaskRetirementWaitPeriod", "7"],
      ["guardDutyActivate", "off"],
      ["defaultLogDriverMode", "non-blocking"],
    ]),
  };
}
