import { mapConcurrently } from "../concurrency.ts";
import { requestedImage, resolveImage } from "../desired/image.ts";
import type { DesiredImage } from "../model/desired.ts";
import type { ImageFact } from "../model/live-state.ts";
import { TAG_COMMIT } from "../model/tags.ts";
import { withImage } from "../plan/revision-content.ts";
import type { EcsPort } from "../ports.ts";
import type { CommandContext } from "./context.ts";
import { obtainContent } from "./obtain-revision.ts";
import type { RevisionDecision } from "./prepare-revisions.ts";
import type { CommandResult } from "./result.ts";
import { changeRevisions } from "./revision-run.ts";
import type { RunningLocation } from "./running-locations.ts";

const LOCATIONS_AT_ONCE = 8;

/**
 * Starts new tasks of the revision that each selected location runs. With `images`, or `image-tag` where the
 * configuration has `build.registry`, of a revision that differs in the image only.
 */
export function redeploy(context: CommandContext): Promise<CommandResult> {
  const { inputs } = context;
  return changeRevisions(context, async (locations, { ecs, registry }, cluster) => {
    const where: Where = { cluster, ecs };
    const requested = locations.map((location) => imageGivenFor(location, inputs));
    const asksRegistry = inputs.pinImages || inputs.verify || inputs.missingImage === "keep";
    const references = requested.filter((reference) => reference !== undefined);
    const images: ReadonlyMap<string, ImageFact> =
      asksRegistry && references.length > 0 ? await registry.resolveImages(references) : new Map();
    const pairs = locations.map((location, index) => ({ location, reference: requested[index] }));
    const decisions = await mapConcurrently(pairs, LOCATIONS_AT_ONCE, async ({ location, reference }) => {
      if (reference === undefined)
        return sameRevision(location, undefined, warnAboutUnusedTag(location, inputs), where);
      const image = resolveImage({
        requested: reference,
        fact: images.get(reference),
        pin: inputs.pinImages,
        runningImage: inputs.missingImage === "keep" ? location.image : undefined,
      });
      return image.reference === location.image
        ? sameRevision(location, image, warnAboutKept(image), where)
        : otherImage(location, image, where);
    });
    return { decisions, images };
  });
}

interface Where {
  readonly cluster: string;
  readonly ecs: EcsPort;
}

type ImageInputs = Pick<CommandContext["inputs"], "images" | "imageTag">;

/** The image that the inputs give for a location; what only the configuration says is for an apply. */
function imageGivenFor({ configured: { location } }: RunningLocation, inputs: ImageInputs): string | undefined {
  const isNamed = inputs.images.has(location.name);
  const isTagged = inputs.imageTag !== undefined && location.image === undefined;
  if (!isNamed && !isTagged) return undefined;
  const requested = requestedImage(location, inputs);
  return requested.kind === "reference" ? requested.reference : undefined;
}

function warnAboutUnusedTag({ configured: { location } }: RunningLocation, inputs: ImageInputs): readonly string[] {
  if (inputs.imageTag === undefined) return [];
  return [
    location.image === undefined
      ? "image-tag has no effect on it: it has no `build.registry`."
      : "image-tag has no effect on it: the configuration names its image. Use `images`.",
  ];
}

function warnAboutKept({ status, requested }: DesiredImage): readonly string[] {
  return status === "kept" ? [`The image ${requested} is not in the registry: the one that runs now is kept.`] : [];
}

async function sameRevision(
  { content, image, running, service }: RunningLocation,
  given: DesiredImage | undefined,
  warnings: readonly string[],
  { cluster, ecs }: Where,
): Promise<RevisionDecision> {
  const isActive = running.status === "ACTIVE";
  const anew = isActive ? "" : " It is deregistered: its content is registered anew.";
  const reason =
    given === undefined
      ? { code: "redeploy", text: `New tasks of the revision it runs.${anew}` }
      : { code: "redeploy-same-image", text: `It runs this image already: new tasks of the same revision.${anew}` };
  const taskDefinition = isActive ? { register: false } : await obtainContent(running.family, content, cluster, ecs);
  return {
    kind: "change",
    change: { action: "redeploy", reason, taskDefinition, warnings },
    content,
    image: given ?? { requested: image, reference: image, status: "registered" },
    commit: service.tags[TAG_COMMIT],
  };
}

async function otherImage(
  { content, running, service }: RunningLocation,
  image: DesiredImage,
  { cluster, ecs }: Where,
): Promise<RevisionDecision> {
  const wanted = withImage(content, image.reference);
  return {
    kind: "change",
    change: {
      action: "redeploy",
      reason: { code: "redeploy-image", text: "Another image; everything else stays as it runs." },
      taskDefinition: await obtainContent(running.family, wanted, cluster, ecs),
      warnings: [],
    },
    content: wanted,
    image,
    // The configuration that it was made from stays the same.
    commit: service.tags[TAG_COMMIT],
  };
}
