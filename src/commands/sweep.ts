import { mapConcurrently } from "../concurrency.ts";
import { ActionError, explainError } from "../errors.ts";
import type { PullRequestPort, PullRequestState } from "../ports.ts";
import { type BranchSite, findBranchSite } from "./branch-site.ts";
import type { CommandContext } from "./context.ts";
import { type BranchDeploymentFound, findBranchDeployments, removeBranchDeployments } from "./remove-branches.ts";
import type { CommandResult } from "./result.ts";
import { refuseUntrusted } from "./trusted-event.ts";

const QUESTIONS_AT_ONCE = 4;

/** What GitHub says of a pull request, or why it says nothing. */
type Answer = PullRequestState | { readonly unknown: string };

/**
 * Removes every branch deployment of the repository whose pull request is closed or gone, and finishes removals that
 * were interrupted. In doubt it leaves a branch deployment alone and says so.
 */
export async function sweep(context: CommandContext): Promise<CommandResult> {
  refuseUntrusted(context.event, "sweep");
  const site = await findBranchSite(context);
  if ("problems" in site) return { kind: "invalid", findings: site };
  const found = await findBranchDeployments(site, {});
  const answers = await askAbout(found, site, context);
  const doubts = found.flatMap(({ owner }) => {
    const why = whyLeftAlone(owner.deployment, answers.get(owner.pullRequest), context);
    return why === undefined ? [] : [`${owner.deployment} (pull request ${owner.pullRequest}): ${why}`];
  });
  const closed = found.flatMap((one) => {
    const { deployment, pullRequest } = one.owner;
    const answer = answers.get(pullRequest);
    if (whyLeftAlone(deployment, answer, context) !== undefined || answer === "open") return [];
    return [{ ...one, reason: { code: "closed", text: `Pull request ${pullRequest} is ${String(answer)}.` } }];
  });
  const removals = await removeBranchDeployments(closed, site, context);
  return {
    kind: "removed",
    findings: site.findings,
    removals: removals.map((removal, index) => ({
      ...removal,
      pullRequestIsGone: answers.get(closed[index]?.owner.pullRequest ?? 0) === "gone",
    })),
    leftAlone: doubts,
    message: describeEnd(found.length, removals.length, doubts.length),
  };
}

/** One question for each pull request. */
async function askAbout(
  found: readonly BranchDeploymentFound[],
  site: BranchSite,
  context: CommandContext,
): Promise<ReadonlyMap<number, Answer>> {
  const numbers = [...new Set(found.map(({ owner }) => owner.pullRequest))];
  if (numbers.length === 0) return new Map();
  const pullRequests = await connect(site, context);
  const answers = await mapConcurrently(numbers, QUESTIONS_AT_ONCE, (number) => ask(number, pullRequests));
  return new Map(numbers.map((number, index) => [number, answers[index] ?? { unknown: "GitHub was not asked." }]));
}

async function connect({ repository }: BranchSite, context: CommandContext): Promise<PullRequestPort> {
  const { inputs, environment } = context;
  const token = inputs.githubToken ?? (environment.get("GITHUB_TOKEN") || environment.get("GH_TOKEN") || undefined);
  if (token !== undefined) return context.connectPullRequests({ token, repository });
  throw new ActionError("token-missing", "There is no token to ask GitHub which pull requests are closed.", {
    source: "user",
    hint: "Give `github-token`, or set GITHUB_TOKEN, with `pull-requests: read`.",
  });
}

async function ask(number: number, pullRequests: PullRequestPort): Promise<Answer> {
  try {
    return await pullRequests.pullRequestState(number);
  } catch (error) {
    return { unknown: explainError(error) };
  }
}

/** Undefined when it is plain whether the branch deployment may go. */
function whyLeftAlone(deployment: string, answer: Answer | undefined, { inputs }: CommandContext): string | undefined {
  if (answer === undefined) return "GitHub was not asked.";
  if (typeof answer === "object") return answer.unknown;
  return deployment.toLowerCase() === inputs.deployment.toLowerCase()
    ? "It is called as the full deployment is."
    : undefined;
}

function describeEnd(found: number, removed: number, leftAlone: number): string {
  if (found === 0) return "There is no branch deployment of this repository: nothing to sweep.";
  const open = found - removed - leftAlone;
  const parts = [
    `${removed} of ${found} branch deployment${found === 1 ? "" : "s"} swept`,
    ...(open > 0 ? [`${open} of open pull requests`] : []),
    ...(leftAlone > 0 ? [`${leftAlone} left alone`] : []),
  ];
  return `${parts.join(", ")}.`;
}
