import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { BUCKET_RATES, createPace, fillBucket, takeToken } from "../../../src/aws/pacing.ts";
import { createFakeClock } from "./fake-aws.ts";

describe("takeToken", () => {
  const rate = { burst: 2, perSecond: 4 };

  it("lets a burst through and spaces what comes after it", () => {
    let state = fillBucket(rate, 0);
    const waits = [1, 2, 3, 4].map(() => {
      const taken = takeToken(state, rate, 0);
      state = taken.state;
      return taken.wait;
    });
    expect(waits).toEqual([0, 0, 250, 500]);
  });

  it("never holds more than the burst", () => {
    expect(takeToken(fillBucket(rate, 0), rate, 1_000_000).state.tokens).toBe(1);
  });

  it("does not gain tokens from a clock that goes back", () => {
    expect(takeToken({ tokens: 0, at: 5_000 }, rate, 1_000).wait).toBe(250);
  });

  it("never allows more calls in a span than burst and rate give", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 2_000 }), { minLength: 1, maxLength: 60 }), (gaps) => {
        let now = 0;
        let state = fillBucket(rate, 0);
        const sent = gaps.map((gap) => {
          now += gap;
          const taken = takeToken(state, rate, now);
          state = taken.state;
          return now + taken.wait;
        });
        for (const [first, from] of sent.entries()) {
          for (const [last, to] of sent.entries()) {
            if (last < first) continue;
            expect(last - first + 1).toBeLessThanOrEqual(rate.burst + ((to - from) / 1000) * rate.perSecond + 0.01);
          }
        }
      }),
    );
  });
});

describe("createPace", () => {
  it("registers twenty task definitions at once, then one a second", async () => {
    const clock = createFakeClock();
    const pace = createPace(clock);
    for (let count = 0; count < 23; count += 1) await pace("task-definition-registration");
    expect(clock.slept).toEqual([1_000, 1_000, 1_000]);
  });

  it("keeps the buckets apart", async () => {
    const clock = createFakeClock();
    const pace = createPace(clock);
    for (let count = 0; count < BUCKET_RATES["service-modify"].burst; count += 1) await pace("service-modify");
    await pace("service-read");
    expect(clock.slept).toEqual([]);
  });
});
