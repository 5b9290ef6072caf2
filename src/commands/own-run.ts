import { type RunMark, readRunMark, runTags } from "../model/run-order.ts";
import type { CommandContext } from "./context.ts";

/** This run's place among all runs; undefined on a terminal. */
export function ownRun({ event }: Pick<CommandContext, "event">): RunMark | undefined {
  return readRunMark(runTags(event));
}
