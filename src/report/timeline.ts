import type { LocationOutcome, OutcomePhase } from "../model/outcome.ts";
import { fencedBlock } from "./escape.ts";
import { countOf, STATUSES } from "./wording.ts";

/** More rows are no picture any more. */
const MOST_LOCATIONS = 40;
const LONGEST_NAME = 40;
/** The chart counts hours, minutes and seconds from 0. */
const LONGEST_TOTAL_MS = 24 * 60 * 60 * 1_000;

/** What a location is at, in words that fit into a chart. */
export const PHASE_WORDS: Readonly<Record<OutcomePhase["name"], string>> = {
  prepare: "prepare",
  "task-start": "tasks start",
  "health-check": "health check",
  completion: "settle",
  rollback: "roll back",
  removal: "remove",
};

type Timed = LocationOutcome & { readonly phases: readonly OutcomePhase[] };

/**
 * When the parts of a rollout happened, as a Gantt chart of Mermaid, which GitHub draws in a job summary
 * (https://mermaid.js.org/syntax/gantt.html); empty where nothing took any time. Of many locations those that failed and
 * those that took longest.
 */
export function renderTimeline(locations: readonly LocationOutcome[]): string {
  const timed = locations.filter((location): location is Timed => (location.phases ?? []).length > 0);
  const start = Math.min(...timed.flatMap(({ phases }) => phases.map(({ from }) => from)));
  const end = Math.max(...timed.flatMap(({ phases }) => phases.map(({ to }) => to)));
  if (timed.length === 0 || end - start < 1_000 || end - start >= LONGEST_TOTAL_MS) return "";
  const chosen = new Set([...timed].sort(byWeight).slice(0, MOST_LOCATIONS));
  const shown = timed.filter((location) => chosen.has(location));
  const isLong = end - start >= 60 * 60 * 1_000;
  const lines = [
    "gantt",
    "    dateFormat HH:mm:ss",
    `    axisFormat ${isLong ? "%H:%M:%S" : "%M:%S"}`,
    "    todayMarker off",
    ...shown.flatMap((location) => renderLocation(location, start)),
  ];
  const which =
    chosen.size < timed.length ? `, the ${countOf(chosen.size, "longest", "longest")} of ${timed.length}` : "";
  const unit = isLong ? "hours, minutes and seconds" : "minutes and seconds";
  return `**Timeline** (${unit} from the first step${which})\n\n${fencedBlock(lines.join("\n"), "mermaid")}`;
}

/** From the first step to the last, in seconds; undefined where nothing took any time. */
export function totalDuration(locations: readonly LocationOutcome[]): number | undefined {
  const phases = locations.flatMap((location) => location.phases ?? []);
  if (phases.length === 0) return undefined;
  return (Math.max(...phases.map(({ to }) => to)) - Math.min(...phases.map(({ from }) => from))) / 1_000;
}

function byWeight(one: Timed, other: Timed): number {
  const bad = ({ status }: Timed): number => Number(STATUSES[status].bad);
  return bad(other) - bad(one) || (other.duration ?? 0) - (one.duration ?? 0);
}

function renderLocation({ location, status, phases }: Timed, start: number): readonly string[] {
  // What is over in the same second is no bar.
  const bars = phases.filter(({ from, to }) => secondsOf(to - start) > secondsOf(from - start));
  const tasks = bars.map(({ name, from, to }, index) => {
    const isBad = name === "rollback" || (STATUSES[status].bad && index === bars.length - 1);
    const state = isBad ? "crit" : name === "prepare" ? "done" : "active";
    const seconds = secondsOf(to - start) - secondsOf(from - start);
    return `    ${PHASE_WORDS[name]} :${state}, ${formatTime(secondsOf(from - start))}, ${seconds}s`;
  });
  return tasks.length === 0 ? [] : [`    section ${safeLabel(location)}`, ...tasks];
}

/** Letters, digits and a few signs: nothing that Mermaid, or the Markdown around it, could read as its own. */
function safeLabel(name: string): string {
  const safe = name.replace(/[^\p{L}\p{N}_.-]+/gu, " ").trim();
  const short = Array.from(safe).slice(0, LONGEST_NAME).join("").trim();
  return short === "" ? "code location" : short;
}

function secondsOf(milliseconds: number): number {
  return Math.round(milliseconds / 1_000);
}

function formatTime(seconds: number): string {
  const parts = [Math.floor(seconds / 3_600), Math.floor(seconds / 60) % 60, seconds % 60];
  return parts.map((part) => String(part).padStart(2, "0")).join(":");
}
