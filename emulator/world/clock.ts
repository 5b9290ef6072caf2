/** Emulated time in milliseconds since 1970. Rollouts, tags' lag and token buckets all follow it. */
export interface Clock {
  now(): number;
}

/** A clock that can be moved by hand: nothing happens between two calls of `advance`. */
export interface ManualClock extends Clock {
  advance(seconds: number): void;
}

/**
 * Emulated time that runs `timeScale` times as fast as the machine's:
 * with 200 one ECS second takes 5 ms.
 */
export function createScaledClock(timeScale: number, startAt: number): Clock {
  const begun = performance.now();
  return { now: () => startAt + (performance.now() - begun) * timeScale };
}

export function createManualClock(startAt: number): ManualClock {
  let current = startAt;
  return {
    now: () => current,
    advance: (seconds) => {
      current += seconds * 1000;
    },
  };
}

/** Something that happens at a moment of emulated time. */
interface Entry {
  readonly at: number;
  readonly order: number;
  readonly run: () => void;
}

/**
 * What is going to happen, in order of time. Nothing runs by itself: `catchUp` is called at the start of
 * each request and runs everything that is due, each entry at its own moment. No timers are left behind.
 */
export class Timeline {
  #entries: Entry[] = [];
  #order = 0;
  #now: number;

  constructor(startAt: number) {
    this.#now = startAt;
  }

  /** The moment of the entry that is running, or of the request being served. */
  get now(): number {
    return this.#now;
  }

  after(seconds: number, run: () => void): void {
    const entry = { at: this.#now + seconds * 1000, order: this.#order++, run };
    let index = this.#entries.length;
    while (index > 0 && (this.#entries[index - 1]?.at ?? 0) > entry.at) {
      index -= 1;
    }
    this.#entries.splice(index, 0, entry);
  }

  catchUp(until: number): void {
    while (this.#entries.length > 0 && (this.#entries[0]?.at ?? Infinity) <= until) {
      const entry = this.#entries.shift();
      if (entry !== undefined) {
        this.#now = Math.max(this.#now, entry.at);
        entry.run();
      }
    }
    this.#now = Math.max(this.#now, until);
  }
}
