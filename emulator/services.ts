import { cloudMapHandlers } from "./aws/cloud-map.ts";
import { ecrHandlers } from "./aws/ecr.ts";
import { iamHandlers, stsHandlers } from "./aws/iam.ts";
import { logsHandlers } from "./aws/logs.ts";
import { ec2Handlers } from "./aws/network.ts";
import { secretsHandlers } from "./aws/secrets.ts";
import { clusterHandlers } from "./ecs/clusters.ts";
import { serviceDeploymentHandlers } from "./ecs/service-deployments.ts";
import { serviceHandlers } from "./ecs/services.ts";
import { tagHandlers } from "./ecs/tags.ts";
import { taskDefinitionHandlers } from "./ecs/task-definitions.ts";
import { taskHandlers } from "./ecs/tasks.ts";
import { type EnumTable, readEnums } from "./protocol/enums.ts";
import type { QueryDialect } from "./protocol/query.ts";
import { type OperationShape, readOperations } from "./protocol/shapes.ts";
import type { HandlerTable } from "./world/handlers.ts";

/** One AWS service: how its requests are recognised, what they must look like, and who serves them. */
export interface ServiceDefinition {
  /** The name in the call log and in fault rules. */
  readonly name: string;
  readonly protocol:
    | { readonly kind: "json"; readonly target: string }
    | { readonly kind: "query"; readonly dialect: QueryDialect; readonly version: string };
  /** Code of the error for a member the operation does not have, or a required one that is missing. */
  readonly invalidCode: (operation: string) => string;
  readonly handlers: HandlerTable;
  /** Members that are enums, by the name under which the SDK client exports their values. */
  readonly enums?: Readonly<Record<string, string>>;
  readonly load: () => Promise<object>;
}

/** What a service's SDK client says about it. */
export interface ServiceModel {
  readonly operations: ReadonlyMap<string, OperationShape>;
  readonly enums: EnumTable;
}

const SERVICES: readonly ServiceDefinition[] = [
  {
    name: "ecs",
    protocol: { kind: "json", target: "AmazonEC2ContainerServiceV20141113" },
    invalidCode: (operation) =>
      operation === "RegisterTaskDefinition" ? "ClientException" : "InvalidParameterException",
    handlers: {
      ...clusterHandlers,
      ...taskDefinitionHandlers,
      ...serviceHandlers,
      ...serviceDeploymentHandlers,
      ...taskHandlers,
      ...tagHandlers,
    },
    enums: {
      assignPublicIp: "AssignPublicIp",
      availabilityZoneRebalancing: "AvailabilityZoneRebalancing",
      condition: "ContainerCondition",
      cpuArchitecture: "CPUArchitecture",
      desiredStatus: "DesiredStatus",
      ipcMode: "IpcMode",
      launchType: "LaunchType",
      logDriver: "LogDriver",
      networkMode: "NetworkMode",
      operatingSystemFamily: "OSFamily",
      pidMode: "PidMode",
      propagateTags: "PropagateTags",
      protocol: "TransportProtocol",
      requiresCompatibilities: "Compatibility",
      schedulingStrategy: "SchedulingStrategy",
      stopType: "StopServiceDeploymentStopType",
      transitEncryption: "EFSTransitEncryption",
    },
    load: () => import("@aws-sdk/client-ecs"),
  },
  {
    name: "ecr",
    protocol: { kind: "json", target: "AmazonEC2ContainerRegistry_V20150921" },
    invalidCode: () => "InvalidParameterException",
    handlers: ecrHandlers,
    load: () => import("@aws-sdk/client-ecr"),
  },
  {
    name: "secretsmanager",
    protocol: { kind: "json", target: "secretsmanager" },
    invalidCode: () => "ValidationException",
    handlers: secretsHandlers,
    load: () => import("@aws-sdk/client-secrets-manager"),
  },
  {
    name: "servicediscovery",
    protocol: { kind: "json", target: "Route53AutoNaming_v20170314" },
    invalidCode: () => "InvalidInput",
    handlers: cloudMapHandlers,
    load: () => import("@aws-sdk/client-servicediscovery"),
  },
  {
    name: "logs",
    protocol: { kind: "json", target: "Logs_20140328" },
    invalidCode: () => "InvalidParameterException",
    handlers: logsHandlers,
    load: () => import("@aws-sdk/client-cloudwatch-logs"),
  },
  {
    name: "ec2",
    protocol: { kind: "query", dialect: "ec2", version: "2016-11-15" },
    invalidCode: () => "InvalidParameterValue",
    handlers: ec2Handlers,
    load: () => import("@aws-sdk/client-ec2"),
  },
  {
    name: "sts",
    protocol: { kind: "query", dialect: "query", version: "2011-06-15" },
    invalidCode: () => "ValidationError",
    handlers: stsHandlers,
    load: () => import("@aws-sdk/client-sts"),
  },
  {
    name: "iam",
    protocol: { kind: "query", dialect: "query", version: "2010-05-08" },
    invalidCode: () => "ValidationError",
    handlers: iamHandlers,
    load: () => import("@aws-sdk/client-iam"),
  },
];

export function findServiceByTarget(target: string): ServiceDefinition | undefined {
  return SERVICES.find(({ protocol }) => protocol.kind === "json" && protocol.target === target);
}

export function findServiceByVersion(version: string): ServiceDefinition | undefined {
  return SERVICES.find(({ protocol }) => protocol.kind === "query" && protocol.version === version);
}

const loaded = new Map<string, Promise<ServiceModel>>();

/** The operations and enums of a service as its SDK client exports them; loaded when first asked for. */
export function loadModel(service: ServiceDefinition): Promise<ServiceModel> {
  const known = loaded.get(service.name);
  if (known !== undefined) {
    return known;
  }
  const promise = service.load().then((clientModule) => ({
    operations: readOperations(clientModule),
    enums: readEnums(clientModule, service.enums ?? {}),
  }));
  loaded.set(service.name, promise);
  return promise;
}
