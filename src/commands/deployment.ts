import { branchDeploymentName } from "../desired/branch-name.ts";
import { ActionError } from "../errors.ts";
import type { Inputs } from "../inputs.ts";
import type { DagsterDeployment } from "../model/desired.ts";
import type { GitHubEvent } from "../model/github-event.ts";

/** What the inputs say about deployments. */
export type DeploymentInputs = Pick<Inputs, "deployment" | "branchDeploymentName">;

/** The full deployment of this name. */
export function fullDeployment(name: string): DagsterDeployment {
  return { name, kind: "full" };
}

/** The branch deployment of the event's pull request. Throws an ActionError (source `user`) when it can have none. */
export function branchDeployment(inputs: DeploymentInputs, event: GitHubEvent): DagsterDeployment {
  const { pullRequest, headRef } = event;
  if (pullRequest === undefined || headRef === undefined) {
    throw new ActionError(
      "no-pull-request-head",
      `The event ${event.name} does not say which pull request and branch it is about, and only a pull request has a branch deployment.`,
      { source: "user", hint: "Deploy branches on `pull_request`, or leave `branch-deployments` out here." },
    );
  }
  const name = nameOfBranchDeployment(inputs, { number: pullRequest, branch: headRef }) ?? "";
  return {
    name,
    kind: "branch",
    branch: {
      pullRequest,
      // Of OPEN, CLOSED and MERGED (Dagster+, "Built-in environment variables"): a closed one is not deployed.
      pullRequestStatus: "OPEN",
      baseDeployment: inputs.deployment,
      gitBranch: headRef,
      gitRepository: event.repository,
      gitSha: event.headSha,
    },
  };
}

/**
 * The name of a pull request's branch deployment; undefined when it has the branch in it and that is not known. Throws
 * an ActionError (source `user`) when it is that of the full deployment: case does not tell two services apart.
 */
export function nameOfBranchDeployment(
  inputs: DeploymentInputs,
  pullRequest: { readonly number: number; readonly branch: string | undefined },
): string | undefined {
  const name = branchDeploymentName(inputs.branchDeploymentName, pullRequest);
  if (name?.toLowerCase() === inputs.deployment.toLowerCase()) throw refuseFullDeployment(name);
  return name;
}

/** For a branch deployment that is called as the full deployment is. */
export function refuseFullDeployment(name: string): ActionError {
  return new ActionError(
    "branch-deployment-is-full",
    `The branch deployment would be called "${name}", as the full deployment is.`,
    { source: "user", hint: "Write another `branch-deployment-name`, for example pr-{number}." },
  );
}
