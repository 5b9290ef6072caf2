import type {
  DeleteTaskDefinitionsRequest,
  DeleteTaskDefinitionsResponse,
  DeregisterTaskDefinitionRequest,
  DeregisterTaskDefinitionResponse,
  DescribeTaskDefinitionRequest,
  DescribeTaskDefinitionResponse,
  ListTaskDefinitionFamiliesRequest,
  ListTaskDefinitionFamiliesResponse,
  ListTaskDefinitionsRequest,
  ListTaskDefinitionsResponse,
  RegisterTaskDefinitionRequest,
  RegisterTaskDefinitionResponse,
  Tag,
  TaskDefinition,
} from "@aws-sdk/client-ecs";
import { type HandlerTable, handle } from "../world/handlers.ts";
import { createVisibility, LaggingValue } from "../world/visibility.ts";
import { makeArn, toDate, type World } from "../world/world.ts";
import { takeEcsPage } from "./pages.ts";
import { clientException, findTaskDefinition, invalidParameter } from "./references.ts";
import type { TaskDefinitionRecord } from "./state.ts";
import { checkTaskDefinition } from "./task-definition-check.ts";
import { completeTaskDefinition } from "./task-definition-defaults.ts";

export const taskDefinitionHandlers: HandlerTable = {
  RegisterTaskDefinition: handle(registerTaskDefinition),
  DescribeTaskDefinition: handle(describeTaskDefinition),
  ListTaskDefinitions: handle(listTaskDefinitions),
  ListTaskDefinitionFamilies: handle(listTaskDefinitionFamilies),
  DeregisterTaskDefinition: handle(deregisterTaskDefinition),
  DeleteTaskDefinitions: handle(deleteTaskDefinitions),
};

export function registerTaskDefinition(
  request: RegisterTaskDefinitionRequest,
  world: World,
): RegisterTaskDefinitionResponse {
  checkTaskDefinition(request);
  const family = request.family ?? "";
  const records = world.ecs.families.get(family) ?? [];
  const revision = (records.at(-1)?.revision ?? 0) + 1;
  const { now } = world.timeline;
  const lag = world.settings.consistency.newTaskDefinitions;
  const arn = makeArn(world, "ecs", `task-definition/${family}:${revision}`);
  const record: TaskDefinitionRecord = {
    arn,
    family,
    revision,
    definition: {
      ...completeTaskDefinition(request),
      taskDefinitionArn: arn,
      revision,
      registeredAt: toDate(now),
      registeredBy: makeArn(world, "sts", "assumed-role/deploy/session"),
    },
    status: "ACTIVE",
    tags: new LaggingValue<Tag[]>((request.tags ?? []).map(withValue)),
    visibility: createVisibility(lag, now),
  };
  world.ecs.families.set(family, [...records, record]);
  return { taskDefinition: viewTaskDefinition(record), tags: record.tags.current };
}

function withValue(tag: Tag): Tag {
  return { key: tag.key, value: tag.value ?? "" };
}

/** The record as ECS shows it. */
export function viewTaskDefinition(record: TaskDefinitionRecord): TaskDefinition {
  return {
    ...record.definition,
    status: record.status,
    ...(record.deregisteredAt === undefined ? {} : { deregisteredAt: record.deregisteredAt }),
  };
}

function describeTaskDefinition(request: DescribeTaskDefinitionRequest, world: World): DescribeTaskDefinitionResponse {
  const record = findTaskDefinition(world, request.taskDefinition ?? "");
  const { now } = world.timeline;
  if (record === undefined || !record.visibility.isVisible(now)) {
    throw clientException("Unable to describe task definition.");
  }
  return {
    taskDefinition: viewTaskDefinition(record),
    tags: request.include?.includes("TAGS") === true ? record.tags.read(now) : [],
  };
}

function listTaskDefinitions(request: ListTaskDefinitionsRequest, world: World): ListTaskDefinitionsResponse {
  const status = request.status ?? "ACTIVE";
  const arns = [...world.ecs.families.entries()]
    .filter(([family]) => request.familyPrefix === undefined || family === request.familyPrefix)
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([, records]) => records)
    .filter((record) => record.status === status)
    .map((record) => record.arn);
  const ordered = request.sort === "DESC" ? arns.toReversed() : arns;
  const page = takeEcsPage(world, ordered, request, 100);
  return { taskDefinitionArns: page.items, nextToken: page.nextToken };
}

function listTaskDefinitionFamilies(
  request: ListTaskDefinitionFamiliesRequest,
  world: World,
): ListTaskDefinitionFamiliesResponse {
  const status = request.status ?? "ALL";
  const families = [...world.ecs.families.entries()]
    .filter(([family]) => family.startsWith(request.familyPrefix ?? ""))
    .filter(([, records]) => {
      const active = records.some((record) => record.status === "ACTIVE");
      return status === "ALL" || (status === "ACTIVE") === active;
    })
    .map(([family]) => family)
    .toSorted();
  const page = takeEcsPage(world, families, request, 100);
  return { families: page.items, nextToken: page.nextToken };
}

function requireRevision(world: World, reference: string | undefined): TaskDefinitionRecord {
  const name = reference ?? "";
  if (!/:\d+$/.test(name)) {
    throw clientException("Revision is missing.");
  }
  const record = findTaskDefinition(world, name);
  if (record === undefined) {
    throw clientException("The specified task definition does not exist.");
  }
  return record;
}

function deregisterTaskDefinition(
  request: DeregisterTaskDefinitionRequest,
  world: World,
): DeregisterTaskDefinitionResponse {
  const record = requireRevision(world, request.taskDefinition);
  if (record.status === "ACTIVE") {
    record.status = "INACTIVE";
    record.deregisteredAt = toDate(world.timeline.now);
  }
  return { taskDefinition: viewTaskDefinition(record) };
}

function deleteTaskDefinitions(request: DeleteTaskDefinitionsRequest, world: World): DeleteTaskDefinitionsResponse {
  const references = request.taskDefinitions ?? [];
  if (references.length === 0 || references.length > 10) {
    throw invalidParameter("You can delete between 1 and 10 task definitions in one request.");
  }
  const taskDefinitions: TaskDefinition[] = [];
  const failures: NonNullable<DeleteTaskDefinitionsResponse["failures"]> = [];
  for (const reference of references) {
    const record = findTaskDefinition(world, reference);
    if (record === undefined || !/:\d+$/.test(reference)) {
      failures.push({ arn: reference, reason: "TASK_DEFINITION_DOES_NOT_EXIST" });
    } else if (record.status === "ACTIVE") {
      failures.push({
        arn: record.arn,
        reason: "The specified task definition is still in ACTIVE status. Please deregister the target and try again.",
      });
    } else {
      record.status = "DELETE_IN_PROGRESS";
      taskDefinitions.push(viewTaskDefinition(record));
    }
  }
  return { taskDefinitions, failures };
}
