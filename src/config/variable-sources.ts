import type { AgentEnvironment } from "../model/agent-task.ts";

/** Where variables that a file names get their values from. */
export interface VariableSources {
  /** The environment of the workflow step. */
  readonly stepEnvironment: ReadonlyMap<string, string>;
  /** The agent's own: valueless `env_vars` are looked up there first, as the agent does. */
  readonly agent?: AgentEnvironment | undefined;
  /**
   * Whose variables `{env: NAME}` means: the step's when absent. `agent`: the file is the running agent's, so what
   * it spells out is not the repository's to show.
   */
  readonly variablesOf?: "step" | "agent" | undefined;
}

/** The value behind `{env: NAME}`. */
export function lookUpVariable(name: string, sources: VariableSources): string | undefined {
  if (sources.variablesOf !== "agent") return sources.stepEnvironment.get(name);
  return sources.agent?.values.get(name)?.reveal();
}

/** Only the sources, out of an object that has more. */
export function sourcesOf({ stepEnvironment, agent, variablesOf }: VariableSources): VariableSources {
  return { stepEnvironment, agent, variablesOf };
}

/** Where a user sets a variable that `{env: NAME}` means, in the words of a hint. */
export function placeToSet({ variablesOf }: VariableSources): string {
  return variablesOf === "agent" ? "`environment` of the agent's container" : "the step's env";
}

/** Whose environment `{env: NAME}` means, in the words of a message. */
export function environmentName({ variablesOf, agent }: VariableSources): string {
  return variablesOf === "agent"
    ? `the environment of the agent service ${agent?.service ?? ""}`
    : "the step's environment";
}
