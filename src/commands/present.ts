import { renderProblemsMarkdown } from "../report/problems.ts";
import { asJson, formatJson } from "./json-text.ts";
import type { CommandResult } from "./result.ts";

/** How a result is written on a terminal: for a person, for a document, for a program. */
export type Format = "text" | "markdown" | "json";

/** A result as text for a terminal, as Markdown, or as JSON for a program. */
export async function presentResult(
  result: CommandResult,
  format: Format,
  style: { readonly colors: boolean },
): Promise<string> {
  switch (result.kind) {
    case "nothing":
      return result.message;
    case "rendered":
      return formatJson(result.document);
    case "invalid":
    case "validated":
      return presentFindings(result, format);
    case "planned":
    case "refused":
    case "applied":
    case "removed": {
      const { presentRun } = await import("./present-run.ts");
      return presentRun(result, format, style);
    }
  }
}

function presentFindings(result: Extract<CommandResult, { kind: "invalid" | "validated" }>, format: Format): string {
  const { problems } = result.findings;
  if (format === "json") return formatJson({ valid: result.kind === "validated", problems: problems.map(asJson) });
  if (format === "markdown") return renderProblemsMarkdown(problems).trimEnd();
  if (result.kind === "invalid") return "The configuration is not valid.";
  return `The configuration is valid: ${result.locations} code location${result.locations === 1 ? "" : "s"}.`;
}
