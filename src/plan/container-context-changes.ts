import { isJsonList, isJsonObject, type JsonObject, type JsonValue } from "../model/json.ts";
import { diffTrees, type LeafChange } from "./diff.ts";

/** First part of the path of a change inside the container context. */
export const CONTAINER_CONTEXT_TITLE = "container context";

/**
 * The differences between two container contexts. Lists of variables, secrets, tags, volumes and containers are
 * compared entry by entry; where only the order of such a list differs, as a whole.
 */
export function diffContainerContexts(
  before: JsonObject | undefined,
  after: JsonObject | undefined,
): readonly LeafChange[] {
  const byEntry = diffTrees(keyLists(before), keyLists(after));
  return byEntry.length > 0 ? byEntry : diffTrees(before, after);
}

/** `container context › ecs.run_resources.cpu` */
export function containerContextPath(path: readonly string[]): string {
  return path.length === 0 ? CONTAINER_CONTEXT_TITLE : `${CONTAINER_CONTEXT_TITLE} › ${path.join(".")}`;
}

/** Parts of `container_context.ecs` that give runs or the code server rights, or code of others. */
const SENSITIVE_SETTINGS: readonly string[] = [
  "task_role_arn",
  "execution_role_arn",
  "secrets",
  "secrets_tags",
  "repository_credentials",
  "server_sidecar_containers",
  "run_sidecar_containers",
];

/** True for what a reviewer must look at twice. */
export function isSensitiveSetting(path: readonly string[]): boolean {
  return path[0] === "ecs" && SENSITIVE_SETTINGS.includes(path[1] ?? "");
}

function keyLists(value: JsonValue | undefined, name?: string): JsonValue | undefined {
  if (isJsonObject(value)) {
    return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, keyLists(member, key) ?? null]));
  }
  return isJsonList(value) ? (keyList(value, name) ?? value) : value;
}

/** A list as an object by its entries' names; undefined when its entries have none, or share one. */
function keyList(list: readonly JsonValue[], name: string | undefined): JsonObject | undefined {
  const keys = list.map((entry) => (typeof entry === "string" ? variableName(entry, name) : nameOf(entry)));
  const unique = new Set(keys);
  if (list.length === 0 || unique.has(undefined) || unique.size < list.length) return undefined;
  return Object.fromEntries(list.map((entry, index) => [keys[index] ?? "", keyLists(entry) ?? null]));
}

/** `KEY` of the entries `KEY=VALUE` and `KEY`. Other lists of texts, such as a command, stay whole. */
function variableName(entry: string, list: string | undefined): string | undefined {
  return list === "env_vars" ? entry.split("=", 1)[0] : undefined;
}

function nameOf(entry: JsonValue): string | undefined {
  if (!isJsonObject(entry)) return undefined;
  const name = entry.name ?? entry.key;
  return typeof name === "string" ? name : undefined;
}
