/**
 * The tags that Dagster's run launcher for ECS reads from a run: `dagster_aws/ecs/launcher.py`;
 * `ecs/container_overrides` since Dagster 1.12.0 (its changelog).
 */
export const JOB_TAG_KEYS = [
  "ecs/cpu",
  "ecs/memory",
  "ecs/ephemeral_storage",
  "ecs/task_overrides",
  "ecs/run_task_kwargs",
  "ecs/container_overrides",
] as const;

export type JobTagKey = (typeof JOB_TAG_KEYS)[number];

/** What people write for a key, without case and punctuation. */
const LOOKALIKES: { readonly [word: string]: JobTagKey } = {
  cpu: "ecs/cpu",
  cpus: "ecs/cpu",
  vcpu: "ecs/cpu",
  vcpus: "ecs/cpu",
  memory: "ecs/memory",
  mem: "ecs/memory",
  memorymb: "ecs/memory",
  memorymib: "ecs/memory",
  ram: "ecs/memory",
  ephemeralstorage: "ecs/ephemeral_storage",
  storage: "ecs/ephemeral_storage",
  taskoverrides: "ecs/task_overrides",
  taskoverride: "ecs/task_overrides",
  runtaskkwargs: "ecs/run_task_kwargs",
  containeroverrides: "ecs/container_overrides",
  containeroverride: "ecs/container_overrides",
};

export function isJobTagKey(key: string): key is JobTagKey {
  return (JOB_TAG_KEYS as readonly string[]).includes(key);
}

/** The key that is meant by one nobody reads; undefined when it is most likely the user's own. */
export function suggestJobTagKey(key: string): JobTagKey | undefined {
  if (isJobTagKey(key)) return undefined;
  const [, word] = /^ecs[/._:-](.{1,40})$/is.exec(key) ?? [];
  if (word === undefined) return undefined;
  const plain = word.toLowerCase().replace(/[^a-z]/g, "");
  return Object.hasOwn(LOOKALIKES, plain) ? LOOKALIKES[plain] : undefined;
}
