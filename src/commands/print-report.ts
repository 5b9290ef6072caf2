import type { Io } from "../ports.ts";
import type { ConsoleParts } from "../report/console-parts.ts";
import { outcomeConsoleParts } from "../report/outcome-console.ts";
import type { OutcomeReportInput } from "../report/outcome-markdown.ts";
import { planConsoleParts } from "../report/plan-console.ts";
import type { PlanReportInput } from "../report/plan-input.ts";
import { renderProblemsConsole } from "../report/problems.ts";
import type { Findings } from "./result.ts";

/** The runner's console does not show colours well in annotations, but does in the log. */
const STYLE = { colors: false };

/** Prints what is wrong with the files or doubtful, with the lines; nothing where nothing is. */
export function printFindings({ problems, sources }: Findings, io: Io): void {
  if (problems.length > 0) io.info(renderProblemsConsole(problems, STYLE, sources));
}

/** Prints a plan, the changes of each location folded. */
export function printPlan(input: PlanReportInput, io: Io): void {
  print(planConsoleParts(input, STYLE), io);
}

/** Prints how an apply ended, the times of each location folded; nothing where nothing was to be done, as its plan has said. */
export function printOutcome(input: OutcomeReportInput, io: Io): void {
  const { locations } = input.outcome;
  if (locations.length > 0 && locations.every(({ status }) => status === "unchanged")) return;
  print(outcomeConsoleParts(input, STYLE), io);
}

function print({ before, groups, after }: ConsoleParts, io: Io): void {
  if (before !== "") io.info(`${before}\n`);
  for (const { title, lines } of groups) io.group(title, lines);
  io.info(groups.length === 0 ? after : `\n${after}`);
}
