import type {
  Attribute,
  Compatibility,
  ContainerDefinition,
  KeyValuePair,
  RegisterTaskDefinitionRequest,
  TaskDefinition,
  Volume,
} from "@aws-sdk/client-ecs";
import { parseCpu, parseMemory } from "./fargate-sizes.ts";

/**
 * What ECS makes of a request: the defaults it adds and the values it rewrites before it stores them.
 * The forms are those of real DescribeTaskDefinition outputs.
 */
export function completeTaskDefinition(request: RegisterTaskDefinitionRequest): TaskDefinition {
  const { tags: _tags, ...given } = request;
  return {
    ...given,
    networkMode: request.networkMode ?? "bridge",
    containerDefinitions: (request.containerDefinitions ?? []).map((container) =>
      completeContainer(container, request.networkMode),
    ),
    volumes: (request.volumes ?? []).map(completeVolume),
    placementConstraints: request.placementConstraints ?? [],
    ...(request.cpu === undefined ? {} : { cpu: String(parseCpu(request.cpu)) }),
    ...(request.memory === undefined ? {} : { memory: String(parseMemory(request.memory)) }),
    enableFaultInjection: request.enableFaultInjection ?? false,
    compatibilities: findCompatibilities(request),
    requiresAttributes: listAttributes(request),
  };
}

function completeContainer(container: ContainerDefinition, networkMode: string | undefined): ContainerDefinition {
  return {
    ...container,
    cpu: container.cpu ?? 0,
    essential: container.essential ?? true,
    environment: shuffle(container.environment ?? []).map(({ name, value }) => ({
      name,
      value: value ?? "",
    })),
    mountPoints: container.mountPoints ?? [],
    volumesFrom: container.volumesFrom ?? [],
    systemControls: container.systemControls ?? [],
    portMappings: (container.portMappings ?? []).map((mapping) => ({
      ...mapping,
      hostPort: mapping.hostPort ?? (networkMode === "awsvpc" ? mapping.containerPort : 0),
      protocol: mapping.protocol ?? "tcp",
    })),
    ...(container.healthCheck === undefined
      ? {}
      : { healthCheck: { interval: 30, timeout: 5, retries: 3, ...container.healthCheck } }),
  };
}

/**
 * ECS keeps `environment` as a map: what comes back is in another order than what was sent.
 * By name, backwards, so that the order is never by chance the sender's own sorted one.
 */
function shuffle(environment: readonly KeyValuePair[]): KeyValuePair[] {
  return environment.toSorted((a, b) => ((a.name ?? "") < (b.name ?? "") ? 1 : -1));
}

function completeVolume(volume: Volume): Volume {
  const efs = volume.efsVolumeConfiguration;
  if (efs !== undefined) {
    return {
      ...volume,
      efsVolumeConfiguration: {
        ...efs,
        rootDirectory: efs.rootDirectory ?? "/",
        ...(efs.authorizationConfig === undefined
          ? {}
          : { authorizationConfig: { iam: "DISABLED", ...efs.authorizationConfig } }),
      },
    };
  }
  return volume.dockerVolumeConfiguration === undefined &&
    volume.fsxWindowsFileServerVolumeConfiguration === undefined &&
    volume.configuredAtLaunch === undefined
    ? { ...volume, host: volume.host ?? {} }
    : volume;
}

function findCompatibilities(request: RegisterTaskDefinitionRequest): Compatibility[] {
  return request.networkMode === "awsvpc" && request.cpu !== undefined
    ? ["EC2", "FARGATE", "MANAGED_INSTANCES"]
    : ["EC2"];
}

function listAttributes(request: RegisterTaskDefinitionRequest): Attribute[] {
  const names = new Set<string>(["com.amazonaws.ecs.capability.docker-remote-api.1.18"]);
  const containers = request.containerDefinitions ?? [];
  const add = (wanted: boolean, ...attributes: readonly string[]): void => {
    if (wanted) {
      for (const attribute of attributes) {
        names.add(attribute);
      }
    }
  };
  add(request.networkMode === "awsvpc", "ecs.capability.task-eni");
  add(request.taskRoleArn !== undefined, "com.amazonaws.ecs.capability.task-iam-role");
  add(
    containers.some((container) => container.logConfiguration?.logDriver === "awslogs"),
    "com.amazonaws.ecs.capability.logging-driver.awslogs",
    "ecs.capability.execution-role-awslogs",
    "com.amazonaws.ecs.capability.docker-remote-api.1.19",
  );
  add(
    containers.some((container) => container.image?.includes(".dkr.ecr.")),
    "com.amazonaws.ecs.capability.ecr-auth",
    "ecs.capability.execution-role-ecr-pull",
  );
  add(
    containers.some((container) => (container.secrets ?? []).length > 0),
    "ecs.capability.secrets.asm.environment-variables",
  );
  add(
    containers.some((container) => container.healthCheck !== undefined),
    "ecs.capability.container-health-check",
  );
  add(
    (request.volumes ?? []).some((volume) => volume.efsVolumeConfiguration !== undefined),
    "ecs.capability.efs",
    "ecs.capability.efsAuth",
  );
  add(
    containers.some((container) => (container.dependsOn ?? []).length > 0),
    "ecs.capability.container-ordering",
  );
  return [...names].map((name) => ({ name }));
}
