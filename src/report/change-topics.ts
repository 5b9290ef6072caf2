import { CODE_SERVER_CONTAINER } from "../model/code-server.ts";
import type { FieldChange } from "../model/plan.ts";
import { showInvisible } from "./escape.ts";

/** What a change is about, as a person thinks of it. */
export type Topic =
  | "image"
  | "environment"
  | "secrets"
  | "resources"
  | "runs"
  | "sidecars"
  | "volumes"
  | "roles"
  | "network"
  | "start"
  | "service"
  | "tags";

/** How a topic is written: above its changes, and in a few words of a table. */
export interface TopicWords {
  readonly title: string;
  readonly one: string;
  /** After a number; absent where a number says nothing. */
  readonly several?: string;
}

/** In the order in which changes are shown. */
export const TOPICS: Readonly<Record<Topic, TopicWords>> = {
  image: { title: "Image", one: "image" },
  environment: { title: "Environment", one: "variable", several: "variables" },
  secrets: { title: "Secrets", one: "secret", several: "secrets" },
  resources: { title: "Resources of the code server", one: "resources" },
  runs: { title: "What a run gets", one: "what runs get" },
  sidecars: { title: "Sidecars", one: "sidecars" },
  volumes: { title: "Volumes", one: "volumes" },
  roles: { title: "Roles and rights", one: "roles" },
  network: { title: "Network", one: "network" },
  start: { title: "Start, health check and logs", one: "start and health check" },
  service: { title: "Service", one: "service settings" },
  tags: { title: "Tags", one: "tag", several: "tags" },
};

/** Where a change belongs, and its field's name there. */
export interface Placed {
  readonly topic: Topic;
  readonly name: string;
}

/** The topic of a change, and what its field is called within it. */
export function placeChange({ resource, path }: FieldChange): Placed {
  const name = showInvisible(path);
  switch (resource) {
    case "tags":
      return { topic: "tags", name };
    case "cloud-map":
      return { topic: "network", name: "Cloud Map service" };
    case "service":
      return placeServiceField(name);
    case "task-definition":
      return placeTaskField(name);
  }
}

function placeServiceField(name: string): Placed {
  if (name === "desiredCount") return { topic: "resources", name: "number of tasks (desiredCount)" };
  const [, setting] = /^networkConfiguration\.(?:awsvpcConfiguration\.)?(.+)$/.exec(name) ?? [];
  if (setting !== undefined) return { topic: "network", name: setting };
  return { topic: name.startsWith("serviceRegistries") ? "network" : "service", name };
}

const TASK_TOPICS: Readonly<Record<string, Topic>> = {
  cpu: "resources",
  memory: "resources",
  ephemeralStorage: "resources",
  runtimePlatform: "resources",
  volumes: "volumes",
  taskRoleArn: "roles",
  executionRoleArn: "roles",
  networkMode: "network",
  pidMode: "roles",
  ipcMode: "roles",
};

function placeTaskField(name: string): Placed {
  const [, setting] = /^container context › (.+)$/s.exec(name) ?? [];
  if (setting !== undefined) return placeContextSetting(setting.replace(/^ecs\./, ""));
  const [, container, field = ""] = /^containerDefinitions\.([^.]+)\.?(.*)$/s.exec(name) ?? [];
  if (container === undefined) return { topic: TASK_TOPICS[firstOf(name)] ?? "service", name };
  if (container !== CODE_SERVER_CONTAINER)
    return { topic: "sidecars", name: field ? `${container}: ${field}` : container };
  return placeContainerField(field);
}

/** What only the container context has is for runs, unless it says that it is of the server. */
function placeContextSetting(setting: string): Placed {
  return { topic: setting.startsWith("server_") ? "service" : "runs", name: setting };
}

const CONTAINER_TOPICS: Readonly<Record<string, Topic>> = {
  image: "image",
  environment: "environment",
  secrets: "secrets",
  cpu: "resources",
  memory: "resources",
  memoryReservation: "resources",
  mountPoints: "volumes",
  volumesFrom: "volumes",
  repositoryCredentials: "roles",
  privileged: "roles",
  linuxParameters: "roles",
  user: "roles",
  portMappings: "network",
};

function placeContainerField(field: string): Placed {
  const first = firstOf(field);
  const topic = CONTAINER_TOPICS[first] ?? "start";
  const isNamed = topic === "environment" || topic === "secrets";
  const name = isNamed ? field.slice(first.length + 1) : field;
  return { topic, name: name || field || "(the whole container)" };
}

function firstOf(path: string): string {
  return path.split(".", 1)[0] ?? "";
}

/** Changes by topic, in the order of the topics. */
export function groupByTopic(
  changes: readonly FieldChange[],
): readonly (readonly [Topic, readonly (Placed & { readonly change: FieldChange })[]])[] {
  const placed = changes.map((change) => ({ ...placeChange(change), change }));
  return (Object.keys(TOPICS) as Topic[])
    .map((topic) => [topic, placed.filter((each) => each.topic === topic)] as const)
    .filter(([, members]) => members.length > 0);
}
