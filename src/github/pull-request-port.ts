import type { getOctokit } from "@actions/github";
import { ActionError } from "../errors.ts";
import { type CommentMarker, readCommentMarker } from "../model/comment-marker.ts";
import type { Clock, PullRequestPort } from "../ports.ts";
import { readPullRequestState } from "./pull-request-state.ts";
import { requestGitHub } from "./requests.ts";

/** Where and as whom comments are written. */
export interface PullRequestPortOptions {
  readonly token: string;
  /** `owner/repo`. */
  readonly repository: string;
  /** `GITHUB_API_URL`, for example `https://api.github.com`. */
  readonly apiUrl: string;
  readonly clock: Clock;
}

type Octokit = ReturnType<typeof getOctokit>;

interface Comment {
  readonly id: number;
  readonly url: string;
  readonly body: string;
}

/** Who a comment must be from to be ours. */
type Author = { readonly kind: "user"; readonly login: string } | { readonly kind: "app" };

interface Thread {
  readonly octokit: Octokit;
  readonly clock: Clock;
  /** Of the issue that a pull request is in this part of the API. */
  readonly address: { readonly owner: string; readonly repo: string; readonly issue_number: number };
  readonly key: string;
}

/** Pull requests and their comments, through GitHub's REST API. */
export function createPullRequestPort({ token, repository, apiUrl, clock }: PullRequestPortOptions): PullRequestPort {
  const [owner = "", repo = ""] = repository.split("/");
  const connect = async (): Promise<Octokit> => {
    // Loaded here: the package reads the event file when it is loaded, and fails on a broken one.
    const { getOctokit } = await import("@actions/github");
    return getOctokit(token, { baseUrl: apiUrl });
  };
  return {
    async pullRequestState(pullRequest) {
      return readPullRequestState({ octokit: await connect(), clock, owner, repo }, pullRequest);
    },

    async upsertComment(pullRequest, key, body, { onlyUpdate }) {
      const octokit = await connect();
      const thread: Thread = { octokit, clock, address: { owner, repo, issue_number: pullRequest }, key };
      const author = await findAuthor(thread, token);
      const found = await listOurs(thread, author);
      if (found.length > 0) return settle(thread, found, body);
      if (onlyUpdate) return undefined;
      const created = await createComment(thread, body);
      // Another run may have created one at the same moment. GitHub has no conditional create.
      const now = await listOurs(thread, author);
      const [oldest] = now;
      if (oldest === undefined || oldest.id === created.id) {
        await deleteComments(thread, now.slice(1));
        return { url: created.url, change: "created" };
      }
      return settle(thread, now, body);
    },
  };
}

/** Brings the oldest comment up to date and deletes the others, which lost a race. */
async function settle(
  thread: Thread,
  [oldest, ...others]: readonly Comment[],
  body: string,
): Promise<{ url: string; change: "updated" | "unchanged" } | undefined> {
  if (oldest === undefined) return undefined;
  await deleteComments(thread, others);
  if (sameText(oldest.body, body) || isNewer(oldest.body, body)) return { url: oldest.url, change: "unchanged" };
  const { owner, repo } = thread.address;
  await requestGitHub("update the comment on the pull request", thread.clock, () =>
    thread.octokit.rest.issues.updateComment({ owner, repo, comment_id: oldest.id, body }),
  );
  return { url: oldest.url, change: "updated" };
}

// A run that was overtaken leaves the newer run's comment alone.
function isNewer(existing: string, body: string): boolean {
  const [theirs, ours] = [existing, body].map((text): CommentMarker | undefined => readCommentMarker(text));
  return theirs?.runId !== undefined && ours?.runId !== undefined && theirs.runId > ours.runId;
}

// GitHub may store other line breaks than it was sent.
function sameText(one: string, other: string): boolean {
  return one.replaceAll("\r\n", "\n").trim() === other.replaceAll("\r\n", "\n").trim();
}

// A token of an app (the job's own is one) may not ask who it is. People cannot write as a bot, so a comment of a
// bot that begins with our marker is ours.
async function findAuthor({ octokit, clock }: Thread, token: string): Promise<Author> {
  if (token.startsWith("ghs_")) return { kind: "app" };
  try {
    const { data } = await requestGitHub("ask whose token this is", clock, () => octokit.rest.users.getAuthenticated());
    return { kind: "user", login: data.login };
  } catch (thrown) {
    const isApp =
      thrown instanceof ActionError && (thrown.code === "github-forbidden" || thrown.code === "github-not-found");
    if (isApp) return { kind: "app" };
    throw thrown;
  }
}

/** Our comments with this key, the oldest first. */
async function listOurs({ octokit, clock, address, key }: Thread, author: Author): Promise<readonly Comment[]> {
  const comments = await requestGitHub("read the comments of the pull request", clock, () =>
    octokit.paginate(octokit.rest.issues.listComments, { ...address, per_page: 100 }),
  );
  return comments
    .filter(({ user }) => (author.kind === "app" ? user?.type === "Bot" : user?.login === author.login))
    .map(({ id, html_url, body = "" }) => ({ id, url: html_url, body }))
    .filter(({ body }) => readCommentMarker(body)?.key === key)
    .sort((one, other) => one.id - other.id);
}

async function createComment({ octokit, clock, address }: Thread, body: string): Promise<Comment> {
  const { data } = await requestGitHub("comment on the pull request", clock, () =>
    octokit.rest.issues.createComment({ ...address, body }),
  );
  return { id: data.id, url: data.html_url, body: data.body ?? body };
}

async function deleteComments({ octokit, clock, address }: Thread, comments: readonly Comment[]): Promise<void> {
  const { owner, repo } = address;
  for (const { id } of comments) {
    await requestGitHub("delete a second comment of ours", clock, () =>
      octokit.rest.issues.deleteComment({ owner, repo, comment_id: id }),
    ).catch(ignoreMissing);
  }
}

// Another run may have deleted it in the meantime.
function ignoreMissing(thrown: unknown): void {
  if (!(thrown instanceof ActionError && thrown.code === "github-not-found")) throw thrown;
}
