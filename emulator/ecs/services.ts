import type {
  CreateServiceRequest,
  CreateServiceResponse,
  DeleteServiceRequest,
  DeleteServiceResponse,
  DescribeServicesRequest,
  DescribeServicesResponse,
  ListServicesRequest,
  ListServicesResponse,
  Service,
  Tag,
} from "@aws-sdk/client-ecs";
import { ServiceError } from "../protocol/errors.ts";
import { type HandlerTable, handle } from "../world/handlers.ts";
import { createVisibility, LaggingValue } from "../world/visibility.ts";
import { makeArn, type World } from "../world/world.ts";
import { takeEcsPage } from "./pages.ts";
import { checkTags, findService, invalidParameter, requireCluster, requireService } from "./references.ts";
import { startDeployment } from "./rollout.ts";
import { scheduleLook } from "./scheduler.ts";
import { checkNetwork, checkRegistries, requireActiveTaskDefinition } from "./service-check.ts";
import { updateService } from "./service-update.ts";
import { viewService } from "./service-view.ts";
import type { ClusterRecord, ServiceRecord, ServiceRevisionConfiguration } from "./state.ts";

export const serviceHandlers: HandlerTable = {
  CreateService: handle(createService),
  UpdateService: handle(updateService),
  DescribeServices: handle(describeServices),
  ListServices: handle(listServices),
  DeleteService: handle(deleteService),
};

const SERVICE_NAME = /^[A-Za-z0-9_-]{1,255}$/;
const MAX_DESCRIBED = 10;
const FIRST_LOOK_AFTER = 2;

export function createService(request: CreateServiceRequest, world: World): CreateServiceResponse {
  const cluster = requireCluster(world, request.cluster);
  const name = request.serviceName ?? "";
  if (!SERVICE_NAME.test(name)) {
    throw invalidParameter("Service name contains invalid characters or is longer than 255 characters.");
  }
  checkTags(request.tags);
  if (request.clientToken !== undefined && request.clientToken.length > 36) {
    throw invalidParameter("clientToken can have at most 36 characters.");
  }
  const known = findService(world, cluster, name);
  if (known !== undefined && known.status !== "INACTIVE") {
    return answerKnown(world, known, request);
  }
  const taskDefinition = requireActiveTaskDefinition(world, request.taskDefinition);
  const desiredCount = request.desiredCount;
  if (desiredCount === undefined || desiredCount < 0) {
    throw invalidParameter("desiredCount must be 0 or more for a REPLICA service.");
  }
  if (request.launchType !== undefined && request.capacityProviderStrategy !== undefined) {
    throw invalidParameter("Specifying both a launch type and capacity provider strategy is not supported.");
  }
  checkNetwork(world, taskDefinition, request.launchType ?? "EC2", request.networkConfiguration);
  checkRegistries(world, taskDefinition, request.serviceRegistries ?? []);
  const service = makeService(world, cluster, request, taskDefinition.arn, desiredCount);
  world.ecs.services.push(service);
  startDeployment(world, service, desiredCount);
  scheduleLook(world, service, FIRST_LOOK_AFTER);
  return { service: { ...viewService(world, service, false), tags: service.tags.current } };
}

/** Asking for a name that is taken: the same request with the same token is answered again, all else refused. */
function answerKnown(world: World, known: ServiceRecord, request: CreateServiceRequest): CreateServiceResponse {
  if (known.status === "DRAINING") {
    throw invalidParameter("Unable to Start a service that is still Draining.");
  }
  if (request.clientToken !== undefined && JSON.stringify(known.request) === JSON.stringify(request)) {
    return { service: viewService(world, known, true) };
  }
  throw invalidParameter("Creation of service was not idempotent.");
}

