import { HIDDEN_PLACEHOLDER } from "../model/environment.ts";
import { joinSpans, type TextSpan } from "../model/secret-text.ts";
import { formsOf } from "./hidden-forms.ts";

/** Shorter forms are found only as they are: with something between their characters they would be ordinary words. */
const SHORTEST_DIVIDED = 8;
/** A form that is cut off is told by this many characters. */
const SHORTEST_CUT = 12;
/** Forms are looked up by so many of their first characters. */
const KEY_LENGTH = 4;
/** What a reader does not see, an escape adds, or a line that was wrapped has in it. */
const DIVIDERS = /[ \t]*[\r\n][ \t\r\n]*|[\p{Cf}\p{Cc}\\]+/gu;
/** What stands where a text was cut. */
const CUT = /^(?:$|…|\.{3}|[\r\n])/;

/** Takes hidden texts out of a text. */
export type Redactor = (text: string) => string;

/**
 * The last line of defence for text we did not write (messages of AWS, log lines): every hidden text in it is
 * replaced, also one that is encoded, wrapped over lines, or cut off. Texts of fewer than four characters are left
 * alone.
 */
export function redactText(text: string, hiddenTexts: readonly string[]): string {
  return createRedactor(hiddenTexts)(text);
}

/** `redactText` for many texts: what is hidden is prepared once. */
export function createRedactor(hiddenTexts: Iterable<string>): Redactor {
  const forms = new FormIndex();
  for (const text of new Set(hiddenTexts)) forms.add(text);
  return (text) => forms.redact(text);
}

/** Forms by their first characters: the time to search a text does not grow with the number of what is hidden. */
export class FormIndex {
  readonly #byStart = new Map<string, string[]>();
  readonly #known = new Set<string>();
  /** As they were written, from their first to their last visible character. */
  readonly #written = new Set<string>();
  /** Those with too few visible characters to be looked up. */
  readonly #bleak: string[] = [];

  /** False when the text was there already. */
  add(text: string): boolean {
    const before = this.#written.size;
    for (const form of formsOf(text)) {
      const bare = form.replace(DIVIDERS, "");
      if (bare.length < KEY_LENGTH && !this.#written.has(form)) this.#bleak.push(form);
      this.#written.add(bare.length < KEY_LENGTH ? form : trimDividers(form));
      if (bare.length < KEY_LENGTH || this.#known.has(bare)) continue;
      this.#known.add(bare);
      const key = bare.slice(0, KEY_LENGTH);
      this.#byStart.set(
        key,
        [...(this.#byStart.get(key) ?? []), bare].sort((a, b) => b.length - a.length),
      );
    }
    return this.#written.size > before;
  }

  redact(text: string): string {
    if (this.#written.size === 0) return text;
    const found = this.#find(text);
    let shown = "";
    let from = 0;
    for (const { start, end } of found) {
      shown += text.slice(from, start) + HIDDEN_PLACEHOLDER;
      from = end;
    }
    return this.#bleak.reduce((rest, form) => rest.replaceAll(form, HIDDEN_PLACEHOLDER), shown + text.slice(from));
  }

  #find(text: string): readonly TextSpan[] {
    const { bare, offsets } = stripDividers(text);
    const spans: TextSpan[] = [];
    for (let at = 0; at + KEY_LENGTH <= bare.length; at += 1) {
      for (const form of this.#byStart.get(bare.slice(at, at + KEY_LENGTH)) ?? []) {
        const length = matchedLength(bare, at, form);
        if (length === 0) continue;
        const span = { start: offsets(at), end: offsets(at + length - 1) + 1 };
        if (length < SHORTEST_DIVIDED && !this.#written.has(text.slice(span.start, span.end))) continue;
        if (length < form.length && !CUT.test(text.slice(span.end, span.end + 3))) continue;
        spans.push(span);
        break;
      }
    }
    return joinSpans(spans);
  }
}

function trimDividers(form: string): string {
  const { bare, offsets } = stripDividers(form);
  return form.slice(offsets(0), offsets(bare.length - 1) + 1);
}

/** Characters of the form that stand there: all of them, or enough to know it; else 0. */
function matchedLength(text: string, at: number, form: string): number {
  if (text.startsWith(form, at)) return form.length;
  if (form.length <= SHORTEST_CUT || !text.startsWith(form.slice(0, SHORTEST_CUT), at)) return 0;
  let length = SHORTEST_CUT;
  while (length < form.length && text[at + length] === form[length]) length += 1;
  return length;
}

/** The text without dividers, and where each of its characters stood. */
function stripDividers(text: string): { readonly bare: string; readonly offsets: (index: number) => number } {
  const pieces: { readonly index: number; readonly start: number }[] = [{ index: 0, start: 0 }];
  let bare = "";
  let from = 0;
  for (const { 0: divider, index } of text.matchAll(DIVIDERS)) {
    bare += text.slice(from, index);
    from = index + divider.length;
    pieces.push({ index: bare.length, start: from });
  }
  bare += text.slice(from);
  const offsets = (index: number): number => {
    let low = 0;
    let high = pieces.length - 1;
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      if ((pieces[middle]?.index ?? 0) <= index) low = middle;
      else high = middle - 1;
    }
    const piece = pieces[low] ?? { index: 0, start: 0 };
    return piece.start + index - piece.index;
  };
  return { bare, offsets };
}
