import type { EcsService } from "../../../src/model/aws-shapes.ts";
import type { DagsterDeployment, DesiredImage, DesiredLocation } from "../../../src/model/desired.ts";
import type { EnvironmentVariable } from "../../../src/model/environment.ts";
import { revealValue } from "../../../src/model/environment.ts";
import type { JsonObject } from "../../../src/model/json.ts";
import type {
  LiveLocation,
  LiveService,
  LiveState,
  LiveTaskDefinition,
  TagMap,
} from "../../../src/model/live-state.ts";
import type { Plan } from "../../../src/model/plan.ts";
import type { Remains } from "../../../src/model/remains.ts";
import { identityOf, identityTags, TAG_FINGERPRINT } from "../../../src/model/tags.ts";
import { fingerprintOf, formatFingerprintTag } from "../../../src/plan/fingerprint.ts";

const ACCOUNT = "123456789012";
export const SOURCE = "acme/pipelines:dagster_cloud.yaml";
export const PROD: DagsterDeployment = { name: "prod", kind: "full" };

export const REQUEST: Plan["request"] = {
  deployment: "prod",
  kind: "full",
  organization: "acme",
  cluster: "data",
  region: "us-west-2",
  account: ACCOUNT,
  source: SOURCE,
  commit: "c0ffee",
};

/** What a sample location may differ in. */
export interface Sample {
  readonly name?: string;
  readonly image?: string;
  readonly imageStatus?: DesiredImage["status"];
  readonly environment?: readonly EnvironmentVariable[];
  readonly containerContext?: JsonObject;
  readonly container?: JsonObject;
  readonly sidecars?: readonly JsonObject[];
  readonly body?: JsonObject;
  readonly replicaCount?: number;
  readonly service?: JsonObject;
  readonly userTags?: Readonly<Record<string, string>>;
}

export function sampleLocation(sample: Sample = {}): DesiredLocation {
  const name = sample.name ?? "etl";
  const family = `server_acme_prod_${name}_0a1b2c3d`;
  const image = sample.image ?? "acme/etl:1";
  const environment: readonly EnvironmentVariable[] = [
    ...(sample.environment ?? []),
    {
      name: "DAGSTER_CONTAINER_CONTEXT",
      value: { origin: "injected", text: JSON.stringify(sample.containerContext ?? {}) },
    },
    { name: "DAGSTER_CURRENT_IMAGE", value: { origin: "injected", text: image } },
  ];
  const serviceName = `${name}-prod-abc123`;
  return {
    name,
    deployment: PROD,
    image: { requested: image, reference: image, status: sample.imageStatus ?? "as-written" },
    taskDefinition: {
      family,
      environment,
      body: {
        family,
        requiresCompatibilities: ["FARGATE"],
        networkMode: "awsvpc",
        containerDefinitions: [
          { name: "dagster", image, command: ["dagster", "api", "grpc"], ...sample.container },
          ...(sample.sidecars ?? []),
        ],
        cpu: "256",
        memory: "512",
        executionRoleArn: `arn:aws:iam::${ACCOUNT}:role/execution`,
        ...sample.body,
      },
    },
    service: {
      name: serviceName,
      cluster: "data",
      launchType: "FARGATE",
      ...(sample.replicaCount === undefined ? {} : { desiredCount: sample.replicaCount }),
      enableExecuteCommand: false,
      subnets: ["subnet-a", "subnet-b"],
      securityGroups: ["sg-a"],
      assignPublicIp: "DISABLED",
      rollbackOnFailure: true,
      createRequest: {
        cluster: "data",
        serviceName,
        launchType: "FARGATE",
        desiredCount: sample.replicaCount ?? 1,
        enableExecuteCommand: false,
        propagateTags: "SERVICE",
        networkConfiguration: {
          awsvpcConfiguration: {
            subnets: ["subnet-a", "subnet-b"],
            securityGroups: ["sg-a"],
            assignPublicIp: "DISABLED",
          },
        },
        deploymentConfiguration: {
          deploymentCircuitBreaker: { enable: true, rollback: true },
          maximumPercent: 200,
          minimumHealthyPercent: 100,
        },
        availabilityZoneRebalancing: "DISABLED",
        ...sample.service,
      },
    },
    cloudMapService: { name: serviceName, namespaceId: "ns-1", createRequest: { Name: serviceName } },
    userTags: sample.userTags ?? {},
    identityTags: identityTags({ deployment: PROD, location: name, source: SOURCE }),
    loadCheckCommand: ["dagster", "definitions", "validate", "--module-name", "etl"],
    port: 4000,
    rolloutTimeout: 480,
    taskStartTimeout: 300,
    healthCheckTimeout: 180,
    gracePeriod: 30,
    logGroup: "/dagster",
    position: { file: "dagster_cloud.yaml", line: 1, column: 1 },
  };
}

