import { ActionError } from "../errors.ts";
import { readCommentMarker } from "../model/comment-marker.ts";
import type { PullRequestPort } from "../ports.ts";
import type { Octokit } from "./octokit.ts";
import { requestGitHub, WRITE_PULL_REQUESTS } from "./requests.ts";

/** The comments of one pull request, and which of them is meant. */
export interface Thread {
  readonly octokit: Octokit;
  /** Of the issue that a pull request is in this part of the API. */
  readonly address: { readonly owner: string; readonly repo: string; readonly issue_number: number };
  /** Of the marker. */
  readonly key: string;
  readonly authorship: () => Promise<Authorship>;
}

type Written = Awaited<ReturnType<PullRequestPort["upsertComment"]>>;

interface Comment {
  readonly id: number;
  /** Its id in GraphQL. */
  readonly nodeId: string;
  readonly url: string;
  readonly body: string;
}

/** Tells whether a comment is ours by who wrote it. */
export type Authorship = (author: { readonly login: string; readonly type: string } | null) => boolean;

/** How often to begin anew when what was found is gone, or was overwritten by an older run. */
const ROUNDS = 3;

/**
 * Brings the comment with the thread's key to this body: the one that is there, or a new one. GitHub has neither a
 * conditional create nor a conditional update, so this looks again after it wrote: of several comments the oldest
 * stays, with the content of the newest run. Undefined when there is none and `onlyUpdate` holds.
 */
export async function upsertComment(
  thread: Thread,
  body: string,
  { onlyUpdate }: { readonly onlyUpdate: boolean },
): Promise<Written> {
  const isOurs = await thread.authorship();
  for (let round = 1; ; round += 1) {
    const found = await listOurs(thread, isOurs);
    if (found.length === 0 && onlyUpdate) return undefined;
    const written = found.length === 0 ? await create(thread, isOurs, body) : await settle(thread, found, body);
    if (written !== "gone") return written;
    if (round === ROUNDS) throw goneAgain();
  }
}

function goneAgain(): ActionError {
  return new ActionError("github-refused", "The comment was deleted each time it was to be updated.", {
    source: "github",
    hint: "See the job summary instead, or run the job again.",
  });
}

async function create(thread: Thread, isOurs: Authorship, body: string): Promise<Written | "gone"> {
  const { octokit, address } = thread;
  const { data } = await requestGitHub("comment on the pull request", WRITE_PULL_REQUESTS, () =>
    octokit.rest.issues.createComment({ ...address, body }),
  );
  // Another run may have created one at the same moment, or an attempt whose answer was lost has.
  const now = await listOurs(thread, isOurs);
  const others = now.filter(({ id }) => id !== data.id);
  if (others.length === 0) return { url: data.html_url, change: "created" };
  const settled = await settle(thread, now, body);
  return settled !== "gone" && settled?.url === data.html_url ? { ...settled, change: "created" } : settled;
}

/** Gives the oldest comment the newest content, then deletes the others: whoever is killed between loses nothing. */
async function settle(thread: Thread, found: readonly Comment[], body: string): Promise<Written | "gone"> {
  const [oldest, ...others] = found;
  if (oldest === undefined) return "gone";
  const wanted = newestOf([body, ...others.map((comment) => comment.body)]);
  const change = await update(thread, oldest, wanted);
  if (change === "gone") return "gone";
  await deleteComments(thread, others);
  return { url: oldest.url, change };
}

/**
 * Looks again after it wrote. An older run that had read the comment before may have written after: then this one
 * writes again. And this one may be that older run: then it puts back what it has overwritten.
 */
async function update(thread: Thread, comment: Comment, body: string): Promise<"updated" | "unchanged" | "gone"> {
  if (sameText(comment.body, body) || isNewer(comment.body, body)) return "unchanged";
  let change: "updated" | "unchanged" = "unchanged";
  let wanted = body;
  for (let round = 1; round <= ROUNDS; round += 1) {
    const history = change === "updated" ? await readHistory(thread, comment) : undefined;
    const now = history?.body ?? (await readBody(thread, comment.id));
    if (now === undefined) return "gone";
    wanted = newestOf([wanted, ...(history?.earlier ?? [])].filter((text) => isOf(thread, text)));
    if (sameText(now, wanted) || isNewer(now, wanted)) return change;
    if (!(await writeBody(thread, comment.id, wanted))) return "gone";
    change = "updated";
  }
  return change;
}

function newestOf([first = "", ...others]: readonly string[]): string {
  return others.reduce((newest, text) => (isNewer(text, newest) ? text : newest), first);
}

function isOf({ key }: Thread, text: string): boolean {
  return readCommentMarker(text)?.key === key;
}

interface History {
  readonly body: string;
  /** What it said before, newest first. */
  readonly earlier: readonly string[];
}

