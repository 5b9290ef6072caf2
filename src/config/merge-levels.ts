import type { Problem, SourcePosition } from "../errors.ts";
import type { EnvironmentVariable } from "../model/environment.ts";
import { compareCodePoints } from "../model/text-order.ts";
import type {
  CodeLocation,
  EcsSettings,
  LauncherConfig,
  MergedEcsSettings,
  Resources,
  SecretReference,
  UserTag,
} from "../model/workspace.ts";
import type { ProblemCode } from "./problem-catalogue.ts";
import { formatPath, quote } from "./report.ts";

/**
 * Merges a location's ECS settings over its deployment's as the agent does (docs/agent.md, Merge of the two
 * levels), except that a location without `replica_count` leaves the deployment's alone. Where the
 * deployment's value wins over the location's, a warning names both. `launcher.secretArns` are left to the
 * caller: they belong to the deployment's secrets, and Secrets Manager has their names.
 */
export function mergeEcsSettings(
  location: CodeLocation,
  launcher: LauncherConfig,
): { settings: MergedEcsSettings; problems: readonly Problem[] } {
  const { ecs } = location;
  const problems: Problem[] = [];
  const tell = (list: ListKey, name: string, same: boolean): void => {
    if (!same) problems.push(explainConflict(location, launcher, list, name));
  };
  const taskRoleArn = ecs.taskRoleArn || launcher.taskRoleArn;
  const repositoryCredentials = ecs.repositoryCredentials || launcher.repositoryCredentials;
  const runtimePlatform = ecs.runtimePlatform ?? launcher.runtimePlatform;
  const serverHealthCheck = ecs.serverHealthCheck ?? launcher.serverHealthCheck;
  const settings: MergedEcsSettings = {
    ...mergeEntries(ecs, launcher, tell),
    secretsTags: [...ecs.secretsTags, ...launcher.secretsTags],
    serverResources: mergeResources(ecs.serverResources, launcher.serverResources),
    runResources: mergeResources(ecs.runResources, launcher.runResources),
    executionRoleArn: ecs.executionRoleArn || launcher.executionRoleArn || "",
    ...(taskRoleArn && { taskRoleArn }),
    mountPoints: [...ecs.mountPoints, ...launcher.mountPoints],
    volumes: [...ecs.volumes, ...launcher.volumes],
    serverSidecarContainers: [...ecs.serverSidecarContainers, ...launcher.serverSidecarContainers],
    serverEcsTags: mergeTags(ecs, launcher, tell),
    ...(repositoryCredentials && { repositoryCredentials }),
    ...(runtimePlatform && { runtimePlatform }),
    ...(serverHealthCheck && { serverHealthCheck }),
  };
  for (const list of ["server_sidecar_containers", "run_sidecar_containers"] as const) {
    problems.push(...findSidecarsOfBoth(location, launcher, list));
  }
  return { settings, problems };
}

type ListKey = "env_vars" | "secrets" | "server_ecs_tags";
type Tell = (list: ListKey, name: string, same: boolean) => void;

/**
 * What `env_vars` and `secrets` say. An entry of `env_vars` with a secret of the agent's task behind it takes part in
 * the merge as the variable it is written as; an explicit secret of its name wins.
 */
function mergeEntries(
  own: EcsSettings,
  deployment: EcsSettings,
  tell: Tell,
): Pick<MergedEcsSettings, "environment" | "secrets"> {
  const ownSecrets = own.variableSecrets ?? [];
  const deploymentSecrets = deployment.variableSecrets ?? [];
  const winners = new Set([...deployment.envVars, ...deploymentSecrets].map(({ name }) => name));
  for (const { name, valueFrom } of ownSecrets) {
    const isSame = deploymentSecrets.some((other) => other.name === name && other.valueFrom === valueFrom);
    if (winners.has(name)) tell("env_vars", name, isSame);
  }
  for (const { name } of deploymentSecrets) {
    if (own.envVars.some((variable) => variable.name === name)) tell("env_vars", name, false);
  }
  const environment = mergeVariables(
    own.envVars.filter(({ name }) => !deploymentSecrets.some((secret) => secret.name === name)),
    deployment.envVars,
    tell,
  );
  const explicit = mergeSecrets(own.secrets, deployment.secrets, tell);
  const behind = [...ownSecrets.filter(({ name }) => !winners.has(name)), ...deploymentSecrets];
  return {
    environment,
    secrets: [...behind.filter(({ name }) => !explicit.some((secret) => secret.name === name)), ...explicit].toSorted(
      (left, right) => compareCodePoints(left.name, right.name),
    ),
  };
}

