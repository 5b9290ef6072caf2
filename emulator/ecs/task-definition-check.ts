import type { ContainerDefinition, RegisterTaskDefinitionRequest, Volume } from "@aws-sdk/client-ecs";
import { isFargateSize, parseCpu, parseMemory } from "./fargate-sizes.ts";
import { checkTags, clientException, invalidParameter } from "./references.ts";

const FAMILY = /^[A-Za-z0-9_-]{1,255}$/;
const MAX_BYTES = 65_536;
const MAX_CONTAINERS = 10;
const ROLE_ARN = /^arn:aws[a-z-]*:iam::\d{12}:role\/.+$/;

/** Refuses what ECS refuses to register. Throws the first thing found. */
export function checkTaskDefinition(request: RegisterTaskDefinitionRequest): void {
  if (request.family === undefined || request.family === "") {
    throw clientException("Family should not be null or empty.");
  }
  if (!FAMILY.test(request.family)) {
    throw clientException(
      "Family contains invalid characters. Only alphanumeric, hyphen and underscore are allowed, up to 255 characters.",
    );
  }
  const containers = request.containerDefinitions ?? [];
  if (containers.length === 0) {
    throw clientException("Container list cannot be empty.");
  }
  if (containers.length > MAX_CONTAINERS) {
    throw clientException(`Too many containers: at most ${MAX_CONTAINERS} per task definition.`);
  }
  if (Buffer.byteLength(JSON.stringify(request), "utf8") > MAX_BYTES) {
    throw clientException("Actual task definition size exceeds the maximum size of 64 KiB.");
  }
  checkContainers(containers, request);
  checkVolumes(request.volumes ?? []);
  checkTags(request.tags);
  if (request.tags?.length === 0) {
    throw invalidParameter("Tags can not be empty.");
  }
  checkRoles(request);
  if (request.requiresCompatibilities?.includes("FARGATE") === true) {
    checkFargate(request, containers);
  } else {
    checkEc2Sizes(request);
  }
  checkEphemeralStorage(request);
}

function checkContainers(containers: readonly ContainerDefinition[], request: RegisterTaskDefinitionRequest): void {
  const names = new Set<string>();
  const volumes = new Set((request.volumes ?? []).map((volume) => volume.name));
  for (const container of containers) {
    if (container.name === undefined || container.name === "") {
      throw clientException("Container.name should not be null or empty.");
    }
    if (!FAMILY.test(container.name)) {
      throw clientException(`Invalid container name: ${container.name}.`);
    }
    if (container.image === undefined || container.image === "") {
      throw clientException("Container.image should not be null or empty.");
    }
    if (/\s/.test(container.image)) {
      throw clientException("Container.image contains invalid characters.");
    }
    if (names.has(container.name)) {
      throw clientException(`Container names must be unique: ${container.name}.`);
    }
    names.add(container.name);
    for (const mount of container.mountPoints ?? []) {
      if (mount.sourceVolume === undefined || !volumes.has(mount.sourceVolume)) {
        throw clientException(`Unknown volume '${mount.sourceVolume ?? ""}'.`);
      }
    }
    checkEnvironment(container);
    checkHealth(container);
    checkPorts(container, request.networkMode);
  }
  for (const container of containers) {
    for (const { containerName } of container.dependsOn ?? []) {
      if (containerName === undefined || !names.has(containerName) || containerName === container.name) {
        throw clientException(
          `Invalid dependency: container '${container.name ?? ""}' depends on '${containerName ?? ""}'.`,
        );
      }
    }
  }
  if (!containers.some((container) => container.essential !== false)) {
    throw clientException("At least one container in a task definition must be essential.");
  }
}

function checkEnvironment(container: ContainerDefinition): void {
  const names = new Set((container.environment ?? []).map(({ name }) => name));
  const secretNames = new Set<string>();
  for (const { name, valueFrom } of container.secrets ?? []) {
    if (name === undefined || name === "" || valueFrom === undefined || valueFrom === "") {
      throw clientException("Secret name and valueFrom should not be null or empty.");
    }
    if (names.has(name) || secretNames.has(name)) {
      throw clientException(
        `The secret name must be unique and not shared with any new or existing environment variables set on the container, such as '${name}'.`,
      );
    }
    secretNames.add(name);
  }
}

function checkHealth(container: ContainerDefinition): void {
  const check = container.healthCheck;
  if (check === undefined) {
    return;
  }
  if ((check.command ?? []).length === 0) {
    throw clientException("Container health check command can not be empty.");
  }
  if (!["CMD", "CMD-SHELL", "NONE"].includes(check.command?.[0] ?? "")) {
    throw clientException("Container health check command must start with CMD, CMD-SHELL or NONE.");
  }
  const ranges: readonly [string, number | undefined, number, number][] = [
    ["interval", check.interval, 5, 300],
    ["timeout", check.timeout, 2, 120],
    ["retries", check.retries, 1, 10],
    ["startPeriod", check.startPeriod, 0, 300],
  ];
  for (const [name, value, low, high] of ranges) {
    if (value !== undefined && (value < low || value > high || !Number.isInteger(value))) {
      throw clientException(`Container health check ${name} must be between ${low} and ${high}.`);
    }
  }
}

