import type {
  EcsService,
  EcsServiceDeployment,
  EcsServiceDeploymentBrief,
  EcsServiceRevision,
  EcsTask,
} from "./model/aws-shapes.ts";
import type { EnvironmentVariable } from "./model/environment.ts";
import type { JsonObject } from "./model/json.ts";
import type { CallerIdentity, ImageFact, LiveCloudMapService, LiveTaskDefinition, TagMap } from "./model/live-state.ts";

// Methods that read retry, paginate and batch inside the adapter. Every method rejects with an ActionError
// (source `aws` or `github`) whose code is the service's own error name where there is one.

/** The step's console, outputs and summary (the runner's), or a terminal's. */
export interface Io {
  info(text: string): void;
  debug(text: string): void;
  group(title: string, lines: readonly string[]): void;
  annotate(annotation: Annotation): void;
  setOutput(name: string, value: string): void;
  writeSummary(markdown: string): Promise<void>;
  /** Registers a text that must not appear in the log. */
  mask(text: string): void;
}

/** A message at a line of a file. */
export interface Annotation {
  readonly level: "error" | "warning" | "notice";
  readonly title: string;
  readonly message: string;
  readonly file?: string;
  readonly line?: number;
  readonly column?: number;
}

/** A file of the checkout. */
export interface ListedFile {
  /** From the workspace directory, with `/`. */
  readonly path: string;
  /** Bytes. */
  readonly size: number;
}

/** Which files below a folder are asked for. */
export interface ListOptions {
  /** Only files whose names end with it. */
  readonly suffix?: string;
  /** Not what is in a folder for which it holds, by its path from the folder that is listed and the names in it. */
  readonly leaveOut?: (folder: string, names: readonly string[]) => boolean;
}

/** Files of the checkout. Paths are relative to the workspace directory. */
export interface Files {
  /** Absolute path of the workspace directory, with `/`. */
  readonly root: string;
  /**
   * Undefined when there is no such file. Bytes, because the encoding is checked. Rejects (ActionError, source `user`)
   * for what is no regular file, such as a directory or a pipe, for a huge file, and for one that cannot be read.
   */
  read(path: string): Promise<Uint8Array | undefined>;
  /**
   * The files below a folder, with paths from the workspace directory and sizes in bytes, in no order; none when there
   * is no such folder or it is outside the checkout. Links to folders are not followed; folders that begin with a dot
   * and node_modules are left out, and so is what comes after a very large number of entries.
   */
  list(folder: string, options?: ListOptions): Promise<readonly ListedFile[]>;
  /** The files a glob fits (`**` for any folders), sorted; not those of node_modules and of folders with a dot. */
  glob(pattern: string): Promise<readonly string[]>;
  write(path: string, text: string): Promise<void>;
}

/** Time, in milliseconds since the epoch. */
export interface Clock {
  now(): number;
  /** Resolves early (without an error) when the signal aborts. */
  sleep(milliseconds: number, signal?: AbortSignal): Promise<void>;
}

/** A service to create. */
export interface NewEcsService {
  readonly request: JsonObject;
  readonly tags: TagMap;
}

