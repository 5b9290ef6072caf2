import { type Document, parseAllDocuments, type YAMLError } from "yaml";
import { scanForSecrets } from "../model/secret-scan.ts";
import type { TextSpan } from "../model/secret-text.ts";
import { makeSourceText, plainSource } from "../model/source-text.ts";
import type { Located } from "./located.ts";
import type { Finding, Report } from "./report.ts";
import { FILE_PATH, TreeBuilder } from "./tree-builder.ts";
import { findYamlSecrets } from "./yaml-secrets.ts";
import { explainYamlError } from "./yaml-syntax.ts";
import { type ConfigFile, decodeText, makePlaceFinder, type PlaceFinder } from "./yaml-text.ts";

/** One mistake makes a YAML reader stumble over the next lines: more than these tell nothing new. */
const MAX_SYNTAX_ERRORS = 3;

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
  const documents = parseDocuments(decoded.text);
  if (!Array.isArray(documents)) {
    note(scanForSecrets(decoded.text));
    return refuse(0, documents);
  }
  const errors = documents.flatMap(({ errors }) => errors);
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
    reportSyntaxErrors(decoded.text, errors, places, report);
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
  const tree = new TreeBuilder(places, report, secrets.nodes).build(document.contents, { depth: 0 });
  return report.errorCount > errorsBefore ? undefined : tree;
}

function parseDocuments(text: string): Document.Parsed[] | Finding {
  try {
    // Scalars stay text here: PyYAML's meaning of them is decided in yaml-scalar.ts.
    const documents = parseAllDocuments(text, {
      schema: "failsafe",
      version: "1.1",
      uniqueKeys: false,
      prettyErrors: false,
      logLevel: "silent",
    });
    return Array.from(documents);
  } catch {
    return {
      code: "yaml-too-deep",
      message: "The file is too deeply nested to be read.",
      hint: "Write plain lists and mappings, a few levels deep.",
    };
  }
}

function reportSyntaxErrors(text: string, errors: readonly YAMLError[], places: PlaceFinder, report: Report): void {
  const lines = new Set<number>();
  for (const error of errors) {
    const at = places.at(error.pos[0]);
    if (lines.has(at.line) || lines.size === MAX_SYNTAX_ERRORS) continue;
    lines.add(at.line);
    report.add(at, FILE_PATH, explainYamlError(error, text.split("\n")[at.line - 1] ?? ""));
  }
}
