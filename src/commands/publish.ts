import type { Inputs } from "../inputs.ts";
import type { GitHubEvent } from "../model/github-event.ts";
import type { Outcome } from "../model/outcome.ts";
import { hasChanges } from "../plan/summary.ts";
import type { Files, Io, PullRequestPort } from "../ports.ts";
import { branchOutcome, renderBranchComment } from "../report/branch-report.ts";
import { type OutcomeReportInput, renderOutcomeMarkdown } from "../report/outcome-markdown.ts";
import type { PlanReportInput } from "../report/plan-input.ts";
import { renderPlanComment, renderPlanMarkdown } from "../report/plan-markdown.ts";
import {
  problemAnnotations,
  renderProblemsComment,
  renderProblemsConsole,
  renderProblemsMarkdown,
} from "../report/problems.ts";
import { branchCommentKey, planCommentKey, writeComment } from "./comment.ts";
import { describeLocations, setOutputs } from "./outputs.ts";
import { printOutcome, printPlan } from "./print-report.ts";
import { publishRemovals } from "./publish-removals.ts";
import type { CarriedOut, CommandResult, Findings } from "./result.ts";

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
      await writeComment(publication, {
        key: planCommentKey(publication),
        isNews: false,
        render: (marker) => renderProblemsComment(problems, marker, publication.event),
      });
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
    case "removed":
      return publishRemovals(result, publication);
  }
}

async function publishFindings(findings: Findings, { io, event }: Publication, withSummary: boolean): Promise<void> {
  for (const annotation of problemAnnotations(findings.problems)) io.annotate(annotation);
  if (findings.problems.length > 0) io.info(renderProblemsConsole(findings.problems, STYLE, findings.sources));
  if (withSummary) await io.writeSummary(renderProblemsMarkdown(findings.problems, event));
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
  printPlan(report, io);
  await io.writeSummary(renderPlanMarkdown(report));
  for (const reason of reasons)
    io.annotate({
      level: "error",
      title: result.kind === "refused" ? "refused" : "would be refused",
      message: run.redact(reason),
    });
  const isNews = hasChanges(run.plan) || reasons.length > 0;
  const { request } = run.plan;
  const commentUrl = await writeComment(publication, {
    // What is refused of a branch deployment must not stand where the plan of the full one is.
    key: request.kind === "branch" ? branchCommentKey(request, inputs) : planCommentKey(publication),
    isNews,
    render: (marker) => renderPlanComment({ ...report, ...marker }),
  });
  await setOutputs(publication, run, undefined, {
    ...(inputs.planFile !== undefined && { planFile: inputs.planFile }),
    ...(commentUrl !== undefined && { commentUrl }),
  });
}

async function publishOutcome(
  result: Extract<CommandResult, { kind: "applied" }>,
  publication: Publication,
): Promise<void> {
  const { io, inputs } = publication;
  const { run, outcome } = result;
  const { request } = run.plan;
  const report = outcomeReport(result, publication);
  printOutcome(report, io);
  await io.writeSummary(renderOutcomeMarkdown(report));
  for (const { location, warnings } of run.plan.steps) {
    for (const message of warnings) io.annotate({ level: "warning", title: location, message });
  }
  annotateFailures(outcome, io);
  if (request.kind === "branch") {
    await writeComment(publication, {
      key: branchCommentKey(request, inputs),
      pullRequest: request.pullRequest,
      isNews: outcome.locations.some(({ status }) => status !== "unchanged"),
      render: (marker) => renderBranchComment(report, marker),
    });
  }
  await setOutputs(publication, run, outcome, {});
}

function outcomeReport({ run, outcome }: CarriedOut, { event }: Publication): OutcomeReportInput {
  const { request } = run.plan;
  const origin = event !== undefined && { headSha: event.headSha, runUrl: event.runUrl };
  const { steps } = run.plan;
  if (request.kind === "full") return { outcome, steps, deployment: request.deployment, ...origin };
  return branchOutcome({ request, outcome, steps, ...origin }, describeLocations(run, outcome));
}

function annotateFailures({ locations }: Outcome, io: Io): void {
  for (const { location, status, message, failure, warnings = [] } of locations) {
    for (const warning of warnings) io.annotate({ level: "warning", title: location, message: warning });
    if (status !== "failed" && status !== "rolled-back" && status !== "superseded") continue;
    const guess = failure?.guess === undefined ? "" : `\n${failure.guess}`;
    io.annotate({ level: "error", title: `${location}: ${status}`, message: `${message}${guess}` });
  }
}