/** Amazon ECS. */
export interface EcsPort {
  /** Any number of names; batches of ten, with tags. INACTIVE and MISSING ones are left out. */
  describeServices(cluster: string, names: readonly string[]): Promise<readonly EcsService[]>;
  /** Names of all services of a cluster. */
  listServices(cluster: string): Promise<readonly string[]>;
  /** The service deployments of a service, newest first: those created at or after `createdAfter`, else of 90 days. */
  listServiceDeployments(
    cluster: string,
    service: string,
    options?: { readonly createdAfter?: Date },
  ): Promise<readonly EcsServiceDeploymentBrief[]>;
  /** Any number of ARNs of service deployments; batches of twenty. Those that are gone are left out. */
  describeServiceDeployments(arns: readonly string[]): Promise<readonly EcsServiceDeployment[]>;
  /**
   * Has ECS roll a service deployment back that is still going on. False when it had ended already, or is not there.
   */
  rollBackServiceDeployment(arn: string): Promise<boolean>;
  /** Any number of ARNs of service revisions; batches of twenty. Those that are gone are left out. */
  describeServiceRevisions(arns: readonly string[]): Promise<readonly EcsServiceRevision[]>;
  /** By ARN, `family:revision` or family (the newest ACTIVE one). Undefined when there is none. */
  describeTaskDefinition(
    name: string,
    options?: { readonly withTags?: boolean },
  ): Promise<LiveTaskDefinition | undefined>;
  /** ARNs of all revisions of exactly this family that have the status, newest first. */
  listTaskDefinitions(family: string, status: "ACTIVE" | "INACTIVE"): Promise<readonly string[]>;
  /** Names of the families with an ACTIVE revision that begin with the prefix. */
  listTaskDefinitionFamilies(prefix: string): Promise<readonly string[]>;
  /** Resolves when the revision is INACTIVE, also when it was already. */
  deregisterTaskDefinition(arn: string): Promise<void>;
  /** The ARN of the new revision. `environment` goes to the first container. */
  registerTaskDefinition(body: JsonObject, environment: readonly EnvironmentVariable[], tags: TagMap): Promise<string>;
  /** `request`: CreateService in the shape of the ECS API, without tags. */
  createService(request: JsonObject, tags: TagMap): Promise<EcsService>;
  /** `request`: UpdateService in the shape of the ECS API. */
  updateService(request: JsonObject): Promise<EcsService>;
  /** With force. Resolves when ECS accepted it, also when the service is gone already. */
  deleteService(cluster: string, name: string): Promise<void>;
  tagResource(arn: string, tags: TagMap): Promise<void>;
  untagResource(arn: string, keys: readonly string[]): Promise<void>;
  /** The stopped and stopping tasks of a service, the newest first; ECS keeps them for about an hour. */
  describeStoppedTasks(cluster: string, service: string): Promise<readonly EcsTask[]>;
  /** The running and pending tasks of a service. */
  describeRunningTasks(cluster: string, service: string): Promise<readonly EcsTask[]>;
  /** The running and pending tasks of a family in a cluster, whoever started them. */
  describeTasksOfFamily(cluster: string, family: string): Promise<readonly EcsTask[]>;
  /** Tasks by ARN; those ECS has forgotten are left out. */
  describeTasks(cluster: string, arns: readonly string[]): Promise<readonly EcsTask[]>;
  /** Starts one task. `request`: RunTask in the shape of the ECS API, without tags. Rejects when ECS places none. */
  runTask(request: JsonObject, tags: TagMap): Promise<EcsTask>;
  /** Resolves when ECS accepted it, also when the task is gone already. */
  stopTask(cluster: string, arn: string, reason: string): Promise<void>;
  /** True when the cluster exists and is ACTIVE. */
  clusterIsActive(cluster: string): Promise<boolean>;
}

/** Amazon ECR. */
export interface RegistryPort {
  /** By reference as given; each ECR registry is asked in its own account and region. Others are `not-checked`. */
  resolveImages(references: readonly string[]): Promise<ReadonlyMap<string, ImageFact>>;
}

/** AWS Cloud Map. */
export interface DiscoveryPort {
  /** All services of a namespace, by name. */
  listServices(namespaceId: string): Promise<ReadonlyMap<string, LiveCloudMapService>>;
  /** All services of the account and region, whatever their namespace. */
  listAllServices(): Promise<readonly LiveCloudMapService[]>;
  /** Resolves with the existing one when it is there already. */
  createService(request: JsonObject, tags: TagMap): Promise<LiveCloudMapService>;
  /**
   * Deregisters what is left, then deletes. Resolves when it is gone, also when it was gone already. Waits a bounded
   * time, and no longer when the signal aborts.
   */
  deleteService(id: string, signal?: AbortSignal): Promise<void>;
  /** Deregisters all instances of a service and waits for it, as long as `deleteService` does. */
  deregisterInstances(id: string, signal?: AbortSignal): Promise<void>;
  tagsOf(arn: string): Promise<TagMap>;
  tagResource(arn: string, tags: TagMap): Promise<void>;
  untagResource(arn: string, keys: readonly string[]): Promise<void>;
  /** Undefined when there is no such namespace. */
  describeNamespace(id: string): Promise<{ readonly name: string; readonly arn: string } | undefined>;
}

