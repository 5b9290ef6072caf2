import { CONTAINER_CONTEXT_VARIABLE, CURRENT_IMAGE_VARIABLE } from "../model/code-server.ts";
import type { DagsterDeployment } from "../model/desired.ts";
import { type EnvironmentValue, type EnvironmentVariable, HiddenText } from "../model/environment.ts";
import type { JsonObject } from "../model/json.ts";
import { compareCodePoints } from "../model/text-order.ts";
import type { CodeLocation } from "../model/workspace.ts";
import { toPythonJson } from "./python-json.ts";

/** Port of a code server when nothing else is said (agent default). */
export const DEFAULT_PORT = 4000;

/** Where the code server reads its code source. */
export const CODE_SOURCE_VARIABLES = {
  python_file: "DAGSTER_CLI_API_GRPC_PYTHON_FILE",
  module_name: "DAGSTER_CLI_API_GRPC_MODULE_NAME",
  package_name: "DAGSTER_CLI_API_GRPC_PACKAGE_NAME",
  autoload_defs_module_name: "DAGSTER_CLI_API_GRPC_AUTOLOAD_DEFS_MODULE_NAME",
} as const;

/**
 * The environment of the code server's container: the user's variables, then Dagster+'s built-in ones, then
 * what the agent sets; a later one wins (docs/agent.md, Environment). Without DAGSTER_INSTANCE_REF and
 * DAGSTER_INJECT_ENV_VARS_FROM_INSTANCE, which only a live agent knows.
 */
export function buildEnvironment(input: {
  user: readonly EnvironmentVariable[];
  location: CodeLocation;
  /** What DAGSTER_CONTAINER_CONTEXT says. */
  containerContext: JsonObject;
  deployment: DagsterDeployment;
  image: string;
  port: number;
  /** DAGSTER_GRPC_MAX_WORKERS of the step's environment. */
  maxWorkers: string | undefined;
}): readonly EnvironmentVariable[] {
  const merged = new Map<string, EnvironmentValue>(input.user.map(({ name, value }) => [name, value]));
  for (const [name, text] of Object.entries(builtInVariables(input.deployment))) merged.set(name, injected(text));
  for (const [name, text] of Object.entries(codeServerVariables(input))) merged.set(name, injected(text));
  if (input.maxWorkers) {
    merged.set("DAGSTER_GRPC_MAX_WORKERS", {
      origin: "step",
      hidden: new HiddenText(input.maxWorkers),
      from: "DAGSTER_GRPC_MAX_WORKERS of the step's environment",
    });
  }
  return [...merged]
    .map(([name, value]) => ({ name, value }))
    .sort((left, right) => compareCodePoints(left.name, right.name));
}

/**
 * Dagster+'s documented built-in variables (docs: Built-in environment variables). Git and pull request are
 * given to branch deployments only: in a full deployment they would make every commit a change.
 */
function builtInVariables(deployment: DagsterDeployment): Record<string, string> {
  const branch = deployment.branch;
  return {
    DAGSTER_CLOUD_DEPLOYMENT_NAME: deployment.name,
    DAGSTER_CLOUD_IS_BRANCH_DEPLOYMENT: deployment.kind === "branch" ? "1" : "0",
    ...(branch && {
      DAGSTER_CLOUD_PULL_REQUEST_ID: String(branch.pullRequest),
      DAGSTER_CLOUD_PULL_REQUEST_STATUS: branch.pullRequestStatus,
    }),
    ...(branch?.gitSha && { DAGSTER_CLOUD_GIT_SHA: branch.gitSha }),
    ...(branch?.gitBranch && { DAGSTER_CLOUD_GIT_BRANCH: branch.gitBranch }),
    ...(branch?.gitRepository && { DAGSTER_CLOUD_GIT_REPO: branch.gitRepository }),
  };
}

function codeServerVariables(input: {
  location: CodeLocation;
  containerContext: JsonObject;
  image: string;
  port: number;
}): Record<string, string> {
  const { location } = input;
  return {
    DAGSTER_LOCATION_NAME: location.name,
    DAGSTER_CLI_API_GRPC_LAZY_LOAD_USER_CODE: "1",
    DAGSTER_CLI_API_GRPC_HOST: "0.0.0.0",
    DAGSTER_CLI_API_GRPC_PORT: String(input.port),
    [CONTAINER_CONTEXT_VARIABLE]: toPythonJson(input.containerContext),
    [CURRENT_IMAGE_VARIABLE]: input.image,
    [CODE_SOURCE_VARIABLES[location.codeSource.kind]]: location.codeSource.value,
    ...(location.workingDirectory && { DAGSTER_CLI_API_GRPC_WORKING_DIRECTORY: location.workingDirectory }),
    ...(location.attribute && { DAGSTER_CLI_API_GRPC_ATTRIBUTE: location.attribute }),
    ...(location.executablePath && { DAGSTER_CLI_API_GRPC_USE_PYTHON_ENVIRONMENT_ENTRY_POINT: "1" }),
  };
}

function injected(text: string): EnvironmentValue {
  return { origin: "injected", text };
}
