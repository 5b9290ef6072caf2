/** Characters of a value that are shown: an image with its digest and an ARN are shorter. */
const MOST_OF_VALUE = 160;
/** Names that are listed. */
const MOST_IN_LIST = 20;
/** Characters of a whole message, hint or path. */
const MOST_OF_SENTENCE = 1_500;

/** A value as a text for people shows it: cut when it is long, with its length. */
export function clipText(text: string): string {
  return text.length <= MOST_OF_VALUE ? text : `${startOf(text, MOST_OF_VALUE)} ${lengthOf(text)}`;
}

/** `clipText` between double quotes, with what cannot be printed escaped. */
export function quoteText(text: string): string {
  if (text.length <= MOST_OF_VALUE) return JSON.stringify(text);
  return `${JSON.stringify(startOf(text, MOST_OF_VALUE))} ${lengthOf(text)}`;
}

/** Names in a row, as a sentence lists them: a person needs no more than some. */
export function listTexts(texts: readonly string[]): string {
  const shown = texts.slice(0, MOST_IN_LIST).map(clipText).join(", ");
  return texts.length <= MOST_IN_LIST ? shown : `${shown} and ${texts.length - MOST_IN_LIST} more`;
}

/** A whole sentence that has many values in it, or one that nobody cut. */
export function clipSentence(text: string): string {
  return text.length <= MOST_OF_SENTENCE ? text : `${startOf(text, MOST_OF_SENTENCE)} ${lengthOf(text)}`;
}

/** Not between the two halves of a character outside the basic plane. */
function startOf(text: string, most: number): string {
  return `${text.slice(0, most).replace(/[\ud800-\udbff]$/, "")}…`;
}

function lengthOf(text: string): string {
  return `(${text.length} characters)`;
}
