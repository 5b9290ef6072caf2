import { inspect } from "node:util";

/**
 * A text that must not leave the process except inside RegisterTaskDefinition. Printing, serializing
 * or inspecting it gives a placeholder; only `reveal` gives the text.
 */
export class HiddenText {
  readonly #text: string;

  constructor(text: string) {
    this.#text = text;
  }

  /** The text itself: for the AWS request, for comparison and for hashing only. */
  reveal(): string {
    return this.#text;
  }

  toString(): string {
    return HIDDEN_PLACEHOLDER;
  }

  toJSON(): string {
    return HIDDEN_PLACEHOLDER;
  }

  [inspect.custom](): string {
    return HIDDEN_PLACEHOLDER;
  }
}

/** What stands in reports where a value is not shown. */
export const HIDDEN_PLACEHOLDER = "(hidden)";

/**
 * The value of an environment variable and where it came from. `literal`: written in the repository's own
 * YAML; `injected`: set by this action from names and YAML content; `step`: from the environment of the
 * workflow step; `agent`: from the agent's task; `revision`: from a registered revision, which does not say where it
 * came from. Only the first two carry text that may be shown.
 */
export type EnvironmentValue =
  | { readonly origin: "literal" | "injected"; readonly text: string }
  | { readonly origin: "step" | "agent" | "revision"; readonly hidden: HiddenText; readonly from: string };

/** One environment variable of the code server's container. */
export interface EnvironmentVariable {
  readonly name: string;
  readonly value: EnvironmentValue;
}

/** The text of a value, for the AWS request, for comparison and for hashing only: never for a report. */
export function revealValue(value: EnvironmentValue): string {
  switch (value.origin) {
    case "literal":
    case "injected":
      return value.text;
    case "step":
    case "agent":
    case "revision":
      return value.hidden.reveal();
  }
}
