import { channel } from "node:diagnostics_channel";
import type { ManualClock } from "../../emulator/index.ts";
import type { Clock } from "../../src/ports.ts";

/** Turns of the event loop without anything happening after which nothing is going to happen by itself. */
const QUIET_TURNS = 30;

interface Sleeper {
  readonly until: number;
  readonly wake: () => void;
}

/** One time for a run and the emulator in the same process. It moves on only when all wait for it to do so. */
export interface EventClock {
  readonly forRun: Clock;
  readonly forEmulator: ManualClock;
  stop(): void;
}

/**
 * Starts the clock: whenever no request is under way and nothing else goes on, it jumps to the moment the first
 * sleeper waits for. So a run of minutes takes no longer than its calls, and how fast the machine is does not show in
 * its times.
 */
export function startEventClock(startAt: number): EventClock {
  const requests = countRequests();
  let now = startAt;
  let running = true;
  let sleepers: Sleeper[] = [];
  let events = 0;

  const drive = async (): Promise<void> => {
    while (running) {
      await untilQuiet(() => events + requests.events(), requests.underWay);
      const next = Math.min(...sleepers.map(({ until }) => until));
      if (next === Number.POSITIVE_INFINITY) continue;
      now = Math.max(now, next);
      const due = sleepers.filter(({ until }) => until <= now);
      sleepers = sleepers.filter(({ until }) => until > now);
      for (const { wake } of due) wake();
    }
    requests.stop();
  };
  void drive();

  return {
    forRun: {
      now: () => now,
      sleep: (milliseconds, signal) =>
        new Promise((resolve) => {
          events += 1;
          const sleeper = { until: now + Math.max(0, milliseconds), wake: () => done() };
          const done = (): void => {
            events += 1;
            sleepers = sleepers.filter((other) => other !== sleeper);
            signal?.removeEventListener("abort", done);
            resolve();
          };
          sleepers.push(sleeper);
          signal?.addEventListener("abort", done);
          if (signal?.aborted) done();
        }),
    },
    forEmulator: {
      now: () => now,
      advance: (seconds) => {
        now += seconds * 1_000;
      },
    },
    stop: () => {
      running = false;
    },
  };
}

async function untilQuiet(events: () => number, underWay: () => number): Promise<void> {
  let seen = events();
  for (let quiet = 0; quiet < QUIET_TURNS; ) {
    await new Promise(setImmediate);
    const isQuiet = underWay() === 0 && events() === seen;
    quiet = isQuiet ? quiet + 1 : 0;
    seen = events();
  }
}

/** Counts the HTTP requests of this process, as Node itself announces them. */
function countRequests() {
  const started = channel("http.client.request.start");
  const finished = channel("http.client.response.finish");
  const failed = channel("http.client.request.error");
  let begun = 0;
  let ended = 0;
  const begin = (): void => {
    begun += 1;
  };
  const end = (): void => {
    ended += 1;
  };
  started.subscribe(begin);
  finished.subscribe(end);
  failed.subscribe(end);
  return {
    underWay: () => begun - ended,
    events: () => begun + ended,
    stop: () => {
      started.unsubscribe(begin);
      finished.unsubscribe(end);
      failed.unsubscribe(end);
    },
  };
}
