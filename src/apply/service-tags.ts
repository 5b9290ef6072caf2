import type { DesiredLocation } from "../model/desired.ts";
import type { TagMap } from "../model/live-state.ts";
import type { Step } from "../model/plan.ts";
import { isFormerUserTag, TAG_FINGERPRINT, TAG_SETTINGS, TAG_USER_TAGS, userTagsValue } from "../model/tags.ts";
import type { ApplyInput, ApplyPorts } from "./context.ts";

/** The tags of a Cloud Map service: the user's, and whose it is. What changes with each run is told by its ECS service. */
export function registryTags({ userTags, identityTags }: DesiredLocation): TagMap {
  return { ...userTags, ...identityTags, [TAG_USER_TAGS]: userTagsValue(Object.keys(userTags)) };
}

/** The tags of a service: those of its Cloud Map service, which run wrote it last, and what it was to be. */
export function serviceTags(
  desired: DesiredLocation,
  taskDefinitionArn: string,
  step: Step,
  input: ApplyInput,
): TagMap {
  const fingerprint = step.fingerprints && input.formatFingerprint(taskDefinitionArn, step.fingerprints.full);
  return {
    ...registryTags(desired),
    ...input.runTags,
    ...(fingerprint !== undefined && { [TAG_FINGERPRINT]: fingerprint }),
    ...(step.fingerprints?.settings !== undefined && { [TAG_SETTINGS]: step.fingerprints.settings }),
  };
}

/**
 * Writes the tags of a service that exists and, where they change or it is registered in another one, those of its
 * Cloud Map service. What is left to do is told by the tags of the ECS service: they come last. And the tag that says
 * which tags were the user's comes after the removal of those that no longer are.
 */
export async function writeTags(
  step: Step,
  desired: DesiredLocation,
  tags: TagMap,
  input: ApplyInput,
  ports: ApplyPorts,
): Promise<void> {
  const { serviceArn } = step.base;
  if (serviceArn === undefined) return;
  const changes = step.changes.filter(({ resource }) => resource === "tags");
  const removed = changes.filter(({ change }) => change === "removed").map(({ path }) => path);
  const registryArn = input.registries.get(step.location);
  if (registryArn !== undefined && isRegisteredAnew(step)) {
    // It may be one that nobody's tags were on: with `adopt` it is ours from now on.
    await retagRegistry(registryArn, registryTags(desired), ports);
  } else if (registryArn !== undefined && changes.length > 0) {
    await ports.discovery.untagResource(registryArn, removed);
    await ports.discovery.tagResource(registryArn, registryTags(desired));
  }
  await ports.ecs.untagResource(serviceArn, removed);
  await ports.ecs.tagResource(serviceArn, tags);
}

/** True when an update registers the service in a Cloud Map service that it was not registered in. */
export function isRegisteredAnew({ changes }: Pick<Step, "changes">): boolean {
  return changes.some(
    ({ resource, path }) => resource === "cloud-map" || (resource === "service" && /^serviceRegistries\b/.test(path)),
  );
}

/** Gives a Cloud Map service that outlived its ECS service the tags of the new one; what it had is the result. */
export async function retagRegistry(registryArn: string, tags: TagMap, { discovery }: ApplyPorts): Promise<TagMap> {
  const found = await discovery.tagsOf(registryArn);
  const removed = Object.keys(found).filter(
    (key) => !Object.hasOwn(tags, key) && isFormerUserTag(key, found[TAG_USER_TAGS]),
  );
  await discovery.untagResource(registryArn, removed);
  await discovery.tagResource(registryArn, tags);
  return found;
}
