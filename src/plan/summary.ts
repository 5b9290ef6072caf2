import type { Plan, StepAction } from "../model/plan.ts";

/** How many steps there are of each action. */
export type PlanSummary = Readonly<Record<StepAction, number>>;

/** Counts the steps of a plan by action. */
export function summarizePlan(plan: Plan): PlanSummary {
  const counts: Record<StepAction, number> = {
    create: 0,
    update: 0,
    replace: 0,
    redeploy: 0,
    rollback: 0,
    delete: 0,
    none: 0,
    blocked: 0,
  };
  for (const { action } of plan.steps) counts[action] += 1;
  return counts;
}

/** True when a plan is not empty. A blocked step counts: what should exist does not. */
export function hasChanges(plan: Plan): boolean {
  return plan.steps.some(({ action }) => action !== "none");
}
