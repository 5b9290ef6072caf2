import type { DnsConfig, DnsRecord, OperationType, Tag } from "@aws-sdk/client-servicediscovery";
import type { TaskRecord } from "../ecs/state.ts";
import type { Visibility } from "../world/visibility.ts";
import type { World } from "../world/world.ts";

export interface NamespaceRecord {
  readonly id: string;
  readonly arn: string;
  readonly name: string;
  readonly type: "DNS_PRIVATE" | "HTTP";
  readonly createdAt: number;
  readonly hostedZoneId: string;
  tags: Tag[];
}

export interface DiscoveryServiceRecord {
  readonly id: string;
  readonly arn: string;
  readonly name: string;
  readonly namespace: NamespaceRecord;
  readonly createdAt: number;
  readonly creatorRequestId: string;
  description: string | undefined;
  dnsRecords: DnsRecord[];
  readonly routingPolicy: NonNullable<DnsConfig["RoutingPolicy"]>;
  readonly failureThreshold: number | undefined;
  /** Attributes by instance id. */
  readonly instances: Map<string, Readonly<Record<string, string>>>;
  tags: Tag[];
  readonly visibility: Visibility;
}

export interface OperationRecord {
  readonly id: string;
  readonly type: OperationType;
  readonly createdAt: number;
  readonly targets: Readonly<Record<string, string>>;
  status: "SUBMITTED" | "PENDING" | "SUCCESS" | "FAIL";
  updatedAt: number;
  errorCode?: string;
  errorMessage?: string;
}

export interface DiscoveryState {
  /** By id. */
  readonly namespaces: Map<string, NamespaceRecord>;
  /** By id. */
  readonly services: Map<string, DiscoveryServiceRecord>;
  readonly operations: Map<string, OperationRecord>;
}

export function createDiscoveryState(): DiscoveryState {
  return { namespaces: new Map(), services: new Map(), operations: new Map() };
}

function registryServices(world: World, task: TaskRecord): DiscoveryServiceRecord[] {
  return task.configuration.serviceRegistries.flatMap(({ registryArn }) => {
    const service = [...world.discovery.services.values()].find(({ arn }) => arn === registryArn);
    return service === undefined ? [] : [service];
  });
}

/** What ECS registers for a task of a service with a registry. */
export function registerTask(world: World, task: TaskRecord): void {
  for (const service of registryServices(world, task)) {
    const subnet = world.network.subnets.get(task.subnetId);
    service.instances.set(task.id, {
      AVAILABILITY_ZONE: subnet?.availabilityZone ?? `${world.settings.region}a`,
      AWS_INIT_HEALTH_STATUS: "HEALTHY",
      AWS_INSTANCE_IPV4: task.privateIp,
      ECS_CLUSTER_NAME: task.cluster.name,
      ECS_SERVICE_NAME: task.service?.name ?? "",
      ECS_TASK_DEFINITION_FAMILY: task.taskDefinition.family,
      REGION: world.settings.region,
    });
  }
}

/** ECS does it by itself and, with `lingeringInstanceSeconds`, late. */
export function deregisterTask(world: World, task: TaskRecord): void {
  const deregister = (): void => {
    for (const service of registryServices(world, task)) {
      service.instances.delete(task.id);
    }
  };
  const { lingeringInstanceSeconds } = world.settings;
  if (lingeringInstanceSeconds === 0) {
    deregister();
  } else {
    world.timeline.after(lingeringInstanceSeconds, deregister);
  }
}
