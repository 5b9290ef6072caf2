import { ServiceError } from "../protocol/errors.ts";
import { type GitHubAnswer, type Route, type RouteCall, requireRepository } from "./calls.ts";
import { createComment, deleteComment, getComment, listComments, updateComment } from "./comments.ts";
import { createDeployment, createDeploymentStatus, listDeploymentStatuses, listDeployments } from "./deployments.ts";
import { answerGraphQl } from "./graphql.ts";
import { readRateLimit } from "./limits.ts";
import { getPullRequest, listCommitPullRequests, listPullRequests } from "./pull-requests.ts";
import { viewRepository, viewUser } from "./views.ts";

const COMMENT = "/repos/{owner}/{repo}/issues/comments/{comment_id}";
const COMMENTS = "/repos/{owner}/{repo}/issues/{issue_number}/comments";

const DEPLOYMENTS = "/repos/{owner}/{repo}/deployments";
const STATUSES = `${DEPLOYMENTS}/{deployment_id}/statuses`;

const WRITE_PULLS = { permission: "pull_requests", access: "write" } as const;
const READ_PULLS = { permission: "pull_requests", access: "read" } as const;
const WRITE_DEPLOYMENTS = { permission: "deployments", access: "write" } as const;
const READ_DEPLOYMENTS = { permission: "deployments", access: "read" } as const;

const ROUTES: readonly Route[] = [
  { name: "GET /user", serve: getUser },
  { name: "GET /app", serve: refuseApp },
  { name: "GET /rate_limit", serve: getRateLimit },
  { name: "GET /repos/{owner}/{repo}", serve: getRepository },
  { name: "GET /repos/{owner}/{repo}/pulls", needs: READ_PULLS, serve: listPullRequests },
  { name: "GET /repos/{owner}/{repo}/pulls/{pull_number}", needs: READ_PULLS, serve: getPullRequest },
  { name: "GET /repos/{owner}/{repo}/commits/{commit_sha}/pulls", needs: READ_PULLS, serve: listCommitPullRequests },
  { name: `GET ${COMMENTS}`, needs: READ_PULLS, serve: listComments },
  { name: `POST ${COMMENTS}`, needs: WRITE_PULLS, serve: createComment },
  { name: `GET ${COMMENT}`, needs: READ_PULLS, serve: getComment },
  { name: `PATCH ${COMMENT}`, needs: WRITE_PULLS, serve: updateComment },
  { name: `DELETE ${COMMENT}`, needs: WRITE_PULLS, serve: deleteComment },
  { name: `GET ${DEPLOYMENTS}`, needs: READ_DEPLOYMENTS, serve: listDeployments },
  { name: `POST ${DEPLOYMENTS}`, needs: WRITE_DEPLOYMENTS, serve: createDeployment },
  { name: `GET ${STATUSES}`, needs: READ_DEPLOYMENTS, serve: listDeploymentStatuses },
  { name: `POST ${STATUSES}`, needs: WRITE_DEPLOYMENTS, serve: createDeploymentStatus },
  { name: "POST /graphql", serve: answerGraphQl },
];

/** The route of a request, by the name the REST documentation gives it; undefined when there is none. */
export function findRoute(
  method: string,
  path: string,
): (Route & { readonly params: Record<string, string> }) | undefined {
  for (const route of ROUTES) {
    const [verb, pattern = ""] = route.name.split(" ");
    const params = verb === method ? matchPath(pattern, path) : undefined;
    if (params !== undefined) {
      return { ...route, params };
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
  const core = readRateLimit(world);
  return { status: 200, body: { resources: { core }, rate: core } };
}

function getRepository(call: RouteCall): GitHubAnswer {
  const repository = requireRepository(call);
  return { status: 200, body: viewRepository(repository.fullName) };
}
