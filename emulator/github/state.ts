export interface CommentRecord {
  readonly id: number;
  readonly issue: number;
  readonly login: string;
  body: string;
  readonly createdAt: number;
  updatedAt: number;
}

export interface PullRequestRecord {
  readonly number: number;
  title: string;
  state: "open" | "closed";
  merged: boolean;
  readonly headRef: string;
  headSha: string;
  /** `owner/name` of the repository the head is in; another one than the pull request's is a fork. */
  readonly headRepository: string;
  readonly baseRef: string;
  readonly login: string;
  draft: boolean;
  labels: readonly string[];
  readonly createdAt: number;
  updatedAt: number;
}

export interface GitHubRepositoryRecord {
  /** `owner/name`. */
  readonly fullName: string;
  readonly pullRequests: Map<number, PullRequestRecord>;
  /** Oldest first. */
  comments: CommentRecord[];
}

export interface GitHubState {
  /** By `owner/name`, in lower case: GitHub's names do not tell case apart. */
  readonly repositories: Map<string, GitHubRepositoryRecord>;
  nextCommentId: number;
}

export function createGitHubState(): GitHubState {
  return { repositories: new Map(), nextCommentId: 1_000_001 };
}

/** Adds a repository, or answers the one that is there. */
export function addGitHubRepository(state: GitHubState, fullName: string): GitHubRepositoryRecord {
  const key = fullName.toLowerCase();
  const known = state.repositories.get(key);
  if (known !== undefined) {
    return known;
  }
  const repository: GitHubRepositoryRecord = {
    fullName,
    pullRequests: new Map(),
    comments: [],
  };
  state.repositories.set(key, repository);
  return repository;
}
