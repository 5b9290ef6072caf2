import type { AttemptFailure } from "./attempt-failure.ts";

/** What may be tried again. */
export type RetryableFailure = Exclude<AttemptFailure["kind"], "final">;

/**
 * Attempts for one call, the first one included. Where AWS answered or may have, they last for about a minute; a host
 * that does not exist will not exist soon.
 */
const MOST_ATTEMPTS: Readonly<Record<RetryableFailure, number>> = {
  throttled: 12,
  passing: 12,
  unanswered: 12,
  unreachable: 5,
  "clock-corrected": 3,
};

/** Milliseconds, the upper end of the first wait; it doubles with each attempt. */
const FIRST_WAIT: Readonly<Record<RetryableFailure, number>> = {
  throttled: 500,
  passing: 500,
  unanswered: 200,
  unreachable: 200,
  "clock-corrected": 0,
};
const LONGEST_WAIT = 20_000;
/** A service that asks for more is left alone for this long, then asked again. */
const LONGEST_RETRY_AFTER = 60_000;

/**
 * What a run may spend on trying again: an outage must not make each of a thousand calls wait for a minute. Each
 * success earns back what a retry costs, so a run whose calls fail less often than they succeed is never short of it.
 * Being throttled costs little: AWS is there, and the pace slows down by itself.
 */
const BUDGET = 500;
const COST: Readonly<Record<RetryableFailure, number>> = {
  throttled: 1,
  passing: 1,
  unanswered: 5,
  unreachable: 5,
  "clock-corrected": 0,
};
const EARNED_BY_SUCCESS = 5;

/** Decides, for all calls of a run together, whether one is tried again, and when. */
export interface RetryBudget {
  /** Milliseconds to wait before the next attempt; undefined when there shall be none. `attempt`: made so far. */
  nextWait(failure: AttemptFailure, attempt: number): number | undefined;
  /** A call was answered. */
  succeeded(): void;
}

/** `random`: from 0 to 1, for full jitter. */
export function createRetryBudget(random: () => number): RetryBudget {
  let left = BUDGET;
  return {
    nextWait(failure, attempt) {
      if (failure.kind === "final" || attempt >= MOST_ATTEMPTS[failure.kind] || left < COST[failure.kind]) {
        return undefined;
      }
      left -= COST[failure.kind];
      const asked = "retryAfter" in failure ? Math.min(LONGEST_RETRY_AFTER, failure.retryAfter ?? 0) : 0;
      const most = Math.min(LONGEST_WAIT, FIRST_WAIT[failure.kind] * 2 ** (attempt - 1));
      return asked + random() * most;
    },
    succeeded() {
      left = Math.min(BUDGET, left + EARNED_BY_SUCCESS);
    },
  };
}
