/** What GitHub says about why this run was started. Names of branches and people are untrusted text. */
export interface GitHubEvent {
  /** `GITHUB_EVENT_NAME`, for example `pull_request`. */
  readonly name: string;
  /** The event's activity, for example `opened`. */
  readonly action?: string;
  /** `owner/repo`. */
  readonly repository: string;
  /** `GITHUB_SHA`; on pull requests the merge commit that GitHub made for the test. */
  readonly sha: string;
  /** `GITHUB_REF`. */
  readonly ref: string;
  /** The commit the author pushed; on pull requests the head, else the same as `sha`. */
  readonly headSha: string;
  readonly pullRequest?: number;
  /** True when the head's repository is another one than this, or is gone. */
  readonly headIsFork: boolean;
  readonly baseRef?: string;
  readonly headRef?: string;
  /** Of the pull request, when the event happened: a closed one can still be edited or labeled. */
  readonly pullRequestState?: "open" | "closed";
  /** For a closed pull request. */
  readonly merged?: boolean;
  readonly actor: string;
  /** Page of the workflow run. */
  readonly runUrl: string;
  /** Grows over the whole of GitHub; the same for every attempt of a run. */
  readonly runId: number;
  /** Grows with each run of this workflow. */
  readonly runNumber: number;
  readonly runAttempt: number;
  /** Absolute path of the checkout. */
  readonly workspace: string;
}
