import { inlineCode, renderProse } from "./escape.ts";
import { renderAlert } from "./markdown-blocks.ts";
import { type ReportOrigin, renderOrigin } from "./origin.ts";

/** What ended a run before there was anything else to report. */
export interface RunError extends ReportOrigin {
  /** Stable name of the error, or `internal error`. */
  readonly code: string;
  /** Sentences, each in a line of its own. */
  readonly lines: readonly string[];
  /** Name of the Dagster deployment; absent where nobody could say it yet. */
  readonly deployment?: string;
  /** True where a plan was all that was asked for. */
  readonly isPlan?: boolean;
}

/** An error for the job summary, or in place of what a comment said before. */
export function renderRunError({ code, lines, deployment, isPlan = false, ...origin }: RunError): string {
  const name = deployment === undefined ? "" : `: ${isPlan ? "no plan for " : ""}${inlineCode(deployment)}`;
  const from = renderOrigin(origin);
  return `${[
    `## ❌ Dagster code locations${name}`,
    ["**The run ended with an error.**", from.join(" · ")].join(" ").trim(),
    renderAlert("CAUTION", [inlineCode(code), ...lines.map(renderProse)]),
  ].join("\n\n")}\n`;
}
