import { describeTooLarge, MOST_TASK_DEFINITION_BYTES, type TaskSize } from "../config/checks/task-size.ts";
import type { DeploymentDocument, LocationDocument } from "../config/documents.ts";
import { containerContextForRuns } from "../desired/container-context.ts";
import { buildEnvironment } from "../desired/environment.ts";
import { renderTaskDefinition } from "../desired/task-definition.ts";
import type { Problem } from "../errors.ts";
import { CONTAINER_CONTEXT_VARIABLE } from "../model/code-server.ts";
import { revealValue } from "../model/environment.ts";
import type { JsonValue } from "../model/json.ts";
import type { LauncherConfig } from "../model/workspace.ts";
import { codeServerPort } from "./code-server-port.ts";
import type { CommandContext } from "./context.ts";
import type { ConfiguredLocation } from "./load-configuration.ts";

/** Bytes that a character can become: non-ASCII is escaped for Python, and its backslash once more for JSON. */
const MOST_BYTES_OF_CHARACTER = 7;
/** Bytes for all that does not depend on the length of what the files say. */
const ROOM_FOR_THE_REST = 8_000;

/**
 * Bytes that a task definition has at most. Rendering one takes longer than all other checks of a location, and few
 * locations come near the limit.
 */
export function mostBytesOf(
  { location, settings, imageReference }: ConfiguredLocation,
  launcher: LauncherConfig,
): number {
  if (!settings) return 0;
  const { environment, secrets, serverSidecarContainers, volumes, mountPoints } = settings;
  const texts = environment.reduce((sum, { name, value }) => sum + name.length + revealValue(value).length + 30, 0);
  const copied = [containerContextForRuns(location, launcher), serverSidecarContainers, volumes, mountPoints];
  const structures = JSON.stringify([...copied, secrets]).length;
  const rest = [
    location.name,
    location.workingDirectory,
    location.attribute,
    location.executablePath,
    location.codeSource.value,
    imageReference,
    settings.executionRoleArn,
    settings.taskRoleArn,
    settings.repositoryCredentials,
    JSON.stringify([settings.runtimePlatform, settings.serverHealthCheck, launcher.logGroup]),
  ].reduce((sum, text) => sum + 2 * (text?.length ?? 0), 0);
  return (texts + structures + rest) * MOST_BYTES_OF_CHARACTER + ROOM_FOR_THE_REST;
}

/** Whether the task definition is small enough for ECS; what only AWS knows is not counted. */
export function checkTaskSize(
  configured: ConfiguredLocation,
  launcher: LauncherConfig,
  documents: { readonly location: LocationDocument; readonly deployment: DeploymentDocument | undefined },
  context: Pick<CommandContext, "inputs" | "environment" | "deployment">,
): readonly Problem[] {
  if (mostBytesOf(configured, launcher) <= MOST_TASK_DEFINITION_BYTES) return [];
  const size = measureTask(configured, launcher, context);
  return size ? describeTooLarge(documents.location, documents.deployment, size) : [];
}

/** Renders the task definition and counts; undefined for a location that was not merged with its deployment. */
export function measureTask(
  { location, settings, family, imageReference }: ConfiguredLocation,
  launcher: LauncherConfig,
  { inputs, environment: stepEnvironment, deployment }: Pick<CommandContext, "inputs" | "environment" | "deployment">,
): TaskSize | undefined {
  if (!settings) return undefined;
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
  return {
    total: sizeOf(body) + sizeOf(variables),
    containerContext: sizeOf(context),
    parts: new Map<string, number>([
      ["env_vars", sizeOf(variables) - sizeOf(context)],
      ["server_sidecar_containers", sizeOf(settings.serverSidecarContainers)],
      ["secrets", sizeOf(settings.secrets.map(({ name, valueFrom }) => ({ name, valueFrom })))],
      ["volumes", sizeOf(settings.volumes)],
      ["mount_points", sizeOf(settings.mountPoints)],
    ]),
  };
}

function sizeOf(value: JsonValue): number {
  return Buffer.byteLength(JSON.stringify(value), "utf8");
}
