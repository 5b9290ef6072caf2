import type { SourcePosition } from "../errors.ts";
import type { JsonObject } from "../model/json.ts";
import type { EcsSettings, Resources, SecretReference, UserTag } from "../model/workspace.ts";
import { type EnvironmentEntry, readVariables } from "./environment-entries.ts";
import { getValue, isNull, type Located, textOf, toJsonObject, unresolvedText } from "./located.ts";
import type { RuleScope } from "./schema.ts";
import { sourcesOf, type VariableSources } from "./variable-sources.ts";

/** Reads the ECS settings of one level from a checked mapping; `variables` are that level's, in order. */
export function readEcsSettings(node: Located | undefined, variables: readonly EnvironmentEntry[]): EcsSettings {
  const executionRoleArn = readText(node, "execution_role_arn");
  const taskRoleArn = readText(node, "task_role_arn");
  const repositoryCredentials = readText(node, "repository_credentials");
  const runtimePlatform = readObject(node, "runtime_platform");
  const serverHealthCheck = readObject(node, "server_health_check");
  return {
    ...readEntries(variables),
    secrets: readSecrets(node),
    secretsTags: readTexts(node, "secrets_tags"),
    serverResources: readResources(getValue(node, "server_resources")),
    runResources: readResources(getValue(node, "run_resources")),
    ...(executionRoleArn !== undefined && { executionRoleArn }),
    ...(taskRoleArn !== undefined && { taskRoleArn }),
    mountPoints: readObjects(node, "mount_points"),
    volumes: readObjects(node, "volumes"),
    serverSidecarContainers: readObjects(node, "server_sidecar_containers"),
    runSidecarContainers: readObjects(node, "run_sidecar_containers"),
    serverEcsTags: readTags(node, "server_ecs_tags"),
    runEcsTags: readTags(node, "run_ecs_tags"),
    ...(repositoryCredentials !== undefined && { repositoryCredentials }),
    ...(runtimePlatform && { runtimePlatform }),
    ...(serverHealthCheck && { serverHealthCheck }),
    sources: readSources(node, variables),
  };
}

/** The variables of a list that the check has already reported on. */
export function readCheckedVariables(node: Located | undefined, sources: VariableSources): readonly EnvironmentEntry[] {
  const scope: RuleScope = { ...sourcesOf(sources), unresolved: "warning", subject: "", report: () => {} };
  return readVariables(node, scope);
}

/** ECS takes a name as a variable or as a secret, and the last entry of a name counts. */
function readEntries(entries: readonly EnvironmentEntry[]): Required<Pick<EcsSettings, "envVars" | "variableSecrets">> {
  const last = new Map(entries.map((entry) => [entry.name, entry]));
  return {
    envVars: entries.flatMap((entry) =>
      entry.kind === "value" && last.get(entry.name)?.kind === "value" ? { name: entry.name, value: entry.value } : [],
    ),
    variableSecrets: [...last.values()].flatMap((entry) =>
      entry.kind === "secret" ? { name: entry.name, valueFrom: entry.valueFrom } : [],
    ),
  };
}

/** The text under a key. */
export function readText(node: Located | undefined, key: string): string | undefined {
  return textValue(getValue(node, key));
}

export function readTexts(node: Located | undefined, key: string): readonly string[] {
  return itemsOf(getValue(node, key)).flatMap((item) => textValue(item) ?? []);
}

export function readInteger(node: Located | undefined, key: string): number | undefined {
  const value = getValue(node, key);
  return value?.kind === "scalar" && value.type === "integer" ? value.value : undefined;
}

export function readBoolean(node: Located | undefined, key: string): boolean | undefined {
  const value = getValue(node, key);
  return value?.kind === "scalar" && value.type === "boolean" ? value.value : undefined;
}

function textValue(node: Located | undefined): string | undefined {
  if (node?.kind === "scalar" && node.unresolved) return unresolvedText(node.fromVariable ?? "");
  return textOf(node);
}

function itemsOf(node: Located | undefined): readonly Located[] {
  return node?.kind === "list" ? node.items : [];
}

function readObject(node: Located | undefined, key: string): JsonObject | undefined {
  const value = getValue(node, key);
  return value?.kind === "map" && value.entries.length > 0 ? toJsonObject(value, "resolved") : undefined;
}

function readObjects(node: Located | undefined, key: string): readonly JsonObject[] {
  const maps = itemsOf(getValue(node, key)).filter((item) => item.kind === "map");
  return maps.map((item) => toJsonObject(item, "resolved"));
}

function readSecrets(node: Located | undefined): readonly SecretReference[] {
  return itemsOf(getValue(node, "secrets")).flatMap((item) => {
    const name = readText(item, "name");
    const valueFrom = readText(item, "valueFrom");
    return name === undefined || valueFrom === undefined ? [] : { name, valueFrom };
  });
}

function readTags(node: Located | undefined, listKey: string): readonly UserTag[] {
  return itemsOf(getValue(node, listKey)).flatMap((item) => {
    const key = readText(item, "key");
    const value = readText(item, "value");
    if (key === undefined) return [];
    return value === undefined ? { key } : { key, value };
  });
}

function readResources(node: Located | undefined): Resources {
  const cpu = readText(node, "cpu");
  const memory = readText(node, "memory");
  const ephemeralStorage = readInteger(node, "ephemeral_storage");
  const replicaCount = readInteger(node, "replica_count");
  return {
    ...(cpu !== undefined && { cpu }),
    ...(memory !== undefined && { memory }),
    ...(ephemeralStorage !== undefined && { ephemeralStorage }),
    // Dagster takes 0 for 1 (docs/agent.md, Merge of the two levels).
    ...(replicaCount !== undefined && { replicaCount: replicaCount === 0 ? 1 : replicaCount }),
  };
}

function readSources(
  node: Located | undefined,
  variables: readonly EnvironmentEntry[],
): ReadonlyMap<string, SourcePosition> {
  const sources = new Map<string, SourcePosition>();
  for (const { name, at } of variables) sources.set(`env_vars.${name}`, at);
  for (const [list, key] of [
    ["secrets", "name"],
    ["server_ecs_tags", "key"],
    ["run_ecs_tags", "key"],
    ["server_sidecar_containers", "name"],
    ["run_sidecar_containers", "name"],
  ] as const) {
    for (const item of itemsOf(getValue(node, list))) {
      const name = getValue(item, key);
      const written = textOf(name);
      if (name && written !== undefined && !isNull(name)) sources.set(`${list}.${written}`, name.at);
    }
  }
  return sources;
}
