import { explainError } from "../errors.ts";
import type { Inputs } from "../inputs.ts";
import type { CommentMarker } from "../model/comment-marker.ts";
import type { GitHubEvent } from "../model/github-event.ts";
import type { Plan } from "../model/plan.ts";
import type { Io, PullRequestPort } from "../ports.ts";

/** What writing a comment needs. */
export interface CommentSettings {
  readonly io: Io;
  readonly inputs: Inputs;
  readonly event: GitHubEvent | undefined;
  readonly connectPullRequests: (options: { token: string; repository: string }) => Promise<PullRequestPort>;
}

/** Which comment to write. */
export interface CommentWanted {
  readonly key: string;
  /** Undefined: that of the inputs or the event. */
  readonly pullRequest?: number | undefined;
  /** With nothing new to say, `auto` only updates a comment that is there. */
  readonly isNews: boolean;
  readonly render: (marker: CommentMarker) => string;
}

/** Names the comment with the plan of a configuration. */
export function planCommentKey({ inputs, event }: Pick<CommentSettings, "inputs" | "event">): string {
  return [inputs.deployment, `${event?.repository}:${inputs.configFile ?? ""}`, inputs.commentKey ?? ""].join("|");
}

/** Names the comment with what an apply of a configuration came to: the plan's stays beside it. */
export function outcomeCommentKey(settings: Pick<CommentSettings, "inputs" | "event">): string {
  return `outcome|${planCommentKey(settings)}`;
}

/** Names the comment about a branch deployment, which its tags alone have to tell: a sweep knows nothing else. */
export function branchCommentKey({ deployment, source }: Plan["request"], inputs: Pick<Inputs, "commentKey">): string {
  return ["branch", deployment, source, inputs.commentKey ?? ""].join("|");
}

/**
 * Writes a comment on the pull request and gives its address; undefined when there is none. A comment that cannot be
 * written is a warning: what it says is in the job summary, too.
 */
export async function writeComment(settings: CommentSettings, wanted: CommentWanted): Promise<string | undefined> {
  const { io, inputs, event } = settings;
  const { key, isNews, render } = wanted;
  const pullRequest = wanted.pullRequest ?? inputs.pullRequest ?? event?.pullRequest;
  if (inputs.comment === "never" || pullRequest === undefined || event === undefined) return undefined;
  if (inputs.githubToken === undefined) {
    io.annotate({ level: "warning", title: "no comment", message: "There is no github-token to comment with." });
    return undefined;
  }
  try {
    const { githubToken: token } = inputs;
    const pullRequests = await settings.connectPullRequests({ token, repository: event.repository });
    const options = { onlyUpdate: inputs.comment === "auto" && !isNews };
    const written = await pullRequests.upsertComment(pullRequest, key, render({ key, runId: event.runId }), options);
    if (written !== undefined) io.info(`Comment ${written.change}: ${written.url}`);
    return written?.url;
  } catch (error) {
    io.annotate({
      level: "warning",
      title: "no comment",
      message: `The comment was not written: ${explainError(error)}`,
    });
    return undefined;
  }
}
