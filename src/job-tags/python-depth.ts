/** Python's own limit for brackets in brackets (MAXLEVEL of its tokenizer). */
const MOST_BRACKETS = 200;

/** Comments and strings, in which brackets mean nothing, and brackets. */
const TOKENS =
  /#[^\n]*|'''(?:[^\\]|\\[\s\S])*?'''|"""(?:[^\\]|\\[\s\S])*?"""|'(?:[^\\\n']|\\[\s\S])*'|"(?:[^\\\n"]|\\[\s\S])*"|[([{]|[)\]}]/g;

/**
 * Whether Python refuses the text for the depth of its brackets. The parser takes time that grows with the square of
 * the depth, and from a certain depth on builds trees that cannot be walked.
 */
export function isTooDeep(text: string): boolean {
  let depth = 0;
  for (const [token] of text.matchAll(TOKENS)) {
    if ("([{".includes(token)) depth += 1;
    else if (")]}".includes(token)) depth = Math.max(0, depth - 1);
    if (depth > MOST_BRACKETS) return true;
  }
  return false;
}
