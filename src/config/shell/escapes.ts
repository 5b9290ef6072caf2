const SIMPLE: Readonly<Record<string, string>> = {
  a: "\x07",
  b: "\b",
  e: "\x1b",
  E: "\x1b",
  f: "\f",
  n: "\n",
  r: "\r",
  t: "\t",
  v: "\v",
  "\\": "\\",
};

const ESCAPE =
  /\\(?:((?:x[0-9a-fA-F]{1,2})(?:\\x[0-9a-fA-F]{1,2})*)|[uU]([0-9a-fA-F]{1,8})|(0[0-7]{0,3}|[1-7][0-7]{0,2})|(.))/gs;

/** The text with backslash escapes decoded: `echo -e`, formats of `printf`, and with `quotes` also `$'...'`. */
export function decodeEscapes(text: string, options: { readonly quotes: boolean } = { quotes: false }): string {
  return text.replace(ESCAPE, (whole, bytes?: string, codePoint?: string, octal?: string, letter = "") => {
    // Several bytes in a row are one UTF-8 character or more.
    if (bytes !== undefined) {
      return Buffer.from(bytes.split("\\").map((byte) => Number.parseInt(byte.slice(1), 16))).toString("utf8");
    }
    if (codePoint !== undefined) return characterOf(Number.parseInt(codePoint, 16));
    if (octal !== undefined) return String.fromCharCode(Number.parseInt(octal, 8) % 256);
    if (options.quotes && (letter === "'" || letter === '"')) return letter;
    return SIMPLE[letter] ?? whole;
  });
}

function characterOf(codePoint: number): string {
  return codePoint <= 0x10ffff ? String.fromCodePoint(codePoint) : "\ufffd";
}
