import { type CommentMarker, renderCommentMarker } from "../model/comment-marker.ts";
import type { LocationOutcome, Outcome } from "../model/outcome.ts";
import type { Step, StepAction } from "../model/plan.ts";
import { cellCode, inlineCode, renderProse, renderProseCell } from "./escape.ts";
import { renderFailureMarkdown } from "./failure.ts";
import { renderAlert, renderDetails, renderNames, renderTable } from "./markdown-blocks.ts";
import { type ReportOrigin, renderOrigin } from "./origin.ts";
import { COMMENT_LIMIT, SUMMARY_LIMIT } from "./plan-input.ts";
import { fitSections, type Section } from "./sections.ts";
import { describeWhat } from "./step-words.ts";
import { renderTimeline, totalDuration } from "./timeline.ts";
import { ACTIONS, countOf, describeDuration, describeOutcomeVerdict, STATUSES, takeFirst } from "./wording.ts";

/** What a report of an outcome is made of. */
export interface OutcomeReportInput extends ReportOrigin {
  readonly outcome: Outcome;
  /** What was planned: says what was changed. */
  readonly steps?: readonly Step[];
  /** Name of the Dagster deployment. */
  readonly deployment: string;
  /** Replaces ``Dagster code locations: `prod` ``. */
  readonly title?: string;
  /** Something more to say after the table. */
  readonly extra?: Section;
}

/** What an apply did, for the job summary, within `limit` bytes: with a timeline. */
export function renderOutcomeMarkdown(input: OutcomeReportInput, limit: number = SUMMARY_LIMIT): string {
  const timeline = { importance: 2, variants: [renderTimeline(input.outcome.locations)] };
  return renderWithin(input, limit, [timeline]);
}

/** What an apply did, as a comment that is found again by its marker. */
export function renderOutcomeComment(input: OutcomeReportInput, marker: CommentMarker): string {
  const head = renderCommentMarker(marker);
  return `${head}\n${renderWithin(input, COMMENT_LIMIT - Buffer.byteLength(head, "utf8") - 1, [])}`;
}

function renderWithin(input: OutcomeReportInput, limit: number, more: readonly Section[]): string {
  const { locations } = input.outcome;
  const touched = locations.filter((location) => location.status !== "unchanged");
  const failed = touched.filter(isFailure);
  const sections: readonly Section[] = [
    { importance: 0, variants: [renderHead(input, locations)] },
    ...(touched.length === 0
      ? []
      : [
          {
            importance: 0,
            variants: [1_000, 200, 50, 10].map((most) => renderOutcomeTable(touched, input.steps ?? [], most)),
          },
        ]),
    ...(input.extra === undefined ? [] : [input.extra]),
    ...failed.map((location) => ({
      importance: 1,
      isDetail: true,
      variants: [200, 20].map((mostLogLines) => renderFailureMarkdown(location, mostLogLines)),
    })),
    ...more,
    { importance: 2, variants: [1_000, 50].map((most) => renderUnchanged(locations, most)) },
  ];
  const text = fitSections(sections, limit - 1, (omitted, total) =>
    renderAlert("NOTE", [
      omitted === 0
        ? "Log lines are shortened below; the log of this step has more."
        : `The explanation of ${omitted} of ${countOf(total, "failure")} is omitted below; the log of this step has it.`,
    ]),
  );
  return `${text}\n`;
}

/** True for an outcome that needs an explanation. */
export function isFailure(location: LocationOutcome): boolean {
  return location.status === "failed" || location.status === "rolled-back" || location.failure !== undefined;
}

function renderHead(input: OutcomeReportInput, locations: readonly LocationOutcome[]): string {
  const { deployment, title, outcome } = input;
  const heading = title === undefined ? `Dagster code locations: ${inlineCode(deployment)}` : renderProse(title);
  const [verdict = "", rest = ""] = describeOutcomeVerdict(locations).split(/(?<=\.) /, 2);
  const seconds = totalDuration(locations);
  const from = [
    inlineCode(deployment),
    ...renderOrigin(input),
    ...(seconds === undefined ? [] : [describeDuration(seconds)]),
  ].join(" · ");
  return `## ${outcome.succeeded ? "✅" : "❌"} ${heading}\n\n**${verdict}**${rest && ` ${rest}`} ${from}`;
}

function renderOutcomeTable(locations: readonly LocationOutcome[], steps: readonly Step[], most: number): string {
  const { shown, more } = takeFirst(locations, most);
  const byLocation = new Map(steps.map((step) => [step.location, step]));
  const table = renderTable(
    ["Code location", "What was done", "How it ended", "Time"],
    shown.map((location) => [
      cellCode(location.location),
      renderDoneCell(location, byLocation.get(location.location)),
      `${STATUSES[location.status].mark} ${renderProseCell(location.message)}`,
      location.duration === undefined ? "" : describeDuration(location.duration).replaceAll(" ", "&nbsp;"),
    ]),
  );
  return more === 0 ? table : `${table}\n\n… and ${countOf(more, "more code location")}.`;
}

/** What was done for a location, in a word or two; in the present tense when it did not come to its end. */
export function describeDone({ action, status }: LocationOutcome): string {
  if (status === "skipped") return "nothing yet";
  if (status === "blocked") return "not touched";
  if (status === "superseded") return "given up";
  return status === "failed" || status === "rolled-back" ? ACTIONS[action].word : ACTIONS[action].done;
}

/** A removal, a new location and what was not begun say all there is to say by themselves. */
function renderDoneCell(location: LocationOutcome, step: Step | undefined): string {
  const done = describeDone(location);
  if (step === undefined || !TELLING.has(step.action) || STATUSES[location.status].bad !== isFailure(location))
    return done;
  return `${done}: ${renderProseCell(describeWhat(step))}`;
}

const TELLING: ReadonlySet<StepAction> = new Set(["update", "replace", "redeploy"]);

function renderUnchanged(locations: readonly LocationOutcome[], most: number): string {
  const unchanged = locations
    .filter((location) => location.status === "unchanged")
    .map((location) => location.location);
  return unchanged.length === 0 ? "" : renderDetails(`⚪ ${unchanged.length} unchanged`, renderNames(unchanged, most));
}
