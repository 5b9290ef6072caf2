import type { SourcePosition } from "../errors.ts";
import { type EnvironmentVariable, HiddenText } from "../model/environment.ts";
import type { Located, LocatedScalar } from "./located.ts";
import { type Finding, quote } from "./report.ts";
import type { RuleScope } from "./schema.ts";
import { variableNotSet } from "./variable-reference.ts";

/** A variable and where it is written. */
export interface LocatedVariable {
  readonly variable: EnvironmentVariable;
  readonly at: SourcePosition;
}

/** The name of an entry: the text before the first `=`. */
export function variableNameOf(entry: string): string {
  const separator = entry.indexOf("=");
  return separator === -1 ? entry : entry.slice(0, separator);
}

/**
 * Reads a checked `env_vars` list by Dagster's rules: `KEY=VALUE`, or `KEY` to take the value from the step's
 * environment (the agent takes it from its own). Duplicates are kept in order and told; the last one counts.
 */
export function readVariables(node: Located | undefined, scope: RuleScope): readonly LocatedVariable[] {
  if (node?.kind !== "list") return [];
  const variables: LocatedVariable[] = [];
  const lines = new Map<string, number>();
  for (const [index, item] of node.items.entries()) {
    if (item.kind !== "scalar" || item.type !== "text" || item.unresolved) continue;
    const variable = readVariable(item, index, scope);
    if (!variable) continue;
    const earlier = lines.get(variable.name);
    if (earlier !== undefined) {
      const finding = {
        code: "duplicate-variable",
        severity: "warning",
        message: `${quote(variable.name)} is already on line ${earlier} of this list; the last one is used.`,
        hint: "Remove one of the two.",
      } as const;
      scope.report(item, finding, index);
    }
    lines.set(variable.name, item.at.line);
    variables.push({ variable, at: item.at });
  }
  return variables;
}

function readVariable(
  item: LocatedScalar & { readonly type: "text" },
  index: number,
  scope: RuleScope,
): EnvironmentVariable | undefined {
  const name = variableNameOf(item.value);
  const { fromVariable } = item;
  if (name === "") {
    scope.report(
      item,
      {
        code: "variable-without-name",
        severity: "warning",
        message: "An entry of env_vars has no name before the equals sign.",
        hint: "Write NAME=VALUE.",
      },
      index,
    );
  }
  if (name.length < item.value.length) {
    const text = item.value.slice(name.length + 1);
    return { name, value: fromVariable === undefined ? { origin: "literal", text } : fromStep(text, fromVariable) };
  }
  const text = scope.stepEnvironment.get(name);
  if (text !== undefined) return { name, value: fromStep(text, fromVariable) };
  if (fromVariable !== undefined) {
    // The whole value of the variable would be the name of another one: it must not be shown, nor guessed at.
    const finding: Finding = {
      code: "variable-not-an-assignment",
      severity: scope.unresolved,
      message: `${fromVariable} is used as an entry of env_vars, but its value is not of the form KEY=VALUE.`,
      hint: `Set ${fromVariable} to KEY=VALUE in the step's env, or write "- ${fromVariable}" to pass the variable itself on.`,
    };
    scope.report(item, finding, index);
    return undefined;
  }
  scope.report(item, variableNotSet(name, scope), index);
  return { name, value: { origin: "step", hidden: new HiddenText(""), from: "the step's environment (not set)" } };
}

function fromStep(text: string, variable: string | undefined): EnvironmentVariable["value"] {
  const from = variable === undefined ? "the step's environment" : `${variable} of the step's environment`;
  return { origin: "step", hidden: new HiddenText(text), from };
}
