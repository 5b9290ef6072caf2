import type { Problem } from "../errors.ts";
import type { Plan } from "../model/plan.ts";
import type { PreflightCheck } from "../model/preflight.ts";
import type { ReportOrigin } from "./origin.ts";

/** What a report of a plan is made of. */
export interface PlanReportInput extends ReportOrigin {
  readonly plan: Plan;
  readonly preflight: readonly PreflightCheck[];
  /** Warnings of the configuration. */
  readonly problems: readonly Problem[];
  /** For an apply that was refused before it wrote anything: one sentence per reason. */
  readonly refusedBecause?: readonly string[];
  /** Replaces ``Dagster code locations: plan for `prod` ``. */
  readonly title?: string;
}

/** Size of a job summary that GitHub accepts, in bytes. */
export const SUMMARY_LIMIT = 1_048_576;
/** Size of a comment that GitHub accepts, in characters. */
export const COMMENT_LIMIT = 65_536;
