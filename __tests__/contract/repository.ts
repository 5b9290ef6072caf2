import { readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";

/** The root of the repository. */
export const ROOT = new URL("../../", import.meta.url).pathname;

/** Folders that hold nothing anybody wrote: what is installed, built, or recorded word for word. */
const NOT_WRITTEN = new Set([
  ".git",
  "node_modules",
  "build",
  "coverage",
  ".demo",
  "dist",
  "__tests__/fixtures/parity",
]);

/** A file of the repository; the path is relative to its root. */
export interface RepositoryFile {
  readonly path: string;
  readonly text: string;
}

/** The text of a file. */
export function readText(path: string): string {
  return readFileSync(join(ROOT, path), "utf8");
}

/** Every file below a folder, in order of their paths, without what nobody wrote. */
export function readFiles(folder = "."): readonly RepositoryFile[] {
  return readdirSync(join(ROOT, folder), { withFileTypes: true })
    .flatMap((entry) => {
      const path = relative(ROOT, join(ROOT, folder, entry.name));
      if (NOT_WRITTEN.has(path)) return [];
      return entry.isDirectory() ? readFiles(path) : [{ path, text: readText(path) }];
    })
    .sort((one, other) => (one.path < other.path ? -1 : 1));
}

/** The rows of a Markdown table with these column headings, without the headings; undefined when there is none. */
export function readTable(markdown: string, headings: readonly string[]): readonly (readonly string[])[] | undefined {
  const lines = markdown.split("\n");
  const start = lines.findIndex((line) => splitRow(line).join("|") === headings.join("|"));
  if (start === -1) return undefined;
  const rest = lines.slice(start + 2);
  const end = rest.findIndex((line) => !line.startsWith("|"));
  return rest.slice(0, end === -1 ? rest.length : end).map(splitRow);
}

function splitRow(line: string): readonly string[] {
  return line
    .split("|")
    .slice(1, -1)
    .map((cell) => cell.trim());
}

/** The texts in backticks of a text. */
export function codeIn(text: string): readonly string[] {
  return [...text.matchAll(/`([^`]+)`/g)].map(([, code = ""]) => code);
}
