import type {
  DeregisterInstanceRequest,
  DeregisterInstanceResponse,
  GetOperationRequest,
  GetOperationResponse,
  ListInstancesRequest,
  ListInstancesResponse,
  OperationType,
} from "@aws-sdk/client-servicediscovery";
import { ServiceError } from "../protocol/errors.ts";
import { toDate, type World } from "../world/world.ts";
import { requireService, takeMapPage } from "./cloud-map-references.ts";
import type { OperationRecord } from "./discovery-state.ts";

export function listInstances(request: ListInstancesRequest, world: World): ListInstancesResponse {
  const service = requireService(world, request.ServiceId);
  const instances = [...service.instances].map(([Id, Attributes]) => ({
    Id,
    Attributes: { ...Attributes },
  }));
  const page = takeMapPage(world, instances, request);
  return { Instances: page.items, NextToken: page.nextToken };
}

export function deregisterInstance(request: DeregisterInstanceRequest, world: World): DeregisterInstanceResponse {
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

export function startOperation(
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

export function getOperation(request: GetOperationRequest, world: World): GetOperationResponse {
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
