import { expect, test } from "vitest";
import { loadCheckCommand } from "../../../src/desired/load-check.ts";
import { withCodeOfRevision } from "../../../src/desired/revision-code.ts";
import type { DesiredTaskDefinition } from "../../../src/model/desired.ts";
import type { CodeLocation } from "../../../src/model/workspace.ts";

/** What the configuration says now. */
const LOCATION: CodeLocation = {
  name: "etl",
  codeSource: { kind: "module_name", value: "etl.now" },
  workingDirectory: "/now",
  executablePath: "/now/bin/python",
  attribute: "now",
  containerContext: {},
  ecs: {} as CodeLocation["ecs"],
  position: { file: "dagster_cloud.yaml", line: 1, column: 1 },
};

function revision(variables: Readonly<Record<string, string>>, command: readonly string[]): DesiredTaskDefinition {
  return {
    family: "etl",
    body: { containerDefinitions: [{ name: "dagster", command }] },
    environment: Object.entries(variables).map(([name, text]) => ({ name, value: { origin: "injected", text } })),
  };
}

test.each([
  [
    { DAGSTER_CLI_API_GRPC_PYTHON_FILE: "then.py" },
    ["dagster", "api", "grpc"],
    ["dagster", "definitions", "validate", "--python-file", "then.py"],
  ],
  [
    {
      DAGSTER_CLI_API_GRPC_PACKAGE_NAME: "then",
      DAGSTER_CLI_API_GRPC_WORKING_DIRECTORY: "/then",
      DAGSTER_CLI_API_GRPC_ATTRIBUTE: "defs",
    },
    ["/then/bin/python", "-m", "dagster", "api", "grpc"],
    [
      ...["/then/bin/python", "-m", "dagster", "definitions", "validate", "--package-name", "then"],
      ...["--working-directory", "/then", "--attribute", "defs"],
    ],
  ],
])("the code is what the revision serves, not what the configuration says now: %j", (variables, command, expected) => {
  expect(loadCheckCommand(withCodeOfRevision(LOCATION, revision(variables, command)))).toEqual(expected);
});

test("a revision that does not say leaves the configuration's", () => {
  expect(withCodeOfRevision(LOCATION, revision({ OTHER: "x" }, []))).toBe(LOCATION);
});
