export interface CommentRecord {
  readonly id: number;
  readonly issue: number;
  readonly login: string;
  body: string;
  /** What it said before, oldest first. */
  readonly earlier: string[];
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
  /** A conversation that only people with write access may go on with. */
  locked: boolean;
  labels: readonly string[];
  readonly createdAt: number;
  updatedAt: number;
}

export interface DeploymentStatusRecord {
  readonly id: number;
  readonly state: string;
  readonly description: string;
  readonly logUrl: string;
  readonly environmentUrl: string;
  readonly createdAt: number;
}

export interface DeploymentRecord {
  readonly id: number;
  readonly ref: string;
  readonly environment: string;
  readonly task: string;
  readonly description: string | null;
  readonly payload: unknown;
  readonly transient: boolean;
  readonly production: boolean;
  readonly login: string;
  readonly createdAt: number;
  /** Oldest first. */
  readonly statuses: DeploymentStatusRecord[];
}

export interface GitHubRepositoryRecord {
  /** `owner/name`. */
  readonly fullName: string;
  readonly pullRequests: Map<number, PullRequestRecord>;
  /** Oldest first. */
  comments: CommentRecord[];
  /** Oldest first. */
  readonly deployments: DeploymentRecord[];
}

export interface GitHubState {
  /** By `owner/name`, in lower case: GitHub's names do not tell case apart. */
  readonly repositories: Map<string, GitHubRepositoryRecord>;
  nextCommentId: number;
  nextDeploymentId: number;
  /** The hour whose requests are counted, and how many there were. */
  readonly limit: { since: number; used: number };
}

export function createGitHubState(): GitHubState {
  return {
    repositories: new Map(),
    nextCommentId: 1_000_001,
    nextDeploymentId: 2_000_001,
    limit: { since: 0, used: 0 },
  };
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
    deployments: [],
  };
  state.repositories.set(key, repository);
  return repository;
}
