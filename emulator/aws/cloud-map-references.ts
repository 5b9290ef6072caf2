import { ServiceError } from "../protocol/errors.ts";
import { type Page, takePage } from "../world/pages.ts";
import type { World } from "../world/world.ts";
import type { DiscoveryServiceRecord, NamespaceRecord } from "./discovery-state.ts";

export function invalidInput(message: string): ServiceError {
  return new ServiceError("InvalidInput", message);
}

export function requireNamespace(world: World, reference: string | undefined): NamespaceRecord {
  const id = (reference ?? "").replace(/^arn:.*:namespace\//, "");
  const namespace = world.discovery.namespaces.get(id);
  if (namespace === undefined) {
    throw new ServiceError("NamespaceNotFound", `Can't find namespace: ${id}`);
  }
  return namespace;
}

export function requireService(world: World, reference: string | undefined): DiscoveryServiceRecord {
  const id = (reference ?? "").replace(/^arn:.*:service\//, "");
  const service = world.discovery.services.get(id);
  if (service === undefined) {
    throw new ServiceError("ServiceNotFound", `Can't find service: ${id}`);
  }
  return service;
}

export function takeMapPage<T>(
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
