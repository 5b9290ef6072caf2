import { describe, expect, test } from "vitest";
import { type CheckOptions, checkFamily, checkImage, checkRoles } from "../../../src/commands/location-checks.ts";
import type { CodeLocation, LauncherConfig, MergedEcsSettings } from "../../../src/model/workspace.ts";

const OPTIONS: CheckOptions = {
  images: new Map(),
  imageTag: undefined,
  allowedRegistries: [],
  allowedRoleArns: [],
  organization: "acme",
  deployment: "prod",
  missingSeverity: "error",
};

function location(rest: Partial<CodeLocation>): CodeLocation {
  return { name: "etl", position: { file: "dagster_cloud.yaml", line: 2, column: 5 }, ...rest } as CodeLocation;
}

describe("the image", () => {
  test.each<[string, Partial<CodeLocation>, Partial<CheckOptions>, string | undefined, string[]]>([
    ["images wins", { image: "a:1", build: { registry: "r" } }, { images: new Map([["etl", "b:2"]]) }, "b:2", []],
    ["image before registry", { image: "a:1", build: { registry: "r" } }, { imageTag: "t" }, "a:1", []],
    ["registry with the tag", { build: { registry: "r.example.com/x" } }, { imageTag: "t" }, "r.example.com/x:t", []],
    ["registry without a tag", { build: { registry: "r" } }, {}, undefined, ["error image-tag-missing"]],
    ["registry without a tag, offline", { build: { registry: "r" } }, { missingSeverity: "warning" }, undefined, []],
    [
      "the registry dg writes to begin with, offline",
      { build: { registry: "..." } },
      { missingSeverity: "warning" },
      undefined,
      ["warning image-reference-invalid"],
    ],
    [
      "a registry with a tag, offline",
      { build: { registry: "ghcr.io/acme/x:1" } },
      { missingSeverity: "warning" },
      undefined,
      ["warning image-reference-invalid"],
    ],
    ["nothing", {}, {}, undefined, ["error image-missing"]],
    ["nothing, offline", {}, { missingSeverity: "warning" }, undefined, ["warning image-missing"]],
    [
      "a masked account",
      {},
      { images: new Map([["etl", "***.dkr.ecr.us-east-1.amazonaws.com/x:1"]]) },
      "***.dkr.ecr.us-east-1.amazonaws.com/x:1",
      ["error image-reference-invalid"],
    ],
    [
      "an allowed registry",
      { image: "ghcr.io/acme/x:1" },
      { allowedRegistries: ["ghcr.io/acme/*"] },
      "ghcr.io/acme/x:1",
      [],
    ],
    [
      "another registry",
      { image: "evil.io/x:1" },
      { allowedRegistries: ["ghcr.io/acme/*"] },
      "evil.io/x:1",
      ["error registry-not-allowed"],
    ],
    [
      "a host that begins like what is allowed of Docker Hub",
      { image: "ghcr.io.evil.com/x:1" },
      { allowedRegistries: ["ghcr*"] },
      "ghcr.io.evil.com/x:1",
      ["error registry-not-allowed"],
    ],
    [
      "anything, where anything is allowed",
      { image: "ghcr.io/acme/x:1" },
      { allowedRegistries: ["*"] },
      "ghcr.io/acme/x:1",
      [],
    ],
    ["what is allowed of Docker Hub", { image: "python:3" }, { allowedRegistries: ["pyth*"] }, "python:3", []],
    [
      "Docker Hub is no allowed registry",
      { image: "x:1" },
      { allowedRegistries: ["ghcr.io/*"] },
      "x:1",
      ["error registry-not-allowed"],
    ],
  ])("%s", (_name, fields, options, reference, problems) => {
    const checked = checkImage(location(fields), { ...OPTIONS, ...options });
    expect(checked.reference).toBe(reference);
    expect(checked.problems.map(({ severity, code }) => `${severity} ${code}`)).toEqual(problems);
    for (const problem of checked.problems)
      expect(problem).toMatchObject({ file: "dagster_cloud.yaml", line: 2, column: 5 });
  });
});

test("a family that ECS refuses is named, with what it would be", () => {
  const launcher = { serverTaskDefinitionPrefix: "server" } as LauncherConfig;
  expect(checkFamily(location({ name: "café" }), launcher, OPTIONS).problems).toMatchObject([
    { code: "family-not-accepted", message: expect.stringContaining("server_acme_prod_café_") },
  ]);
  const long = checkFamily(location({}), launcher, { ...OPTIONS, organization: "o".repeat(300) });
  expect(long).toMatchObject({ family: undefined, problems: [{ code: "family-not-accepted" }] });
  expect(checkFamily(location({}), launcher, OPTIONS)).toMatchObject({ problems: [] });
});

test("roles outside the guard rail are problems, one for each", () => {
  const settings = {
    executionRoleArn: "arn:aws:iam::123456789012:role/dagster-execution",
    taskRoleArn: "arn:aws:iam::123456789012:role/admin",
  } as MergedEcsSettings;
  const options = { ...OPTIONS, allowedRoleArns: ["arn:aws:iam::123456789012:role/dagster-*"] };
  expect(checkRoles(location({}), settings, options)).toMatchObject([
    { code: "role-not-allowed", path: 'location "etl" › container_context.ecs.task_role_arn' },
  ]);
  expect(checkRoles(location({}), settings, OPTIONS)).toEqual([]);
});
