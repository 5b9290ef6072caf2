import type { TasksVerdict } from "./task-health.ts";

/** What a rollout waits for: its tasks to run, to be HEALTHY where that is checked, ECS to call it completed. */
export type RolloutPhase = "task-start" | "health-check" | "completion";

/** How long a rollout may take. Milliseconds. */
export interface RolloutLimits {
  /** `ecs_timeout`: until the tasks run. */
  readonly taskStart: number;
  /** `server_process_startup_timeout`: from there until they are HEALTHY. */
  readonly healthCheck: number;
  /** `wait-timeout-minutes`: the whole rollout, instead of the two. */
  readonly total?: number;
}

/** Where a rollout stands. Times are in milliseconds since the epoch. */
export interface PhaseState {
  readonly phase: RolloutPhase;
  readonly since: number;
  /** True once the tasks have run: one that starts over has no time of its own any more. */
  readonly hasRun: boolean;
}

/**
 * Old tasks may take their `stopTimeout` to end (120 seconds at most on Fargate, ContainerDefinition API), and ECS a
 * moment to notice: a rollout whose tasks run is not given up before that.
 */
const COMPLETION_MS = 180_000;

/** A rollout that has just begun. */
export function firstPhase(begunAt: number): PhaseState {
  return { phase: "task-start", since: begunAt, hasRun: false };
}

/** Where it stands after a look. `tasks`: what the tasks themselves said, when they were looked at. */
export function nextPhase(
  state: PhaseState,
  look: { readonly allRunning: boolean; readonly isChecked: boolean; readonly tasks: TasksVerdict | undefined },
  now: number,
): PhaseState {
  const phase = phaseOf(state, look);
  return {
    phase,
    since: phase === state.phase ? state.since : now,
    hasRun: state.hasRun || phase !== "task-start",
  };
}

function phaseOf(state: PhaseState, { allRunning, isChecked, tasks }: Parameters<typeof nextPhase>[1]): RolloutPhase {
  if (tasks?.kind === "not-running" || !allRunning) return "task-start";
  if (!isChecked || tasks?.kind === "running") return "completion";
  if (tasks?.kind === "unhealthy") return "health-check";
  return state.phase === "task-start" ? "health-check" : state.phase;
}

/** When the phase has taken too long. */
export function phaseDeadline({ phase, since, hasRun }: PhaseState, limits: RolloutLimits, begunAt: number): number {
  if (limits.total !== undefined) return begunAt + limits.total;
  const all = begunAt + limits.taskStart + limits.healthCheck;
  switch (phase) {
    case "task-start":
      return hasRun ? all : begunAt + limits.taskStart;
    case "health-check":
      return since + limits.healthCheck;
    case "completion":
      return Math.max(all, since + COMPLETION_MS);
  }
}

/** What a rollout is at, as a report names it. */
export function describePhase({ phase, hasRun }: PhaseState): string {
  switch (phase) {
    case "task-start":
      return hasRun ? "keeping the tasks running" : "starting the tasks (pulling the image included)";
    case "health-check":
      return "waiting for the tasks to be HEALTHY";
    case "completion":
      return "waiting for ECS to complete the deployment";
  }
}

/** What ran out, how far the rollout had come, and which setting gives it more time. */
export function describeTimeout(state: PhaseState, limits: RolloutLimits, begunAt: number, progress: string): string {
  const { bound, raise } = boundOf(state, limits, begunAt);
  switch (state.phase) {
    case "task-start":
      return state.hasRun
        ? `the tasks did not stay up: after ${bound} ${progress}`
        : `the tasks did not start within ${bound}: ${progress}. ${raise} if pulling the image or placing the task takes longer.`;
    case "health-check":
      return `the tasks started, but were not HEALTHY within ${bound}: ${progress}. ${raise} if the code takes longer to load.`;
    case "completion":
      return `the tasks run, but ECS did not complete the deployment within ${bound}: ${progress}. ${raise} if replacing the tasks takes longer.`;
  }
}

function boundOf(
  state: PhaseState,
  limits: RolloutLimits,
  begunAt: number,
): { readonly bound: string; readonly raise: string } {
  if (limits.total !== undefined) {
    return { bound: describeTotal(limits.total), raise: "Raise `wait-timeout-minutes`" };
  }
  if (state.phase === "task-start" && !state.hasRun) {
    return { bound: `${limits.taskStart / 1_000} seconds (\`ecs_timeout\`)`, raise: "Raise `ecs_timeout`" };
  }
  if (state.phase === "health-check") {
    const setting = "`server_process_startup_timeout`";
    return { bound: `${limits.healthCheck / 1_000} seconds (${setting})`, raise: `Raise ${setting}` };
  }
  const seconds = Math.round((phaseDeadline(state, limits, begunAt) - begunAt) / 1_000);
  return {
    bound: `${seconds} seconds (\`ecs_timeout\` and \`server_process_startup_timeout\`)`,
    raise: "Raise `ecs_timeout`, or set `wait-timeout-minutes`,",
  };
}

/** `wait-timeout-minutes`, for people. */
export function describeTotal(milliseconds: number): string {
  const minutes = milliseconds / 60_000;
  return `${minutes} ${minutes === 1 ? "minute" : "minutes"} (\`wait-timeout-minutes\`)`;
}
