import type { EcsService } from "./aws-shapes.ts";
import type { JsonObject } from "./json.ts";
import type { Remains } from "./remains.ts";

/** Tags as key and value. */
export type TagMap = Readonly<Record<string, string>>;

/** An ECS service that exists and is not INACTIVE. */
export interface LiveService {
  readonly arn: string;
  readonly name: string;
  readonly status: "ACTIVE" | "DRAINING";
  readonly taskDefinitionArn: string;
  readonly tags: TagMap;
  /** As DescribeServices returned it. */
  readonly description: EcsService;
}

/** A registered task definition revision. */
export interface LiveTaskDefinition {
  readonly arn: string;
  readonly family: string;
  readonly revision: number;
  readonly status: "ACTIVE" | "INACTIVE" | "DELETE_IN_PROGRESS";
  /** As DescribeTaskDefinition returned it. Its environment values must not be shown. */
  readonly description: JsonObject;
  /** Its tags; absent when they were not asked for. */
  readonly tags?: TagMap;
}

/** A Cloud Map service. */
export interface LiveCloudMapService {
  readonly id: string;
  readonly arn: string;
  readonly name: string;
}

/** What exists for one code location. */
export interface LiveLocation {
  readonly service?: LiveService;
  /** What the service runs; absent when the fingerprint already answered, or there is no service. */
  readonly running?: LiveTaskDefinition;
  /** What this action last put the service on, where somebody else has put it on a newer revision since. */
  readonly lastWanted?: LiveTaskDefinition;
  /** The newest ACTIVE revision of the wanted family; absent when not asked for or when there is none. */
  readonly latest?: LiveTaskDefinition;
  readonly cloudMapService?: LiveCloudMapService;
  /** Tags of the Cloud Map service; read only where no ECS service that is to stay is registered in it. */
  readonly cloudMapTags?: TagMap;
}

/** What exists in AWS for a run, keyed by location name. */
export interface LiveState {
  readonly locations: ReadonlyMap<string, LiveLocation>;
  /** What carries our tags for this source and deployment and is of no location of the file; only for `prune`. */
  readonly remains?: readonly Remains[];
}

/** Who we are in AWS and where (sts:GetCallerIdentity). */
export interface CallerIdentity {
  readonly account: string;
  readonly arn: string;
  readonly partition: string;
}

/** What ECR says of one image reference. */
export type ImageFact =
  | { readonly status: "found"; readonly digest: string; readonly platforms: readonly string[] }
  | { readonly status: "missing"; readonly reason: string }
  | { readonly status: "not-checked"; readonly reason: string };

/** Facts from AWS that the desired state depends on. */
export interface AwsFacts {
  /** By image reference as requested. */
  readonly images: ReadonlyMap<string, ImageFact>;
  /** Secrets by tag key, as environment variable name and ARN. */
  readonly taggedSecrets: ReadonlyMap<string, readonly { readonly name: string; readonly valueFrom: string }[]>;
  /** Names of the deployment's secrets given as ARN, by ARN. */
  readonly secretNames: ReadonlyMap<string, string>;
  /** Inferred from the route tables of the subnets; absent when not needed. */
  readonly assignPublicIp?: "ENABLED" | "DISABLED";
}
