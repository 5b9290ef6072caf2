import { ActionError } from "../errors.ts";
import type { PullRequestState } from "../ports.ts";
import type { Octokit } from "./octokit.ts";
import { READ_PULL_REQUESTS, requestGitHub } from "./requests.ts";

/** Whom to ask about which repository. */
export interface PullRequestQuestion {
  readonly octokit: Octokit;
  readonly owner: string;
  readonly repo: string;
}

/**
 * Whether a pull request is open. GitHub answers 404 for one that is not there, but also to a token that may not see
 * it: it is gone only when the same token can list the repository's pull requests.
 */
export async function readPullRequestState(
  { octokit, owner, repo }: PullRequestQuestion,
  number: number,
): Promise<PullRequestState> {
  try {
    const { data } = await requestGitHub(`read pull request ${number}`, READ_PULL_REQUESTS, () =>
      octokit.rest.pulls.get({ owner, repo, pull_number: number }),
    );
    const state: unknown = data.state;
    // Whatever stands between here and GitHub may answer, too.
    if (state !== "open" && state !== "closed") throw unreadable(number);
    return state;
  } catch (thrown) {
    if (!(thrown instanceof ActionError) || thrown.code !== "github-not-found") throw thrown;
  }
  const { data: others } = await requestGitHub("list the pull requests of the repository", READ_PULL_REQUESTS, () =>
    octokit.rest.pulls.list({ owner, repo, state: "all", per_page: 1 }),
  );
  if (!Array.isArray(others)) throw unreadable(number);
  return "gone";
}

function unreadable(number: number): ActionError {
  return new ActionError("github-refused", `GitHub did not say whether pull request ${number} is open or closed.`, {
    source: "github",
    hint: "Something between the runner and GitHub may have answered: run the job again.",
  });
}

/** Whether the head of a pull request is in another repository, or in one that is gone. */
export async function isFromFork({ octokit, owner, repo }: PullRequestQuestion, number: number): Promise<boolean> {
  const { data } = await requestGitHub(`read pull request ${number}`, READ_PULL_REQUESTS, () =>
    octokit.rest.pulls.get({ owner, repo, pull_number: number }),
  );
  // The types say that there is always a repository; GitHub sends null for one that was deleted.
  const head = data.head.repo as { readonly full_name: string } | null;
  return head?.full_name.toLowerCase() !== data.base.repo.full_name.toLowerCase();
}
