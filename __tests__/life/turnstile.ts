import { setImmediate as nextTurn } from "node:timers/promises";
import type { AroundCall } from "./world.ts";

/** A call that was let through. */
export interface PassedCall {
  readonly run: string;
  readonly method: string;
}

interface WaitingCall {
  readonly run: string;
  readonly method: string;
  readonly go: () => void;
  /** How many other calls were let through while it waited. */
  overtaken: number;
}

/**
 * Lets the calls of several runs through one at a time, in an order that `choose` decides. A call that was overtaken
 * `patience` times is next whatever `choose` says: no API keeps a call waiting for as long as others go on.
 */
export function createTurnstile(choose: (waiting: number) => number, patience: number) {
  const waiting: WaitingCall[] = [];
  const passed: PassedCall[] = [];
  let underWay = 0;
  let open = 0;

  const around =
    (run: string): AroundCall =>
    async (method, call) => {
      await new Promise<void>((go) => waiting.push({ run, method, go, overtaken: 0 }));
      passed.push({ run, method });
      underWay += 1;
      try {
        return await call();
      } finally {
        underWay -= 1;
      }
    };

  /** Runs all of these to their ends. */
  const drive = async (runs: readonly Promise<unknown>[]): Promise<void> => {
    open = runs.length;
    for (const run of runs) void run.catch(() => undefined).finally(() => (open -= 1));
    let idle = 0;
    while (open > 0) {
      await nextTurn();
      // A run that has just been answered needs a few turns until it asks again.
      idle = underWay > 0 ? 0 : idle + 1;
      if (idle < SETTLED || waiting.length === 0) continue;
      idle = 0;
      const impatient = waiting.findIndex(({ overtaken }) => overtaken >= patience);
      const [next] = waiting.splice(impatient >= 0 ? impatient : choose(waiting.length) % waiting.length, 1);
      for (const other of waiting) other.overtaken += 1;
      next?.go();
    }
  };

  return { around, drive, passed };
}

const SETTLED = 6;
