import { CODE_SERVER_CONTAINER, DEFAULT_TASK_CPU, DEFAULT_TASK_MEMORY } from "../model/code-server.ts";
import type { DesiredTaskDefinition } from "../model/desired.ts";
import type { EnvironmentVariable } from "../model/environment.ts";
import type { JsonObject, JsonValue } from "../model/json.ts";
import { compareCodePoints } from "../model/text-order.ts";
import type { CodeLocation, LauncherConfig, MergedEcsSettings, SecretReference } from "../model/workspace.ts";

/** The task definition of a code server, as the agent renders it (docs/agent.md, Environment to Network). */
export function renderTaskDefinition(input: {
  family: string;
  location: CodeLocation;
  launcher: LauncherConfig;
  settings: MergedEcsSettings;
  image: string;
  region: string;
  taggedSecrets: readonly SecretReference[];
  namedSecrets: readonly SecretReference[];
  environment: readonly EnvironmentVariable[];
}): DesiredTaskDefinition {
  const { family, launcher, settings } = input;
  const resources = settings.serverResources;
  const body = withoutEmpty({
    family,
    requiresCompatibilities: [launcher.launchType],
    networkMode: "awsvpc",
    containerDefinitions: [codeServerContainer(input), ...settings.serverSidecarContainers],
    cpu: resources.cpu ?? DEFAULT_TASK_CPU,
    memory: resources.memory ?? DEFAULT_TASK_MEMORY,
    executionRoleArn: settings.executionRoleArn,
    taskRoleArn: settings.taskRoleArn,
    runtimePlatform: settings.runtimePlatform,
    // The agent drops a size of 0 as if it were not configured.
    ephemeralStorage: resources.ephemeralStorage ? { sizeInGiB: resources.ephemeralStorage } : undefined,
    volumes: settings.volumes,
  });
  return { family, body, environment: input.environment };
}

function codeServerContainer(input: {
  family: string;
  location: CodeLocation;
  launcher: LauncherConfig;
  settings: MergedEcsSettings;
  image: string;
  region: string;
  taggedSecrets: readonly SecretReference[];
  namedSecrets: readonly SecretReference[];
  environment: readonly EnvironmentVariable[];
}): JsonObject {
  const { launcher, settings } = input;
  return withoutEmpty({
    name: CODE_SERVER_CONTAINER,
    image: input.image,
    logConfiguration: {
      logDriver: "awslogs",
      options: {
        "awslogs-group": launcher.logGroup,
        "awslogs-region": input.region,
        "awslogs-stream-prefix": input.family,
      },
    },
    command: codeServerCommand(input.location, launcher),
    secrets: mergeSecrets([
      ...input.taggedSecrets,
      ...settings.secrets.filter(({ name }) => !isInjected(name, input.environment)),
      ...input.namedSecrets,
    ]),
    mountPoints: settings.mountPoints,
    repositoryCredentials: settings.repositoryCredentials
      ? { credentialsParameter: settings.repositoryCredentials }
      : undefined,
    // ECS Exec needs an init process; SYS_PTRACE lets py-spy look into a hanging server (reference: enable_ecs_exec).
    linuxParameters: launcher.enableEcsExec
      ? { capabilities: { add: ["SYS_PTRACE"] }, initProcessEnabled: true }
      : undefined,
    healthCheck: settings.serverHealthCheck,
  });
}

/** What the action sets itself wins over a secret of the agent's task; ECS takes no name as both. */
function isInjected(name: string, environment: readonly EnvironmentVariable[]): boolean {
  return environment.some((variable) => variable.name === name && variable.value.origin === "injected");
}

/** Host and port are in the environment, not in the command. */
function codeServerCommand(location: CodeLocation, launcher: LauncherConfig): readonly string[] {
  const program = location.executablePath ? [location.executablePath, "-m", "dagster"] : ["dagster"];
  return [...program, "api", "grpc", ...(launcher.codeServerMetricsEnabled ? ["--enable-metrics"] : [])];
}

/**
 * The last of a name wins: an explicit secret beats a tagged one, a later tag's an earlier one's, the deployment's
 * the location's (docs/agent.md, Secrets).
 */
function mergeSecrets(secrets: readonly SecretReference[]): readonly JsonObject[] {
  const byName = new Map(secrets.map(({ name, valueFrom }) => [name, valueFrom]));
  return [...byName]
    .sort(([left], [right]) => compareCodePoints(left, right))
    .map(([name, valueFrom]) => ({ name, valueFrom }));
}

/** The agent leaves out what is not set and what is an empty list or an empty object. */
function withoutEmpty(members: Record<string, JsonValue | undefined>): JsonObject {
  return Object.fromEntries(
    Object.entries(members).filter((entry): entry is [string, JsonValue] => {
      const value = entry[1];
      if (value === undefined) return false;
      return typeof value !== "object" || value === null || Object.keys(value).length > 0;
    }),
  );
}
