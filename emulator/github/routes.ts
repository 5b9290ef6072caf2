import { ServiceError } from "../protocol/errors.ts";
import { type GitHubAnswer, type Route, type RouteCall, requireRepository } from "./calls.ts";
import { createComment, deleteComment, getComment, listComments, updateComment } from "./comments.ts";
import { getPullRequest, listCommitPullRequests, listPullRequests } from "./pull-requests.ts";
import { viewUser } from "./views.ts";

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
