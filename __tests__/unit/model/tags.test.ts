import { createHash } from "node:crypto";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import * as tags from "../../../src/model/tags.ts";
import { anyText } from "../../any-text.ts";

const { identityTags, tagValue } = tags;

test("the identity of a full deployment's location", () => {
  expect(
    identityTags({
      deployment: { name: "prod", kind: "full" },
      location: "etl",
      source: "acme/repo:dagster_cloud.yaml",
    }),
  ).toEqual({
    "dagster-ecs-deploy/deployment": "prod",
    "dagster-ecs-deploy/location": "etl",
    "dagster-ecs-deploy/source": "acme/repo:dagster_cloud.yaml",
    "dagster-ecs-deploy/kind": "full",
  });
});

test("a branch deployment's has its pull request", () => {
  const branch = { pullRequest: 12, pullRequestStatus: "OPEN", baseDeployment: "prod" };
  const identity = { deployment: { name: "pr-12", kind: "branch" as const, branch }, location: "etl", source: "s" };
  expect(identityTags(identity)).toMatchObject({
    "dagster-ecs-deploy/kind": "branch",
    "dagster-ecs-deploy/pull-request": "12",
  });
});

describe("whose a thing is, by its tags", () => {
  const branch = { pullRequest: 12, pullRequestStatus: "OPEN", baseDeployment: "prod" };
  const deployment = { name: "pr-12", kind: "branch" as const, branch };
  const source = "acme/repo:dagster_cloud.yaml";
  const OWNED = identityTags({ deployment, location: "etl", source });

  test("a branch deployment's tells repository and pull request", () => {
    expect(tags.branchOwnerOf({ ...OWNED, team: "data" })).toEqual({
      repository: "acme/repo",
      source,
      deployment: "pr-12",
      pullRequest: 12,
    });
  });

  test.each<[string, Readonly<Record<string, string | undefined>>]>([
    ["of a full deployment", { [tags.TAG_KIND]: "full" }],
    ["without a kind", { [tags.TAG_KIND]: undefined }],
    ["without a pull request", { [tags.TAG_PULL_REQUEST]: undefined }],
    ["with a pull request that is no number", { [tags.TAG_PULL_REQUEST]: "12x" }],
    ["without a location", { [tags.TAG_LOCATION]: undefined }],
    ["without a deployment", { [tags.TAG_DEPLOYMENT]: "" }],
    ["without a source", { [tags.TAG_SOURCE]: undefined }],
    ["of a source without a repository", { [tags.TAG_SOURCE]: "local:dagster_cloud.yaml" }],
  ])("one %s is of no branch deployment", (_, change) => {
    const changed = Object.entries({ ...OWNED, ...change }).filter(([, value]) => value !== undefined);
    expect(tags.branchOwnerOf(Object.fromEntries(changed) as Record<string, string>)).toBeUndefined();
  });

  test("the identity is what stays the same from run to run", () => {
    const written = { ...OWNED, [tags.TAG_COMMIT]: "1", [tags.TAG_RUN]: "1.1", team: "data" };
    expect(tags.identityOf(written)).toEqual(OWNED);
    expect(tags.isSameIdentity(written, OWNED)).toBe(true);
    expect(tags.isSameIdentity({ ...written, [tags.TAG_KIND]: "full" }, OWNED)).toBe(false);
    expect(tags.isSameIdentity({}, OWNED)).toBe(false);
  });

  test("the deployment is that of all its locations, with names no tag can carry, too", () => {
    const strange = identityTags({ deployment, location: "report (v2)!", source });
    expect(tags.isOfDeployment(strange, { deployment, source })).toBe(true);
    expect(tags.isOfDeployment(strange, { deployment: { name: "pr-12", kind: "full" }, source })).toBe(false);
    expect(tags.isOfDeployment(strange, { deployment, source: "acme/other:x" })).toBe(false);
  });
});

test("no key of ours is one that a live agent acts upon", () => {
  const keys = Object.entries(tags)
    .filter(([name]) => name.startsWith("TAG_"))
    .map(([, value]) => String(value));
  expect(keys.length).toBeGreaterThan(8);
  for (const key of keys) expect(key.startsWith("dagster-ecs-deploy/")).toBe(true);
});

describe("a tag value", () => {
  test.each(["", "etl", "my location", "ü日本語", "a_b.c/d=e+f-g:h@i", "x".repeat(256), "not aws:"])(
    "%j stays as it is",
    (raw) => {
      expect(tagValue(raw)).toBe(raw);
    },
  );

  test.each([
    { raw: "what?", prefix: "what_-" },
    { raw: "a*b\nc", prefix: "a_b_c-" },
    { raw: "AWS:x", prefix: "aws_x-" },
    { raw: "x".repeat(257), prefix: `${"x".repeat(243)}-` },
  ])("$raw is made acceptable and can be recognised", ({ raw, prefix }) => {
    expect(tagValue(raw)).toBe(prefix + createHash("sha1").update(raw).digest("hex").slice(0, 12));
  });

  test("is always one that AWS accepts, and no half of a character", () => {
    fc.assert(
      fc.property(anyText({ maxLength: 600 }), (raw) => {
        const value = tagValue(raw);
        expect(value.length).toBeLessThanOrEqual(256);
        expect(value).toMatch(/^[\p{L}\p{Z}\p{N}_.:/=+\-@]*$/u);
        expect(value).not.toMatch(/^aws:/i);
        expect(value.isWellFormed()).toBe(true);
      }),
    );
  });
});
