import type { SyntaxNode } from "@lezer/common";
import { listChildren, type PythonModule } from "./python-module.ts";

/** A part of a dictionary: `key: value` or `**value`. */
export type DictionaryPart =
  | { readonly kind: "pair"; readonly key: SyntaxNode; readonly value: SyntaxNode }
  | { readonly kind: "spread"; readonly value: SyntaxNode };

/** What is in the brackets of a `DictionaryExpression`, in order. */
export function splitEntries(node: SyntaxNode): readonly DictionaryPart[] {
  const children = listChildren(node);
  const parts: DictionaryPart[] = [];
  for (const [index, child] of children.entries()) {
    const [before, after] = [children[index - 1], children[index + 1]];
    if (child.name === ":" && before && after) parts.push({ kind: "pair", key: before, value: after });
    if (child.name === "**" && after) parts.push({ kind: "spread", value: after });
  }
  return parts;
}

/** The arguments of a call. */
export interface Arguments {
  /** A `*list` counts as two, so that nobody takes it for the only one. */
  readonly positional: readonly SyntaxNode[];
  readonly keywords: ReadonlyMap<string, SyntaxNode>;
  readonly spreads: readonly SyntaxNode[];
}

export function splitArguments(module: PythonModule, list: SyntaxNode): Arguments {
  const children = listChildren(list);
  const positional: SyntaxNode[] = [];
  const keywords = new Map<string, SyntaxNode>();
  const spreads: SyntaxNode[] = [];
  children.forEach((child, index) => {
    const [before, after] = [children[index - 1], children[index + 1]];
    if (child.name === "AssignOp" || after?.name === "AssignOp" || child.name === "**") return;
    if (before?.name === "AssignOp") {
      const name = children[index - 2];
      // `name := value` is a positional argument.
      if (module.textOf(before) !== "=") positional.push(child);
      else if (name) keywords.set(module.textOf(name), child);
    } else if (before?.name === "**") spreads.push(child);
    else positional.push(child);
  });
  return { positional, keywords, spreads };
}