function checkPorts(container: ContainerDefinition, networkMode: string | undefined): void {
  for (const { containerPort, hostPort } of container.portMappings ?? []) {
    if (containerPort !== undefined && (containerPort < 1 || containerPort > 65_535)) {
      throw clientException("Invalid containerPort: must be between 1 and 65535.");
    }
    if (networkMode === "awsvpc" && hostPort !== undefined && hostPort !== containerPort) {
      throw clientException("When networkMode=awsvpc, the host ports and container ports in port mappings must match.");
    }
  }
}

function checkVolumes(volumes: readonly Volume[]): void {
  const names = new Set<string>();
  for (const volume of volumes) {
    if (volume.name === undefined || volume.name === "") {
      throw clientException("Volume name should not be null or empty.");
    }
    if (names.has(volume.name)) {
      throw clientException(`Volume names must be unique: ${volume.name}.`);
    }
    names.add(volume.name);
    const efs = volume.efsVolumeConfiguration;
    if (efs === undefined) {
      continue;
    }
    if (volume.host !== undefined && Object.keys(volume.host).length > 0) {
      throw clientException(
        "When the volume parameter is specified, only one volume configuration type should be used.",
      );
    }
    const encrypted = efs.transitEncryption === "ENABLED";
    if (efs.authorizationConfig?.accessPointId !== undefined) {
      if (!encrypted) {
        throw clientException("EFS transit encryption must be ENABLED when an access point is used.");
      }
      if (efs.rootDirectory !== undefined && efs.rootDirectory !== "/") {
        throw clientException("EFS root directory must be omitted or / when an access point is used.");
      }
    }
    if (efs.authorizationConfig?.iam === "ENABLED" && !encrypted) {
      throw clientException("EFS transit encryption must be ENABLED when IAM authorization is used.");
    }
  }
}

function checkRoles(request: RegisterTaskDefinitionRequest): void {
  for (const role of [request.executionRoleArn, request.taskRoleArn]) {
    if (role?.startsWith("arn:") && !ROLE_ARN.test(role)) {
      throw clientException("Role is not valid");
    }
  }
}

function checkFargate(request: RegisterTaskDefinitionRequest, containers: readonly ContainerDefinition[]): void {
  if (request.networkMode !== "awsvpc") {
    throw clientException("Fargate only supports network mode ‘awsvpc’.");
  }
  if (request.cpu === undefined || request.memory === undefined) {
    throw clientException(
      `Fargate requires that '${request.cpu === undefined ? "cpu" : "memory"}' be defined at the task level.`,
    );
  }
  const cpu = parseCpu(request.cpu);
  const memory = parseMemory(request.memory);
  if (cpu === undefined) {
    throw clientException("Invalid 'cpu' setting for task.");
  }
  if (memory === undefined) {
    throw clientException("Invalid 'memory' setting for task.");
  }
  if (!isFargateSize(cpu, memory)) {
    throw clientException(
      `No Fargate configuration exists for given values: ${cpu} CPU, ${memory} memory. See the Amazon ECS documentation for the valid values.`,
    );
  }
  checkFargateRole(request, containers);
  for (const container of containers) {
    if (container.privileged === true) {
      throw clientException("Fargate does not support privileged containers.");
    }
    if ((container.memory ?? 0) > memory || (container.cpu ?? 0) > cpu) {
      throw clientException("Invalid setting for container. Its cpu or memory is larger than the task's.");
    }
  }
  for (const volume of request.volumes ?? []) {
    if (volume.host?.sourcePath !== undefined) {
      throw clientException("When using Fargate, host.sourcePath is not supported.");
    }
  }
}

function checkFargateRole(request: RegisterTaskDefinitionRequest, containers: readonly ContainerDefinition[]): void {
  if (request.executionRoleArn !== undefined) {
    return;
  }
  for (const container of containers) {
    if ((container.secrets ?? []).length > 0) {
      throw clientException(
        "When you are specifying container secrets, you must also specify a value for 'executionRoleArn'.",
      );
    }
    if (container.repositoryCredentials !== undefined) {
      throw clientException(
        "Fargate requires task definition to have execution role ARN to support private registry authentication.",
      );
    }
    if (/\.dkr\.ecr\.[a-z0-9-]+\.amazonaws\.com/.test(container.image ?? "")) {
      throw clientException("Fargate requires task definition to have execution role ARN to support ECR images.");
    }
    if (container.logConfiguration?.logDriver === "awslogs") {
      throw clientException(
        "Fargate requires task definition to have execution role ARN to support log driver awslogs.",
      );
    }
  }
}

function checkEc2Sizes(request: RegisterTaskDefinitionRequest): void {
  if (request.cpu !== undefined && parseCpu(request.cpu) === undefined) {
    throw clientException("Invalid 'cpu' setting for task.");
  }
  if (request.memory !== undefined && parseMemory(request.memory) === undefined) {
    throw clientException("Invalid 'memory' setting for task.");
  }
  if (request.memory === undefined) {
    for (const container of request.containerDefinitions ?? []) {
      if (container.memory === undefined && container.memoryReservation === undefined) {
        throw clientException(
          `Invalid setting for container '${container.name ?? ""}'. At least one of 'memory' or 'memoryReservation' must be specified.`,
        );
      }
    }
  }
}

function checkEphemeralStorage(request: RegisterTaskDefinitionRequest): void {
  const size = request.ephemeralStorage?.sizeInGiB;
  if (size !== undefined && (size < 21 || size > 200 || !Number.isInteger(size))) {
    throw clientException("Ephemeral storage size must be between 21 and 200 GiB.");
  }
}
