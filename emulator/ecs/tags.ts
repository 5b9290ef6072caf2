import type {
  ListTagsForResourceRequest,
  ListTagsForResourceResponse,
  Tag,
  TagResourceRequest,
  TagResourceResponse,
  UntagResourceRequest,
  UntagResourceResponse,
} from "@aws-sdk/client-ecs";
import { ServiceError } from "../protocol/errors.ts";
import { type HandlerTable, handle } from "../world/handlers.ts";
import type { World } from "../world/world.ts";
import { checkTags, invalidParameter, mergeTags } from "./references.ts";

export const tagHandlers: HandlerTable = {
  TagResource: handle(tagResource),
  UntagResource: handle(untagResource),
  ListTagsForResource: handle(listTagsForResource),
};

interface Tagged {
  current(): Tag[];
  read(): Tag[];
  set(tags: Tag[]): void;
}

function tagResource(request: TagResourceRequest, world: World): TagResourceResponse {
  const tags = request.tags ?? [];
  if (tags.length === 0) {
    throw invalidParameter("Tags can not be empty.");
  }
  checkTags(tags);
  const tagged = requireTagged(world, request.resourceArn ?? "");
  const merged = mergeTags(tagged.current(), tags);
  checkTags(merged);
  tagged.set(merged);
  return {};
}

function untagResource(request: UntagResourceRequest, world: World): UntagResourceResponse {
  const tagged = requireTagged(world, request.resourceArn ?? "");
  const keys = new Set(request.tagKeys ?? []);
  tagged.set(tagged.current().filter(({ key }) => !keys.has(key ?? "")));
  return {};
}

function listTagsForResource(request: ListTagsForResourceRequest, world: World): ListTagsForResourceResponse {
  return { tags: requireTagged(world, request.resourceArn ?? "").read() };
}

function requireTagged(world: World, arn: string): Tagged {
  if (!arn.startsWith("arn:")) {
    throw invalidParameter("Invalid ARN.");
  }
  const { now } = world.timeline;
  const lag = world.settings.consistency.tags;
  const lagging =
    world.ecs.services.findLast((service) => service.arn === arn && service.status !== "INACTIVE") ??
    [...world.ecs.families.values()].flat().find((record) => record.arn === arn && record.status === "ACTIVE");
  if (lagging !== undefined) {
    return {
      current: () => lagging.tags.current,
      read: () => lagging.tags.read(now),
      set: (tags) => lagging.tags.set(tags, lag, now),
    };
  }
  const plain = world.ecs.tasks.get(arn) ?? [...world.ecs.clusters.values()].find((cluster) => cluster.arn === arn);
  if (plain !== undefined) {
    return {
      current: () => plain.tags,
      read: () => plain.tags,
      set: (tags) => {
        plain.tags = tags;
      },
    };
  }
  throw /:(service|cluster|task|task-definition)\//.test(arn)
    ? new ServiceError("ResourceNotFoundException", "The specified resource cannot be found.")
    : invalidParameter("The resource ARN is not of a resource that can be tagged.");
}
