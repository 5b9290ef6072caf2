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
    ...(failure.notes ?? []).map(renderProse),
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
    lines.push(...(failure.notes ?? []).map((note) => `  ${showInvisible(note)}`));
    if (failure.events.length > 0) lines.push("  Service events, the newest first:");
    lines.push(...failure.events.slice(0, MOST_EVENTS).map((event) => `    ${showInvisible(event)}`));
  }
  return defuseWorkflowCommands(lines.join("\n"));
}

type Container = StoppedTaskReport["containers"][number];

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
  const alike = task.alike === undefined ? "" : ` (${describeAlike(task.alike)})`;
  const blocks = [`**${nameTask(task)}** ${inlineCode(task.taskId)}${stopCode}${reason}${alike}`];
  for (const container of task.containers) {
    const log = container.logLines.length > 0 ? "; its last log lines:" : renderProse(describeMissingLog(container));
    blocks.push(
      `Container ${inlineCode(container.name)} ${describeExit(container)}${renderReason(container, task)}${log}`,
    );
    if (container.logLines.length > 0)
      blocks.push(fencedBlock(container.logLines.slice(-mostLogLines).join("\n"), "text"));
  }
  return blocks.join("\n\n");
}

function renderReason({ reason }: Container, task: StoppedTaskReport): string {
  return reason === undefined || reason === task.stoppedReason ? "" : ` (${renderProse(reason)})`;
}

function listTaskText(task: StoppedTaskReport): readonly string[] {
  const stopCode = task.stopCode === undefined ? "" : ` ${task.stopCode}`;
  const reason = task.stoppedReason === undefined ? "" : `: ${task.stoppedReason}`;
  const alike = task.alike === undefined ? "" : ` (${describeAlike(task.alike)})`;
  return [
    `  ${showInvisible(`${nameTask(task)} ${task.taskId}${stopCode}${reason}${alike}`)}`,
    ...task.containers.flatMap((container) => [
      `    ${showInvisible(describeContainer(container, task))}`,
      ...listLog(container),
    ]),
  ];
}

function describeContainer(container: Container, task: StoppedTaskReport): string {
  const { name, reason } = container;
  // What the task says of itself need not be said of its container once more.
  const why = reason === undefined || reason === task.stoppedReason ? "" : ` (${reason})`;
  const log = container.logLines.length > 0 ? "" : describeMissingLog(container);
  return `container ${name} ${describeExit(container)}${why}${log}`;
}

function listLog({ logLines }: Container): readonly string[] {
  return logLines.map((line) => `      | ${showInvisible(line, "\t")}`);
}

function describeMissingLog({ logProblem }: Container): string {
  return logProblem === undefined ? "." : `; ${logProblem}.`;
}

function describeAlike(count: number): string {
  return `and ${countOf(count, "more task", "more tasks")} in the same way`;
}

function describeExit({ exitCode, state }: Container): string {
  if (exitCode !== undefined) return `exited with code ${exitCode}`;
  return state === undefined ? "did not run" : `is ${state}`;
}

function nameTask({ lastStatus }: StoppedTaskReport): string {
  return lastStatus === undefined ? "Stopped task" : `Task that is ${lastStatus}`;
}

function renderEvents(events: readonly string[]): readonly string[] {
  if (events.length === 0) return [];
  const shown = events.slice(0, MOST_EVENTS);
  return [
    renderDetails(
      `${countOf(shown.length, "service event")}, the newest first`,
      fencedBlock(shown.map((event) => showInvisible(event)).join("\n"), "text"),
    ),
  ];
}
