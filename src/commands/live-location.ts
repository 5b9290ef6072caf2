import { loadCheckCommand } from "../desired/load-check.ts";
import { withCodeOfRevision } from "../desired/revision-code.ts";
import { renderCloudMapService } from "../desired/service.ts";
import type { DesiredImage, DesiredLocation, DesiredService, DesiredTaskDefinition } from "../model/desired.ts";
import { revealValue } from "../model/environment.ts";
import { isJsonList, isJsonObject, type JsonObject } from "../model/json.ts";
import type { LiveService, TagMap } from "../model/live-state.ts";
import type { LauncherConfig } from "../model/workspace.ts";
import type { ConfiguredLocation } from "./load-configuration.ts";

const PORT_VARIABLE = "DAGSTER_CLI_API_GRPC_PORT";

/** What a location that runs is to run next. */
export interface NextRevision {
  readonly configured: ConfiguredLocation;
  readonly deployment: DesiredLocation["deployment"];
  readonly service: LiveService;
  readonly taskDefinition: DesiredTaskDefinition;
  readonly image: DesiredImage;
  /** Of the service as it is, and the commit of the revision. */
  readonly identityTags: TagMap;
  readonly launcher: LauncherConfig;
  /** Where the revision does not say. */
  readonly defaultPort: number;
}

/** A location with the service it has, on this revision: of the configuration there are only the timeouts. */
export function locationOnRevision(next: NextRevision): DesiredLocation {
  const { configured, launcher, service, taskDefinition } = next;
  return {
    name: configured.location.name,
    deployment: next.deployment,
    image: next.image,
    taskDefinition,
    service: describeService(service, launcher.cluster),
    cloudMapService: renderCloudMapService(service.name, launcher.serviceDiscoveryNamespaceId),
    userTags: {},
    identityTags: next.identityTags,
    loadCheckCommand: loadCheckCommand(withCodeOfRevision(configured.location, taskDefinition)),
    port: portOf(taskDefinition) ?? next.defaultPort,
    rolloutTimeout: launcher.ecsTimeout + launcher.serverProcessStartupTimeout,
    taskStartTimeout: launcher.ecsTimeout,
    healthCheckTimeout: launcher.serverProcessStartupTimeout,
    gracePeriod: launcher.ecsGracePeriod,
    logGroup: logGroupOf(taskDefinition) ?? launcher.logGroup,
    position: configured.location.position,
  };
}

function describeService({ name, description }: LiveService, cluster: string): DesiredService {
  const { networkConfiguration, deploymentConfiguration, desiredCount, enableExecuteCommand, propagateTags } =
    description;
  const { subnets = [], securityGroups = [], assignPublicIp } = networkConfiguration?.awsvpcConfiguration ?? {};
  const launchType = runsOnFargate(description) ? "FARGATE" : "EC2";
  const request = {
    cluster,
    serviceName: name,
    launchType,
    desiredCount,
    enableExecuteCommand,
    propagateTags,
    networkConfiguration,
    deploymentConfiguration,
  };
  return {
    name,
    cluster,
    launchType,
    ...(desiredCount !== undefined && { desiredCount }),
    enableExecuteCommand: enableExecuteCommand === true,
    subnets,
    securityGroups,
    ...(assignPublicIp !== undefined && { assignPublicIp }),
    rollbackOnFailure: deploymentConfiguration?.deploymentCircuitBreaker?.rollback === true,
    // As JSON, what the description does not tell is absent.
    createRequest: JSON.parse(JSON.stringify(request)) as JsonObject,
  };
}

/** Where a capacity provider strategy stands in place of a launch type, its providers say. */
function runsOnFargate({ launchType, capacityProviderStrategy = [] }: LiveService["description"]): boolean {
  if (launchType !== undefined) return launchType === "FARGATE";
  return capacityProviderStrategy.every(({ capacityProvider }) => capacityProvider?.startsWith("FARGATE"));
}

function portOf({ environment }: DesiredTaskDefinition): number | undefined {
  const value = environment.find(({ name }) => name === PORT_VARIABLE)?.value;
  const text = value === undefined ? "" : revealValue(value);
  return /^\d{1,5}$/.test(text) ? Number(text) : undefined;
}

function logGroupOf({ body }: DesiredTaskDefinition): string | undefined {
  const [codeServer] = isJsonList(body.containerDefinitions) ? body.containerDefinitions : [];
  const configuration = isJsonObject(codeServer) ? codeServer.logConfiguration : undefined;
  const options = isJsonObject(configuration) ? configuration.options : undefined;
  const group = isJsonObject(options) ? options["awslogs-group"] : undefined;
  return typeof group === "string" ? group : undefined;
}
