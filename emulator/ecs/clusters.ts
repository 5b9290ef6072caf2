import type {
  Cluster,
  CreateClusterRequest,
  CreateClusterResponse,
  DescribeClustersRequest,
  DescribeClustersResponse,
  ListAccountSettingsRequest,
  ListAccountSettingsResponse,
  ListClustersRequest,
  ListClustersResponse,
  SettingName,
} from "@aws-sdk/client-ecs";
import { type HandlerTable, handle } from "../world/handlers.ts";
import { makeArn, type World } from "../world/world.ts";
import { takeEcsPage } from "./pages.ts";
import { checkTags, invalidParameter, toShortName } from "./references.ts";
import type { ClusterRecord } from "./state.ts";

export const clusterHandlers: HandlerTable = {
  CreateCluster: handle(createCluster),
  DescribeClusters: handle(describeClusters),
  ListClusters: handle(listClusters),
  ListAccountSettings: handle(listAccountSettings),
};

function createCluster(request: CreateClusterRequest, world: World): CreateClusterResponse {
  const name = request.clusterName ?? "default";
  if (!/^[A-Za-z0-9_-]{1,255}$/.test(name)) {
    throw invalidParameter("Cluster name contains invalid characters.");
  }
  checkTags(request.tags);
  const cluster = addCluster(world, name);
  cluster.tags = request.tags ?? [];
  return { cluster: viewCluster(world, cluster, true) };
}

/** Adds a cluster, or answers the one that is there. */
export function addCluster(world: World, name: string): ClusterRecord {
  const known = world.ecs.clusters.get(name);
  if (known !== undefined) {
    return known;
  }
  const cluster: ClusterRecord = {
    name,
    arn: makeArn(world, "ecs", `cluster/${name}`),
    status: "ACTIVE",
    tags: [],
  };
  world.ecs.clusters.set(name, cluster);
  return cluster;
}

function viewCluster(world: World, cluster: ClusterRecord, withTags: boolean): Cluster {
  const tasks = [...world.ecs.tasks.values()].filter((task) => task.cluster === cluster);
  return {
    clusterArn: cluster.arn,
    clusterName: cluster.name,
    status: cluster.status,
    registeredContainerInstancesCount: 0,
    runningTasksCount: tasks.filter((task) => task.lastStatus === "RUNNING").length,
    pendingTasksCount: tasks.filter((task) => ["PROVISIONING", "PENDING", "ACTIVATING"].includes(task.lastStatus))
      .length,
    activeServicesCount: world.ecs.services.filter(
      (service) => service.cluster === cluster && service.status === "ACTIVE",
    ).length,
    statistics: [],
    tags: withTags ? cluster.tags : [],
    settings: [],
    capacityProviders: ["FARGATE", "FARGATE_SPOT"],
    defaultCapacityProviderStrategy: [],
  };
}

function describeClusters(request: DescribeClustersRequest, world: World): DescribeClustersResponse {
  const references = request.clusters ?? ["default"];
  if (references.length > 100) {
    throw invalidParameter("Clusters can have at most 100 entries.");
  }
  const clusters: Cluster[] = [];
  const failures: NonNullable<DescribeClustersResponse["failures"]> = [];
  for (const reference of references) {
    const cluster = world.ecs.clusters.get(toShortName(reference));
    if (cluster === undefined) {
      failures.push({
        arn: reference.startsWith("arn:") ? reference : makeArn(world, "ecs", `cluster/${reference}`),
        reason: "MISSING",
      });
    } else {
      clusters.push(viewCluster(world, cluster, request.include?.includes("TAGS") === true));
    }
  }
  return { clusters, failures };
}

function listClusters(request: ListClustersRequest, world: World): ListClustersResponse {
  const arns = [...world.ecs.clusters.values()].map((cluster) => cluster.arn);
  const page = takeEcsPage(world, arns, request, 100);
  return { clusterArns: page.items, nextToken: page.nextToken };
}

function listAccountSettings(request: ListAccountSettingsRequest, world: World): ListAccountSettingsResponse {
  const settings = [...world.ecs.accountSettings]
    .filter(([name]) => request.name === undefined || request.name === name)
    .filter(([, value]) => request.value === undefined || request.value === value)
    .map(([name, value]) => ({
      name: name as SettingName,
      value,
      principalArn: makeArn(world, "iam", "root"),
      type: "user" as const,
    }));
  const size = request.maxResults ?? 10;
  const page = takeEcsPage(world, settings, { ...request, maxResults: Math.min(size, 10) }, 10);
  return { settings: page.items, nextToken: page.nextToken };
}
