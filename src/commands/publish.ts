import type { Inputs } from "../inputs.ts";
import type { GitHubEvent } from "../model/github-event.ts";
import type { Outcome } from "../model/outcome.ts";
import { hasChanges } from "../plan/summary.ts";
import type { Files, Io, PullRequestPort } from "../ports.ts";
import { branchOutcome } from "../report/branch-report.ts";
import { type OutcomeReportInput, renderOutcomeComment, renderOutcomeMarkdown } from "../report/outcome-markdown.ts";
import type { PlanReportInput } from "../report/plan-input.ts";
import { renderPlanComment, renderPlanMarkdown } from "../report/plan-markdown.ts";
import { problemAnnotations, renderProblemsComment, renderProblemsMarkdown } from "../report/problems.ts";
import { warningAnnotations } from "../report/warnings.ts";
import type { ChosenCommand } from "./choose.ts";
import { branchCommentKey, outcomeCommentKey, planCommentKey, writeComment } from "./comment.ts";
import { describeLocations, setCommentUrl, setOutputs } from "./outputs.ts";
import { printFindings, printOutcome, printPlan } from "./print-report.ts";
import { publishRemovals } from "./publish-removals.ts";
import type { CarriedOut, CommandResult, Findings } from "./result.ts";

/** Where the reports of a run go. */
export interface Publication {
  readonly io: Io;
  readonly files: Files;
  readonly environment: ReadonlyMap<string, string>;
  readonly inputs: Inputs;
  readonly command: ChosenCommand["command"];
  readonly event: GitHubEvent | undefined;
  readonly connectPullRequests: (options: { token: string; repository: string }) => Promise<PullRequestPort>;
}

/**
 * Prints a result, annotates, writes the summary, sets the outputs, and then comments. True when the step is to be
 * green, which is decided before GitHub is asked for anything.
 */
export async function publish(result: CommandResult, publication: Publication): Promise<boolean> {
  const succeeded = isGreen(result, publication.inputs);
  await publishResult(result, publication);
  return succeeded;
}

function isGreen(result: CommandResult, { failOnChanges }: Inputs): boolean {
  switch (result.kind) {
    case "nothing":
    case "validated":
    case "rendered":
      return true;
    case "invalid":
    case "refused":
      return false;
    case "planned":
      return result.failures.length === 0 && !(failOnChanges && hasChanges(result.run.plan));
    case "applied":
      return result.outcome.succeeded;
    case "removed":
      return result.leftAlone.length === 0 && result.removals.every(({ outcome }) => outcome.succeeded);
  }
}

async function publishResult(result: CommandResult, publication: Publication): Promise<void> {
  const { io } = publication;
  if (result.kind === "nothing") {
    io.info(result.message);
    return;
  }
  await publishFindings(result.findings, publication, result.kind === "invalid" || result.kind === "validated");
  switch (result.kind) {
    case "invalid":
      return publishInvalid(result, publication);
    case "validated":
      return io.info(
        `${result.locations} code location${result.locations === 1 ? "" : "s"}: the configuration is valid.`,
      );
    case "rendered":
      return io.info(JSON.stringify(result.document, null, 2));
    case "planned":
      return publishPlan(result, result.failures, publication);
    case "refused":
      return publishPlan(result, result.reasons, publication);
    case "applied":
      return publishOutcome(result, publication);
    case "removed":
      return publishRemovals(result, publication);
  }
}

/** A plan of an earlier push must not stand there as if it were of this one; an apply says it beside the plan. */
async function publishInvalid(
  { findings: { problems } }: Extract<CommandResult, { kind: "invalid" }>,
  publication: Publication,
): Promise<void> {
  const { command } = publication;
  // `validate` works offline: it would not take back what it has said, either.
  if (command === "validate" || command === "destroy" || command === "sweep") return;
  const isPlan = command === "plan";
  await writeComment(publication, {
    key: isPlan ? planCommentKey(publication) : outcomeCommentKey(publication),
    isNews: !isPlan,
    render: (marker) => renderProblemsComment(problems, marker, publication.event),
  });
}

async function publishFindings(findings: Findings, { io, event }: Publication, withSummary: boolean): Promise<void> {
  for (const annotation of problemAnnotations(findings.problems)) io.annotate(annotation);
  printFindings(findings, io);
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
  await setOutputs(publication, run, undefined, inputs.planFile === undefined ? {} : { planFile: inputs.planFile });
  const commentUrl = await writeComment(publication, {
    key: keyOfPlan(result, publication),
    isNews: hasChanges(run.plan) || reasons.length > 0,
    render: (marker) => renderPlanComment({ ...report, ...marker }),
  });
  setCommentUrl(io, commentUrl);
}

/** What is refused is no plan: it must not stand where the plan of the full deployment is. */
function keyOfPlan({ kind, run }: Extract<CommandResult, { kind: "planned" | "refused" }>, where: Publication): string {
  const { request } = run.plan;
  if (request.kind === "branch") return branchCommentKey(request, where.inputs);
  return kind === "refused" ? outcomeCommentKey(where) : planCommentKey(where);
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
  for (const annotation of warningAnnotations(run.plan)) io.annotate(annotation);
  annotateFailures(outcome, io);
  await setOutputs(publication, run, outcome, {});
  const isBranch = request.kind === "branch";
  const commentUrl = await writeComment(publication, {
    key: isBranch ? branchCommentKey(request, inputs) : outcomeCommentKey(publication),
    ...(isBranch && { pullRequest: request.pullRequest }),
    isNews: outcome.locations.some(({ status }) => status !== "unchanged"),
    render: (marker) => renderOutcomeComment(report, marker),
  });
  // With branch deployments there is a plan, too, and the output is the address of its comment.
  if (!isBranch) setCommentUrl(io, commentUrl);
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