/** AWS Secrets Manager: names and ARNs only, never values. */
export interface SecretsPort {
  /** Secrets with exactly this tag key, sorted by name. */
  secretsWithTag(tag: string): Promise<readonly { readonly name: string; readonly valueFrom: string }[]>;
  /** The name of a secret; undefined when there is none. */
  nameOf(arn: string): Promise<string | undefined>;
}

/** Amazon CloudWatch Logs. */
export interface LogsPort {
  /** The last lines of a stream, oldest first; empty when the stream does not exist. */
  lastLines(group: string, stream: string, count: number): Promise<readonly string[]>;
  groupExists(group: string): Promise<boolean>;
}

/** Amazon EC2: the network of the tasks. */
export interface NetworkPort {
  /** ENABLED unless a route table explicitly associated with one of the subnets has a NAT gateway route. */
  inferPublicIp(subnets: readonly string[]): Promise<"ENABLED" | "DISABLED">;
  /** The ones of these that do not exist. */
  missingSubnets(subnets: readonly string[]): Promise<readonly string[]>;
  missingSecurityGroups(groups: readonly string[]): Promise<readonly string[]>;
}

/** AWS STS and IAM. */
export interface IdentityPort {
  callerIdentity(): Promise<CallerIdentity>;
  /** `untrusted`: the role exists but ecs-tasks.amazonaws.com may not assume it. */
  checkTaskRole(arn: string): Promise<"ok" | "missing" | "untrusted">;
}

/** Everything in AWS. */
export interface AwsPorts {
  readonly region: string;
  readonly ecs: EcsPort;
  readonly registry: RegistryPort;
  readonly discovery: DiscoveryPort;
  readonly secrets: SecretsPort;
  readonly logs: LogsPort;
  readonly network: NetworkPort;
  readonly identity: IdentityPort;
}

/** Whether a pull request is open. `gone`: GitHub is sure that there is none of this number. */
export type PullRequestState = "open" | "closed" | "gone";

/** The pull requests of a repository. */
export interface PullRequestPort {
  /** Rejects when GitHub does not say, be it for want of a permission. */
  pullRequestState(pullRequest: number): Promise<PullRequestState>;
  /** Whether its head is in another repository, or in one that is gone. Rejects when GitHub does not say. */
  isFromFork(pullRequest: number): Promise<boolean>;
  /**
   * Creates the comment that carries this key, or updates it, or leaves it when its body is the same.
   * Undefined when `onlyUpdate` is true and there is none.
   */
  upsertComment(
    pullRequest: number,
    key: string,
    body: string,
    options: { readonly onlyUpdate: boolean },
  ): Promise<{ readonly url: string; readonly change: "created" | "updated" | "unchanged" } | undefined>;
}

/** A deployment to record on GitHub. */
export interface DeploymentToRecord {
  readonly commit: string;
  /** GitHub shows the records of an environment together. */
  readonly environment: string;
  /** `deploy`, or what else is done. */
  readonly task: string;
  /** True for an environment that will be gone one day. */
  readonly isTransient: boolean;
  /** Page of the workflow run: GitHub's "View logs". */
  readonly runUrl: string;
}

/** GitHub's records of deployments, which it shows at the repository and at its pull requests. */
export interface DeploymentRecordPort {
  /** Records that a deployment goes on, and gives the id of the record. */
  begin(deployment: DeploymentToRecord): Promise<number>;
  /** Records how it ended. GitHub shows the first 140 characters of the description. */
  end(
    id: number,
    status: { readonly state: "success" | "failure"; readonly description: string; readonly runUrl: string },
  ): Promise<void>;
  /** Records that our deployments to an environment are not active any more, but for one. None is no error. */
  retire(environment: string, options: { readonly except?: number; readonly runUrl: string }): Promise<void>;
}
