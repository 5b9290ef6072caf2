import type { Container, Task } from "@aws-sdk/client-ecs";
import { toDate, type World } from "../world/world.ts";
import type { ContainerRecord, TaskRecord } from "./state.ts";

/** A task as DescribeTasks shows it. */
export function viewTask(world: World, task: TaskRecord, withTags: boolean): Task {
  const { definition } = task.taskDefinition;
  const subnet = world.network.subnets.get(task.subnetId);
  const healths = task.containers
    .filter((container) => container.definition.healthCheck !== undefined)
    .map((container) => container.healthStatus);
  return {
    attachments: [
      {
        id: task.attachmentId,
        type: "ElasticNetworkInterface",
        status: task.lastStatus === "STOPPED" ? "DELETED" : "ATTACHED",
        details: [
          { name: "subnetId", value: task.subnetId },
          { name: "privateIPv4Address", value: task.privateIp },
        ],
      },
    ],
    attributes: [{ name: "ecs.cpu-architecture", value: "x86_64" }],
    availabilityZone: subnet?.availabilityZone ?? `${world.settings.region}a`,
    clusterArn: task.cluster.arn,
    connectivity: "CONNECTED",
    containers: task.containers.map((container) => viewContainer(task, container)),
    cpu: definition.cpu,
    memory: definition.memory,
    createdAt: toDate(task.createdAt),
    desiredStatus: task.desiredStatus,
    enableExecuteCommand: task.service?.enableExecuteCommand ?? false,
    group: task.group,
    healthStatus: healths.includes("UNHEALTHY")
      ? "UNHEALTHY"
      : healths.length > 0 && healths.every((health) => health === "HEALTHY")
        ? "HEALTHY"
        : "UNKNOWN",
    lastStatus: task.lastStatus,
    launchType: task.configuration.launchType ?? "FARGATE",
    overrides: {
      ...task.overrides,
      containerOverrides:
        task.overrides.containerOverrides ?? task.containers.map(({ definition: { name } }) => ({ name })),
      inferenceAcceleratorOverrides: [],
    },
    platformVersion: "1.4.0",
    platformFamily: "Linux",
    startedBy: task.startedBy,
    stopCode: task.stopCode,
    stoppedReason: task.stoppedReason,
    ...viewTimes(task),
    tags: withTags ? task.tags : [],
    taskArn: task.arn,
    taskDefinitionArn: task.taskDefinition.arn,
    version: task.version,
    ephemeralStorage: definition.ephemeralStorage ?? { sizeInGiB: 20 },
  };
}

function viewTimes(task: TaskRecord): Partial<Task> {
  const date = (at: number | undefined): Date | undefined => (at === undefined ? undefined : toDate(at));
  return {
    pullStartedAt: date(task.pullStartedAt),
    pullStoppedAt: date(task.pullStoppedAt),
    startedAt: date(task.startedAt),
    stoppingAt: date(task.stoppingAt),
    stoppedAt: date(task.stoppedAt),
    executionStoppedAt: date(task.executionStoppedAt),
  };
}

function viewContainer(task: TaskRecord, container: ContainerRecord): Container {
  return {
    containerArn: container.arn,
    taskArn: task.arn,
    name: container.definition.name,
    image: container.definition.image,
    ...(task.startedAt === undefined ? {} : { runtimeId: container.runtimeId }),
    lastStatus: container.lastStatus,
    ...(container.exitCode === undefined ? {} : { exitCode: container.exitCode }),
    ...(container.reason === undefined ? {} : { reason: container.reason }),
    networkBindings: [],
    networkInterfaces: [{ attachmentId: task.attachmentId, privateIpv4Address: task.privateIp }],
    healthStatus: container.healthStatus,
    cpu: String(container.definition.cpu ?? 0),
    ...(container.definition.memory === undefined ? {} : { memory: String(container.definition.memory) }),
  };
}
