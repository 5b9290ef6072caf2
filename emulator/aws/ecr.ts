import { createHash } from "node:crypto";
import type {
  BatchDeleteImageRequest,
  BatchDeleteImageResponse,
  BatchGetImageRequest,
  BatchGetImageResponse,
  DescribeImagesRequest,
  DescribeImagesResponse,
  DescribeRepositoriesRequest,
  DescribeRepositoriesResponse,
  GetDownloadUrlForLayerRequest,
  GetDownloadUrlForLayerResponse,
  ImageDetail,
  ImageIdentifier,
} from "@aws-sdk/client-ecr";
import { ServiceError } from "../protocol/errors.ts";
import { type HandlerTable, handle } from "../world/handlers.ts";
import { takePage } from "../world/pages.ts";
import { makeArn, toDate, type World } from "../world/world.ts";

export interface ImageRecord {
  readonly digest: string;
  readonly manifest: string;
  readonly mediaType: string;
  readonly pushedAt: number;
  readonly sizeInBytes: number;
}

export interface RepositoryRecord {
  readonly name: string;
  readonly arn: string;
  readonly createdAt: number;
  /** By digest. */
  readonly images: Map<string, ImageRecord>;
  /** Digest by tag. */
  readonly tags: Map<string, string>;
  /** Configuration blobs and layers by digest. */
  readonly blobs: Map<string, string>;
}

export const ecrHandlers: HandlerTable = {
  BatchDeleteImage: handle(batchDeleteImage),
  BatchGetImage: handle(batchGetImage),
  DescribeImages: handle(describeImages),
  DescribeRepositories: handle(describeRepositories),
  GetDownloadUrlForLayer: handle(getDownloadUrlForLayer),
};

const MAX_IMAGE_IDS = 100;
const NO_TOKEN = { code: "InvalidParameterException", message: "Invalid nextToken." } as const;

export interface RegistryReference {
  readonly account: string;
  readonly region: string;
  readonly repository: string;
  readonly tag?: string;
  readonly digest?: string;
}

/** Takes an ECR image reference apart; undefined for an image of another registry. */
export function parseRegistryReference(image: string): RegistryReference | undefined {
  const match =
    /^(\d{12})\.dkr\.ecr(?:-fips)?\.([a-z0-9-]+)\.amazonaws\.com\/([^:@]+)(?::([^@]+))?(?:@(sha256:[0-9a-f]{64}))?$/.exec(
      image,
    );
  const [, account, region, repository, tag, digest] = match ?? [];
  if (account === undefined || region === undefined || repository === undefined) {
    return undefined;
  }
  return {
    account,
    region,
    repository,
    ...(tag === undefined ? {} : { tag }),
    ...(digest === undefined ? {} : { digest }),
  };
}

/** The image a reference means; the digest wins over the tag, `latest` is the tag when there is neither. */
export function findImage(world: World, reference: RegistryReference): ImageRecord | undefined {
  const repository = world.repositories.get(reference.repository);
  const digest = reference.digest ?? repository?.tags.get(reference.tag ?? "latest");
  return digest === undefined ? undefined : repository?.images.get(digest);
}

export function sha256(text: string): string {
  return `sha256:${createHash("sha256").update(text, "utf8").digest("hex")}`;
}

function requireRepository(
  world: World,
  request: { repositoryName?: string | undefined; registryId?: string | undefined },
): RepositoryRecord {
  const registry = request.registryId ?? world.settings.account;
  const repository =
    registry === world.settings.account ? world.repositories.get(request.repositoryName ?? "") : undefined;
  if (repository === undefined) {
    throw new ServiceError(
      "RepositoryNotFoundException",
      `The repository with name '${request.repositoryName ?? ""}' does not exist in the registry with id '${registry}'`,
    );
  }
  return repository;
}

function checkIds(ids: readonly ImageIdentifier[]): void {
  if (ids.length < 1 || ids.length > MAX_IMAGE_IDS) {
    throw new ServiceError(
      "InvalidParameterException",
      `Invalid parameter at 'imageIds' failed to satisfy constraint: 'Member must have length less than or equal to ${MAX_IMAGE_IDS}'`,
    );
  }
}

function batchGetImage(request: BatchGetImageRequest, world: World): BatchGetImageResponse {
  const repository = requireRepository(world, request);
  const ids = request.imageIds ?? [];
  checkIds(ids);
  const images: NonNullable<BatchGetImageResponse["images"]> = [];
  const failures: NonNullable<BatchGetImageResponse["failures"]> = [];
  const seen = new Set<string>();
  for (const imageId of ids) {
    const key = `${imageId.imageTag ?? ""}@${imageId.imageDigest ?? ""}`;
    if (seen.has(key)) {
      continue;
    }
    seen.add(key);
    const failure = describeIdFailure(repository, imageId);
    if (failure !== undefined) {
      failures.push({ imageId, ...failure });
      continue;
    }
    const digest = imageId.imageDigest ?? repository.tags.get(imageId.imageTag ?? "");
    const image = repository.images.get(digest ?? "");
    if (image !== undefined) {
      images.push({
        registryId: world.settings.account,
        repositoryName: repository.name,
        imageId: {
          imageDigest: image.digest,
          ...(imageId.imageTag === undefined ? {} : { imageTag: imageId.imageTag }),
        },
        imageManifest: image.manifest,
        imageManifestMediaType: image.mediaType,
      });
    }
  }
  return { images, failures };
}

