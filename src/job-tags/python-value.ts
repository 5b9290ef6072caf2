import type { JsonValue } from "../model/json.ts";
import { hideSecrets } from "../model/secret-text.ts";
import { clipText, quoteText } from "../model/shown-text.ts";

/** What a literal of Python stands for, without running it. */
export type PythonValue =
  | { readonly type: "text"; readonly value: string }
  /** In decimal digits, whatever base the source uses. */
  | { readonly type: "integer"; readonly value: string }
  /** As written. */
  | { readonly type: "float"; readonly value: string }
  | { readonly type: "boolean"; readonly value: boolean }
  | { readonly type: "none" }
  /** A list or a dictionary; `json` is absent when something in it is not a literal. */
  | { readonly type: "collection"; readonly json?: JsonValue }
  /** A literal that JSON has no form for, so that Dagster refuses it as a tag: bytes, a set, a tuple. */
  | { readonly type: "other"; readonly value: string }
  /** Not a literal: nothing is known of it, and so nothing is said of it. */
  | { readonly type: "unknown" };

export const UNKNOWN: PythonValue = { type: "unknown" };

/** The value as JSON has it; undefined when it is not known or has no such form. */
export function toJson(value: PythonValue): JsonValue | undefined {
  switch (value.type) {
    case "text":
    case "boolean":
      return value.value;
    case "integer":
    case "float": {
      const number = Number(value.value);
      return Number.isFinite(number) ? number : undefined;
    }
    case "none":
      return null;
    case "collection":
      return value.json;
    case "other":
    case "unknown":
      return undefined;
  }
}

/** What Python's `str()` makes of it; undefined when that is not plain. */
export function toText(value: PythonValue): string | undefined {
  switch (value.type) {
    case "text":
    case "integer":
      return value.value;
    case "boolean":
      return value.value ? "True" : "False";
    case "none":
      return "None";
    case "float":
    case "collection":
    case "other":
    case "unknown":
      return undefined;
  }
}

/** How a message names it: `the number 256`, `the text "1 GB"`. */
export function describePythonValue(value: PythonValue): string {
  switch (value.type) {
    case "text":
      return value.value === "" ? "an empty text" : `the text ${quoteText(hideSecrets(value.value))}`;
    case "integer":
    case "float":
      return `the number ${clipText(value.value)}`;
    case "boolean":
      return value.value ? "True" : "False";
    case "none":
      return "None";
    case "collection":
      return "a list or dictionary";
    case "other":
      if (value.value.startsWith("{")) return "a set";
      if (value.value.startsWith("(")) return "a tuple";
      return /^\w*['"]/.test(value.value) ? "bytes" : "a value that JSON has no form for";
    case "unknown":
      return "a value that is known only when the code runs";
  }
}
