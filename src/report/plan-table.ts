import type { Step, StepAction } from "../model/plan.ts";
import { cellCode, inlineCode, renderProseCell } from "./escape.ts";
import { shortDigestOf, shortenImage } from "./image-text.ts";
import { renderTable } from "./markdown-blocks.ts";
import { describeRisk, describeWhat } from "./step-words.ts";
import { ACTIONS, countOf, isDangerous, takeFirst } from "./wording.ts";

/**
 * The steps that do something, from the fullest form to the shortest: every one of them with all there is to say,
 * without its image, by name only; and last not all of them, visibly.
 */
export function planTableVariants(steps: readonly Step[]): readonly string[] {
  return [
    renderPlanTable(steps, true),
    renderPlanTable(steps, false),
    listNames(steps, steps.length),
    ...[300, 50, 10].filter((most) => most < steps.length).map((most) => listNames(steps, most)),
  ];
}

function renderPlanTable(steps: readonly Step[], withImages: boolean): string {
  const hasImages = withImages && steps.some((step) => !["", AS_BEFORE].includes(renderImageCell(step)));
  return renderTable(
    ["Code location", "Action", "What and why", ...(hasImages ? ["Image"] : []), "Risk"],
    steps.map((step) => [
      cellCode(step.location),
      `${ACTIONS[step.action].mark}&nbsp;${ACTIONS[step.action].word}`,
      renderProseCell(describeWhat(step)),
      ...(hasImages ? [renderImageCell(step)] : []),
      renderRiskCell(step),
    ]),
  );
}

/** For so many locations that no table fits: what is done, and to which of them. */
function listNames(steps: readonly Step[], most: number): string {
  const { shown, more } = takeFirst(steps, most);
  const actions = Object.keys(ACTIONS) as StepAction[];
  const lines = actions.flatMap((action) => {
    const names = shown.filter((step) => step.action === action).map(({ location }) => inlineCode(location));
    return names.length === 0 ? [] : [`${ACTIONS[action].mark} **${ACTIONS[action].word}**: ${names.join(", ")}`];
  });
  const rest = more === 0 ? [] : [`… and ${countOf(more, "more code location")} with changes.`];
  return [...lines, ...rest].join("\n\n");
}

function renderRiskCell(step: Step): string {
  const { consequence, lookTwice } = describeRisk(step);
  const words = isDangerous(step) ? `**${consequence}**` : consequence;
  return lookTwice === "" ? words : `${words}<br>**look twice:** ${lookTwice}`;
}

/** What was asked for and what it stands for, in as few words as possible. */
export function describeImage(image: NonNullable<Step["image"]>): { readonly name: string; readonly note: string } {
  switch (image.status) {
    case "pinned":
      return { name: shortenImage(image.requested), note: shortDigestOf(image.reference) ?? "" };
    case "missing":
      return { name: shortenImage(image.requested), note: "not in the registry yet" };
    case "kept":
      return { name: shortenImage(image.reference), note: "kept as it runs" };
    case "unresolved":
      return { name: shortenImage(image.requested), note: "digest not known" };
    default:
      return { name: shortenImage(image.reference), note: "" };
  }
}

/** What the image of a step takes the place of; `same`: it stays; undefined: there is nothing before. */
export function previousImage({ image, action, taskDefinition }: Step): string | "same" | undefined {
  if (image === undefined || action === "create") return undefined;
  const { previous, reference } = image;
  if (previous === undefined) return taskDefinition.register || taskDefinition.reuse !== undefined ? undefined : "same";
  return previous === reference ? "same" : shortenImage(previous);
}

/** Of the same repository the tag alone tells: the cell is narrow. */
function withoutRepository(name: string, before: string): string {
  const repository = /^[^:@]+/.exec(before)?.[0];
  return repository !== undefined && name.startsWith(`${repository}:`) ? name.slice(repository.length + 1) : name;
}

const AS_BEFORE = "as before";

function renderImageCell(step: Step): string {
  const { image, action } = step;
  if (image === undefined || action === "blocked") return "";
  const { name, note } = describeImage(image);
  const before = previousImage(step);
  if (before === "same") return AS_BEFORE;
  const shownNote = note === "" ? [] : [image.status === "pinned" ? cellCode(note) : note];
  if (before === undefined) return [cellCode(name), ...shownNote].join("<br>");
  return `${cellCode(before)}<br>→ ${[cellCode(withoutRepository(name, before)), ...shownNote].join(" ")}`;
}
