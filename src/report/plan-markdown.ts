import { renderCommentMarker } from "../model/comment-marker.ts";
import type { Plan, Step } from "../model/plan.ts";
import { inlineCode, renderLink, renderProse } from "./escape.ts";
import { renderAlert, renderDetails, renderList, renderNames } from "./markdown-blocks.ts";
import { type ReportOrigin, renderOrigin, renderPlace } from "./origin.ts";
import { renderAlerts, renderCheck, renderSensitive } from "./plan-alerts.ts";
import { renderStepDetails } from "./plan-details.ts";
import { COMMENT_LIMIT, type PlanReportInput, SUMMARY_LIMIT } from "./plan-input.ts";
import { planTableVariants } from "./plan-table.ts";
import { fitSections, type Section } from "./sections.ts";
import { collectWarnings, type Warning } from "./warnings.ts";
import { countOf, describeVerdict, isDangerous } from "./wording.ts";

/** What names a plan's comment among the ones on a pull request. */
export interface PlanCommentInput extends PlanReportInput {
  /** The same for every run that is to update the same comment. */
  readonly key: string;
  /** The workflow run: an older one does not overwrite a newer one's comment. */
  readonly runId?: number;
}

/** The plan for the job summary, within `limit` bytes. The same input gives the same text. */
export function renderPlanMarkdown(input: PlanReportInput, limit: number = SUMMARY_LIMIT): string {
  return renderWithin(input, limit, "the log of this step");
}

/** The plan as a comment on a pull request, within `limit`: the summary is always there, details as they fit. */
export function renderPlanComment(input: PlanCommentInput, limit: number = COMMENT_LIMIT): string {
  const marker = renderCommentMarker({ key: input.key, ...(input.runId !== undefined && { runId: input.runId }) });
  const room = limit - Buffer.byteLength(marker, "utf8") - 1;
  const fullPlan = "the job summary of this run";
  return `${marker}\n${renderWithin(input, room, input.runUrl === undefined ? fullPlan : renderLink(fullPlan, input.runUrl))}`;
}

/** `fullPlan`: Markdown that says where to find what is left out. */
function renderWithin(input: PlanReportInput, limit: number, fullPlan: string): string {
  const text = fitSections(makeSections(input), limit - 1, (omitted, total) =>
    renderAlert("NOTE", [
      omitted === 0
        ? `Some details are shortened below; full plan: ${fullPlan}.`
        : `The details of ${omitted} of ${countOf(total, "code location")} are omitted below; full plan: ${fullPlan}.`,
    ]),
  );
  return `${text}\n`;
}

function makeSections(input: PlanReportInput): readonly Section[] {
  const { plan, problems } = input;
  const changed = plan.steps.filter((step) => step.action !== "none");
  return [
    { importance: 0, variants: [renderHead(input)] },
    { importance: 0, variants: [20, 5, 1].map((most) => renderAlerts(input, most).join("\n\n")) },
    ...(changed.length === 0 ? [] : [{ importance: 0, variants: planTableVariants(changed) }]),
    { importance: 0, variants: [30, 10, 3].map((most) => renderSensitive(plan.steps, most)) },
    {
      importance: 1,
      variants: [100, 20, 3].map((most) => renderWarnings(collectWarnings(plan, problems), input, most)),
    },
    ...changed.map((step) => ({
      importance: rankDetails(step),
      isDetail: true,
      variants: [2_000, 150, 25].map((mostLines) => renderStepDetails(step, mostLines)),
    })),
    { importance: 1, variants: [100, 10].map((most) => renderPreflight(input, most)) },
    { importance: 6, variants: [1_000, 50].map((most) => renderQuietLocations(plan, most)) },
    { importance: 0, variants: [renderFooter(input)] },
  ];
}

function rankDetails(step: Step): number {
  if (isDangerous(step) || step.action === "blocked") return 2;
  // Of a new code server everything is new, and mostly the same as of the next one.
  if (step.action === "create") return 5;
  return step.changes.some((change) => change.sensitive) ? 3 : 4;
}

function renderHead(input: PlanReportInput): string {
  const { plan, title } = input;
  const { deployment, kind, commit } = plan.request;
  const name = `${kind === "branch" ? "branch deployment " : ""}${inlineCode(deployment)}`;
  const heading = title === undefined ? `Dagster code locations: plan for ${name}` : renderProse(title);
  const [verdict = "", rest = ""] = describeVerdict(plan).split(/(?<=\.) /, 2);
  const from = [name, ...renderOrigin(input, commit)].join(" · ");
  return `## ${heading}\n\n**${verdict}**${rest && ` ${rest}`} ${from}`;
}

function renderWarnings(warnings: readonly Warning[], origin: ReportOrigin, most: number): string {
  if (warnings.length === 0) return "";
  const items = warnings.map((warning) => renderWarning(warning, origin));
  return [`**⚠️ ${countOf(warnings.length, "warning")}**`, "", ...renderList(items, most)].join("\n");
}

function renderWarning({ text, hint, place, locations }: Warning, origin: ReportOrigin): string {
  const where = place === undefined ? renderNames(locations, 5) : renderPlace(place.file, place.line, origin);
  return `${where}: ${[text, hint]
    .filter((part) => part !== undefined && part !== "")
    .map((part) => renderProse(part ?? ""))
    .join(" ")}`;
}

// Failed checks are alerts at the top, with their hints, unless a refusal stands there.
function renderPreflight({ preflight, refusedBecause }: PlanReportInput, most: number): string {
  if (preflight.length === 0) return "";
  const fine = preflight.filter((check) => check.status === "OK");
  const skipped = preflight.filter((check) => check.status === "SKIP");
  const failed = preflight.filter((check) => check.status === "FAIL");
  const counts = [
    `${countOf(fine.length, "check")} OK`,
    ...(failed.length > 0 ? [`${failed.length} failed`] : []),
    ...(skipped.length > 0 ? [`${skipped.length} could not be made`] : []),
  ];
  const title = `Preflight: ${counts.join(", ")}`;
  const listed = [...(refusedBecause === undefined ? [] : failed), ...skipped];
  return listed.length === 0 ? `${title}.` : renderDetails(title, renderList(listed.map(renderCheck), most).join("\n"));
}

function renderQuietLocations(plan: Plan, most: number): string {
  const unchanged = plan.steps.filter((step) => step.action === "none").map((step) => step.location);
  return [
    ...(unchanged.length > 0 ? [renderDetails(`⚪ ${unchanged.length} unchanged`, renderNames(unchanged, most))] : []),
    ...(plan.notSelected.length > 0
      ? [
          renderDetails(
            `${countOf(plan.notSelected.length, "code location")} not selected`,
            renderNames(plan.notSelected, most),
          ),
        ]
      : []),
  ].join("\n");
}

function renderFooter({ plan }: PlanReportInput): string {
  const { cluster, region, account, source } = plan.request;
  const place = `Cluster ${inlineCode(cluster)} in ${inlineCode(region)}, account ${inlineCode(account)}`;
  return `<sub>${place} · configured by ${inlineCode(source)}</sub>`;
}
