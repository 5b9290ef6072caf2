import type { Tag } from "@aws-sdk/client-ecs";
import { ServiceError } from "../protocol/errors.ts";
import type { World } from "../world/world.ts";
import type { ClusterRecord, ServiceRecord, TaskDefinitionRecord, TaskRecord } from "./state.ts";

/** Errors with the codes ECS uses. */
export function clientException(message: string): ServiceError {
  return new ServiceError("ClientException", message);
}

export function invalidParameter(message: string): ServiceError {
  return new ServiceError("InvalidParameterException", message);
}

/** The last part of an ARN, or the name as given. */
export function toShortName(reference: string): string {
  return reference.startsWith("arn:") ? reference.slice(reference.lastIndexOf("/") + 1) : reference;
}

/** The cluster of a request; `default` when none is named. */
export function requireCluster(world: World, reference: string | undefined): ClusterRecord {
  const cluster = world.ecs.clusters.get(toShortName(reference ?? "default"));
  if (cluster === undefined || cluster.status !== "ACTIVE") {
    throw new ServiceError("ClusterNotFoundException", "Cluster not found.");
  }
  return cluster;
}

/** The newest service of that name in the cluster, INACTIVE ones included. */
export function findService(world: World, cluster: ClusterRecord, reference: string): ServiceRecord | undefined {
  const name = toShortName(reference);
  return world.ecs.services.findLast((service) => service.cluster === cluster && service.name === name);
}

export function requireService(world: World, cluster: ClusterRecord, reference: string | undefined): ServiceRecord {
  if (reference === undefined || reference === "") {
    throw invalidParameter("Service can not be blank.");
  }
  const service = findService(world, cluster, reference);
  if (service === undefined) {
    throw new ServiceError("ServiceNotFoundException", "Service not found.");
  }
  return service;
}

/** Resolves a family (newest ACTIVE revision), `family:revision` or ARN; undefined when there is none. */
export function findTaskDefinition(world: World, reference: string): TaskDefinitionRecord | undefined {
  const name = toShortName(reference);
  const [family = "", revision] = name.split(":");
  const records = world.ecs.families.get(family) ?? [];
  return revision === undefined
    ? records.findLast((record) => record.status === "ACTIVE")
    : records.find((record) => String(record.revision) === revision);
}

export function requireTask(world: World, cluster: ClusterRecord, reference: string): TaskRecord {
  const task = findTask(world, cluster, reference);
  if (task === undefined) {
    throw invalidParameter("The referenced task was not found.");
  }
  return task;
}

export function findTask(world: World, cluster: ClusterRecord, reference: string): TaskRecord | undefined {
  const id = toShortName(reference);
  return [...world.ecs.tasks.values()].find((task) => task.id === id && task.cluster === cluster);
}

const MAX_TAGS = 50;
const TAG_TEXT = /^[\p{L}\p{Z}\p{N}_.:/=+\-@]*$/u;

/** The tag rules of ECS: 50 tags, keys of 1 to 128 and values of 0 to 256 characters, no `aws:` prefix. */
export function checkTags(tags: readonly Tag[] | undefined): void {
  if (tags === undefined) {
    return;
  }
  if (tags.length > MAX_TAGS) {
    throw invalidParameter("The number of tags exceeds the maximum of 50 tags.");
  }
  const keys = new Set<string>();
  for (const { key, value } of tags) {
    if (key === undefined || key.length === 0 || key.length > 128) {
      throw invalidParameter("Tag keys must be between 1 and 128 characters in length.");
    }
    if ((value ?? "").length > 256) {
      throw invalidParameter("Tag values must be between 0 and 256 characters in length.");
    }
    if (/^aws:/i.test(key) || /^aws:/i.test(value ?? "")) {
      throw invalidParameter("Tags can not contain the reserved prefix aws:.");
    }
    if (!TAG_TEXT.test(key) || !TAG_TEXT.test(value ?? "")) {
      throw invalidParameter(
        "Some tags contain invalid characters. Valid characters: UTF-8 letters, spaces, numbers and _ . / = + - : @.",
      );
    }
    if (keys.has(key)) {
      throw invalidParameter(`Duplicate tag keys found: ${key}.`);
    }
    keys.add(key);
  }
}

/** `changes` laid over `tags`, by key. */
export function mergeTags(tags: readonly Tag[], changes: readonly Tag[]): Tag[] {
  const byKey = new Map(tags.map((tag) => [tag.key, tag]));
  for (const tag of changes) {
    byKey.set(tag.key, { key: tag.key, value: tag.value ?? "" });
  }
  return [...byKey.values()];
}
