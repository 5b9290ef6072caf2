import { parseImageReference } from "../model/image-reference.ts";

const FULL_COMMIT = /^[0-9a-f]{40}$/;
/** As many digits of a hash as container tools show. */
const SHORT_HASH = 12;

/** `repository:tag` without registry and path; a commit as tag is shortened; the digest when there is no tag. */
export function shortenImage(reference: string): string {
  const parsed = parseImageReference(reference);
  if (parsed.status === "invalid") return reference;
  const { repository, tag, digest } = parsed.reference;
  const name = repository.slice(repository.lastIndexOf("/") + 1);
  if (tag !== undefined) return `${name}:${shortenHash(tag)}`;
  return digest === undefined ? name : `${name}@${shortenDigest(digest)}`;
}

/** The short digest of a reference, such as `sha256:9b1c2d3e4f5a`; undefined when it has none. */
export function shortDigestOf(reference: string): string | undefined {
  const parsed = parseImageReference(reference);
  if (parsed.status === "invalid" || parsed.reference.digest === undefined) return undefined;
  return shortenDigest(parsed.reference.digest);
}

function shortenDigest(digest: string): string {
  return digest.slice(0, digest.indexOf(":") + 1 + SHORT_HASH);
}

/** A full commit hash becomes a short one; any other text stays. */
export function shortenHash(text: string): string {
  return FULL_COMMIT.test(text) ? text.slice(0, SHORT_HASH) : text;
}
