import { ServiceError } from "../protocol/errors.ts";
import { type GitHubAnswer, listPage, notFound, type RouteCall, requireRepository, requireWriter } from "./calls.ts";
import type { CommentRecord, GitHubRepositoryRecord } from "./state.ts";
import { viewComment } from "./views.ts";

const MAX_COMMENT = 65_536;

export function listComments(call: RouteCall): GitHubAnswer {
  const repository = requireRepository(call);
  const issue = requireIssue(call, repository);
  const since = call.request.query.get("since");
  const comments = repository.comments
    .filter((comment) => comment.issue === issue)
    .filter((comment) => since === null || comment.updatedAt >= Date.parse(since));
  return listPage(
    call,
    comments.map((comment) => viewComment(repository, comment)),
  );
}

function requireIssue(call: RouteCall, repository: GitHubRepositoryRecord): number {
  const issue = Number(call.params.issue_number);
  if (!repository.pullRequests.has(issue)) {
    throw notFound();
  }
  return issue;
}

function readBody(call: RouteCall): string {
  const { body } = call.request.body;
  if (typeof body !== "string" || body.trim() === "") {
    throw new ServiceError("Validation Failed", "Validation Failed", {
      status: 422,
      fields: { errors: [{ resource: "IssueComment", code: "missing_field", field: "body" }] },
    });
  }
  if (body.length > MAX_COMMENT) {
    throw new ServiceError("Validation Failed", "Validation Failed", {
      status: 422,
      fields: {
        errors: [
          {
            resource: "IssueComment",
            code: "unprocessable",
            field: "data",
            message: "Body is too long (maximum is 65536 characters)",
          },
        ],
      },
    });
  }
  return body;
}

export function createComment(call: RouteCall): GitHubAnswer {
  requireWriter(call);
  const repository = requireRepository(call);
  const issue = requireIssue(call, repository);
  const { github, timeline, settings } = call.world;
  if (repository.pullRequests.get(issue)?.locked === true) {
    throw new ServiceError("Forbidden", "Unable to create comment because issue is locked.", { status: 403 });
  }
  const comment: CommentRecord = {
    id: github.nextCommentId,
    issue,
    login: settings.githubLogin,
    body: readBody(call),
    earlier: [],
    createdAt: timeline.now,
    updatedAt: timeline.now,
  };
  github.nextCommentId += 1;
  repository.comments.push(comment);
  return { status: 201, body: viewComment(repository, comment) };
}

export function getComment(call: RouteCall): GitHubAnswer {
  const { repository, comment } = requireComment(call);
  return { status: 200, body: viewComment(repository, comment) };
}

export function updateComment(call: RouteCall): GitHubAnswer {
  requireWriter(call);
  const { repository, comment } = requireComment(call);
  const body = readBody(call);
  comment.earlier.push(comment.body);
  comment.body = body;
  comment.updatedAt = call.world.timeline.now;
  return { status: 200, body: viewComment(repository, comment) };
}

export function deleteComment(call: RouteCall): GitHubAnswer {
  requireWriter(call);
  const { repository, comment } = requireComment(call);
  repository.comments = repository.comments.filter((other) => other !== comment);
  return { status: 204 };
}

function requireComment(call: RouteCall): {
  repository: GitHubRepositoryRecord;
  comment: CommentRecord;
} {
  const repository = requireRepository(call);
  const comment = repository.comments.find(({ id }) => String(id) === call.params.comment_id);
  if (comment === undefined) {
    throw notFound();
  }
  return { repository, comment };
}
