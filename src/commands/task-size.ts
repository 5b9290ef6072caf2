import { describeTooLarge } from "../config/checks/task-size.ts";
import type { DeploymentDocument, LocationDocument } from "../config/documents.ts";
import { containerContextForRuns } from "../desired/container-context.ts";
import { buildEnvironment } from "../desired/environment.ts";
import { renderTaskDefinition } from "../desired/task-definition.ts";
import type { Problem } from "../errors.ts";
import { CONTAINER_CONTEXT_VARIABLE } from "../model/code-server.ts";
import { revealValue } from "../model/environment.ts";
import type { JsonValue } from "../model/json.ts";
import type { LauncherConfig } from "../model/workspace.ts";
import type { CommandContext } from "./context.ts";
import type { ConfiguredLocation } from "./load-configuration.ts";
import { codeServerPort } from "./rendering.ts";

/** Whether the task definition is small enough for ECS; what only AWS knows is not counted. */
export function checkTaskSize(
  { location, settings, family, imageReference }: ConfiguredLocation,
  launcher: LauncherConfig,
  documents: { readonly location: LocationDocument; readonly deployment: DeploymentDocument | undefined },
  { inputs, environment: stepEnvironment, deployment }: Pick<CommandContext, "inputs" | "environment" | "deployment">,
): readonly Problem[] {
  if (!settings) return [];
  const image = imageReference ?? "";
  const environment = buildEnvironment({
    user: settings.environment,
    location,
    containerContext: containerContextForRuns(location, launcher),
    deployment,
    image,
    port: codeServerPort(stepEnvironment),
    maxWorkers: undefined,
  });
  const { body } = renderTaskDefinition({
    family: family ?? "",
    location,
    launcher,
    settings,
    image,
    region: inputs.awsRegion ?? "",
    taggedSecrets: [],
    namedSecrets: [],
    environment,
  });
  const variables = environment.map(({ name, value }) => ({ name, value: revealValue(value) }));
  const context = variables.filter(({ name }) => name === CONTAINER_CONTEXT_VARIABLE);
  return describeTooLarge(documents.location, documents.deployment, {
    total: sizeOf(body) + sizeOf(variables),
    containerContext: sizeOf(context),
    parts: new Map<string, number>([
      ["env_vars", sizeOf(variables) - sizeOf(context)],
      ["server_sidecar_containers", sizeOf(settings.serverSidecarContainers)],
      ["secrets", sizeOf(settings.secrets.map(({ name, valueFrom }) => ({ name, valueFrom })))],
      ["volumes", sizeOf(settings.volumes)],
      ["mount_points", sizeOf(settings.mountPoints)],
    ]),
  });
}

function sizeOf(value: JsonValue): number {
  return Buffer.byteLength(JSON.stringify(value), "utf8");
}
