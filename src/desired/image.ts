import type { DesiredImage } from "../model/desired.ts";
import type { ImageFact } from "../model/live-state.ts";
import type { CodeLocation } from "../model/workspace.ts";

/** Which image a location asks for: `images` wins, then `image`, then `build.registry` with `image-tag`. */
export type RequestedImage =
  | { readonly kind: "reference"; readonly reference: string }
  | { readonly kind: "none" }
  /** `build.registry` is there but no tag for it. */
  | { readonly kind: "no-tag"; readonly registry: string };

/** The image reference a location asks for, before ECR was asked. */
export function requestedImage(
  location: CodeLocation,
  inputs: { images: ReadonlyMap<string, string>; imageTag: string | undefined },
): RequestedImage {
  const override = inputs.images.get(location.name);
  if (override !== undefined) return { kind: "reference", reference: override };
  if (location.image !== undefined) return { kind: "reference", reference: location.image };
  const registry = location.build?.registry;
  if (registry === undefined) return { kind: "none" };
  if (inputs.imageTag === undefined) return { kind: "no-tag", registry };
  return { kind: "reference", reference: `${registry}:${inputs.imageTag}` };
}

/**
 * The image the task definition gets. With a digest from ECR, the reference is `repository@digest` without the
 * tag, so that a new tag for the same content is no change.
 */
export function resolveImage(input: {
  requested: string;
  /** Undefined when AWS was not asked (offline). */
  fact: ImageFact | undefined;
  pin: boolean;
  /** With `missing-image: keep`: what the location runs now. */
  runningImage: string | undefined;
}): DesiredImage {
  const { requested, fact } = input;
  switch (fact?.status) {
    case undefined:
      return { requested, reference: requested, status: "unresolved" };
    case "not-checked":
      return { requested, reference: requested, status: "as-written" };
    case "missing":
      return input.runningImage === undefined
        ? { requested, reference: requested, status: "missing" }
        : { requested, reference: input.runningImage, status: "kept" };
    case "found":
      return input.pin
        ? { requested, reference: `${withoutTag(requested)}@${fact.digest}`, status: "pinned" }
        : { requested, reference: requested, status: "as-written" };
  }
}

/** The repository of a reference: without tag and digest. A colon before the last slash belongs to a port. */
function withoutTag(reference: string): string {
  const repository = reference.split("@", 1)[0] ?? reference;
  const colon = repository.lastIndexOf(":");
  return colon > repository.lastIndexOf("/") ? repository.slice(0, colon) : repository;
}
