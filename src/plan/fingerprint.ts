import { createHash } from "node:crypto";
import { CODE_SERVER_CONTAINER, CURRENT_IMAGE_VARIABLE } from "../model/code-server.ts";
import type { DesiredLocation } from "../model/desired.ts";
import { isJsonObject, type JsonObject, type JsonValue } from "../model/json.ts";
import type { LiveService } from "../model/live-state.ts";
import { TAG_FINGERPRINT } from "../model/tags.ts";
import { parseTaskDefinitionArn } from "../model/task-definition-arn.ts";
import { canonicalJson } from "../normalize/canonical-json.ts";
import { normalizeDesiredService } from "../normalize/service.ts";
import { normalizeDesiredTaskDefinition } from "../normalize/task-definition.ts";

/**
 * Hex SHA-256 of what is desired: `full` of the task definition, its hidden values included, `configuration` of the
 * same without the image, `settings` of the service and the user's tags.
 */
export interface Fingerprints {
  readonly configuration: string;
  readonly full: string;
  readonly settings: string;
}

/** Fingerprints of what should exist; equal for desired states that differ only in form. */
export function fingerprintOf(desired: DesiredLocation): Fingerprints {
  const normal = normalizeDesiredTaskDefinition(desired.taskDefinition);
  return {
    configuration: hash(withoutImage(normal)),
    full: hash(normal),
    settings: hash({ service: normalizeDesiredService(desired.service, undefined), tags: { ...desired.userTags } }),
  };
}

/** The value of the fingerprint tag. */
export function formatFingerprintTag(revision: number, full: string): string {
  return `${revision}:${full}`;
}

/** Undefined when the text is no fingerprint tag. */
export function parseFingerprintTag(text: string): { readonly revision: number; readonly full: string } | undefined {
  const [, revision, full] = /^([1-9]\d*):([0-9a-f]{64})$/.exec(text) ?? [];
  return revision === undefined || full === undefined ? undefined : { revision: Number(revision), full };
}

/**
 * True when the service's tag says that the revision it runs is the desired one: revisions are immutable, so nobody
 * need look. The family is asked for because the tag has only the revision's number.
 */
export function fingerprintAnswers(service: LiveService, desiredFull: string, family: string): boolean {
  const tag = parseFingerprintTag(service.tags[TAG_FINGERPRINT] ?? "");
  const running = parseTaskDefinitionArn(service.taskDefinitionArn);
  return tag?.full === desiredFull && running?.family === family && running.revision === tag.revision;
}

function withoutImage(normal: JsonObject): JsonObject {
  return replaceMember(normal, "containerDefinitions", (containers) =>
    replaceMember(containers, CODE_SERVER_CONTAINER, ({ image: _image, ...container }) =>
      replaceMember(container, "environment", ({ [CURRENT_IMAGE_VARIABLE]: _current, ...rest }) => rest),
    ),
  );
}

function replaceMember(parent: JsonObject, key: string, replace: (member: JsonObject) => JsonObject): JsonObject {
  const member: JsonValue | undefined = parent[key];
  return isJsonObject(member) ? { ...parent, [key]: replace(member) } : parent;
}

function hash(value: JsonValue): string {
  return createHash("sha256").update(canonicalJson(value), "utf8").digest("hex");
}
