import { CloudWatchLogsClient } from "@aws-sdk/client-cloudwatch-logs";
import { EC2Client } from "@aws-sdk/client-ec2";
import { ECRClient } from "@aws-sdk/client-ecr";
import { ECSClient } from "@aws-sdk/client-ecs";
import { IAMClient } from "@aws-sdk/client-iam";
import { SecretsManagerClient } from "@aws-sdk/client-secrets-manager";
import { ServiceDiscoveryClient } from "@aws-sdk/client-servicediscovery";
import { STSClient } from "@aws-sdk/client-sts";
import type { AwsPorts, Clock } from "../ports.ts";
import { createCall } from "./calls.ts";
import { assumeRole, clientOptions, lazily } from "./client-options.ts";
import { createDiscoveryPort } from "./discovery.ts";
import { createEcsPort } from "./ecs.ts";
import { createIdentityPort } from "./identity.ts";
import { createLogsPort } from "./logs.ts";
import { createNetworkPort } from "./network.ts";
import { createRegistryPort } from "./registry.ts";
import { createSecretsPort } from "./secrets.ts";

/** What the AWS adapters need from outside. */
export interface AwsOptions {
  readonly region: string;
  /** Role for all Cloud Map calls (`service_discovery_role_arn`). */
  readonly serviceDiscoveryRoleArn?: string;
  /** The process environment, to word hints; the SDK itself reads the real one. */
  readonly environment: ReadonlyMap<string, string>;
  readonly clock: Clock;
  /** Aborted when the run is interrupted: no call is begun any more, and those under way are given up soon. */
  readonly signal?: AbortSignal;
  /** From 0 to 1, for the jitter of retries; Math.random if not given. */
  readonly random?: () => number;
  /** Gets a line for each call: the action, never a resource or a request. */
  log(text: string): void;
}

/** Everything in AWS behind its ports. Nothing is called, and no client is made, before it is needed. */
export async function createAwsPorts(options: AwsOptions): Promise<AwsPorts> {
  const { region, serviceDiscoveryRoleArn, clock } = options;
  const call = createCall(options);
  const configuration = clientOptions(region);
  const sts = lazily(() => new STSClient(configuration));
  const ecrOfRegion = new Map<string, () => ECRClient>();
  const ecr = (ofRegion: string) => {
    const client = ecrOfRegion.get(ofRegion) ?? lazily(() => new ECRClient(clientOptions(ofRegion)));
    ecrOfRegion.set(ofRegion, client);
    return client();
  };
  const cloudMap = lazily(
    () =>
      new ServiceDiscoveryClient({
        ...configuration,
        ...(serviceDiscoveryRoleArn === undefined
          ? {}
          : { credentials: assumeRole(serviceDiscoveryRoleArn, sts, call) }),
      }),
  );
  return {
    region,
    ecs: createEcsPort(
      lazily(() => new ECSClient(configuration)),
      call,
      clock,
    ),
    registry: createRegistryPort(ecr, call),
    discovery: createDiscoveryPort(cloudMap, call, clock),
    secrets: createSecretsPort(
      lazily(() => new SecretsManagerClient(configuration)),
      call,
    ),
    logs: createLogsPort(
      lazily(() => new CloudWatchLogsClient(configuration)),
      call,
    ),
    network: createNetworkPort(
      lazily(() => new EC2Client(configuration)),
      call,
    ),
    identity: createIdentityPort(
      sts,
      lazily(() => new IAMClient(configuration)),
      call,
    ),
  };
}
