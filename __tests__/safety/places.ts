import {
  cellCode,
  escapeMarkdown,
  fencedBlock,
  htmlCode,
  inlineCode,
  renderLink,
  renderProse,
  renderProseCell,
} from "../../src/report/escape.ts";
import { renderRunError } from "../../src/report/run-error.ts";

/** Where a report puts a text, by what makes it harmless there. */
export const PLACES: Readonly<Record<string, (text: string) => string>> = {
  "a paragraph": (text) => `before\n\n${escapeMarkdown(text)}\n\nafter`,
  "the middle of a sentence": (text) => `before ${escapeMarkdown(text)} after`,
  "a heading": (text) => `## ${escapeMarkdown(text)}\n\nafter`,
  "a list": (text) => `- ${escapeMarkdown(text)}\n- ⚠️ ${renderProse(text)}`,
  "a quote": (text) => `> [!WARNING]\n> ${renderProse(text)}\n> after`,
  "strong text": (text) => `**${renderProse(text)}** and _${escapeMarkdown(text)}_`,
  "a sentence with code": (text) => `before ${inlineCode(text)} after ${renderProse(text)}`,
  "between backticks of a sentence": (text) => renderProse(`before \`${text.replaceAll("`", "'")}\` after`),
  "a table": (text) =>
    `| a | b | c |\n| --- | --- | --- |\n| ${cellCode(text)} | ${renderProseCell(text)} | x |\n| y | ${cellCode(text)} | z |\n\nafter`,
  "a summary": (text) =>
    `<details><summary>🟡 ${htmlCode(text)}</summary>\n\nafter ${inlineCode(text)}\n\n</details>\n\nend`,
  "a fence": (text) =>
    `before\n\n${fencedBlock(text, "diff")}\n\n- after\n\n  ${fencedBlock("x", "text").replaceAll("\n", "\n  ")}`,
  "an error": (text) => renderRunError({ code: text, deployment: text, lines: [text, text] }),
  "the label of a link": (text) => `before ${renderLink(text, "https://github.com/o/r")} after`,
};
