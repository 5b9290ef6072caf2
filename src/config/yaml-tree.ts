import {
  Composer,
  type CST,
  type Document,
  Parser,
  parseAllDocuments,
  visit,
  type YAMLError,
  YAMLParseError,
} from "yaml";
import { scanForSecrets } from "../model/secret-scan.ts";
import type { TextSpan } from "../model/secret-text.ts";
import { makeSourceText, plainSource } from "../model/source-text.ts";
import type { Located } from "./located.ts";
import type { Finding, Report } from "./report.ts";
import { FILE_PATH, TreeBuilder } from "./tree-builder.ts";
import { makeLexer } from "./yaml-lexer.ts";
import { findYamlSecrets } from "./yaml-secrets.ts";
import { explainYamlError, findRefusedTabs } from "./yaml-syntax.ts";
import { type ConfigFile, decodeText, makePlaceFinder, type PlaceFinder, unifyLineEnds } from "./yaml-text.ts";

/** One mistake makes a YAML reader stumble over the next lines: more than these tell nothing new. */
const MAX_SYNTAX_ERRORS = 3;

// Scalars stay text here: PyYAML's meaning of them is decided in yaml-scalar.ts.
const OPTIONS = {
  schema: "failsafe",
  version: "1.1",
  uniqueKeys: false,
  prettyErrors: false,
  logLevel: "silent",
} as const;

/**
 * Reads the one YAML document of a file as Dagster does (PyYAML's safe loader). What is wrong goes to the
 * report; undefined when the file gives nothing to look at further.
 */
export function readYaml(file: ConfigFile, report: Report): Located | undefined {
  const decoded = decodeText(file);
  if ("finding" in decoded) {
    report.noteSource(file.path, plainSource(decoded.lossyText));
    report.add(makePlaceFinder(file.path, decoded.lossyText).at(decoded.offset), FILE_PATH, decoded.finding);
    return undefined;
  }
  const places = makePlaceFinder(file.path, decoded.text);
  const note = (hidden: readonly TextSpan[]): void => {
    report.noteSource(file.path, makeSourceText(decoded.text, places.lineStarts, hidden));
  };
  const refuse = (offset: number, finding: Finding): undefined => {
    report.add(places.at(offset), FILE_PATH, finding);
  };
  if (decoded.encoding !== "utf-8") {
    report.add(places.at(0), FILE_PATH, {
      code: "utf-16",
      severity: "warning",
      message:
        "The file is UTF-16, which a YAML reader knows by its first two bytes, but Dagster opens its files as UTF-8.",
      hint: "Save the file as UTF-8.",
    });
  }
  const text = unifyLineEnds(decoded.text);
  const documents = parseDocuments(text, decoded.text);
  if (!Array.isArray(documents)) {
    note(scanForSecrets(decoded.text));
    return refuse(0, documents);
  }
  const errors = [...documents.flatMap(({ errors }) => errors).filter(isRefusedByPyYaml), ...tabErrors(text)];
  const secrets = findYamlSecrets(documents, decoded.text);
  note(errors.length === 0 ? secrets.spans : [...secrets.spans, ...scanForSecrets(decoded.text)]);
  const [document, second] = documents;
  if (!document?.contents) {
    return refuse(0, {
      code: "empty-file",
      message: "The file has no content.",
      hint: "Describe the configuration in it, or correct the input that names the file.",
    });
  }
  if (errors.length > 0) {
    reportSyntaxErrors(text, errors, places, report);
    return undefined;
  }
  if (second) {
    return refuse(second.range[0], {
      code: "several-documents",
      message: "The file has several YAML documents; Dagster reads files with one.",
      hint: 'Remove the lines that are just "---", or split the file.',
    });
  }
  const errorsBefore = report.errorCount;
  const tree = new TreeBuilder({ places, text, secrets: secrets.nodes }, report).build(document.contents, { depth: 0 });
  return report.errorCount > errorsBefore ? undefined : tree;
}

function parseDocuments(text: string, written: string): Document.Parsed[] | Finding {
  try {
    // The package's own way is faster; it refuses some of what PyYAML takes.
    const strict = Array.from(parseAllDocuments(text, OPTIONS));
    const documents = strict.some(({ errors }) => errors.length > 0) ? parse(text) : strict;
    const kept = keepSeparators(documents, text, written);
    return kept === text ? documents : parse(kept);
  } catch {
    return {
      code: "yaml-too-deep",
      message: "The file is too deeply nested to be read.",
      hint: "Write plain lists and mappings, a few levels deep.",
    };
  }
}

function parse(text: string): Document.Parsed[] {
  return Array.from(new Composer(OPTIONS).compose(tokensOf(text)));
}

function* tokensOf(text: string): Generator<CST.Token, void> {
  const parser = new Parser();
  for (const lexeme of makeLexer().lex(text)) yield* parser.next(lexeme);
  yield* parser.end();
}

/** Between quotes, the separators of Unicode are part of the text, as in PyYAML. */
function keepSeparators(documents: readonly Document.Parsed[], text: string, written: string): string {
  if (!/[\u2028\u2029]/.test(written)) return text;
  let kept = text;
  for (const document of documents) {
    visit(document, {
      Scalar(_, { range, type }) {
        if (!range || (type !== "QUOTE_DOUBLE" && type !== "QUOTE_SINGLE")) return;
        const [start, end] = range;
        const inside = written.slice(start, end).replace(/\r(?!\n)|\u0085/g, "\n");
        kept = kept.slice(0, start) + inside + kept.slice(end);
      },
    });
  }
  return kept;
}

/** A comment need not be separated from quotes and brackets before it. */
function isRefusedByPyYaml({ message }: YAMLError): boolean {
  return !/^Comments must be separated/.test(message);
}

function tabErrors(text: string): readonly YAMLError[] {
  return findRefusedTabs(text).map(
    (offset) => new YAMLParseError([offset, offset + 1], "TAB_AS_INDENT", "A tab stands where only spaces may stand"),
  );
}

/** The parser may point at the indentation of what is wrong. */
function spacesAt(text: string, offset: number): number {
  const [spaces = ""] = /^ {1,200}(?=[^ \n])/.exec(text.slice(offset, offset + 300)) ?? [];
  return spaces.length;
}

function reportSyntaxErrors(text: string, errors: readonly YAMLError[], places: PlaceFinder, report: Report): void {
  const lines = new Set<number>();
  for (const error of errors.toSorted((left, right) => left.pos[0] - right.pos[0])) {
    const at = places.at(error.pos[0] + spacesAt(text, error.pos[0]));
    if (lines.has(at.line) || lines.size === MAX_SYNTAX_ERRORS) continue;
    lines.add(at.line);
    report.add(at, FILE_PATH, explainYamlError(error, text.split("\n")[at.line - 1] ?? ""));
  }
}
