import { mapConcurrently } from "../concurrency.ts";
import type { AwsFacts } from "../model/live-state.ts";
import type { AwsPorts } from "../ports.ts";

const SECRETS_AT_ONCE = 8;

/** What the configuration leaves to AWS. */
export interface FactsWanted {
  /** Image references as requested. */
  readonly images: readonly string[];
  /** Tag keys of Secrets Manager (`secrets_tags`). */
  readonly secretsTags: readonly string[];
  /** Secrets of the deployment given as ARN, whose names become environment variables. */
  readonly secretArns: readonly string[];
  /** Subnets whose route tables decide about public IP addresses; absent when that is configured. */
  readonly publicIpFor?: readonly string[];
  /** False: ECR is not asked. */
  readonly pinImages: boolean;
}

/** Reads the facts the desired state depends on, all at once, and none that is not needed. */
export async function readAwsFacts(
  wanted: FactsWanted,
  ports: Pick<AwsPorts, "registry" | "secrets" | "network">,
): Promise<AwsFacts> {
  const { publicIpFor } = wanted;
  const [images, taggedSecrets, secretNames, assignPublicIp] = await Promise.all([
    wanted.pinImages && wanted.images.length > 0 ? ports.registry.resolveImages(wanted.images) : new Map(),
    readEach(wanted.secretsTags, (tag) => ports.secrets.secretsWithTag(tag)),
    readEach(wanted.secretArns, (arn) => ports.secrets.nameOf(arn)),
    publicIpFor === undefined ? undefined : ports.network.inferPublicIp(publicIpFor),
  ]);
  return { images, taggedSecrets, secretNames, ...(assignPublicIp === undefined ? {} : { assignPublicIp }) };
}

/** One answer for each distinct key; keys without an answer are left out. */
async function readEach<Answer>(
  keys: readonly string[],
  read: (key: string) => Promise<Answer | undefined>,
): Promise<ReadonlyMap<string, Answer>> {
  const distinct = [...new Set(keys)];
  const answers = await mapConcurrently(distinct, SECRETS_AT_ONCE, read);
  return new Map(
    distinct.flatMap((key, index): [string, Answer][] => {
      const answer = answers[index];
      return answer === undefined ? [] : [[key, answer]];
    }),
  );
}
