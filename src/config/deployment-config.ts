import type { Problem } from "../errors.ts";
import type { SourceText } from "../model/source-text.ts";
import type { DeploymentConfig, LauncherConfig } from "../model/workspace.ts";
import { findAgentLiterals } from "./agent-literals.ts";
import { check } from "./check.ts";
import type { DeploymentDocument } from "./documents.ts";
import {
  readBoolean,
  readCheckedVariables,
  readEcsSettings,
  readInteger,
  readText,
  readTexts,
} from "./ecs-settings.ts";
import { agentFileSchema, apiSchema, launcherConfigSchema } from "./launcher-schema.ts";
import { entryOf, getValue, type Located, type LocatedMap, textOf, toJson } from "./located.ts";
import { describeValue, inReadingOrder, makeReport, type Path, quote, type Report } from "./report.ts";
import type { CheckScope } from "./schema.ts";
import { lookUpVariable, type VariableSources } from "./variable-sources.ts";
import type { ReadOptions } from "./workspace.ts";
import type { ConfigFile } from "./yaml-text.ts";
import { readYaml } from "./yaml-tree.ts";

const LAUNCHER_CLASS = "EcsUserCodeLauncher";

/** Defaults as the agent fills them in (docs/agent.md, Schemas). The reference says 300 for ecs_timeout. */
const DEFAULTS = {
  launchType: "FARGATE",
  serverTaskDefinitionPrefix: "server",
  serverProcessStartupTimeout: 180,
  ecsTimeout: 600,
  ecsGracePeriod: 30,
} as const;

/**
 * Reads the agent's `dagster.yaml`. Never throws: everything wrong is a problem, and the configuration is
 * undefined when one of them is an error. The agent's token is read for the organization only and never shown.
 */
export function readDeploymentConfig(
  file: ConfigFile,
  options: ReadOptions,
): {
  config: DeploymentConfig | undefined;
  /** Also when something in it is an error; undefined when there is no launcher in the file. */
  document: DeploymentDocument | undefined;
  /** Values of `{env: NAME}`: no report may show them. */
  environmentTexts: ReadonlySet<string>;
  /** What a running agent's file spells out of variables: no problem may show it. */
  literals: readonly string[];
  problems: readonly Problem[];
  /** The text of the file, for reports that show the line of a problem. */
  sources: ReadonlyMap<string, SourceText>;
} {
  const report = makeReport();
  const root = readYaml(file, report);
  const literals = root && options.variablesOf === "agent" ? findAgentLiterals(root) : undefined;
  const read = root && readRoot(root, file.path, options, report);
  // Those of `env_vars` are hidden by their origin; a sidecar is passed through as it is.
  for (const text of literals?.sidecars ?? []) report.noteEnvironmentText(text);
  return {
    config: report.errorCount === 0 ? read?.config : undefined,
    document: read?.document,
    environmentTexts: report.environmentTexts,
    literals: literals ? [...literals.variables, ...literals.sidecars] : [],
    sources: report.sources,
    problems: inReadingOrder(report.problems, [file.path]),
  };
}

interface ReadDeployment {
  readonly config: DeploymentConfig;
  readonly document: DeploymentDocument;
}

function readRoot(root: Located, file: string, options: ReadOptions, report: Report): ReadDeployment | undefined {
  const path: Path = { root: "", parts: [] };
  if (root.kind !== "map") {
    report.add(root.at, path, {
      code: "not-a-mapping",
      message: `${file} is ${describeValue(root)}, but must be a mapping with the key user_code_launcher.`,
      hint: "Write the dagster.yaml of an Amazon ECS agent.",
    });
    return undefined;
  }
  if (!reportOtherFile(root, file, report)) return undefined;
  const scope: CheckScope = { ...options, report, subject: "the deployment", refusesPlaceholders: true };
  const checked = check(agentFileSchema, root, path, scope);
  const launcher = readLauncher(getValue(checked, "user_code_launcher"), scope);
  const api = readApi(getValue(checked, "dagster_cloud_api"), scope);
  if (!launcher) return undefined;
  const queues = getValue(checked, "agent_queues");
  const organization = findOrganization(api, options);
  const config: DeploymentConfig = {
    launcher: launcher.config,
    deployments: readDeployments(api),
    branchDeployments: readBoolean(api, "branch_deployments") ?? false,
    ...(organization !== undefined && { organization }),
    isolatedAgents: readBoolean(getValue(checked, "isolated_agents"), "enabled") ?? false,
    agentQueues: {
      includeDefaultQueue: readBoolean(queues, "include_default_queue") ?? true,
      additionalQueues: readTexts(queues, "additional_queues"),
    },
    position: entryOf(checked, "user_code_launcher")?.keyAt ?? root.at,
  };
  return { config, document: { launcher: launcher.document, root: checked, api } };
}

/** False when the file is plainly another one, which is then the only problem told. */
function reportOtherFile(root: LocatedMap, file: string, report: Report): boolean {
  const path: Path = { root: "", parts: [] };
  const has = (key: string): boolean => entryOf(root, key) !== undefined;
  if (has("user_code_launcher")) return true;
  const message = `${file} has no key user_code_launcher.`;
  if (has("locations")) {
    const hint = "This looks like dagster_cloud.yaml: name it in the input config-file instead.";
    report.add(root.at, path, { code: "workspace-file", message, hint });
    return false;
  }
  if (has("cluster") || has("subnets")) {
    const hint = "Put the launcher's configuration under user_code_launcher, below its key config.";
    report.add(root.at, path, { code: "launcher-config-only", message, hint });
    return false;
  }
  return true;
}

