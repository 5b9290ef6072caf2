import { createHash } from "node:crypto";
import type { EcsTag } from "./aws-shapes.ts";
import type { DagsterDeployment } from "./desired.ts";
import type { TagMap } from "./live-state.ts";

/** Every tag key of ours starts with this; no key of ours starts with `dagster/`, which live agents act upon. */
export const TAG_PREFIX = "dagster-ecs-deploy/";

/** Name of the Dagster deployment. */
export const TAG_DEPLOYMENT = "dagster-ecs-deploy/deployment";
/** Name of the code location. */
export const TAG_LOCATION = "dagster-ecs-deploy/location";
/** `owner/repo:path` of the configuration. */
export const TAG_SOURCE = "dagster-ecs-deploy/source";
/** `full` or `branch`. */
export const TAG_KIND = "dagster-ecs-deploy/kind";
/** Number of the pull request; branch deployments only. */
export const TAG_PULL_REQUEST = "dagster-ecs-deploy/pull-request";
/** Commit of the last change. */
export const TAG_COMMIT = "dagster-ecs-deploy/commit";
/** Run number and attempt of the last change. */
export const TAG_RUN = "dagster-ecs-deploy/run";
/** GitHub's id of that run: tells the order of runs of different workflows, whose numbers do not compare. */
export const TAG_RUN_ID = "dagster-ecs-deploy/run-id";
/** `<revision>:<hash of the desired task definition>`. */
export const TAG_FINGERPRINT = "dagster-ecs-deploy/fingerprint";
/**
 * Which request registered a revision; on task definitions only. ECS takes no client token for a registration: when
 * its answer is lost, this tag tells whether it was carried out.
 */
export const TAG_REGISTRATION = "dagster-ecs-deploy/registration";

/**
 * Name of the cluster a revision was registered for; on task definitions only. Families are of the account, and the
 * services of one cluster do not tell what those of another run.
 */
export const TAG_CLUSTER = "dagster-ecs-deploy/cluster";

/** The fingerprint of a service that is about to be deleted, also to be made anew: it names no revision. */
export const BEING_REMOVED = "removing";
/**
 * Which run is about to delete the service, for as long as it is there. Other than the tags that say which run wrote
 * last, it is not covered by those of a run that writes in between.
 */
export const TAG_REMOVAL = "dagster-ecs-deploy/removal";
/** `<revision>:<revision before>`: the last rollback went to the first from the second. */
export const TAG_ROLLBACK = "dagster-ecs-deploy/rollback";

/** Hash of the settings and user tags of the service that were last wanted: what differs though it fits, others changed. */
export const TAG_SETTINGS = "dagster-ecs-deploy/settings";

/** Which user tags were written: short hashes of their keys, so that one that leaves the configuration is removed. */
export const TAG_USER_TAGS = "dagster-ecs-deploy/user-tags";

/** Longest tag value (Tag in the ECS and Cloud Map APIs). */
const LONGEST_VALUE = 256;

/** What the tag APIs accept in a value. */
const REFUSED_CHARACTER = /[^\p{L}\p{Z}\p{N}_.:/=+\-@]/gu;

/** Neither keys nor values may begin so, in any case (Tag in the ECS API). */
const RESERVED_PREFIX = /^aws:/i;

const HASH_LENGTH = 12;

/** Our tags that stay the same from run to run, as they are written: values AWS would refuse are made acceptable. */
export function identityTags(identity: {
  readonly deployment: DagsterDeployment;
  readonly location: string;
  readonly source: string;
}): TagMap {
  const { deployment, location, source } = identity;
  return {
    [TAG_DEPLOYMENT]: tagValue(deployment.name),
    [TAG_LOCATION]: tagValue(location),
    [TAG_SOURCE]: tagValue(source),
    [TAG_KIND]: deployment.kind,
    ...(deployment.branch === undefined ? {} : { [TAG_PULL_REQUEST]: String(deployment.branch.pullRequest) }),
  };
}

/** Our tags of a revision that stay the same from run to run. */
export function revisionTags(identity: TagMap, cluster: string): TagMap {
  return { ...identity, [TAG_CLUSTER]: tagValue(cluster) };
}

/** True when the tags of a revision say that services of another cluster may run it. */
export function isOfOtherCluster(tags: TagMap | undefined, cluster: string): boolean {
  const found = tags?.[TAG_CLUSTER];
  return found !== undefined && found !== tagValue(cluster);
}

const IDENTITY_KEYS: readonly string[] = [TAG_DEPLOYMENT, TAG_LOCATION, TAG_SOURCE, TAG_KIND, TAG_PULL_REQUEST];

