import { ActionError, messageOf } from "../errors.ts";
import type { Clock } from "../ports.ts";

const ATTEMPTS = 4;
const FIRST_PAUSE = 1_000;
/** A job should not sleep longer for the sake of a comment. */
const LONGEST_PAUSE = 30_000;

/** What is known of a failed request to GitHub. */
interface GitHubFailure {
  /** 0 when there was no response. */
  readonly status: number;
  readonly message: string;
  readonly headers: Readonly<Record<string, string | number | undefined>>;
}

/**
 * Makes a request to GitHub. What may pass (5xx, no response, a rate limit) is tried four times with growing pauses,
 * or as long as `retry-after` says; what remains becomes an ActionError (source `github`).
 * `what` completes the sentence "GitHub did not let us …".
 */
export async function requestGitHub<Result>(
  what: string,
  clock: Clock,
  send: () => Promise<Result>,
  /** Of `pull-requests`: what the request needs. */
  permission: "read" | "write" = "write",
): Promise<Result> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await send();
    } catch (thrown) {
      const failure = describeFailure(thrown);
      const pause = pauseAfter(failure, attempt);
      if (attempt >= ATTEMPTS || pause === undefined || pause > LONGEST_PAUSE)
        throw toActionError(what, failure, thrown, permission);
      await clock.sleep(pause);
    }
  }
}

// Octokit's RequestError, read by its shape: there is no need to load its class.
function describeFailure(thrown: unknown): GitHubFailure {
  const { status, response } = (typeof thrown === "object" && thrown !== null ? thrown : {}) as {
    readonly status?: unknown;
    readonly response?: { readonly headers?: GitHubFailure["headers"] };
  };
  const isAnswered = typeof status === "number" && response !== undefined;
  return { status: isAnswered ? status : 0, message: messageOf(thrown), headers: response?.headers ?? {} };
}

// Undefined: trying again would not help. (GitHub REST API, "Best practices: handle rate limit errors appropriately")
function pauseAfter({ status, message, headers }: GitHubFailure, attempt: number): number | undefined {
  const isLimited =
    status === 429 ||
    (status === 403 &&
      (headers["retry-after"] !== undefined ||
        headers["x-ratelimit-remaining"] === "0" ||
        /rate limit/i.test(message)));
  const growing = FIRST_PAUSE * 2 ** (attempt - 1);
  if (isLimited) return headers["retry-after"] === undefined ? growing * 4 : Number(headers["retry-after"]) * 1_000;
  return status === 0 || status >= 500 ? growing : undefined;
}

function toActionError(
  what: string,
  { status, message }: GitHubFailure,
  cause: unknown,
  permission: "read" | "write",
): ActionError {
  const said = status === 0 ? `no answer (${message})` : `${status} (${message})`;
  return new ActionError(codeFor(status), `GitHub did not let us ${what}: ${said}.`, {
    source: "github",
    hint: hintFor(status, permission),
    cause,
  });
}

function codeFor(status: number): string {
  if (status === 401) return "github-unauthorized";
  if (status === 403) return "github-forbidden";
  if (status === 404) return "github-not-found";
  return status === 0 || status >= 500 || status === 429 ? "github-unavailable" : "github-refused";
}

function hintFor(status: number, permission: "read" | "write"): string {
  if (status === 401)
    return "Give a valid token as `github-token`, or leave it out: the default is the token of the job.";
  // A token without the permission may be told 404 instead of 403.
  if (status === 403 || status === 404) {
    const forks =
      permission === "write"
        ? " On a pull request from a fork the token can only read: see the job summary instead."
        : "";
    return `Add \`permissions: pull-requests: ${permission}\` to the job.${forks}`;
  }
  return status === 0 || status >= 500 || status === 429
    ? "GitHub may be having a bad moment: run the job again."
    : "The job summary has the report.";
}
