import { ServiceError } from "../protocol/errors.ts";
import { toDate, type World } from "../world/world.ts";
import type { CommentRecord, GitHubRepositoryRecord, PullRequestRecord } from "./state.ts";

export interface GitHubRequest {
  readonly method: string;
  readonly path: string;
  readonly query: URLSearchParams;
  readonly body: Readonly<Record<string, unknown>>;
  readonly authorized: boolean;
  /** Scheme, host and path prefix the caller used, for links. */
  readonly baseUrl: string;
}

export interface GitHubAnswer {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: unknown;
}

interface Route {
  /** Method and path as the REST documentation writes them. */
  readonly name: string;
  readonly serve: (call: RouteCall) => GitHubAnswer;
}

interface RouteCall {
  readonly world: World;
  readonly request: GitHubRequest;
  readonly params: Readonly<Record<string, string>>;
}

const MAX_COMMENT = 65_536;
const COMMENT = "/repos/{owner}/{repo}/issues/comments/{comment_id}";
const COMMENTS = "/repos/{owner}/{repo}/issues/{issue_number}/comments";

const ROUTES: readonly Route[] = [
  { name: "GET /user", serve: getUser },
  { name: "GET /app", serve: refuseApp },
  { name: "GET /rate_limit", serve: getRateLimit },
  { name: "GET /repos/{owner}/{repo}", serve: getRepository },
  { name: "GET /repos/{owner}/{repo}/pulls", serve: listPullRequests },
  { name: "GET /repos/{owner}/{repo}/pulls/{pull_number}", serve: getPullRequest },
  { name: "GET /repos/{owner}/{repo}/commits/{ref}/pulls", serve: listCommitPullRequests },
  { name: `GET ${COMMENTS}`, serve: listComments },
  { name: `POST ${COMMENTS}`, serve: createComment },
  { name: `GET ${COMMENT}`, serve: getComment },
  { name: `PATCH ${COMMENT}`, serve: updateComment },
  { name: `DELETE ${COMMENT}`, serve: deleteComment },
];

/** The route of a request, by the name the REST documentation gives it; undefined when there is none. */
export function findRoute(
  method: string,
  path: string,
): { name: string; params: Record<string, string>; serve: Route["serve"] } | undefined {
  for (const route of ROUTES) {
    const [verb, pattern = ""] = route.name.split(" ");
    const params = verb === method ? matchPath(pattern, path) : undefined;
    if (params !== undefined) {
      return { name: route.name, params, serve: route.serve };
    }
  }
  return undefined;
}

function matchPath(pattern: string, path: string): Record<string, string> | undefined {
  const wanted = pattern.split("/");
  const given = path.replace(/\/$/, "").split("/");
  if (wanted.length !== given.length) {
    return undefined;
  }
  const params: Record<string, string> = {};
  for (const [index, part] of wanted.entries()) {
    const value = decodeURIComponent(given[index] ?? "");
    if (part.startsWith("{")) {
      params[part.slice(1, -1)] = value;
    } else if (part !== value) {
      return undefined;
    }
  }
  return params;
}

function notFound(): ServiceError {
  return new ServiceError("Not Found", "Not Found", { status: 404 });
}

function requireRepository({ world, params }: RouteCall): GitHubRepositoryRecord {
  const key = `${params.owner ?? ""}/${params.repo ?? ""}`.toLowerCase();
  const repository = world.github.repositories.get(key);
  if (repository === undefined) {
    throw notFound();
  }
  return repository;
}

function requireWriter({ request }: RouteCall): void {
  if (!request.authorized) {
    throw new ServiceError("Unauthorized", "Requires authentication", { status: 401 });
  }
}

function requireComment(call: RouteCall): {
  repository: GitHubRepositoryRecord;
  comment: CommentRecord;
} {
  const repository = requireRepository(call);
  const comment = repository.comments.find(({ id }) => String(id) === call.params.comment_id);
  if (comment === undefined) {
    throw notFound();
  }
  return { repository, comment };
}

/** The token of a workflow belongs to an app, and an app's installation has no user. */
function getUser({ world, request }: RouteCall): GitHubAnswer {
  if (!request.authorized) {
    throw new ServiceError("Unauthorized", "Requires authentication", { status: 401 });
  }
  const { githubLogin } = world.settings;
  if (githubLogin.endsWith("[bot]")) {
    throw new ServiceError("Forbidden", "Resource not accessible by integration", { status: 403 });
  }
  return { status: 200, body: viewUser(githubLogin) };
}

function refuseApp(): GitHubAnswer {
  throw new ServiceError("Unauthorized", "A JSON web token could not be decoded", { status: 401 });
}

function getRateLimit({ world }: RouteCall): GitHubAnswer {
  const core = {
    limit: 1000,
    remaining: 999,
    used: 1,
    reset: Math.round(world.timeline.now / 1000) + 3600,
  };
  return { status: 200, body: { resources: { core }, rate: core } };
}

function getRepository(call: RouteCall): GitHubAnswer {
  const repository = requireRepository(call);
  const [owner = "", name = ""] = repository.fullName.split("/");
  return {
    status: 200,
    body: {
      id: 1,
      name,
      full_name: repository.fullName,
      owner: viewUser(owner),
      private: true,
      default_branch: "main",
    },
  };
}

