import { clipText } from "./shown-text.ts";

/** An image reference in its parts (grammar: github.com/distribution/reference). */
export interface ImageReference {
  /** Host with optional port; absent for Docker Hub. */
  readonly registry?: string;
  /** Path in the registry, without the host. */
  readonly repository: string;
  readonly tag?: string;
  /** For example `sha256:` and 64 hex digits. */
  readonly digest?: string;
  /** Where the registry lives, when it is a private Amazon ECR registry. */
  readonly ecr?: EcrRegistry;
}

/** A private Amazon ECR registry: `<account>.dkr.ecr.<region>.<suffix>`. */
export interface EcrRegistry {
  readonly account: string;
  readonly region: string;
  /** `amazonaws.com`, or `amazonaws.com.cn` in China. */
  readonly suffix: string;
}

/** What a text is as an image reference. `reason` completes the sentence "the reference …". */
export type ParsedImageReference =
  | { readonly status: "valid"; readonly reference: ImageReference }
  | { readonly status: "invalid"; readonly reason: string };

/** The registered algorithms (OCI image specification, "Digests"). */
const DIGEST = /^(?:sha256:[0-9a-f]{64}|sha512:[0-9a-f]{128})$/;
const TAG = /^\w[\w.-]{0,127}$/;
const PATH_COMPONENT = /^[a-z0-9]+(?:(?:\.|_|__|-+)[a-z0-9]+)*$/;
const HOST =
  /^(?:[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?(?:\.[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?)*|\[[0-9a-fA-F:]+\])(?::\d+)?$/;
const ECR_HOST = /^(\d{12})\.dkr\.ecr(?:-fips)?\.([a-z0-9-]+)\.(amazonaws\.com(?:\.cn)?)$/;
const LONGEST_NAME = 255;

/** Takes an image reference apart, or says why it is none. */
export function parseImageReference(text: string): ParsedImageReference {
  const early = refuseEvidently(text);
  if (early !== undefined) return { status: "invalid", reason: early };
  const [beforeDigest = "", digest, ...rest] = text.split("@");
  if (rest.length > 0) return { status: "invalid", reason: "has more than one `@`" };
  if (digest !== undefined && !DIGEST.test(digest)) {
    return {
      status: "invalid",
      reason: `has a digest that is none: \`${clipText(digest)}\` (sha256: and 64 hex digits)`,
    };
  }
  const { name, tag } = splitTag(beforeDigest);
  if (tag !== undefined && !TAG.test(tag)) {
    return { status: "invalid", reason: `has a tag that is none: \`${clipText(tag)}\`` };
  }
  const { registry, repository } = splitRegistry(name);
  const refused = refuseName(name, registry, repository);
  if (refused !== undefined) return { status: "invalid", reason: refused };
  const ecr = registry === undefined ? undefined : parseEcrRegistry(registry);
  return {
    status: "valid",
    reference: {
      ...(registry === undefined ? {} : { registry }),
      repository,
      ...(tag === undefined ? {} : { tag }),
      ...(digest === undefined ? {} : { digest }),
      ...(ecr === undefined ? {} : { ecr }),
    },
  };
}

/** Mistakes seen in the field, with words of their own. */
function refuseEvidently(text: string): string | undefined {
  if (text === "") return "is empty";
  const variable = /\$\{[^}]*\}|\$[A-Za-z_]\w*|\{\{.*?\}\}/.exec(text)?.[0];
  if (variable) return `contains \`${variable}\`, which neither Dagster nor this action replaces by a value`;
  if (/\s/.test(text)) return "contains white space";
  if (text.includes("***")) return "contains `***`: GitHub masked a part of it because a secret has that value";
  if (/^@?sha(256|512):[0-9a-fA-F]+$/.test(text)) return "is only a digest, without a repository";
  if (/^[a-z]+:\/\//.test(text)) return "begins with a protocol";
  return undefined;
}

/** A colon before the last slash belongs to a port. */
function splitTag(text: string): { name: string; tag: string | undefined } {
  const colon = text.lastIndexOf(":");
  if (colon <= text.lastIndexOf("/")) return { name: text, tag: undefined };
  return { name: text.slice(0, colon), tag: text.slice(colon + 1) };
}

/** The first component is a host only when it looks like one; otherwise the image is on Docker Hub. */
function splitRegistry(name: string): { registry: string | undefined; repository: string } {
  const slash = name.indexOf("/");
  const first = name.slice(0, Math.max(slash, 0));
  const isHost = first === "localhost" || /[.:[]/.test(first);
  return isHost ? { registry: first, repository: name.slice(slash + 1) } : { registry: undefined, repository: name };
}

function refuseName(name: string, registry: string | undefined, repository: string): string | undefined {
  if (registry !== undefined && !HOST.test(registry)) return `has a registry that is no host name: \`${registry}\``;
  if (repository === "") return "has no repository";
  if (name.length > LONGEST_NAME) return `has a name of ${name.length} characters (at most ${LONGEST_NAME})`;
  if (/[A-Z]/.test(repository)) return `has capital letters in its repository: \`${repository}\``;
  const wrong = repository.split("/").find((component) => !PATH_COMPONENT.test(component));
  return wrong === undefined ? undefined : `has a repository with the part \`${wrong}\`, which no registry accepts`;
}

function parseEcrRegistry(registry: string): EcrRegistry | undefined {
  const [, account, region, suffix] = ECR_HOST.exec(registry) ?? [];
  return account === undefined || region === undefined || suffix === undefined
    ? undefined
    : { account, region, suffix };
}
