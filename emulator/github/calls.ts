import { ServiceError } from "../protocol/errors.ts";
import type { World } from "../world/world.ts";
import type { GitHubRepositoryRecord } from "./state.ts";

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

/** A permission of a token, as GitHub names it in `x-accepted-github-permissions`. */
export type GitHubPermission = "pull_requests" | "deployments";

export interface Route {
  /** Method and path as the REST documentation writes them. */
  readonly name: string;
  /** What a token needs for it. */
  readonly needs?: { readonly permission: GitHubPermission; readonly access: "read" | "write" };
  readonly serve: (call: RouteCall) => GitHubAnswer;
}

export interface RouteCall {
  readonly world: World;
  readonly request: GitHubRequest;
  readonly params: Readonly<Record<string, string>>;
}

export function notFound(): ServiceError {
  return new ServiceError("Not Found", "Not Found", { status: 404 });
}

export function requireRepository({ world, params }: RouteCall): GitHubRepositoryRecord {
  const key = `${params.owner ?? ""}/${params.repo ?? ""}`.toLowerCase();
  const repository = world.github.repositories.get(key);
  if (repository === undefined) {
    throw notFound();
  }
  return repository;
}

export function requireWriter({ request }: RouteCall): void {
  if (!request.authorized) {
    throw new ServiceError("Unauthorized", "Requires authentication", { status: 401 });
  }
}

/** 30 a page unless asked, 100 or `githubPageSize` at most, with `Link` to the other pages. */
export function listPage({ request, world }: RouteCall, items: readonly unknown[]): GitHubAnswer {
  const most = Math.min(100, world.settings.githubPageSize);
  const perPage = Math.min(most, Math.max(1, Number(request.query.get("per_page") ?? 30) || 30));
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
