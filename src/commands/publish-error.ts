import { ActionError, messageOf } from "../errors.ts";
import { renderCommentMarker } from "../model/comment-marker.ts";
import { clipSentence } from "../model/shown-text.ts";
import type { Io } from "../ports.ts";
import { type RunError, renderRunError } from "../report/run-error.ts";
import type { ChosenCommand } from "./choose.ts";
import { type CommentSettings, outcomeCommentKey, planCommentKey, writeComment } from "./comment.ts";
import { isUntrusted } from "./trusted-event.ts";

/** Annotates what ended a run, and writes it into the summary. */
export async function publishError(error: unknown, io: Io, about: Partial<RunError> = {}): Promise<void> {
  const { code, lines } = describeError(error);
  io.annotate({ level: "error", title: code, message: lines.join("\n") });
  if (!isExpected(error) && error instanceof Error && error.stack !== undefined) io.info(error.stack);
  await io.writeSummary(renderRunError({ ...about, code, lines }));
}

/** The same for a command; what an earlier run has said of it in a comment must not stand there as if it were of this one. */
export async function publishCommandError(
  error: unknown,
  chosen: ChosenCommand,
  settings: CommentSettings,
): Promise<void> {
  const { inputs, event } = settings;
  const isPlan = chosen.command === "plan";
  const origin = event && { headSha: event.headSha, runUrl: event.runUrl };
  const about = { ...origin, deployment: inputs.deployment, isPlan };
  const ofFull = "deployment" in chosen && chosen.deployment.kind === "full" && REPORTED.has(chosen.command);
  if (!ofFull) return publishError(error, settings.io);
  await publishError(error, settings.io, about);
  // The token of a fork's run can only read.
  if (event === undefined || isUntrusted(event)) return;
  await writeComment(settings, {
    key: isPlan ? planCommentKey(settings) : outcomeCommentKey(settings),
    isNews: false,
    render: (marker) => `${renderCommentMarker(marker)}\n${renderRunError({ ...about, ...describeError(error) })}`,
  });
}

/** Commands that have a comment about the full deployment. */
const REPORTED: ReadonlySet<ChosenCommand["command"]> = new Set(["plan", "apply", "redeploy", "rollback"]);

function isExpected(error: unknown): error is ActionError {
  return error instanceof ActionError && error.source !== "internal";
}

function describeError(error: unknown): Pick<RunError, "code" | "lines"> {
  const isOurs = isExpected(error);
  const texts = isOurs ? [error.message, error.hint ?? ""] : [messageOf(error), "Please report this."];
  const lines = texts.flatMap((text) => clipSentence(text).split("\n")).filter((line) => line !== "");
  return { code: isOurs ? error.code : "internal error", lines };
}
