import { toDate } from "../world/world.ts";
import type {
  CommentRecord,
  DeploymentRecord,
  DeploymentStatusRecord,
  GitHubRepositoryRecord,
  PullRequestRecord,
} from "./state.ts";

// What the emulator has something to say of; `complete` adds what GitHub's description requires besides.

type View = Readonly<Record<string, unknown>>;

export function viewUser(login: string): View {
  return { login, id: login.length, type: login.endsWith("[bot]") ? "Bot" : "User" };
}

function viewApp(login: string): View | null {
  return login.endsWith("[bot]") ? { slug: login.replace("[bot]", "") } : null;
}

function toTime(at: number): string {
  return `${toDate(at).toISOString().slice(0, 19)}Z`;
}

export function viewComment(repository: GitHubRepositoryRecord, comment: CommentRecord): View {
  return {
    id: comment.id,
    node_id: `IC_${comment.id}`,
    html_url: `https://github.com/${repository.fullName}/pull/${comment.issue}#issuecomment-${comment.id}`,
    body: comment.body,
    user: viewUser(comment.login),
    created_at: toTime(comment.createdAt),
    updated_at: toTime(comment.updatedAt),
    author_association: "NONE",
    performed_via_github_app: viewApp(comment.login),
  };
}

export function viewRepository(fullName: string, isFork = false): View {
  const [owner = "", name = ""] = fullName.split("/");
  return { name, full_name: fullName, owner: viewUser(owner), private: true, default_branch: "main", fork: isFork };
}

/** As lists have it. */
export function viewPullRequestBriefly(repository: GitHubRepositoryRecord, pull: PullRequestRecord): View {
  const repo = (fullName: string): View =>
    viewRepository(fullName, fullName.toLowerCase() !== repository.fullName.toLowerCase());
  return {
    number: pull.number,
    state: pull.state,
    title: pull.title,
    draft: pull.draft,
    locked: pull.locked,
    merged_at: pull.merged ? toTime(pull.updatedAt) : null,
    html_url: `https://github.com/${repository.fullName}/pull/${pull.number}`,
    user: viewUser(pull.login),
    labels: pull.labels.map((name) => ({ name })),
    head: {
      ref: pull.headRef,
      sha: pull.headSha,
      label: `${pull.headRepository.split("/")[0]}:${pull.headRef}`,
      repo: repo(pull.headRepository),
    },
    base: { ref: pull.baseRef, sha: "0".repeat(40), repo: repo(repository.fullName) },
    created_at: toTime(pull.createdAt),
    updated_at: toTime(pull.updatedAt),
    closed_at: pull.state === "closed" ? toTime(pull.updatedAt) : null,
  };
}

export function viewPullRequest(repository: GitHubRepositoryRecord, pull: PullRequestRecord): View {
  return { ...viewPullRequestBriefly(repository, pull), merged: pull.merged };
}

export function viewDeployment(repository: GitHubRepositoryRecord, deployment: DeploymentRecord): View {
  const { ref } = deployment;
  return {
    url: `https://api.github.com/repos/${repository.fullName}/deployments/${deployment.id}`,
    id: deployment.id,
    node_id: `DE_${deployment.id}`,
    sha: /^[0-9a-f]{40}$/.test(ref) ? ref : "0".repeat(40),
    ref,
    task: deployment.task,
    payload: deployment.payload,
    environment: deployment.environment,
    original_environment: deployment.environment,
    description: deployment.description,
    creator: viewUser(deployment.login),
    created_at: toTime(deployment.createdAt),
    updated_at: toTime(deployment.statuses.at(-1)?.createdAt ?? deployment.createdAt),
    transient_environment: deployment.transient,
    production_environment: deployment.production,
    performed_via_github_app: viewApp(deployment.login),
  };
}

export function viewDeploymentStatus(deployment: DeploymentRecord, status: DeploymentStatusRecord): View {
  return {
    id: status.id,
    node_id: `DES_${status.id}`,
    state: status.state,
    creator: viewUser(deployment.login),
    description: status.description,
    environment: deployment.environment,
    target_url: status.logUrl,
    log_url: status.logUrl,
    environment_url: status.environmentUrl,
    created_at: toTime(status.createdAt),
    updated_at: toTime(status.createdAt),
    performed_via_github_app: viewApp(deployment.login),
  };
}
