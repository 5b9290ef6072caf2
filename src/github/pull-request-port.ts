import type { PullRequestPort } from "../ports.ts";
import { type Authorship, findAuthorship, upsertComment } from "./comment-life.ts";
import { connectOnce, type OctokitSettings } from "./octokit.ts";
import { isFromFork, readPullRequestState } from "./pull-request-state.ts";

/** Where and as whom comments are written. */
export interface PullRequestPortOptions extends OctokitSettings {
  /** `owner/repo`. */
  readonly repository: string;
}

/** Pull requests and their comments, through GitHub's REST API. */
export function createPullRequestPort({ repository, ...settings }: PullRequestPortOptions): PullRequestPort {
  const [owner = "", repo = ""] = repository.split("/");
  const connect = connectOnce(settings);
  let known: Authorship | undefined;
  const authorship = async (): Promise<Authorship> => {
    known ??= await findAuthorship(await connect());
    return known;
  };
  return {
    pullRequestState: async (pullRequest) =>
      readPullRequestState({ octokit: await connect(), owner, repo }, pullRequest),
    isFromFork: async (pullRequest) => isFromFork({ octokit: await connect(), owner, repo }, pullRequest),
    upsertComment: async (pullRequest, key, body, { onlyUpdate }) =>
      upsertComment(
        { octokit: await connect(), address: { owner, repo, issue_number: pullRequest }, key, authorship },
        body,
        { onlyUpdate },
      ),
  };
}
