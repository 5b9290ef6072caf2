import type { DesiredTaskDefinition } from "../model/desired.ts";
import { revealValue } from "../model/environment.ts";
import { isJsonList, isJsonObject } from "../model/json.ts";
import type { CodeLocation, CodeSource } from "../model/workspace.ts";
import { CODE_SOURCE_VARIABLES } from "./environment.ts";

/**
 * The location with the code that a registered revision serves: since it was registered, the configuration may have
 * got another code source. As the configuration has it where the revision does not say.
 */
export function withCodeOfRevision(location: CodeLocation, revision: DesiredTaskDefinition): CodeLocation {
  const codeSource = codeSourceOf(revision);
  if (codeSource === undefined) return location;
  const { workingDirectory: _directory, attribute: _attribute, executablePath: _path, ...rest } = location;
  const workingDirectory = textOf(revision, "DAGSTER_CLI_API_GRPC_WORKING_DIRECTORY");
  const attribute = textOf(revision, "DAGSTER_CLI_API_GRPC_ATTRIBUTE");
  const executablePath = executableOf(revision);
  return {
    ...rest,
    codeSource,
    ...(workingDirectory !== undefined && { workingDirectory }),
    ...(attribute !== undefined && { attribute }),
    ...(executablePath !== undefined && { executablePath }),
  };
}

function codeSourceOf(revision: DesiredTaskDefinition): CodeSource | undefined {
  const kinds = Object.keys(CODE_SOURCE_VARIABLES) as (keyof typeof CODE_SOURCE_VARIABLES)[];
  for (const kind of kinds) {
    const value = textOf(revision, CODE_SOURCE_VARIABLES[kind]);
    if (value !== undefined) return { kind, value };
  }
  return undefined;
}

function textOf({ environment }: DesiredTaskDefinition, name: string): string | undefined {
  const value = environment.find((variable) => variable.name === name)?.value;
  return value === undefined ? undefined : revealValue(value) || undefined;
}

/** The command is `<executable> -m dagster api grpc` where a location has an executable, else `dagster api grpc`. */
function executableOf({ body }: DesiredTaskDefinition): string | undefined {
  const [codeServer] = isJsonList(body.containerDefinitions) ? body.containerDefinitions : [];
  const command = isJsonObject(codeServer) && isJsonList(codeServer.command) ? codeServer.command : [];
  const [program, flag, module] = command;
  return typeof program === "string" && flag === "-m" && module === "dagster" ? program : undefined;
}
