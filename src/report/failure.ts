import { lastSegment } from "../model/arn.ts";
import type { FailureReport, LocationOutcome, StoppedTaskReport } from "../model/outcome.ts";
import { defuseWorkflowCommands, fencedBlock, inlineCode, renderProse, showInvisible } from "./escape.ts";
import { renderDetails } from "./markdown-blocks.ts";
import { type ConsoleStyle, makePaint } from "./paint.ts";
import { countOf, STATUSES, takeFirst } from "./wording.ts";

/** Tasks of one rollout mostly stop for the same reason. */
const MOST_TASKS = 3;
const MOST_EVENTS = 10;

/** Why a location failed, as a block of Markdown: the guess first, then the evidence. */
export function renderFailureMarkdown(outcome: LocationOutcome, mostLogLines: number): string {
  const { mark, word } = STATUSES[outcome.status];
  const head = [`### ${mark} ${inlineCode(outcome.location)} ${word}`, renderProse(outcome.message)];
  const { failure } = outcome;
  if (failure === undefined) return head.join("\n\n");
  const tasks = takeFirst(failure.stoppedTasks, MOST_TASKS);
  return [
    ...head,
    ...(failure.guess === undefined ? [] : [`**Likely cause:** ${renderProse(failure.guess)}`]),
    listFacts(failure)
      .map(([name, value, isCode]) => `- ${name}: ${isCode ? inlineCode(value) : renderProse(value)}`)
      .join("\n"),
    ...tasks.shown.map((task) => renderTask(task, mostLogLines)),
    ...(tasks.more > 0 ? [`… and ${countOf(tasks.more, "more stopped task", "more stopped tasks")}.`] : []),
    ...renderEvents(failure.events),
  ].join("\n\n");
}

/** The same block for a console. No line of it can be a workflow command. */
export function renderFailureText(outcome: LocationOutcome, style: ConsoleStyle): string {
  const paint = makePaint(style);
  const { failure } = outcome;
  const { word } = STATUSES[outcome.status];
  const lines = [
    `${paint.red("✗")} ${paint.bold(showInvisible(outcome.location))} ${paint.red(word)}`,
    `  ${showInvisible(outcome.message)}`,
  ];
  if (failure !== undefined) {
    if (failure.guess !== undefined) lines.push(`  ${paint.bold("Likely cause:")} ${showInvisible(failure.guess)}`);
    lines.push(...listFacts(failure).map(([name, value]) => `  ${name}: ${showInvisible(value)}`));
    lines.push(...failure.stoppedTasks.slice(0, MOST_TASKS).flatMap(listTaskText));
    const more = failure.stoppedTasks.length - MOST_TASKS;
    if (more > 0) lines.push(`  … and ${countOf(more, "more stopped task", "more stopped tasks")}`);
    if (failure.events.length > 0) lines.push("  Service events:");
    lines.push(...failure.events.slice(0, MOST_EVENTS).map((event) => `    ${showInvisible(event)}`));
  }
  return defuseWorkflowCommands(lines.join("\n"));
}

function listFacts(failure: FailureReport): readonly (readonly [name: string, value: string, isCode: boolean])[] {
  return [
    ["Phase", failure.phase, false],
    ["Image", failure.image, true],
    ["Task definition", lastSegment(failure.taskDefinitionArn), true],
    ["Service now", failure.leftState, false],
  ];
}

function renderTask(task: StoppedTaskReport, mostLogLines: number): string {
  const stopCode = task.stopCode === undefined ? "" : ` ${inlineCode(task.stopCode)}`;
  const reason = task.stoppedReason === undefined ? "" : `: ${renderProse(task.stoppedReason)}`;
  const blocks = [`**Stopped task** ${inlineCode(task.taskId)}${stopCode}${reason}`];
  for (const container of task.containers) {
    const why = container.reason === undefined ? "" : ` (${renderProse(container.reason)})`;
    blocks.push(
      `Container ${inlineCode(container.name)} ${describeExit(container.exitCode)}${why}${container.logLines.length > 0 ? "; its last log lines:" : "."}`,
    );
    if (container.logLines.length > 0)
      blocks.push(fencedBlock(container.logLines.slice(-mostLogLines).join("\n"), "text"));
  }
  return blocks.join("\n\n");
}

function listTaskText(task: StoppedTaskReport): readonly string[] {
  const stopCode = task.stopCode === undefined ? "" : ` ${task.stopCode}`;
  const reason = task.stoppedReason === undefined ? "" : `: ${task.stoppedReason}`;
  return [
    `  ${showInvisible(`Stopped task ${task.taskId}${stopCode}${reason}`)}`,
    ...task.containers.flatMap((container) => [
      `    ${showInvisible(`container ${container.name} ${describeExit(container.exitCode)}${container.reason === undefined ? "" : ` (${container.reason})`}`)}`,
      ...container.logLines.map((line) => `      | ${showInvisible(line, "\t")}`),
    ]),
  ];
}

function describeExit(exitCode: number | undefined): string {
  return exitCode === undefined ? "did not run" : `exited with code ${exitCode}`;
}

function renderEvents(events: readonly string[]): readonly string[] {
  if (events.length === 0) return [];
  const shown = events.slice(0, MOST_EVENTS);
  return [
    renderDetails(
      countOf(shown.length, "service event"),
      fencedBlock(shown.map((event) => showInvisible(event)).join("\n"), "text"),
    ),
  ];
}
