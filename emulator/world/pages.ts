import { ServiceError } from "../protocol/errors.ts";

export interface Page<T> {
  readonly items: T[];
  readonly nextToken: string | undefined;
}

/**
 * One page of `items`. Tokens are opaque to callers; one that was not issued here is refused with
 * `invalidToken`, as the services refuse a token that is not theirs.
 */
export function takePage<T>(
  items: readonly T[],
  token: string | undefined,
  size: number,
  invalidToken: { code: string; message: string },
): Page<T> {
  let start = 0;
  if (token !== undefined) {
    const match = /^page:(\d+)$/.exec(Buffer.from(token, "base64url").toString("utf8"));
    if (match?.[1] === undefined) {
      throw new ServiceError(invalidToken.code, invalidToken.message);
    }
    start = Number(match[1]);
  }
  const end = start + Math.max(1, size);
  return {
    items: items.slice(start, end),
    nextToken: end < items.length ? Buffer.from(`page:${end}`, "utf8").toString("base64url") : undefined,
  };
}