function mergeVariables(
  own: readonly EnvironmentVariable[],
  deployment: readonly EnvironmentVariable[],
  tell: Tell,
): readonly EnvironmentVariable[] {
  const merged = new Map(own.map((variable) => [variable.name, variable]));
  for (const [name, variable] of new Map(deployment.map((entry) => [entry.name, entry]))) {
    const overridden = merged.get(name);
    if (overridden) tell("env_vars", name, isSameValue(overridden.value, variable.value));
    merged.set(name, variable);
  }
  return [...merged.values()].toSorted((left, right) => compareCodePoints(left.name, right.name));
}

// Hidden values are compared without being shown.
function isSameValue(left: EnvironmentVariable["value"], right: EnvironmentVariable["value"]): boolean {
  if ("text" in left) return "text" in right && left.text === right.text;
  return "hidden" in right && left.from === right.from && left.hidden.reveal() === right.hidden.reveal();
}

function mergeSecrets(
  own: readonly SecretReference[],
  deployment: readonly SecretReference[],
  tell: Tell,
): readonly SecretReference[] {
  const merged = new Map(own.map((secret) => [secret.name, secret]));
  for (const secret of new Map(deployment.map((entry) => [entry.name, entry])).values()) {
    const overridden = merged.get(secret.name);
    if (overridden) tell("secrets", secret.name, overridden.valueFrom === secret.valueFrom);
    merged.set(secret.name, secret);
  }
  return [...merged.values()].toSorted((left, right) => compareCodePoints(left.name, right.name));
}

/** A tag stays at the place of its first mention (docs/agent.md, Tags). */
function mergeTags(own: EcsSettings, deployment: EcsSettings, tell: Tell): readonly UserTag[] {
  const merged = new Map(own.serverEcsTags.map((tag) => [tag.key, tag]));
  for (const tag of new Map(deployment.serverEcsTags.map((entry) => [entry.key, entry])).values()) {
    const overridden = merged.get(tag.key);
    if (overridden) tell("server_ecs_tags", tag.key, (overridden.value ?? "") === (tag.value ?? ""));
    merged.set(tag.key, tag);
  }
  return [...merged.values()];
}

function mergeResources(own: Resources, deployment: Resources): Resources {
  return { ...deployment, ...own };
}

type SidecarList = "server_sidecar_containers" | "run_sidecar_containers";

/** The lists are joined, and ECS refuses two containers of one name. */
function findSidecarsOfBoth(location: CodeLocation, launcher: LauncherConfig, list: SidecarList): readonly Problem[] {
  const property = list === "server_sidecar_containers" ? "serverSidecarContainers" : "runSidecarContainers";
  const deployment = new Set(launcher[property].map(({ name }) => name));
  return location.ecs[property].flatMap(({ name }) => {
    if (typeof name !== "string" || !deployment.has(name)) return [];
    const { at, where } = locate(location, launcher, `${list}.${name}`);
    return {
      code: "duplicate-sidecar" satisfies ProblemCode,
      severity: "error",
      message: `The location ${quote(location.name)} and the deployment${where} both have a sidecar called ${quote(name)} in ${list}; ECS takes only one container of a name.`,
      hint: "Rename or remove it at one of the two levels.",
      path: pathOf(location, list),
      ...at,
    };
  });
}

/** Where the location has an entry, and in words where the deployment has it. */
function locate(
  location: CodeLocation,
  launcher: LauncherConfig,
  source: string,
): { readonly at: SourcePosition; readonly where: string } {
  const { file, line, column } = location.ecs.sources?.get(source) ?? location.position;
  const other = launcher.sources?.get(source);
  return { at: { file, line, column }, where: other ? ` (${other.file} line ${other.line})` : "" };
}

function pathOf(location: CodeLocation, list: string): string {
  return formatPath({ root: `location ${quote(location.name)}`, parts: ["container_context", "ecs", list] });
}

function explainConflict(location: CodeLocation, launcher: LauncherConfig, list: ListKey, name: string): Problem {
  const { at, where } = locate(location, launcher, `${list}.${name}`);
  return {
    code: "deployment-value-wins" satisfies ProblemCode,
    severity: "warning",
    message: `${quote(name)} of ${list} is set by the location ${quote(location.name)} and by the deployment${where}; the deployment's value is used.`,
    hint: "Remove it at one of the two levels.",
    path: pathOf(location, list),
    ...at,
  };
}
