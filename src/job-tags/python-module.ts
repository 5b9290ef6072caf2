import type { PartialParse, SyntaxNode, Tree } from "@lezer/common";
import { parser } from "@lezer/python";
import type { SourcePosition } from "../errors.ts";
import { countUpTo } from "./ascending.ts";
import { isTooDeep } from "./python-depth.ts";

/** A parsed Python file. The parser takes any text; what it could not read is known by place. */
export interface PythonModule {
  readonly path: string;
  readonly tree: Tree;
  /** Whether there is something that is not Python, or Python of a release that the parser does not know. */
  readonly hasErrors: boolean;
  textOf(node: Pick<SyntaxNode, "from" | "to">): string;
  positionOf(offset: number): SourcePosition;
  /** Whether the parser met something here that is not Python. */
  hasErrorIn(node: SyntaxNode): boolean;
}

/** More places that are not Python than any real file has, even one in a Python that the parser does not know yet. */
const MOST_ERRORS = 500;

/** Undefined for what is no Python: too deep, or with too many errors. */
export function parsePython(path: string, written: string): PythonModule | undefined {
  const { text, removed } = removeFormFeeds(written.replace(/^\uFEFF/, "").replace(/\r\n?/g, "\n"));
  const tree = isTooDeep(text) ? undefined : parseWithin(text);
  if (tree === undefined) return undefined;
  const lineStarts = [0];
  for (let at = text.indexOf("\n"); at !== -1; at = text.indexOf("\n", at + 1)) lineStarts.push(at + 1);
  const errors: number[] = [];
  tree.iterate({
    enter: (node) => {
      if (node.type.isError) errors.push(node.from);
    },
  });
  return {
    path,
    tree,
    hasErrors: errors.length > 0,
    textOf: (node) => text.slice(node.from, node.to),
    positionOf: (offset) => {
      const line = countUpTo(lineStarts, offset, Number);
      return { file: path, line, column: offset - (lineStarts[line - 1] ?? 0) + (removed.get(line) ?? 0) + 1 };
    },
    hasErrorIn: (node) => {
      const next = errors[countUpTo(errors, node.from - 1, Number)];
      return next !== undefined && next <= node.to;
    },
  };
}

/** For Python a line begins behind a form feed; for the parser it is no space. `removed` has how many, by line. */
function removeFormFeeds(text: string): { readonly text: string; readonly removed: ReadonlyMap<number, number> } {
  const removed = new Map<number, number>();
  if (!text.includes("\f")) return { text, removed };
  const lines = text.split("\n").map((line, index) => {
    const [before = ""] = /^[ \t\f]*\f/.exec(line) ?? [];
    if (before !== "") removed.set(index + 1, before.length);
    return line.slice(before.length);
  });
  return { text: lines.join("\n"), removed };
}

/** The children that mean something: no brackets, commas or comments. */
export function listChildren(node: SyntaxNode): readonly SyntaxNode[] {
  const children: SyntaxNode[] = [];
  for (let child = node.firstChild; child; child = child.nextSibling) {
    if (!"()[]{},".includes(child.name) && child.name !== "Comment") children.push(child);
  }
  return children;
}

/** The parser guesses at length after each error: a text that is all errors would take minutes. */
function parseWithin(text: string): Tree | undefined {
  const parse: PartialParse & { readonly recovering?: number } = parser.startParse(text);
  let errors = 0;
  let wasRecovering = false;
  for (;;) {
    const tree = parse.advance();
    if (tree) return tree;
    const isRecovering = (parse.recovering ?? 0) > 0;
    if (isRecovering && !wasRecovering) errors += 1;
    if (errors > MOST_ERRORS) return undefined;
    wasRecovering = isRecovering;
  }
}
