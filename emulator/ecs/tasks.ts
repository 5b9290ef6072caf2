import type {
  DescribeTasksRequest,
  DescribeTasksResponse,
  Failure,
  ListTasksRequest,
  ListTasksResponse,
  RunTaskRequest,
  RunTaskResponse,
  StopTaskRequest,
  StopTaskResponse,
  Task,
} from "@aws-sdk/client-ecs";
import { ServiceError } from "../protocol/errors.ts";
import { type HandlerTable, handle } from "../world/handlers.ts";
import { makeArn, type World } from "../world/world.ts";
import { takeEcsPage } from "./pages.ts";
import { checkTags, findTask, invalidParameter, requireCluster, requireService, requireTask } from "./references.ts";
import { NO_CAPACITY } from "./scheduler.ts";
import { checkNetwork, requireActiveTaskDefinition } from "./service-check.ts";
import type { TaskDefinitionRecord, TaskRecord } from "./state.ts";
import { launchTask, stopTask } from "./task-life.ts";
import { viewTask } from "./task-view.ts";

export const taskHandlers: HandlerTable = {
  ListTasks: handle(listTasks),
  DescribeTasks: handle(describeTasks),
  RunTask: handle(runTask),
  StopTask: handle(stopOneTask),
};

function listTasks(request: ListTasksRequest, world: World): ListTasksResponse {
  const cluster = requireCluster(world, request.cluster);
  const service = request.serviceName === undefined ? undefined : requireService(world, cluster, request.serviceName);
  if (service?.status === "INACTIVE") {
    throw new ServiceError("ServiceNotFoundException", "Service not found.");
  }
  const desired = request.desiredStatus ?? "RUNNING";
  const arns = [...world.ecs.tasks.values()]
    .filter((task) => task.cluster === cluster)
    .filter((task) => service === undefined || task.service === service)
    .filter((task) => request.family === undefined || task.taskDefinition.family === request.family)
    .filter((task) => request.startedBy === undefined || task.startedBy === request.startedBy)
    .filter((task) => task.desiredStatus === desired)
    .map((task) => task.arn);
  const page = takeEcsPage(world, arns, request, 100);
  return { taskArns: page.items, nextToken: page.nextToken };
}

function describeTasks(request: DescribeTasksRequest, world: World): DescribeTasksResponse {
  const cluster = requireCluster(world, request.cluster);
  const references = request.tasks ?? [];
  if (references.length === 0) {
    throw invalidParameter("Tasks cannot be empty.");
  }
  if (references.length > 100) {
    throw invalidParameter("A maximum of 100 tasks can be described at a time.");
  }
  const tasks: Task[] = [];
  const failures: NonNullable<DescribeTasksResponse["failures"]> = [];
  for (const reference of references) {
    const task = findTask(world, cluster, reference);
    if (task === undefined) {
      const arn = reference.startsWith("arn:") ? reference : makeArn(world, "ecs", `task/${cluster.name}/${reference}`);
      failures.push({ arn, reason: "MISSING" });
    } else {
      tasks.push(viewTask(world, task, request.include?.includes("TAGS") === true));
    }
  }
  return { tasks, failures };
}

function runTask(request: RunTaskRequest, world: World): RunTaskResponse {
  const cluster = requireCluster(world, request.cluster);
  const taskDefinition = requireActiveTaskDefinition(world, request.taskDefinition);
  const count = request.count ?? 1;
  if (count < 1 || count > 10) {
    throw invalidParameter("count must be between 1 and 10.");
  }
  checkTags(request.tags);
  const launchType = request.launchType ?? "EC2";
  checkNetwork(world, taskDefinition, launchType, request.networkConfiguration);
  const names = new Set((taskDefinition.definition.containerDefinitions ?? []).map(({ name }) => name));
  for (const { name } of request.overrides?.containerOverrides ?? []) {
    if (!names.has(name)) {
      throw invalidParameter(`Override for container named ${name ?? ""} is not a container in the TaskDefinition.`);
    }
  }
  const known = request.clientToken === undefined ? undefined : world.ecs.runTokens.get(request.clientToken);
  if (known !== undefined) {
    return answerKnown(world, known, request);
  }
  const failure = findRefusal(world, taskDefinition);
  if (failure !== undefined) {
    return { tasks: [], failures: [failure] };
  }
  const tasks = Array.from({ length: count }, () =>
    launchTask(world, {
      cluster,
      taskDefinition,
      configuration: {
        taskDefinitionArn: taskDefinition.arn,
        launchType,
        platformVersion: request.platformVersion ?? "LATEST",
        ...(request.networkConfiguration === undefined ? {} : { networkConfiguration: request.networkConfiguration }),
        serviceRegistries: [],
        loadBalancers: [],
      },
      group: request.group ?? `family:${taskDefinition.family}`,
      ...(request.startedBy === undefined ? {} : { startedBy: request.startedBy }),
      ...(request.overrides === undefined ? {} : { overrides: request.overrides }),
      tags: request.tags ?? [],
      notify: () => undefined,
    }),
  );
  if (request.clientToken !== undefined) {
    world.ecs.runTokens.set(request.clientToken, { request: JSON.stringify(request), tasks });
  }
  return { tasks: tasks.map((task) => viewTask(world, task, true)), failures: [] };
}

/** A token that was used: the same request gets the same tasks, another one is refused (RunTask, ConflictException). */
function answerKnown(
  world: World,
  known: { readonly request: string; readonly tasks: readonly TaskRecord[] },
  request: RunTaskRequest,
): RunTaskResponse {
  if (known.request !== JSON.stringify(request)) {
    throw new ServiceError("ConflictException", "The client token was used with other parameters.", {
      fields: { resourceIds: known.tasks.map(({ arn }) => arn) },
    });
  }
  return { tasks: known.tasks.map((task) => viewTask(world, task, true)), failures: [] };
}

function findRefusal(world: World, taskDefinition: TaskDefinitionRecord): Failure | undefined {
  const refused = (taskDefinition.definition.containerDefinitions ?? []).some((container) =>
    world.behaviours.takeRefusal({
      image: container.image ?? "",
      family: taskDefinition.family,
      container: container.name ?? "",
      launchedBy: "run",
    }),
  );
  return refused ? { reason: NO_CAPACITY } : undefined;
}

function stopOneTask(request: StopTaskRequest, world: World): StopTaskResponse {
  const cluster = requireCluster(world, request.cluster);
  const task = requireTask(world, cluster, request.task ?? "");
  stopTask(world, task, {
    stopCode: "UserInitiated",
    reason: request.reason ?? "Task stopped by user",
    cause: "user",
  });
  return { task: viewTask(world, task, true) };
}
