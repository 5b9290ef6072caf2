import type { EcsTask } from "../model/aws-shapes.ts";

/**
 * For so long the tasks must have run without a restart before success is said of a rollout without a health check:
 * ECS calls it completed a few seconds after the start, when a code server has not even imported its code.
 */
const STEADY_MS = 30_000;
/** However long the tasks lived that failed: a rollout is not held up longer. */
const LONGEST_STEADY_MS = 300_000;

/**
 * How many milliseconds tasks must have run without a restart to count as steady. `failed`: tasks of the rollout that
 * failed before; one that crashes after a minute has not worked when the next one has run for half of it.
 */
export function steadyAfter(failed: readonly EcsTask[]): number {
  const lives = failed.map(({ startedAt, stoppingAt, stoppedAt }) => {
    const end = stoppingAt ?? stoppedAt;
    return startedAt === undefined || end === undefined ? 0 : end.getTime() - startedAt.getTime();
  });
  return Math.min(LONGEST_STEADY_MS, Math.max(STEADY_MS, ...lives.map((life) => 2 * life)));
}
