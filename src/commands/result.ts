import type { Contest } from "../apply/context.ts";
import type { Problem } from "../errors.ts";
import type { DesiredLocation } from "../model/desired.ts";
import type { JsonValue } from "../model/json.ts";
import type { LiveService } from "../model/live-state.ts";
import type { Outcome } from "../model/outcome.ts";
import type { Plan } from "../model/plan.ts";
import type { PreflightCheck } from "../model/preflight.ts";
import type { SourceText } from "../model/source-text.ts";

/** What the files say is wrong or doubtful, with the texts to show it in. */
export interface Findings {
  readonly problems: readonly Problem[];
  readonly sources: ReadonlyMap<string, SourceText>;
}

/** What a plan was made on. */
export interface PlannedBase {
  /** By name. */
  readonly services: ReadonlyMap<string, LiveService>;
  readonly replan: Contest["replan"];
  readonly findAbandoned?: NonNullable<Contest["findAbandoned"]>;
}

/** A plan with what it was made from. */
export interface PlannedRun {
  readonly plan: Plan;
  readonly preflight: readonly PreflightCheck[];
  readonly desired: readonly DesiredLocation[];
  /** Name of the Cloud Map namespace; host names end in it. */
  readonly namespaceName: string | undefined;
  /** Locations whose last rollout still goes on, or whose service lacks tasks. */
  readonly unfinished: ReadonlySet<string>;
  /** Locations whose service does not say by its fingerprint tag what it runs. */
  readonly unmarked: ReadonlySet<string>;
  /** ARNs of the Cloud Map services that exist, by location. */
  readonly registries: ReadonlyMap<string, string>;
  /** What the plan was made on, and how to make it anew; absent where nobody else's runs are looked at. */
  readonly base?: PlannedBase;
  /** Takes values that must not be shown out of a text. */
  readonly redact: (text: string) => string;
}

/** What was carried out, and how that ended. */
export interface CarriedOut {
  readonly run: PlannedRun;
  readonly outcome: Outcome;
}

/** How a command ended. The caller prints it, sets outputs and chooses the exit code. */
export type CommandResult =
  | { readonly kind: "invalid"; readonly findings: Findings }
  | { readonly kind: "validated"; readonly findings: Findings; readonly locations: number }
  | { readonly kind: "rendered"; readonly findings: Findings; readonly document: JsonValue }
  /** `failures`: what would stop an apply. */
  | {
      readonly kind: "planned";
      readonly findings: Findings;
      readonly run: PlannedRun;
      readonly failures: readonly string[];
    }
  /** Preflight or the plan itself forbids the apply: nothing was written. */
  | {
      readonly kind: "refused";
      readonly findings: Findings;
      readonly run: PlannedRun;
      readonly reasons: readonly string[];
    }
  | { readonly kind: "applied"; readonly findings: Findings; readonly run: PlannedRun; readonly outcome: Outcome }
  | {
      readonly kind: "removed";
      readonly findings: Findings;
      /** One for each branch deployment; where the pull request is gone, too, nobody can comment on it. */
      readonly removals: readonly (CarriedOut & { readonly pullRequestIsGone?: boolean })[];
      /** One sentence for each branch deployment of which nobody could say whether it may go. */
      readonly leftAlone: readonly string[];
      /** One sentence about the whole. */
      readonly message: string;
    }
  | { readonly kind: "nothing"; readonly message: string };
