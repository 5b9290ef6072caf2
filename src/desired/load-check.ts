import type { CodeLocation, CodeSource } from "../model/workspace.ts";

/** Options of `dagster definitions validate` (Dagster CLI reference); the code server takes the same from its environment. */
const CODE_SOURCE_OPTIONS: Readonly<Record<CodeSource["kind"], string>> = {
  python_file: "--python-file",
  module_name: "--module-name",
  package_name: "--package-name",
  autoload_defs_module_name: "--autoload-defs-module-name",
};

/**
 * The command that loads a location's code once and ends: with 0 when it could be loaded, else with 1 and the Python
 * error in its log (Dagster CLI reference, `dagster definitions validate`; there since Dagster 1.8).
 */
export function loadCheckCommand(location: CodeLocation): readonly string[] {
  const { codeSource, workingDirectory, attribute, executablePath } = location;
  const program = executablePath ? [executablePath, "-m", "dagster"] : ["dagster"];
  return [
    ...program,
    "definitions",
    "validate",
    CODE_SOURCE_OPTIONS[codeSource.kind],
    codeSource.value,
    ...(workingDirectory ? ["--working-directory", workingDirectory] : []),
    ...(attribute ? ["--attribute", attribute] : []),
  ];
}
