import { readFileSync } from "node:fs";

// Not imported: what loads JSON for the tests takes no half of a surrogate pair.
const groups = JSON.parse(readFileSync(new URL("hostile.json", import.meta.url), "utf8")) as Readonly<
  Record<string, readonly string[]>
>;

/** Texts that want to be more than text, each once. */
export const HOSTILE: readonly string[] = [
  ...new Set([
    ...Object.values(groups).flat(),
    "`".repeat(300),
    "~".repeat(300),
    "[".repeat(400),
    "<".repeat(400),
    "> ".repeat(200),
    "*_".repeat(200),
    "@octocat ".repeat(120),
    `${"x".repeat(5_000)} @octocat <img src=x>`,
    `${"👩‍👩‍👧‍👦".repeat(300)}#1`,
    "a\n".repeat(300),
  ]),
];

/** A text of the same form that wants nothing: as long, with as many lines. */
export function harmlessTwin(text: string): string {
  return text.replace(/[^\s]/gu, "x");
}
