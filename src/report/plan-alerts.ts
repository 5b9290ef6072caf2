import type { Step } from "../model/plan.ts";
import type { PreflightCheck } from "../model/preflight.ts";
import { placeChange } from "./change-topics.ts";
import { inlineCode, renderProse } from "./escape.ts";
import { renderAlert, renderList, renderNames } from "./markdown-blocks.ts";
import type { PlanReportInput } from "./plan-input.ts";
import { collectSensitiveChanges, type SensitiveChange } from "./sensitive.ts";
import { ACTIONS, countOf, isDangerous } from "./wording.ts";
import { shownChanges } from "./worth-showing.ts";

/** What a reviewer must see before the table: why nothing will happen, and what hurts. */
export function renderAlerts({ plan, preflight, refusedBecause }: PlanReportInput, most: number): readonly string[] {
  // A refusal names the blocked locations and the failed checks already.
  const dangers = renderDangers(plan.steps, most);
  const alerts =
    refusedBecause === undefined
      ? [dangers, renderFailedChecks(preflight, most), renderBlocked(plan.steps, most), renderOutside(plan.steps, most)]
      : [renderRefusal(refusedBecause, most), dangers, renderOutside(plan.steps, most)];
  return alerts.filter((alert) => alert !== undefined);
}

function renderRefusal(reasons: readonly string[], most: number): string {
  return renderAlert("CAUTION", [
    "**Refused: nothing was written to AWS.**",
    ...renderList(reasons.map(renderProse), most),
  ]);
}

function renderDangers(steps: readonly Step[], most: number): string | undefined {
  const dangerous = steps.filter(isDangerous);
  if (dangerous.length === 0) return undefined;
  const removed = dangerous.filter((step) => step.action === "delete").length;
  const interrupted = dangerous.length - removed;
  const facts = [
    ...(removed > 0 ? [`removes ${countOf(removed, "code server")}`] : []),
    ...(interrupted > 0 ? [`takes ${countOf(interrupted, "code server")} down for a while`] : []),
  ];
  const items = dangerous.map(
    (step) => `${inlineCode(step.location)} (${ACTIONS[step.action].word}): ${renderProse(step.reason.text)}`,
  );
  return renderAlert("CAUTION", [`**This plan ${facts.join(" and ")}.**`, ...renderList(items, most)]);
}

function renderBlocked(steps: readonly Step[], most: number): string | undefined {
  const blocked = steps.filter((step) => step.action === "blocked");
  if (blocked.length === 0) return undefined;
  const items = blocked.map((step) => `${inlineCode(step.location)}: ${renderProse(step.reason.text)}`);
  const verb = blocked.length === 1 ? "is" : "are";
  return renderAlert("WARNING", [
    `**${countOf(blocked.length, "code location")} ${verb} blocked and will not be touched.**`,
    ...renderList(items, most),
  ]);
}

/** What this change does not do, but an apply would undo. */
function renderOutside(steps: readonly Step[], most: number): string | undefined {
  const found = steps.flatMap((step) => {
    const { outside } = shownChanges(step);
    return outside.length === 0 ? [] : [{ step, names: outside.map((change) => placeChange(change).name) }];
  });
  if (found.length === 0) return undefined;
  const verb = found.length === 1 ? "was" : "were";
  return renderAlert("WARNING", [
    `**${countOf(found.length, "code location")} ${verb} changed outside this action.** An apply puts that back.`,
    ...renderList(
      found.map(({ step, names }) => `${inlineCode(step.location)}: ${renderNames(names, 5)}`),
      most,
    ),
  ]);
}

function renderFailedChecks(preflight: readonly PreflightCheck[], most: number): string | undefined {
  const failed = preflight.filter((check) => check.status === "FAIL");
  if (failed.length === 0) return undefined;
  return renderAlert("CAUTION", [
    `**${countOf(failed.length, "preflight check")} failed: an apply would stop before it writes anything.**`,
    ...renderList(failed.map(renderCheck), most),
  ]);
}

/** A check as one line: subject, target, why, what to do, who needs it. */
export function renderCheck(check: PreflightCheck): string {
  const why = [check.message, check.hint]
    .filter((text) => text !== undefined && text !== "")
    .map((text) => ` ${renderProse(text ?? "")}`);
  const needed = check.locations.length === 0 ? "" : ` Needed by ${renderNames(check.locations, 5)}.`;
  return `${renderProse(check.subject)} ${inlineCode(check.target)}:${why.join("")}${needed}`;
}

/** What a reviewer must look at twice: roles, secrets, registries, access. Empty when there is nothing. */
export function renderSensitive(steps: readonly Step[], most: number): string {
  const changes = collectSensitiveChanges(steps);
  if (changes.length === 0) return "";
  return renderAlert("IMPORTANT", [
    `**Look twice: ${countOf(changes.length, "change")} to roles, secrets, registries or access.**`,
    ...renderList(changes.map(renderSensitiveChange), most),
  ]);
}

function renderSensitiveChange({ field, change, before, after, locations }: SensitiveChange): string {
  return `${renderNames(locations, 5)}: ${inlineCode(field)} ${describeValues(change, before, after)}`;
}

function describeValues(change: SensitiveChange["change"], before?: string, after?: string): string {
  switch (change) {
    case "added":
      return after === undefined ? "is added" : `is added: ${inlineCode(after)}`;
    case "removed":
      return before === undefined ? "is removed" : `is removed: ${inlineCode(before)}`;
    case "changed":
      return before === undefined || after === undefined
        ? "changes (see the details)"
        : `${inlineCode(before)} → ${inlineCode(after)}`;
  }
}
