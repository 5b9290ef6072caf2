import type { GitHubRequest, Route } from "./github/calls.ts";
import { complete } from "./github/complete.ts";
import { rateLimitHeaders, readRateLimit, takeRequest } from "./github/limits.ts";
import { answerSchema, checkGitHubAnswer, checkGitHubRequest } from "./github/openapi.ts";
import { findRoute } from "./github/routes.ts";
import { isRecord } from "./protocol/check.ts";
import { ServiceError } from "./protocol/errors.ts";
import type { Answer } from "./protocol/json.ts";
import type { Runtime } from "./runtime.ts";
import type { PendingCall, RawRequest } from "./server.ts";

/** GitHub Enterprise serves its REST API under this prefix, and GraphQL beside it; both forms are answered. */
const PREFIX = "/api/v3";
const ENTERPRISE_GRAPHQL = "/api/graphql";

const JSON_TYPE = { "content-type": "application/json; charset=utf-8" };

/** How long the fault `throttle` lasts, and how long a rate limit does at most. Emulated seconds. */
const SHORT_LIMIT = 1;

/** Everything that is not AWS is taken as a call of the GitHub REST API. */
export function readGitHubCall(runtime: Runtime, raw: RawRequest): PendingCall {
  const prefixed = raw.url.pathname.startsWith(`${PREFIX}/`);
  const path = readPath(raw.url.pathname, prefixed);
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
      if (!takeRequest(runtime.world)) {
        throw new ServiceError("PrimaryRateLimit", PRIMARY_LIMIT, { status: 403 });
      }
      refuseForbidden(route, request, runtime);
      checkGitHubRequest(route.name, route.params, request);
      return answerRoute(route, request, runtime);
    },
  };
}

const PRIMARY_LIMIT = "API rate limit exceeded for installation.";

function readPath(pathname: string, prefixed: boolean): string {
  if (pathname === ENTERPRISE_GRAPHQL) {
    return "/graphql";
  }
  return prefixed ? pathname.slice(PREFIX.length) : pathname;
}

function answerRoute(
  route: Route & { readonly params: Record<string, string> },
  request: GitHubRequest,
  runtime: Runtime,
): { answer: Answer; output: unknown } {
  const answer = route.serve({ world: runtime.world, request, params: route.params });
  const schema = answerSchema(route.name, answer.status);
  const body = schema === undefined || schema === null ? answer.body : complete(schema, answer.body);
  checkGitHubAnswer(route.name, answer.status, body);
  return {
    output: body,
    answer: {
      status: answer.status,
      headers: {
        ...(body === undefined ? {} : JSON_TYPE),
        ...rateLimitHeaders(readRateLimit(runtime.world)),
        ...acceptedPermissions(route),
        ...answer.headers,
      },
      body: body === undefined ? "" : JSON.stringify(body),
    },
  };
}

const RANKS = { none: 0, read: 1, write: 2 };

/** A token without the permission; without any token, what is public may be read. */
function refuseForbidden({ needs }: Route, { authorized }: GitHubRequest, { world }: Runtime): void {
  if (needs === undefined || !authorized) {
    return;
  }
  if (RANKS[world.settings.githubPermissions[needs.permission]] < RANKS[needs.access]) {
    throw new ServiceError("Forbidden", "Resource not accessible by integration", { status: 403 });
  }
}

function acceptedPermissions({ needs }: Route): Record<string, string> {
  return needs === undefined ? {} : { "x-accepted-github-permissions": `${needs.permission}=${needs.access}` };
}

/** Faults are written in the words of AWS; on GitHub they look like this. */
function writeGitHubError(error: ServiceError, runtime: Runtime): Answer {
  const { status, message, headers, fields } = describeError(error, runtime);
  return {
    status,
    headers: { ...JSON_TYPE, ...rateLimitHeaders(readRateLimit(runtime.world)), ...headers },
    body: JSON.stringify({
      message,
      ...fields,
      documentation_url: "https://docs.github.com/rest",
      status: String(status),
    }),
  };
}

interface ErrorView {
  readonly status: number;
  readonly message: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly fields?: Readonly<Record<string, unknown>>;
}

function describeError({ code, status, message, fields }: ServiceError, { world }: Runtime): ErrorView {
  switch (code) {
    case "PrimaryRateLimit":
      return { status, message };
    case "ThrottlingException": {
      const reset = String(Math.ceil(world.timeline.now / 1000) + SHORT_LIMIT);
      return {
        status: 403,
        message: PRIMARY_LIMIT,
        headers: { "x-ratelimit-remaining": "0", "x-ratelimit-reset": reset },
      };
    }
    case "SecondaryRateLimit": {
      const { retryAfterSeconds: seconds } = fields;
      return { status, message, ...(seconds !== undefined && { headers: { "retry-after": String(seconds) } }) };
    }
    case "ExpiredTokenException":
      return { status: 401, message: "Bad credentials" };
    case "AccessDeniedException":
      return { status: 403, message: "Resource not accessible by integration" };
    default:
      return { status, message, fields };
  }
}

function parseBody(text: string): unknown {
  try {
    return text === "" ? {} : JSON.parse(text);
  } catch {
    return undefined;
  }
}
