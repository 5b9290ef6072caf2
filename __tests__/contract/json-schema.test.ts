import { describe, expect, it } from "vitest";
import { renderJsonSchema } from "../../src/commands/schema.ts";
import { makeJsonSchema } from "../../src/config/json-schema.ts";
import { listProblems, PROBLEM_CATALOGUE } from "../../src/config/problem-catalogue.ts";
import type { JsonObject, JsonValue } from "../../src/model/json.ts";
import { filesOf } from "../unit/config/examples.ts";
import { checkVerdict, schemaVerdict } from "../unit/config/schema-verdicts.ts";
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

const LOCATION = "location_name: etl, image: etl:1, code_source: {package_name: etl}";

describe("schema and check say the same of the older forms of the file", () => {
  it.each([
    ["accepts", "one location", `{${LOCATION}}`],
    ["accepts", "a mapping of names", "locations: {etl: {image: etl:1, package_name: etl}}"],
    ["accepts", "a mapping of names with defaults", "{defaults: {image: a:1}, locations: {etl: {module_name: etl}}}"],
    [
      "accepts",
      "a source without a value beside the one that is meant",
      "locations: {etl: {module_name: etl, package_name: }}",
    ],
    ["accepts", "a mapping of no names", "locations: {}"],
    ["refuses", "one location without a source", "{location_name: etl, image: etl:1}"],
    ["refuses", "one location with a wrong key", `{${LOCATION}, cpu: 256}`],
    ["refuses", "one location with defaults", `{${LOCATION}, defaults: {image: a:1}}`],
    ["refuses", "one location beside a list", `{${LOCATION}, locations: []}`],
    ["refuses", "a mapping of names with code_source", "locations: {etl: {code_source: {package_name: etl}}}"],
    ["refuses", "a mapping of names with location_name", "locations: {etl: {location_name: etl, package_name: etl}}"],
    ["refuses", "a mapping of names with two sources", "locations: {etl: {module_name: etl, package_name: etl}}"],
    ["refuses", "a mapping of names without a source", "locations: {etl: {image: etl:1}}"],
    ["refuses", "a mapping of names with an empty one", 'locations: {"": {package_name: etl}}'],
    ["refuses", "a mapping of names with a wrong key", "locations: {etl: {package_name: etl, cpu: 256}}"],
    ["refuses", "a mapping of names without values", "locations: {etl: }"],
    [
      "refuses",
      "a mapping of names with a wrong value",
      "locations: {etl: {package_name: etl, container_context: {ecs: {secrets: x}}}}",
    ],
    ["refuses", "a text", "locations: etl"],
    ["refuses", "no value", "locations:"],
  ])("%s %s", (verdict, _what, text) => {
    expect([schemaVerdict(text), checkVerdict(text)]).toEqual([verdict, verdict]);
  });
});

it("the schema refuses what only the merge drops: no value beside defaults", () => {
  const text = `{defaults: {image: a:1}, locations: [{${LOCATION}, container_context: {ecs: {env_vars: }}}]}`;
  expect([schemaVerdict(text), checkVerdict(text)]).toEqual(["refuses", "accepts"]);
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
    expect([schemaVerdict(text), checkVerdict(text)]).not.toEqual(["refuses", "accepts"]);
  });

  const shapes = examples.filter(([code]) => code in PROBLEM_CATALOGUE["Keys and types"]);
  it.each(shapes)("%s: the bad one is judged as the check does, which is about keys and types", (_code, entry) => {
    const text = textOf(entry.bad, entry);
    expect(schemaVerdict(text)).toBe(checkVerdict(text));
  });
});

describe("what editors show", () => {
  const schema = makeJsonSchema();
  const definitions = schema.definitions as JsonObject;

  /** Every key an editor can offer, with its place and what is said of it. */
  function* describedKeys(node: JsonValue, place: string): Generator<readonly [place: string, description: unknown]> {
    if (typeof node !== "object" || node === null) return;
    for (const [key, value] of Object.entries(node)) {
      // Conditions are not shown.
      if (["oneOf", "if", "allOf"].includes(key)) continue;
      if (key === "properties") {
        for (const [name, property] of Object.entries(value as JsonObject)) {
          const { $ref } = property as JsonObject;
          const shown = $ref === undefined ? property : definitions[String($ref).replace("#/definitions/", "")];
          yield [`${place}.${name}`, (shown as JsonObject).description];
        }
      }
      yield* describedKeys(value as JsonValue, `${place}/${key}`);
    }
  }

  it("has a description for every key", () => {
    const keys = [...describedKeys(schema, "")];
    expect(keys.length).toBeGreaterThan(150);
    expect(keys.filter(([, description]) => typeof description !== "string" || description === "")).toEqual([]);
  });
});
