import {
  BatchGetImageCommand,
  type BatchGetImageCommandOutput,
  type ECRClient,
  type ImageIdentifier,
} from "@aws-sdk/client-ecr";
import { chunk, mapConcurrently } from "../concurrency.ts";
import { ActionError } from "../errors.ts";
import { isAccessDenied } from "../model/aws-error-codes.ts";
import { type EcrRegistry, type ImageReference, parseImageReference } from "../model/image-reference.ts";
import type { ImageFact } from "../model/live-state.ts";
import type { RegistryPort } from "../ports.ts";
import type { Call } from "./calls.ts";
import { MANIFEST_TYPES, platformsOf } from "./image-manifest.ts";

/** BatchGetImage API reference. */
const IMAGES_PER_CALL = 100;
const REPOSITORIES_AT_ONCE = 8;

/** Failures that say nothing about whether the image is there. */
const INCONCLUSIVE_FAILURES = new Set([
  "KmsError",
  "UnsupportedImageType",
  "UpstreamAccessDenied",
  "UpstreamTooManyRequests",
  "UpstreamUnavailable",
]);

/** A reference to look up in one repository. */
interface Lookup {
  readonly reference: string;
  readonly ecr: EcrRegistry;
  readonly repository: string;
  readonly id: ImageIdentifier;
}

/** Amazon ECR behind its port. `clientFor`: a registry answers only in its own region. */
export function createRegistryPort(clientFor: (region: string) => ECRClient, call: Call): RegistryPort {
  return {
    async resolveImages(references) {
      const facts = new Map<string, ImageFact>();
      const lookups: Lookup[] = [];
      for (const reference of new Set(references)) {
        const lookup = planLookup(reference);
        if ("status" in lookup) facts.set(reference, lookup);
        else lookups.push(lookup);
      }
      const answers = await mapConcurrently(batchByRepository(lookups), REPOSITORIES_AT_ONCE, (batch) =>
        lookUpBatch(clientFor, call, batch),
      );
      for (const [reference, fact] of answers.flat()) facts.set(reference, fact);
      return new Map([...new Set(references)].flatMap((key) => pairOf(key, facts.get(key))));
    },
  };
}

function pairOf(reference: string, fact: ImageFact | undefined): [string, ImageFact][] {
  return fact === undefined ? [] : [[reference, fact]];
}

function planLookup(text: string): Lookup | ImageFact {
  const parsed = parseImageReference(text);
  if (parsed.status === "invalid") return { status: "not-checked", reason: `the reference ${parsed.reason}` };
  const { ecr, repository } = parsed.reference;
  if (ecr === undefined) return { status: "not-checked", reason: "not an ECR image" };
  return { reference: text, ecr, repository, id: identify(parsed.reference) };
}

/** A digest says everything: with a tag beside it, ECR would refuse the image once the tag has moved on. */
function identify({ digest, tag }: ImageReference): ImageIdentifier {
  return digest === undefined ? { imageTag: tag ?? "latest" } : { imageDigest: digest };
}

function keyOf(id: ImageIdentifier | undefined): string {
  return id?.imageDigest ?? id?.imageTag ?? "";
}

/** Batches that hold each image once, though several references may name it. */
function batchByRepository(lookups: readonly Lookup[]): readonly (readonly Lookup[])[] {
  const byRepository = Map.groupBy(lookups, ({ ecr, repository }) => `${ecr.account}/${ecr.region}/${repository}`);
  return [...byRepository.values()].flatMap((ofRepository) => {
    const byImage = [...Map.groupBy(ofRepository, ({ id }) => keyOf(id)).values()];
    return chunk(byImage, IMAGES_PER_CALL).map((images) => images.flat());
  });
}

async function lookUpBatch(
  clientFor: (region: string) => ECRClient,
  call: Call,
  batch: readonly Lookup[],
): Promise<readonly (readonly [string, ImageFact])[]> {
  const [first] = batch;
  if (first === undefined) return [];
  const { ecr, repository } = first;
  const imageIds = [...new Map(batch.map(({ id }) => [keyOf(id), id])).values()];
  try {
    const answer = await call({ action: "ecr:BatchGetImage", resource: repository }, () =>
      clientFor(ecr.region).send(
        new BatchGetImageCommand({
          registryId: ecr.account,
          repositoryName: repository,
          imageIds,
          acceptedMediaTypes: [...MANIFEST_TYPES],
        }),
      ),
    );
    return batch.map(({ reference, id }) => [reference, findImage(answer, repository, id)] as const);
  } catch (error) {
    const fact = explainFailure(error, first);
    return batch.map(({ reference }) => [reference, fact] as const);
  }
}

function findImage(answer: BatchGetImageCommandOutput, repository: string, id: ImageIdentifier): ImageFact {
  const image = answer.images?.find(({ imageId }) =>
    id.imageDigest === undefined ? imageId?.imageTag === id.imageTag : imageId?.imageDigest === id.imageDigest,
  );
  const digest = image?.imageId?.imageDigest;
  if (digest !== undefined) return { status: "found", digest, platforms: platformsOf(image?.imageManifest) };
  const failure = answer.failures?.find(({ imageId }) => keyOf(imageId) === keyOf(id));
  const said = failure?.failureReason ?? failure?.failureCode;
  const what = id.imageDigest === undefined ? `no tag \`${id.imageTag}\`` : `no image \`${id.imageDigest}\``;
  if (failure?.failureCode !== undefined && INCONCLUSIVE_FAILURES.has(failure.failureCode)) {
    return { status: "not-checked", reason: `ECR could not read it: ${said}` };
  }
  const quote = said === undefined ? "" : ` (${said.replace(/[.\s]+$/, "")})`;
  return { status: "missing", reason: `the ECR repository \`${repository}\` has ${what}${quote}` };
}

function explainFailure(error: unknown, { ecr, repository }: Lookup): ImageFact {
  if (isAccessDenied(error)) return { status: "not-checked", reason: error.message };
  if (error instanceof ActionError && error.code === "RepositoryNotFoundException") {
    return {
      status: "missing",
      reason: `the ECR registry of account ${ecr.account} in ${ecr.region} has no repository \`${repository}\``,
    };
  }
  throw error;
}
