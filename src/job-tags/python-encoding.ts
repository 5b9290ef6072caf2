/** The comment by which a Python file names its encoding; it has to be in one of the first two lines (PEP 263). */
const COOKIE = /^[ \t\f]*#.*?coding[:=][ \t]*([-\w.]+)/;
const BLANK = /^[ \t\f]*(?:#.*)?$/;

/**
 * The text of a Python file. Undefined when it is not in the encoding that it names, UTF-8 when it names none: Python
 * does not read such a file either. So is a file in an encoding that is not known here.
 */
export function decodePython(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder(readEncoding(bytes), { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

function readEncoding(bytes: Uint8Array): string {
  const hasMark = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
  if (hasMark) return "utf-8";
  const [first = "", second = ""] = new TextDecoder("latin1").decode(bytes.subarray(0, 1000)).split(/\r\n?|\n/);
  const [, name] = COOKIE.exec(first) ?? (BLANK.test(first) ? COOKIE.exec(second) : undefined) ?? [];
  return name === undefined ? "utf-8" : nameOnWeb(name);
}

/** Python and the web call some encodings differently. */
function nameOnWeb(name: string): string {
  const plain = name.toLowerCase().replaceAll("_", "-");
  if (/^(?:utf-?8(?:-.*)?|u8)$/.test(plain)) return "utf-8";
  if (/^(?:latin-?1|iso-8859-1|iso8859-1|l1)(?:-.*)?$/.test(plain)) return "latin1";
  // Python has no source files in it.
  return /^utf-?(?:16|32)/.test(plain) ? "none" : plain;
}
