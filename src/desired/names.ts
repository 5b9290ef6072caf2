import { createHash } from "node:crypto";

/** Longest family ECS accepts, and the limit the agent asserts before it cleans the name. */
const FAMILY_LIMIT = 255;

/** A DNS label may have 63 characters; the agent's Cloud Map names stop at 60. */
const SERVICE_NAME_LIMIT = 60;

const HASH_SUFFIX_LENGTH = 6;

/**
 * The task definition family, by the agent's formula, so that a location keeps its family whoever launches it
 * (docs/agent.md, Naming). Undefined when the parts are longer than 255 characters together: the agent fails there.
 */
export function taskDefinitionFamily(parts: {
  prefix: string;
  organization: string | undefined;
  deployment: string;
  location: string;
}): string | undefined {
  const shortLocation = [...parts.location].slice(0, 55).join("");
  // Python renders a missing organization as the text None, and so does the agent.
  const organization = parts.organization ?? "None";
  const raw = `${parts.prefix}_${organization}_${parts.deployment}_${shortLocation}_${sha1(parts.location).slice(0, 8)}`;
  if ([...raw].length > FAMILY_LIMIT) return undefined;
  return cleanFamily(raw);
}

/** Python's \w: letters, numbers and the underscore of any script. The literal ^ is in the agent's own pattern. */
function cleanFamily(raw: string): string {
  return raw.replace(/[^\p{L}\p{N}_^-]/gu, "");
}

/** How the families of all locations of a deployment begin (see `taskDefinitionFamily`). */
export function familyPrefixOf(parts: {
  prefix: string;
  organization: string | undefined;
  deployment: string;
}): string {
  return `${cleanFamily(`${parts.prefix}_${parts.organization ?? "None"}_${parts.deployment}`)}_`;
}

/** True when ECS accepts the family: ASCII letters, digits, `-` and `_` (API_RegisterTaskDefinition). */
export function isAcceptedFamily(family: string): boolean {
  return /^[A-Za-z0-9_-]{1,255}$/.test(family);
}

/** Name of the ECS service and of the Cloud Map service: a valid DNS label, the same every time. */
export function serviceName(deployment: string, location: string): string {
  const hash = sha1(`${deployment}-${location}`).slice(0, HASH_SUFFIX_LENGTH);
  const slug = `${location}-${deployment}`
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .slice(0, SERVICE_NAME_LIMIT - HASH_SUFFIX_LENGTH - 1)
    .replace(/^-+|-+$/g, "");
  return slug === "" ? hash : `${slug}-${hash}`;
}

function sha1(text: string): string {
  return createHash("sha1").update(text, "utf8").digest("hex");
}
