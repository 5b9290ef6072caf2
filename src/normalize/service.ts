import type { EcsService } from "../model/aws-shapes.ts";
import type { DesiredService } from "../model/desired.ts";
import { isJsonList, isJsonObject, type JsonObject } from "../model/json.ts";
import { type FieldTable, fields, type Rule, scalar, unordered, withDefault } from "./rules.ts";

/** The fields of a service that we own, in their only form. */
export type NormalService = JsonObject;

/** Which fields are ours only sometimes. */
export interface OwnedServiceFields {
  /** True when `replica_count` is configured: otherwise autoscaling, or nobody, decides. */
  readonly desiredCount: boolean;
}

/**
 * The fields of Service and CreateService that we own, with the defaults of CreateService (API reference). All else,
 * for example availability-zone rebalancing or alarms, is left as it is.
 */
const SERVICE: FieldTable = {
  // "The default is EC2", unless a capacity provider strategy says where tasks run.
  launchType: withDefault("EC2"),
  desiredCount: scalar(),
  enableExecuteCommand: withDefault(false),
  // "The default is NONE."
  propagateTags: withDefault("NONE"),
  networkConfiguration: fields({
    awsvpcConfiguration: fields({
      subnets: unordered(),
      securityGroups: unordered(),
      // "The default value is DISABLED" (CreateService API).
      assignPublicIp: withDefault("DISABLED"),
    }),
  }),
  deploymentConfiguration: fields({
    // REPLICA services with rolling updates: 200 and 100 percent.
    maximumPercent: withDefault(200),
    minimumHealthyPercent: withDefault(100),
    deploymentCircuitBreaker: fields({ enable: withDefault(false), rollback: withDefault(false) }),
  }),
  serviceRegistries: registryArns(),
  // "REPLICA" is the default scheduling strategy.
  schedulingStrategy: withDefault("REPLICA"),
  // The default deployment controller is ECS (rolling update).
  deploymentController: fields({ type: withDefault("ECS") }),
};

const normalize = fields(SERVICE);

/** The normal form of a service as DescribeServices returned it. */
export function normalizeService(description: EcsService, owned: OwnedServiceFields): NormalService {
  return normalizeFields({
    launchType: description.launchType ?? launchTypeOf(description.capacityProviderStrategy ?? []),
    desiredCount: owned.desiredCount ? description.desiredCount : undefined,
    enableExecuteCommand: description.enableExecuteCommand,
    propagateTags: description.propagateTags,
    networkConfiguration: description.networkConfiguration,
    deploymentConfiguration: description.deploymentConfiguration,
    serviceRegistries: description.serviceRegistries,
    schedulingStrategy: description.schedulingStrategy,
    deploymentController: description.deploymentController,
  });
}

/** The normal form of a desired service. `registryArn`: of its Cloud Map service, absent while there is none. */
export function normalizeDesiredService(desired: DesiredService, registryArn: string | undefined): NormalService {
  return normalizeFields({
    ...desired.createRequest,
    // Not what it is created with: what it is kept at.
    desiredCount: desired.desiredCount,
    serviceRegistries: registryArn === undefined ? [] : [{ registryArn }],
  });
}

function normalizeFields(given: Readonly<Record<string, unknown>>): NormalService {
  // A description may hold dates and undefined: as JSON it holds neither.
  const body = JSON.parse(JSON.stringify(given)) as JsonObject;
  const deploymentConfiguration = isJsonObject(body.deploymentConfiguration) ? body.deploymentConfiguration : {};
  const normal = normalize(
    {
      ...body,
      deploymentController: body.deploymentController ?? {},
      // ECS always tells it; an answer without it is no answer, and says nothing of how the service is deployed.
      ...(body.deploymentConfiguration !== undefined && {
        deploymentConfiguration: {
          ...deploymentConfiguration,
          deploymentCircuitBreaker: deploymentConfiguration.deploymentCircuitBreaker ?? {},
        },
      }),
    },
    { networkMode: "awsvpc" },
  );
  return isJsonObject(normal) ? normal : {};
}

/** Where tasks run when a capacity provider strategy stands in place of a launch type. */
function launchTypeOf(strategy: readonly { readonly capacityProvider?: string | undefined }[]): string | undefined {
  if (strategy.length === 0) return undefined;
  return strategy.every(({ capacityProvider }) => capacityProvider?.startsWith("FARGATE")) ? "FARGATE" : "EC2";
}

/** Only the ARNs: ports and container names belong to SRV records, which ours have not. */
function registryArns(): Rule {
  return (value, context) => {
    const arns = (isJsonList(value) ? value : []).map((each) =>
      isJsonObject(each) ? (each.registryArn ?? null) : each,
    );
    return unordered()(arns, context) ?? [];
  };
}
