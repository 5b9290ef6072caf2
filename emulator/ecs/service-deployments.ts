import type {
  DescribeServiceDeploymentsRequest,
  DescribeServiceDeploymentsResponse,
  DescribeServiceRevisionsRequest,
  DescribeServiceRevisionsResponse,
  ListServiceDeploymentsRequest,
  ListServiceDeploymentsResponse,
  ServiceDeployment,
  ServiceRevision,
  StopServiceDeploymentRequest,
  StopServiceDeploymentResponse,
} from "@aws-sdk/client-ecs";
import { ServiceError } from "../protocol/errors.ts";
import { type HandlerTable, handle } from "../world/handlers.ts";
import { toDate, type World } from "../world/world.ts";
import { takeEcsPage } from "./pages.ts";
import { findTaskDefinition, invalidParameter, requireCluster, requireService } from "./references.ts";
import { breakerThreshold, primaryOf, revisionArn, rollBack } from "./rollout.ts";
import { scheduleLook, tasksOf } from "./scheduler.ts";
import type { DeploymentRecord, ServiceDeploymentRecord, ServiceRecord } from "./state.ts";

export const serviceDeploymentHandlers: HandlerTable = {
  ListServiceDeployments: handle(listServiceDeployments),
  DescribeServiceDeployments: handle(describeServiceDeployments),
  DescribeServiceRevisions: handle(describeServiceRevisions),
  StopServiceDeployment: handle(stopServiceDeployment),
};

const MAX_DESCRIBED = 20;

function optionalDate(at: number | undefined): Date | undefined {
  return at === undefined ? undefined : toDate(at);
}

function listServiceDeployments(request: ListServiceDeploymentsRequest, world: World): ListServiceDeploymentsResponse {
  const cluster = requireCluster(world, request.cluster);
  const service = requireService(world, cluster, request.service);
  const after = request.createdAt?.after;
  const before = request.createdAt?.before;
  const records = service.serviceDeployments.filter(
    (record) =>
      (request.status === undefined || request.status.length === 0 || request.status.includes(record.status)) &&
      (after === undefined || record.createdAt >= toMilliseconds(after)) &&
      (before === undefined || record.createdAt <= toMilliseconds(before)),
  );
  const page = takeEcsPage(world, records, request, 20);
  return {
    serviceDeployments: page.items.map((record) => ({
      serviceDeploymentArn: record.arn,
      serviceArn: service.arn,
      clusterArn: cluster.arn,
      createdAt: toDate(record.createdAt),
      startedAt: optionalDate(record.startedAt),
      finishedAt: optionalDate(record.finishedAt),
      targetServiceRevisionArn: record.targetRevisionArn,
      status: record.status,
      statusReason: record.statusReason,
    })),
    nextToken: page.nextToken,
  };
}

/** On the wire a timestamp is a number of seconds, whatever the SDK's type says. */
function toMilliseconds(at: unknown): number {
  return Number(at) * 1000;
}

function describeServiceDeployments(
  request: DescribeServiceDeploymentsRequest,
  world: World,
): DescribeServiceDeploymentsResponse {
  const arns = request.serviceDeploymentArns ?? [];
  checkCount(arns);
  const serviceDeployments: ServiceDeployment[] = [];
  const failures: NonNullable<DescribeServiceDeploymentsResponse["failures"]> = [];
  for (const arn of arns) {
    const found = findServiceDeployment(world, arn);
    if (found === undefined) {
      failures.push({ arn, reason: "MISSING" });
    } else {
      serviceDeployments.push(viewServiceDeployment(world, found.service, found.record));
    }
  }
  return { serviceDeployments, failures };
}

function checkCount(arns: readonly string[]): void {
  if (arns.length === 0 || arns.length > MAX_DESCRIBED) {
    throw invalidParameter(`Between 1 and ${MAX_DESCRIBED} ARNs must be given.`);
  }
}

function findServiceDeployment(
  world: World,
  arn: string,
): { service: ServiceRecord; record: ServiceDeploymentRecord } | undefined {
  for (const service of world.ecs.services) {
    const record = service.serviceDeployments.find((candidate) => candidate.arn === arn);
    if (record !== undefined) {
      return { service, record };
    }
  }
  return undefined;
}

