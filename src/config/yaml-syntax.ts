import type { YAMLError } from "yaml";
import type { Finding } from "./report.ts";

/** What to try for each kind of syntax error; the parser's own messages name no remedy. */
const HINTS: Partial<Record<YAMLError["code"], string>> = {
  BAD_INDENT: "Give entries of the same list or mapping the same indentation, and close every bracket.",
  TAB_AS_INDENT: "Indent with spaces; YAML does not allow tabs.",
  BLOCK_AS_IMPLICIT_KEY:
    'Put quotes around a value that contains ": ", or indent the nested keys on lines of their own.',
  BLOCK_IN_FLOW: 'Between "{" and "}" separate entries with commas, and put quotes around a value that contains ": ".',
  BAD_SCALAR_START: "Put quotes around the value.",
  MISSING_CHAR: 'Check that every quote and bracket is closed and every key is followed by ": ".',
  MULTILINE_IMPLICIT_KEY: 'Check the lines above: a key must be on one line and be followed by ": ".',
  UNEXPECTED_TOKEN: "Check the indentation and the quotes of this line and the one above.",
  RESOURCE_EXHAUSTION: "Write plain lists and mappings, a few levels deep.",
};

/** A YAML syntax error in the words of a problem. `line` is the text of the line it is on. */
export function explainYamlError(error: YAMLError, line: string): Finding {
  const placeholder = /<[A-Za-z][^<>]*>/.exec(line)?.[0];
  const message =
    error.code === "RESOURCE_EXHAUSTION" ? "values are nested too deeply" : error.message.replace(/\.?$/, "");
  return {
    code: "yaml-syntax",
    message: `This is not valid YAML: ${message.charAt(0).toLowerCase()}${message.slice(1)}.`,
    hint: placeholder
      ? `Replace the placeholder ${placeholder} by your own configuration.`
      : (HINTS[error.code] ?? "Check the indentation, the quotes and the brackets of this line and the one above."),
  };
}
