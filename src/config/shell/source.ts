import { type Command, ShellError } from "./syntax.ts";

/** No command a person wrote is nested like this; deeper ones would exhaust the stack. */
const MAX_DEPTH = 40;

/** Text of a script with a place in it. Every method that needs more text than there is throws a ShellError. */
export class Source {
  readonly text: string;
  at = 0;
  readonly #parse: (source: Source) => Command;
  #depth: number;

  /** `parse` reads a list of commands from a source, up to what cannot be part of it. */
  constructor(text: string, parse: (source: Source) => Command, depth = 0) {
    this.text = text;
    this.#parse = parse;
    this.#depth = depth;
  }

  get done(): boolean {
    return this.at >= this.text.length;
  }

  peek(): string {
    return this.text.charAt(this.at);
  }

  startsWith(text: string): boolean {
    return this.text.startsWith(text, this.at);
  }

  take(): string {
    const character = this.peek();
    if (character === "") throw new ShellError("syntax");
    this.at += 1;
    return character;
  }

  expect(text: string): void {
    if (!this.startsWith(text)) throw new ShellError("syntax");
    this.at += text.length;
  }

  /** Takes what a sticky pattern finds here. */
  match(pattern: RegExp): RegExpExecArray | undefined {
    pattern.lastIndex = this.at;
    const found = pattern.exec(this.text) ?? undefined;
    if (found) this.at += found[0].length;
    return found;
  }

  /** The text up to this one, which is taken too. */
  takeUntil(end: string): string {
    const index = this.text.indexOf(end, this.at);
    if (index === -1) throw new ShellError("syntax");
    const text = this.text.slice(this.at, index);
    this.at = index + end.length;
    return text;
  }

  /** Takes everything from an opening bracket to the one that closes it. */
  skipNested(open: string, close: string): void {
    let depth = 0;
    do {
      const character = this.take();
      if (character === "\\") this.take();
      else if (character === open) depth += 1;
      else if (character === close) depth -= 1;
    } while (depth > 0);
  }

  /** Reads something that can contain itself. */
  nest<Result>(read: () => Result): Result {
    this.#depth += 1;
    if (this.#depth > MAX_DEPTH) throw new ShellError("too-complex");
    const result = read();
    this.#depth -= 1;
    return result;
  }

  /** The commands from here to what cannot be part of them. */
  parseRest(): Command {
    return this.nest(() => this.#parse(this));
  }

  /** Another text, inside this one. */
  inner(text: string): Source {
    return this.nest(() => new Source(text, this.#parse, this.#depth));
  }

  /** The commands of another text, inside this one. */
  parse(text: string): Command {
    const inner = this.inner(text);
    const command = inner.parseRest();
    if (!inner.done) throw new ShellError("syntax");
    return command;
  }
}
