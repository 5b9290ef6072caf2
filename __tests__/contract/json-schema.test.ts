import { describe, expect, it } from "vitest";
import { renderJsonSchema } from "../../src/commands/schema.ts";
import { listProblems, PROBLEM_CATALOGUE } from "../../src/config/problem-catalogue.ts";
import { filesOf } from "../unit/config/examples.ts";
import { checkVerdict, isList, schemaVerdict } from "../unit/config/schema-verdicts.ts";
import { expectKnownNames, fileOf, readVectors } from "../unit/config/vectors.ts";
import { readText } from "./repository.ts";

it("schema/dagster_cloud.schema.json is what the definitions give (else run node scripts/generate-json-schema.mjs)", () => {
  expect(readText("schema/dagster_cloud.schema.json")).toBe(`${renderJsonSchema()}\n`);
});

describe("schema and check say the same of the recordings", () => {
  const vectors = readVectors("location_schema");
  const exceptions = {
    "ephemeral_storage float": "2.0 and 2 are one number to a JSON Schema",
    "replica_count float": "2.0 and 2 are one number to a JSON Schema",
  };

  it("but for exceptions that exist", () => expectKnownNames(exceptions, vectors));

  it.each(vectors.map((vector) => [vector.name, vector] as const))("%s", (name, { input }) => {
    const text = new TextDecoder().decode(fileOf({ locations: [input.location] }).bytes);
    expect(schemaVerdict(text) === checkVerdict(text)).toBe(!(name in exceptions));
  });
});

describe("the schema refuses what the check takes with a warning", () => {
  const location = "location_name: etl, image: etl:1, code_source: {package_name: etl}";

  it.each([
    ["older forms: editors are to offer the list", `{${location}}`],
    ["a mapping of names: the same", "locations: {etl: {image: etl:1, package_name: etl}}"],
    [
      "no value beside defaults: only the merge drops it",
      `{defaults: {image: a:1}, locations: [{${location}, container_context: {ecs: {env_vars: }}}]}`,
    ],
  ])("%s", (_why, text) => {
    expect([schemaVerdict(text), checkVerdict(text)]).toEqual(["refuses", "accepts"]);
  });
});

describe("the examples of docs/problems.md", () => {
  const examples = listProblems().filter(([, entry]) => ["file", "location", "ecs"].includes(entry.in));
  const textOf = (fragment: string, entry: (typeof examples)[number][1]): string =>
    new TextDecoder().decode(filesOf(fragment, entry).get("dagster_cloud.yaml"));

  it.each(examples)("%s: the good one is accepted", (_code, { encoding: _bad, ...entry }) => {
    expect(schemaVerdict(textOf(entry.good, entry))).toBe("accepts");
  });

  it.each(examples)("%s: the bad one is refused only when the check does so too", (_code, entry) => {
    const text = textOf(entry.bad, entry);
    const isRefused = schemaVerdict(text) === "refuses" && isList(text);
    expect([isRefused, checkVerdict(text)]).not.toEqual([true, "accepts"]);
  });

  const shapes = examples.filter(([code]) => code in PROBLEM_CATALOGUE["Keys and types"]);
  it.each(shapes)("%s: the bad one is judged as the check does, which is about keys and types", (_code, entry) => {
    const text = textOf(entry.bad, entry);
    expect(schemaVerdict(text)).toBe(checkVerdict(text));
  });
});
