import { isMeantForEcsAgent } from "../config/agent-file.ts";
import { hideLiterals } from "../config/agent-literals.ts";
import { ActionError, type Problem } from "../errors.ts";
import { lastSegment } from "../model/arn.ts";
import type { LauncherConfig } from "../model/workspace.ts";
import type { AwsPorts } from "../ports.ts";
import { readAgentConfiguration } from "./agent-configuration.ts";
import { connectAws } from "./aws-connection.ts";
import type { CommandContext } from "./context.ts";
import { DEPLOYMENT_FILE, readDeployment } from "./load-configuration.ts";
import { refuseOtherCluster } from "./prepare.ts";
import { hiddenValuesOf, publicTextsOf } from "./redaction.ts";
import type { Findings } from "./result.ts";
import { repositoryOf } from "./source.ts";

/** Default of `server_task_definition_prefix`, for where no configuration says otherwise. */
const FAMILY_PREFIX = "server";

/** Where the branch deployments of a repository are. */
export interface BranchSite {
  /** `owner/repo`. */
  readonly repository: string;
  readonly cluster: string;
  readonly account: string;
  readonly ports: AwsPorts;
  /** Undefined when no configuration names one. */
  readonly namespaceId: string | undefined;
  /** How the families of code servers begin. */
  readonly familyPrefix: string;
  readonly environmentTexts: ReadonlySet<string>;
  /** Warnings only. */
  readonly findings: Findings;
}

/**
 * Finds out where to look. The pull request that closes has no checkout: `cluster` and a region are enough, and a
 * configuration only adds to it. Findings with errors when that is not enough.
 */
export async function findBranchSite(context: CommandContext): Promise<BranchSite | Findings> {
  const { inputs } = context;
  const repository = await repositoryOf(context);
  if (repository === undefined) {
    throw new ActionError("repository-missing", "Nothing says which repository the branch deployments are of.", {
      source: "user",
      hint: "Run in a clone with a remote `origin`, or set GITHUB_REPOSITORY to owner/repo.",
    });
  }
  const configuration = await readConfiguration(context);
  const { launcher, findings } = configuration;
  const cluster = inputs.cluster === undefined ? launcher?.cluster : lastSegment(inputs.cluster);
  if (cluster === undefined) {
    if (findings.problems.length > 0) return findings;
    throw new ActionError("cluster-missing", "Nothing says in which ECS cluster the branch deployments are.", {
      source: "user",
      hint: "Give `cluster`, or the per-deployment configuration (`dagster-yaml` or `agent-service`).",
    });
  }
  const ports = await connectAws(context, launcher);
  const { account } = await ports.identity.callerIdentity();
  refuseOtherCluster(inputs.cluster, ports.region, account);
  return {
    repository,
    cluster,
    account,
    ports,
    namespaceId: launcher?.serviceDiscoveryNamespaceId,
    familyPrefix: `${launcher?.serverTaskDefinitionPrefix ?? FAMILY_PREFIX}_`,
    environmentTexts: configuration.environmentTexts,
    // What is wrong with a file that is not needed does not stop a removal.
    findings: { ...findings, problems: findings.problems.map((problem) => ({ ...problem, severity: "warning" })) },
  };
}

interface SiteConfiguration {
  readonly launcher: LauncherConfig | undefined;
  readonly environmentTexts: ReadonlySet<string>;
  readonly findings: Findings;
}

async function readConfiguration(context: CommandContext): Promise<SiteConfiguration> {
  const { inputs, files, environment } = context;
  const agent = await readAgentConfiguration(context);
  const path = inputs.dagsterYaml ?? DEPLOYMENT_FILE;
  const found = agent === undefined ? await files.read(path) : undefined;
  const isMeant =
    found !== undefined && (inputs.dagsterYaml !== undefined || isMeantForEcsAgent({ path, bytes: found }));
  const bytes = isMeant ? found : undefined;
  const { config, environmentTexts, literals, problems, sources } = readDeployment(
    agent ?? (bytes && { path, bytes }),
    {
      stepEnvironment: environment,
      unresolved: "warning",
      agent: agent?.environment,
    },
  );
  const shown: Findings["sources"] = bytes === undefined ? new Map() : sources;
  context.hide([...environmentTexts, ...hiddenValuesOf(config?.launcher.envVars ?? [])], publicTextsOf(shown));
  const hide = (problem: Problem): Problem =>
    problem.file === agent?.path ? hideLiterals(problem, literals) : problem;
  return { launcher: config?.launcher, environmentTexts, findings: { problems: problems.map(hide), sources: shown } };
}
