import type { Deployment, Service } from "@aws-sdk/client-ecs";
import { makeArn, toDate, type World } from "../world/world.ts";
import { revisionArn } from "./rollout.ts";
import { tasksOf } from "./scheduler.ts";
import type { DeploymentRecord, ServiceRecord, TaskRecord } from "./state.ts";

/** A service as DescribeServices, CreateService and UpdateService show it. */
export function viewService(world: World, service: ServiceRecord, withTags: boolean): Service {
  const { now } = world.timeline;
  const tasks = tasksOf(world, service);
  const { configuration } = service;
  return {
    serviceArn: service.arn,
    serviceName: service.name,
    clusterArn: service.cluster.arn,
    loadBalancers: [...configuration.loadBalancers],
    serviceRegistries: [...configuration.serviceRegistries],
    status: service.status,
    desiredCount: service.desiredCount,
    runningCount: countRunning(tasks),
    pendingCount: countPending(tasks),
    ...(configuration.launchType === undefined ? {} : { launchType: configuration.launchType }),
    ...(configuration.capacityProviderStrategy === undefined
      ? {}
      : { capacityProviderStrategy: configuration.capacityProviderStrategy }),
    ...(configuration.launchType === "EC2"
      ? {}
      : { platformVersion: configuration.platformVersion, platformFamily: "Linux" }),
    taskDefinition: configuration.taskDefinitionArn,
    deploymentConfiguration: service.deploymentConfiguration,
    deployments: service.deployments.map((deployment) => viewDeployment(deployment, tasks)),
    roleArn: makeArn(world, "iam", "role/aws-service-role/ecs.amazonaws.com/AWSServiceRoleForECS"),
    events: service.events,
    createdAt: toDate(service.createdAt),
    currentServiceRevisions: service.deployments.map((deployment) => {
      const own = tasks.filter((task) => task.deployment === deployment);
      return {
        arn: revisionArn(world, service, deployment.id),
        requestedTaskCount: deployment.desiredCount,
        runningTaskCount: countRunning(own),
        pendingTaskCount: countPending(own),
      };
    }),
    placementConstraints: service.placementConstraints,
    placementStrategy: service.placementStrategy,
    ...(configuration.networkConfiguration === undefined
      ? {}
      : { networkConfiguration: configuration.networkConfiguration }),
    healthCheckGracePeriodSeconds: service.healthCheckGracePeriodSeconds,
    schedulingStrategy: "REPLICA",
    deploymentController: { type: "ECS" },
    createdBy: makeArn(world, "iam", "role/deploy"),
    enableECSManagedTags: service.enableECSManagedTags,
    propagateTags: service.propagateTags,
    enableExecuteCommand: service.enableExecuteCommand,
    availabilityZoneRebalancing: service.availabilityZoneRebalancing,
    resourceManagementType: "CUSTOMER",
    ...(withTags ? { tags: service.tags.read(now) } : {}),
  };
}

function viewDeployment(deployment: DeploymentRecord, tasks: readonly TaskRecord[]): Deployment {
  const own = tasks.filter((task) => task.deployment === deployment);
  const { configuration } = deployment;
  return {
    id: deployment.id,
    status: deployment.status,
    taskDefinition: configuration.taskDefinitionArn,
    desiredCount: deployment.desiredCount,
    pendingCount: countPending(own),
    runningCount: countRunning(own),
    failedTasks: deployment.failedTasks,
    createdAt: toDate(deployment.createdAt),
    updatedAt: toDate(deployment.updatedAt),
    ...(configuration.launchType === undefined ? {} : { launchType: configuration.launchType }),
    ...(configuration.capacityProviderStrategy === undefined
      ? {}
      : { capacityProviderStrategy: configuration.capacityProviderStrategy }),
    ...(configuration.launchType === "EC2"
      ? {}
      : {
          platformVersion: configuration.platformVersion === "LATEST" ? "1.4.0" : configuration.platformVersion,
          platformFamily: "Linux",
        }),
    ...(configuration.networkConfiguration === undefined
      ? {}
      : { networkConfiguration: configuration.networkConfiguration }),
    rolloutState: deployment.rolloutState,
    rolloutStateReason: deployment.rolloutStateReason,
  };
}

function countRunning(tasks: readonly TaskRecord[]): number {
  return tasks.filter((task) => task.lastStatus === "RUNNING").length;
}

function countPending(tasks: readonly TaskRecord[]): number {
  return tasks.filter(
    (task) => task.desiredStatus === "RUNNING" && ["PROVISIONING", "PENDING", "ACTIVATING"].includes(task.lastStatus),
  ).length;
}
