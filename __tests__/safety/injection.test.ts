import { describe, expect, it } from "vitest";
import {
  cellCode,
  defuseWorkflowCommands,
  escapeMarkdown,
  fencedBlock,
  htmlCode,
  inlineCode,
  renderLink,
  renderProse,
  renderProseCell,
} from "../../src/report/escape.ts";
import { whatIsAdded } from "./github-markdown.ts";
import { HOSTILE, harmlessTwin } from "./hostile.ts";
import { commandsIn } from "./runner-console.ts";

describe("the corpus", () => {
  it("is large, and works: as it is, most of it does something", () => {
    expect(HOSTILE.length).toBeGreaterThan(200);
    const acting = HOSTILE.filter(
      (text) => commandsIn(text).length > 0 || whatIsAdded(`a ${text}`, `a ${harmlessTwin(text)}`).length > 0,
    );
    expect(acting.length).toBeGreaterThan(130);
  });
});

/** Where a report puts a text, by what makes it harmless there. */
const PLACES: Readonly<Record<string, (text: string) => string>> = {
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
  "the label of a link": (text) => `before ${renderLink(text, "https://github.com/o/r")} after`,
};

describe.each(Object.entries(PLACES))("in %s", (_place, render) => {
  it("no text makes an element, a link or a mention that a harmless one does not", () => {
    const failures = HOSTILE.flatMap((text) => {
      const added = whatIsAdded(render(text), render(harmlessTwin(text)));
      return added.length === 0 ? [] : [{ text: text.slice(0, 80), added }];
    });
    expect(failures).toEqual([]);
  });
});

describe("on the console", () => {
  it("no line is a command", () => {
    const failures = HOSTILE.flatMap((text) =>
      commandsIn(defuseWorkflowCommands(`${text}\n  ${text}\n  | ${text}`)).map(({ line }) => line),
    );
    expect(failures).toEqual([]);
  });
});

describe("what people copy", () => {
  it.each([
    "arn:aws:iam::123456789012:role/dagster-task",
    "arn:aws:ecs:us-east-1:123456789012:task-definition/etl:1",
    "arn:aws-us-gov:logs:us-gov-west-1:123456789012:x",
    "2026-01-02T03:04:05Z",
    "account 123456789012",
    "cpu: 256, memory: 512",
  ])("stays as it is: %s", (text) => expect(escapeMarkdown(text)).toBe(text));
});
