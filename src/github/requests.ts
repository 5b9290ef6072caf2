import { ActionError, messageOf } from "../errors.ts";
import { clipText } from "../model/shown-text.ts";

/** What a token must be allowed for a request, as workflows write it. */
export interface Permission {
  readonly name: "pull-requests" | "deployments";
  readonly access: "read" | "write";
}

/** What reading or writing comments of pull requests takes. */
export const READ_PULL_REQUESTS: Permission = { name: "pull-requests", access: "read" };
export const WRITE_PULL_REQUESTS: Permission = { name: "pull-requests", access: "write" };
export const WRITE_DEPLOYMENTS: Permission = { name: "deployments", access: "write" };

/** What is known of a failed request to GitHub. */
interface GitHubFailure {
  /** 0 when there was no response. */
  readonly status: number;
  readonly message: string;
  readonly isLimit: boolean;
}

/**
 * Makes a request to GitHub. What remains after Octokit has tried again what may pass becomes an ActionError (source
 * `github`). `what` completes the sentence "GitHub did not let us …".
 */
export async function requestGitHub<Result>(
  what: string,
  needs: Permission,
  send: () => Promise<Result>,
): Promise<Result> {
  try {
    return await send();
  } catch (thrown) {
    const failure = describeFailure(thrown);
    const { status, message } = failure;
    const said = status === 0 ? `no answer (${message})` : `${status} (${message})`;
    throw new ActionError(codeFor(failure), `GitHub did not let us ${what}: ${said}.`, {
      source: "github",
      hint: hintFor(failure, needs),
      cause: thrown,
    });
  }
}

// Octokit's RequestError, read by its shape: there is no need to load its class.
function describeFailure(thrown: unknown): GitHubFailure {
  const { status, response } = (typeof thrown === "object" && thrown !== null ? thrown : {}) as {
    readonly status?: unknown;
    readonly response?: { readonly headers?: Readonly<Record<string, string | number | undefined>> };
  };
  const isAnswered = typeof status === "number" && response !== undefined;
  // A proxy's answer may be a whole page.
  const [firstLine = ""] = messageOf(thrown).split("\n");
  const message = clipText(firstLine);
  const isLimit =
    status === 429 ||
    (status === 403 && (/rate limit/i.test(message) || response?.headers?.["x-ratelimit-remaining"] === "0"));
  return { status: isAnswered ? status : 0, message, isLimit };
}

function codeFor({ status, message, isLimit }: GitHubFailure): string {
  if (isLimit) return "github-rate-limit";
  if (status === 401) return "github-unauthorized";
  if (status === 403) return isLocked(message) ? "github-locked" : "github-forbidden";
  if (status === 404) return "github-not-found";
  return status === 0 || status >= 500 ? "github-unavailable" : "github-refused";
}

function hintFor({ status, message, isLimit }: GitHubFailure, { name, access }: Permission): string {
  if (isLimit)
    return "The token has made too many requests: run the job again in an hour, or give it a token of its own.";
  if (status === 401)
    return "Give a valid token as `github-token`, or leave it out: the default is the token of the job.";
  if (status === 403 && isLocked(message))
    return "The conversation is locked: unlock it, or see the job summary instead.";
  // A token without the permission may be told 404 instead of 403.
  if (status === 403 || status === 404) {
    const forks =
      access === "write" ? " On a pull request from a fork the token can only read: see the job summary instead." : "";
    return `Add \`permissions: ${name}: ${access}\` to the job.${forks}`;
  }
  return status === 0 || status >= 500
    ? "GitHub may be having a bad moment: run the job again."
    : "The job summary has the report.";
}

function isLocked(message: string): boolean {
  return /\blocked\b/i.test(message);
}
