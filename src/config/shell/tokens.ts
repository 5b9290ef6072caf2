import type { Source } from "./source.ts";
import { type Redirect, ShellError, type Word } from "./syntax.ts";
import { readHeredocText, readWord } from "./words.ts";

const BLANK = /(?:[ \t\r]|\\\r?\n)+/y;
const COMMENT = /#[^\n]*/y;
const RESERVED =
  /(?:if|then|elif|else|fi|for|select|while|until|do|done|case|esac|function|\[\[|[{}!])(?=[\s;&|<>()]|$)/y;
const REDIRECT = /(\d*)(<<<|<<-|<<|<&|<>|<|>>|>&|>\||>)|(&>>|&>)/y;
/** What separates commands without a meaning of its own: not `&&`, `&>` or the `;;` of `case`. */
const SEPARATOR = /;(?!;)|&(?![&>])/y;

interface OpenHeredoc {
  readonly delimiter: string;
  readonly expands: boolean;
  readonly stripsTabs: boolean;
  readonly fill: (body: Word) => void;
}

/** What stands between the words of a script: blanks, reserved words, redirections and the texts of heredocs. */
export class Tokens {
  readonly #source: Source;
  #heredocs: OpenHeredoc[] = [];

  constructor(source: Source) {
    this.#source = source;
  }

  /** Takes words whose meaning is not followed. */
  readWords(): void {
    do this.skipBlanks();
    while (readWord(this.#source).length > 0);
  }

  /** All redirections here. */
  readRedirects(): readonly Redirect[] {
    const redirects: Redirect[] = [];
    for (;;) {
      this.skipBlanks();
      const redirect = this.readRedirect();
      if (!redirect) return redirects;
      redirects.push(redirect);
    }
  }

  readRedirect(): Redirect | undefined {
    const found = this.#source.match(REDIRECT);
    if (!found) return undefined;
    const operator = found[2] ?? found[3] ?? "";
    const descriptor = found[1] ? Number(found[1]) : operator.startsWith("<") ? 0 : 1;
    this.skipBlanks();
    const target = readWord(this.#source);
    if (target.length === 0) throw new ShellError("syntax");
    switch (operator) {
      case "<<":
      case "<<-":
        return this.#openHeredoc(descriptor, target, operator === "<<-");
      case "<<<":
        return { descriptor, kind: "here", target: [...target, { kind: "text", text: "\n", quoted: true }] };
      case "<":
      case "<>":
        return { descriptor, kind: "read", target };
      case "<&":
        return { descriptor, kind: "duplicate", target };
      case ">&":
        // With anything but a descriptor behind it, it means the same as `&>`.
        return { descriptor, kind: /^(?:\d+|-)$/.test(plainTextOf(target) ?? "1") ? "duplicate" : "write", target };
      default:
        return { descriptor, kind: operator.includes(">>") ? "append" : "write", target };
    }
  }

  #openHeredoc(descriptor: number, delimiter: Word, stripsTabs: boolean): Redirect {
    const expands = delimiter.every((part) => part.kind === "text" && !part.quoted);
    const text = plainTextOf(delimiter);
    if (text === undefined) throw new ShellError("syntax");
    // The text follows on the next lines; the redirect is part of the command before they are read.
    const target: Word[number][] = [];
    this.#heredocs.push({ delimiter: text, expands, stripsTabs, fill: (body) => target.push(...body) });
    return { descriptor, kind: "here", target };
  }

  #fillHeredocs(): void {
    const open = this.#heredocs;
    this.#heredocs = [];
    for (const { delimiter, expands, stripsTabs, fill } of open) {
      const lines: string[] = [];
      while (!this.#source.done) {
        const found = this.#source.match(/[^\n]*\n?/y)?.[0] ?? "";
        const line = stripsTabs ? found.replace(/^\t+/, "") : found;
        if (line.replace(/\r?\n$/, "") === delimiter) break;
        lines.push(line);
      }
      const body = lines.join("");
      fill(expands ? readHeredocText(this.#source.inner(body)) : [{ kind: "text", text: body, quoted: true }]);
    }
  }

  skipBlanks(): void {
    this.#source.match(BLANK);
    this.#source.match(COMMENT);
  }

  /** Takes everything up to the next command. */
  skipNewlines(): void {
    for (;;) {
      this.skipBlanks();
      if (this.#source.match(/\n/y)) this.#fillHeredocs();
      else if (!this.#source.match(SEPARATOR)) return;
    }
  }

  /** The reserved word at the cursor, if there is one. */
  peekReserved(): string | undefined {
    const { at } = this.#source;
    const found = this.#source.match(RESERVED);
    this.#source.at = at;
    return found?.[0];
  }

  takeReserved(word: string): boolean {
    const isThere = this.peekReserved() === word;
    if (isThere) this.#source.expect(word);
    return isThere;
  }

  expectReserved(word: string): void {
    if (!this.takeReserved(word)) throw new ShellError("syntax");
  }
}

/** The text of a word that has nothing to expand. */
export function plainTextOf(word: Word): string | undefined {
  return word.every((part) => part.kind === "text") ? word.map(({ text }) => text).join("") : undefined;
}
