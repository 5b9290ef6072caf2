import { ActionError } from "../errors.ts";
import { findBranchSite } from "./branch-site.ts";
import type { CommandContext } from "./context.ts";
import { nameOfBranchDeployment, refuseFullDeployment } from "./deployment.ts";
import { refuseLateDestroy } from "./late-run.ts";
import { findBranchDeployments, removeBranchDeployments } from "./remove-branches.ts";
import type { CarriedOut, CommandResult } from "./result.ts";
import { refuseUntrusted } from "./trusted-event.ts";

/**
 * Removes the branch deployment of a pull request, found by its tags alone: there need be no checkout. What is not of
 * a branch deployment of this repository and this pull request is not touched.
 */
export async function destroy(context: CommandContext): Promise<CommandResult> {
  const { inputs, event } = context;
  refuseUntrusted(event, "destroy");
  const pullRequest = inputs.pullRequest ?? event?.pullRequest;
  if (pullRequest === undefined) {
    throw new ActionError("pull-request-missing", "Nothing says whose branch deployment is to be destroyed.", {
      source: "user",
      hint: "Give `pull-request`. A full deployment is never destroyed.",
    });
  }
  const late = await refuseLateDestroy(pullRequest, context);
  if (late !== undefined) return late;
  const branch = event?.pullRequest === pullRequest ? event.headRef : undefined;
  const name = nameOfBranchDeployment(inputs, { number: pullRequest, branch });
  const site = await findBranchSite(context);
  if ("problems" in site) return { kind: "invalid", findings: site };
  const found = await findBranchDeployments(site, { pullRequest, name });
  for (const { owner } of found) {
    if (owner.deployment.toLowerCase() === inputs.deployment.toLowerCase())
      throw refuseFullDeployment(owner.deployment);
  }
  const reason =
    event?.action === "closed"
      ? { code: "closed", text: "The pull request is closed." }
      : { code: "destroy", text: `The branch deployment of pull request ${pullRequest} is removed.` };
  const removals = await removeBranchDeployments(
    found.map((one) => ({ ...one, reason })),
    site,
    context,
  );
  return {
    kind: "removed",
    findings: site.findings,
    removals,
    leftAlone: [],
    message: describeEnd(pullRequest, removals, site.cluster),
  };
}

function describeEnd(pullRequest: number, removals: readonly CarriedOut[], cluster: string): string {
  if (removals.length === 0) {
    return `There is no branch deployment of pull request ${pullRequest} in the cluster ${cluster}: nothing to remove.`;
  }
  if (!removals.every(({ outcome }) => outcome.succeeded)) {
    return `The branch deployment of pull request ${pullRequest} is not removed completely: run again to go on.`;
  }
  const keepsSome = removals.some(({ outcome }) => outcome.locations.some(({ warnings = [] }) => warnings.length > 0));
  return keepsSome
    ? `All that is left of the branch deployment of pull request ${pullRequest} are revisions that something still uses: run again, or \`sweep\`, when that has ended.`
    : `Nothing is left of the branch deployment of pull request ${pullRequest}.`;
}
