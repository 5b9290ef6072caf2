import { CODE_SERVER_CONTAINER, CONTAINER_CONTEXT_VARIABLE, CURRENT_IMAGE_VARIABLE } from "../model/code-server.ts";
import type { DesiredTaskDefinition } from "../model/desired.ts";
import type { JsonValue } from "../model/json.ts";
import type { FieldChange, ShownValue } from "../model/plan.ts";
import { containerOf } from "../normalize/container-definition.ts";
import { alignRoles, type NormalTaskDefinition, normalizeDesiredTaskDefinition } from "../normalize/task-definition.ts";
import { containerContextPath, diffContainerContexts, isSensitiveSetting } from "./container-context-changes.ts";
import { diffTrees, dottedPath, type LeafChange } from "./diff.ts";
import { containerContextOf } from "./environment-visibility.ts";
import { sortChanges } from "./field-changes.ts";
import { isSensitiveTaskChange } from "./sensitivity.ts";

/** A revision, as a side of the comparison. */
interface Side {
  readonly content: DesiredTaskDefinition;
  readonly tree: NormalTaskDefinition;
}

/**
 * What differs between two registered revisions. Neither says which of its values came out of somebody's environment,
 * so only what cannot have been a secret is shown; of all else it is said where it is.
 */
export function compareRevisions(before: DesiredTaskDefinition, after: DesiredTaskDefinition): readonly FieldChange[] {
  const { left, right } = alignRoles(normalizeDesiredTaskDefinition(before), normalizeDesiredTaskDefinition(after));
  const sides = { before: { content: before, tree: left }, after: { content: after, tree: right } };
  const changes = diffTrees(left, right).flatMap((leaf) =>
    isContainerContext(leaf.path) ? explainContext(leaf, sides) : [describe(leaf, sides)],
  );
  return sortChanges(joinSamePath(changes));
}

interface Sides {
  readonly before: Side;
  readonly after: Side;
}

function describe(leaf: LeafChange, sides: Sides): FieldChange {
  return {
    resource: "task-definition",
    path: dottedPath(telling(leaf.path)),
    change: leaf.change,
    ...(leaf.before !== undefined && { before: show(leaf.path, leaf.before, sides.before) }),
    ...(leaf.after !== undefined && { after: show(leaf.path, leaf.after, sides.after) }),
    impact: "rollout",
    sensitive: isSensitiveTaskChange(sides.before.tree, leaf),
  };
}

/** Fields of a task definition, and of a container, that hold sizes, names of images and ARNs. */
const SHOWN_FIELDS: ReadonlySet<string> = new Set([
  "family",
  "cpu",
  "memory",
  "networkMode",
  "pidMode",
  "ipcMode",
  "requiresCompatibilities",
  "runtimePlatform",
  "ephemeralStorage",
  "enableFaultInjection",
  "taskRoleArn",
  "executionRoleArn",
]);
const SHOWN_CONTAINER_FIELDS: ReadonlySet<string> = new Set([
  "image",
  "cpu",
  "memory",
  "memoryReservation",
  "essential",
  "privileged",
  "readonlyRootFilesystem",
  "portMappings",
  "secrets",
  "repositoryCredentials",
]);
const SHOWN_HEALTH_CHECK_FIELDS: ReadonlySet<string> = new Set(["interval", "timeout", "retries", "startPeriod"]);

/** The part of a path that may be shown: names of volumes and labels may have come out of an environment, too. */
function telling(path: readonly string[]): readonly string[] {
  const [field = "", , containerField] = path;
  if (field !== "containerDefinitions") return isShown(path) ? path : [field];
  return isShown(path) || containerField === "environment" ? path : path.slice(0, 3);
}

function isShown([field = "", , containerField = "", part = ""]: readonly string[]): boolean {
  if (field !== "containerDefinitions") return SHOWN_FIELDS.has(field);
  return (
    SHOWN_CONTAINER_FIELDS.has(containerField) ||
    (containerField === "healthCheck" && SHOWN_HEALTH_CHECK_FIELDS.has(part))
  );
}

const HIDDEN: ShownValue = { kind: "hidden", why: "value of a registered revision" };

function show(path: readonly string[], value: JsonValue, side: Side): ShownValue {
  const [, container = "", containerField, name = ""] = path;
  const isPublic = containerField === "environment" ? isPublicVariable(container, name, value, side) : isShown(path);
  return isPublic ? { kind: "shown", value } : HIDDEN;
}

/** Spelled out in the repository's YAML, or the image, which is a field of the container as well. */
function isPublicVariable(container: string, name: string, text: JsonValue, { content, tree }: Side): boolean {
  if (container !== CODE_SERVER_CONTAINER) return false;
  if (name === CURRENT_IMAGE_VARIABLE && containerOf(tree, container)?.image === text) return true;
  const value = content.environment.find((variable) => variable.name === name)?.value;
  return value?.origin === "literal" && value.text === text;
}

function isContainerContext([field, container, containerField, name]: readonly string[]): boolean {
  return (
    field === "containerDefinitions" &&
    container === CODE_SERVER_CONTAINER &&
    containerField === "environment" &&
    name === CONTAINER_CONTEXT_VARIABLE
  );
}

/** Which settings of the container context differ; of the values only sizes are shown. */
function explainContext(leaf: LeafChange, sides: Sides): readonly FieldChange[] {
  const inside = diffContainerContexts(containerContextOf(sides.before.tree), containerContextOf(sides.after.tree));
  if (inside.length === 0) return [describe(leaf, sides)];
  return inside.map(({ path, change, before, after }) => {
    const isSize = path[0] === "ecs" && /^(?:server|run)_resources$/.test(path[1] ?? "");
    const shown = (value: JsonValue): ShownValue => (isSize ? { kind: "shown", value } : HIDDEN);
    return {
      resource: "task-definition",
      path: containerContextPath(path.slice(0, isSize ? 3 : 2)),
      change,
      ...(before !== undefined && { before: shown(before) }),
      ...(after !== undefined && { after: shown(after) }),
      impact: "rollout",
      sensitive: isSensitiveSetting(path),
    };
  });
}

/** Changes that are told by the same path become one: more would say the same again. */
function joinSamePath(changes: readonly FieldChange[]): readonly FieldChange[] {
  const joined = new Map<string, FieldChange>();
  for (const change of changes) {
    const other = joined.get(change.path);
    joined.set(change.path, other === undefined ? change : join(other, change));
  }
  return [...joined.values()];
}

function join(one: FieldChange, other: FieldChange): FieldChange {
  const sensitive = one.sensitive || other.sensitive;
  if (one.change === other.change) return { ...one, sensitive };
  return { ...one, change: "changed", before: HIDDEN, after: HIDDEN, sensitive };
}
