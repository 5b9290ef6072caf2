import { describe, expect, it } from "vitest";
import { mergeDefaults, stripNulls } from "../../../src/config/defaults-merge.ts";
import { getValue, type LocatedMap, toJson } from "../../../src/config/located.ts";
import { makeReport } from "../../../src/config/report.ts";
import { readWorkspace } from "../../../src/config/workspace.ts";
import { readYaml } from "../../../src/config/yaml-tree.ts";
import type { JsonObject } from "../../../src/model/json.ts";
import { errorsOf, expectKnownNames, fileOf, optionsOf, readVectors } from "./vectors.ts";

const vectors = readVectors("defaults_merge");

/** The file model accepts these, we refuse them: the agent would, later. */
const REFUSED: Readonly<Record<string, string>> = {
  "scalar over mapping": "server_resources becomes a text, which the agent refuses",
  "1, true and 1.0 deduplicate to one": "weird is no key of ecs, which the agent refuses",
  "code_source missing is accepted by this model": "the agent refuses a location without a code source",
  "code_source null": "the agent refuses a location without a code source",
  "nulls inside lists are also removed on output without defaults":
    "the deploy command posts the file's values as they are, and the agent refuses them",
  "yaml 1.1 scalars": "the tag's key and value are booleans, which the agent refuses",
};

/** The file model refuses these, we accept them. */
const ACCEPTED: Readonly<Record<string, string>> = {
  "env_vars default with two equals signs: error": "the command line crashes on it by accident; it simply works here",
  "legacy mapping of locations":
    "another command of the command line reads it (legacy_workspace); accepted with a warning",
  "git in a location": "the document an agent receives has it; accepted with a warning",
};

describe("the merge of the defaults block", () => {
  const merging = vectors.filter(({ expected, input }) => expected && String(input.yaml).includes("defaults:"));

  it.each(merging.map((vector) => [vector.name, vector] as const))("%s", (_name, { input, expected }) => {
    const report = makeReport();
    const root = readYaml(fileOf(input.yaml), report);
    const path = { root: "", parts: [] };
    const defaults = stripNulls(getValue(root, "defaults") as LocatedMap, path, report);
    const locations = getValue(root, "locations");
    const merged = (locations?.kind === "list" ? locations.items : []).map((location) =>
      toJson(mergeDefaults(defaults, stripNulls(location as LocatedMap, path, report), path, report), "written"),
    ) as JsonObject[];
    expect(errorsOf(report.problems)).toEqual([]);
    expect({ locations: merged }).toEqual(expected);
    // The order of keys counts in the container context: it becomes text in the environment.
    const wanted = (expected as { locations: JsonObject[] }).locations;
    expect(merged.map((location) => JSON.stringify(location.container_context))).toEqual(
      wanted.map((location) => JSON.stringify(location.container_context)),
    );
  });
});

describe("acceptance of a file", () => {
  it("lists only existing recordings as exceptions", () => {
    expectKnownNames({ ...REFUSED, ...ACCEPTED }, vectors);
  });

  it.each(vectors.map((vector) => [vector.name, vector] as const))("%s", (name, { input, expected }) => {
    const { workspace, problems } = readWorkspace([fileOf(input.yaml)], optionsOf({ A: "1", B: "2" }));
    const accepted = name in ACCEPTED || (!!expected && !(name in REFUSED));
    expect(name in ACCEPTED && !!expected).toBe(false);
    expect(name in REFUSED && !expected).toBe(false);
    expect(errorsOf(problems).length > 0, JSON.stringify(problems, null, 1)).toBe(!accepted);
    if (!accepted || !expected) return;
    const wanted = expected.locations as JsonObject[];
    expect(workspace?.locations.map((location) => location.name)).toEqual(wanted.map((entry) => entry.location_name));
    expect(workspace?.locations.map((location) => location.image)).toEqual(wanted.map((entry) => entry.image));
    expect(workspace?.locations.map((location) => location.build)).toEqual(wanted.map((entry) => entry.build));
    expect(workspace?.locations.map((location) => JSON.stringify(location.containerContext))).toEqual(
      wanted.map((entry) => JSON.stringify(entry.container_context ?? {})),
    );
  });

  it("keeps a default variable with several equals signs", () => {
    const vector = vectors.find(({ name }) => name.startsWith("env_vars default with two equals signs: error"));
    const { workspace } = readWorkspace([fileOf(vector?.input.yaml)], optionsOf({}));
    expect(workspace?.locations[0]?.ecs.envVars.map(({ name, value }) => [name, value])).toEqual([
      ["DSN", { origin: "literal", text: "a=b" }],
      ["C", { origin: "literal", text: "4" }],
    ]);
  });
});
