import {
  findMarkedSecrets,
  findSecretAssignments,
  isHarmlessValue,
  joinSpans,
  mayNameSecret,
  type TextSpan,
} from "./secret-text.ts";

/** `name: DB_PASSWORD`, whose value stands beside it. */
const NAME_ENTRY = /(?<![\w-])["']?(?:name|key)["']?[ \t]*[:=][ \t]*["']?([\w.-]+)/g;
const VALUE_ENTRY = /(?<![\w-])["']?value(?:From)?["']?[ \t]*[:=][ \t]*/g;
/** A word of a command, with the next one behind it. */
const FLAG = /(?<![\w-])--?([\w-]{1,80})["']?(?:[ \t]*,|[ \t]*\r?\n[ \t]*-)[ \t]*/g;
/** Characters around a name in which its value is looked for. */
const NEIGHBOURHOOD = 300;

/**
 * What looks like a secret in a text whose structure is not known: a file with syntax errors, Python, TOML. Rather too
 * much than too little: a value goes to its closing quote, else to the end of its line and of the lines that are
 * indented below it.
 */
export function scanForSecrets(text: string): readonly TextSpan[] {
  const flags = Array.from(text.matchAll(FLAG)).flatMap(({ 0: whole, 1: name = "", index }) =>
    mayNameSecret(name) ? [index + whole.length] : [],
  );
  const starts = [...findSecretAssignments(text), ...findValuesOfNames(text), ...flags];
  const values = starts.flatMap((start) => valueAt(text, start) ?? []);
  return joinSpans([...findMarkedSecrets(text), ...values]);
}

function findValuesOfNames(text: string): readonly number[] {
  return Array.from(text.matchAll(NAME_ENTRY)).flatMap(({ index, 1: name = "" }) => {
    if (!mayNameSecret(name)) return [];
    const from = Math.max(0, index - NEIGHBOURHOOD);
    const around = text.slice(from, index + NEIGHBOURHOOD);
    return Array.from(around.matchAll(VALUE_ENTRY), ({ 0: whole, index: at }) => from + at + whole.length);
  });
}

function valueAt(text: string, start: number): TextSpan | undefined {
  const [quote = ""] = /^(?:"""|'''|["'])/.exec(text.slice(start, start + 3)) ?? [];
  const inside = start + quote.length;
  const close = quote === "" ? -1 : closingQuote(text, inside, quote);
  const end = close === -1 ? endOfBlock(text, start) : close;
  const span = { start: close === -1 ? start : inside, end };
  const value = text.slice(span.start, end);
  return isHarmlessValue(value.replace(/[\s,;)\]}]+$/, "")) ? undefined : span;
}

function closingQuote(text: string, from: number, quote: string): number {
  for (let at = text.indexOf(quote, from); at !== -1; at = text.indexOf(quote, at + 1)) {
    if (text[at - 1] !== "\\") return at;
  }
  return -1;
}

/** The end of the line, and of the lines behind it that are blank or indented more than it. */
function endOfBlock(text: string, start: number): number {
  const lineStart = Math.max(text.lastIndexOf("\n", start - 1), text.lastIndexOf("\r", start - 1)) + 1;
  const indent = /^[ \t]*/.exec(text.slice(lineStart, start))?.[0].length ?? 0;
  const lines = /[^\r\n]*(\r\n|[\r\n]|$)/y;
  lines.lastIndex = start;
  let end = start;
  for (let line = lines.exec(text); line; line = lines.exec(text)) {
    const isFirst = line.index === start;
    const depth = line[0].search(/[^ \t\r\n]/);
    if (!isFirst && depth !== -1 && depth <= indent) return end;
    if (isFirst || depth !== -1) end = line.index + line[0].length - (line[1] ?? "").length;
    if (line[1] === "") return end;
  }
  return end;
}
