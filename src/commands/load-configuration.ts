import { reportUnresolved } from "../config/agent-environment.ts";
import { isMeantForEcsAgent } from "../config/agent-file.ts";
import { hideLiterals } from "../config/agent-literals.ts";
import { readDeploymentConfig } from "../config/deployment-config.ts";
import { mergeEcsSettings } from "../config/merge-levels.ts";
import { type ReadOptions, readWorkspace } from "../config/workspace.ts";
import { ActionError, type Problem, type Severity } from "../errors.ts";
import type { AgentConfiguration } from "../model/agent-task.ts";
import { lastSegment } from "../model/arn.ts";
import { clipSentence } from "../model/shown-text.ts";
import { plainSource, type SourceText } from "../model/source-text.ts";
import type { CodeLocation, DeploymentConfig, LauncherConfig, MergedEcsSettings } from "../model/workspace.ts";
import type { Files } from "../ports.ts";
import type { CommandContext } from "./context.ts";
import { checkDeeply } from "./deep-checks.ts";
import { checkJobTagsOf } from "./job-tag-checks.ts";
import { type CheckOptions, checkFamily, checkImage, checkRoles, checkSidecarImages } from "./location-checks.ts";
import { hiddenValuesOf, publicTextsOf } from "./redaction.ts";
import { checkImageNames, selectLocations } from "./selection.ts";
import { checkTaskSize } from "./task-size.ts";
import { findWorkspaceSources } from "./workspace-sources.ts";

/** Where the per-deployment configuration is unless an input says otherwise. */
export const DEPLOYMENT_FILE = "dagster.yaml";

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
  /** Where the code locations are read from, as `config-file` has it or as it was found. */
  readonly workspacePath: string;
  readonly selected: readonly ConfiguredLocation[];
  readonly notSelected: readonly string[];
  readonly deploymentConfig: DeploymentConfig | undefined;
  readonly organization: string | undefined;
  /** Values of `{env: NAME}`: no report may show them. */
  readonly environmentTexts: ReadonlySet<string>;
  readonly problems: readonly Problem[];
  /** Texts of the files, for reports that show the line of a problem. */
  readonly sources: ReadonlyMap<string, SourceText>;
}

/**
 * Reads, checks and merges the configuration. Mistakes in the files are collected in `problems`; a missing file or
 * an unknown location name ends the run (ActionError, source `user`).
 */
export async function loadConfiguration(
  context: CommandContext,
  options: {
    readonly missingSeverity: Severity;
    readonly needsDeployment: boolean;
    /** The running agent's, instead of a file. */
    readonly agent?: AgentConfiguration | undefined;
  },
): Promise<Configuration> {
  const { inputs, files, environment } = context;
  const { agent } = options;
  const unresolved = options.missingSeverity;
  const readOptions = { stepEnvironment: environment, unresolved, agent: agent?.environment };
  const sources = await findWorkspaceSources(inputs.configFile, files);
  const deploymentFile =
    agent === undefined ? await findDeploymentFile(inputs.dagsterYaml, options.needsDeployment, files) : undefined;
  const {
    workspace,
    documents,
    environmentTexts,
    problems: workspaceProblems,
    sources: workspaceSources,
  } = readWorkspace(sources.files, readOptions, sources.dgWorkspaces);
  const {
    config,
    document: deploymentDocument,
    environmentTexts: deploymentTexts,
    literals,
    problems: deploymentProblems,
    sources: deploymentSources,
  } = readDeployment(agent ?? deploymentFile, readOptions);
  const deploymentConfig = config && withInputs(config, inputs.cluster);
  const organization = inputs.organization ?? deploymentConfig?.organization;
  const locations = workspace?.locations ?? [];
  const texts = new Set([...environmentTexts, ...deploymentTexts]);
  const yamlSources = new Map([...workspaceSources, ...(deploymentFile ? deploymentSources : [])]);
  const environments = [...locations.map(({ ecs }) => ecs.envVars), config?.launcher.envVars ?? []];
  context.hide([...texts, ...environments.flatMap(hiddenValuesOf)], publicTextsOf(yamlSources));
  checkImageNames([...inputs.images.keys()], locations);
  const { selected, notSelected } = selectLocations(locations, inputs.locations);
  const checkOptions: CheckOptions = {
    ...inputs,
    deployment: context.deployment.name,
    imageTag: inputs.imageTag ?? context.event?.headSha,
    organization,
    missingSeverity: options.missingSeverity,
  };
  const configured = selected.map((location) => configure(location, deploymentConfig?.launcher, checkOptions));
  const agentSecrets = new Set(agent?.environment.secrets.keys());
  const deepProblems = checkDeeply(documents, deploymentDocument, { selected, notSelected }, context, agentSecrets);
  const documentOf = new Map(documents.toReversed().map((document) => [document.name, document]));
  const configuredLocations = configured.map(({ configured: one }) => one);
  const sizeProblems = configuredLocations.flatMap((one) => {
    const document = documentOf.get(one.location.name);
    if (!document || !deploymentConfig) return [];
    const both = { location: document, deployment: deploymentDocument };
    return checkTaskSize(one, deploymentConfig.launcher, both, context);
  });
  const jobTags = await checkJobTagsOf(configuredLocations, deploymentConfig?.launcher, files);
  return {
    workspacePath: sources.name,
    selected: configuredLocations,
    notSelected,
    deploymentConfig,
    organization,
    environmentTexts: texts,
    problems: onceEach([
      ...workspaceProblems,
      ...deploymentProblems,
      ...configured.flatMap(({ problems }) => problems),
      ...deepProblems,
      ...sizeProblems,
      ...jobTags.problems,
    ])
      .map((problem) => (problem.file === agent?.path ? hideLiterals(problem, literals) : problem))
      .map(boundProblem),
    sources: new Map([...yamlSources, ...jobTags.files.map(({ path, text }) => [path, plainSource(text)] as const)]),
  };
}

