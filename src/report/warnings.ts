import type { Problem } from "../errors.ts";
import type { Plan } from "../model/plan.ts";
import { nameFirst } from "./wording.ts";

/** A warning and where it comes from. */
export interface Warning {
  readonly text: string;
  /** What to write instead. */
  readonly hint?: string;
  /** For a warning of the configuration. */
  readonly place?: { readonly file: string; readonly line: number };
  /** For a warning of the plan: the locations that have it. */
  readonly locations: readonly string[];
}

/** All warnings of a plan and its configuration; the same one of several locations only once. */
export function collectWarnings(plan: Plan, problems: readonly Problem[]): readonly Warning[] {
  const locationsByText = new Map<string, string[]>();
  for (const step of plan.steps) {
    for (const text of new Set(step.warnings))
      locationsByText.set(text, [...(locationsByText.get(text) ?? []), step.location]);
  }
  return [
    ...Array.from(locationsByText, ([text, locations]) => ({ text, locations })),
    ...problems.map((problem) => ({
      text: problem.message,
      hint: problem.hint,
      place: { file: problem.file, line: problem.line },
      locations: [],
    })),
  ];
}

/** Names that the title of an annotation can hold. */
const MOST_NAMES = 5;

/** The warnings of a plan as annotations, without a place: GitHub shows ten, so the same one is there only once. */
export function warningAnnotations(
  plan: Plan,
): readonly { readonly level: "warning"; readonly title: string; readonly message: string }[] {
  return collectWarnings(plan, []).map(({ text, locations }) => ({
    level: "warning",
    title: nameFirst(locations, MOST_NAMES),
    message: text,
  }));
}
