import type { Problem, Severity } from "../errors.ts";
import { type CommentMarker, renderCommentMarker } from "../model/comment-marker.ts";
import { lineAround, type SourceText } from "../model/source-text.ts";
import { compareCodePoints } from "../model/text-order.ts";
import { defuseWorkflowCommands, renderProseCell, showInvisible, showInvisibleInLines } from "./escape.ts";
import { renderTable } from "./markdown-blocks.ts";
import { type ReportOrigin, renderOrigin, renderPlace } from "./origin.ts";
import { type ConsoleStyle, makePaint, type Paint } from "./paint.ts";
import { COMMENT_LIMIT, SUMMARY_LIMIT } from "./plan-input.ts";
import { fitSections } from "./sections.ts";
import { countOf, takeFirst } from "./wording.ts";

/** A message at a line of a file, in the shape of the `Io` port. */
export interface ProblemAnnotation {
  readonly level: Severity;
  readonly title: string;
  readonly message: string;
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

/** GitHub shows ten errors and ten warnings of a step. */
const MOST_ANNOTATIONS = 10;
/** Problems that the last annotation of a level lists. */
const MOST_IN_ANNOTATION = 30;
/** Width of a source line on the console; longer ones are cut around the place. */
const SOURCE_WIDTH = 110;

/** Errors first, then in the order of the files. */
export function orderProblems(problems: readonly Problem[]): readonly Problem[] {
  return [...problems].sort(
    (one, other) =>
      Number(one.severity === "warning") - Number(other.severity === "warning") ||
      compareCodePoints(one.file, other.file) ||
      one.line - other.line ||
      one.column - other.column ||
      compareCodePoints(one.code, other.code),
  );
}

/** One sentence of counts, for example `2 errors, 1 warning`. */
export function describeProblems(problems: readonly Problem[]): string {
  const errors = problems.filter((problem) => problem.severity === "error").length;
  const warnings = problems.length - errors;
  if (problems.length === 0) return "No problems";
  return [
    ...(errors > 0 ? [countOf(errors, "error")] : []),
    ...(warnings > 0 ? [countOf(warnings, "warning")] : []),
  ].join(", ");
}

/** All problems for a console, each with its source line and a caret where the text of the file is given. */
export function renderProblemsConsole(
  problems: readonly Problem[],
  style: ConsoleStyle,
  sources: ReadonlyMap<string, SourceText> = new Map(),
): string {
  const paint = makePaint(style);
  const blocks = orderProblems(problems).map((problem) => renderProblem(problem, sources.get(problem.file), paint));
  return defuseWorkflowCommands([...blocks, paint.bold(`${describeProblems(problems)}.`)].join("\n\n"));
}

function renderProblem(problem: Problem, source: SourceText | undefined, paint: Paint): string {
  const color = problem.severity === "error" ? paint.red : paint.yellow;
  const place = showInvisible(`${problem.file}:${problem.line}:${problem.column}`);
  const line = source && lineAround(source, problem.line, problem.column);
  return [
    `${color(problem.severity)} ${paint.bold(place)} ${paint.dim(showInvisible(problem.code))}`,
    ...(line === undefined ? [] : renderSource(line, problem.line, color, paint)),
    `  ${showInvisible(problem.message)}`,
    ...(problem.path === "" ? [] : [paint.dim(`  at ${showInvisible(problem.path)}`)]),
    ...(problem.hint === "" ? [] : [`  ${paint.cyan("hint:")} ${showInvisible(problem.hint)}`]),
  ].join("\n");
}

function renderSource(
  { before, after }: { readonly before: string; readonly after: string },
  line: number,
  color: (text: string) => string,
  paint: Paint,
): readonly string[] {
  const show = (text: string): string => showInvisible(text.replaceAll("\t", " "));
  const start = Math.max(0, before.length - SOURCE_WIDTH / 2);
  const left = `${start > 0 ? "…" : ""}${show(before.slice(start))}`;
  const end = SOURCE_WIDTH - (before.length - start);
  const right = `${show(after.slice(0, end))}${after.length > end ? "…" : ""}`;
  const gutter = ` ${line} | `;
  return [
    `${paint.dim(gutter)}${left}${right}`,
    `${paint.dim(`${" ".repeat(gutter.length - 2)}| `)}${" ".repeat(widthOf(left))}${color("^")}`,
  ];
}

/** Characters that take two columns of a terminal (Unicode Standard Annex 11: wide and fullwidth), and those that take none. */
const WIDE =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]|\p{Emoji_Presentation}/u;
const WITHOUT_WIDTH = /\p{Mn}|\p{Me}/u;

