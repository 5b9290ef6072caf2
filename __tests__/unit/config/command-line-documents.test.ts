import { describe, expect, it } from "vitest";
import { toJson } from "../../../src/config/located.ts";
import { readWorkspace } from "../../../src/config/workspace.ts";
import type { JsonObject } from "../../../src/model/json.ts";
import { errorsOf, expectKnownNames, fileOf, optionsOf, readVectors } from "./vectors.ts";

describe("the mapping form of locations (legacy_workspace)", () => {
  const vectors = readVectors("legacy_workspace");

  /** What our own verdict is on recordings that are not of the mapping form. */
  const LIST_FORM: Readonly<Record<string, readonly string[]>> = {
    "modern list is returned unchanged": [],
    "modern list with error": ['missing-key locations[1] "b" › code_source', 'unknown-key locations[1] "b" › cpu'],
    // Refused by this command only; the file model, which we follow, has defaults.
    "modern list with defaults key": [],
  };

  it("lists only existing recordings as exceptions", () => {
    expectKnownNames(Object.fromEntries(Object.keys(LIST_FORM).map((name) => [name, "list form"])), vectors);
  });

  /** The command accepts these; a code server could not start with them. */
  const REFUSED: Readonly<Record<string, readonly string[]>> = {
    "python_file from {env: X} is kept as is": ['not-text locations[0] "a" › code_source.python_file'],
    "empty python_file next to module_name": [
      'empty-text locations[0] "a" › code_source.python_file',
      'not-exactly-one locations[0] "a" › code_source',
    ],
  };

  it("lists only existing recordings as refused", () => {
    expectKnownNames(Object.fromEntries(Object.keys(REFUSED).map((name) => [name, "refused"])), vectors);
  });

  it.each(vectors.map((vector) => [vector.name, vector] as const))("%s", (name, { input, expected, error }) => {
    const { documents, problems } = readWorkspace([fileOf(input.workspace)], optionsOf({}));
    const exception = LIST_FORM[name] ?? REFUSED[name];
    if (exception) {
      expect(errorsOf(problems).toSorted()).toEqual(exception.toSorted());
      return;
    }
    expect(errorsOf(problems).length > 0).toBe(error !== undefined);
    if (!expected) return;
    expect({ locations: documents.map(({ node }) => toJson(node, "written")) }).toEqual(expected);
  });

  it("warns, and shows the list form with the file's own name and source", () => {
    const file = fileOf("locations:\n  etl:\n    module_name: etl.definitions\n");
    expect(readWorkspace([file], optionsOf({})).problems).toEqual([
      {
        code: "legacy-locations",
        severity: "warning",
        message: "locations is a mapping of names, an older form of dagster_cloud.yaml.",
        hint: 'Write a list: "- location_name: etl", and below it "code_source: {module_name: etl.definitions}".',
        path: "locations",
        file: "dagster_cloud.yaml",
        line: 1,
        column: 1,
      },
    ]);
  });

  it("keeps the place of every value, and merges the defaults", () => {
    const text =
      "defaults:\n  image: registry.example.com/a:1\nlocations:\n  etl:\n    module_name: etl\n    agent_queue: [x]\n  b:\n    package_name: b\n";
    const { workspace, problems } = readWorkspace([fileOf(text)], optionsOf({}));
    expect(workspace?.locations).toMatchObject([
      {
        name: "b",
        image: "registry.example.com/a:1",
        codeSource: { kind: "package_name", value: "b" },
        position: { line: 7, column: 3 },
      },
    ]);
    expect(problems.map(({ code, line, column }) => [code, line, column])).toEqual([
      ["legacy-locations", 3, 1],
      ["not-text", 6, 18],
    ]);
  });

  it.each([
    ["etl: {code_source: {module_name: etl}}", ["unknown-key locations.etl.code_source"]],
    ["etl: {location_name: etl, module_name: etl}", ["unknown-key locations.etl.location_name"]],
    ["etl: ", ["not-a-mapping locations.etl"]],
    ["etl: {}", ['not-exactly-one locations[0] "etl" › code_source']],
  ])("says once what is wrong with %s", (text, wanted) => {
    const { problems } = readWorkspace([fileOf(`locations:\n  ${text}\n`)], optionsOf({}));
    expect(errorsOf(problems)).toEqual(wanted);
  });
});

describe("documents of the command line (location_document)", () => {
  const vectors = readVectors("location_document");

  const NOT_APPLICABLE: Readonly<Record<string, string>> = {
    "ci deploy: defaults are NOT merged, build removed, image and git added, file nulls stay":
      "the document one command posts; we merge the defaults, as the file says",
    "location not in file": "choosing a location by an argument is no part of the file",
    "single-location file": "git is added by the command; the file is accepted, see below",
    "single-location file with other name": "the file is accepted; a name of the caller's is no part of it",
    "arguments only": "there is no file",
    nothing: "there is no file",
  };

  it("lists every recording by name with the reason", () => {
    expectKnownNames(NOT_APPLICABLE, vectors);
    expect(Object.keys(NOT_APPLICABLE).toSorted()).toEqual(vectors.map(({ name }) => name).toSorted());
  });

  it.each(vectors.filter(({ name }) => name.startsWith("single-location")).map((vector) => [vector.name, vector]))(
    "accepts a %s with a warning",
    (_name, { input, expected }) => {
      const { documents, problems } = readWorkspace([fileOf(input.file)], optionsOf({}));
      expect(problems.map(({ code, severity }) => [code, severity])).toEqual([["single-location-file", "warning"]]);
      const other: JsonObject = { location_name: "a", code_source: { package_name: "p" } };
      const { git: _added, ...document } = expected ?? other;
      expect(documents.map(({ node }) => toJson(node, "written"))).toEqual([document]);
    },
  );
});

describe("whole files (yaml_pipeline)", () => {
  it.each(readVectors("yaml_pipeline").map((vector) => [vector.name, vector] as const))("%s", (name, vector) => {
    const environment = { DATABASE_PASSWORD: "secret", ...((vector.input.agentEnv as JsonObject | undefined) ?? {}) };
    const { workspace, problems } = readWorkspace([fileOf(vector.input.yaml)], optionsOf(environment));
    expect(errorsOf(problems)).toEqual([]);
    const wanted = ((vector.expected ?? vector.error) as JsonObject).locations as { document: JsonObject }[];
    const { locations = [] } = workspace ?? {};
    expect(locations.map((location) => location.name)).toEqual(wanted.map(({ document }) => document.location_name));
    expect(locations.map((location) => location.image)).toEqual(wanted.map(({ document }) => document.image));
    if (name === "documented example with unquoted cpu") {
      // The agent refuses the numbers; they are taken as the text that was meant.
      expect(locations[0]?.containerContext).toEqual({ ecs: { server_resources: { cpu: "256", memory: "512" } } });
      expect(problems.map(({ code }) => code)).toEqual(["number-as-text", "number-as-text"]);
      return;
    }
    expect(locations.map(({ containerContext }) => JSON.stringify(containerContext))).toEqual(
      wanted.map(({ document }) => JSON.stringify(document.container_context)),
    );
  });
});
