import { renderLocation } from "../desired/location.ts";
import { ActionError } from "../errors.ts";
import type { DagsterDeployment, DesiredImage, DesiredLocation } from "../model/desired.ts";
import { identityTags } from "../model/tags.ts";
import type { LauncherConfig, SecretReference } from "../model/workspace.ts";
import { codeServerPort } from "./code-server-port.ts";
import type { ConfiguredLocation } from "./load-configuration.ts";

/** What all locations of a run are rendered with. */
export interface RenderSettings {
  readonly launcher: LauncherConfig;
  readonly deployment: DagsterDeployment;
  readonly region: string;
  readonly source: string;
  readonly environment: ReadonlyMap<string, string>;
  readonly rollbackOnFailure: boolean;
  readonly assignPublicIp: string | undefined;
}

/** Secrets whose names only Secrets Manager knows. */
export interface SecretsFromAws {
  /** In the order of the tags. */
  readonly taggedSecrets: readonly SecretReference[];
  /** The deployment's, given as ARN. */
  readonly namedSecrets: readonly SecretReference[];
}

/** Renders one location that has passed its checks. */
export function renderConfigured(
  configured: ConfiguredLocation,
  image: DesiredImage,
  fromAws: SecretsFromAws,
  settings: RenderSettings,
): DesiredLocation {
  const { location, family } = configured;
  if (configured.settings === undefined || family === undefined) {
    throw new ActionError("location-not-checked", `"${location.name}" was not merged with its deployment.`, {
      source: "internal",
    });
  }
  return renderLocation({
    location,
    launcher: settings.launcher,
    settings: configured.settings,
    deployment: settings.deployment,
    family,
    image,
    region: settings.region,
    ...fromAws,
    assignPublicIp: settings.launcher.launchType === "FARGATE" ? settings.assignPublicIp : undefined,
    rollbackOnFailure: settings.rollbackOnFailure,
    port: codeServerPort(settings.environment),
    maxWorkers: settings.environment.get("DAGSTER_GRPC_MAX_WORKERS"),
    identityTags: identityTags({
      deployment: settings.deployment,
      location: location.name,
      source: settings.source,
    }),
  });
}

/** What the configuration says of public addresses; undefined when only the route tables can tell. */
export function configuredPublicIp(launcher: LauncherConfig): "ENABLED" | "DISABLED" | undefined {
  if (launcher.assignPublicIp === undefined) return undefined;
  return launcher.assignPublicIp ? "ENABLED" : "DISABLED";
}
