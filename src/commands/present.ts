import type { JsonValue } from "../model/json.ts";
import { serializePlan } from "../plan/plan-json.ts";
import { branchRemoval, renderLeftAlone } from "../report/branch-report.ts";
import { showInvisible } from "../report/escape.ts";
import { renderOutcomeConsole } from "../report/outcome-console.ts";
import { renderOutcomeMarkdown } from "../report/outcome-markdown.ts";
import { renderPlanConsole } from "../report/plan-console.ts";
import { renderPlanMarkdown } from "../report/plan-markdown.ts";
import { renderProblemsMarkdown } from "../report/problems.ts";
import { describeLocations } from "./outputs.ts";
import type { CommandResult, Findings, PlannedRun } from "./result.ts";

/** A result as text for a terminal, as Markdown, or as JSON for a program. */
export function presentResult(
  result: CommandResult,
  format: "text" | "markdown" | "json",
  style: { readonly colors: boolean },
): string {
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
      return presentPlan(result, format, style);
    case "applied":
      return presentOutcome(result, format, style);
    case "removed":
      return presentRemovals(result, format, style);
  }
}

function presentFindings(
  result: Extract<CommandResult, { kind: "invalid" | "validated" }>,
  format: "text" | "markdown" | "json",
): string {
  const { problems } = result.findings;
  if (format === "json") return formatJson({ valid: result.kind === "validated", problems: problems.map(asJson) });
  if (format === "markdown") return renderProblemsMarkdown(problems).trimEnd();
  if (result.kind === "invalid") return "The configuration is not valid.";
  return `The configuration is valid: ${result.locations} code location${result.locations === 1 ? "" : "s"}.`;
}

function presentPlan(
  result: Extract<CommandResult, { kind: "planned" | "refused" }>,
  format: "text" | "markdown" | "json",
  style: { readonly colors: boolean },
): string {
  const { run, findings } = result;
  if (format === "json") return serializePlan(run.plan).trimEnd();
  const input = report(run, findings, result.kind === "refused" ? result.reasons : []);
  return format === "markdown" ? renderPlanMarkdown(input).trimEnd() : renderPlanConsole(input, style);
}

function presentOutcome(
  result: Extract<CommandResult, { kind: "applied" }>,
  format: "text" | "markdown" | "json",
  style: { readonly colors: boolean },
): string {
  const { run, outcome } = result;
  const input = { outcome, deployment: run.plan.request.deployment };
  if (format === "json") {
    return formatJson({ succeeded: outcome.succeeded, locations: describeLocations(run, outcome).map(asJson) });
  }
  return format === "markdown" ? renderOutcomeMarkdown(input).trimEnd() : renderOutcomeConsole(input, style);
}

function presentRemovals(
  { removals, leftAlone, message }: Extract<CommandResult, { kind: "removed" }>,
  format: "text" | "markdown" | "json",
  style: { readonly colors: boolean },
): string {
  const reports = removals.map(({ run: { plan }, outcome }) => branchRemoval({ request: plan.request, outcome }));
  switch (format) {
    case "json":
      return formatJson({
        message,
        leftAlone: [...leftAlone],
        branchDeployments: removals.map(({ run, outcome }) => ({
          deployment: run.plan.request.deployment,
          pullRequest: run.plan.request.pullRequest ?? null,
          succeeded: outcome.succeeded,
          locations: describeLocations(run, outcome).map(asJson),
        })),
      });
    case "markdown":
      return [...reports.map((one) => renderOutcomeMarkdown(one)), renderLeftAlone(message, leftAlone)]
        .join("\n")
        .trimEnd();
    case "text":
      return [
        ...reports.map((one) => renderOutcomeConsole(one, style)),
        [...leftAlone.map((why) => `left alone: ${showInvisible(why)}`), message].join("\n"),
      ].join("\n\n");
  }
}

function report(
  run: PlannedRun,
  findings: Findings,
  reasons: readonly string[],
): Parameters<typeof renderPlanConsole>[0] {
  // Problems were printed with their source lines already.
  return {
    plan: run.plan,
    preflight: run.preflight,
    problems: findings.problems,
    ...(reasons.length > 0 && { refusedBecause: reasons.map(run.redact) }),
  };
}

/** A record of plain values, as JSON sees it. */
function asJson(value: object): JsonValue {
  return JSON.parse(JSON.stringify(value)) as JsonValue;
}

function formatJson(value: JsonValue): string {
  return JSON.stringify(value, null, 2);
}
