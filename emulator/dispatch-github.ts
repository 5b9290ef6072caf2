import type { GitHubRequest } from "./github/calls.ts";
import { findRoute } from "./github/routes.ts";
import { isRecord } from "./protocol/check.ts";
import { ServiceError } from "./protocol/errors.ts";
import type { Answer } from "./protocol/json.ts";
import type { Runtime } from "./runtime.ts";
import type { PendingCall, RawRequest } from "./server.ts";

/** GitHub Enterprise serves its API under this prefix; both forms are answered. */
const PREFIX = "/api/v3";

/** Everything that is not AWS is taken as a call of the GitHub REST API. */
export function readGitHubCall(runtime: Runtime, raw: RawRequest): PendingCall {
  const prefixed = raw.url.pathname.startsWith(`${PREFIX}/`);
  const path = prefixed ? raw.url.pathname.slice(PREFIX.length) : raw.url.pathname;
  const route = findRoute(raw.method, path);
  const body = parseBody(raw.body);
  const request: GitHubRequest = {
    method: raw.method,
    path,
    query: raw.url.searchParams,
    body: isRecord(body) ? body : {},
    authorized: (raw.headers.authorization ?? "") !== "",
    baseUrl: raw.url.origin + (prefixed ? PREFIX : ""),
  };
  return {
    service: "github",
    operation: route?.name ?? `${raw.method} ${path}`,
    request: {
      ...(route?.params ?? {}),
      ...Object.fromEntries(raw.url.searchParams),
      ...request.body,
    },
    accessKeyId: undefined,
    xml: false,
    writeError: (error) => writeGitHubError(error, runtime),
    serve: () => {
      if (route === undefined) {
        throw new ServiceError("Not Found", "Not Found", { status: 404 });
      }
      if (body === undefined) {
        throw new ServiceError("Bad Request", "Problems parsing JSON", { status: 400 });
      }
      const answer = route.serve({ world: runtime.world, request, params: route.params });
      return {
        output: answer.body,
        answer: {
          status: answer.status,
          headers: {
            ...(answer.body === undefined ? {} : { "content-type": "application/json; charset=utf-8" }),
            "x-ratelimit-limit": "1000",
            "x-ratelimit-remaining": "999",
            ...answer.headers,
          },
          body: answer.body === undefined ? "" : JSON.stringify(answer.body),
        },
      };
    },
  };
}

/** Faults are written in the words of AWS; on GitHub they look like this. */
function writeGitHubError(error: ServiceError, runtime: Runtime): Answer {
  const headers: Record<string, string> = { "content-type": "application/json; charset=utf-8" };
  let { status, message } = error;
  if (error.code === "ThrottlingException") {
    status = 403;
    message = "API rate limit exceeded for installation.";
    headers["x-ratelimit-limit"] = "1000";
    headers["x-ratelimit-remaining"] = "0";
    headers["x-ratelimit-reset"] = String(Math.ceil(runtime.world.timeline.now / 1000) + 1);
  } else if (error.code === "ExpiredTokenException") {
    status = 401;
    message = "Bad credentials";
  } else if (error.code === "AccessDeniedException") {
    status = 403;
    message = "Resource not accessible by integration";
  }
  return {
    status,
    headers,
    body: JSON.stringify({
      message,
      ...error.fields,
      documentation_url: "https://docs.github.com/rest",
      status: String(status),
    }),
  };
}

function parseBody(text: string): unknown {
  try {
    return text === "" ? {} : JSON.parse(text);
  } catch {
    return undefined;
  }
}
