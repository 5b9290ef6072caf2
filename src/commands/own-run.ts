import type { ApplyInput } from "../apply/context.ts";
import { compareRuns, type RunMark, readRunMark, runTags } from "../model/run-order.ts";
import { isHalfWritten } from "../plan/downgrade.ts";
import type { CommandContext } from "./context.ts";
import type { PlannedRun } from "./result.ts";

/** This run's place among all runs; undefined on a terminal. */
export function ownRun({ event }: Pick<CommandContext, "event">): RunMark | undefined {
  return readRunMark(runTags(event));
}

/** How this run stands to others; nothing for one without a place among them, and for one that may overwrite any. */
export function contestOf(run: PlannedRun, context: CommandContext): Pick<ApplyInput, "contest"> {
  const own = ownRun(context);
  if (own === undefined || run.base === undefined || context.inputs.allowDowngrade) return {};
  const { services, ...again } = run.base;
  const rivalSeen = [...services.values()].some((service) => {
    const mark = isHalfWritten(service) ? readRunMark(service.tags) : undefined;
    return mark !== undefined && compareRuns(mark, own) < 0;
  });
  return { contest: { own, rivalSeen, ...again } };
}
