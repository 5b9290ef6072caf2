import type { UpdateServiceRequest, UpdateServiceResponse } from "@aws-sdk/client-ecs";
import { ServiceError } from "../protocol/errors.ts";
import type { World } from "../world/world.ts";
import { invalidParameter, requireCluster, requireService } from "./references.ts";
import { startDeployment } from "./rollout.ts";
import { scheduleLook } from "./scheduler.ts";
import { checkNetwork, checkRegistries, requireActiveTaskDefinition } from "./service-check.ts";
import { viewService } from "./service-view.ts";
import type { ServiceRecord, ServiceRevisionConfiguration } from "./state.ts";

const FIRST_LOOK_AFTER = 2;

/**
 * Changes the fields that are given. A new deployment starts when one of the fields changes whose
 * documentation says so, or when it is forced (UpdateService in the ECS API reference).
 */
export function updateService(request: UpdateServiceRequest, world: World): UpdateServiceResponse {
  const cluster = requireCluster(world, request.cluster);
  const service = requireService(world, cluster, request.service);
  if (service.status !== "ACTIVE") {
    throw new ServiceError("ServiceNotActiveException", "Service was not ACTIVE.");
  }
  if (request.desiredCount !== undefined && request.desiredCount < 0) {
    throw invalidParameter("desiredCount must be 0 or more.");
  }
  const configuration = changeConfiguration(world, service, request);
  changeWithoutDeployment(service, request);
  const changed = JSON.stringify(configuration) !== JSON.stringify(service.configuration);
  if (changed || request.forceNewDeployment === true) {
    service.configuration = configuration;
    startDeployment(world, service, 0);
  }
  service.steady = false;
  scheduleLook(world, service, FIRST_LOOK_AFTER);
  return { service: { ...viewService(world, service, false), tags: service.tags.current } };
}

function changeConfiguration(
  world: World,
  service: ServiceRecord,
  request: UpdateServiceRequest,
): ServiceRevisionConfiguration {
  const { configuration } = service;
  // A deregistered task definition goes on running, and can be scaled; a new deployment of it is refused.
  const record = requireActiveOrCurrent(world, service, request);
  const vpc = request.networkConfiguration?.awsvpcConfiguration;
  const networkConfiguration =
    vpc === undefined
      ? configuration.networkConfiguration
      : { awsvpcConfiguration: { assignPublicIp: "DISABLED" as const, ...vpc } };
  const { launchType: _launchType, ...withoutLaunchType } = configuration;
  const base =
    request.capacityProviderStrategy === undefined
      ? configuration
      : { ...withoutLaunchType, capacityProviderStrategy: request.capacityProviderStrategy };
  if (record !== undefined) {
    checkNetwork(world, record, base.launchType ?? "FARGATE", networkConfiguration);
    checkRegistries(world, record, request.serviceRegistries ?? []);
  }
  return {
    ...base,
    ...(record === undefined ? {} : { taskDefinitionArn: record.arn }),
    platformVersion: request.platformVersion ?? configuration.platformVersion,
    ...(networkConfiguration === undefined ? {} : { networkConfiguration }),
    serviceRegistries: request.serviceRegistries ?? configuration.serviceRegistries,
    loadBalancers: request.loadBalancers ?? configuration.loadBalancers,
  };
}

function requireActiveOrCurrent(world: World, service: ServiceRecord, request: UpdateServiceRequest) {
  if (request.taskDefinition !== undefined) {
    return requireActiveTaskDefinition(world, request.taskDefinition);
  }
  const startsNone =
    request.networkConfiguration === undefined &&
    request.serviceRegistries === undefined &&
    request.forceNewDeployment !== true;
  return startsNone ? undefined : requireActiveTaskDefinition(world, service.configuration.taskDefinitionArn);
}

function changeWithoutDeployment(service: ServiceRecord, request: UpdateServiceRequest): void {
  service.desiredCount = request.desiredCount ?? service.desiredCount;
  service.deploymentConfiguration = {
    ...service.deploymentConfiguration,
    ...request.deploymentConfiguration,
  };
  service.placementConstraints = request.placementConstraints ?? service.placementConstraints;
  service.placementStrategy = request.placementStrategy ?? service.placementStrategy;
  service.healthCheckGracePeriodSeconds =
    request.healthCheckGracePeriodSeconds ?? service.healthCheckGracePeriodSeconds;
  service.enableExecuteCommand = request.enableExecuteCommand ?? service.enableExecuteCommand;
  service.enableECSManagedTags = request.enableECSManagedTags ?? service.enableECSManagedTags;
  service.propagateTags = request.propagateTags ?? service.propagateTags;
  service.availabilityZoneRebalancing = request.availabilityZoneRebalancing ?? service.availabilityZoneRebalancing;
}
