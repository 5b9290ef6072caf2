import type { Problem } from "../errors.ts";
import type { AgentConfiguration, AgentEnvironment, UnresolvedValue } from "../model/agent-task.ts";
import type { EnvironmentValue } from "../model/environment.ts";

/** What the agent's task has for a name: a value, or a reference to a secret. */
export type AgentVariable =
  | { readonly kind: "value"; readonly value: EnvironmentValue }
  | { readonly kind: "secret"; readonly name: string; readonly valueFrom: string };

/** How a valueless entry of `env_vars` is resolved by the agent's own environment; undefined when it has no such name. */
export function findAgentVariable(name: string, agent: AgentEnvironment): AgentVariable | undefined {
  const hidden = agent.values.get(name);
  if (hidden !== undefined) {
    return {
      kind: "value",
      value: { origin: "agent", hidden, from: `${name} of the environment of the agent service ${agent.service}` },
    };
  }
  const valueFrom = agent.secrets.get(name);
  return valueFrom === undefined ? undefined : { kind: "secret", name, valueFrom };
}

/** One error for each value of the agent's `dagster.yaml` that only its container knows. */
export function reportUnresolved({
  path,
  unresolved,
}: Pick<AgentConfiguration, "path" | "unresolved">): readonly Problem[] {
  return unresolved.map((value) => ({
    code: "agent-value-unknown",
    severity: "error",
    message: explainUnresolved(value),
    hint: "Set the variable in `environment` of the agent's container, or give the configuration with the input dagster-yaml.",
    path: "(file)",
    file: path,
    line: value.line,
    column: value.column,
  }));
}

function explainUnresolved({ kind, name }: UnresolvedValue): string {
  switch (kind) {
    case "secret":
      return `The agent's dagster.yaml takes a value from the secret ${name} of its task, and values of secrets are not read.`;
    case "variable":
      return `The agent's dagster.yaml takes a value from the variable ${name}, which the task definition does not set.`;
    case "output":
      return "The agent's dagster.yaml takes a value from something that only its container knows, such as the output of a program.";
  }
}
