import type { LocationOutcome, Outcome } from "../model/outcome.ts";
import { cellCode, inlineCode, renderLink, renderProse, renderProseCell } from "./escape.ts";
import { renderFailureMarkdown } from "./failure.ts";
import { shortenHash } from "./image-text.ts";
import { renderAlert, renderDetails, renderNames, renderTable } from "./markdown-blocks.ts";
import { SUMMARY_LIMIT } from "./plan-input.ts";
import { fitSections, type Section } from "./sections.ts";
import { ACTIONS, countOf, describeDuration, describeOutcomeVerdict, STATUSES, takeFirst } from "./wording.ts";

/** What a report of an outcome is made of. */
export interface OutcomeReportInput {
  readonly outcome: Outcome;
  /** Name of the Dagster deployment. */
  readonly deployment: string;
  readonly headSha?: string;
  readonly runUrl?: string;
  /** Replaces ``Dagster code locations: `prod` ``. */
  readonly title?: string;
  /** Something more to say after the table. */
  readonly extra?: Section;
}

/** What an apply did, for the job summary, within `limit` bytes. */
export function renderOutcomeMarkdown(input: OutcomeReportInput, limit: number = SUMMARY_LIMIT): string {
  const { locations } = input.outcome;
  const touched = locations.filter((location) => location.status !== "unchanged");
  const failed = touched.filter(isFailure);
  const sections: readonly Section[] = [
    { importance: 0, variants: [renderHead(input, locations)] },
    ...(touched.length === 0
      ? []
      : [{ importance: 0, variants: [1_000, 200, 50, 10].map((most) => renderOutcomeTable(touched, most)) }]),
    ...(input.extra === undefined ? [] : [input.extra]),
    ...failed.map((location) => ({
      importance: 1,
      isDetail: true,
      variants: [200, 20].map((mostLogLines) => renderFailureMarkdown(location, mostLogLines)),
    })),
    { importance: 2, variants: [1_000, 50].map((most) => renderUnchanged(locations, most)) },
    { importance: 0, variants: [renderFooter(input)] },
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

function renderHead({ deployment, title, outcome }: OutcomeReportInput, locations: readonly LocationOutcome[]): string {
  const heading = title === undefined ? `Dagster code locations: ${inlineCode(deployment)}` : renderProse(title);
  return `## ${outcome.succeeded ? "✅" : "❌"} ${heading}\n\n**${describeOutcomeVerdict(locations)}**`;
}

function renderOutcomeTable(locations: readonly LocationOutcome[], most: number): string {
  const { shown, more } = takeFirst(locations, most);
  const table = renderTable(
    ["Code location", "Action", "How it ended", "Time"],
    shown.map((location) => [
      cellCode(location.location),
      describeDone(location),
      `${STATUSES[location.status].mark} ${renderProseCell(location.message)}`,
      location.duration === undefined ? "" : describeDuration(location.duration).replaceAll(" ", "&nbsp;"),
    ]),
  );
  return more === 0 ? table : `${table}\n\n… and ${more} more code locations.`;
}

/** What was done for a location, in a word or two; in the present tense when it did not come to its end. */
export function describeDone({ action, status }: LocationOutcome): string {
  if (status === "skipped") return "nothing yet";
  if (status === "blocked") return "not touched";
  if (status === "superseded") return "given up";
  return status === "failed" || status === "rolled-back" ? ACTIONS[action].word : ACTIONS[action].done;
}

function renderUnchanged(locations: readonly LocationOutcome[], most: number): string {
  const unchanged = locations
    .filter((location) => location.status === "unchanged")
    .map((location) => location.location);
  return unchanged.length === 0 ? "" : renderDetails(`⚪ ${unchanged.length} unchanged`, renderNames(unchanged, most));
}

function renderFooter({ headSha, runUrl }: OutcomeReportInput): string {
  const parts = [
    ...(headSha === undefined ? [] : [`Commit ${inlineCode(shortenHash(headSha))}`]),
    ...(runUrl === undefined ? [] : [renderLink("workflow run", runUrl)]),
  ];
  return parts.length === 0 ? "" : `<sub>${parts.join(" · ")}</sub>`;
}
