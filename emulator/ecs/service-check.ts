import type { NetworkConfiguration, ServiceRegistry } from "@aws-sdk/client-ecs";
import type { World } from "../world/world.ts";
import { clientException, findTaskDefinition, invalidParameter } from "./references.ts";
import type { TaskDefinitionRecord } from "./state.ts";

/** The task definition a service may be set to: it exists and is ACTIVE. */
export function requireActiveTaskDefinition(world: World, reference: string | undefined): TaskDefinitionRecord {
  if (reference === undefined || reference === "") {
    throw invalidParameter("TaskDefinition can not be blank.");
  }
  const record = findTaskDefinition(world, reference);
  if (record === undefined) {
    throw clientException("TaskDefinition not found.");
  }
  if (record.status !== "ACTIVE") {
    throw clientException("TaskDefinition is inactive");
  }
  return record;
}

/** The rules between task definition, launch type and network. */
export function checkNetwork(
  world: World,
  record: TaskDefinitionRecord,
  launchType: string | undefined,
  network: NetworkConfiguration | undefined,
): void {
  const { definition } = record;
  const fargate = launchType !== "EC2" && launchType !== "EXTERNAL";
  if (fargate && definition.compatibilities?.includes("FARGATE") !== true) {
    throw invalidParameter("Task definition does not support launch_type FARGATE.");
  }
  const vpc = network?.awsvpcConfiguration;
  if (definition.networkMode === "awsvpc" && vpc === undefined) {
    throw invalidParameter("Network Configuration must be provided when networkMode 'awsvpc' is specified.");
  }
  if (definition.networkMode !== "awsvpc" && vpc !== undefined) {
    throw invalidParameter("Network Configuration is not valid for the given networkMode of this task definition.");
  }
  if (vpc === undefined) {
    return;
  }
  const subnets = vpc.subnets ?? [];
  const groups = vpc.securityGroups ?? [];
  if (subnets.length === 0) {
    throw invalidParameter("subnets can not be empty.");
  }
  if (subnets.length > 16) {
    throw invalidParameter("subnets can have at most 16 items.");
  }
  if (groups.length > 5) {
    throw invalidParameter("securityGroups can have at most 5 items.");
  }
  if (!fargate && vpc.assignPublicIp === "ENABLED") {
    throw invalidParameter("Assign public IP is not supported for this launch type.");
  }
  if (world.settings.strictReferences) {
    checkNetworkReferences(world, subnets, groups);
  }
}

function checkNetworkReferences(world: World, subnets: readonly string[], groups: readonly string[]): void {
  const missingSubnet = subnets.find((id) => !world.network.subnets.has(id));
  if (missingSubnet !== undefined) {
    throw invalidParameter(
      `Error retrieving subnet information for [${subnets.join(", ")}]: The subnet ID '${missingSubnet}' does not exist (ErrorCode: InvalidSubnetID.NotFound)`,
    );
  }
  const missingGroup = groups.find((id) => !world.network.securityGroups.has(id));
  if (missingGroup !== undefined) {
    throw invalidParameter(
      `Error retrieving security group information for [${groups.join(", ")}]: The security group '${missingGroup}' does not exist (ErrorCode: InvalidGroup.NotFound)`,
    );
  }
  const networks = new Set(subnets.map((id) => world.network.subnets.get(id)?.vpcId));
  if (networks.size > 1) {
    throw invalidParameter("All subnets must be in the same VPC.");
  }
}

/** A registry must be a Cloud Map service of this account that exists; the container it names must too. */
export function checkRegistries(
  world: World,
  record: TaskDefinitionRecord,
  registries: readonly ServiceRegistry[],
): void {
  if (registries.length > 1) {
    throw invalidParameter("There can be at most 1 service registry.");
  }
  for (const registry of registries) {
    const id = /:service\/(srv-[a-z0-9]+)$/.exec(registry.registryArn ?? "")?.[1];
    if (id === undefined || !world.discovery.services.has(id)) {
      throw invalidParameter(`Unable to find the service registry ${registry.registryArn ?? ""}.`);
    }
    const service = world.discovery.services.get(id);
    const srv = service?.dnsRecords.some(({ Type }) => Type === "SRV") === true;
    if (registry.containerName !== undefined) {
      const container = (record.definition.containerDefinitions ?? []).find(
        ({ name }) => name === registry.containerName,
      );
      if (container === undefined) {
        throw invalidParameter(`The container ${registry.containerName} does not exist in the task definition.`);
      }
    }
    if (!srv && registry.port !== undefined && registry.containerName !== undefined) {
      throw invalidParameter("port and containerName can not both be given for a service registry.");
    }
  }
}
