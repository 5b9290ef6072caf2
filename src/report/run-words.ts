import { CODE_SERVER_CONTAINER } from "../model/code-server.ts";
import type { FieldChange, Step } from "../model/plan.ts";
import { listWords } from "./wording.ts";

/**
 * Settings of the container context that reach runs, in the order in which they are told: Dagster launches a run with
 * what its code server's container context says.
 */
const RUN_SETTINGS: readonly (readonly [setting: RegExp, word: string])[] = [
  [/^ecs\.run_resources\b/, "resources"],
  [/^ecs\.run_sidecar_containers\b/, "sidecars"],
  [/^ecs\.run_ecs_tags\b/, "tags"],
  [/^(?:ecs\.)?env_vars\b/, "variables"],
  [/^ecs\.secrets(?:_tags)?\b/, "secrets"],
  [/^ecs\.(?:task|execution)_role_arn\b/, "roles"],
  [/^ecs\.(?:volumes|mount_points)\b/, "volumes"],
  [/^ecs\.repository_credentials\b/, "registry credentials"],
  [/^ecs\.runtime_platform\b/, "platform"],
];

const IMAGE_PATH = `containerDefinitions.${CODE_SERVER_CONTAINER}.image`;

/**
 * What a run of the location will get compared with before, as the end of a sentence; undefined where nothing can be
 * said: a new location, or one whose task definition stays.
 */
export function describeRuns({ action, changes }: Step): string | undefined {
  if (action !== "update" && action !== "replace") return undefined;
  if (!changes.some(({ resource }) => resource === "task-definition")) return undefined;
  const settings = changes.flatMap(contextSettingOf).filter((setting) => !/^ecs\.server_/.test(setting));
  const words = [
    ...(changes.some(({ path }) => path === IMAGE_PATH) ? ["images"] : []),
    ...RUN_SETTINGS.filter(([pattern]) => settings.some((setting) => pattern.test(setting))).map(([, word]) => word),
    ...(settings.some((setting) => RUN_SETTINGS.every(([pattern]) => !pattern.test(setting))) ? ["settings"] : []),
  ];
  return words.length === 0 ? "what they got before" : `other ${listWords(words)} than before`;
}

function contextSettingOf({ path }: FieldChange): readonly string[] {
  const setting = /^container context › (.+)$/s.exec(path)?.[1];
  return setting === undefined ? [] : [setting];
}
