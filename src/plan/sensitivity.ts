import { CODE_SERVER_CONTAINER } from "../model/code-server.ts";
import { parseImageReference } from "../model/image-reference.ts";
import type { JsonValue } from "../model/json.ts";
import { containerOf } from "../normalize/container-definition.ts";
import type { NormalTaskDefinition } from "../normalize/task-definition.ts";
import type { LeafChange } from "./diff.ts";

/** Fields of a task definition that a reviewer must look at twice. */
const SENSITIVE_TASK_FIELDS: readonly string[] = [
  "taskRoleArn",
  "executionRoleArn",
  "networkMode",
  "pidMode",
  "ipcMode",
];

/** Fields of a container that a reviewer must look at twice. */
const SENSITIVE_CONTAINER_FIELDS: readonly string[] = ["secrets", "repositoryCredentials", "privileged"];

/** True for a change of roles, secrets, registries, sidecars or isolation. */
export function isSensitiveTaskChange(before: NormalTaskDefinition, leaf: LeafChange): boolean {
  const [field = "", container = "", containerField = ""] = leaf.path;
  if (field !== "containerDefinitions") return SENSITIVE_TASK_FIELDS.includes(field);
  if (container !== CODE_SERVER_CONTAINER && containerOf(before, container) === undefined) return true;
  if (SENSITIVE_CONTAINER_FIELDS.includes(containerField) || leaf.path.includes("secretOptions")) return true;
  if (containerField === "linuxParameters") return leaf.path.includes("capabilities");
  return containerField === "image" && leaf.change === "changed" && registryOf(leaf.before) !== registryOf(leaf.after);
}

/** True for a change of who can reach the code server, and for letting people in (ECS Exec). */
export function isSensitiveServiceChange({ path, after }: LeafChange): boolean {
  return path[0] === "networkConfiguration" || (path[0] === "enableExecuteCommand" && after === true);
}

/** What cannot be read as an image reference is its own registry: better one look too many. */
function registryOf(image: JsonValue | undefined): string {
  const text = typeof image === "string" ? image : "";
  const parsed = parseImageReference(text);
  return parsed.status === "valid" ? (parsed.reference.registry ?? "docker.io") : text;
}
