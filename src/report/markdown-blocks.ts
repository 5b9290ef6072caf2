import { inlineCode } from "./escape.ts";
import { takeFirst } from "./wording.ts";

// Blocks of GitHub's Markdown. What goes in must be escaped already.

/** GitHub's coloured note; elsewhere a quotation. */
export function renderAlert(kind: "CAUTION" | "WARNING" | "IMPORTANT" | "NOTE", lines: readonly string[]): string {
  return [`[!${kind}]`, ...lines].map((line) => (line === "" ? ">" : `> ${line}`)).join("\n");
}

/** A collapsed section. `summary` is HTML. */
export function renderDetails(summary: string, content: string, isOpen = false): string {
  return `<details${isOpen ? " open" : ""}><summary>${summary}</summary>\n\n${content}\n\n</details>`;
}

/** A table; no cell may contain a line break or a bare `|`. */
export function renderTable(header: readonly string[], rows: readonly (readonly string[])[]): string {
  const lines = [header, header.map(() => "---"), ...rows].map((cells) => `| ${cells.join(" | ")} |`);
  return lines.join("\n");
}

/** A list of items, cut after `most` of them, visibly. */
export function renderList(items: readonly string[], most: number): readonly string[] {
  const { shown, more } = takeFirst(items, most);
  return [...shown.map((item) => `- ${item}`), ...(more > 0 ? [`- … and ${more} more`] : [])];
}

/** Names as inline code, cut after `most` of them, visibly. */
export function renderNames(names: readonly string[], most: number): string {
  const { shown, more } = takeFirst(names, most);
  return shown.map(inlineCode).join(", ") + (more > 0 ? ` and ${more} more` : "");
}
