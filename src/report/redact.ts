import { HIDDEN_PLACEHOLDER } from "../model/environment.ts";

/** Shorter texts are too likely to be part of ordinary words. */
const SHORTEST = 4;
/** A line of a longer text: logs show such texts line by line. */
const SHORTEST_LINE = 8;

/**
 * The last line of defence for text we did not write (messages of AWS, log lines): every hidden text in it
 * is replaced. Texts of fewer than four characters are left alone.
 */
export function redactText(text: string, hiddenTexts: readonly string[]): string {
  return expandHiddenTexts(hiddenTexts).reduce((rest, hidden) => rest.replaceAll(hidden, HIDDEN_PLACEHOLDER), text);
}

// A hidden text also as JSON would write it, and its lines; the longest first, since one may contain another.
function expandHiddenTexts(hiddenTexts: readonly string[]): readonly string[] {
  const forms = new Set<string>();
  for (const text of hiddenTexts) {
    const trimmed = text.trim();
    if (trimmed.length < SHORTEST) continue;
    forms.add(trimmed);
    forms.add(JSON.stringify(trimmed).slice(1, -1));
    for (const line of trimmed.split(/\r?\n/)) if (line.trim().length >= SHORTEST_LINE) forms.add(line.trim());
  }
  return [...forms].sort((one, other) => other.length - one.length);
}
