import { CODE_SERVER_CONTAINER, CURRENT_IMAGE_VARIABLE } from "../model/code-server.ts";
import type { FieldChange, Step } from "../model/plan.ts";
import { TAG_PREFIX } from "../model/tags.ts";

/**
 * The changes of a step that tell a reader something. A new code server has everything added, most of it the same
 * for every code server: what is left is what the configuration says of this one. The plan itself keeps all.
 */
export function changesWorthShowing(step: Step): readonly FieldChange[] {
  // The image stands in the environment once more, for the runs.
  const changes = step.changes.filter(({ path }) => path !== CURRENT_IMAGE_PATH);
  return step.action === "create" ? changes.filter(isOfThisLocation) : changes;
}

/** The sensitive changes of a step; of a new sidecar, its image stands for the whole. */
export function sensitiveChanges(step: Step): readonly FieldChange[] {
  const isPartOfSidecar = ({ path }: FieldChange): boolean => {
    const [, container, field] = CONTAINER_PATH.exec(path) ?? [];
    return container !== undefined && container !== CODE_SERVER_CONTAINER && field !== "image";
  };
  return changesWorthShowing(step).filter(
    (change) => change.sensitive && !(step.action === "create" && isPartOfSidecar(change)),
  );
}

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
