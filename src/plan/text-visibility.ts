import { CODE_SERVER_CONTAINER } from "../model/code-server.ts";
import { isJsonList, isJsonObject, type JsonObject, type JsonValue } from "../model/json.ts";
import type { NormalTaskDefinition } from "../normalize/task-definition.ts";
import { containerContextOf } from "./environment-visibility.ts";

/** Fields of a container that hold whatever somebody writes there, a password on a command line included. */
const FREE_TEXTS: readonly string[] = ["command", "entryPoint", "dockerLabels", "extraHosts", "firelensConfiguration"];

/** The command that this action gives a code server (`desired/task-definition`). */
const OWN_COMMAND = /^(?:[\w./-]+ -m )?dagster api grpc(?: --enable-metrics)?$/;

/**
 * Whether an old value of a container's field may be shown: what is free text only where the live revision's own
 * container context, which was YAML of the repository, spells it out, or this action writes it.
 */
export function isShownInContainer(live: NormalTaskDefinition, path: readonly string[], value: JsonValue): boolean {
  const [, container = "", ...rest] = path;
  if (!isFreeText(rest)) return true;
  const context = containerContextOf(live);
  const ecs = isJsonObject(context?.ecs) ? context.ecs : {};
  if (container !== CODE_SERVER_CONTAINER) {
    return containersOf(ecs.server_sidecar_containers, container).some((one) => isSame(memberAt(one, rest), value));
  }
  if (rest[0] === "command") return isJsonList(value) && OWN_COMMAND.test(value.join(" "));
  return rest[0] === "healthCheck" && isSame(memberAt(ecs.server_health_check, rest.slice(1)), value);
}

function isFreeText([field = "", member, option]: readonly string[]): boolean {
  if (FREE_TEXTS.includes(field)) return true;
  if (field === "healthCheck") return member === undefined || member === "command";
  // Those of awslogs are names of log groups and streams.
  return field === "logConfiguration" && member === "options" && option?.startsWith("awslogs-") !== true;
}

function containersOf(list: JsonValue | undefined, name: string): readonly JsonObject[] {
  return isJsonList(list) ? list.filter(isJsonObject).filter((one) => one.name === name) : [];
}

function memberAt(value: JsonValue | undefined, [name, ...rest]: readonly string[]): JsonValue | undefined {
  if (name === undefined) return value;
  return isJsonObject(value) ? memberAt(value[name], rest) : undefined;
}

function isSame(one: JsonValue | undefined, other: JsonValue): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