/** A revision that ECS would describe had this been registered. */
export function registered(desired: DesiredLocation, revision: number, body: JsonObject = {}): LiveTaskDefinition {
  const { family } = desired.taskDefinition;
  const arn = taskDefinitionArn(family, revision);
  const [codeServer, ...sidecars] = desired.taskDefinition.body.containerDefinitions as readonly JsonObject[];
  const environment = desired.taskDefinition.environment.map(({ name, value }) => ({
    name,
    value: revealValue(value),
  }));
  const described = { cpu: 0, essential: true, portMappings: [], mountPoints: [], volumesFrom: [], systemControls: [] };
  return {
    arn,
    family,
    revision,
    status: "ACTIVE",
    description: {
      taskDefinitionArn: arn,
      revision,
      status: "ACTIVE",
      compatibilities: ["EC2", "FARGATE"],
      placementConstraints: [],
      volumes: [],
      ...desired.taskDefinition.body,
      containerDefinitions: [
        { ...described, ...codeServer, environment: environment.toReversed() },
        ...sidecars.map((sidecar) => ({ ...described, ...sidecar })),
      ],
      ...body,
    },
  };
}

/** What a running service may differ in. */
export interface LiveSample {
  readonly revision?: number;
  readonly tags?: TagMap;
  readonly status?: LiveService["status"];
  readonly description?: EcsService;
  readonly rolloutState?: "COMPLETED" | "FAILED" | "IN_PROGRESS" | undefined;
  readonly family?: string;
}

/** The service as it is after this was applied. */
export function running(desired: DesiredLocation, sample: LiveSample = {}): LiveService {
  const { name } = desired.service;
  const revision = sample.revision ?? 7;
  const definition = taskDefinitionArn(sample.family ?? desired.taskDefinition.family, revision);
  const arn = `arn:aws:ecs:us-west-2:${ACCOUNT}:service/data/${name}`;
  const { cluster: _cluster, availabilityZoneRebalancing: _rebalancing, ...request } = desired.service.createRequest;
  return {
    arn,
    name,
    status: sample.status ?? "ACTIVE",
    taskDefinitionArn: definition,
    tags: sample.tags ?? {
      ...desired.identityTags,
      ...desired.userTags,
      [TAG_FINGERPRINT]: formatFingerprintTag(revision, fingerprintOf(desired).full),
    },
    description: {
      ...(request as EcsService),
      serviceArn: arn,
      desiredCount: 3,
      taskDefinition: definition,
      serviceRegistries: [{ registryArn: registryArn(desired), containerName: "dagster" }],
      schedulingStrategy: "REPLICA",
      deployments: [
        {
          id: "ecs-svc/1",
          status: "PRIMARY",
          taskDefinition: definition,
          rolloutState: "rolloutState" in sample ? sample.rolloutState : "COMPLETED",
        },
      ],
      ...sample.description,
    },
  };
}

export function applied(desired: DesiredLocation, sample: LiveSample = {}): LiveLocation & { service: LiveService } {
  return { service: running(desired, sample), cloudMapService: cloudMapOf(desired) };
}

export function cloudMapOf(desired: DesiredLocation): NonNullable<LiveLocation["cloudMapService"]> {
  return { id: "srv-1", arn: registryArn(desired), name: desired.cloudMapService.name };
}

export function liveState(
  locations: Readonly<Record<string, LiveLocation>>,
  remains: readonly Remains[] = [],
): LiveState {
  return { locations: new Map(Object.entries(locations)), remains };
}

/** All of a code server that is to go, whose tags differ as given. */
export function remainsOf(desired: DesiredLocation, tags: TagMap = {}): Remains & { service: LiveService } {
  const { service } = applied(desired);
  return {
    identity: identityOf({ ...service.tags, ...tags }),
    name: service.name,
    service,
    cloudMapService: cloudMapOf(desired),
    families: [desired.taskDefinition.family],
    usedElsewhere: [],
  };
}

export function taskDefinitionArn(family: string, revision: number): string {
  return `arn:aws:ecs:us-west-2:${ACCOUNT}:task-definition/${family}:${revision}`;
}

function registryArn(desired: DesiredLocation): string {
  return `arn:aws:servicediscovery:us-west-2:${ACCOUNT}:service/srv-${desired.name}`;
}
