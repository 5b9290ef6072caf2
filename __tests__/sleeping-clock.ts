import { setImmediate as nextTurn } from "node:timers/promises";
import type { ManualClock } from "../emulator/index.ts";
import type { Clock } from "../src/ports.ts";

/** Whoever sleeps moves the clock to where he wants to wake, unless somebody else has already. */
export function createSleepingClock(manual: ManualClock): Clock {
  return {
    now: () => manual.now(),
    async sleep(milliseconds, signal) {
      const until = manual.now() + milliseconds;
      await nextTurn();
      if (!signal?.aborted && manual.now() < until) manual.advance((until - manual.now()) / 1_000);
    },
  };
}
