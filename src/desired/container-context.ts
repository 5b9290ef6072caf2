import { isJsonObject, type JsonObject, type JsonValue } from "../model/json.ts";
import type { CodeLocation, LauncherConfig, Resources } from "../model/workspace.ts";

/**
 * The container context that runs are launched with: the location's own, and the deployment's `run_resources`,
 * `run_ecs_tags` and `run_sidecar_containers`, by the agent's rules (docs/agent.md, Merge of the two levels). A live
 * agent gives runs the deployment's part in DAGSTER_INSTANCE_REF, which only it knows; without these keys in the
 * deployment the context is the location's, letter by letter.
 */
export function containerContextForRuns(location: CodeLocation, launcher: LauncherConfig): JsonObject {
  const context = location.containerContext;
  const own = isJsonObject(context.ecs) ? context.ecs : {};
  const runSettings = {
    ...mergedResources(own.run_resources, launcher.runResources),
    ...joined("run_ecs_tags", own.run_ecs_tags, launcher.runEcsTags.map(toTag)),
    ...joined("run_sidecar_containers", own.run_sidecar_containers, launcher.runSidecarContainers),
  };
  return Object.keys(runSettings).length === 0 ? context : { ...context, ecs: { ...own, ...runSettings } };
}

/** Key by key; the location's win. */
function mergedResources(own: JsonValue | undefined, deployment: Resources): JsonObject {
  const { cpu, memory, ephemeralStorage } = deployment;
  const inherited = {
    ...(cpu !== undefined && { cpu }),
    ...(memory !== undefined && { memory }),
    ...(ephemeralStorage !== undefined && { ephemeral_storage: ephemeralStorage }),
  };
  if (Object.keys(inherited).length === 0) return {};
  return { run_resources: { ...inherited, ...(isJsonObject(own) ? own : {}) } };
}

/** The location's entries first, as the agent joins them: of two tags with one key, the deployment's is the last. */
function joined(key: string, own: JsonValue | undefined, deployment: readonly JsonObject[]): JsonObject {
  if (deployment.length === 0) return {};
  return { [key]: [...(Array.isArray(own) ? own : []), ...deployment] };
}

function toTag({ key, value }: { readonly key: string; readonly value?: string }): JsonObject {
  return { key, ...(value !== undefined && { value }) };
}
