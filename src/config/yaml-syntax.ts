import { CST, type YAMLError } from "yaml";
import type { Finding } from "./report.ts";
import { makeLexer } from "./yaml-lexer.ts";

/** What to try for each kind of syntax error; the parser's own messages name no remedy. */
const HINTS: Partial<Record<YAMLError["code"], string>> = {
  BAD_INDENT: "Give entries of the same list or mapping the same indentation, and close every bracket.",
  TAB_AS_INDENT: "Use spaces instead: YAML allows tabs only between quotes and in comments.",
  BLOCK_AS_IMPLICIT_KEY:
    'Put quotes around a value that contains ": ", or indent the nested keys on lines of their own.',
  BLOCK_IN_FLOW: 'Between "{" and "}" separate entries with commas, and put quotes around a value that contains ": ".',
  BAD_SCALAR_START: "Put quotes around the value.",
  MISSING_CHAR: 'Check that every quote and bracket is closed and every key is followed by ": ".',
  MULTILINE_IMPLICIT_KEY: 'Check the lines above: a key must be on one line and be followed by ": ".',
  UNEXPECTED_TOKEN: "Check the indentation and the quotes of this line and the one above.",
  RESOURCE_EXHAUSTION: "Write plain lists and mappings, a few levels deep.",
};

/** Braces that YAML reads as its own, and statements of Jinja. */
const TEMPLATE = /\{%|\{\{|\$\{|<%/;
/** What to do with a file that is a template still. */
export const TEMPLATE_HINT =
  "This looks like a line of a template: have it filled in before the file is read, and put what stays in braces between quotes.";

/** A YAML syntax error in the words of a problem. `line` is the text of the line it is on. */
export function explainYamlError(error: YAMLError, line: string): Finding {
  const placeholder = /<[A-Za-z][^<>]*>/.exec(line)?.[0];
  const message =
    error.code === "RESOURCE_EXHAUSTION"
      ? "values are nested too deeply"
      : // Some of the parser's messages end in a piece of the file, however long it is and whatever it holds.
        error.message.replace(/(?<=\S): .*$/s, "").replace(/\.?$/, "");
  return {
    code: "yaml-syntax",
    message: `This is not valid YAML: ${message.charAt(0).toLowerCase()}${message.slice(1)}.`,
    hint: placeholder
      ? `Replace the placeholder ${placeholder} by your own configuration.`
      : TEMPLATE.test(line)
        ? TEMPLATE_HINT
        : (HINTS[error.code] ?? "Check the indentation, the quotes and the brackets of this line and the one above."),
  };
}

/**
 * Offsets of the tabs that PyYAML refuses: outside quotes, comments and blocks of text it knows only spaces. One for
 * each line.
 */
export function findRefusedTabs(text: string): readonly number[] {
  if (!text.includes("\t")) return [];
  const found: number[] = [];
  for (const { lexeme, offset, kind } of lexemesOf(text)) {
    const tab = kind === "space" || kind === "plain" ? lexeme.indexOf("\t") : -1;
    if (tab !== -1) found.push(offset + tab);
  }
  return found;
}

interface PlacedLexeme {
  readonly lexeme: string;
  readonly offset: number;
  /** `plain` and `block` are scalars without quotes. */
  readonly kind: NonNullable<ReturnType<typeof CST.tokenType>> | "plain" | "block" | "unknown";
}

function* lexemesOf(text: string): Generator<PlacedLexeme, void> {
  let offset = 0;
  let previous = "";
  let header = false;
  for (const lexeme of makeLexer().lex(text)) {
    const isScalar = previous === CST.SCALAR;
    const kind = isScalar ? (header ? "block" : "plain") : (CST.tokenType(lexeme) ?? "unknown");
    const isMark = !isScalar && [CST.SCALAR, CST.DOCUMENT, CST.FLOW_END].includes(lexeme);
    if (!isMark) yield { lexeme, offset, kind };
    if (!isMark) offset += lexeme.length;
    if (isScalar) header = false;
    else if (kind === "block-scalar-header") header = true;
    previous = isScalar ? "" : lexeme;
  }
}

/** Offset of the last tag before a place of a text that can be parsed: the parser tells only where the value behind it is. */
export function findTagBefore(text: string, place: number): number | undefined {
  let found: number | undefined;
  for (const { offset, kind } of lexemesOf(text)) {
    if (offset > place) break;
    if (kind === "tag") found = offset;
  }
  return found;
}
