import type { Clock } from "../ports.ts";
import type { Bucket } from "./actions.ts";

/** How fast a bucket empties and fills. */
export interface BucketRate {
  /** Calls that may be made at once. */
  readonly burst: number;
  /** Calls per second after that. */
  readonly perSecond: number;
}

/** Amazon ECS Developer Guide, "Request throttling for the Amazon ECS API". */
export const BUCKET_RATES: Readonly<Record<Bucket, BucketRate>> = {
  "task-definition-registration": { burst: 20, perSecond: 1 },
  "task-definition-read": { burst: 50, perSecond: 20 },
  "service-modify": { burst: 50, perSecond: 5 },
  "service-read": { burst: 100, perSecond: 20 },
  "cluster-read": { burst: 50, perSecond: 20 },
  tag: { burst: 20, perSecond: 10 },
  "task-read": { burst: 100, perSecond: 20 },
  // RunTask and StopTask of the page: for tasks on Fargate the launch rate of the account comes on top.
  "task-modify": { burst: 100, perSecond: 40 },
};

/** A bucket at a moment. Below zero: calls that were promised a token and still wait for it. */
export interface BucketState {
  readonly tokens: number;
  /** Milliseconds since the epoch. */
  readonly at: number;
}

/** A full bucket. */
export function fillBucket(rate: BucketRate, now: number): BucketState {
  return { tokens: rate.burst, at: now };
}

/** Takes one token, in advance if there is none: the caller waits `wait` milliseconds before its call. */
export function takeToken(state: BucketState, rate: BucketRate, now: number): { state: BucketState; wait: number } {
  const elapsed = Math.max(0, now - state.at) / 1000;
  const tokens = Math.min(rate.burst, state.tokens + elapsed * rate.perSecond) - 1;
  return { state: { tokens, at: now }, wait: tokens >= 0 ? 0 : Math.ceil((-tokens / rate.perSecond) * 1000) };
}

/** Waits until the next call of a bucket may be made. */
export type Pace = (bucket: Bucket) => Promise<void>;

/** Keeps calls within the documented rates, in the order they were asked for, so that AWS need not refuse them. */
export function createPace(clock: Clock): Pace {
  const states = new Map<Bucket, BucketState>();
  return async (bucket) => {
    const rate = BUCKET_RATES[bucket];
    const now = clock.now();
    const { state, wait } = takeToken(states.get(bucket) ?? fillBucket(rate, now), rate, now);
    states.set(bucket, state);
    if (wait > 0) await clock.sleep(wait);
  };
}
