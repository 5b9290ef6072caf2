import type { DesiredLocation } from "../model/desired.ts";
import type { LiveLocation, TagMap } from "../model/live-state.ts";
import { TAG_DEPLOYMENT, TAG_KIND, TAG_LOCATION, TAG_PULL_REQUEST, TAG_SOURCE } from "../model/tags.ts";

/** Whose a resource is, by its tags. */
export type Ownership =
  | { readonly owner: "us" }
  /** No tags of ours. */
  | { readonly owner: "nobody" }
  /** This action's, but for another location, deployment or source. */
  | { readonly owner: "other"; readonly tags: TagMap };

/** Why a location is left alone. */
export interface Refusal {
  readonly code: "not-ours" | "other-owner" | "cloud-map-not-ours" | "cloud-map-other-owner";
  readonly text: string;
}

const OWNER_TAGS: readonly string[] = [TAG_SOURCE, TAG_DEPLOYMENT, TAG_LOCATION, TAG_KIND, TAG_PULL_REQUEST];

/** Whose a resource is. Without a source tag it is nobody's, whatever else it carries of ours. */
export function ownershipOf(tags: TagMap, wanted: TagMap): Ownership {
  const differs = OWNER_TAGS.some((key) => tags[key] !== undefined && tags[key] !== wanted[key]);
  if (differs) return { owner: "other", tags };
  return tags[TAG_SOURCE] === undefined ? { owner: "nobody" } : { owner: "us" };
}

/** Why the location's ECS service or Cloud Map service must not be touched; undefined when it may be. */
export function refuseForeign(desired: DesiredLocation, live: LiveLocation, adopt: boolean): Refusal | undefined {
  const service = live.service;
  const wanted = desired.identityTags;
  if (service?.status === "ACTIVE") {
    const codes = { nobody: "not-ours", other: "other-owner" } as const;
    const owner = ownershipOf(service.tags, wanted);
    const refusal = refuse(owner, `The ECS service "${service.name}"`, desired, adopt, codes);
    if (refusal !== undefined || live.cloudMapTags === undefined) return refusal;
  }
  if (live.cloudMapService === undefined) return undefined;
  // A service on its way out has a Cloud Map service of the same owner, whose tags were not read.
  const tags = live.cloudMapTags ?? service?.tags ?? {};
  return refuse(ownershipOf(tags, wanted), `The Cloud Map service "${live.cloudMapService.name}"`, desired, adopt, {
    nobody: "cloud-map-not-ours",
    other: "cloud-map-other-owner",
  });
}

function refuse(
  ownership: Ownership,
  subject: string,
  desired: DesiredLocation,
  adopt: boolean,
  codes: { readonly nobody: Refusal["code"]; readonly other: Refusal["code"] },
): Refusal | undefined {
  switch (ownership.owner) {
    case "us":
      return undefined;
    case "nobody":
      return adopt
        ? undefined
        : {
            code: codes.nobody,
            text: `${subject} has the right name but carries no tags of this action; \`adopt: true\` takes it over.`,
          };
    case "other":
      return {
        code: codes.other,
        text: nameOwners(subject, ownership.tags, desired.identityTags),
      };
  }
}

/** Whose something is, and whose it would have to be. */
export function nameOwners(subject: string, found: TagMap, wanted: TagMap): string {
  return `${subject} belongs to ${describe(found)}, not to ${describe(wanted)}.`;
}

function describe(tags: TagMap): string {
  const [source, deployment, location] = OWNER_TAGS.map((key) => tags[key] ?? "(no tag)");
  return `location "${location}" of ${describeKind(tags)}deployment "${deployment}" from "${source}"`;
}

function describeKind(tags: TagMap): string {
  const pullRequest = tags[TAG_PULL_REQUEST];
  if (pullRequest !== undefined) return `pull request ${pullRequest}'s branch `;
  return tags[TAG_KIND] === "branch" ? "branch " : "";
}
