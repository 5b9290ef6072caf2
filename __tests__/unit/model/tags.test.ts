import { createHash } from "node:crypto";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import * as tags from "../../../src/model/tags.ts";

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
      fc.property(fc.string({ unit: "binary", maxLength: 600 }), (raw) => {
        const value = tagValue(raw);
        expect(value.length).toBeLessThanOrEqual(256);
        expect(value).toMatch(/^[\p{L}\p{Z}\p{N}_.:/=+\-@]*$/u);
        expect(value).not.toMatch(/^aws:/i);
        expect(value.isWellFormed()).toBe(true);
      }),
    );
  });
});
