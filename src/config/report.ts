import type { Problem, Severity, SourcePosition } from "../errors.ts";
import { HIDDEN_PLACEHOLDER } from "../model/environment.ts";
import { hideMarkedSecrets, hideSecrets } from "../model/secret-text.ts";
import { clipText, quoteText } from "../model/shown-text.ts";
import type { SourceText } from "../model/source-text.ts";
import type { Located, LocatedScalar } from "./located.ts";
import type { ProblemCode } from "./problem-catalogue.ts";

/** A place in the meaning of a file, beside the place in its text. */
export interface Path {
  /** For example `locations[2] "etl"`; empty at the top of a file. */
  readonly root: string;
  readonly parts: readonly (string | number)[];
}

/** What is wrong, without the place. */
export interface Finding {
  readonly code: ProblemCode;
  readonly message: string;
  readonly hint: string;
  /** `error` when absent. */
  readonly severity?: Severity;
}

/** Collects the problems of one reading. The same problem at the same place is kept once. */
export interface Report {
  add(at: SourcePosition, path: Path, finding: Finding): void;
  /** Notes a text that came out of a variable by `{env: NAME}`: no report may show it. */
  noteEnvironmentText(text: string): void;
  readonly environmentTexts: ReadonlySet<string>;
  /** Keeps the text of a file, for reports that show the line of a problem. */
  noteSource(file: string, source: SourceText): void;
  readonly sources: ReadonlyMap<string, SourceText>;
  readonly problems: readonly Problem[];
  /** How many of them are errors. */
  readonly errorCount: number;
}

export function makeReport(): Report {
  const problems: Problem[] = [];
  const seen = new Set<string>();
  const environmentTexts = new Set<string>();
  const sources = new Map<string, SourceText>();
  let errorCount = 0;
  return {
    problems,
    environmentTexts,
    sources,
    noteSource(file, source) {
      sources.set(file, source);
    },
    noteEnvironmentText(text) {
      if (text !== "") environmentTexts.add(text);
    },
    get errorCount() {
      return errorCount;
    },
    add(at, path, { code, message, hint, severity = "error" }) {
      // A variable that `defaults` names is missing in every location: once is enough.
      const detail = code === "variable-not-set" ? "" : message;
      const key = JSON.stringify([at.file, at.line, at.column, code, detail]);
      if (severity === "error") errorCount += 1;
      if (seen.has(key)) return;
      seen.add(key);
      const { file, line, column } = at;
      problems.push({
        code,
        severity,
        message: hideMarkedSecrets(message),
        hint: hideMarkedSecrets(hint),
        path: formatPath(path),
        file,
        line,
        column,
      });
    },
  };
}

/** In reading order: the files as they were given, then line and column. */
export function inReadingOrder(problems: readonly Problem[], files: readonly string[]): readonly Problem[] {
  return problems.toSorted(
    (left, right) =>
      files.indexOf(left.file) - files.indexOf(right.file) || left.line - right.line || left.column - right.column,
  );
}

export function childPath(path: Path, part: string | number): Path {
  return { root: path.root, parts: [...path.parts, part] };
}

/** `locations[2] "etl" › container_context.ecs.env_vars[0]`. */
export function formatPath({ root, parts }: Path): string {
  const inner = formatParts(parts);
  if (root === "") return inner === "" ? "(file)" : inner;
  return inner === "" ? root : `${root} › ${inner}`;
}

/** The last key of a path with the list index behind it: `env_vars[0]`. */
export function nameOf(path: Path): string {
  const lastKey = path.parts.findLastIndex((part) => typeof part === "string");
  if (lastKey === -1)
    return path.parts.length === 0 ? path.root || "the file" : `${path.root}${formatParts(path.parts)}`;
  return formatParts(path.parts.slice(lastKey));
}

function formatParts(parts: readonly (string | number)[]): string {
  return parts
    .map((part, index) => (typeof part === "number" ? `[${part}]` : `${index === 0 ? "" : "."}${shorten(part)}`))
    .join("");
}

/** A value as a message names it: `the number 256`, `the text "abc"`, `a list`. */
export function describeValue(node: Located): string {
  if (node.kind === "list") return node.items.length === 0 ? "an empty list" : "a list";
  if (node.kind === "map") return node.entries.length === 0 ? "an empty mapping" : "a mapping";
  if (node.fromVariable !== undefined) return `the value of the variable ${shorten(node.fromVariable)}`;
  switch (node.type) {
    case "text":
      return node.value === "" ? "an empty text" : `the text ${quoteValue(node)}`;
    case "integer":
    case "float":
      return `the number ${showWritten(node)}`;
    case "boolean":
      return `the boolean ${showWritten(node)}`;
    case "date":
      return `the date ${showWritten(node)}`;
    case "null":
      return "empty";
  }
}

/** What the file has for a scalar, unless that is a secret. */
export function showWritten(node: LocatedScalar): string {
  return node.secret ? HIDDEN_PLACEHOLDER : shorten(node.written);
}

/** The value of a scalar between quotes, unless that is a secret. */
export function quoteValue(node: LocatedScalar): string {
  return node.secret ? HIDDEN_PLACEHOLDER : quote(String(node.value));
}

/** A text of the user's between quotes, without what looks like a secret in it, and not longer than people read. */
export function quote(text: string): string {
  return quoteText(hideSecrets(text));
}

/** `quote` without quotes. */
export function shorten(text: string): string {
  return clipText(hideSecrets(text));
}
