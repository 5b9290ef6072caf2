import { type PythonValue, UNKNOWN } from "./python-value.ts";

const SIMPLE_ESCAPES: { readonly [letter: string]: string } = {
  "\n": "",
  "\\": "\\",
  "'": "'",
  '"': '"',
  a: "\x07",
  b: "\b",
  f: "\f",
  n: "\n",
  r: "\r",
  t: "\t",
  v: "\v",
};

/** Backslash sequences of Python: named, numbered in three lengths, octal, and single characters. */
const ESCAPE = /\\(?:(N\{)|x([\da-fA-F]{2})|u([\da-fA-F]{4})|U([\da-fA-F]{8})|([0-7]{1,3})|([\s\S]))/g;

/** A placeholder of an f-string: where it is in the literal, and the text that comes in its place. */
export interface FilledPlaceholder {
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

/** The value of a string literal, with what its placeholders hold; bytes are not text. */
export function readString(written: string, placeholders: readonly FilledPlaceholder[] = []): PythonValue {
  const [, prefix = "", quotes] = /^([a-z]*)('''|"""|'|")/i.exec(written) ?? [];
  const isClosed = quotes !== undefined && written.length >= prefix.length + 2 * quotes.length;
  if (!isClosed || !written.endsWith(quotes) || /t/i.test(prefix)) return UNKNOWN;
  if (/b/i.test(prefix)) return { type: "other", value: written };
  const parts: string[] = [];
  let start = prefix.length + quotes.length;
  for (const { from, to, text } of [...placeholders, { from: written.length - quotes.length, to: 0, text: "" }]) {
    const part = readPart(written.slice(start, from), prefix);
    if (part === undefined) return UNKNOWN;
    parts.push(part, text);
    start = to;
  }
  return { type: "text", value: parts.join("") };
}

function readPart(written: string, prefix: string): string | undefined {
  const text = /f/i.test(prefix) ? written.replaceAll("{{", "{").replaceAll("}}", "}") : written;
  return /r/i.test(prefix) ? text : readEscapes(text);
}

/** The value of a number literal. */
export function readNumber(written: string): PythonValue {
  const digits = written.replaceAll("_", "");
  // Longer ones are no setting of a task, and slow to convert.
  if (digits.length > 60) return UNKNOWN;
  // Python 2 read a number that begins with a zero as an octal one.
  if (/^(?:0x[0-9a-f]+|0o[0-7]+|0b[01]+|[1-9]\d*|0+)$/i.test(digits)) {
    return { type: "integer", value: String(BigInt(digits.toLowerCase())) };
  }
  if (/^(?=.*[.e])(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?$/i.test(digits)) return { type: "float", value: digits };
  return /j$/i.test(digits) ? { type: "other", value: written } : UNKNOWN;
}

/** Undefined for what needs Python's table of character names, or stands for no character. */
function readEscapes(text: string): string | undefined {
  let isKnown = true;
  const value = text.replace(ESCAPE, (all: string, named, two, four, eight, octal, single) => {
    if (named !== undefined) isKnown = false;
    if (single !== undefined) return SIMPLE_ESCAPES[single] ?? all;
    const code = octal === undefined ? Number.parseInt(two ?? four ?? eight, 16) : Number.parseInt(octal, 8);
    if (code <= 0x10ffff) return String.fromCodePoint(code);
    isKnown = false;
    return all;
  });
  return isKnown ? value : undefined;
}
