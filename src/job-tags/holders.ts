import type { SyntaxNode } from "@lezer/common";
import type { PythonModule } from "./python-module.ts";
import type { PythonNames } from "./python-names.ts";
import { splitEntries } from "./python-syntax.ts";

/** Tells which values have something in them that can itself be changed, by whoever has the value or a copy. */
export interface Holders {
  mayHoldOthers(value: SyntaxNode): boolean;
}

/** Expressions of what nobody can change. */
const FIXED = /^(?:String|FormatString|ContinuedString|Number|Boolean|None|UnaryExpression)$/;
/** Deeper ones are no dictionary of tags, and would use up the stack. */
const DEEPEST = 40;

export function makeHolders(module: PythonModule, names: PythonNames): Holders {
  // Constants can build on each other, and each on one twice.
  const known = new Map<string, boolean>();
  const holds = (node: SyntaxNode | null, depth: number): boolean => {
    if (node === null || depth > DEEPEST) return true;
    // Two expressions can begin at one place, as in `A | B`.
    const key = `${node.from}-${node.to}`;
    const before = known.get(key);
    if (before !== undefined) return before;
    known.set(key, true);
    const result = read(node, depth + 1);
    known.set(key, result);
    return result;
  };
  const read = (value: SyntaxNode, depth: number): boolean => {
    switch (value.name) {
      case "DictionaryExpression":
        return splitEntries(value).some((entry) =>
          entry.kind === "spread" ? holds(entry.value, depth) : !isFixed(entry.value),
        );
      case "BinaryExpression":
        if (value.getChild("BitOp")) return holds(value.firstChild, depth) || holds(value.lastChild, depth);
        return value.getChild("ArithOp") === null;
      case "VariableName": {
        const source = names.findOnly(module.textOf(value), value.from)?.source;
        return source?.kind !== "value" || holds(source.value, depth);
      }
      default:
        return !isFixed(value);
    }
  };
  /** Whether nobody can change it: a text, a number. */
  const isFixed = (value: SyntaxNode): boolean => {
    if (value.name === "CallExpression") {
      return module.textOf(value.firstChild ?? value) === "str" && names.isBuiltin("str", value.from);
    }
    if (value.name !== "VariableName") return FIXED.test(value.name);
    const source = names.findOnly(module.textOf(value), value.from)?.source;
    return source?.kind === "value" && FIXED.test(source.value.name);
  };
  return { mayHoldOthers: (value) => holds(value, 0) };
}
