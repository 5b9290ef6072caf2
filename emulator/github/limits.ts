import type { World } from "../world/world.ts";

const HOUR = 3_600_000;

/** The primary rate limit as GitHub's headers tell it. */
export interface RateLimit {
  readonly limit: number;
  readonly used: number;
  readonly remaining: number;
  /** Seconds since 1970. */
  readonly reset: number;
}

export function readRateLimit({ github, settings, timeline }: World): RateLimit {
  const isOver = timeline.now - github.limit.since >= HOUR;
  const used = isOver ? 0 : github.limit.used;
  const since = isOver ? timeline.now : github.limit.since;
  const limit = settings.githubRequestsPerHour;
  return { limit, used, remaining: Math.max(0, limit - used), reset: Math.ceil((since + HOUR) / 1000) };
}

/** Counts a request; false when it is one too many. */
export function takeRequest(world: World): boolean {
  const { limit } = world.github;
  if (world.timeline.now - limit.since >= HOUR) Object.assign(limit, { since: world.timeline.now, used: 0 });
  if (limit.used >= world.settings.githubRequestsPerHour) return false;
  limit.used += 1;
  return true;
}

export function rateLimitHeaders({ limit, remaining, used, reset }: RateLimit): Record<string, string> {
  return {
    "x-ratelimit-limit": String(limit),
    "x-ratelimit-remaining": String(remaining),
    "x-ratelimit-used": String(used),
    "x-ratelimit-reset": String(reset),
    "x-ratelimit-resource": "core",
  };
}
