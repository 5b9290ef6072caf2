import type { SourcePosition } from "../errors.ts";
import { findLineStarts } from "../model/source-text.ts";
import type { ProblemCode } from "./problem-catalogue.ts";
import type { Finding } from "./report.ts";

/** A configuration file as it was found. */
export interface ConfigFile {
  /** As messages and annotations name it: relative to the checkout. */
  readonly path: string;
  readonly bytes: Uint8Array;
}

/** Larger than any real workspace; keeps a wrong file from costing minutes. */
const MAX_BYTES = 5_000_000;

type Encoding = "utf-8" | "utf-16le" | "utf-16be";

// What PyYAML calls printable; it refuses a file with anything else.
const UNPRINTABLE = /[^\t\n\r\u0020-\u007e\u0085\u00a0-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/u;

export type DecodedText =
  | { readonly text: string; readonly encoding: Encoding }
  | { readonly offset: number; readonly lossyText: string; readonly finding: Finding };

/**
 * The text of a file, or why it has none and near which character. A byte order mark is dropped; one of UTF-16 decides
 * the encoding, as in PyYAML.
 */
export function decodeText({ bytes }: ConfigFile): DecodedText {
  if (bytes.length > MAX_BYTES) {
    return refuse("", 0, "file-too-large", `The file has ${bytes.length} bytes; at most ${MAX_BYTES} are read.`, {
      hint: "Check that the input names the right file.",
    });
  }
  const encoding = encodingOf(bytes);
  try {
    const text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
    const offset = text.search(UNPRINTABLE);
    if (offset === -1) return { text, encoding };
    const code = (text.codePointAt(offset) ?? 0).toString(16).toUpperCase().padStart(4, "0");
    return refuse(text, offset, "unprintable-character", `The character U+${code} is not allowed in YAML.`, {
      hint: 'Remove it, or write it with an escape between double quotes, for example "\\u0000".',
    });
  } catch {
    const lossyText = new TextDecoder(encoding).decode(bytes);
    const offset = Math.max(0, lossyText.indexOf("\ufffd"));
    const message = encoding === "utf-8" ? "The file is not UTF-8 text." : "The file begins as UTF-16, but is none.";
    return refuse(lossyText, offset, "not-utf-8", message, { hint: "Save the file as UTF-8." });
  }
}

function encodingOf([first, second]: Uint8Array): Encoding {
  if (first === 0xff && second === 0xfe) return "utf-16le";
  return first === 0xfe && second === 0xff ? "utf-16be" : "utf-8";
}

function refuse(lossyText: string, offset: number, code: ProblemCode, message: string, { hint }: { hint: string }) {
  return { offset, lossyText, finding: { code, message, hint } };
}

/** What PyYAML calls line ends: more than other readers do. */
const YAML_LINE_ENDS = /\r\n|[\n\r\u0085\u2028\u2029]/g;

/**
 * The text with every line end as a line feed, in the same number of characters. In a block scalar the two separators
 * of Unicode become line feeds, which PyYAML keeps as they are.
 */
export function unifyLineEnds(text: string): string {
  return text.replace(/\r(?!\n)|[\u0085\u2028\u2029]/g, "\n");
}

/** Line and column of characters of a text. */
export interface PlaceFinder {
  /** Offsets of the first characters of the lines. */
  readonly lineStarts: readonly number[];
  at(offset: number): SourcePosition;
}

/** An offset at or behind the end of the text gives the end of the last line that has text. */
export function makePlaceFinder(file: string, text: string, lineEnds: RegExp = YAML_LINE_ENDS): PlaceFinder {
  const starts = findLineStarts(text, lineEnds);
  const end = Math.max(0, text.trimEnd().length - 1);
  let last = 0;
  return {
    lineStarts: starts,
    at(offset) {
      const inside = Math.max(0, offset > end ? end : offset);
      // Most places are asked for in the order of the text.
      let low = (starts[last] ?? 0) <= inside ? last : 0;
      let high = inside < (starts[low + 8] ?? 0) ? low + 7 : starts.length - 1;
      while (low < high) {
        const middle = Math.ceil((low + high) / 2);
        if ((starts[middle] ?? 0) <= inside) low = middle;
        else high = middle - 1;
      }
      last = low;
      return { file, line: low + 1, column: inside - (starts[low] ?? 0) + 1 };
    },
  };
}
