import type { LocationOutcome } from "../model/outcome.ts";
import { type ConsoleGroup, type ConsoleParts, joinBlocks, unfold } from "./console-parts.ts";
import { showInvisible } from "./escape.ts";
import { renderFailureText } from "./failure.ts";
import { describeDone, isFailure, type OutcomeReportInput } from "./outcome-markdown.ts";
import { alignColumns, type ConsoleStyle, makePaint, type Paint } from "./paint.ts";
import { PHASE_WORDS } from "./timeline.ts";
import { describeDuration, describeOutcomeVerdict, STATUSES } from "./wording.ts";

/** What an apply did, for a console that folds nothing. */
export function renderOutcomeConsole(input: OutcomeReportInput, style: ConsoleStyle): string {
  return unfold(outcomeConsoleParts(input, style));
}

/**
 * What an apply did, for a console: where the time of each location went, failures explained, then one line per location,
 * then the counts.
 */
export function outcomeConsoleParts({ outcome }: OutcomeReportInput, style: ConsoleStyle): ConsoleParts {
  const paint = makePaint(style);
  const touched = outcome.locations.filter((location) => location.status !== "unchanged");
  return {
    before: "",
    groups: touched.filter(({ phases = [] }) => phases.length > 0).map((location) => renderTimes(location, paint)),
    after: joinBlocks([
      ...touched.filter(isFailure).map((location) => [renderFailureText(location, style)]),
      renderRows(touched, paint),
      [paint.bold(describeOutcomeVerdict(outcome.locations))],
    ]),
  };
}

function renderTimes(location: LocationOutcome, paint: Paint): ConsoleGroup {
  const { phases = [], duration = 0 } = location;
  const rows = alignColumns(
    phases.map(({ name, from, to }) => [PHASE_WORDS[name], describeDuration((to - from) / 1_000)]),
  );
  return {
    title: `${markOf(location, paint)} ${paint.bold(showInvisible(location.location))}  ${describeDone(location)}  ${describeDuration(duration)}`,
    lines: [...rows.map((cells) => `    ${cells.join("  ")}`), `    ${showInvisible(location.message)}`],
  };
}

function renderRows(touched: readonly LocationOutcome[], paint: Paint): readonly string[] {
  const rows = alignColumns(
    touched.map((location) => [
      showInvisible(location.location),
      describeDone(location),
      location.duration === undefined ? "" : describeDuration(location.duration),
      showInvisible(location.message),
    ]),
  );
  return rows.map((cells, index) => {
    const location = touched[index];
    return location === undefined ? "" : `  ${markOf(location, paint)} ${cells.join("  ")}`;
  });
}

function markOf({ status }: LocationOutcome, paint: Paint): string {
  return STATUSES[status].bad ? paint.red("✗") : paint.green("✓");
}
