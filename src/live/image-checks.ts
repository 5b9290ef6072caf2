import type { DesiredLocation } from "../model/desired.ts";
import type { AwsFacts, ImageFact } from "../model/live-state.ts";
import { compareCodePoints } from "../model/text-order.ts";
import type { AwsPorts } from "../ports.ts";
import { type Check, checkEach, type Finding, OK, once } from "./check.ts";
import { wantedPlatform } from "./requirements.ts";

/** Checks that each image is in its registry and made for the platform of the tasks that will run it. */
export function checkImages(
  locations: readonly DesiredLocation[],
  facts: AwsFacts,
  ports: Pick<AwsPorts, "registry">,
): readonly Check[] {
  const unknown = [...new Set(locations.map(imageOf))].filter((image) => !facts.images.has(image));
  const readUnknown = once(() => ports.registry.resolveImages(unknown));
  // One image for two platforms is two checks.
  const byPlatform = Map.groupBy(locations, wantedPlatform);
  const platforms = [...byPlatform.keys()].sort();
  return platforms
    .flatMap((platform) =>
      checkEach(
        "image",
        byPlatform.get(platform) ?? [],
        (location) => [imageOf(location)],
        async (image) => explainImage(facts.images.get(image) ?? (await readUnknown()).get(image), image, platform),
      ),
    )
    .sort((left, right) => compareCodePoints(left.target, right.target));
}

/** With `missing-image: keep`, what matters is what runs now. */
function imageOf({ image }: DesiredLocation): string {
  return image.status === "kept" ? image.reference : image.requested;
}

function explainImage(fact: ImageFact | undefined, image: string, platform: string | undefined): Finding {
  switch (fact?.status) {
    case undefined:
      return { status: "SKIP", message: `Nothing is known of the image ${image}.` };
    case "not-checked":
      return { status: "SKIP", message: `The image ${image} was not checked: ${fact.reason}.` };
    case "missing":
      return {
        status: "FAIL",
        message: `The image ${image} is not there: ${fact.reason}.`,
        hint: "Push the image in a step before this one, or correct the reference; `missing-image: keep` goes on with the image that runs now.",
      };
    case "found":
      return explainPlatform(fact.platforms, image, platform);
  }
}

/** No platforms: an image for one platform, which only its configuration blob names. */
function explainPlatform(platforms: readonly string[], image: string, platform: string | undefined): Finding {
  if (platform === undefined || platforms.length === 0 || platforms.includes(platform)) return OK;
  return {
    status: "FAIL",
    message: `The image ${image} is for ${platforms.join(", ")}, but the tasks run on ${platform}.`,
    hint: `Build it with \`docker buildx build --platform ${platform}\`, or set \`runtime_platform\` to what the image is for.`,
  };
}
