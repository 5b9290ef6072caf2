import type { LiveTaskDefinition, TagMap } from "../model/live-state.ts";
import type { EcsPort } from "../ports.ts";

/** Revisions of one family are mostly of one owner: the first is the one, or something is amiss. */
const MOST_LOOKED_AT = 20;

/**
 * The newest revision of the same family below this one whose tags say that it is ours: an ACTIVE one before any
 * INACTIVE one. Whether it ever worked, nobody knows.
 */
export async function findEarlierRevision(
  running: LiveTaskDefinition,
  isOurs: (tags: TagMap) => boolean,
  ecs: EcsPort,
): Promise<LiveTaskDefinition | undefined> {
  for (const status of ["ACTIVE", "INACTIVE"] as const) {
    const arns = await ecs.listTaskDefinitions(running.family, status);
    const earlier = arns
      .map((arn) => ({ arn, revision: revisionOf(arn) }))
      .filter(({ revision }) => revision < running.revision)
      .toSorted((one, other) => other.revision - one.revision);
    for (const { arn } of earlier.slice(0, MOST_LOOKED_AT)) {
      const definition = await ecs.describeTaskDefinition(arn, { withTags: true });
      if (definition !== undefined && isOurs(definition.tags ?? {})) return definition;
    }
  }
  return undefined;
}

function revisionOf(arn: string): number {
  return Number(arn.slice(arn.lastIndexOf(":") + 1));
}
