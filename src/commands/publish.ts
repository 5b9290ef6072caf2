import { explainError } from "../errors.ts";
import type { Inputs } from "../inputs.ts";
import type { CommentMarker } from "../model/comment-marker.ts";
import type { GitHubEvent } from "../model/github-event.ts";
import { hasChanges } from "../plan/summary.ts";
import type { Files, Io, PullRequestPort } from "../ports.ts";
import { renderOutcomeConsole } from "../report/outcome-console.ts";
import { renderOutcomeMarkdown } from "../report/outcome-markdown.ts";
import { renderPlanConsole } from "../report/plan-console.ts";
import type { PlanReportInput } from "../report/plan-input.ts";
import { renderPlanComment, renderPlanMarkdown } from "../report/plan-markdown.ts";
import {
  problemAnnotations,
  renderProblemsComment,
  renderProblemsConsole,
  renderProblemsMarkdown,
} from "../report/problems.ts";
import { setOutputs } from "./outputs.ts";
import type { CommandResult, Findings } from "./result.ts";

/** The runner's console does not show colours well in annotations, but does in the log. */
const STYLE = { colors: false };

/** Where the reports of a run go. */
export interface Publication {
  readonly io: Io;
  readonly files: Files;
  readonly environment: ReadonlyMap<string, string>;
  readonly inputs: Inputs;
  readonly event: GitHubEvent | undefined;
  readonly connectPullRequests: (options: { token: string; repository: string }) => Promise<PullRequestPort>;
}

/** Prints a result, annotates, sets the outputs, writes summary and comment. True when the step is to be green. */
export async function publish(result: CommandResult, publication: Publication): Promise<boolean> {
  const { io } = publication;
  if (result.kind === "nothing") {
    io.info(result.message);
    return true;
  }
  await publishFindings(result.findings, publication, result.kind === "invalid" || result.kind === "validated");
  switch (result.kind) {
    case "invalid": {
      const { problems } = result.findings;
      // A plan of an earlier push must not stand there as if it were of this one.
      await comment(publication, false, (marker) => renderProblemsComment(problems, marker));
      return false;
    }
    case "validated":
      io.info(`${result.locations} code location${result.locations === 1 ? "" : "s"}: the configuration is valid.`);
      return true;
    case "rendered":
      io.info(JSON.stringify(result.document, null, 2));
      return true;
    case "planned":
      await publishPlan(result, result.failures, publication);
      return result.failures.length === 0 && !(publication.inputs.failOnChanges && hasChanges(result.run.plan));
    case "refused":
      await publishPlan(result, result.reasons, publication);
      return false;
    case "applied":
      await publishOutcome(result, publication);
      return result.outcome.succeeded;
  }
}

async function publishFindings(findings: Findings, { io }: Publication, withSummary: boolean): Promise<void> {
  for (const annotation of problemAnnotations(findings.problems)) io.annotate(annotation);
  if (findings.problems.length > 0) io.info(renderProblemsConsole(findings.problems, STYLE, findings.sources));
  if (withSummary) await io.writeSummary(renderProblemsMarkdown(findings.problems));
}

async function publishPlan(
  result: Extract<CommandResult, { kind: "planned" | "refused" }>,
  reasons: readonly string[],
  publication: Publication,
): Promise<void> {
  const { io, inputs, event } = publication;
  const { run } = result;
  const report: PlanReportInput = {
    plan: run.plan,
    preflight: run.preflight,
    problems: result.findings.problems,
    ...(event !== undefined && { headSha: event.headSha, runUrl: event.runUrl }),
    ...(result.kind === "refused" && { refusedBecause: reasons.map(run.redact) }),
  };
  io.info(renderPlanConsole(report, STYLE));
  await io.writeSummary(renderPlanMarkdown(report));
  for (const reason of reasons)
    io.annotate({
      level: "error",
      title: result.kind === "refused" ? "refused" : "would be refused",
      message: run.redact(reason),
    });
  const isNews = hasChanges(run.plan) || reasons.length > 0;
  const commentUrl = await comment(publication, isNews, (marker) => renderPlanComment({ ...report, ...marker }));
  await setOutputs(publication, run, undefined, {
    ...(inputs.planFile !== undefined && { planFile: inputs.planFile }),
    ...(commentUrl !== undefined && { commentUrl }),
  });
}

/**
 * Writes the comment of this configuration on the pull request. A comment that cannot be written is a warning: what
 * it says is in the job summary, too. With nothing new to say, `auto` only updates one that is there.
 */
async function comment(
  publication: Publication,
  isNews: boolean,
  render: (marker: CommentMarker) => string,
): Promise<string | undefined> {
  const { io, inputs, event } = publication;
  const pullRequest = inputs.pullRequest ?? event?.pullRequest;
  if (inputs.comment === "never" || pullRequest === undefined || event === undefined) return undefined;
  if (inputs.githubToken === undefined) {
    io.annotate({ level: "warning", title: "no comment", message: "There is no github-token to comment with." });
    return undefined;
  }
  const key = [inputs.deployment, `${event.repository}:${inputs.configFile ?? ""}`, inputs.commentKey ?? ""].join("|");
  try {
    const { githubToken: token } = inputs;
    const pullRequests = await publication.connectPullRequests({ token, repository: event.repository });
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

async function publishOutcome(
  result: Extract<CommandResult, { kind: "applied" }>,
  publication: Publication,
): Promise<void> {
  const { io, event } = publication;
  const { run, outcome } = result;
  const report = {
    outcome,
    deployment: run.plan.request.deployment,
    ...(event !== undefined && { headSha: event.headSha, runUrl: event.runUrl }),
  };
  io.info(renderOutcomeConsole(report, STYLE));
  await io.writeSummary(renderOutcomeMarkdown(report));
  for (const { location, warnings } of run.plan.steps) {
    for (const message of warnings) io.annotate({ level: "warning", title: location, message });
  }
  for (const { location, status, message, failure, warnings = [] } of outcome.locations) {
    for (const warning of warnings) io.annotate({ level: "warning", title: location, message: warning });
    if (status !== "failed" && status !== "rolled-back" && status !== "superseded") continue;
    const guess = failure?.guess === undefined ? "" : `\n${failure.guess}`;
    io.annotate({ level: "error", title: `${location}: ${status}`, message: `${message}${guess}` });
  }
  await setOutputs(publication, run, outcome, {});
}