function viewServiceDeployment(
  world: World,
  service: ServiceRecord,
  record: ServiceDeploymentRecord,
): ServiceDeployment {
  const summarize = (arn: string) => {
    const deployment = [...service.revisions.values()].find(({ id }) => revisionArn(world, service, id) === arn);
    const tasks = tasksOf(world, service).filter((task) => task.deployment === deployment);
    return {
      arn,
      requestedTaskCount: deployment?.desiredCount ?? 0,
      runningTaskCount: tasks.filter((task) => task.lastStatus === "RUNNING").length,
      pendingTaskCount: tasks.filter((task) => task.desiredStatus === "RUNNING" && task.lastStatus !== "RUNNING")
        .length,
    };
  };
  return {
    serviceDeploymentArn: record.arn,
    serviceArn: service.arn,
    clusterArn: service.cluster.arn,
    createdAt: toDate(record.createdAt),
    startedAt: optionalDate(record.startedAt),
    finishedAt: optionalDate(record.finishedAt),
    stoppedAt: optionalDate(record.stoppedAt),
    updatedAt: toDate(record.updatedAt),
    sourceServiceRevisions: record.sourceRevisionArns.map(summarize),
    targetServiceRevision: summarize(record.targetRevisionArn),
    status: record.status,
    statusReason: record.statusReason,
    deploymentConfiguration: service.deploymentConfiguration,
    ...(record.rollback === undefined
      ? {}
      : { rollback: { ...record.rollback, startedAt: toDate(record.rollback.startedAt) } }),
    deploymentCircuitBreaker: {
      status: record.breakerStatus,
      failureCount: record.failureCount,
      threshold: breakerThreshold(service),
    },
  };
}

function describeServiceRevisions(
  request: DescribeServiceRevisionsRequest,
  world: World,
): DescribeServiceRevisionsResponse {
  const arns = request.serviceRevisionArns ?? [];
  checkCount(arns);
  const serviceRevisions: ServiceRevision[] = [];
  const failures: NonNullable<DescribeServiceRevisionsResponse["failures"]> = [];
  for (const arn of arns) {
    const view = findRevision(world, arn);
    if (view === undefined) {
      failures.push({ arn, reason: "MISSING" });
    } else {
      serviceRevisions.push(view);
    }
  }
  return { serviceRevisions, failures };
}

function findRevision(world: World, arn: string): ServiceRevision | undefined {
  for (const service of world.ecs.services) {
    for (const deployment of service.revisions.values()) {
      if (revisionArn(world, service, deployment.id) === arn) {
        return viewRevision(world, service, deployment, arn);
      }
    }
  }
  return undefined;
}

function viewRevision(
  world: World,
  service: ServiceRecord,
  deployment: DeploymentRecord,
  arn: string,
): ServiceRevision {
  const { configuration } = deployment;
  const definition = findTaskDefinition(world, configuration.taskDefinitionArn)?.definition;
  return {
    serviceRevisionArn: arn,
    serviceArn: service.arn,
    clusterArn: service.cluster.arn,
    taskDefinition: configuration.taskDefinitionArn,
    ...(configuration.launchType === undefined ? {} : { launchType: configuration.launchType }),
    platformVersion: configuration.platformVersion === "LATEST" ? "1.4.0" : configuration.platformVersion,
    platformFamily: "Linux",
    loadBalancers: [...configuration.loadBalancers],
    serviceRegistries: [...configuration.serviceRegistries],
    ...(configuration.networkConfiguration === undefined
      ? {}
      : { networkConfiguration: configuration.networkConfiguration }),
    containerImages: (definition?.containerDefinitions ?? []).map(({ name, image }) => ({
      containerName: name,
      image,
    })),
    guardDutyEnabled: false,
    createdAt: toDate(deployment.createdAt),
  };
}

function stopServiceDeployment(request: StopServiceDeploymentRequest, world: World): StopServiceDeploymentResponse {
  const found = findServiceDeployment(world, request.serviceDeploymentArn ?? "");
  if (found === undefined) {
    throw new ServiceError("ServiceDeploymentNotFoundException", "The service deployment could not be found.");
  }
  const { service, record } = found;
  if (record.status !== "IN_PROGRESS" && record.status !== "PENDING") {
    throw new ServiceError("ConflictException", "The service deployment can not be stopped in its current state.");
  }
  const { now } = world.timeline;
  const primary = primaryOf(service);
  record.stoppedAt = now;
  record.updatedAt = now;
  if (primary !== undefined) {
    primary.rolloutState = "FAILED";
    primary.rolloutStateReason = "ECS deployment was stopped.";
  }
  if (request.stopType === "ABORT" || service.lastCompleted === undefined) {
    record.status = "STOPPED";
    record.finishedAt = now;
  } else {
    record.status = "ROLLBACK_REQUESTED";
    rollBack(world, service, {
      cause: `ECS deployment ${primary?.id ?? ""} was stopped`,
      reason: "Service deployment rolled back because of a user request.",
    });
  }
  scheduleLook(world, service);
  return { serviceDeploymentArn: record.arn };
}
