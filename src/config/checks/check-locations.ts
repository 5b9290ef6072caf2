import type { Problem } from "../../errors.ts";
import type { DeploymentDocument, LocationDocument } from "../documents.ts";
import { makeReport } from "../report.ts";
import { checkArns } from "./arns.ts";
import { checkContainers } from "./containers.ts";
import { checkDependencies } from "./dependencies.ts";
import { checkDeployment } from "./deployment.ts";
import { checkEnvironment } from "./environment.ts";
import { checkFargateFields } from "./fargate-fields.ts";
import { checkHealthChecks } from "./health-checks.ts";
import { checkImages } from "./images.ts";
import { checkLogging } from "./logging.ts";
import { checkNames } from "./names.ts";
import { checkPorts } from "./ports.ts";
import { checkResources } from "./resources.ts";
import { checkSecretLiterals } from "./secret-literals.ts";
import { checkTags } from "./tags.ts";
import { checkDeploymentTemplates, checkTemplates } from "./templates.ts";
import { makeView, type ViewCheck } from "./view.ts";
import { checkVolumes } from "./volumes.ts";

/** What the files do not say. */
export interface LocationCheckOptions {
  /** The Dagster deployment the locations go to; undefined when it is not known. */
  readonly deployment: { readonly name: string; readonly isBranch: boolean } | undefined;
  /** Names of the locations whose image an input gives. */
  readonly overriddenImages: ReadonlySet<string>;
  /** Port the code servers listen at. */
  readonly codeServerPort: number;
  /** Environment variables that the action sets in the code server of a location. */
  readonly injectedNames: (location: string) => readonly string[];
  /** Names that the agent's task has as secrets: a valueless variable of such a name is a secret. */
  readonly agentSecrets?: ReadonlySet<string>;
  /** Name of the ECS service of a location. */
  readonly serviceNameOf: (location: string) => string;
}

const VIEW_CHECKS: readonly ViewCheck[] = [
  checkResources,
  checkContainers,
  checkVolumes,
  checkHealthChecks,
  checkDependencies,
  checkLogging,
  checkFargateFields,
  checkTags,
  checkArns,
  checkSecretLiterals,
  checkTemplates,
];

/**
 * Everything ECS or the agent would refuse, or do otherwise than the files let expect, beyond shape and types: over
 * each location as it is after the merge with its deployment. Without the deployment's configuration, what it may
 * decide is a warning, or not told.
 */
export function checkLocations(
  locations: readonly LocationDocument[],
  deployment: DeploymentDocument | undefined,
  options: LocationCheckOptions,
): readonly Problem[] {
  const report = makeReport();
  const views = locations.map((document) => makeView(document, deployment));
  for (const view of views) {
    for (const check of VIEW_CHECKS) check(view, report);
    checkPorts(options.codeServerPort)(view, report);
    checkEnvironment(options.injectedNames(view.name), options.agentSecrets)(view, report);
  }
  checkImages(views, options.overriddenImages, report);
  checkNames(views, options.serviceNameOf, report);
  if (deployment) {
    checkDeployment(views, deployment, options.deployment, report);
    checkDeploymentTemplates(deployment, report);
  }
  return report.problems;
}
