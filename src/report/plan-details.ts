import { lastSegment } from "../model/arn.ts";
import type { Step } from "../model/plan.ts";
import { groupChanges } from "./change-lines.ts";
import { fencedBlock, htmlCode, inlineCode } from "./escape.ts";
import { renderDetails } from "./markdown-blocks.ts";
import { ACTIONS, countOf, takeFirst } from "./wording.ts";
import { changesWorthShowing } from "./worth-showing.ts";

/** What changes for one location: a collapsed section with a diff of at most `mostLines` lines. */
export function renderStepDetails(step: Step, mostLines: number): string {
  const { mark, word } = ACTIONS[step.action];
  const count = step.action === "create" ? 0 : step.changes.length;
  const changes = count > 0 ? `, ${countOf(count, "change")}` : "";
  const content = [renderFacts(step), ...renderDiff(step, mostLines)].join("\n\n");
  return renderDetails(`${mark} ${htmlCode(step.location)} ${word}${changes}`, content);
}

function renderFacts(step: Step): string {
  const facts = [`Service ${inlineCode(step.service)} in cluster ${inlineCode(step.cluster)}`];
  const runs = step.base.taskDefinitionArn;
  if (runs !== undefined) facts.push(`runs ${inlineCode(lastSegment(runs))}`);
  if (step.action !== "delete" && step.action !== "blocked") facts.push(describeTaskDefinition(step));
  const image =
    step.image === undefined || step.action === "blocked" ? "" : `<br>\nImage ${inlineCode(step.image.reference)}`;
  return `${facts.join(" · ")}${image}`;
}

function describeTaskDefinition(step: Step): string {
  if (step.taskDefinition.reuse !== undefined) return `uses ${inlineCode(lastSegment(step.taskDefinition.reuse))}`;
  return step.taskDefinition.register
    ? `registers a new revision of ${inlineCode(step.family)}`
    : "keeps its task definition";
}

function renderDiff(step: Step, mostLines: number): readonly string[] {
  const lines = groupChanges(changesWorthShowing(step)).flatMap(({ title, lines }) => [
    `@@ ${title} @@`,
    ...lines.map(({ sign, text }) => `${sign} ${text}`),
  ]);
  if (lines.length === 0) return [];
  const { shown, more } = takeFirst(lines, mostLines);
  const block = fencedBlock(shown.join("\n"), "diff");
  return more === 0 ? [block] : [block, `… and ${more} more lines.`];
}
