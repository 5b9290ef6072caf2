import type {
  ListTagsForResourceRequest,
  ListTagsForResourceResponse,
  Tag,
  TagResourceRequest,
  UntagResourceRequest,
} from "@aws-sdk/client-servicediscovery";
import { ServiceError } from "../protocol/errors.ts";
import type { World } from "../world/world.ts";
import { invalidInput } from "./cloud-map-references.ts";

function requireTagged(world: World, arn: string | undefined): { tags: Tag[] } {
  const { services, namespaces } = world.discovery;
  const found = [...services.values(), ...namespaces.values()].find((item) => item.arn === arn);
  if (found === undefined) {
    throw new ServiceError("ResourceNotFoundException", "The specified resource was not found.", {
      fields: { ResourceARN: arn },
    });
  }
  return found;
}

export function checkTags(tags: readonly { Key?: string | undefined; Value?: string | undefined }[]): void {
  if (tags.length > 50) {
    throw new ServiceError("TooManyTagsException", "A resource can have at most 50 tags.");
  }
  for (const { Key = "", Value = "" } of tags) {
    if (Key.length < 1 || Key.length > 128 || Value.length > 256 || /^aws:/i.test(Key)) {
      throw invalidInput(`Invalid tag: ${Key}`);
    }
  }
}

export function tagResource(request: TagResourceRequest, world: World): Record<string, never> {
  const tagged = requireTagged(world, request.ResourceARN);
  const tags = request.Tags ?? [];
  const keys = new Set(tags.map(({ Key }) => Key));
  const merged = [...tagged.tags.filter(({ Key }) => !keys.has(Key)), ...tags];
  checkTags(merged);
  tagged.tags = merged;
  return {};
}

export function untagResource(request: UntagResourceRequest, world: World): Record<string, never> {
  const tagged = requireTagged(world, request.ResourceARN);
  tagged.tags = tagged.tags.filter(({ Key }) => request.TagKeys?.includes(Key ?? "") !== true);
  return {};
}

export function listTagsForResource(request: ListTagsForResourceRequest, world: World): ListTagsForResourceResponse {
  return { Tags: requireTagged(world, request.ResourceARN).tags };
}
