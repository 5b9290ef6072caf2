import type {
  CreateServiceRequest,
  CreateServiceResponse,
  DeleteServiceRequest,
  DeregisterInstanceRequest,
  GetNamespaceRequest,
  GetNamespaceResponse,
  GetOperationRequest,
  GetOperationResponse,
  GetServiceRequest,
  GetServiceResponse,
  ListInstancesRequest,
  ListInstancesResponse,
  ListNamespacesRequest,
  ListNamespacesResponse,
  ListServicesRequest,
  ListServicesResponse,
  ListTagsForResourceRequest,
  ListTagsForResourceResponse,
  OperationType,
  TagResourceRequest,
  UntagResourceRequest,
  UpdateServiceRequest,
  UpdateServiceResponse,
} from "@aws-sdk/client-servicediscovery";
import { ServiceError } from "../protocol/errors.ts";
import { type HandlerTable, handle } from "../world/handlers.ts";
import { type Page, takePage } from "../world/pages.ts";
import { createVisibility } from "../world/visibility.ts";
import { makeArn, toDate, type World } from "../world/world.ts";
import { summarizeService, viewNamespace, viewService } from "./cloud-map-view.ts";
import type { DiscoveryServiceRecord, NamespaceRecord, OperationRecord } from "./discovery-state.ts";

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

function invalidInput(message: string): ServiceError {
  return new ServiceError("InvalidInput", message);
}

function requireNamespace(world: World, reference: string | undefined): NamespaceRecord {
  const id = (reference ?? "").replace(/^arn:.*:namespace\//, "");
  const namespace = world.discovery.namespaces.get(id);
  if (namespace === undefined) {
    throw new ServiceError("NamespaceNotFound", `Can't find namespace: ${id}`);
  }
  return namespace;
}

function requireService(world: World, reference: string | undefined): DiscoveryServiceRecord {
  const id = (reference ?? "").replace(/^arn:.*:service\//, "");
  const service = world.discovery.services.get(id);
  if (service === undefined) {
    throw new ServiceError("ServiceNotFound", `Can't find service: ${id}`);
  }
  return service;
}

function takeMapPage<T>(
  world: World,
  items: readonly T[],
  request: { NextToken?: string | undefined; MaxResults?: number | undefined },
): Page<T> {
  const size = request.MaxResults ?? 100;
  if (size < 1 || size > 100) {
    throw invalidInput("MaxResults must be between 1 and 100.");
  }
  return takePage(items, request.NextToken, Math.min(size, world.settings.pageSize), {
    code: "InvalidInput",
    message: "Invalid NextToken.",
  });
}

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

function listInstances(request: ListInstancesRequest, world: World): ListInstancesResponse {
  const service = requireService(world, request.ServiceId);
  const instances = [...service.instances].map(([Id, Attributes]) => ({
    Id,
    Attributes: { ...Attributes },
  }));
  const page = takeMapPage(world, instances, request);
  return { Instances: page.items, NextToken: page.nextToken };
}

function deregisterInstance(request: DeregisterInstanceRequest, world: World): UpdateServiceResponse {
  const service = requireService(world, request.ServiceId);
  const id = request.InstanceId ?? "";
  if (!service.instances.has(id)) {
    throw new ServiceError("InstanceNotFound", `Can't find instance: ${id}`);
  }
  const operation = startOperation(world, "DEREGISTER_INSTANCE", { INSTANCE: id, SERVICE: service.id }, () =>
    service.instances.delete(id),
  );
  return { OperationId: operation.id };
}

function startOperation(
  world: World,
  type: OperationType,
  targets: Readonly<Record<string, string>>,
  effect: () => void,
): OperationRecord {
  const { now } = world.timeline;
  const operation: OperationRecord = {
    id: `${world.ids.letters(26)}-${world.ids.letters(8)}`,
    type,
    createdAt: now,
    updatedAt: now,
    targets,
    status: "PENDING",
  };
  world.discovery.operations.set(operation.id, operation);
  world.timeline.after(world.settings.operationSeconds, () => {
    effect();
    operation.status = "SUCCESS";
    operation.updatedAt = world.timeline.now;
  });
  return operation;
}

function getOperation(request: GetOperationRequest, world: World): GetOperationResponse {
  const operation = world.discovery.operations.get(request.OperationId ?? "");
  if (operation === undefined) {
    throw new ServiceError("OperationNotFound", `Can't find operation: ${request.OperationId ?? ""}`);
  }
  return {
    Operation: {
      Id: operation.id,
      Type: operation.type,
      Status: operation.status,
      CreateDate: toDate(operation.createdAt),
      UpdateDate: toDate(operation.updatedAt),
      Targets: { ...operation.targets },
    },
  };
}

function requireTagged(world: World, arn: string | undefined): { tags: CreateServiceRequest["Tags"] & {} } {
  const { services, namespaces } = world.discovery;
  const found = [...services.values(), ...namespaces.values()].find((item) => item.arn === arn);
  if (found === undefined) {
    throw new ServiceError("ResourceNotFoundException", "The specified resource was not found.", {
      fields: { ResourceARN: arn },
    });
  }
  return found;
}

function checkTags(tags: readonly { Key?: string | undefined; Value?: string | undefined }[]): void {
  if (tags.length > 50) {
    throw new ServiceError("TooManyTagsException", "A resource can have at most 50 tags.");
  }
  for (const { Key = "", Value = "" } of tags) {
    if (Key.length < 1 || Key.length > 128 || Value.length > 256 || /^aws:/i.test(Key)) {
      throw invalidInput(`Invalid tag: ${Key}`);
    }
  }
}

function tagResource(request: TagResourceRequest, world: World): Record<string, never> {
  const tagged = requireTagged(world, request.ResourceARN);
  const tags = request.Tags ?? [];
  const keys = new Set(tags.map(({ Key }) => Key));
  const merged = [...tagged.tags.filter(({ Key }) => !keys.has(Key)), ...tags];
  checkTags(merged);
  tagged.tags = merged;
  return {};
}

function untagResource(request: UntagResourceRequest, world: World): Record<string, never> {
  const tagged = requireTagged(world, request.ResourceARN);
  tagged.tags = tagged.tags.filter(({ Key }) => request.TagKeys?.includes(Key ?? "") !== true);
  return {};
}

function listTagsForResource(request: ListTagsForResourceRequest, world: World): ListTagsForResourceResponse {
  return { Tags: requireTagged(world, request.ResourceARN).tags };
}
