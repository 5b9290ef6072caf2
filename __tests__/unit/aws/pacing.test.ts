import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  BUCKET_RATES,
  createPace,
  type LaneState,
  laneOf,
  openLane,
  rateOf,
  slowDown,
  speedUp,
  takeToken,
} from "../../../src/aws/pacing.ts";
import { createFakeClock } from "./fake-aws.ts";

const RATE = { burst: 2, perSecond: 4 };
const HALF = () => 0.5;

describe("takeToken", () => {
  const empty: LaneState = { ...openLane(RATE, 5_000), tokens: 0 };

  it("lets a burst through and says how long what comes after it has to wait", () => {
    let state = openLane(RATE, 0);
    const waits = [0, 0, 0, 250, 251].map((now) => {
      const taken = takeToken(state, RATE, now);
      state = taken.state;
      return taken.wait;
    });
    expect(waits).toEqual([0, 0, 250, 0, 249]);
  });

  it("never holds more than the burst", () => {
    expect(takeToken(openLane(RATE, 0), RATE, 1_000_000).state.tokens).toBe(1);
  });

  it("does not gain tokens from a clock that goes back, nor wait for the time that is lost", () => {
    expect(takeToken(empty, RATE, 1_000).wait).toBe(250);
    const paused = slowDown(empty, 5_000, 5_000_000, HALF);
    expect(takeToken(paused, RATE, 1_000).wait).toBe(250);
  });

  it("never allows more calls in a span than burst and rate give", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 2_000 }), { minLength: 1, maxLength: 60 }), (gaps) => {
        let now = 0;
        let state = openLane(RATE, 0);
        const sent = gaps.map((gap) => {
          now += gap;
          for (;;) {
            const taken = takeToken(state, RATE, now);
            state = taken.state;
            if (taken.wait === 0) return now;
            now += taken.wait;
          }
        });
        for (const [first, from] of sent.entries()) {
          for (const [last, to] of sent.entries()) {
            if (last < first) continue;
            expect(last - first + 1).toBeLessThanOrEqual(RATE.burst + ((to - from) / 1000) * RATE.perSecond + 0.01);
          }
        }
      }),
    );
  });
});

describe("a refusal", () => {
  it("empties the lane and pauses it, longer each time in a row, twenty seconds at most", () => {
    let state = openLane(RATE, 0);
    const pauses: number[] = [];
    for (let now = 0; pauses.length < 7; now += 100_000) {
      state = slowDown(state, now, now, () => 1);
      pauses.push(state.pausedUntil - now);
    }
    expect(pauses).toEqual([1_000, 2_000, 4_000, 8_000, 16_000, 20_000, 20_000]);
    expect(takeToken(state, RATE, 600_000).wait).toBe(20_250);
  });

  it("counts once for all calls that were under way", () => {
    const first = slowDown(openLane(RATE, 0), 0, 100, HALF);
    expect(slowDown(first, 50, 120, HALF)).toMatchObject({ refusals: 1, pausedUntil: first.pausedUntil });
    expect(slowDown(first, 150, 200, HALF)).toMatchObject({ refusals: 2 });
  });

  it("is forgotten with each call that was sent after it and answered", () => {
    const twice = slowDown(slowDown(openLane(RATE, 0), 0, 100, HALF), 150, 200, HALF);
    expect(speedUp(twice, 150).refusals).toBe(2);
    expect(speedUp(speedUp(twice, 300), 300).refusals).toBe(0);
  });
});

describe("the rate of a lane", () => {
  it("is the published one with a tenth of the burst left over", () => {
    expect(rateOf("task-definition-registration")).toEqual({ burst: 18, perSecond: 1 });
    expect(rateOf("service-modify")).toEqual({ burst: 45, perSecond: 5 });
  });

  it("is unlimited where AWS publishes none, until a refusal", () => {
    const lane = laneOf("servicediscovery:CreateService");
    expect(lane).toBe("service servicediscovery");
    const state = openLane(rateOf(lane), 0);
    expect(takeToken(state, rateOf(lane), 0).wait).toBe(0);
    const paused = slowDown(state, 0, 0, HALF);
    expect(takeToken(paused, rateOf(lane), 0).wait).toBe(500);
    const after = takeToken(paused, rateOf(lane), 500);
    expect(after.wait).toBe(0);
    expect(takeToken(after.state, rateOf(lane), 500).wait).toBe(0);
  });
});

describe("createPace", () => {
  it("registers eighteen task definitions at once, then one a second", async () => {
    const clock = createFakeClock();
    const pace = createPace(clock, HALF);
    for (let count = 0; count < 21; count += 1) await pace.take("task-definition-registration");
    expect(clock.slept).toEqual([1_000, 1_000, 1_000]);
  });

  it("keeps the lanes apart", async () => {
    const clock = createFakeClock();
    const pace = createPace(clock, HALF);
    for (let count = 0; count < BUCKET_RATES["service-modify"].burst * 0.9; count += 1)
      await pace.take("service-modify");
    await pace.take("service-read");
    expect(clock.slept).toEqual([]);
  });

  it("lets all that wait in a lane wait longer after a refusal, in their order", async () => {
    const clock = createFakeClock();
    const pace = createPace(clock, HALF);
    await pace.take("service-read");
    pace.refused("service-read", clock.now());
    const order: number[] = [];
    await Promise.all([1, 2, 3].map((call) => pace.take("service-read").then(() => order.push(call))));
    expect(order).toEqual([1, 2, 3]);
    expect(clock.now()).toBe(500 + 3 * 50);
  });

  it("lets everybody go once the run is interrupted", async () => {
    const clock = createFakeClock();
    const interruption = new AbortController();
    const pace = createPace(clock, HALF, interruption.signal);
    for (let count = 0; count < 18; count += 1) await pace.take("task-definition-registration");
    interruption.abort();
    await Promise.all([1, 2, 3].map(() => pace.take("task-definition-registration")));
    expect(clock.slept).toEqual([]);
  });
});
