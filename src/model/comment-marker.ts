/** What the hidden first line of a comment of ours says. */
export interface CommentMarker {
  /** Tells apart several plans on one pull request. */
  readonly key: string;
  /** The workflow run that wrote it. Ids of runs grow over the whole of GitHub. */
  readonly runId?: number;
}

const MARKER_VERSION = 1;
const MARKER_LINE = /^<!-- dagster-ecs-deploy (\{.*\}) -->/;

/** The hidden first line of a comment. */
export function renderCommentMarker(marker: CommentMarker): string {
  const json = JSON.stringify({ version: MARKER_VERSION, ...marker });
  // Inside the JSON texts only: nothing in a key can end the HTML comment.
  return `<!-- dagster-ecs-deploy ${json.replace(/[<>&@\u2028\u2029-]/g, escapeCharacter)} -->`;
}

function escapeCharacter(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`;
}

/** The marker at the very beginning of a comment, of this or an earlier version; undefined when there is none. */
export function readCommentMarker(body: string): CommentMarker | undefined {
  const json = MARKER_LINE.exec(body)?.[1];
  if (json === undefined) return undefined;
  try {
    const { version, key, runId }: Record<string, unknown> = JSON.parse(json);
    if (typeof version !== "number" || version > MARKER_VERSION || typeof key !== "string") return undefined;
    return { key, ...(typeof runId === "number" && { runId }) };
  } catch {
    return undefined;
  }
}
