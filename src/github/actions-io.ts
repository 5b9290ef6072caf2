import { isAbsolute, relative, sep } from "node:path";
import * as core from "@actions/core";
import { messageOf } from "../errors.ts";
import type { Annotation, Io } from "../ports.ts";

/** What the runner's console needs to know. */
export interface ActionsIoOptions {
  /** Absolute path of the checkout: files in annotations are relative to it. */
  readonly workspace: string;
  /** Makes a text harmless to the runner, which reads commands from the console. */
  readonly defuse: (text: string) => string;
}

/** GitHub shows this many annotations of each level for a step. */
const MOST_ANNOTATIONS = 10;
/** Bytes that GitHub accepts as a step's summary; a larger one is refused as a whole. */
const SUMMARY_LIMIT = 1_048_576;
const EMITTERS = { error: core.error, warning: core.warning, notice: core.notice };

/** Shorter texts are parts of ordinary words; masking them would make the log unreadable. */
const SHORTEST_MASK = 4;

/** The step's console, annotations, outputs and summary, through the runner's commands and files. */
export function createActionsIo({ workspace, defuse }: ActionsIoOptions): Io {
  const annotated = { error: 0, warning: 0, notice: 0 };
  let summaryBytes = 0;
  const info = (text: string): void => core.info(defuse(text));
  return {
    info,
    debug: (text) => core.debug(text),
    group(title, lines) {
      core.startGroup(title);
      for (const line of lines) info(line);
      core.endGroup();
    },
    annotate(annotation) {
      annotated[annotation.level] += 1;
      // Beyond the limit GitHub would not show it, but the log still does.
      if (annotated[annotation.level] > MOST_ANNOTATIONS) info(describeAnnotation(annotation, workspace));
      else emitAnnotation(annotation, workspace);
    },
    setOutput: (name, value) => core.setOutput(name, value),
    async writeSummary(markdown) {
      // Without an empty line between them, the next part would go on with a table or with HTML.
      const text = `${summaryBytes === 0 ? "" : "\n"}${markdown}${markdown.endsWith("\n") ? "" : "\n"}`;
      const bytes = Buffer.byteLength(text, "utf8");
      if (summaryBytes + bytes > SUMMARY_LIMIT)
        return info("The job summary has no room left for this part of the report.");
      summaryBytes += bytes;
      try {
        await core.summary.addRaw(text).write();
      } catch (thrown) {
        // A report must not decide how a run ends; runners without job summaries exist.
        core.summary.emptyBuffer();
        info(`The job summary could not be written: ${messageOf(thrown)}`);
      }
    },
    mask(text) {
      if (text.trim().length >= SHORTEST_MASK) core.setSecret(text);
    },
  };
}

function emitAnnotation(annotation: Annotation, workspace: string): void {
  const { level, title, message, file, line, column } = annotation;
  const properties: core.AnnotationProperties = {
    title,
    ...(file !== undefined && { file: relativeTo(workspace, file) }),
    ...(line !== undefined && { startLine: line }),
    ...(column !== undefined && { startColumn: column }),
  };
  EMITTERS[level](message, properties);
}

function describeAnnotation({ level, title, message, file, line, column }: Annotation, workspace: string): string {
  const place =
    file === undefined
      ? ""
      : `${[relativeTo(workspace, file), line, column].filter((part) => part !== undefined).join(":")} `;
  return `${level}: ${place}${title}: ${message}`;
}

// GitHub finds the line in the diff only by a path relative to the checkout, with slashes.
function relativeTo(workspace: string, file: string): string {
  return (isAbsolute(file) ? relative(workspace, file) : file).replaceAll(sep, "/");
}
