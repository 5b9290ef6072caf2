import type {
  CreateServiceRequest,
  CreateServiceResponse,
  DeleteServiceRequest,
  GetNamespaceRequest,
  GetNamespaceResponse,
  GetServiceRequest,
  GetServiceResponse,
  ListNamespacesRequest,
  ListNamespacesResponse,
  ListServicesRequest,
  ListServicesResponse,
  UpdateServiceRequest,
  UpdateServiceResponse,
} from "@aws-sdk/client-servicediscovery";
import { ServiceError } from "../protocol/errors.ts";
import { type HandlerTable, handle } from "../world/handlers.ts";
import { createVisibility } from "../world/visibility.ts";
import { makeArn, type World } from "../world/world.ts";
import { deregisterInstance, getOperation, listInstances, startOperation } from "./cloud-map-instances.ts";
import { invalidInput, requireNamespace, requireService, takeMapPage } from "./cloud-map-references.ts";
import { checkTags, listTagsForResource, tagResource, untagResource } from "./cloud-map-tags.ts";
import { summarizeService, viewNamespace, viewService } from "./cloud-map-view.ts";
import type { DiscoveryServiceRecord, NamespaceRecord } from "./discovery-state.ts";

export const cloudMapHandlers: HandlerTable = {
  CreateService: handle(createService),
  GetService: handle(getService),
  UpdateService: handle(updateService),
  DeleteService: handle(deleteService),
  ListServices: handle(listServices),
  GetNamespace: handle(getNamespace),
  ListNamespaces: handle(listNamespaces),
  ListInstances: handle(listInstances),
  DeregisterInstance: handle(deregisterInstance),
  GetOperation: handle(getOperation),
  TagResource: handle(tagResource),
  UntagResource: handle(untagResource),
  ListTagsForResource: handle(listTagsForResource),
};

const SERVICE_NAME = /^[A-Za-z0-9_](?:[A-Za-z0-9_.-]{0,125}[A-Za-z0-9_])?$/;

function createService(request: CreateServiceRequest, world: World): CreateServiceResponse {
  const name = request.Name ?? "";
  const namespace = requireNamespace(world, request.NamespaceId ?? request.DnsConfig?.NamespaceId);
  if (!SERVICE_NAME.test(name)) {
    throw invalidInput(`Invalid service name: ${name}`);
  }
  checkTags(request.Tags ?? []);
  if (namespace.type === "DNS_PRIVATE" && request.DnsConfig !== undefined) {
    if ((request.DnsConfig.DnsRecords ?? []).length === 0) {
      throw invalidInput("DnsRecords must not be empty.");
    }
    // A DNS name is a label at a time: 63 characters each.
    if (name.split(".").some((label) => label.length > 63)) {
      throw invalidInput(`Service name ${name} is not a valid DNS name.`);
    }
  }
  const known = [...world.discovery.services.values()].find(
    (service) => service.namespace === namespace && service.name.toLowerCase() === name.toLowerCase(),
  );
  if (known !== undefined) {
    if (request.CreatorRequestId !== undefined && known.creatorRequestId === request.CreatorRequestId) {
      return { Service: viewService(known) };
    }
    throw new ServiceError("ServiceAlreadyExists", "Service already exists.", {
      fields: {
        ServiceId: known.id,
        ServiceArn: known.arn,
        CreatorRequestId: known.creatorRequestId,
      },
    });
  }
  const service = addDiscoveryService(world, namespace, name, request);
  return { Service: viewService(service) };
}

export function addDiscoveryService(
  world: World,
  namespace: NamespaceRecord,
  name: string,
  request: CreateServiceRequest,
): DiscoveryServiceRecord {
  const { now } = world.timeline;
  const id = `srv-${world.ids.letters(16)}`;
  const service: DiscoveryServiceRecord = {
    id,
    arn: makeArn(world, "servicediscovery", `service/${id}`),
    name,
    namespace,
    createdAt: now,
    creatorRequestId: request.CreatorRequestId ?? world.ids.uuid(),
    description: request.Description,
    dnsRecords: request.DnsConfig?.DnsRecords ?? [],
    routingPolicy: request.DnsConfig?.RoutingPolicy ?? "MULTIVALUE",
    failureThreshold:
      request.HealthCheckCustomConfig === undefined
        ? undefined
        : (request.HealthCheckCustomConfig.FailureThreshold ?? 1),
    instances: new Map(),
    tags: request.Tags ?? [],
    visibility: createVisibility(world.settings.consistency.newDiscoveryServices, now),
  };
  world.discovery.services.set(id, service);
  return service;
}

function getService(request: GetServiceRequest, world: World): GetServiceResponse {
  return { Service: viewService(requireService(world, request.Id)) };
}

/** Only description and DNS records can change: the service's other members are fixed at creation. */
function updateService(request: UpdateServiceRequest, world: World): UpdateServiceResponse {
  const service = requireService(world, request.Id);
  const change = request.Service;
  const operation = startOperation(world, "UPDATE_SERVICE", { SERVICE: service.id }, () => {
    service.description = change?.Description;
    if (change?.DnsConfig?.DnsRecords !== undefined) {
      service.dnsRecords = change.DnsConfig.DnsRecords;
    }
  });
  return { OperationId: operation.id };
}

function deleteService(request: DeleteServiceRequest, world: World): Record<string, never> {
  const service = requireService(world, request.Id);
  if (service.instances.size > 0) {
    throw new ServiceError(
      "ResourceInUse",
      "Service contains registered instances; delete the instances before deleting the service",
    );
  }
  world.discovery.services.delete(service.id);
  return {};
}

function listServices(request: ListServicesRequest, world: World): ListServicesResponse {
  let services = [...world.discovery.services.values()].filter((service) =>
    service.visibility.isVisible(world.timeline.now),
  );
  for (const filter of request.Filters ?? []) {
    const condition = filter.Condition ?? "EQ";
    if (filter.Name !== "NAMESPACE_ID" || (condition !== "EQ" && condition !== "IN")) {
      throw invalidInput(`Invalid filter: ${filter.Name ?? ""} ${condition}`);
    }
    services = services.filter((service) => filter.Values?.includes(service.namespace.id) === true);
  }
  const page = takeMapPage(world, services, request);
  return { Services: page.items.map(summarizeService), NextToken: page.nextToken };
}

function getNamespace(request: GetNamespaceRequest, world: World): GetNamespaceResponse {
  return { Namespace: viewNamespace(world, requireNamespace(world, request.Id)) };
}

function listNamespaces(request: ListNamespacesRequest, world: World): ListNamespacesResponse {
  let namespaces = [...world.discovery.namespaces.values()];
  for (const filter of request.Filters ?? []) {
    namespaces = namespaces.filter((namespace) => {
      switch (filter.Name) {
        case "TYPE":
          return filter.Values?.includes(namespace.type);
        case "NAME":
        case "HTTP_NAME":
          return filter.Values?.includes(namespace.name);
        default:
          throw invalidInput(`Invalid filter: ${filter.Name ?? ""}`);
      }
    });
  }
  const page = takeMapPage(world, namespaces, request);
  return {
    Namespaces: page.items.map((namespace) => viewNamespace(world, namespace)),
    NextToken: page.nextToken,
  };
}