/** What several locations have from one place, such as the build.yaml of a workspace, is told for the first of them. */
function onceEach(problems: readonly Problem[]): readonly Problem[] {
  const seen = new Set<string>();
  return problems.filter(({ code, file, line, column, message }) => {
    const key = JSON.stringify([code, file, line, column, message]);
    return !seen.has(key) && seen.add(key);
  });
}

/** The per-deployment configuration: the running agent's text, or a file of the checkout; nothing without a source. */
export function readDeployment(
  source: AgentConfiguration | SourceFile | undefined,
  options: ReadOptions,
): ReturnType<typeof readDeploymentConfig> {
  if (source === undefined) {
    const nothing = {
      environmentTexts: new Set<string>(),
      literals: [],
      problems: [],
      sources: new Map<string, SourceText>(),
    };
    return { config: undefined, document: undefined, ...nothing };
  }
  if ("bytes" in source) return readDeploymentConfig(source, options);
  const file = { path: source.path, bytes: new TextEncoder().encode(source.text) };
  const read = readDeploymentConfig(file, { ...options, variablesOf: "agent" });
  return { ...read, problems: [...reportUnresolved(source), ...read.problems] };
}

/** A safeguard: values in it are cut already where the sentence was made. */
function boundProblem(problem: Problem): Problem {
  const { message, hint, path } = problem;
  return { ...problem, message: clipSentence(message), hint: clipSentence(hint), path: clipSentence(path) };
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
      ...checkSidecarImages(
        location,
        {
          server_sidecar_containers: merged.settings.serverSidecarContainers,
          run_sidecar_containers: [...location.ecs.runSidecarContainers, ...launcher.runSidecarContainers],
        },
        options,
      ),
    ],
  };
}

function withInputs(config: DeploymentConfig, cluster: string | undefined): DeploymentConfig {
  return cluster === undefined
    ? config
    : { ...config, launcher: { ...config.launcher, cluster: lastSegment(cluster) } };
}

/** A file of the checkout. */
export interface SourceFile {
  readonly path: string;
  readonly bytes: Uint8Array;
}

async function findDeploymentFile(
  given: string | undefined,
  needed: boolean,
  files: Files,
): Promise<SourceFile | undefined> {
  const found = await readSource(given ?? DEPLOYMENT_FILE, files);
  const isWanted = given !== undefined || needed;
  if (found !== undefined && (isWanted || isMeantForEcsAgent(found))) return found;
  if (!isWanted) return undefined;
  throw new ActionError("dagster-yaml-missing", `There is no file ${given ?? DEPLOYMENT_FILE}.`, {
    source: "user",
    hint: "Put the agent's dagster.yaml (user_code_launcher.config: cluster, subnets, roles ...) into the repository, or give `dagster-yaml`.",
  });
}

async function readSource(path: string, files: Files): Promise<SourceFile | undefined> {
  const bytes = await files.read(path);
  return bytes && { path, bytes };
}
