import type { getOctokit } from "@actions/github";
import { ActionError } from "../errors.ts";
import type { Clock, PullRequestState } from "../ports.ts";
import { requestGitHub } from "./requests.ts";

/** Whom to ask about which repository. */
export interface PullRequestQuestion {
  readonly octokit: ReturnType<typeof getOctokit>;
  readonly clock: Clock;
  readonly owner: string;
  readonly repo: string;
}

/**
 * Whether a pull request is open. GitHub answers 404 for one that is not there, but also to a token that may not see
 * it: it is gone only when the same token can list the repository's pull requests.
 */
export async function readPullRequestState(question: PullRequestQuestion, number: number): Promise<PullRequestState> {
  const { octokit, clock, owner, repo } = question;
  try {
    const { data } = await requestGitHub(
      `read pull request ${number}`,
      clock,
      () => octokit.rest.pulls.get({ owner, repo, pull_number: number }),
      "read",
    );
    return data.state;
  } catch (thrown) {
    if (!(thrown instanceof ActionError) || thrown.code !== "github-not-found") throw thrown;
  }
  await requestGitHub(
    "list the pull requests of the repository",
    clock,
    () => octokit.rest.pulls.list({ owner, repo, state: "all", per_page: 1 }),
    "read",
  );
  return "gone";
}
