import { lastSegment } from "../model/arn.ts";
import type { FieldChange, Step } from "../model/plan.ts";
import { groupChanges } from "./change-lines.ts";
import { fencedBlock, htmlCode, inlineCode } from "./escape.ts";
import { renderDetails } from "./markdown-blocks.ts";
import { describeRuns } from "./run-words.ts";
import { ACTIONS, countOf, takeFirst } from "./wording.ts";
import { shownChanges } from "./worth-showing.ts";

/** What changes for one location: a collapsed section with a diff of at most `mostLines` lines. */
export function renderStepDetails(step: Step, mostLines: number): string {
  const { mark, word } = ACTIONS[step.action];
  const { ours, outside } = shownChanges(step);
  const counts = [
    ...(ours.length > 0 ? [countOf(ours.length, step.action === "create" ? "setting" : "change")] : []),
    ...(outside.length > 0 ? [`${outside.length} from outside`] : []),
  ];
  const runs = ours.length === 0 ? undefined : describeRuns(step);
  const summary = `${mark} ${htmlCode(step.location)} ${word}${counts.length === 0 ? "" : `: ${counts.join(", ")}`}`;
  const blocks = [
    ...renderDiff(ours, mostLines),
    ...(runs === undefined ? [] : [`**Runs** get ${runs}.`]),
    ...(outside.length === 0
      ? []
      : ["**Changed outside this action**, and put back:", ...renderDiff(outside, mostLines)]),
    renderFacts(step),
  ];
  return renderDetails(summary, blocks.join("\n\n"));
}

function renderDiff(changes: readonly FieldChange[], mostLines: number): readonly string[] {
  const lines = groupChanges(changes).flatMap(({ title, lines }) => [
    `@@ ${title} @@`,
    ...lines.map(({ sign, text }) => `${sign} ${text}`),
  ]);
  if (lines.length === 0) return [];
  const { shown, more } = takeFirst(lines, mostLines);
  const block = fencedBlock(shown.join("\n"), "diff");
  return more === 0 ? [block] : [block, `… and ${countOf(more, "more line")}.`];
}

function renderFacts(step: Step): string {
  const facts = [`Service ${inlineCode(step.service)} in cluster ${inlineCode(step.cluster)}`];
  const runs = step.base.taskDefinitionArn;
  if (runs !== undefined) facts.push(`runs ${inlineCode(lastSegment(runs))}`);
  if (step.action !== "delete" && step.action !== "blocked") facts.push(describeTaskDefinition(step));
  const image =
    step.image === undefined || step.action === "blocked" ? "" : `<br>\nImage ${inlineCode(step.image.reference)}`;
  return `<sub>${facts.join(" · ")}${image}</sub>`;
}

function describeTaskDefinition(step: Step): string {
  if (step.taskDefinition.reuse !== undefined) return `uses ${inlineCode(lastSegment(step.taskDefinition.reuse))}`;
  return step.taskDefinition.register
    ? `registers a new revision of ${inlineCode(step.family)}`
    : "keeps its task definition";
}