interface ReadLauncher {
  readonly config: LauncherConfig;
  readonly document: LocatedMap;
}

function readLauncher(node: Located | undefined, scope: CheckScope): ReadLauncher | undefined {
  const classNode = getValue(node, "class");
  const path: Path = { root: "", parts: ["user_code_launcher"] };
  const name = textOf(classNode);
  if (classNode && name !== undefined && name !== LAUNCHER_CLASS) {
    scope.report.add(
      classNode.at,
      { ...path, parts: [...path.parts, "class"] },
      {
        code: "other-launcher",
        message: `user_code_launcher.class is ${quote(name)}; only ${LAUNCHER_CLASS} runs code servers on Amazon ECS.`,
        hint: `Name the dagster.yaml of an Amazon ECS agent, with class: ${LAUNCHER_CLASS}.`,
      },
    );
    return undefined;
  }
  const config = getValue(node, "config");
  if (!config) return undefined;
  const checked = check(launcherConfigSchema, config, { ...path, parts: [...path.parts, "config"] }, scope);
  return checked.kind === "map" ? { config: readLauncherConfig(checked, scope), document: checked } : undefined;
}

function readLauncherConfig(node: LocatedMap, scope: CheckScope): LauncherConfig {
  const variables = readCheckedVariables(getValue(node, "env_vars"), scope);
  const secretsTag = readText(node, "secrets_tag");
  const roleArn = readText(node, "service_discovery_role_arn");
  const assignPublicIp = readBoolean(node, "assign_public_ip");
  const cluster = readText(node, "cluster") ?? "";
  return {
    ...readEcsSettings(node, variables),
    secretsTags: secretsTag ? [secretsTag] : [],
    cluster: cluster.slice(cluster.lastIndexOf("/") + 1),
    subnets: readTexts(node, "subnets"),
    securityGroupIds: readTexts(node, "security_group_ids"),
    serviceDiscoveryNamespaceId: readText(node, "service_discovery_namespace_id") ?? "",
    ...(roleArn !== undefined && { serviceDiscoveryRoleArn: roleArn }),
    logGroup: readText(node, "log_group") ?? "",
    launchType: readText(node, "launch_type") === "EC2" ? "EC2" : DEFAULTS.launchType,
    ...(assignPublicIp !== undefined && { assignPublicIp }),
    enableEcsExec: readBoolean(node, "enable_ecs_exec") ?? false,
    serverTaskDefinitionPrefix: readText(node, "server_task_definition_prefix") ?? DEFAULTS.serverTaskDefinitionPrefix,
    codeServerMetricsEnabled: readBoolean(getValue(node, "code_server_metrics"), "enabled") ?? false,
    serverProcessStartupTimeout:
      readInteger(node, "server_process_startup_timeout") ?? DEFAULTS.serverProcessStartupTimeout,
    ecsTimeout: readInteger(node, "ecs_timeout") ?? DEFAULTS.ecsTimeout,
    ecsGracePeriod: readInteger(node, "ecs_grace_period") ?? DEFAULTS.ecsGracePeriod,
    secretArns: readTexts(node, "secrets"),
    other: Object.fromEntries(
      node.entries.filter(({ key }) => !USED_KEYS.has(key)).map(({ key, value }) => [key, toJson(value, "written")]),
    ),
  };
}

/** Keys of `user_code_launcher.config` that do not reach a code server. */
const UNUSED_KEYS: ReadonlySet<string> = new Set([
  "agent_metrics",
  "server_ttl",
  "defer_job_snapshots",
  "direct_snapshot_uploads",
  "upload_snapshots_on_startup",
  "requires_healthcheck",
  "run_task_definition_prefix",
]);
const USED_KEYS: ReadonlySet<string> = new Set(
  Object.keys(launcherConfigSchema.fields).filter((key) => !UNUSED_KEYS.has(key)),
);

function readApi(node: Located | undefined, scope: CheckScope): Located | undefined {
  if (!node) return undefined;
  // A variable of the agent's own task, such as its token, need not exist in a workflow step.
  return check(apiSchema, node, { root: "", parts: ["dagster_cloud_api"] }, { ...scope, unresolved: "warning" });
}

function readDeployments(api: Located | undefined): readonly string[] {
  const single = readText(api, "deployment");
  return [...(single === undefined ? readTexts(api, "deployment") : [single]), ...readTexts(api, "deployments")];
}

/** From the host of the address, else from the token `agent:<organization>:...`. */
function findOrganization(api: Located | undefined, sources: VariableSources): string | undefined {
  const host = /^https?:\/\/([^/:?#]+)/i.exec(readText(api, "url") ?? "")?.[1]?.toLowerCase();
  const [label] = host?.endsWith(".dagster.cloud") ? host.split(".") : [];
  if (label && label !== "agent") return label;
  const token = getValue(api, "agent_token");
  const variable = textOf(getValue(token, "env"));
  const text = variable === undefined ? textOf(token) : lookUpVariable(variable, sources);
  const [kind, organization] = text?.split(":") ?? [];
  return kind === "agent" && organization ? organization : undefined;
}
