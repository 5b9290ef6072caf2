import type { DesiredLocation } from "../model/desired.ts";
import type { TagMap } from "../model/live-state.ts";
import type { Step } from "../model/plan.ts";
import { isFormerUserTag, TAG_FINGERPRINT, TAG_SETTINGS, TAG_USER_TAGS, userTagsValue } from "../model/tags.ts";
import type { ApplyInput, ApplyPorts } from "./context.ts";

/** The tags of a service and of its Cloud Map service: the user's and ours. */
export function serviceTags(
  desired: DesiredLocation,
  taskDefinitionArn: string,
  step: Step,
  input: ApplyInput,
): TagMap {
  const fingerprint = step.fingerprints && input.formatFingerprint(taskDefinitionArn, step.fingerprints.full);
  return {
    ...desired.userTags,
    ...desired.identityTags,
    ...input.runTags,
    [TAG_USER_TAGS]: userTagsValue(Object.keys(desired.userTags)),
    ...(fingerprint !== undefined && { [TAG_FINGERPRINT]: fingerprint }),
    ...(step.fingerprints?.settings !== undefined && { [TAG_SETTINGS]: step.fingerprints.settings }),
  };
}

/**
 * Writes the tags of a service that exists, on the ECS service and on its Cloud Map service, which say the same. What
 * is left to do is told by the tags of the ECS service: they come last. And the tag that says which tags were the
 * user's comes after the removal of those that no longer are.
 */
export async function writeTags(step: Step, tags: TagMap, input: ApplyInput, ports: ApplyPorts): Promise<void> {
  const { serviceArn } = step.base;
  if (serviceArn === undefined) return;
  const removed = step.changes
    .filter(({ resource, change }) => resource === "tags" && change === "removed")
    .map(({ path }) => path);
  const registryArn = input.registries.get(step.location);
  if (registryArn !== undefined) {
    await ports.discovery.untagResource(registryArn, removed);
    await ports.discovery.tagResource(registryArn, tags);
  }
  await ports.ecs.untagResource(serviceArn, removed);
  await ports.ecs.tagResource(serviceArn, tags);
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
