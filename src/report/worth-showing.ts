import { CODE_SERVER_CONTAINER, CURRENT_IMAGE_VARIABLE } from "../model/code-server.ts";
import type { FieldChange, Step } from "../model/plan.ts";
import { TAG_PREFIX } from "../model/tags.ts";

/**
 * The changes of a step that tell a reader something. A new code server has everything added, most of it the same
 * for every code server: what is left is what the configuration says of this one. The plan itself keeps all.
 */
export function changesWorthShowing(step: Step): readonly FieldChange[] {
  const paths = step.changes.map(({ path }) => path);
  // The image stands in the environment once more, for the runs.
  const changes = step.changes.filter(
    (change) =>
      change.path !== CURRENT_IMAGE_PATH && !isSaidElsewhere(change.path, paths) && !isNameOfEntry(change, paths),
  );
  return step.action === "create" ? changes.filter(isOfThisLocation) : changes;
}

/** The same, apart: what this change does, and what it puts back because somebody else has changed it. */
export function shownChanges(step: Step): {
  readonly ours: readonly FieldChange[];
  readonly outside: readonly FieldChange[];
} {
  const shown = changesWorthShowing(step);
  return {
    ours: shown.filter((change) => change.outside !== true),
    outside: shown.filter((change) => change.outside === true),
  };
}

/** The sensitive changes of a step; of a new sidecar, its image stands for the whole. */
export function sensitiveChanges(step: Step): readonly FieldChange[] {
  const changes = changesWorthShowing(step);
  const added = new Set(changes.filter(({ change }) => change === "added").map(({ path }) => path));
  const isPartOfNewSidecar = ({ path }: FieldChange): boolean => {
    const [, sidecar, field] = SIDECAR_PATH.exec(path) ?? [];
    return field !== undefined && field !== "image" && added.has(`${sidecar}.image`);
  };
  return changes.filter((change) => change.sensitive && !isPartOfNewSidecar(change));
}

/** A field of a container, of the task or of what runs are launched with. */
const SIDECAR_PATH = /^((?:containerDefinitions|container context › ecs\.\w+_sidecar_containers)\.[^.]+)\.(.+)$/s;

/** An entry of a list is told by its name already: `run_ecs_tags.team.key` says nothing beside `run_ecs_tags.team.value`. */
function isNameOfEntry({ path }: FieldChange, paths: readonly string[]): boolean {
  const [, entry] = /^(container context › .+)\.(?:key|name)$/s.exec(path) ?? [];
  return entry !== undefined && paths.some((other) => other !== path && other.startsWith(`${entry}.`));
}

/**
 * Where a setting of `container_context.ecs` ends up. What changes there is not shown a second time in the container
 * context; what changes only in the context (settings of runs, a value that loses against the deployment's) is.
 */
const DESTINATIONS: readonly (readonly [setting: RegExp, destination: string])[] = [
  [/^(?:ecs\.)?env_vars\.(.+)$/, `containerDefinitions.${CODE_SERVER_CONTAINER}.environment.$1`],
  [/^ecs\.secrets\.(.+?)(?:\.name|\.valueFrom)?$/, `containerDefinitions.${CODE_SERVER_CONTAINER}.secrets.$1`],
  [/^ecs\.server_resources\.(cpu|memory)$/, "$1"],
  [/^ecs\.server_resources\.ephemeral_storage$/, "ephemeralStorage"],
  [/^ecs\.server_resources\.replica_count$/, "desiredCount"],
  [/^ecs\.task_role_arn$/, "taskRoleArn"],
  [/^ecs\.execution_role_arn$/, "executionRoleArn"],
  [/^ecs\.runtime_platform/, "runtimePlatform"],
  [/^ecs\.volumes/, "volumes"],
  [/^ecs\.mount_points/, `containerDefinitions.${CODE_SERVER_CONTAINER}.mountPoints`],
  [/^ecs\.server_health_check/, `containerDefinitions.${CODE_SERVER_CONTAINER}.healthCheck`],
  [/^ecs\.repository_credentials$/, `containerDefinitions.${CODE_SERVER_CONTAINER}.repositoryCredentials`],
  [/^ecs\.server_sidecar_containers\.([^.]+)/, "containerDefinitions.$1"],
  [/^ecs\.server_ecs_tags\.(.+?)(?:\.key|\.value)?$/, "$1"],
];

function isSaidElsewhere(path: string, paths: readonly string[]): boolean {
  const setting = CONTEXT_PATH.exec(path)?.[1];
  if (setting === undefined) return false;
  return DESTINATIONS.some(([pattern, destination]) => {
    const match = pattern.exec(setting);
    if (match === null) return false;
    const target = destination.replace("$1", () => match[1] ?? "");
    return paths.some((other) => other === target || other.startsWith(`${target}.`));
  });
}

const CONTEXT_PATH = /^container context › (.+)$/s;

const CURRENT_IMAGE_PATH = `containerDefinitions.${CODE_SERVER_CONTAINER}.environment.${CURRENT_IMAGE_VARIABLE}`;

const CONTAINER_PATH = /^containerDefinitions\.([^.]+)\.([^.]+)/;

/** Of the task definition: the same for every location, or said elsewhere in the report. */
const STANDARD_FIELDS: ReadonlySet<string> = new Set(["family", "networkMode", "requiresCompatibilities"]);

/** Of the code server's container: the same for every location, or said elsewhere in the report. */
const STANDARD_CONTAINER_FIELDS: ReadonlySet<string> = new Set(["image", "command", "logConfiguration"]);

function isOfThisLocation({ resource, path, after }: FieldChange): boolean {
  switch (resource) {
    case "cloud-map":
      return false;
    case "tags":
      return !path.startsWith(TAG_PREFIX);
    case "service":
      return (
        path === "desiredCount" || (path === "enableExecuteCommand" && after?.kind === "shown" && after.value === true)
      );
    case "task-definition":
      return isOfThisTaskDefinition(path);
  }
}

function isOfThisTaskDefinition(path: string): boolean {
  // The rest of the container context is what the task definition is made from.
  if (path.startsWith("container context")) return path.includes("ecs.run_");
  const [, container, field = ""] = CONTAINER_PATH.exec(path) ?? [];
  if (container === undefined) return !STANDARD_FIELDS.has(path);
  if (container !== CODE_SERVER_CONTAINER) return true;
  return !STANDARD_CONTAINER_FIELDS.has(field) && !path.includes(".environment.DAGSTER_");
}
