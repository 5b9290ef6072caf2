/** A pull request as a test changes it. */
export interface PullRequestFacts {
  readonly number?: number;
  readonly headSha?: string;
  readonly headRef?: string;
  /** `owner/name` of the repository the head is in. */
  readonly headRepository?: string;
  readonly state?: "open" | "closed";
  readonly merged?: boolean;
}

const REPOSITORY = "example/data";
const BASE_SHA = "b".repeat(40);
const CREATED = "2026-01-02T03:04:05Z";

/** The payload of a `pull_request` event in GitHub's shape, with the members that look like what is read. */
export function pullRequestPayload(action: string, facts: PullRequestFacts = {}): object {
  const { number = 7, headSha = "a".repeat(40), headRef = "feature/new-etl", headRepository = REPOSITORY } = facts;
  const state = facts.state ?? (action === "closed" ? "closed" : "open");
  const repository = repositoryOf(REPOSITORY);
  const url = `https://api.github.com/repos/${REPOSITORY}/pulls/${number}`;
  return {
    action,
    number,
    ...(action === "synchronize" && { before: "9".repeat(40), after: headSha }),
    ...(action === "labeled" && { label: { id: 1, name: "preview", color: "ededed", default: false } }),
    pull_request: {
      url,
      id: 900_000 + number,
      node_id: "PR_kwDOABCDEF",
      html_url: `https://github.com/${REPOSITORY}/pull/${number}`,
      number,
      state,
      locked: false,
      title: "Load the new source ::error::@everyone",
      user: userOf("octocat"),
      body: "Closes #3.",
      created_at: CREATED,
      updated_at: CREATED,
      closed_at: state === "closed" ? CREATED : null,
      merged_at: facts.merged ? CREATED : null,
      merge_commit_sha: "c".repeat(40),
      assignees: [],
      requested_reviewers: [],
      labels: [],
      milestone: null,
      draft: false,
      head: {
        label: `${headRepository.split("/")[0]}:${headRef}`,
        ref: headRef,
        sha: headSha,
        user: userOf(headRepository.split("/")[0] ?? ""),
        repo: repositoryOf(headRepository),
      },
      base: { label: "example:main", ref: "main", sha: BASE_SHA, user: userOf("example"), repo: repository },
      author_association: "CONTRIBUTOR",
      auto_merge: null,
      merged: facts.merged ?? false,
      mergeable: null,
      comments: 0,
      commits: 1,
      changed_files: 1,
    },
    repository,
    sender: userOf("octocat"),
  };
}

function userOf(login: string): object {
  return { login, id: login.length, node_id: "U_1", type: "User", site_admin: false };
}

function repositoryOf(fullName: string): object {
  const [owner = "", name = ""] = fullName.split("/");
  return {
    id: fullName.length,
    name,
    full_name: fullName,
    private: true,
    owner: userOf(owner),
    fork: fullName !== REPOSITORY,
    default_branch: "main",
    visibility: "private",
  };
}
