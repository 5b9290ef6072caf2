import type {
  DescribeSecretRequest,
  DescribeSecretResponse,
  Filter,
  ListSecretsRequest,
  ListSecretsResponse,
  Tag,
} from "@aws-sdk/client-secrets-manager";
import { ServiceError } from "../protocol/errors.ts";
import { type HandlerTable, handle } from "../world/handlers.ts";
import { takePage } from "../world/pages.ts";
import { toDate, type World } from "../world/world.ts";

export interface SecretRecord {
  readonly arn: string;
  readonly name: string;
  readonly description: string;
  readonly tags: readonly Tag[];
  readonly createdAt: number;
  readonly deletedAt?: number;
}

export const secretsHandlers: HandlerTable = {
  ListSecrets: handle(listSecrets),
  DescribeSecret: handle(describeSecret),
  // Whoever deploys never needs a secret's value: asking for one is a mistake the emulator makes visible.
  GetSecretValue: handle(refuseValue),
  BatchGetSecretValue: handle(refuseValue),
};

/** A secret by ARN, by ARN without its six random characters, or by name. */
export function findSecret(world: World, reference: string): SecretRecord | undefined {
  return [...world.secrets.values()].find(
    (secret) =>
      secret.deletedAt === undefined &&
      (secret.arn === reference ||
        secret.arn.replace(/-[A-Za-z0-9]{6}$/, "") === reference ||
        secret.name === reference),
  );
}

function listSecrets(request: ListSecretsRequest, world: World): ListSecretsResponse {
  const secrets = [...world.secrets.values()]
    .filter((secret) => secret.deletedAt === undefined || request.IncludePlannedDeletion === true)
    .filter((secret) => (request.Filters ?? []).every((filter) => passes(secret, filter)));
  const ordered = request.SortOrder === "asc" ? secrets : secrets.toReversed();
  const size = request.MaxResults ?? 100;
  if (size < 1 || size > 100) {
    throw new ServiceError("InvalidParameterException", "MaxResults must be between 1 and 100.");
  }
  const page = takePage(ordered, request.NextToken, Math.min(size, world.settings.pageSize), {
    code: "InvalidNextTokenException",
    message: "The NextToken value is invalid.",
  });
  return {
    SecretList: page.items.map((secret) => viewSecret(secret)),
    NextToken: page.nextToken,
  };
}

/**
 * Filters of ListSecrets compare by prefix, `tag-key` and `tag-value` with case and the others without;
 * a value that begins with `!` excludes (Secrets Manager API reference, "Filter").
 */
function passes(secret: SecretRecord, filter: Filter): boolean {
  const texts = textsOf(secret, filter.Key);
  const withCase = filter.Key === "tag-key" || filter.Key === "tag-value";
  const starts = (text: string, prefix: string): boolean =>
    withCase ? text.startsWith(prefix) : text.toLowerCase().startsWith(prefix.toLowerCase());
  return (filter.Values ?? []).some((value) =>
    value.startsWith("!")
      ? !texts.some((text) => starts(text, value.slice(1)))
      : texts.some((text) => starts(text, value)),
  );
}

function textsOf(secret: SecretRecord, key: string | undefined): readonly string[] {
  switch (key) {
    case "name":
      return [secret.name];
    case "description":
      return [secret.description];
    case "tag-key":
      return secret.tags.map((tag) => tag.Key ?? "");
    case "tag-value":
      return secret.tags.map((tag) => tag.Value ?? "");
    case "all":
      return [secret.name, secret.description, ...secret.tags.flatMap((tag) => [tag.Key ?? "", tag.Value ?? ""])];
    default:
      throw new ServiceError("InvalidParameterException", `Invalid filter key: ${key ?? ""}`);
  }
}

function viewSecret(secret: SecretRecord): DescribeSecretResponse {
  return {
    ARN: secret.arn,
    Name: secret.name,
    Description: secret.description,
    CreatedDate: toDate(secret.createdAt),
    LastChangedDate: toDate(secret.createdAt),
    ...(secret.deletedAt === undefined ? {} : { DeletedDate: toDate(secret.deletedAt) }),
    Tags: [...secret.tags],
  };
}

function describeSecret(request: DescribeSecretRequest, world: World): DescribeSecretResponse {
  const secret = findSecret(world, request.SecretId ?? "");
  if (secret === undefined) {
    throw new ServiceError("ResourceNotFoundException", "Secrets Manager can't find the specified secret.");
  }
  return viewSecret(secret);
}

function refuseValue(): never {
  throw new ServiceError(
    "AccessDeniedException",
    "The emulator holds no secret values: nothing that deploys needs secretsmanager:GetSecretValue.",
  );
}
