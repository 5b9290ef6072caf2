import { toDate } from "../world/world.ts";
import type { CommentRecord, GitHubRepositoryRecord, PullRequestRecord } from "./state.ts";

export function viewUser(login: string): Record<string, unknown> {
  return { login, id: login.length, type: login.endsWith("[bot]") ? "Bot" : "User" };
}

function toTime(at: number): string {
  return `${toDate(at).toISOString().slice(0, 19)}Z`;
}

export function viewComment(repository: GitHubRepositoryRecord, comment: CommentRecord): Record<string, unknown> {
  return {
    id: comment.id,
    node_id: `IC_${comment.id}`,
    html_url: `https://github.com/${repository.fullName}/pull/${comment.issue}#issuecomment-${comment.id}`,
    body: comment.body,
    user: viewUser(comment.login),
    created_at: toTime(comment.createdAt),
    updated_at: toTime(comment.updatedAt),
    author_association: "NONE",
    performed_via_github_app: comment.login.endsWith("[bot]") ? { slug: comment.login.replace("[bot]", "") } : null,
  };
}

export function viewPullRequest(repository: GitHubRepositoryRecord, pull: PullRequestRecord): Record<string, unknown> {
  const repo = (fullName: string): Record<string, unknown> => ({
    full_name: fullName,
    fork: fullName.toLowerCase() !== repository.fullName.toLowerCase(),
    owner: viewUser(fullName.split("/")[0] ?? ""),
  });
  return {
    number: pull.number,
    state: pull.state,
    title: pull.title,
    draft: pull.draft,
    merged: pull.merged,
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
