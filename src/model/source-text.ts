import { HIDDEN_PLACEHOLDER } from "./environment.ts";
import { scanForSecrets } from "./secret-scan.ts";
import { joinSpans, type TextSpan } from "./secret-text.ts";

/** A text file that reports may show lines of, with what they must not show. */
export interface SourceText {
  readonly text: string;
  /** Offsets of the first characters of its lines, ascending. */
  readonly lineStarts: readonly number[];
  /** In the order of the text, none inside another. */
  readonly hidden: readonly TextSpan[];
}

/** What ends a line in most files. */
const LINE_ENDS = /\r\n|[\n\r]/g;

/** A text that is not YAML; what looks like a secret in it is hidden. */
export function plainSource(text: string): SourceText {
  return { text, lineStarts: findLineStarts(text, LINE_ENDS), hidden: scanForSecrets(text) };
}

export function makeSourceText(text: string, lineStarts: readonly number[], hidden: readonly TextSpan[]): SourceText {
  return { text, lineStarts, hidden: joinSpans(hidden) };
}

/** Offsets of the first characters of the lines. `lineEnds`: a global pattern. */
export function findLineStarts(text: string, lineEnds: RegExp): readonly number[] {
  return [0, ...Array.from(text.matchAll(lineEnds), ({ 0: end, index }) => index + end.length)];
}

/** A line cut in two at a column, without what is hidden in it. Line and column start at 1. */
export function lineAround(
  source: SourceText,
  line: number,
  column: number,
): { readonly before: string; readonly after: string } | undefined {
  const start = source.lineStarts[line - 1];
  if (start === undefined || source.text === "") return undefined;
  const next = source.lineStarts[line] ?? source.text.length;
  const end = start + source.text.slice(start, next).replace(/[\n\r\u0085\u2028\u2029]+$/, "").length;
  const at = Math.min(start + column - 1, end);
  const spans = spansBetween(source.hidden, start, end);
  const inside = spans.find((span) => span.start < at && span.end > at);
  // Within something hidden, the place is where that begins.
  return {
    before: show(source.text, start, inside?.start ?? at, spans),
    after: show(source.text, inside?.start ?? at, end, spans),
  };
}

/** Those that have some of the text between two places: a run of them, as they are in order. */
function spansBetween(spans: readonly TextSpan[], start: number, end: number): readonly TextSpan[] {
  let low = 0;
  let high = spans.length;
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if ((spans[middle]?.end ?? 0) > start) high = middle;
    else low = middle + 1;
  }
  let last = low;
  while (last < spans.length && (spans[last]?.start ?? end) < end) last += 1;
  return spans.slice(low, last);
}

function show(text: string, from: number, to: number, spans: readonly TextSpan[]): string {
  let shown = "";
  let at = from;
  for (const span of spans) {
    const start = Math.max(span.start, at);
    if (start >= to || span.end <= at) continue;
    shown += text.slice(at, start) + HIDDEN_PLACEHOLDER;
    at = Math.min(span.end, to);
  }
  return shown + text.slice(at, to);
}
