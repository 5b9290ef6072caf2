import { type Page, takePage } from "../world/pages.ts";
import type { World } from "../world/world.ts";
import { invalidParameter } from "./references.ts";

/** One page of an ECS list: 1 to 100 results, the operation's default when not asked, never above the setting. */
export function takeEcsPage<T>(
  world: World,
  items: readonly T[],
  request: { nextToken?: string | undefined; maxResults?: number | undefined },
  defaultSize: number,
): Page<T> {
  const size = request.maxResults ?? defaultSize;
  if (size < 1 || size > 100) {
    throw invalidParameter("maxResults must be between 1 and 100.");
  }
  return takePage(items, request.nextToken, Math.min(size, world.settings.pageSize), {
    code: "InvalidParameterException",
    message: "Invalid token.",
  });
}