/** Columns of a terminal. */
function widthOf(text: string): number {
  let width = 0;
  for (const character of text) width += WITHOUT_WIDTH.test(character) ? 0 : WIDE.test(character) ? 2 : 1;
  return width;
}

/** All problems for the job summary, within `limit` bytes; each with a link to its line where `origin` says which. */
export function renderProblemsMarkdown(
  problems: readonly Problem[],
  origin: ReportOrigin = {},
  limit: number = SUMMARY_LIMIT,
): string {
  const ordered = orderProblems(problems);
  const mark = ordered.some((problem) => problem.severity === "error") ? "❌" : ordered.length > 0 ? "⚠️" : "✅";
  const from = renderOrigin(origin);
  const head = `## ${mark} Configuration: ${describeProblems(problems)}${from.length === 0 ? "" : `\n\n${from.join(" · ")}`}`;
  if (ordered.length === 0) return `${head}\n`;
  const variants = [5_000, 500, 100, 20].map((most) => renderProblemTable(ordered, origin, most));
  return `${fitSections(
    [
      { importance: 0, variants: [head] },
      { importance: 0, variants },
    ],
    limit - 1,
    () => "",
  )}\n`;
}

/** All problems as a comment on a pull request, in place of the plan that cannot be made. */
export function renderProblemsComment(
  problems: readonly Problem[],
  marker: CommentMarker,
  origin: ReportOrigin = {},
): string {
  const head = renderCommentMarker(marker);
  return `${head}\n${renderProblemsMarkdown(problems, origin, COMMENT_LIMIT - Buffer.byteLength(head, "utf8") - 1)}`;
}

function renderProblemTable(problems: readonly Problem[], origin: ReportOrigin, most: number): string {
  const { shown, more } = takeFirst(problems, most);
  const table = renderTable(
    ["", "Where", "What is wrong, and what to write"],
    shown.map((problem) => [
      problem.severity === "error" ? "❌" : "⚠️",
      `${renderPlace(problem.file, problem.line, origin)}<br>${renderProseCell(problem.path)}`,
      // In one column: two of them beside a long path would be cut off at the page's edge.
      `${renderProseCell(problem.message)}<br>→ ${renderProseCell(problem.hint)}`,
    ]),
  );
  return more === 0
    ? table
    : `${table}\n\n… and ${countOf(more, "more problem", "more problems")}; the log of this step has them all.`;
}

/**
 * Problems as annotations: at most ten errors and ten warnings, the most important ones; when there are more, the
 * tenth lists the rest.
 */
export function problemAnnotations(problems: readonly Problem[]): readonly ProblemAnnotation[] {
  const ordered = orderProblems(problems);
  return (["error", "warning"] as const).flatMap((level) =>
    annotateLevel(ordered.filter((problem) => problem.severity === level)),
  );
}

function annotateLevel(problems: readonly Problem[]): readonly ProblemAnnotation[] {
  if (problems.length <= MOST_ANNOTATIONS) return problems.map(annotate);
  const single = problems.slice(0, MOST_ANNOTATIONS - 1).map(annotate);
  const rest = problems.slice(MOST_ANNOTATIONS - 1);
  const [first] = rest.map(annotate);
  if (first === undefined) return single;
  const title = first.level === "error" ? `${rest.length} more errors` : `${rest.length} more warnings`;
  const { shown, more } = takeFirst(rest, MOST_IN_ANNOTATION);
  const lines = shown.map((problem) => `${problem.file}:${problem.line}:${problem.column} ${problem.message}`);
  const end = more === 0 ? [] : [`… and ${more} more; the log of this step has them all.`];
  return [...single, { ...first, title, message: showInvisibleInLines([...lines, ...end].join("\n")) }];
}

function annotate(problem: Problem): ProblemAnnotation {
  const { severity, file, line, column, message, hint, path, code } = problem;
  const lines = [`${message} ${hint}`.trim(), ...(path === "" ? [] : [`at ${path}`])];
  return {
    level: severity,
    title: showInvisible(code),
    message: lines.map((text) => showInvisible(text)).join("\n"),
    file,
    line,
    column,
  };
}
