// What a reader of Markdown takes as text, markup or code, as far as the tests need it.

/** The lines outside of fenced blocks, and whether the last fence was closed. */
export function stripFences(markdown: string): { readonly text: string; readonly isBalanced: boolean } {
  const outside: string[] = [];
  let fence: string | undefined;
  for (const line of markdown.split("\n")) {
    const [, ticks] = /^(`{3,})/.exec(line) ?? [];
    if (fence === undefined && ticks !== undefined && !line.slice(ticks.length).includes("`")) fence = ticks;
    else if (fence !== undefined && ticks !== undefined && ticks.length >= fence.length && line.trim() === ticks)
      fence = undefined;
    else if (fence === undefined) outside.push(line);
  }
  return { text: outside.join("\n"), isBalanced: fence === undefined };
}

/** Text outside of fences, code spans and `<code>`. */
export function stripCode(markdown: string): string {
  // The marker is an HTML comment that nothing in it can end.
  return stripFences(markdown.replace(/^<!-- dagster-ecs-deploy [^<>\n]* -->\n/, ""))
    .text.split("\n")
    .map((line) => stripCodeSpans(line).replace(/<code>[^<>]*<\/code>/g, ""))
    .join("\n");
}

function stripCodeSpans(line: string): string {
  let rest = line;
  let outside = "";
  for (;;) {
    const open = /(?<!`)(`+)(?!`)/.exec(rest);
    if (open === null) return outside + rest;
    const ticks = open[1] ?? "";
    const after = rest.slice(open.index + ticks.length);
    const close = new RegExp(`(?<!\`)${ticks}(?!\`)`).exec(after);
    outside += rest.slice(0, open.index);
    if (close === null) {
      outside += ticks;
      rest = after;
    } else rest = after.slice(close.index + ticks.length);
  }
}

/** What no report may contain outside of code. */
export const FORBIDDEN: readonly RegExp[] = [
  /@[\p{L}\p{N}_-]/u,
  /(?<![&\w])#\d/,
  /<(?!\/?(?:details|summary|code|sub|br)\b)/,
  /!\[/,
  // A link other than our own.
  /(?<!\]\()https?:\/\//,
  /www\./i,
  /\u202e/u,
];
