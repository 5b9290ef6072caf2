import { defuseWorkflowCommands, showInvisible } from "./escape.ts";
import { renderFailureText } from "./failure.ts";
import { describeDone, isFailure, type OutcomeReportInput } from "./outcome-markdown.ts";
import { alignColumns, type ConsoleStyle, makePaint } from "./paint.ts";
import { describeDuration, describeOutcomeVerdict, STATUSES } from "./wording.ts";

/** What an apply did, for a console: failures explained, then one line per location, then the counts. */
export function renderOutcomeConsole(input: OutcomeReportInput, style: ConsoleStyle): string {
  const paint = makePaint(style);
  const { locations } = input.outcome;
  const touched = locations.filter((location) => location.status !== "unchanged");
  const rows = alignColumns(
    touched.map((location) => [
      showInvisible(location.location),
      describeDone(location),
      location.duration === undefined ? "" : describeDuration(location.duration),
      showInvisible(location.message),
    ]),
  ).map((cells, index) => {
    const isBad = STATUSES[touched[index]?.status ?? "failed"].bad;
    return `  ${isBad ? paint.red("✗") : paint.green("✓")} ${cells.join("  ")}`;
  });
  const blocks = [
    ...touched.filter(isFailure).map((location) => renderFailureText(location, style)),
    rows.join("\n"),
    paint.bold(describeOutcomeVerdict(locations)),
  ];
  return defuseWorkflowCommands(blocks.filter((block) => block !== "").join("\n\n"));
}
