import { CODE_SERVER_CONTAINER, CONTAINER_CONTEXT_VARIABLE, CURRENT_IMAGE_VARIABLE } from "../model/code-server.ts";
import type { DesiredTaskDefinition } from "../model/desired.ts";
import type { EnvironmentVariable } from "../model/environment.ts";
import { isJsonList, isJsonObject, type JsonObject, type JsonValue } from "../model/json.ts";
import type { LiveTaskDefinition } from "../model/live-state.ts";
import type { ShownValue } from "../model/plan.ts";
import { mayNameSecret } from "../model/secret-text.ts";
import { parseContainerContext } from "../normalize/container-context.ts";
import { containerOf, environmentTextOf } from "../normalize/container-definition.ts";
import { type NormalTaskDefinition, normalizeTaskDefinition } from "../normalize/task-definition.ts";

/** Why an old value is not shown: only what the old YAML spelled out may be. */
const PREVIOUS_HIDDEN: ShownValue = { kind: "hidden", why: "previous value hidden" };

/** The container context that a live revision carries; undefined when it carries none. */
export function containerContextOf(tree: NormalTaskDefinition): JsonObject | undefined {
  return parseContainerContext(environmentTextOf(tree, CODE_SERVER_CONTAINER, CONTAINER_CONTEXT_VARIABLE));
}

/**
 * The desired value of an environment variable, shown only when the repository's YAML spells it out. `text` is what
 * stands in the normal tree: a value is shown only when its origin is known to have produced just that text.
 */
export function showDesired(
  desired: DesiredTaskDefinition,
  container: string,
  name: string,
  text: JsonValue,
): ShownValue {
  if (container !== CODE_SERVER_CONTAINER) {
    const sidecar = namedEntries(desired.body.containerDefinitions, container);
    return sidecar.some((each) => holdsPair(each.environment, name, text))
      ? { kind: "shown", value: text }
      : { kind: "hidden", why: "not a literal" };
  }
  const variable = desired.environment.find((each) => each.name === name);
  return variable === undefined ? { kind: "hidden", why: "not a literal" } : showVariable(variable, text);
}

function showVariable({ name, value }: EnvironmentVariable, text: JsonValue): ShownValue {
  switch (value.origin) {
    case "step":
      return { kind: "hidden", why: "from the step's environment" };
    case "agent":
      return { kind: "hidden", why: "from the agent's environment" };
    case "revision":
      return { kind: "hidden", why: "a registered value" };
    case "injected":
      return name.startsWith("DAGSTER_") && name !== CONTAINER_CONTEXT_VARIABLE && value.text === text
        ? { kind: "shown", value: text }
        : { kind: "hidden", why: "set by this action" };
    case "literal":
      return value.text === text ? { kind: "shown", value: text } : { kind: "hidden", why: "not a literal" };
  }
}

/** The old value of an environment variable, shown only when the live revision's own container context spells it out. */
export function showPrevious(live: NormalTaskDefinition, container: string, name: string, text: JsonValue): ShownValue {
  return isPublic(live, container, name, text) ? { kind: "shown", value: text } : PREVIOUS_HIDDEN;
}

/**
 * Values in the environment of a live revision that nobody knows to be public: not spelled out by the container context
 * that it carries, and not under a name that this action sets itself.
 */
export function hiddenTextsOfLive({ description }: LiveTaskDefinition): readonly string[] {
  const live = normalizeTaskDefinition(description);
  return membersOf(live.containerDefinitions).flatMap(([container, definition]) =>
    membersOf(isJsonObject(definition) ? definition.environment : undefined).flatMap(([name, text]) => {
      const isOurs = name.startsWith("DAGSTER_") && !mayNameSecret(name);
      return typeof text !== "string" || isOurs || isPublic(live, container, name, text) ? [] : [text];
    }),
  );
}

function membersOf(value: JsonValue | undefined): readonly [string, JsonValue][] {
  return isJsonObject(value) ? Object.entries(value) : [];
}

function isPublic(live: NormalTaskDefinition, container: string, name: string, text: JsonValue): boolean {
  if (typeof text !== "string") return false;
  const context = containerContextOf(live);
  const ecs = isJsonObject(context?.ecs) ? context.ecs : undefined;
  if (container !== CODE_SERVER_CONTAINER) {
    return namedEntries(ecs?.server_sidecar_containers, container).some((each) =>
      holdsPair(each.environment, name, text),
    );
  }
  // The image is a field of the container: the variable tells nothing more.
  if (name === CURRENT_IMAGE_VARIABLE && containerOf(live, container)?.image === text) return true;
  return [ecs?.env_vars, context?.env_vars].some(
    (entries) => isJsonList(entries) && entries.includes(`${name}=${text}`),
  );
}

function namedEntries(list: JsonValue | undefined, name: string): readonly JsonObject[] {
  return isJsonList(list) ? list.filter(isJsonObject).filter((entry) => entry.name === name) : [];
}

function holdsPair(environment: JsonValue | undefined, name: string, text: JsonValue): boolean {
  return namedEntries(environment, name).some((entry) => (entry.value ?? "") === text);
}
