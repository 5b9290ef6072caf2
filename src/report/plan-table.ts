import type { Step } from "../model/plan.ts";
import { cellCode, renderProseCell } from "./escape.ts";
import { shortDigestOf, shortenImage } from "./image-text.ts";
import { renderTable } from "./markdown-blocks.ts";
import { ACTIONS, describeImpact, isDangerous, takeFirst } from "./wording.ts";

/** The steps that do something, one row each, cut after `most` rows, visibly. */
export function renderPlanTable(steps: readonly Step[], most: number): string {
  const { shown, more } = takeFirst(steps, most);
  const table = renderTable(
    ["Code location", "Action", "Why", "Image", "Impact"],
    shown.map((step) => [
      cellCode(step.location),
      `${ACTIONS[step.action].mark}&nbsp;${ACTIONS[step.action].word}`,
      renderProseCell(step.reason.text),
      renderImageCell(step.image),
      renderImpactCell(step),
    ]),
  );
  return more === 0 ? table : `${table}\n\n… and ${more} more code locations with changes.`;
}

function renderImpactCell(step: Step): string {
  const words = describeImpact(step.impact, step.action);
  return isDangerous(step) ? `**${words}**` : words;
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
    case "registered":
      return describeRegistered(image);
    default:
      return { name: shortenImage(image.reference), note: "" };
  }
}

/** Nobody asked for this image by name: what tells is what it takes the place of. */
function describeRegistered({ reference, previous }: NonNullable<Step["image"]>): { name: string; note: string } {
  const name = shortenImage(reference);
  return { name, note: previous === undefined || previous === reference ? "" : `instead of ${shortenImage(previous)}` };
}

function renderImageCell(image: Step["image"]): string {
  if (image === undefined) return "";
  const { name, note } = describeImage(image);
  if (note === "") return cellCode(name);
  return image.status === "pinned" ? `${cellCode(name)} → ${cellCode(note)}` : `${cellCode(name)} ${note}`;
}