function batchDeleteImage(request: BatchDeleteImageRequest, world: World): BatchDeleteImageResponse {
  const repository = requireRepository(world, request);
  const ids = request.imageIds ?? [];
  checkIds(ids);
  const imageIds: ImageIdentifier[] = [];
  const failures: NonNullable<BatchDeleteImageResponse["failures"]> = [];
  for (const imageId of ids) {
    const failure = describeIdFailure(repository, imageId);
    if (failure !== undefined) {
      failures.push({ imageId, ...failure });
      continue;
    }
    const imageDigest = imageId.imageDigest ?? repository.tags.get(imageId.imageTag ?? "") ?? "";
    const tags = [...repository.tags].filter(([, digest]) => digest === imageDigest).map(([tag]) => tag);
    const gone = imageId.imageTag === undefined ? tags : [imageId.imageTag];
    for (const tag of gone) {
      repository.tags.delete(tag);
    }
    if (gone.length === tags.length) {
      repository.images.delete(imageDigest);
    }
    imageIds.push({ ...imageId, imageDigest });
  }
  return { imageIds, failures };
}

function describeIdFailure(
  repository: RepositoryRecord,
  { imageTag, imageDigest }: ImageIdentifier,
):
  | {
      failureCode: "ImageNotFound" | "ImageTagDoesNotMatchDigest" | "MissingDigestAndTag" | "InvalidImageDigest";
      failureReason: string;
    }
  | undefined {
  if (imageTag === undefined && imageDigest === undefined) {
    return {
      failureCode: "MissingDigestAndTag",
      failureReason: "Image digest and tag are missing",
    };
  }
  if (imageDigest !== undefined && !/^sha256:[0-9a-f]{64}$/.test(imageDigest)) {
    return { failureCode: "InvalidImageDigest", failureReason: "Invalid image digest" };
  }
  const tagged = imageTag === undefined ? undefined : repository.tags.get(imageTag);
  const found = imageDigest === undefined ? tagged : imageDigest;
  if (found === undefined || !repository.images.has(found)) {
    return { failureCode: "ImageNotFound", failureReason: "Requested image not found" };
  }
  if (imageTag !== undefined && tagged !== found) {
    return {
      failureCode: "ImageTagDoesNotMatchDigest",
      failureReason: "The image tag does not match the image digest",
    };
  }
  return undefined;
}

function describeImages(request: DescribeImagesRequest, world: World): DescribeImagesResponse {
  const repository = requireRepository(world, request);
  const ids = request.imageIds;
  if (ids !== undefined) {
    checkIds(ids);
    const details = ids.map((imageId) => {
      const digest = imageId.imageDigest ?? repository.tags.get(imageId.imageTag ?? "");
      const image = repository.images.get(digest ?? "");
      if (image === undefined) {
        throw new ServiceError(
          "ImageNotFoundException",
          `The image with imageId {imageDigest:'${imageId.imageDigest ?? "null"}', imageTag:'${imageId.imageTag ?? "null"}'} does not exist within the repository with name '${repository.name}' in the registry with id '${world.settings.account}'`,
        );
      }
      return viewImage(world, repository, image);
    });
    return { imageDetails: details };
  }
  const all = [...repository.images.values()].map((image) => viewImage(world, repository, image));
  const size = Math.min(request.maxResults ?? 100, world.settings.pageSize);
  const page = takePage(all, request.nextToken, size, NO_TOKEN);
  return { imageDetails: page.items, nextToken: page.nextToken };
}

function viewImage(world: World, repository: RepositoryRecord, image: ImageRecord): ImageDetail {
  return {
    registryId: world.settings.account,
    repositoryName: repository.name,
    imageDigest: image.digest,
    imageTags: [...repository.tags].filter(([, digest]) => digest === image.digest).map(([tag]) => tag),
    imageSizeInBytes: image.sizeInBytes,
    imagePushedAt: toDate(image.pushedAt),
    imageManifestMediaType: image.mediaType,
  };
}

function describeRepositories(request: DescribeRepositoriesRequest, world: World): DescribeRepositoriesResponse {
  const chosen =
    request.repositoryNames === undefined
      ? [...world.repositories.values()]
      : request.repositoryNames.map((repositoryName) =>
          requireRepository(world, { repositoryName, registryId: request.registryId }),
        );
  const size = Math.min(request.maxResults ?? 100, world.settings.pageSize);
  const page = takePage(chosen, request.nextToken, size, NO_TOKEN);
  const { account, region } = world.settings;
  return {
    repositories: page.items.map((repository) => ({
      repositoryArn: repository.arn,
      registryId: account,
      repositoryName: repository.name,
      repositoryUri: `${account}.dkr.ecr.${region}.amazonaws.com/${repository.name}`,
      createdAt: toDate(repository.createdAt),
      imageTagMutability: "MUTABLE",
    })),
    nextToken: page.nextToken,
  };
}

function getDownloadUrlForLayer(request: GetDownloadUrlForLayerRequest, world: World): GetDownloadUrlForLayerResponse {
  const repository = requireRepository(world, request);
  const digest = request.layerDigest ?? "";
  if (!repository.blobs.has(digest)) {
    throw new ServiceError(
      "LayersNotFoundException",
      `The layer with digest '${digest}' does not exist in the repository with name '${repository.name}'`,
    );
  }
  return {
    downloadUrl: `${world.url}/_registry/${repository.name}/blobs/${digest}`,
    layerDigest: digest,
  };
}

export function addRepository(world: World, name: string): RepositoryRecord {
  const known = world.repositories.get(name);
  if (known !== undefined) {
    return known;
  }
  const repository: RepositoryRecord = {
    name,
    arn: makeArn(world, "ecr", `repository/${name}`),
    createdAt: world.timeline.now,
    images: new Map(),
    tags: new Map(),
    blobs: new Map(),
  };
  world.repositories.set(name, repository);
  return repository;
}
