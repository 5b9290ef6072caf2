import type { Io } from "../ports.ts";
import { branchRemoval, renderLeftAlone } from "../report/branch-report.ts";
import { type OutcomeReportInput, renderOutcomeComment, renderOutcomeMarkdown } from "../report/outcome-markdown.ts";
import { branchCommentKey, writeComment } from "./comment.ts";
import { setOutputs } from "./outputs.ts";
import { printOutcome } from "./print-report.ts";
import type { Publication } from "./publish.ts";
import type { CarriedOut, CommandResult } from "./result.ts";

type Removed = Extract<CommandResult, { kind: "removed" }>;

/** Prints what was removed, annotates, writes the summary, sets the outputs, and then comments. */
export async function publishRemovals(result: Removed, publication: Publication): Promise<void> {
  const { io } = publication;
  for (const removal of result.removals) await publishRemoval(removal, publication);
  for (const why of result.leftAlone) io.annotate({ level: "error", title: "left alone", message: why });
  io.info(result.message);
  await io.writeSummary(renderLeftAlone(result.message, result.leftAlone));
  const all = joinRemovals(result.removals);
  // There is no code server left to name in a workspace file.
  if (all !== undefined) await setOutputs({ ...publication, environment: new Map() }, all.run, all.outcome, {});
  for (const removal of result.removals) {
    if (removal.pullRequestIsGone !== true) await commentOn(removal, publication);
  }
}

async function publishRemoval(removal: CarriedOut, publication: Publication): Promise<void> {
  const { io } = publication;
  const report = reportOf(removal, publication);
  printOutcome(report, io);
  await io.writeSummary(renderOutcomeMarkdown(report));
  annotate(removal, io);
}

async function commentOn(removal: CarriedOut, publication: Publication): Promise<void> {
  const { request } = removal.run.plan;
  await writeComment(publication, {
    key: branchCommentKey(request, publication.inputs),
    pullRequest: request.pullRequest,
    isNews: !removal.outcome.succeeded,
    render: (marker) => renderOutcomeComment(reportOf(removal, publication), marker),
  });
}

function reportOf({ run, outcome }: CarriedOut, { event }: Publication): OutcomeReportInput {
  const { request } = run.plan;
  return branchRemoval({ request, outcome, ...(event !== undefined && { runUrl: event.runUrl }) });
}

function annotate({ run, outcome }: CarriedOut, io: Io): void {
  for (const { location, status, message, warnings = [] } of outcome.locations) {
    const title = `${run.plan.request.deployment}, ${location}`;
    for (const warning of warnings) io.annotate({ level: "warning", title, message: warning });
    if (status !== "succeeded") io.annotate({ level: "error", title: `${title}: ${status}`, message });
  }
}

/** One for the outputs, which name all branch deployments; undefined when there is none. */
function joinRemovals(removals: readonly CarriedOut[]): CarriedOut | undefined {
  const [first] = removals;
  if (first === undefined) return undefined;
  const { plan } = first.run;
  const deployment = [...new Set(removals.map(({ run }) => run.plan.request.deployment))].join(",");
  const steps = removals.flatMap(({ run }) => run.plan.steps);
  return {
    run: { ...first.run, plan: { ...plan, request: { ...plan.request, deployment }, steps } },
    outcome: {
      locations: removals.flatMap(({ outcome }) => outcome.locations),
      succeeded: removals.every(({ outcome }) => outcome.succeeded),
    },
  };
}
