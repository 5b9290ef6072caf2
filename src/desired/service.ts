import type { DesiredCloudMapService, DesiredService } from "../model/desired.ts";
import type { LauncherConfig } from "../model/workspace.ts";

/** Seconds a resolver may keep an address: the agent's value. */
const DNS_TTL = 60;

/** Tasks a service starts with when `replica_count` is not configured (agent: `replica_count or 1`). */
const DEFAULT_TASK_COUNT = 1;

/** The ECS service of a code server. */
export function renderService(input: {
  name: string;
  launcher: LauncherConfig;
  replicaCount: number | undefined;
  /** ENABLED, DISABLED, or a text that marks what only AWS knows. */
  assignPublicIp: string | undefined;
  rollbackOnFailure: boolean;
}): DesiredService {
  const { launcher } = input;
  // The agent treats 0 as not configured.
  const desiredCount = input.replicaCount || undefined;
  const awsvpcConfiguration = {
    subnets: launcher.subnets,
    // ECS knows public addresses of task network interfaces for Fargate only.
    ...(launcher.launchType === "FARGATE" && input.assignPublicIp && { assignPublicIp: input.assignPublicIp }),
    ...(launcher.securityGroupIds.length > 0 && { securityGroups: launcher.securityGroupIds }),
  };
  const tasksAtCreation = desiredCount ?? DEFAULT_TASK_COUNT;
  return {
    name: input.name,
    cluster: launcher.cluster,
    launchType: launcher.launchType,
    ...(desiredCount !== undefined && { desiredCount }),
    enableExecuteCommand: launcher.enableEcsExec,
    subnets: launcher.subnets,
    securityGroups: launcher.securityGroupIds,
    ...(awsvpcConfiguration.assignPublicIp && {
      assignPublicIp: awsvpcConfiguration.assignPublicIp === "ENABLED" ? "ENABLED" : "DISABLED",
    }),
    rollbackOnFailure: input.rollbackOnFailure,
    createRequest: {
      cluster: launcher.cluster,
      serviceName: input.name,
      launchType: launcher.launchType,
      desiredCount: tasksAtCreation,
      enableExecuteCommand: launcher.enableEcsExec,
      propagateTags: "SERVICE",
      networkConfiguration: { awsvpcConfiguration },
      deploymentConfiguration: {
        deploymentCircuitBreaker: { enable: true, rollback: input.rollbackOnFailure },
        maximumPercent: 200,
        minimumHealthyPercent: 100,
      },
      // ECS enables rebalancing when it is left out; with one task it only stops and starts the code server.
      ...(tasksAtCreation === 1 && { availabilityZoneRebalancing: "DISABLED" }),
    },
  };
}

/** The Cloud Map service that gives the code server its host name. */
export function renderCloudMapService(name: string, namespaceId: string): DesiredCloudMapService {
  return {
    name,
    namespaceId,
    createRequest: {
      Name: name,
      NamespaceId: namespaceId,
      DnsConfig: { DnsRecords: [{ Type: "A", TTL: DNS_TTL }] },
    },
  };
}
