import type { Clock } from "../ports.ts";
import { type AwsAction, type Bucket, bucketOf } from "./actions.ts";

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

/** Services that publish no rate are called as fast as may be, until one of them says that it is too fast. */
const UNPUBLISHED: BucketRate = { burst: Number.POSITIVE_INFINITY, perSecond: Number.POSITIVE_INFINITY };

/** What is not used of a burst: two requests may take different times to arrive, and so come closer together. */
const HEADROOM = 0.1;

/** Milliseconds, the upper end of the pause after the first refusal; it doubles with each one that follows. */
const FIRST_PAUSE = 1_000;
const LONGEST_PAUSE = 20_000;

/** Calls that share a rate: those of an ECS bucket, or all calls of another service. */
export type Lane = Bucket | `service ${string}`;

/** The lane of an action. */
export function laneOf(action: AwsAction): Lane {
  return bucketOf(action) ?? `service ${action.split(":", 1)[0]}`;
}

/** The rate a lane keeps to. */
export function rateOf(lane: Lane): BucketRate {
  const published = Object.entries(BUCKET_RATES).find(([bucket]) => bucket === lane)?.[1];
  if (published === undefined) return UNPUBLISHED;
  return { ...published, burst: Math.floor(published.burst * (1 - HEADROOM)) };
}

/** A lane at a moment. Times are in milliseconds since the epoch. */
export interface LaneState {
  readonly tokens: number;
  /** When that many tokens were in it. */
  readonly at: number;
  /** No token is given out before, and none comes in. */
  readonly pausedUntil: number;
  /** Refusals in a row, and when the last one came that counted. */
  readonly refusals: number;
  readonly refusedAt: number;
}

/** A lane nobody has used. */
export function openLane(rate: BucketRate, now: number): LaneState {
  const never = Number.NEGATIVE_INFINITY;
  return { tokens: rate.burst, at: now, pausedUntil: never, refusals: 0, refusedAt: never };
}

/** Takes a token, or says in how many milliseconds there will be one. */
export function takeToken(state: LaneState, rate: BucketRate, now: number): { state: LaneState; wait: number } {
  // A pause that would be longer than any is one whose clock was put back.
  const pause = state.pausedUntil - now <= LONGEST_PAUSE ? Math.max(0, state.pausedUntil - now) : 0;
  const elapsed = now - Math.max(state.at, Math.min(state.pausedUntil, now));
  const gained = elapsed > 0 ? (elapsed / 1_000) * rate.perSecond : 0;
  const tokens = Math.min(rate.burst, state.tokens + gained);
  const wait = pause + Math.ceil((Math.max(0, 1 - tokens) / rate.perSecond) * 1_000);
  return { state: { ...state, tokens: wait > 0 ? tokens : tokens - 1, at: now }, wait };
}

/**
 * Somebody else takes from the same bucket: whatever we thought was in it is gone, and all calls of the lane wait.
 * Calls that were under way together count as one refusal.
 */
export function slowDown(state: LaneState, sentAt: number, now: number, random: () => number): LaneState {
  const tokens = Math.min(0, state.tokens);
  if (sentAt < state.refusedAt) return { ...state, tokens, at: now };
  const pause = random() * Math.min(LONGEST_PAUSE, FIRST_PAUSE * 2 ** state.refusals);
  return { tokens, at: now, pausedUntil: now + pause, refusals: state.refusals + 1, refusedAt: now };
}

/** A call was let through: the next refusal is not one more in a row. */
export function speedUp(state: LaneState, sentAt: number): LaneState {
  return state.refusals > 0 && sentAt >= state.refusedAt ? { ...state, refusals: state.refusals - 1 } : state;
}

/** Keeps the calls of a process within the published rates, so that AWS need not refuse them. */
export interface Pace {
  /** Resolves when the next call of the lane may be made, in the order it was asked for; at once when interrupted. */
  take(lane: Lane): Promise<void>;
  /** A call sent at that time was refused as too fast. */
  refused(lane: Lane, sentAt: number): void;
  /** A call sent at that time was answered. */
  answered(lane: Lane, sentAt: number): void;
}

/** `random`: from 0 to 1. */
export function createPace(clock: Clock, random: () => number, signal?: AbortSignal): Pace {
  const lanes = new Map<Lane, LaneState>();
  const queues = new Map<Lane, Promise<void>>();
  const stateOf = (lane: Lane): LaneState => lanes.get(lane) ?? openLane(rateOf(lane), clock.now());

  const waitForToken = async (lane: Lane): Promise<void> => {
    while (!signal?.aborted) {
      const { state, wait } = takeToken(stateOf(lane), rateOf(lane), clock.now());
      lanes.set(lane, state);
      if (wait === 0) return;
      await clock.sleep(wait, signal);
    }
  };

  return {
    take(lane) {
      // One at a time, so that a pause that begins meanwhile holds for all that are waiting.
      const turn = (queues.get(lane) ?? Promise.resolve()).then(() => waitForToken(lane));
      queues.set(lane, turn);
      return turn;
    },
    refused: (lane, sentAt) => lanes.set(lane, slowDown(stateOf(lane), sentAt, clock.now(), random)),
    answered: (lane, sentAt) => lanes.set(lane, speedUp(stateOf(lane), sentAt)),
  };
}
