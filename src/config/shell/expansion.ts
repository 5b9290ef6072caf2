import { type Command, ShellError, type Word, type WordPart } from "./syntax.ts";
import type { Unknowns } from "./unknowns.ts";

/** Larger than any task definition (64 KiB): keeps texts that double themselves from filling the memory. */
const MAX_LENGTH = 300_000;

/** What expansions need to know of the shell. */
export interface ExpansionScope {
  readonly unknowns: Unknowns;
  /** Undefined when it is not set. */
  lookUp(name: string): string | undefined;
  assign(name: string, value: string): void;
  readonly positional: readonly string[];
  /** What the commands of `$(...)` print. */
  capture(script: Command): string;
}

/** The text, or a ShellError when it is too long. */
export function limited(text: string): string {
  if (text.length > MAX_LENGTH) throw new ShellError("too-complex");
  return text;
}

/** A word as one text: in assignments, redirections and heredocs nothing is split. */
export function expandText(word: Word, scope: ExpansionScope): string {
  let text = "";
  for (const part of word) text = limited(text + expandPart(part, scope));
  return text;
}

/** A word as arguments: what an expansion without quotes gives is split at blanks. File names are not matched. */
export function expandFields(word: Word, scope: ExpansionScope): readonly string[] {
  const fields: string[] = [];
  let current: string | undefined;
  const cut = (): void => {
    if (current !== undefined) fields.push(current);
    current = undefined;
  };
  for (const part of word) {
    const pieces = splitPart(part, scope);
    for (const [index, piece] of pieces.entries()) {
      if (index > 0) cut();
      if (piece !== "" || part.quoted) current = limited((current ?? "") + piece);
    }
  }
  cut();
  return fields;
}

function splitPart(part: WordPart, scope: ExpansionScope): readonly string[] {
  if (part.kind === "variable" && part.name === "@" && part.quoted) return scope.positional;
  const text = expandPart(part, scope);
  return part.quoted || part.kind === "text" ? [text] : text.split(/[ \t\n]+/);
}

function expandPart(part: WordPart, scope: ExpansionScope): string {
  switch (part.kind) {
    case "text":
      return part.text;
    case "variable":
      return expandVariable(part, scope);
    case "substitution":
      return withoutLastNewlines(scope.capture(part.script));
    case "unknown":
      return scope.unknowns.mark({ kind: "output" });
  }
}

function expandVariable(part: WordPart & { readonly kind: "variable" }, scope: ExpansionScope): string {
  const { name, fallback } = part;
  const value = scope.lookUp(name);
  const isMissing = value === undefined || (fallback?.colon === true && value === "");
  switch (fallback?.operator) {
    case "+":
      return isMissing ? "" : expandText(fallback.word, scope);
    case "-":
    case "=": {
      if (!isMissing) return value;
      const text = expandText(fallback.word, scope);
      if (fallback.operator === "=") scope.assign(name, text);
      return text;
    }
    case "?":
    case undefined:
      return value ?? scope.unknowns.mark({ kind: "variable", name });
  }
}

function withoutLastNewlines(text: string): string {
  let end = text.length;
  while (text[end - 1] === "\n") end -= 1;
  return text.slice(0, end);
}
