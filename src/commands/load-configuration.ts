import { hideTokens } from "../config/agent-token.ts";
import { readDeploymentConfig } from "../config/deployment-config.ts";
import { mergeEcsSettings } from "../config/merge-levels.ts";
import { readWorkspace } from "../config/workspace.ts";
import { ActionError, type Problem, type Severity } from "../errors.ts";
import type { CodeLocation, DeploymentConfig, LauncherConfig, MergedEcsSettings } from "../model/workspace.ts";
import type { Files } from "../ports.ts";
import type { CommandContext } from "./context.ts";
import { checkDeeply } from "./deep-checks.ts";
import { type CheckOptions, checkFamily, checkImage, checkRoles } from "./location-checks.ts";
import { checkImageNames, selectLocations } from "./selection.ts";
import { checkTaskSize } from "./task-size.ts";

const WORKSPACE_FILES = ["dagster_cloud.yaml", "build.yaml"];
const DEPLOYMENT_FILE = "dagster.yaml";

/** A location with everything that the files and inputs say of it. */
export interface ConfiguredLocation {
  readonly location: CodeLocation;
  /** Undefined without a per-deployment configuration. */
  readonly settings: MergedEcsSettings | undefined;
  readonly family: string | undefined;
  readonly imageReference: string | undefined;
}

/** What the files and inputs say. */
export interface Configuration {
  /** Path of the file with the code locations. */
  readonly workspacePath: string;
  readonly selected: readonly ConfiguredLocation[];
  readonly notSelected: readonly string[];
  readonly deploymentConfig: DeploymentConfig | undefined;
  readonly organization: string | undefined;
  /** Values of `{env: NAME}`: no report may show them. */
  readonly environmentTexts: ReadonlySet<string>;
  readonly problems: readonly Problem[];
  /** Texts of the files, for reports that show the line of a problem. */
  readonly sources: ReadonlyMap<string, string>;
}

/**
 * Reads, checks and merges the configuration. Mistakes in the files are collected in `problems`; a missing file or
 * an unknown location name ends the run (ActionError, source `user`).
 */
export async function loadConfiguration(
  context: CommandContext,
  options: { readonly missingSeverity: Severity; readonly needsDeployment: boolean },
): Promise<Configuration> {
  const { inputs, files, environment } = context;
  const readOptions = { stepEnvironment: environment, unresolved: options.missingSeverity };
  const workspaceFile = await findWorkspaceFile(inputs.configFile, files);
  const deploymentFile = await findDeploymentFile(inputs.dagsterYaml, options.needsDeployment, files);
  const {
    workspace,
    documents,
    environmentTexts,
    problems: workspaceProblems,
  } = readWorkspace([workspaceFile], readOptions);
  const {
    config,
    document: deploymentDocument,
    environmentTexts: deploymentTexts,
    problems: deploymentProblems,
  } = deploymentFile === undefined
    ? { config: undefined, document: undefined, environmentTexts: new Set<string>(), problems: [] }
    : readDeploymentConfig(deploymentFile, readOptions);
  const deploymentConfig = config && withInputs(config, inputs.cluster);
  const organization = inputs.organization ?? deploymentConfig?.organization;
  const locations = workspace?.locations ?? [];
  checkImageNames([...inputs.images.keys()], locations);
  const { selected, notSelected } = selectLocations(locations, inputs.locations);
  const checkOptions: CheckOptions = {
    ...inputs,
    imageTag: inputs.imageTag ?? context.event?.headSha,
    organization,
    missingSeverity: options.missingSeverity,
  };
  const configured = selected.map((location) => configure(location, deploymentConfig?.launcher, checkOptions));
  const deepProblems = checkDeeply(documents, deploymentDocument, { selected, notSelected }, context);
  const sizeProblems = configured.flatMap(({ configured: one }) => {
    const document = documents.find(({ name }) => name === one.location.name);
    if (!document || !deploymentConfig) return [];
    const both = { location: document, deployment: deploymentDocument };
    return checkTaskSize(one, deploymentConfig.launcher, both, context);
  });
  return {
    workspacePath: workspaceFile.path,
    selected: configured.map(({ configured: one }) => one),
    notSelected,
    deploymentConfig,
    organization,
    environmentTexts: new Set([...environmentTexts, ...deploymentTexts]),
    problems: [
      ...workspaceProblems,
      ...deploymentProblems,
      ...configured.flatMap(({ problems }) => problems),
      ...deepProblems,
      ...sizeProblems,
    ],
    sources: new Map(
      [workspaceFile, ...(deploymentFile ? [deploymentFile] : [])].map(({ path, bytes }) => [
        path,
        // The line of a problem is shown as it is: a token in it must not be.
        hideTokens(new TextDecoder().decode(bytes), () => false),
      ]),
    ),
  };
}

function configure(
  location: CodeLocation,
  launcher: LauncherConfig | undefined,
  options: CheckOptions,
): { configured: ConfiguredLocation; problems: readonly Problem[] } {
  const image = checkImage(location, options);
  if (launcher === undefined) {
    return {
      configured: { location, settings: undefined, family: undefined, imageReference: image.reference },
      problems: image.problems,
    };
  }
  const merged = mergeEcsSettings(location, launcher);
  const family = checkFamily(location, launcher, options);
  return {
    configured: {
      location,
      settings: merged.settings,
      family: family.family,
      imageReference: image.reference,
    },
    problems: [
      ...merged.problems,
      ...image.problems,
      ...family.problems,
      ...checkRoles(location, merged.settings, options),
    ],
  };
}

function withInputs(config: DeploymentConfig, cluster: string | undefined): DeploymentConfig {
  return cluster === undefined
    ? config
    : { ...config, launcher: { ...config.launcher, cluster: cluster.split("/").at(-1) ?? cluster } };
}

interface SourceFile {
  readonly path: string;
  readonly bytes: Uint8Array;
}

async function findWorkspaceFile(given: string | undefined, files: Files): Promise<SourceFile> {
  const candidates = given === undefined ? WORKSPACE_FILES : [given];
  const found = await readFirst(candidates, files);
  if (found !== undefined) return found;
  throw new ActionError("config-file-missing", `There is no file ${candidates.join(" or ")}.`, {
    source: "user",
    hint:
      given === undefined
        ? "Check the repository out before this step (actions/checkout), or give `config-file`."
        : "Check the input `config-file`: the path is relative to the repository's root.",
  });
}

async function findDeploymentFile(
  given: string | undefined,
  needed: boolean,
  files: Files,
): Promise<SourceFile | undefined> {
  const found = await readFirst([given ?? DEPLOYMENT_FILE], files);
  if (found !== undefined) return found;
  if (given === undefined && !needed) return undefined;
  throw new ActionError("dagster-yaml-missing", `There is no file ${given ?? DEPLOYMENT_FILE}.`, {
    source: "user",
    hint: "Put the agent's dagster.yaml (user_code_launcher.config: cluster, subnets, roles ...) into the repository, or give `dagster-yaml`.",
  });
}

async function readFirst(paths: readonly string[], files: Files): Promise<SourceFile | undefined> {
  for (const path of paths) {
    const bytes = await files.read(path);
    if (bytes !== undefined) return { path, bytes };
  }
  return undefined;
}
