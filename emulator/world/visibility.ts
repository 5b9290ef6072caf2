import type { Lag } from "./settings.ts";

/** Decides when readers begin to see a change. One per thing that changed. */
export interface Visibility {
  /** Counts as one read. */
  isVisible(now: number): boolean;
}

export const ALWAYS_VISIBLE: Visibility = { isVisible: () => true };

export function createVisibility(lag: Lag | undefined, now: number): Visibility {
  if (lag === undefined) {
    return ALWAYS_VISIBLE;
  }
  let hiddenReads = lag.reads ?? 0;
  const visibleFrom = now + (lag.seconds ?? 0) * 1000;
  return {
    isVisible: (at) => {
      if (hiddenReads > 0) {
        hiddenReads -= 1;
        return false;
      }
      return at >= visibleFrom;
    },
  };
}

/** A value whose readers see the old one for a while after it is set. */
export class LaggingValue<T> {
  #current: T;
  #previous: T;
  #visibility: Visibility = ALWAYS_VISIBLE;

  constructor(value: T) {
    this.#current = value;
    this.#previous = value;
  }

  get current(): T {
    return this.#current;
  }

  set(value: T, lag: Lag | undefined, now: number): void {
    this.#previous = this.#current;
    this.#current = value;
    this.#visibility = createVisibility(lag, now);
  }

  read(now: number): T {
    return this.#visibility.isVisible(now) ? this.#current : this.#previous;
  }
}
