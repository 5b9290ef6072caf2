import type { DagsterDeployment, DesiredImage, DesiredLocation } from "../model/desired.ts";
import type { CodeLocation, LauncherConfig, MergedEcsSettings, SecretReference } from "../model/workspace.ts";
import { containerContextForRuns } from "./container-context.ts";
import { buildEnvironment } from "./environment.ts";
import { loadCheckCommand } from "./load-check.ts";
import { serviceName } from "./names.ts";
import { renderCloudMapService, renderService } from "./service.ts";
import { renderTaskDefinition } from "./task-definition.ts";

/** What a location is rendered from. */
export interface LocationInput {
  readonly location: CodeLocation;
  readonly launcher: LauncherConfig;
  readonly settings: MergedEcsSettings;
  readonly deployment: DagsterDeployment;
  readonly family: string;
  readonly image: DesiredImage;
  readonly region: string;
  /** Secrets of `secretsTags`, in the order of the tags. */
  readonly taggedSecrets: readonly SecretReference[];
  /** The deployment's secrets given as ARN, with the names Secrets Manager has for them. */
  readonly namedSecrets: readonly SecretReference[];
  /** ENABLED or DISABLED; another text marks, in `render`, what only AWS knows. */
  readonly assignPublicIp: string | undefined;
  readonly rollbackOnFailure: boolean;
  readonly port: number;
  readonly maxWorkers: string | undefined;
  readonly identityTags: Readonly<Record<string, string>>;
}

/** Everything that should exist for one code location. */
export function renderLocation(input: LocationInput): DesiredLocation {
  const { location, launcher, settings, deployment } = input;
  const name = serviceName(deployment.name, location.name);
  const environment = buildEnvironment({
    user: settings.environment,
    location,
    containerContext: containerContextForRuns(location, launcher),
    deployment,
    image: input.image.reference,
    port: input.port,
    maxWorkers: input.maxWorkers,
  });
  return {
    name: location.name,
    deployment,
    image: input.image,
    taskDefinition: renderTaskDefinition({ ...input, image: input.image.reference, environment }),
    service: renderService({
      name,
      launcher,
      // Nobody scales a branch deployment, and a removal that was interrupted may have left it without a task.
      replicaCount: settings.serverResources.replicaCount ?? (deployment.kind === "branch" ? 1 : undefined),
      assignPublicIp: input.assignPublicIp,
      rollbackOnFailure: input.rollbackOnFailure,
    }),
    cloudMapService: renderCloudMapService(name, launcher.serviceDiscoveryNamespaceId),
    userTags: Object.fromEntries(settings.serverEcsTags.map(({ key, value }) => [key, value ?? ""])),
    identityTags: input.identityTags,
    loadCheckCommand: loadCheckCommand(location),
    port: input.port,
    rolloutTimeout: launcher.ecsTimeout + launcher.serverProcessStartupTimeout,
    taskStartTimeout: launcher.ecsTimeout,
    healthCheckTimeout: launcher.serverProcessStartupTimeout,
    gracePeriod: launcher.ecsGracePeriod,
    logGroup: launcher.logGroup,
    position: location.position,
  };
}
