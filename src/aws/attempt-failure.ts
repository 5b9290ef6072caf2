import { ActionError } from "../errors.ts";
import { EXPIRED_CODES } from "../model/aws-error-codes.ts";

/** What a failed attempt means for the next one. */
export type AttemptFailure =
  /** AWS had no token left, or was told so by a service behind it: nothing was done. */
  | { readonly kind: "throttled"; readonly retryAfter: number | undefined }
  /** Refused for a reason that passes by itself: nothing was done. */
  | { readonly kind: "passing" }
  /** No connection came about: nothing was done. */
  | { readonly kind: "unreachable" }
  /** The request was sent, and nobody knows what came of it. */
  | { readonly kind: "unanswered"; readonly retryAfter: number | undefined }
  /** The machine's clock is wrong; the SDK has seen by how much and signs right from now on. */
  | { readonly kind: "clock-corrected" }
  /** Trying again would get the same answer. */
  | { readonly kind: "final" };

/**
 * The services' names for "too fast" ("Error retries" in the API references; the SDK's own list, without
 * LimitExceededException, which is a quota of Amazon ECS and Amazon ECR and does not pass).
 */
export const THROTTLING_CODES: ReadonlySet<string> = new Set([
  "ThrottlingException",
  "Throttling",
  "ThrottledException",
  "TooManyRequestsException",
  "RequestLimitExceeded",
  "RequestThrottled",
  "RequestThrottledException",
  "EC2ThrottledException",
  "BandwidthLimitExceeded",
  "PriorRequestNotComplete",
  "SlowDown",
]);

/** Node's names for a connection that did not come about. */
const NO_CONNECTION: ReadonlySet<string> = new Set(["ECONNREFUSED", "ENOTFOUND", "EHOSTUNREACH", "ENETUNREACH"]);

/** Node's and the SDK's names for one that did not last, or whose answer did not come. */
const LOST: ReadonlySet<string> = new Set([
  "ECONNRESET",
  "EPIPE",
  "ETIMEDOUT",
  "EAI_AGAIN",
  "TimeoutError",
  "NetworkingError",
  "RequestTimeout",
  "RequestTimeoutException",
]);

const SERVER_ERRORS: ReadonlySet<number> = new Set([500, 502, 503, 504]);

/** True for Node's and the SDK's names of a connection that did not come about or did not last. */
export function isNetworkFailure(thrown: unknown): boolean {
  return namesOf(thrown).some((name) => NO_CONNECTION.has(name) || LOST.has(name));
}

/** Reads what the SDK threw. `passing`: a refusal of this call that passes, told by its text only. */
export function classifyFailure(thrown: unknown, passing?: RegExp): AttemptFailure {
  // One of ours was tried again already, where that made sense.
  if (!(thrown instanceof Error) || thrown instanceof ActionError) return { kind: "final" };
  const names = namesOf(thrown);
  const { status, clockCorrected } = metadataOf(thrown);
  if (clockCorrected) return { kind: "clock-corrected" };
  if (names.some((name) => THROTTLING_CODES.has(name)) || status === 429 || isThrottlingByTrait(thrown)) {
    return { kind: "throttled", retryAfter: retryAfterOf(thrown) };
  }
  if (passing?.test(thrown.message)) return { kind: "passing" };
  if (names.some((name) => NO_CONNECTION.has(name))) return { kind: "unreachable" };
  const isExpired = names.some((name) => EXPIRED_CODES.has(name));
  if (!isExpired && (names.some((name) => LOST.has(name)) || (status !== undefined && SERVER_ERRORS.has(status)))) {
    return { kind: "unanswered", retryAfter: retryAfterOf(thrown) };
  }
  return { kind: "final" };
}

function namesOf(thrown: unknown): readonly string[] {
  if (!(thrown instanceof Error)) return [];
  return "code" in thrown ? [String(thrown.code), thrown.name] : [thrown.name];
}

// The SDK's errors are read by their shape: each client package has a class of its own for them.

function metadataOf(error: Error): { readonly status: number | undefined; readonly clockCorrected: boolean } {
  const metadata = memberOf(error, "$metadata");
  const status = memberOf(metadata, "httpStatusCode") ?? memberOf(memberOf(error, "$response"), "statusCode");
  return {
    status: typeof status === "number" ? status : undefined,
    clockCorrected: memberOf(metadata, "clockSkewCorrected") === true,
  };
}

function isThrottlingByTrait(error: Error): boolean {
  return memberOf(memberOf(error, "$retryable"), "throttling") === true;
}

/** Milliseconds a service asked to be left alone for: `Retry-After` in seconds, or AWS's own header. */
function retryAfterOf(error: Error): number | undefined {
  const headers = memberOf(memberOf(error, "$response"), "headers");
  const asked = [memberOf(headers, "retry-after"), memberOf(headers, "x-amz-retry-after")].map((value) =>
    typeof value === "string" && /^\d+(\.\d+)?$/.test(value) ? Number(value) : undefined,
  );
  const [seconds, milliseconds] = asked;
  return seconds === undefined ? milliseconds : seconds * 1_000;
}

function memberOf(value: unknown, key: string): unknown {
  return typeof value === "object" && value !== null ? (value as Readonly<Record<string, unknown>>)[key] : undefined;
}
