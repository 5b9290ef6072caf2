import { mapConcurrently } from "../concurrency.ts";
import { CODE_SERVER_CONTAINER } from "../model/code-server.ts";
import type { AwsFacts, LiveService, LiveTaskDefinition } from "../model/live-state.ts";
import type { EcsPort } from "../ports.ts";
import type { ConfiguredLocation } from "./load-configuration.ts";

const LOCATIONS_AT_ONCE = 8;

/** With `missing-image: keep`: what runs now where the wanted image is not in ECR. */
export interface KeptImages {
  /** By location name. */
  readonly images: ReadonlyMap<string, string>;
  /** Task definitions that were read for it, by ARN. */
  readonly described: ReadonlyMap<string, LiveTaskDefinition>;
}

/** Nothing is kept. */
export const NO_KEPT_IMAGES: KeptImages = { images: new Map(), described: new Map() };

/** Reads the image that runs now of every location whose tag is not in ECR. */
export async function readKeptImages(
  selected: readonly ConfiguredLocation[],
  facts: AwsFacts,
  serviceOf: (configured: ConfiguredLocation) => LiveService | undefined,
  ecs: EcsPort,
  /** Somebody else may have given the service an image that the inputs do not allow. */
  isAllowed: (image: string) => boolean,
): Promise<KeptImages> {
  const missing = selected.filter(({ imageReference = "" }) => facts.images.get(imageReference)?.status === "missing");
  const found = await mapConcurrently(missing, LOCATIONS_AT_ONCE, async (configured) => {
    const arn = serviceOf(configured)?.taskDefinitionArn;
    const definition = arn === undefined ? undefined : await ecs.describeTaskDefinition(arn);
    return { name: configured.location.name, definition };
  });
  const images = new Map<string, string>();
  const described = new Map<string, LiveTaskDefinition>();
  for (const { name, definition } of found) {
    if (definition === undefined) continue;
    described.set(definition.arn, definition);
    const image = codeServerImage(definition);
    if (image !== undefined && isAllowed(image)) images.set(name, image);
  }
  return { images, described };
}

function codeServerImage({ description }: LiveTaskDefinition): string | undefined {
  const containers = description.containerDefinitions as readonly { name?: string; image?: string }[] | undefined;
  return containers?.find(({ name }) => name === CODE_SERVER_CONTAINER)?.image;
}
