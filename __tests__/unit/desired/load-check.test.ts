import { describe, expect, test } from "vitest";
import { loadCheckCommand } from "../../../src/desired/load-check.ts";
import type { CodeLocation } from "../../../src/model/workspace.ts";

const LOCATION: CodeLocation = {
  name: "etl",
  codeSource: { kind: "module_name", value: "etl.definitions" },
  containerContext: {},
  ecs: {} as CodeLocation["ecs"],
  position: { file: "dagster_cloud.yaml", line: 1, column: 1 },
};

describe("loadCheckCommand", () => {
  test.each([
    ["python_file", "--python-file"],
    ["module_name", "--module-name"],
    ["package_name", "--package-name"],
    ["autoload_defs_module_name", "--autoload-defs-module-name"],
  ] as const)("names a %s with %s", (kind, option) => {
    expect(loadCheckCommand({ ...LOCATION, codeSource: { kind, value: "x" } })).toEqual([
      "dagster",
      "definitions",
      "validate",
      option,
      "x",
    ]);
  });

  test("uses the location's Python, working directory and attribute, each as one argument", () => {
    const location = {
      ...LOCATION,
      executablePath: "/venv/bin/python",
      workingDirectory: "my code",
      attribute: "defs",
    };
    expect(loadCheckCommand(location)).toEqual([
      "/venv/bin/python",
      "-m",
      "dagster",
      "definitions",
      "validate",
      "--module-name",
      "etl.definitions",
      "--working-directory",
      "my code",
      "--attribute",
      "defs",
    ]);
  });
});