function makeService(
  world: World,
  cluster: ClusterRecord,
  request: CreateServiceRequest,
  taskDefinitionArn: string,
  desiredCount: number,
): ServiceRecord {
  const { now } = world.timeline;
  const name = request.serviceName ?? "";
  return {
    arn: makeArn(world, "ecs", `service/${cluster.name}/${name}`),
    name,
    cluster,
    status: "ACTIVE",
    desiredCount,
    deploymentConfiguration: {
      deploymentCircuitBreaker: { enable: false, rollback: false },
      maximumPercent: 200,
      minimumHealthyPercent: 100,
      strategy: "ROLLING",
      bakeTimeInMinutes: 0,
      ...request.deploymentConfiguration,
    },
    request,
    configuration: makeConfiguration(request, taskDefinitionArn),
    placementConstraints: request.placementConstraints ?? [],
    placementStrategy: request.placementStrategy ?? [],
    healthCheckGracePeriodSeconds: request.healthCheckGracePeriodSeconds ?? 0,
    enableExecuteCommand: request.enableExecuteCommand ?? false,
    enableECSManagedTags: request.enableECSManagedTags ?? false,
    propagateTags: request.propagateTags ?? "NONE",
    availabilityZoneRebalancing: request.availabilityZoneRebalancing ?? "ENABLED",
    createdAt: now,
    deployments: [],
    revisions: new Map(),
    serviceDeployments: [],
    events: [],
    tags: new LaggingValue<Tag[]>((request.tags ?? []).map(({ key, value }) => ({ key, value: value ?? "" }))),
    visibility: createVisibility(world.settings.consistency.newServices, now),
    steady: false,
    reconcileScheduled: false,
  };
}

function makeConfiguration(request: CreateServiceRequest, taskDefinitionArn: string): ServiceRevisionConfiguration {
  const vpc = request.networkConfiguration?.awsvpcConfiguration;
  return {
    taskDefinitionArn,
    ...(request.capacityProviderStrategy === undefined
      ? { launchType: request.launchType ?? "EC2" }
      : { capacityProviderStrategy: request.capacityProviderStrategy }),
    platformVersion: request.platformVersion ?? "LATEST",
    ...(vpc === undefined
      ? {}
      : { networkConfiguration: { awsvpcConfiguration: { assignPublicIp: "DISABLED", ...vpc } } }),
    serviceRegistries: request.serviceRegistries ?? [],
    loadBalancers: request.loadBalancers ?? [],
  };
}

function describeServices(request: DescribeServicesRequest, world: World): DescribeServicesResponse {
  const cluster = requireCluster(world, request.cluster);
  const references = request.services ?? [];
  if (references.length === 0) {
    throw invalidParameter("Services cannot be empty.");
  }
  if (references.length > MAX_DESCRIBED) {
    throw invalidParameter(`A maximum of ${MAX_DESCRIBED} services can be described at a time.`);
  }
  const services: Service[] = [];
  const failures: NonNullable<DescribeServicesResponse["failures"]> = [];
  for (const reference of references) {
    const service = findService(world, cluster, reference);
    if (service === undefined || !service.visibility.isVisible(world.timeline.now)) {
      const arn = reference.startsWith("arn:")
        ? reference
        : makeArn(world, "ecs", `service/${cluster.name}/${reference}`);
      failures.push({ arn, reason: "MISSING" });
    } else {
      services.push(viewService(world, service, request.include?.includes("TAGS") === true));
    }
  }
  return { services, failures };
}

function listServices(request: ListServicesRequest, world: World): ListServicesResponse {
  const cluster = requireCluster(world, request.cluster);
  const arns = world.ecs.services
    .filter((service) => service.cluster === cluster && service.status === "ACTIVE")
    .filter((service) => request.launchType === undefined || service.configuration.launchType === request.launchType)
    .map((service) => service.arn);
  const page = takeEcsPage(world, arns, request, 10);
  return { serviceArns: page.items, nextToken: page.nextToken };
}

function deleteService(request: DeleteServiceRequest, world: World): DeleteServiceResponse {
  const cluster = requireCluster(world, request.cluster);
  const service = requireService(world, cluster, request.service);
  if (service.status === "INACTIVE") {
    throw new ServiceError("ServiceNotActiveException", "Service was not ACTIVE.");
  }
  if (service.desiredCount > 0 && request.force !== true) {
    throw invalidParameter("The service cannot be stopped while it is scaled above 0.");
  }
  if (service.status === "ACTIVE") {
    service.status = "DRAINING";
    service.desiredCount = 0;
    scheduleLook(world, service);
  }
  return { service: viewService(world, service, false) };
}
