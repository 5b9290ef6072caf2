import { mayNameSecret } from "../model/secret-text.ts";
import { getValue, type LocatedMap, type LocatedScalar, textOf } from "./located.ts";
import { MISMATCH_OF } from "./mismatch.ts";
import { childPath, type Finding, nameOf, type Path, quote, shorten } from "./report.ts";
import type { CheckScope, RuleScope, Schema } from "./schema.ts";
import { environmentName, lookUpVariable, placeToSet } from "./variable-sources.ts";

type SourceSchema = Extract<Schema, { kind: "text" | "integer" | "boolean" }>;

/** The value behind `{env: NAME}`; undefined, with a problem, when there is none of the wanted type. */
export function resolveVariable(
  schema: SourceSchema,
  node: LocatedMap,
  path: Path,
  scope: CheckScope,
): LocatedScalar | undefined {
  const name = readReference(schema, node, path, scope);
  if (name === undefined) return undefined;
  const base = { kind: "scalar", written: "", at: node.at, fromVariable: name } as const;
  const text = lookUpVariable(name, scope);
  if (text === undefined || scope.isPartial) {
    if (!scope.isPartial) scope.report.add(node.at, path, variableNotSet(name, "reference", scope));
    return { ...base, type: "text", value: "", unresolved: true };
  }
  if (schema.kind === "text") {
    scope.report.noteEnvironmentText(text);
    return { ...base, type: "text", value: text };
  }
  // Dagster makes a boolean of any text that is not empty: "false" is true (docs/agent.md, Schemas).
  if (schema.kind === "boolean") return { ...base, type: "boolean", value: text !== "" };
  if (/^\s*[-+]?\d+\s*$/.test(text)) return { ...base, type: "integer", value: Number(text) };
  scope.report.add(node.at, path, {
    code: "variable-not-integer",
    message: `${nameOf(path)} takes its value from the variable ${shorten(name)}, which is not a whole number.`,
    hint: `Set ${shorten(name)} to a whole number in ${placeToSet(scope)}.`,
  });
  return undefined;
}

/** The name in `{env: NAME}`. */
function readReference(schema: SourceSchema, node: LocatedMap, path: Path, scope: CheckScope): string | undefined {
  const { code, wanted } = MISMATCH_OF[schema.kind];
  const variable = getValue(node, "env");
  const other = node.entries.find(({ key }) => key !== "env");
  if (!variable || other) {
    const keys = node.entries.map(({ key }) => quote(key)).join(", ");
    const found = keys === "" ? "an empty mapping" : `a mapping with ${keys}`;
    const message = `${nameOf(path)} is ${found}, but must be ${wanted} or {env: NAME}.`;
    scope.report.add(other?.keyAt ?? node.at, path, { code, message, hint: explainForm(node, path, scope) });
    return undefined;
  }
  const name = textOf(variable);
  if (name) return name;
  scope.report.add(variable.at, childPath(path, "env"), {
    code: "not-text",
    message: `The variable name in {env: ...} of ${nameOf(path)} is not a text.`,
    hint: "Write the name of a variable, for example {env: MY_VARIABLE}.",
  });
  return undefined;
}

function explainForm(node: LocatedMap, path: Path, scope: CheckScope): string {
  if (path.parts.includes("env_vars")) return explainAssignment(node);
  return `Write the value itself, or {env: NAME} to take it from ${environmentName(scope)}.`;
}

/** How the variable that is meant is written; a secret is not repeated, and is no value to write there at all. */
function explainAssignment(node: LocatedMap): string {
  const [first, second] = node.entries;
  const name = getValue(node, "name");
  const isPair = name?.kind === "scalar" && second !== undefined;
  const key = isPair ? name.written : first?.key;
  const value = isPair ? getValue(node, "value") : first?.value;
  if (key === undefined || value?.kind !== "scalar" || (!isPair && (second || key === "name"))) {
    return "Write each entry as - KEY=VALUE.";
  }
  // A colon with a space behind it, in the value, made a mapping of the text.
  if (!isPair && key.includes("=")) {
    const isSecret = mayNameSecret(key.split("=", 1)[0] ?? "") || value.secret;
    return `Put quotes around the whole entry${isSecret ? "" : `: - "${shorten(`${key}: ${value.written}`)}"`}.`;
  }
  if (!mayNameSecret(key) && !value.secret) return `Write - ${shorten(`${key}=${value.written}`)}.`;
  return `Write - ${shorten(key)}=VALUE, or better put it into Secrets Manager and write secrets: [{name: ${shorten(key)}, valueFrom: <ARN of the secret>}].`;
}

/**
 * A variable that the configuration takes from an environment is not there. `reference`: `{env: NAME}`; `entry`: a
 * name without a value in `env_vars`, which the agent's own task may have as well.
 */
export function variableNotSet(name: string, use: "reference" | "entry", scope: Omit<RuleScope, "report">): Finding {
  const { agent, variablesOf, subject } = scope;
  const shown = shorten(name);
  const needs = `${subject.charAt(0).toUpperCase()}${subject.slice(1)} needs the environment variable ${shown}, which`;
  const finding = { code: "variable-not-set", severity: scope.unresolved } as const;
  const inStep = `in the workflow step: env: { ${shown}: ... }`;
  if (use === "entry" && agent) {
    const message = `${needs} neither the task of the agent service ${agent.service} nor the step sets.`;
    return { ...finding, message, hint: `Set it in \`environment\` of the agent's container, or ${inStep}.` };
  }
  if (variablesOf !== "agent") {
    return { ...finding, message: `${needs} the step does not set.`, hint: `Set it ${inStep}.` };
  }
  return {
    ...finding,
    message: agent?.secrets.has(name)
      ? `${needs} is a secret of the agent's task: values of secrets are not read.`
      : `${needs} the agent's task does not set.`,
    hint: "Set it in `environment` of the agent's container, or give the configuration with the input dagster-yaml.",
  };
}
