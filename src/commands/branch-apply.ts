import type { CommandContext } from "./context.ts";
import type { CommandResult } from "./result.ts";

/**
 * Undefined when the branch deployment may be applied to. A workflow that is run again, or that waited for its image,
 * may find its pull request closed: what it would create, nobody would remove before the next sweep.
 */
export async function refuseClosedPullRequest(context: CommandContext): Promise<CommandResult | undefined> {
  const { event, inputs, deployment } = context;
  const pullRequest = deployment.branch?.pullRequest;
  if (pullRequest === undefined || event === undefined || inputs.githubToken === undefined) return undefined;
  if ((await askState(pullRequest, inputs.githubToken, event.repository, context)) !== "closed") return undefined;
  return {
    kind: "nothing",
    message: `Pull request ${pullRequest} is closed by now: its branch deployment ${deployment.name} is not created again.`,
  };
}

/** Undefined when GitHub does not say: then the event counts, which said that it is open. */
async function askState(pullRequest: number, token: string, repository: string, context: CommandContext) {
  try {
    const pullRequests = await context.connectPullRequests({ token, repository });
    return await pullRequests.pullRequestState(pullRequest);
  } catch {
    return undefined;
  }
}
