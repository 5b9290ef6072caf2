import { z } from "zod";
import { ActionError, messageOf } from "../errors.ts";
import type { GitHubEvent } from "../model/github-event.ts";
import type { Files } from "../ports.ts";

/** The variables of the process. */
type ProcessEnvironment = ReadonlyMap<string, string>;

const repositorySchema = z.object({ full_name: z.string() });

const pullRequestSchema = z.object({
  number: z.number().int(),
  state: z.enum(["open", "closed"]).optional(),
  merged: z.boolean().nullish(),
  head: z.object({ sha: z.string(), ref: z.string(), repo: repositorySchema.nullish() }),
  base: z.object({ ref: z.string(), repo: repositorySchema }),
});

// Only what is read; the payloads have hundreds of other members.
const payloadSchema = z.object({
  action: z.string().optional(),
  number: z.number().int().optional(),
  pull_request: pullRequestSchema.nullish(),
  issue: z.object({ number: z.number().int(), pull_request: z.unknown().optional() }).nullish(),
  merge_group: z.object({ head_sha: z.string(), head_ref: z.string(), base_ref: z.string() }).nullish(),
  workflow_run: z
    .object({
      head_sha: z.string(),
      head_branch: z.string().nullish(),
      head_repository: repositorySchema.nullish(),
      pull_requests: z.array(z.object({ number: z.number().int() })).nullish(),
    })
    .nullish(),
});

type Payload = z.infer<typeof payloadSchema>;
type Head = Pick<
  GitHubEvent,
  "headSha" | "headIsFork" | "pullRequest" | "baseRef" | "headRef" | "pullRequestState" | "merged"
>;

/**
 * The event that started this run, from the runner's variables and the payload file they name; undefined outside of
 * GitHub Actions (no `GITHUB_EVENT_NAME`). Throws an ActionError (source `github`) for a payload that cannot be read.
 */
export async function readEvent(
  environment: ProcessEnvironment,
  files: Pick<Files, "read">,
): Promise<GitHubEvent | undefined> {
  const name = environment.get("GITHUB_EVENT_NAME");
  if (name === undefined || name === "") return undefined;
  const payload = await readPayload(requireVariable(environment, "GITHUB_EVENT_PATH"), files);
  refuseHeadless(name, payload);
  const repository = requireVariable(environment, "GITHUB_REPOSITORY");
  const sha = requireVariable(environment, "GITHUB_SHA");
  const runId = readNumber(environment, "GITHUB_RUN_ID");
  const server = (environment.get("GITHUB_SERVER_URL") || "https://github.com").replace(/\/+$/, "");
  return {
    name,
    ...(payload.action !== undefined && { action: payload.action }),
    repository,
    sha,
    ref: environment.get("GITHUB_REF") ?? "",
    ...describeHead(payload, repository, sha),
    actor: environment.get("GITHUB_ACTOR") ?? "",
    runUrl: `${server}/${repository}/actions/runs/${runId}`,
    runId,
    runNumber: readNumber(environment, "GITHUB_RUN_NUMBER"),
    runAttempt: readNumber(environment, "GITHUB_RUN_ATTEMPT"),
  };
}

async function readPayload(path: string, files: Pick<Files, "read">): Promise<Payload> {
  const bytes = await files.read(path);
  if (bytes === undefined) throw unreadable(`The event file ${path} does not exist.`);
  let json: unknown;
  try {
    json = JSON.parse(new TextDecoder().decode(bytes));
  } catch (thrown) {
    throw unreadable(`The event file ${path} is not JSON: ${messageOf(thrown)}`);
  }
  const parsed = payloadSchema.safeParse(json);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw unreadable(
    `The event file ${path} has an unexpected ${issue?.path.join(".") || "shape"}: ${issue?.message ?? ""}`,
  );
}

/** Without it nobody could say whether the code is of a fork. */
function refuseHeadless(name: string, { pull_request: pull, workflow_run: run }: Payload): void {
  const missing = name.startsWith("pull_request") ? !pull && "pull_request" : name === "workflow_run" && !run && name;
  if (missing) throw unreadable(`The event file of ${name} has no ${missing}.`);
}

function unreadable(message: string): ActionError {
  return new ActionError("event-unreadable", message, {
    source: "github",
    hint: "The runner writes this file and names it in GITHUB_EVENT_PATH; run inside GitHub Actions, or give a command instead of `auto`.",
  });
}

// A pull request from a repository that is gone counts as a fork: nobody can say it is ours.
function describeHead(payload: Payload, repository: string, sha: string): Head {
  const { pull_request: pull, merge_group: group, workflow_run: run, issue } = payload;
  if (pull) {
    return {
      headSha: pull.head.sha,
      headIsFork: !isSameRepository(pull.head.repo?.full_name, pull.base.repo.full_name),
      pullRequest: pull.number,
      baseRef: pull.base.ref,
      headRef: pull.head.ref,
      ...(pull.state !== undefined && { pullRequestState: pull.state }),
      ...(typeof pull.merged === "boolean" && { merged: pull.merged }),
    };
  }
  if (group) {
    return { headSha: group.head_sha, headIsFork: false, headRef: group.head_ref, baseRef: group.base_ref };
  }
  if (run) {
    const number = run.pull_requests?.[0]?.number;
    return {
      headSha: run.head_sha,
      headIsFork: !isSameRepository(run.head_repository?.full_name, repository),
      ...(number !== undefined && { pullRequest: number }),
      ...(typeof run.head_branch === "string" && { headRef: run.head_branch }),
    };
  }
  const isOnPullRequest = issue?.pull_request !== undefined && issue.pull_request !== null;
  return { headSha: sha, headIsFork: false, ...(issue && isOnPullRequest && { pullRequest: issue.number }) };
}

function isSameRepository(one: string | undefined, other: string): boolean {
  return one?.toLowerCase() === other.toLowerCase();
}

function requireVariable(environment: ProcessEnvironment, name: string): string {
  const value = environment.get(name);
  if (value !== undefined && value !== "") return value;
  throw new ActionError("event-incomplete", `The runner's variable ${name} is not set.`, {
    source: "github",
    hint: "GitHub Actions sets it for every step; a step's `env:` or a container may have cleared it.",
  });
}

/** 1 when it is not set, as in programs that imitate the runner: it only tells runs apart. */
function readNumber(environment: ProcessEnvironment, name: string): number {
  const text = environment.get(name) || "1";
  const number = Number(text);
  if (Number.isSafeInteger(number) && number > 0) return number;
  throw new ActionError(
    "event-incomplete",
    `The runner's variable ${name} is "${text}", which is not a whole number.`,
    {
      source: "github",
      hint: "GitHub Actions sets it for every step.",
    },
  );
}
