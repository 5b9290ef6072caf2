import { defuseWorkflowCommands, showInvisible } from "./escape.ts";
import { countOf, describeDuration, nameFirst } from "./wording.ts";

/** A location whose end is waited for. */
export interface WaitingFor {
  readonly location: string;
  /** What it is at, for example `0 of 1 tasks running, 1 starting`. */
  readonly progress: string;
}

/** Names that a line can hold. */
const MOST_NAMES = 4;

/**
 * One line that says what is being waited for, since when in seconds, for example
 * `25 s: waiting for 2 code locations: etl, web (0 of 1 tasks running)`.
 */
export function renderWaiting(waiting: readonly WaitingFor[], seconds: number): string {
  const byProgress = new Map<string, string[]>();
  for (const { location, progress } of waiting)
    byProgress.set(progress, [...(byProgress.get(progress) ?? []), location]);
  const groups = Array.from(byProgress, ([progress, names]) => `${nameFirst(names, MOST_NAMES)} (${progress})`);
  const count = waiting.length === 1 ? "" : `${countOf(waiting.length, "code location")}: `;
  return defuseWorkflowCommands(
    showInvisible(`${describeDuration(seconds)}: waiting for ${count}${groups.join("; ")}`),
  );
}
