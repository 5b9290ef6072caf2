import { CODE_SERVER_CONTAINER, CONTAINER_CONTEXT_VARIABLE } from "../model/code-server.ts";
import type { DesiredLocation } from "../model/desired.ts";
import type { LiveLocation, LiveService } from "../model/live-state.ts";
import type { FieldChange } from "../model/plan.ts";
import { TAG_FINGERPRINT, TAG_PREFIX, TAG_SETTINGS } from "../model/tags.ts";
import { parseTaskDefinitionArn } from "../model/task-definition-arn.ts";
import { alignRoles, normalizeDesiredTaskDefinition, normalizeTaskDefinition } from "../normalize/task-definition.ts";
import { CONTAINER_CONTEXT_TITLE } from "./container-context-changes.ts";
import { diffTrees, dottedPath } from "./diff.ts";
import { type Fingerprints, parseFingerprintTag } from "./fingerprint.ts";
import type { LocationComparison } from "./location-comparison.ts";

/**
 * ARN of the revision this action last put the service on, where it runs a newer one of the same family. An older one
 * tells nothing: it may be ECS's own rollback, or a run of ours that was cut short.
 */
export function overriddenRevision({ tags, taskDefinitionArn }: LiveService): string | undefined {
  const named = parseFingerprintTag(tags[TAG_FINGERPRINT] ?? "");
  const running = parseTaskDefinitionArn(taskDefinitionArn);
  if (named === undefined || running === undefined || running.revision <= named.revision) return undefined;
  return taskDefinitionArn.replace(/:\d+$/, `:${named.revision}`);
}

/**
 * Marks the differences that somebody else has made since this action last wrote. The tags `/fingerprint` and
 * `/settings` say what was wanted then: what differs from that and is still wanted, the configuration does not change.
 */
export function markOutside(
  comparison: LocationComparison,
  desired: DesiredLocation,
  live: LiveLocation & { readonly service: LiveService },
  fingerprints: Fingerprints,
): LocationComparison {
  const { tags } = live.service;
  // A service that this action has not written yet has nothing that could have been changed since.
  if (parseFingerprintTag(tags[TAG_FINGERPRINT] ?? "") === undefined) return comparison;
  const sameSettings = tags[TAG_SETTINGS] === fingerprints.settings;
  const isTaskOutside = outsideOfTask(desired, live, fingerprints);
  return {
    ...comparison,
    taskDefinition: mark(comparison.taskDefinition, isTaskOutside),
    service: mark(comparison.service, ({ path }) => sameSettings || ALWAYS_THE_SAME.test(path)),
    // It is made with the service, and nothing of ours removes it alone.
    cloudMap: mark(comparison.cloudMap, () => true),
    tags: mark(comparison.tags, ({ path }) => sameSettings || path.startsWith(TAG_PREFIX)),
  };
}

/** What this action sets in every service alike. */
const ALWAYS_THE_SAME = /^(?:serviceRegistries|propagateTags)\b/;

function mark(changes: readonly FieldChange[], isOutside: (change: FieldChange) => boolean): readonly FieldChange[] {
  return changes.map((change) => (isOutside(change) ? { ...change, outside: true } : change));
}

function outsideOfTask(
  desired: DesiredLocation,
  { service, running, lastWanted }: LiveLocation & { readonly service: LiveService },
  fingerprints: Fingerprints,
): (change: FieldChange) => boolean {
  if (overriddenRevision(service) === undefined) return () => false;
  if (parseFingerprintTag(service.tags[TAG_FINGERPRINT] ?? "")?.full === fingerprints.full) return () => true;
  if (running === undefined || lastWanted === undefined) return () => false;
  const before = normalizeTaskDefinition(lastWanted.description);
  const now = normalizeTaskDefinition(running.description);
  const { left, right } = alignRoles(before, normalizeDesiredTaskDefinition(desired.taskDefinition));
  const touched = new Set(diffTrees(before, now).map(({ path }) => dottedPath(path)));
  const wanted = new Set(diffTrees(left, right).map(({ path }) => dottedPath(path)));
  return ({ path }) => {
    const field = path.startsWith(CONTAINER_CONTEXT_TITLE) ? CONTEXT_PATH : path;
    return touched.has(field) && !wanted.has(field);
  };
}

const CONTEXT_PATH = dottedPath([
  "containerDefinitions",
  CODE_SERVER_CONTAINER,
  "environment",
  CONTAINER_CONTEXT_VARIABLE,
]);
