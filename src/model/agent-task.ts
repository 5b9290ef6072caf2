import type { HiddenText } from "./environment.ts";

/** The parts of the agent's container that decide what its `dagster.yaml` says. Values are as secret as a token. */
export interface AgentTask {
  readonly command: readonly string[];
  readonly entryPoint: readonly string[];
  readonly environment: ReadonlyMap<string, string>;
  /** Names of variables whose values are secrets: the task definition has only their references. */
  readonly secretNames: ReadonlySet<string>;
}

/** A piece of the text whose value only the running container knows. Line and column start at 1. */
export interface UnresolvedValue {
  /** `secret`: a secret of the task; `variable`: nothing in the task sets it; `output`: what a program prints. */
  readonly kind: "secret" | "variable" | "output";
  /** Name of the variable; none for an output. */
  readonly name?: string;
  readonly line: number;
  readonly column: number;
}

/** The agent's `dagster.yaml` without any token, or in one sentence why it cannot be had. */
export type ExtractedDagsterYaml =
  | { readonly text: string; readonly unresolved: readonly UnresolvedValue[] }
  | { readonly reason: string };

/** What the agent's process finds in its environment, as its task definition says. */
export interface AgentEnvironment {
  /** The service's name, for messages. */
  readonly service: string;
  readonly values: ReadonlyMap<string, HiddenText>;
  /** `valueFrom` by the name of the variable. */
  readonly secrets: ReadonlyMap<string, string>;
}

/** The configuration of a running agent. */
export interface AgentConfiguration {
  /** How problems name the file: it has no path in the checkout. */
  readonly path: string;
  readonly text: string;
  readonly unresolved: readonly UnresolvedValue[];
  readonly environment: AgentEnvironment;
}
