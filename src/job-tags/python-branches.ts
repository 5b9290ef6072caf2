import type { SyntaxNode } from "@lezer/common";

/** Whether a part of a statement runs each time the statement does, never when Dagster imports the module, or either. */
export type Reach = "always" | "maybe" | "never";

type Truth = boolean | undefined;

/** How each `Body` of an `IfStatement` is reached, as far as the conditions before it are known; by its start. */
export function readReaches(
  statement: SyntaxNode,
  textOf: (node: SyntaxNode) => string,
): readonly (readonly [from: number, reach: Reach])[] {
  const reaches: [number, Reach][] = [];
  let rest: Reach = "always";
  let truth: Truth = true;
  for (let child = statement.firstChild; child; child = child.nextSibling) {
    if (child.name === "if" || child.name === "elif") {
      truth = child.nextSibling ? truthOf(textOf(child.nextSibling)) : undefined;
    } else if (child.name === "else") truth = true;
    else if (child.name === "Body") {
      reaches.push([child.from, reachWith(rest, truth)]);
      rest = reachWith(rest, truth === undefined ? undefined : !truth);
    }
  }
  return reaches;
}

function reachWith(reach: Reach, truth: Truth): Reach {
  if (reach === "never" || truth === false) return "never";
  return truth === undefined ? "maybe" : reach;
}

/** What is known of a condition when a module is imported, neither run as a script nor read by a type checker. */
function truthOf(condition: string): Truth {
  if (condition.length > 80) return undefined;
  const text = condition.replace(/\s+/g, " ").trim();
  const [, negated] = /^not (.*)$/.exec(text) ?? [];
  if (negated !== undefined) {
    const truth = truthOf(negated);
    return truth === undefined ? undefined : !truth;
  }
  if (/^(?:(?:\w+\.)?TYPE_CHECKING|False|0)$/.test(text)) return false;
  if (/^(?:True|1)$/.test(text)) return true;
  const [, operator] = /^__name__ ?(==|!=) ?(?:"__main__"|'__main__')$/.exec(text) ?? [];
  return operator === undefined ? undefined : operator === "!=";
}
