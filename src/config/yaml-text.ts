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

// What PyYAML calls printable; it refuses a file with anything else.
const UNPRINTABLE = /[^\t\n\r\u0020-\u007e\u0085\u00a0-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/u;

export type DecodedText =
  | { readonly text: string }
  | { readonly offset: number; readonly lossyText: string; readonly finding: Finding };

/** The text of a file, or why it has none and near which character. A byte order mark is dropped. */
export function decodeText({ bytes }: ConfigFile): DecodedText {
  if (bytes.length > MAX_BYTES) {
    return refuse("", 0, "file-too-large", `The file has ${bytes.length} bytes; at most ${MAX_BYTES} are read.`, {
      hint: "Check that the input names the right file.",
    });
  }
  try {
    const text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    const offset = text.search(UNPRINTABLE);
    if (offset === -1) return { text };
    const code = (text.codePointAt(offset) ?? 0).toString(16).toUpperCase().padStart(4, "0");
    return refuse(text, offset, "unprintable-character", `The character U+${code} is not allowed in YAML.`, {
      hint: 'Remove it, or write it with an escape between double quotes, for example "\\u0000".',
    });
  } catch {
    const lossyText = new TextDecoder("utf-8").decode(bytes);
    const offset = Math.max(0, lossyText.indexOf("\ufffd"));
    return refuse(lossyText, offset, "not-utf-8", "The file is not UTF-8 text.", { hint: "Save the file as UTF-8." });
  }
}

function refuse(lossyText: string, offset: number, code: ProblemCode, message: string, { hint }: { hint: string }) {
  return { offset, lossyText, finding: { code, message, hint } };
}

/** Line and column of characters of a text. */
export interface PlaceFinder {
  /** Offsets of the first characters of the lines. */
  readonly lineStarts: readonly number[];
  at(offset: number): SourcePosition;
}

/** An offset at or behind the end of the text gives the end of the last line that has text. */
export function makePlaceFinder(file: string, text: string): PlaceFinder {
  const starts = findLineStarts(text, /\n/g);
  const end = Math.max(0, text.trimEnd().length - 1);
  return {
    lineStarts: starts,
    at(offset) {
      const inside = Math.max(0, offset > end ? end : offset);
      let low = 0;
      let high = starts.length - 1;
      while (low < high) {
        const middle = Math.ceil((low + high) / 2);
        if ((starts[middle] ?? 0) <= inside) low = middle;
        else high = middle - 1;
      }
      return { file, line: low + 1, column: inside - (starts[low] ?? 0) + 1 };
    },
  };
}
