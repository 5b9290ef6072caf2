import { ServiceError } from "../protocol/errors.ts";
import type { World } from "../world/world.ts";
import type { GitHubAnswer, RouteCall } from "./calls.ts";
import type { CommentRecord } from "./state.ts";

/** Without white space. */
const WHO = /^(?:query)?\{viewer\{login\}\}$/;
const EDITS =
  /^query\(\$id:ID!\)\{node\(id:\$id\)\{\.\.\.onIssueComment\{bodyuserContentEdits\(first:(\d+)\)\{nodes\{diff\}\}\}\}\}$/;

/** Two questions have a use: who the token is, which an app's installation may ask here, and what a comment said. */
export function answerGraphQl({ world, request }: RouteCall): GitHubAnswer {
  if (!request.authorized) {
    throw new ServiceError("Unauthorized", "Requires authentication", { status: 401 });
  }
  const query = String(request.body.query ?? "").replaceAll(/\s+/g, "");
  if (WHO.test(query)) {
    return { status: 200, body: { data: { viewer: { login: world.settings.githubLogin } } } };
  }
  const [, first] = EDITS.exec(query) ?? [];
  if (first !== undefined) {
    const { id } = (request.body.variables ?? {}) as { readonly id?: unknown };
    return answerEdits(findComment(world, id), Number(first));
  }
  return refuse("undefinedField", "The emulator only knows two questions.");
}

/** Newest first; the last one is what was there at first. A comment that was never edited has none. */
function answerEdits(comment: CommentRecord | undefined, first: number): GitHubAnswer {
  if (comment === undefined) {
    return refuse("NOT_FOUND", "Could not resolve to a node with the global id.");
  }
  const { body, earlier } = comment;
  const texts = earlier.length === 0 ? [] : [...earlier, body].toReversed();
  const nodes = texts.slice(0, first).map((diff) => ({ diff }));
  return { status: 200, body: { data: { node: { body, userContentEdits: { nodes } } } } };
}

function findComment({ github }: World, nodeId: unknown): CommentRecord | undefined {
  return [...github.repositories.values()].flatMap(({ comments }) => comments).find(({ id }) => `IC_${id}` === nodeId);
}

function refuse(type: string, message: string): GitHubAnswer {
  return { status: 200, body: { data: null, errors: [{ type, message }] } };
}