/** Enough for what other runs wrote within a few seconds. */
const HISTORY = `query ($id: ID!) {
  node(id: $id) { ... on IssueComment { body userContentEdits(first: 10) { nodes { diff } } } }
}`;

/** Undefined when GitHub does not tell. The `diff` of an edit is the whole text it led to. */
async function readHistory({ octokit }: Thread, { nodeId }: Comment): Promise<History | undefined> {
  try {
    const { node } = await requestGitHub("read the edits of the comment", WRITE_PULL_REQUESTS, () =>
      octokit.graphql<{
        node: { body?: string; userContentEdits?: { nodes: readonly { diff: string | null }[] } | null } | null;
      }>(HISTORY, { id: nodeId }),
    );
    if (node?.body === undefined) return undefined;
    return { body: node.body, earlier: (node.userContentEdits?.nodes ?? []).flatMap(({ diff }) => diff ?? []) };
  } catch (thrown) {
    if (!isRefusal(thrown)) throw thrown;
    return undefined;
  }
}

async function readBody({ octokit, address: { owner, repo } }: Thread, id: number): Promise<string | undefined> {
  const answer = await requestGitHub("read the comment on the pull request", WRITE_PULL_REQUESTS, () =>
    octokit.rest.issues.getComment({ owner, repo, comment_id: id }),
  ).catch(undefinedWhenMissing);
  return answer?.data.body ?? (answer && "");
}

/** False when there is no such comment any more. */
async function writeBody({ octokit, address: { owner, repo } }: Thread, id: number, body: string): Promise<boolean> {
  const answer = await requestGitHub("update the comment on the pull request", WRITE_PULL_REQUESTS, () =>
    octokit.rest.issues.updateComment({ owner, repo, comment_id: id, body }),
  ).catch(undefinedWhenMissing);
  return answer !== undefined;
}

async function deleteComments(
  { octokit, address: { owner, repo } }: Thread,
  comments: readonly Comment[],
): Promise<void> {
  for (const { id } of comments) {
    await requestGitHub("delete a second comment of ours", WRITE_PULL_REQUESTS, () =>
      octokit.rest.issues.deleteComment({ owner, repo, comment_id: id }),
    ).catch(undefinedWhenMissing);
  }
}

// A person, or another run, may have deleted it in the meantime.
function undefinedWhenMissing(thrown: unknown): undefined {
  if (!(thrown instanceof ActionError && thrown.code === "github-not-found")) throw thrown;
  return undefined;
}

// A run that was overtaken leaves the newer run's comment alone.
function isNewer(one: string, other: string): boolean {
  const [left, right] = [one, other].map((text) => readCommentMarker(text)?.runId);
  return left !== undefined && right !== undefined && left > right;
}

// GitHub may store other line breaks than it was sent.
function sameText(one: string, other: string): boolean {
  return one.replaceAll("\r\n", "\n").trim() === other.replaceAll("\r\n", "\n").trim();
}

/**
 * GraphQL tells every token whose it is; REST does not tell the token of an app (the job's own is one). Where GraphQL
 * does not say it, a bot's comment that begins with our marker counts as ours: people cannot write as a bot.
 */
export async function findAuthorship(octokit: Octokit): Promise<Authorship> {
  let login: string;
  try {
    const { viewer } = await requestGitHub("ask whose token this is", WRITE_PULL_REQUESTS, () =>
      octokit.graphql<{ viewer: { login: string } }>("{ viewer { login } }"),
    );
    login = viewer.login.toLowerCase();
  } catch (thrown) {
    if (!isRefusal(thrown)) throw thrown;
    return (author) => author?.type === "Bot";
  }
  return (author) => author?.login.toLowerCase() === login;
}

/** GraphQL says no, or there is none: not what may be better the next moment. */
function isRefusal(thrown: unknown): boolean {
  if (!(thrown instanceof ActionError)) return false;
  const { cause, code } = thrown;
  const isGraphQlError = cause instanceof Error && cause.name === "GraphqlResponseError";
  return isGraphQlError || ["github-forbidden", "github-not-found", "github-refused"].includes(code);
}

/** Our comments with this key, the oldest first. */
async function listOurs(thread: Thread, isOurs: Authorship): Promise<readonly Comment[]> {
  const { octokit, address } = thread;
  const comments = await requestGitHub("read the comments of the pull request", WRITE_PULL_REQUESTS, () =>
    octokit.paginate(octokit.rest.issues.listComments, { ...address, per_page: 100 }),
  );
  return comments
    .filter(({ user }) => isOurs(user))
    .map(({ id, node_id, html_url, body = "" }) => ({ id, nodeId: node_id, url: html_url, body }))
    .filter(({ body }) => isOf(thread, body))
    .sort((one, other) => one.id - other.id);
}
