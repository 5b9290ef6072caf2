import { serializePlan } from "../plan/plan-json.ts";
import { branchRemoval, renderLeftAlone } from "../report/branch-report.ts";
import { showInvisible } from "../report/escape.ts";
import { renderOutcomeConsole } from "../report/outcome-console.ts";
import { renderOutcomeMarkdown } from "../report/outcome-markdown.ts";
import { renderPlanConsole } from "../report/plan-console.ts";
import { renderPlanMarkdown } from "../report/plan-markdown.ts";
import { asJson, formatJson } from "./json-text.ts";
import { describeLocations } from "./outputs.ts";
import type { Format } from "./present.ts";
import type { CommandResult, Findings, PlannedRun } from "./result.ts";

/** The result of a command that planned something, or did it, for a terminal. */
export function presentRun(
  result: Extract<CommandResult, { kind: "planned" | "refused" | "applied" | "removed" }>,
  format: Format,
  style: { readonly colors: boolean },
): string {
  switch (result.kind) {
    case "planned":
    case "refused":
      return presentPlan(result, format, style);
    case "applied":
      return presentOutcome(result, format, style);
    case "removed":
      return presentRemovals(result, format, style);
  }
}

function presentPlan(
  result: Extract<CommandResult, { kind: "planned" | "refused" }>,
  format: Format,
  style: { readonly colors: boolean },
): string {
  const { run, findings } = result;
  if (format === "json") return serializePlan(run.plan).trimEnd();
  const input = report(run, findings, result.kind === "refused" ? result.reasons : []);
  return format === "markdown" ? renderPlanMarkdown(input).trimEnd() : renderPlanConsole(input, style);
}

function presentOutcome(
  result: Extract<CommandResult, { kind: "applied" }>,
  format: Format,
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
  format: Format,
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
