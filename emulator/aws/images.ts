import type { World } from "../world/world.ts";
import { addRepository, type ImageRecord, type RepositoryRecord, sha256 } from "./ecr.ts";

/** An image to put into a repository. */
export interface ImageSeed {
  readonly repository: string;
  readonly tags?: readonly string[];
  /** Anything that tells one image's content from another's. */
  readonly content?: string;
  /** `amd64` unless said; more than one makes an image index. */
  readonly architectures?: readonly string[];
  /** Media types of Docker instead of OCI. */
  readonly docker?: boolean;
}

const OCI = {
  config: "application/vnd.oci.image.config.v1+json",
  layer: "application/vnd.oci.image.layer.v1.tar+gzip",
  manifest: "application/vnd.oci.image.manifest.v1+json",
  index: "application/vnd.oci.image.index.v1+json",
} as const;

const DOCKER = {
  config: "application/vnd.docker.container.image.v1+json",
  layer: "application/vnd.docker.image.rootfs.diff.tar.gzip",
  manifest: "application/vnd.docker.distribution.manifest.v2+json",
  index: "application/vnd.docker.distribution.manifest.list.v2+json",
} as const;

/** Pushes an image: its configuration blob, its manifest and, for several platforms, an index over them. */
export function pushImage(world: World, seed: ImageSeed): { digest: string } {
  const repository = addRepository(world, seed.repository);
  const architectures = seed.architectures ?? ["amd64"];
  const types = seed.docker === true ? DOCKER : OCI;
  const content = seed.content ?? (seed.tags ?? []).join(",");
  const manifests = architectures.map((architecture) => ({
    architecture,
    image: pushManifest(world, repository, architecture, content, types),
  }));
  const only = manifests[0]?.image;
  if (only === undefined) {
    throw new Error("an image has at least one architecture");
  }
  const top =
    manifests.length === 1
      ? only
      : addImage(
          world,
          repository,
          JSON.stringify({
            schemaVersion: 2,
            mediaType: types.index,
            manifests: manifests.map(({ architecture, image }) => ({
              mediaType: types.manifest,
              digest: image.digest,
              size: image.manifest.length,
              platform: { architecture, os: "linux" },
            })),
          }),
          types.index,
        );
  for (const tag of seed.tags ?? []) {
    repository.tags.set(tag, top.digest);
  }
  return { digest: top.digest };
}

function pushManifest(
  world: World,
  repository: RepositoryRecord,
  architecture: string,
  content: string,
  types: typeof OCI | typeof DOCKER,
): ImageRecord {
  const config = JSON.stringify({
    architecture,
    os: "linux",
    config: { Labels: { content } },
    rootfs: { type: "layers", diff_ids: [sha256(`layer ${content}`)] },
  });
  const configDigest = sha256(config);
  repository.blobs.set(configDigest, config);
  const manifest = JSON.stringify({
    schemaVersion: 2,
    mediaType: types.manifest,
    config: { mediaType: types.config, digest: configDigest, size: config.length },
    layers: [{ mediaType: types.layer, digest: sha256(`blob ${content}`), size: 1000 }],
  });
  return addImage(world, repository, manifest, types.manifest);
}

function addImage(world: World, repository: RepositoryRecord, manifest: string, mediaType: string): ImageRecord {
  const image: ImageRecord = {
    digest: sha256(manifest),
    manifest,
    mediaType,
    pushedAt: world.timeline.now,
    sizeInBytes: 1000 + manifest.length,
  };
  repository.images.set(image.digest, image);
  return image;
}
