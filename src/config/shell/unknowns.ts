import { ShellError } from "./syntax.ts";

/** Why a text is not known: what only the running container has, or what the reader does not follow. */
export type UnknownSource =
  | { readonly kind: "secret" | "variable"; readonly name: string }
  | { readonly kind: "output" | "condition" | "loop" };

const FIRST = 0xe000;
const LAST = 0xf8ff;
const MARK = /[\ue000-\uf8ff]/;
const MARKS = /[\ue000-\uf8ff]/g;

/**
 * Stand-ins for texts that are not known. Each is one character of Unicode's private use area, so it passes through
 * quoting, splitting and nested scripts like any letter.
 */
export class Unknowns {
  readonly #sources: UnknownSource[] = [];
  readonly #marks = new Map<string, string>();

  /** The same stand-in for the same source. */
  mark(source: UnknownSource): string {
    const key = JSON.stringify(source);
    const known = this.#marks.get(key);
    if (known !== undefined) return known;
    if (FIRST + this.#sources.length > LAST) throw new ShellError("too-complex");
    const mark = String.fromCharCode(FIRST + this.#sources.length);
    this.#sources.push(source);
    this.#marks.set(key, mark);
    return mark;
  }

  /** What a character stands for; undefined when it is an ordinary one. */
  sourceOf(character: string): UnknownSource | undefined {
    return this.#sources[character.charCodeAt(0) - FIRST];
  }
}

/** The first stand-in in a text. */
export function findMark(text: string): string | undefined {
  return MARK.exec(text)?.[0];
}

/** A text from outside, in which nothing may look like a stand-in. */
export function withoutMarks(text: string): string {
  return text.replace(MARKS, "\ufffd");
}
