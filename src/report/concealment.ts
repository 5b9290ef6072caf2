import { FormIndex, type Redactor } from "./redact.ts";

/** A shorter text is too often part of a name that a report is about: it is hidden where it would be shown, not everywhere. */
const SHORTEST = 8;

/** What a run has learned that must not leave it: grows while it reads, and is taken out of everything it writes. */
export interface Concealment {
  /**
   * Hides texts from now on, unless one of the public texts has them. Gives those that were not hidden yet, line by
   * line, as a runner masks them: a mask for `{` alone would make a log unreadable.
   */
  hide(texts: Iterable<string>, publicTexts?: readonly string[]): readonly string[];
  readonly redact: Redactor;
}

/** Hides nothing yet. */
export function createConcealment(): Concealment {
  const forms = new FormIndex();
  return {
    hide(texts, publicTexts = []) {
      const added = [...texts]
        .map((text) => text.trim())
        .filter((text) => text.length >= SHORTEST && !publicTexts.some((known) => known.includes(text)))
        .filter((text) => forms.add(text));
      const lines = added.flatMap((text) => text.split(/\r\n|\r|\n/)).map((line) => line.trim());
      return [...new Set(lines.filter((line) => line.length >= SHORTEST))];
    },
    redact: (text) => forms.redact(text),
  };
}
