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

/** The value of a string literal, which must be written without placeholders; bytes are not text. */
export function readString(written: string): PythonValue {
  const [, prefix = "", quotes] = /^([a-z]*)('''|"""|'|")/i.exec(written) ?? [];
  const isClosed = quotes !== undefined && written.length >= prefix.length + 2 * quotes.length;
  if (!isClosed || !written.endsWith(quotes) || /t/i.test(prefix)) return UNKNOWN;
  if (/b/i.test(prefix)) return { type: "other", value: written };
  const body = written.slice(prefix.length + quotes.length, -quotes.length);
  const text = /f/i.test(prefix) ? body.replaceAll("{{", "{").replaceAll("}}", "}") : body;
  if (/r/i.test(prefix)) return { type: "text", value: text };
  const value = readEscapes(text);
  return value === undefined ? UNKNOWN : { type: "text", value };
}

/** The value of a number literal. */
export function readNumber(written: string): PythonValue {
  const digits = written.replaceAll("_", "");
  // Longer ones are no setting of a task, and slow to convert.
  if (digits.length > 60) return UNKNOWN;
  if (/^(?:0x[0-9a-f]+|0o[0-7]+|0b[01]+|\d+)$/i.test(digits)) {
    return { type: "integer", value: String(BigInt(digits.toLowerCase())) };
  }
  if (/^(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?$/i.test(digits)) return { type: "float", value: digits };
  return { type: "other", value: written };
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
