import type { Command } from "./syntax.ts";

/** `assumed`: a program that is not followed, which a script that runs has got past; `unknown`: a question. */
export type Status = "success" | "failure" | "assumed" | "unknown";

/** What a command prints and how it ends. */
export interface Result {
  readonly output: string;
  readonly status: Status;
}

/** Nothing printed, no error. */
export const DONE: Result = { output: "", status: "success" };

/** What commands change. */
export interface State {
  readonly variables: Map<string, string>;
  /** Texts of files by path, in the order they were last written. */
  readonly files: Map<string, string>;
  readonly functions: Map<string, Command>;
  /** `$0`, `$1` and so on. */
  positional: readonly string[];
  /** No further command runs: `exit` and `exec` end the script, `return` the function. */
  ended: "exit" | "return" | undefined;
}

/** A state that changes on its own from here. */
export function copyState(state: State): State {
  return {
    ...state,
    variables: new Map(state.variables),
    files: new Map(state.files),
    functions: new Map(state.functions),
  };
}

/**
 * The state behind several ways of which one is taken. What only some of them have is taken to be there: a script
 * that runs has what it needs. `conflict` stands for what they do not agree on.
 */
export function mergeStates(first: State, others: readonly State[], conflict: string): State {
  const all = [first, ...others];
  return {
    ...first,
    variables: mergeTexts(
      all.map(({ variables }) => variables),
      conflict,
    ),
    files: mergeTexts(
      all.map(({ files }) => files),
      conflict,
    ),
    functions: new Map(all.flatMap(({ functions }) => [...functions])),
  };
}

function mergeTexts(maps: readonly ReadonlyMap<string, string>[], conflict: string): Map<string, string> {
  const merged = new Map<string, string>();
  for (const [key, text] of maps.flatMap((map) => [...map])) {
    const known = merged.get(key);
    merged.set(key, known === undefined || known === text ? text : conflict);
  }
  return merged;
}
