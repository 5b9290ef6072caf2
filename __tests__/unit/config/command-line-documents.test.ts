import { describe, expect, it } from "vitest";
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

  it.each(vectors.map((vector) => [vector.name, vector] as const))("%s", (name, { input }) => {
    const { workspace, problems } = readWorkspace([fileOf(input.workspace)], optionsOf({}));
    if (name in LIST_FORM) {
      expect(errorsOf(problems).toSorted()).toEqual(LIST_FORM[name]?.toSorted());
      return;
    }
    // Not applicable: converting the mapping form is a later feature; until then it is refused in one sentence.
    const code = name === "empty mapping" ? "not-a-list" : "legacy-locations";
    expect(workspace).toBeUndefined();
    expect(errorsOf(problems)).toEqual([`${code} locations`]);
  });

  it("shows the list form with the file's own name and source", () => {
    const file = fileOf("locations:\n  etl:\n    module_name: etl.definitions\n");
    expect(readWorkspace([file], optionsOf({})).problems).toEqual([
      {
        code: "legacy-locations",
        severity: "error",
        message: "locations is a mapping of names, a form dagster_cloud.yaml no longer has.",
        hint: 'Write a list: "- location_name: etl", and below it "code_source: {module_name: etl.definitions}".',
        path: "locations",
        file: "dagster_cloud.yaml",
        line: 1,
        column: 1,
      },
    ]);
  });
});

describe("documents of the command line (location_document)", () => {
  const vectors = readVectors("location_document");

  const NOT_APPLICABLE: Readonly<Record<string, string>> = {
    "ci deploy: defaults are NOT merged, build removed, image and git added, file nulls stay":
      "the document one command posts; we merge the defaults, as the file says",
    "location not in file": "choosing a location by an argument is no part of the file",
    "single-location file": "a later feature; refused with a hint, see below",
    "single-location file with other name": "a later feature; refused with a hint, see below",
    "arguments only": "there is no file",
    nothing: "there is no file",
  };

  it("lists every recording by name with the reason", () => {
    expectKnownNames(NOT_APPLICABLE, vectors);
    expect(Object.keys(NOT_APPLICABLE).toSorted()).toEqual(vectors.map(({ name }) => name).toSorted());
  });

  it.each(vectors.filter(({ name }) => name.startsWith("single-location")).map((vector) => [vector.name, vector]))(
    "refuses a %s",
    (_name, { input }) => {
      const { workspace, problems } = readWorkspace([fileOf(input.file)], optionsOf({}));
      expect(workspace).toBeUndefined();
      expect(errorsOf(problems)).toEqual(["single-location-file (file)"]);
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
