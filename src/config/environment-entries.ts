import type { SourcePosition } from "../errors.ts";
import { type EnvironmentValue, HiddenText } from "../model/environment.ts";
import { findAgentVariable } from "./agent-environment.ts";
import type { Located, LocatedScalar } from "./located.ts";
import { type Finding, quote, shorten } from "./report.ts";
import type { RuleScope } from "./schema.ts";
import { variableNotSet } from "./variable-reference.ts";
import { environmentName, placeToSet } from "./variable-sources.ts";

/** A variable, or a secret of the agent's task behind it, and where it is written. */
export type EnvironmentEntry = NamedValue & { readonly at: SourcePosition };

type NamedValue =
  | { readonly kind: "value"; readonly name: string; readonly value: EnvironmentValue }
  | { readonly kind: "secret"; readonly name: string; readonly valueFrom: string };

/** The name of an entry: the text before the first `=`. */
export function variableNameOf(entry: string): string {
  const separator = entry.indexOf("=");
  return separator === -1 ? entry : entry.slice(0, separator);
}

/**
 * Reads a checked `env_vars` list by Dagster's rules: `KEY=VALUE`, or `KEY` to take the value from the agent's task
 * where that is known, as the agent does, else from the step's environment. Duplicates are kept in order and told; the last one counts.
 */
export function readVariables(node: Located | undefined, scope: RuleScope): readonly EnvironmentEntry[] {
  if (node?.kind !== "list") return [];
  const variables: EnvironmentEntry[] = [];
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
    variables.push({ ...variable, at: item.at });
  }
  return variables;
}

function readVariable(
  item: LocatedScalar & { readonly type: "text" },
  index: number,
  scope: RuleScope,
): NamedValue | undefined {
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
  if (/\s/.test(name) && fromVariable === undefined && name.length < item.value.length) {
    scope.report(item, nameWithSpaces(name), index);
  }
  if (name.length < item.value.length) {
    const text = item.value.slice(name.length + 1);
    return { kind: "value", name, value: assignedValue(text, fromVariable, scope) };
  }
  const found = scope.agent && findAgentVariable(name, scope.agent);
  if (found) return { ...found, name };
  const text = scope.stepEnvironment.get(name);
  if (text !== undefined) return { kind: "value", name, value: fromStep(text) };
  if (fromVariable !== undefined) {
    // The whole value of the variable would be the name of another one: it must not be shown, nor guessed at.
    const finding: Finding = {
      code: "variable-not-an-assignment",
      severity: scope.unresolved,
      message: `${fromVariable} is used as an entry of env_vars, but its value is not of the form KEY=VALUE.`,
      hint: `Set ${fromVariable} to KEY=VALUE in ${placeToSet(scope)}, or write "- ${fromVariable}" to pass the variable itself on.`,
    };
    scope.report(item, finding, index);
    return undefined;
  }
  if (/[\s:$]/.test(name)) {
    scope.report(item, neitherNameNorAssignment(name), index);
    return undefined;
  }
  scope.report(item, variableNotSet(name, "entry", scope), index);
  const value = { origin: "step", hidden: new HiddenText(""), from: "the step's environment (not set)" } as const;
  return { kind: "value", name, value };
}

/** Dagster takes the name as it is written (docs/agent.md, Environment). */
function nameWithSpaces(name: string): Finding {
  const [, exported] = /^\s*export\s+(\S+)\s*$/.exec(name) ?? [];
  const meant = exported ?? (/^\s*\S+\s*$/.test(name) ? name.trim() : undefined);
  const why = exported === undefined ? "" : ": export is a word of the shell";
  return {
    code: "variable-name-spaces",
    severity: "warning",
    message: `The name of the variable, ${quote(name)}, has white space in it, so that no program finds it.`,
    hint: meant === undefined ? "Write KEY=VALUE, without spaces in KEY." : `Write ${shorten(meant)}=VALUE${why}.`,
  };
}

/** `KEY: VALUE`, or something else that no variable is called. */
function neitherNameNorAssignment(entry: string): Finding {
  const [, key] = /^(\w+):(?:\s|$)/.exec(entry) ?? [];
  const [, variable] = /^\$\{?(\w+)\}?$/.exec(entry) ?? [];
  return {
    code: "variable-not-an-assignment",
    message: `An entry of env_vars is the text ${quote(entry)}, which is neither KEY=VALUE nor the name of a variable.`,
    hint:
      variable === undefined
        ? `Write - ${key === undefined ? "KEY" : shorten(key)}=VALUE.`
        : `Write - ${shorten(variable)}: without a value, it is taken from the environment.`,
  };
}

/** The value of an assignment: of the file itself, or of a variable that it names. */
function assignedValue(text: string, variable: string | undefined, scope: RuleScope): EnvironmentValue {
  const isOfAgent = scope.variablesOf === "agent";
  if (variable === undefined && !isOfAgent) return { origin: "literal", text };
  const from =
    variable === undefined
      ? `the configuration of the agent service ${scope.agent?.service ?? ""}`
      : `${variable} of ${environmentName(scope)}`;
  return { origin: isOfAgent ? "agent" : "step", hidden: new HiddenText(text), from };
}

function fromStep(text: string): EnvironmentValue {
  return { origin: "step", hidden: new HiddenText(text), from: "the step's environment" };
}
