/** How much a problem matters: an error stops the run, a warning does not (unless `strict`). */
export type Severity = "error" | "warning";

/** A place in a file of the checkout. Line and column start at 1, as editors and annotations count. */
export interface SourcePosition {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

/** Anything a user can get wrong. All problems of a run are collected and reported once. */
export interface Problem extends SourcePosition {
  /** Stable kebab-case name, for example `cpu-not-text`. */
  readonly code: string;
  readonly severity: Severity;
  /** One sentence: what is wrong, with the value found. */
  readonly message: string;
  /** What to write instead. */
  readonly hint: string;
  /** For example `locations[2] "etl" › container_context.ecs.server_resources.cpu`. */
  readonly path: string;
}

/** Who can do something about an error. */
export type ErrorSource = "user" | "aws" | "github" | "internal";

/** An error that ends a run with a message for a person instead of a stack trace. */
export class ActionError extends Error {
  readonly code: string;
  readonly source: ErrorSource;
  readonly hint: string | undefined;
  /** The problems behind it, when it stands for several. */
  readonly problems: readonly Problem[];

  constructor(
    code: string,
    message: string,
    options: { source: ErrorSource; hint?: string; cause?: unknown; problems?: readonly Problem[] },
  ) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause });
    this.name = "ActionError";
    this.code = code;
    this.source = options.source;
    this.hint = options.hint;
    this.problems = options.problems ?? [];
  }
}

/** Message and hint of anything that can be thrown, as one text for a person. */
export function explainError(thrown: unknown): string {
  const hint = thrown instanceof ActionError ? thrown.hint : undefined;
  return hint === undefined ? messageOf(thrown) : `${messageOf(thrown)} ${hint}`;
}

/** The message of anything that can be thrown. */
export function messageOf(thrown: unknown): string {
  if (thrown instanceof Error) return thrown.message || thrown.name;
  return typeof thrown === "string" ? thrown : (JSON.stringify(thrown) ?? String(thrown));
}
