import type { LocationOutcome, OutcomeStatus } from "../model/outcome.ts";
import type { Impact, Plan, Step, StepAction } from "../model/plan.ts";

/** How an action is written: a sign for the console, a mark for Markdown, and words. */
export interface ActionWords {
  readonly sign: string;
  readonly mark: string;
  readonly word: string;
  /** After a count, as in `3 to create`. */
  readonly counted: string;
  /** When it has been done. */
  readonly done: string;
}

/** In the order in which counts are told. */
export const ACTIONS: Readonly<Record<StepAction, ActionWords>> = {
  create: { sign: "+", mark: "🟢", word: "create", counted: "to create", done: "created" },
  update: { sign: "~", mark: "🟡", word: "update", counted: "to update", done: "updated" },
  replace: { sign: "±", mark: "🟠", word: "replace", counted: "to replace", done: "replaced" },
  redeploy: { sign: "↻", mark: "🔵", word: "redeploy", counted: "to redeploy", done: "redeployed" },
  rollback: { sign: "↶", mark: "🟣", word: "rollback", counted: "to put back", done: "put back" },
  delete: { sign: "-", mark: "🔴", word: "delete", counted: "to delete", done: "deleted" },
  blocked: { sign: "!", mark: "⛔", word: "blocked", counted: "blocked", done: "not touched" },
  none: { sign: "=", mark: "⚪", word: "unchanged", counted: "unchanged", done: "unchanged" },
};

/** How a step ended, in the order in which counts are told. */
export const STATUSES: Readonly<
  Record<OutcomeStatus, { readonly mark: string; readonly word: string; readonly bad: boolean }>
> = {
  failed: { mark: "❌", word: "failed", bad: true },
  "rolled-back": { mark: "❌", word: "rolled back", bad: true },
  blocked: { mark: "⛔", word: "blocked", bad: true },
  superseded: { mark: "⏭️", word: "superseded by a newer run", bad: true },
  skipped: { mark: "⏭️", word: "not begun", bad: true },
  succeeded: { mark: "✅", word: "succeeded", bad: false },
  started: { mark: "🔵", word: "started, not watched", bad: false },
  unchanged: { mark: "⚪", word: "unchanged", bad: false },
};

/** The consequence of a change for the code server. */
export function describeImpact(impact: Impact, action: StepAction): string {
  if (action === "create") return "new code server";
  switch (impact) {
    case "none":
      return action === "blocked" ? "not touched" : "none";
    case "in-place":
      return "no restart";
    case "rollout":
      return "rolling restart";
    case "downtime":
      return "downtime";
    case "removal":
      return "code server removed";
  }
}

/** True for what a reviewer must see before anything else. */
export function isDangerous(step: Step): boolean {
  return (
    step.action === "delete" || step.action === "replace" || step.impact === "downtime" || step.impact === "removal"
  );
}

/** `1 code location`, `2 code locations`. */
export function countOf(count: number, one: string, several = `${one}s`): string {
  return `${count} ${count === 1 ? one : several}`;
}

/** `a`, `a and b`, `a, b and c`. */
export function listWords(words: readonly string[]): string {
  return words.join(", ").replace(/, ([^,]+)$/, " and $1");
}

/** One sentence about a plan, for example `3 to create, 1 to update, 12 unchanged.` */
export function describeVerdict(plan: Plan): string {
  const total = plan.steps.length;
  if (total === 0) return "No changes. No code location was selected.";
  const counts = countBy(plan.steps.map((step) => step.action));
  if (counts.get("none") === total) {
    return total === 1
      ? "No changes. The code location is as configured."
      : `No changes. All ${total} code locations are as configured.`;
  }
  return `${listCounts(ACTIONS, counts, (action) => ACTIONS[action].counted)}.`;
}

/** One sentence about an outcome, for example `1 failed, 3 succeeded, 12 unchanged.` */
export function describeOutcomeVerdict(locations: readonly LocationOutcome[]): string {
  if (locations.length === 0) return "Nothing was done. No code location was selected.";
  const counts = countBy(locations.map((location) => location.status));
  if (counts.get("unchanged") === locations.length) return "Nothing to do. Every code location is as configured.";
  return `${listCounts(STATUSES, counts, (status) => STATUSES[status].word)}.`;
}

function countBy<Key>(keys: readonly Key[]): ReadonlyMap<Key, number> {
  const counts = new Map<Key, number>();
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  return counts;
}

function listCounts<Key extends string>(
  order: Readonly<Record<Key, unknown>>,
  counts: ReadonlyMap<Key, number>,
  wordFor: (key: Key) => string,
): string {
  return (Object.keys(order) as Key[])
    .filter((key) => counts.has(key))
    .map((key) => `${counts.get(key)} ${wordFor(key)}`)
    .join(", ");
}

/** Seconds as people say them: `8 s`, `1 min 12 s`, `2 h 5 min`. */
export function describeDuration(seconds: number): string {
  const whole = Math.max(0, Math.round(seconds));
  if (whole < 60) return `${whole} s`;
  const minutes = Math.floor(whole / 60);
  if (minutes < 60) return whole % 60 === 0 ? `${minutes} min` : `${minutes} min ${whole % 60} s`;
  return `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}

/** The first items of a list that is too long to be read, and how many there are more. */
export function takeFirst<Item>(
  items: readonly Item[],
  count: number,
): { readonly shown: readonly Item[]; readonly more: number } {
  return items.length <= count
    ? { shown: items, more: 0 }
    : { shown: items.slice(0, count), more: items.length - count };
}

/** The first names of many, for example `etl, web and 3 more`. */
export function nameFirst(names: readonly string[], count: number): string {
  const { shown, more } = takeFirst(names, count);
  return `${shown.join(", ")}${more > 0 ? ` and ${more} more` : ""}`;
}
