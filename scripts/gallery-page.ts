import { micromark } from "micromark";
import { gfm, gfmHtml } from "micromark-extension-gfm";

/** One scenario, as it is drawn. */
export interface GalleryEntry {
  readonly name: string;
  readonly title: string;
  readonly shows: string;
  readonly comment: string;
  readonly summary: string;
  readonly console: string;
}

/** All scenarios as a page. `css`: that of github-markdown-css. */
export function renderGalleryPage(entries: readonly GalleryEntry[], css: string, theme: string): string {
  const contents = entries.map(({ name, title }) => `<li><a href="#${name}">${escapeHtml(title)}</a></li>`).join("\n");
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>Gallery of reports</title>
<meta name="color-scheme" content="${theme === "auto" ? "light dark" : theme}">
<style>${css}
${PAGE_CSS}</style></head>
<body class="markdown-body"><h1>Gallery of reports</h1><ol>${contents}</ol>
${entries.map(renderEntry).join("\n")}
</body></html>
`;
}

const PAGE_CSS = `
body { max-width: 1012px; margin: 0 auto; padding: 24px; }
.scenario { margin-top: 64px; border-top: 4px solid var(--borderColor-default, #d1d9e0); }
.shown { border: 1px solid var(--borderColor-default, #d1d9e0); border-radius: 6px; padding: 16px; margin-bottom: 16px; }
.where { font-size: 12px; color: var(--fgColor-muted, #59636e); margin: 0 0 4px; }
.added { background: #2ea04326; } .removed { background: #f8514926; } .hunk { color: #8250df; } .hidden { color: #9a6700; }
.console { white-space: pre; overflow-x: auto; }
`;

/** What the gallery writes down where there is none. */
const NO_COMMENT = "(no comment)\n";

function renderEntry({ name, title, shows, comment, summary, console }: GalleryEntry): string {
  const comments =
    comment === NO_COMMENT
      ? [`<p class="where">There is no comment.</p>`]
      : comment.split("\n\n\n---\n\n").map((text) => part("Comment on the pull request", renderMarkdown(text)));
  const log = `<pre class="console"><code>${escapeHtml(console)}</code></pre>`;
  return `<section class="scenario" id="${name}"><h2>${escapeHtml(title)}</h2><p>${escapeHtml(shows)} <code>${name}</code></p>
${comments.join("\n")}
${isSame(comment, summary) ? `<p class="where">The job summary says the same.</p>` : part("Job summary", renderMarkdown(summary))}
${part("Log of the step", log)}</section>`;
}

/** Only the comment has a marker. */
function isSame(comment: string, summary: string): boolean {
  return comment.replace(/^<!--.*-->\n/, "").trim() === summary.trim();
}

function part(where: string, html: string): string {
  return `<p class="where">${where}</p><div class="shown">${html}</div>`;
}

const ALERTS = { NOTE: "Note", TIP: "Tip", IMPORTANT: "Important", WARNING: "Warning", CAUTION: "Caution" } as const;

/** Markdown as GitHub draws it: its tables and filters, its alerts, and the colours of a diff. */
export function renderMarkdown(markdown: string): string {
  const html = micromark(markdown, { allowDangerousHtml: true, extensions: [gfm()], htmlExtensions: [gfmHtml()] });
  return html
    .replace(/<blockquote>\s*<p>\[!(NOTE|TIP|IMPORTANT|WARNING|CAUTION)\]\n?([\s\S]*?)<\/blockquote>/g, renderAlert)
    .replace(/<pre><code class="language-diff">([\s\S]*?)<\/code><\/pre>/g, (_all, code: string) => renderDiff(code));
}

function renderAlert(_all: string, kind: keyof typeof ALERTS, content: string): string {
  const title = `<p class="markdown-alert-title">${ALERTS[kind]}</p>`;
  return `<div class="markdown-alert markdown-alert-${kind.toLowerCase()}">${title}<p>${content}</div>`;
}

const DIFF_CLASSES: Readonly<Record<string, string>> = { "+": "added", "-": "removed", "@": "hunk", "!": "hidden" };

function renderDiff(code: string): string {
  const lines = code.split("\n").map((line) => {
    const name = DIFF_CLASSES[line[0] ?? ""];
    return name === undefined ? line : `<span class="${name}">${line}</span>`;
  });
  return `<pre><code>${lines.join("\n")}</code></pre>`;
}

function escapeHtml(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");
}
