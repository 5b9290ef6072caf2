import { ActionError, explainError } from "../errors.ts";
import type { Inputs } from "../inputs.ts";
import type { GitHubEvent } from "../model/github-event.ts";
import type { PullRequestPort } from "../ports.ts";

/** Code of a fork must not reach AWS, and pull_request_target runs with the base's credentials on it. */
export function isUntrusted(event: GitHubEvent): boolean {
  return event.name === "pull_request_target" || event.headIsFork;
}

/** Commands that read what they deploy from the checkout. */
const DEPLOYING: ReadonlySet<Inputs["command"]> = new Set(["apply", "redeploy", "rollback"]);

/**
 * A comment on a pull request starts a run without saying where its code comes from, and the workflow may have checked
 * that code out: GitHub is asked before anything is deployed. Throws (ActionError, source `user`) when it does not say.
 */
export async function findOutWhoseCode(
  event: GitHubEvent | undefined,
  inputs: Pick<Inputs, "command" | "githubToken">,
  connect: (options: { token: string; repository: string }) => Promise<PullRequestPort>,
): Promise<GitHubEvent | undefined> {
  const isOpen = event?.pullRequest !== undefined && event.headRef === undefined && !event.headIsFork;
  if (!isOpen || !DEPLOYING.has(inputs.command)) return event;
  const { pullRequest = 0, repository } = event;
  const { githubToken: token } = inputs;
  try {
    if (token === undefined) throw new Error("There is no github-token to ask with.");
    const headIsFork = await (await connect({ token, repository })).isFromFork(pullRequest);
    return { ...event, headIsFork };
  } catch (error) {
    throw new ActionError(
      "untrusted-event",
      `Nothing says whether pull request ${pullRequest} comes from a fork: ${explainError(error)}`,
      { source: "user", hint: HINTS.apply },
    );
  }
}

/** Ends a run (ActionError, source `user`) that would write to AWS for an event that may only plan. */
export function refuseUntrusted(event: GitHubEvent | undefined, command: keyof typeof HINTS): void {
  if (event === undefined || !isUntrusted(event)) return;
  throw new ActionError(
    "untrusted-event",
    event.headIsFork
      ? `This event comes from a fork: it may plan, but not ${command}.`
      : `The event pull_request_target may plan, but not ${command}.`,
    { source: "user", hint: HINTS[command] },
  );
}

const HINTS = {
  apply: "Apply on `push` to the branch you deploy from.",
  destroy: "Run `destroy` on `pull_request`, for branches of this repository.",
  sweep: "Run `sweep` on `schedule`.",
  redeploy: "Run `redeploy` on `workflow_dispatch`.",
  rollback: "Run `rollback` on `workflow_dispatch`.",
} as const;