/** Those of the tags that say whose a thing is; in the same order always. */
export function identityOf(tags: TagMap): TagMap {
  return Object.fromEntries(
    IDENTITY_KEYS.flatMap((key): [string, string][] => (tags[key] === undefined ? [] : [[key, tags[key]]])),
  );
}

/** True when the tags say that two things are of the same location, deployment, source, kind and pull request. */
export function isSameIdentity(one: TagMap, other: TagMap): boolean {
  return IDENTITY_KEYS.every((key) => one[key] === other[key]);
}

/** True when the tags say that a thing is of this source and deployment, whatever its location. */
export function isOfDeployment(
  tags: TagMap,
  wanted: { readonly deployment: DagsterDeployment; readonly source: string },
): boolean {
  return isSameIdentity({ ...tags, [TAG_LOCATION]: "" }, identityTags({ ...wanted, location: "" }));
}

/** Whose branch deployment a thing is of. */
export interface BranchOwner {
  /** `owner/repo`. */
  readonly repository: string;
  /** As the tag has it: `owner/repo:path`. */
  readonly source: string;
  readonly deployment: string;
  readonly pullRequest: number;
}

/** By the tags of a thing; undefined when they do not say completely that it is of a branch deployment. */
export function branchOwnerOf(tags: TagMap): BranchOwner | undefined {
  const { [TAG_SOURCE]: source, [TAG_DEPLOYMENT]: deployment, [TAG_PULL_REQUEST]: number = "" } = tags;
  const repository = /^([^:/]+\/[^:/]+):/.exec(source ?? "")?.[1];
  if (tags[TAG_KIND] !== "branch" || source === undefined || repository === undefined) return undefined;
  if (!deployment || !tags[TAG_LOCATION] || !/^[1-9]\d*$/.test(number)) return undefined;
  return { repository, source, deployment, pullRequest: Number(number) };
}

/**
 * A text as a tag value. What AWS would refuse gets other characters, is cut, and ends in a hash of the raw text:
 * to recognise a name, compute its tag value and compare.
 */
export function tagValue(raw: string): string {
  const accepted = raw.replace(REFUSED_CHARACTER, "_").replace(RESERVED_PREFIX, "aws_");
  if (accepted === raw && raw.length <= LONGEST_VALUE) return raw;
  const hash = createHash("sha1").update(raw, "utf8").digest("hex").slice(0, HASH_LENGTH);
  return `${cutAtCodePoint(accepted, LONGEST_VALUE - HASH_LENGTH - 1)}-${hash}`;
}

/** At most this many UTF-16 units (AWS does not say which unit it counts), never half a surrogate pair. */
function cutAtCodePoint(text: string, limit: number): string {
  let cut = "";
  for (const character of text) {
    if (cut.length + character.length > limit) break;
    cut += character;
  }
  return cut;
}

/** The value of the tag `/rollback`, from ARNs of task definitions. */
export function rollbackValue(target: string, before: string): string {
  return `${revisionOf(target)}:${revisionOf(before)}`;
}

/** True when the tag `/rollback` says that a rollback put the service on this revision. */
export function isRollbackTo(tag: string | undefined, taskDefinitionArn: string): boolean {
  return tag?.split(":")[0] === revisionOf(taskDefinitionArn);
}

function revisionOf(taskDefinitionArn: string): string {
  return taskDefinitionArn.slice(taskDefinitionArn.lastIndexOf(":") + 1);
}

/** Tags as Amazon ECS answers them; one without a key, which only the SDK's type allows, is left out. */
export function fromEcsTags(tags: readonly EcsTag[] | undefined): TagMap {
  return Object.fromEntries((tags ?? []).flatMap(({ key, value }) => (key === undefined ? [] : [[key, value ?? ""]])));
}

/** Keys that no user may write: ours, the agent's, which it would act upon, and AWS's, which cannot be written. */
const RESERVED_KEY = new RegExp(`^(?:${TAG_PREFIX}|dagster/|aws:)`, "i");

/** True for the key of a tag that is never the user's own. */
export function isReservedKey(key: string): boolean {
  return RESERVED_KEY.test(key);
}

const KEY_HASH_LENGTH = 6;

/** The value of the tag `/user-tags`. Of more than 36 keys the last ones are left out: they would not be removed. */
export function userTagsValue(keys: readonly string[]): string {
  const most = Math.floor((LONGEST_VALUE + 1) / (KEY_HASH_LENGTH + 1));
  return keys.map(hashKey).sort().slice(0, most).join(".");
}

/** True when the tag `/user-tags` says that we wrote this key. */
export function isFormerUserTag(key: string, userTags: string | undefined): boolean {
  return userTags?.split(".").includes(hashKey(key)) ?? false;
}

function hashKey(key: string): string {
  return createHash("sha1").update(key, "utf8").digest("hex").slice(0, KEY_HASH_LENGTH);
}