function listComments(call: RouteCall): GitHubAnswer {
  const repository = requireRepository(call);
  const issue = requireIssue(call, repository);
  const since = call.request.query.get("since");
  const comments = repository.comments
    .filter((comment) => comment.issue === issue)
    .filter((comment) => since === null || comment.updatedAt >= Date.parse(since));
  return listPage(
    call,
    comments.map((comment) => viewComment(repository, comment)),
  );
}

function requireIssue(call: RouteCall, repository: GitHubRepositoryRecord): number {
  const issue = Number(call.params.issue_number);
  if (!repository.pullRequests.has(issue)) {
    throw notFound();
  }
  return issue;
}

/** 30 a page unless asked, 100 at most, with `Link` to the other pages. */
function listPage({ request }: RouteCall, items: readonly unknown[]): GitHubAnswer {
  const perPage = Math.min(100, Math.max(1, Number(request.query.get("per_page") ?? 30) || 30));
  const page = Math.max(1, Number(request.query.get("page") ?? 1) || 1);
  const last = Math.max(1, Math.ceil(items.length / perPage));
  const links: string[] = [];
  const add = (target: number, rel: string): void => {
    const query = new URLSearchParams(request.query);
    query.set("page", String(target));
    links.push(`<${request.baseUrl}${request.path}?${query}>; rel="${rel}"`);
  };
  if (page > 1) {
    add(page - 1, "prev");
  }
  if (page < last) {
    add(page + 1, "next");
    add(last, "last");
  }
  if (page > 1) {
    add(1, "first");
  }
  return {
    status: 200,
    ...(links.length === 0 ? {} : { headers: { link: links.join(", ") } }),
    body: items.slice((page - 1) * perPage, page * perPage),
  };
}

function readBody(call: RouteCall): string {
  const { body } = call.request.body;
  if (typeof body !== "string" || body.trim() === "") {
    throw new ServiceError("Validation Failed", "Validation Failed", {
      status: 422,
      fields: { errors: [{ resource: "IssueComment", code: "missing_field", field: "body" }] },
    });
  }
  if (body.length > MAX_COMMENT) {
    throw new ServiceError("Validation Failed", "Validation Failed", {
      status: 422,
      fields: {
        errors: [
          {
            resource: "IssueComment",
            code: "unprocessable",
            field: "data",
            message: "Body is too long (maximum is 65536 characters)",
          },
        ],
      },
    });
  }
  return body;
}

function createComment(call: RouteCall): GitHubAnswer {
  requireWriter(call);
  const repository = requireRepository(call);
  const issue = requireIssue(call, repository);
  const { github, timeline, settings } = call.world;
  const comment: CommentRecord = {
    id: github.nextCommentId,
    issue,
    login: settings.githubLogin,
    body: readBody(call),
    createdAt: timeline.now,
    updatedAt: timeline.now,
  };
  github.nextCommentId += 1;
  repository.comments.push(comment);
  return { status: 201, body: viewComment(repository, comment) };
}

function getComment(call: RouteCall): GitHubAnswer {
  const { repository, comment } = requireComment(call);
  return { status: 200, body: viewComment(repository, comment) };
}

function updateComment(call: RouteCall): GitHubAnswer {
  requireWriter(call);
  const { repository, comment } = requireComment(call);
  comment.body = readBody(call);
  comment.updatedAt = call.world.timeline.now;
  return { status: 200, body: viewComment(repository, comment) };
}

function deleteComment(call: RouteCall): GitHubAnswer {
  requireWriter(call);
  const { repository, comment } = requireComment(call);
  repository.comments = repository.comments.filter((other) => other !== comment);
  return { status: 204 };
}

function getPullRequest(call: RouteCall): GitHubAnswer {
  const repository = requireRepository(call);
  const pullRequest = repository.pullRequests.get(Number(call.params.pull_number));
  if (pullRequest === undefined) {
    throw notFound();
  }
  return { status: 200, body: viewPullRequest(repository, pullRequest) };
}

function listPullRequests(call: RouteCall): GitHubAnswer {
  const repository = requireRepository(call);
  const { query } = call.request;
  const state = query.get("state") ?? "open";
  const head = query.get("head");
  const base = query.get("base");
  const chosen = [...repository.pullRequests.values()]
    .filter((pull) => state === "all" || pull.state === state)
    .filter((pull) => head === null || head === `${pull.headRepository.split("/")[0]}:${pull.headRef}`)
    .filter((pull) => base === null || base === pull.baseRef)
    .toSorted((a, b) => b.number - a.number);
  return listPage(
    call,
    chosen.map((pull) => viewPullRequest(repository, pull)),
  );
}

function listCommitPullRequests(call: RouteCall): GitHubAnswer {
  const repository = requireRepository(call);
  const chosen = [...repository.pullRequests.values()].filter((pull) => pull.headSha === call.params.ref);
  return listPage(
    call,
    chosen.map((pull) => viewPullRequest(repository, pull)),
  );
}

function viewUser(login: string): Record<string, unknown> {
  return { login, id: login.length, type: login.endsWith("[bot]") ? "Bot" : "User" };
}

function toTime(at: number): string {
  return `${toDate(at).toISOString().slice(0, 19)}Z`;
}

function viewComment(repository: GitHubRepositoryRecord, comment: CommentRecord): Record<string, unknown> {
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

function viewPullRequest(repository: GitHubRepositoryRecord, pull: PullRequestRecord): Record<string, unknown> {
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
