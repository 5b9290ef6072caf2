import type { AroundCall } from "./world.ts";

/** A call of a port that was stopped: before it was made or, with `after`, when it was and its answer is awaited. */
export interface Hold {
  /** Resolves when the call has come so far. */
  readonly reached: Promise<void>;
  readonly release: () => void;
}

interface Order {
  readonly method: string;
  readonly nth: number;
  readonly isAfter: boolean;
  readonly reach: () => void;
  readonly go: Promise<void>;
}

/** Stops chosen calls of one run: the first of a method, or the nth. */
export function createHolds() {
  const orders: Order[] = [];
  const counts = new Map<string, number>();

  const order = (method: string, nth: number, isAfter: boolean): Hold => {
    const reached = Promise.withResolvers<void>();
    const released = Promise.withResolvers<void>();
    orders.push({ method, nth, isAfter, reach: reached.resolve, go: released.promise });
    return { reached: reached.promise, release: released.resolve };
  };

  const around: AroundCall = async (method, call) => {
    const nth = (counts.get(method) ?? 0) + 1;
    counts.set(method, nth);
    const found = orders.find((each) => each.method === method && each.nth === nth);
    if (found?.isAfter === false) {
      found.reach();
      await found.go;
    }
    const answer = await call();
    if (found?.isAfter === true) {
      found.reach();
      await found.go;
    }
    return answer;
  };

  const hold = (method: string, nth = 1): Hold => order(method, nth, false);
  const holdAfter = (method: string, nth = 1): Hold => order(method, nth, true);
  return { hold, holdAfter, around };
}
