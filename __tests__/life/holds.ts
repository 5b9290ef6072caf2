import type { AroundCall } from "./world.ts";

/** A call of a port that was stopped before it was made. */
export interface Hold {
  /** Resolves when the call has come. */
  readonly reached: Promise<void>;
  readonly release: () => void;
}

interface Order {
  readonly method: string;
  readonly nth: number;
  readonly reach: () => void;
  readonly go: Promise<void>;
}

/** Stops chosen calls of one run: the first of a method, or the nth. */
export function createHolds() {
  const orders: Order[] = [];
  const counts = new Map<string, number>();

  const hold = (method: string, nth = 1): Hold => {
    const reached = Promise.withResolvers<void>();
    const released = Promise.withResolvers<void>();
    orders.push({ method, nth, reach: reached.resolve, go: released.promise });
    return { reached: reached.promise, release: released.resolve };
  };

  const around: AroundCall = async (method, call) => {
    const nth = (counts.get(method) ?? 0) + 1;
    counts.set(method, nth);
    const order = orders.find((each) => each.method === method && each.nth === nth);
    order?.reach();
    await order?.go;
    return call();
  };

  return { hold, around };
}
