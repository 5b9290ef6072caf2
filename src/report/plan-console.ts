import type { FieldChange, Plan, Step, StepAction } from "../model/plan.ts";
import type { PreflightCheck } from "../model/preflight.ts";
import { groupChanges } from "./change-lines.ts";
import { type ConsoleGroup, type ConsoleParts, joinBlocks, unfold } from "./console-parts.ts";
import { showInvisible } from "./escape.ts";
import { alignColumns, type ConsoleStyle, makePaint, type Paint } from "./paint.ts";
import type { PlanReportInput } from "./plan-input.ts";
import { describeImage, previousImage } from "./plan-table.ts";
import { collectSensitiveChanges } from "./sensitive.ts";
import { describeRisk, describeWhat } from "./step-words.ts";
import { collectWarnings } from "./warnings.ts";
import { ACTIONS, countOf, describeVerdict, isDangerous, nameFirst } from "./wording.ts";
import { changesWorthShowing, shownChanges } from "./worth-showing.ts";

/** The groups show the rest of the locations with a change. */
const MOST_NAMES = 5;

/** The plan for a console that folds nothing. */
export function renderPlanConsole(input: PlanReportInput, style: ConsoleStyle): string {
  return unfold(planConsoleParts(input, style));
}

/**
 * The plan for a console: what changes, then warnings, then the counts, since the end is what stays in sight. Problems
 * of the configuration are left to `renderProblemsConsole`, which can show their lines.
 */
export function planConsoleParts(input: PlanReportInput, style: ConsoleStyle): ConsoleParts {
  const { plan, preflight } = input;
  const paint = makePaint(style);
  const changed = plan.steps.filter((step) => step.action !== "none");
  const warnings = [
    collectSensitiveChanges(changed).map(
      ({ field, locations }) =>
        `${paint.yellow("look twice")} ${showInvisible(`${nameFirst(locations, MOST_NAMES)}: ${field}`)}`,
    ),
    renderChecks(preflight, paint),
    (input.refusedBecause ?? []).map((reason) => `${paint.red("refused")} ${showInvisible(reason)}`),
    collectWarnings(plan, []).map(
      ({ text, locations }) => `${paint.yellow("warning")} ${showInvisible(`${locations.join(", ")}: ${text}`)}`,
    ),
    [
      paint.bold(describeVerdict(plan)),
      ...(plan.notSelected.length > 0
        ? [paint.dim(`${countOf(plan.notSelected.length, "code location")} not selected.`)]
        : []),
    ],
  ];
  return {
    before: joinBlocks([[renderTitle(plan, paint)], renderRows(changed, paint)]),
    groups: changed.filter((step) => changesWorthShowing(step).length > 0).map((step) => renderStep(step, paint)),
    after: joinBlocks(warnings),
  };
}

function renderTitle(plan: Plan, paint: Paint): string {
  const { deployment, kind, cluster, region, account } = plan.request;
  const name = kind === "branch" ? `branch deployment ${deployment}` : deployment;
  return (
    showInvisible(`Plan for ${name}`) + paint.dim(showInvisible(` (cluster ${cluster}, ${region}, account ${account})`))
  );
}

function renderRows(steps: readonly Step[], paint: Paint): readonly string[] {
  const rows = alignColumns(
    steps.map((step) => [
      showInvisible(step.location),
      ACTIONS[step.action].word,
      describeRisk(step).consequence,
      showInvisible(describeWhat(step)),
    ]),
  );
  return rows.map((cells, index) => {
    const step = steps[index];
    if (step === undefined) return "";
    const [location = "", action = "", impact = "", what = ""] = cells;
    const color = colorOf(step.action, paint);
    const loud = isDangerous(step) ? paint.red(impact) : impact;
    return `  ${color(ACTIONS[step.action].sign)} ${paint.bold(location)}  ${color(action)}  ${loud}  ${what}`.trimEnd();
  });
}

/** `ingest@sha256:5e1af668be25 → ingest:9a8b7c6d5e4f (sha256:0d6e02d9d9bb)` */
function describeImageText(step: Step): string {
  const before = previousImage(step);
  if (step.image === undefined || before === "same" || step.action === "blocked") return "";
  const { name, note } = describeImage(step.image);
  return showInvisible(`${before === undefined ? "" : `${before} → `}${name}${note === "" ? "" : ` (${note})`}`);
}

function colorOf(action: StepAction, paint: Paint): (text: string) => string {
  switch (action) {
    case "create":
      return paint.green;
    case "update":
    case "replace":
      return paint.yellow;
    case "redeploy":
    case "rollback":
      return paint.cyan;
    case "delete":
    case "blocked":
      return paint.red;
    case "none":
      return paint.dim;
  }
}

function renderStep(step: Step, paint: Paint): ConsoleGroup {
  const { sign } = ACTIONS[step.action];
  const { ours, outside } = shownChanges(step);
  const image = describeImageText(step);
  return {
    title: `${colorOf(step.action, paint)(sign)} ${paint.bold(showInvisible(step.location))}${image && `  ${paint.dim(image)}`}`,
    lines: [
      ...renderGroups(ours, paint),
      ...(outside.length === 0
        ? []
        : [`    ${paint.yellow("Changed outside this action, and put back:")}`, ...renderGroups(outside, paint)]),
    ],
  };
}

function renderGroups(changes: readonly FieldChange[], paint: Paint): readonly string[] {
  const signs = { "+": paint.green, "-": paint.red, "!": paint.yellow, " ": paint.dim };
  return groupChanges(changes).flatMap(({ title, lines }) => [
    `    ${paint.cyan(title)}`,
    ...lines.map((line) => `      ${signs[line.sign](`${line.sign} ${line.text}`)}`),
  ]);
}

function renderChecks(preflight: readonly PreflightCheck[], paint: Paint): readonly string[] {
  const unclear = preflight.filter((check) => check.status !== "OK");
  const rows = unclear.map((check) => {
    const mark = check.status === "FAIL" ? paint.red("FAIL") : paint.yellow("SKIP");
    const needed = check.locations.length === 0 ? "" : `(needed by ${check.locations.join(", ")})`;
    const text = [check.message, check.hint, needed].filter((part) => part !== undefined && part !== "").join(" ");
    return `  ${mark} ${showInvisible(`${check.subject} ${check.target}: ${text}`)}`;
  });
  if (preflight.length === 0) return [];
  return [`Preflight: ${countOf(preflight.length - unclear.length, "check")} OK`, ...rows];
}
