/** A word of a command before expansion: its pieces side by side. */
export type Word = readonly WordPart[];

/** `quoted` pieces are not split at blanks when they are expanded. */
export type WordPart =
  | { readonly kind: "text"; readonly text: string; readonly quoted: boolean }
  | { readonly kind: "variable"; readonly name: string; readonly quoted: boolean; readonly fallback?: Fallback }
  | { readonly kind: "substitution"; readonly script: Command; readonly quoted: boolean }
  /** An expansion that is not followed: arithmetic, cutting, replacing. */
  | { readonly kind: "unknown"; readonly quoted: boolean };

/** What stands behind the name in `${NAME:-word}`. */
export interface Fallback {
  readonly operator: "-" | "=" | "+" | "?";
  /** With a colon an empty value counts as none. */
  readonly colon: boolean;
  readonly word: Word;
}

/** A redirection. `here`: the target is the text itself. */
export interface Redirect {
  readonly descriptor: number;
  readonly kind: "write" | "append" | "read" | "here" | "duplicate";
  readonly target: Word;
}

export interface Assignment {
  readonly name: string;
  readonly value: Word;
  readonly appends: boolean;
}

export interface SimpleCommand {
  readonly kind: "simple";
  readonly assignments: readonly Assignment[];
  readonly words: readonly Word[];
  readonly redirects: readonly Redirect[];
}

/** One way through `if` or `case`; without a condition (`else`, a pattern) nothing is known of when it is taken. */
export interface Clause {
  readonly condition?: Command;
  readonly body: Command;
}

export type Command =
  | SimpleCommand
  | { readonly kind: "pipeline"; readonly commands: readonly Command[]; readonly negated: boolean }
  | { readonly kind: "list"; readonly items: readonly ListItem[] }
  | {
      readonly kind: "group";
      readonly body: Command;
      readonly isSubshell: boolean;
      readonly redirects: readonly Redirect[];
    }
  | {
      readonly kind: "if" | "case";
      readonly clauses: readonly Clause[];
      readonly redirects: readonly Redirect[];
    }
  | {
      readonly kind: "loop";
      readonly variable: string | undefined;
      readonly body: Command;
      readonly redirects: readonly Redirect[];
    }
  | { readonly kind: "function"; readonly name: string; readonly body: Command };

/** `connector`: how the command follows the one before it. */
export interface ListItem {
  readonly connector: "&&" | "||" | ";";
  readonly command: Command;
}

/** The text is no script this reader follows. The message never has anything of the text in it. */
export class ShellError extends Error {
  readonly kind: "syntax" | "too-complex";

  constructor(kind: "syntax" | "too-complex") {
    super(kind);
    this.name = "ShellError";
    this.kind = kind;
  }
}
