import { describe, expect, test } from "vitest";
import { ActionError } from "../../src/errors.ts";
import { INPUTS, type Inputs, readInputs } from "../../src/inputs.ts";

function read(given: Readonly<Record<string, string>> = {}): Inputs {
  return readInputs((name) => given[name]);
}

function refusal(given: Readonly<Record<string, string>>): string {
  try {
    read(given);
  } catch (error) {
    if (error instanceof ActionError) return error.message;
    throw error;
  }
  return "accepted";
}

test("an empty text is not given, as the runner sends it for inputs without a value", () => {
  const empty = Object.fromEntries(Object.values(INPUTS).map(({ name }) => [name, ""]));
  expect(read(empty)).toEqual(read());
  expect(read()).toMatchObject({
    command: "auto",
    deployment: "prod",
    pinImages: true,
    locations: [],
    imageTag: undefined,
  });
});

test.each<[string, string, keyof Inputs, unknown]>([
  ["command", "plan", "command", "plan"],
  ["verify", "False", "verify", false],
  ["prune", "TRUE", "prune", true],
  ["locations", "etl, report-*\n ml\n,", "locations", ["etl", "report-*", "ml"]],
  [
    "images",
    "etl=repo/etl:1\n  a=b = registry:5000/x@sha256:abc\n",
    "images",
    new Map([
      ["etl", "repo/etl:1"],
      ["a=b", "registry:5000/x@sha256:abc"],
    ]),
  ],
  ["wait-timeout-minutes", "7.5", "waitTimeoutMinutes", 7.5],
  ["pull-request", "42", "pullRequest", 42],
  ["image-tag", " v1.2_3-rc ", "imageTag", "v1.2_3-rc"],
  ["branch-deployments", "true", "branchDeployments", true],
  ["branch-deployment-name", "dev_{branch}-{number}", "branchDeploymentName", "dev_{branch}-{number}"],
  ["branch-deployment-name", "", "branchDeploymentName", "pr-{number}"],
])("%s: %j", (name, text, key, expected) => {
  expect(read({ [name]: text })[key]).toEqual(expected);
});

describe("a bad value is refused with the good ones", () => {
  test.each<[string, string, RegExp]>([
    ["command", "deploy", /"deploy" is not accepted; write one of: auto, validate, plan, apply/],
    ["verify", "yes", /write true or false/],
    ["missing-image", "ignore", /error, keep/],
    ["wait-timeout-minutes", "-3", /minutes/],
    ["wait-timeout-minutes", "soon", /minutes/],
    ["pull-request", "0", /whole number greater than 0/],
    ["image-tag", "repo:tag", /without a registry/],
    ["branch-deployment-name", "preview", /write \{number\} or \{branch\}/],
    ["branch-deployment-name", "pr.{number}", /letters, digits, dashes and underscores/],
    ["branch-deployment-name", "{title}", /write \{number\} or \{branch\}/],
    ["branch-deployment-name", "{number}{branch}", /around it/],
    ["branch-deployment-name", "{branch}-{branch}", /write \{number\} or \{branch\}/],
    ["branch-deployment-name", `${"x".repeat(60)}{number}`, /at most 60/],
    ["allowed-registries", "a/*, ghcr.io*", /"ghcr.io\*" is a host without a repository: write ghcr.io\/\* for all/],
    ["allowed-registries", "ghcr.io**", /: write ghcr.io\/\* for all/],
    ["allowed-registries", "localhost:5000", /write localhost:5000\/\*/],
    ["images", "etl", /"etl" is not of the form location=image/],
    ["images", "etl=a:1\netl=a:2", /"etl" is given twice/],
  ])("%s: %j", (name, text, expected) => {
    expect(refusal({ [name]: text })).toMatch(expected);
  });

  test("all of them at once", () => {
    const message = refusal({ command: "x", verify: "y", comment: "z" });
    expect(message.split("\n").map((line) => line.split(":", 1)[0])).toEqual(["command", "verify", "comment"]);
  });
});
