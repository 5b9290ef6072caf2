import type { Problem } from "../errors.ts";
import { HIDDEN_PLACEHOLDER } from "../model/environment.ts";
import type { Located } from "./located.ts";

/** Values of variables that the running agent's own file spells out: what the repository does not show. */
export interface AgentLiterals {
  /** Of `env_vars`. */
  readonly variables: readonly string[];
  /** Of `environment` of sidecars. */
  readonly sidecars: readonly string[];
}

/** Finds them whatever form they have, for a list of the wrong form is told with what is in it. */
export function findAgentLiterals(root: Located): AgentLiterals {
  const variables: string[] = [];
  const sidecars: string[] = [];
  const visit = (node: Located): void => {
    if (node.kind === "list") for (const item of node.items) visit(item);
    if (node.kind !== "map") return;
    for (const { key, value } of node.entries) {
      if (key === "env_vars") variables.push(...textsIn(value));
      else if (key === "environment") sidecars.push(...textsIn(value));
      else visit(value);
    }
  };
  visit(root);
  return { variables, sidecars };
}

/** Shorter texts are parts of ordinary words: they are taken out only where the problem is about variables. */
const SHORTEST = 4;

/** A problem without these texts. The longest goes first, since one may contain another. */
export function hideLiterals(problem: Problem, literals: readonly string[]): Problem {
  const isOfVariables = /\b(env_vars|environment)\b/.test(problem.path);
  const hidden = literals
    .filter((text) => text.length >= SHORTEST || (isOfVariables && text !== ""))
    .toSorted((left, right) => right.length - left.length);
  const forms = hidden.flatMap((literal) => [JSON.stringify(literal).slice(1, -1), literal]);
  const hide = (text: string): string =>
    forms.reduce((rest, form) => hideStart(rest.replaceAll(form, HIDDEN_PLACEHOLDER), form), text);
  return { ...problem, message: hide(problem.message), hint: hide(problem.hint) };
}

/** So much of a long text is no coincidence. */
const START = 16;

/** What is left of a long text that a message shows cut. */
function hideStart(text: string, long: string): string {
  const at = long.length > START ? text.indexOf(long.slice(0, START)) : -1;
  if (at === -1) return text;
  let length = START;
  while (length < long.length && text[at + length] === long[length]) length += 1;
  return text.slice(0, at) + HIDDEN_PLACEHOLDER + text.slice(at + length);
}

/** Names of variables are no secret, and so is what stands under `name`. */
function textsIn(node: Located): readonly string[] {
  if (node.kind === "list") return node.items.flatMap(textsIn);
  if (node.kind === "map") {
    return node.entries.flatMap(({ key, value }) => (key === "name" || key === "env" ? [] : textsIn(value)));
  }
  const text = node.type === "text" ? node.value : node.written;
  const assigned = text.indexOf("=");
  return assigned === -1 && node.type === "text" ? [text] : [text.slice(assigned + 1)];
}
