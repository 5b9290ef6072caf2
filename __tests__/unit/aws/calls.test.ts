import { describe, expect, it } from "vitest";
import { createClock } from "../../../src/system.ts";
import { answer, connectFakeAws, failure, LOST } from "./fake-aws.ts";

const NOTHING = answer({ services: [] });
const THROTTLED = failure("ThrottlingException", "Rate exceeded");
const BROKEN = { status: 500, body: "{}" };
const always = (number: number) => () => number;

/** Describes one service, each time another one. */
function describeOne(connected: Awaited<ReturnType<typeof connectFakeAws>>, name = "a") {
  return connected.ports.ecs.describeServices("main", [name]);
}

describe("a call that fails", () => {
  it.each([
    ["a refusal as too fast", THROTTLED],
    ["a refusal as too fast by its status", { status: 429, body: "{}" }],
    ["a server error", BROKEN],
    ["a service that is not there for a moment", { status: 503, body: "{}" }],
    ["a connection that is closed", LOST],
  ])("is made again after %s, with full jitter", async (_, first) => {
    const connected = await connectFakeAws(
      { DescribeServices: (_call, nth) => (nth < 2 ? first : NOTHING) },
      { random: always(0.5) },
    );
    await expect(describeOne(connected)).resolves.toEqual([]);
    expect(connected.calls).toHaveLength(3);
    const unjittered = first === THROTTLED || first.status === 429 ? 500 : 200;
    expect(connected.clock.slept).toEqual(expect.arrayContaining([unjittered / 2, unjittered]));
  });

  it.each([
    ["InvalidParameterException", 400],
    ["LimitExceededException", 400],
    ["ExpiredTokenException", 400],
  ])("is not made again after %s", async (code, status) => {
    const connected = await connectFakeAws({ DescribeServices: () => ({ ...failure(code, "no"), status }) });
    await expect(describeOne(connected)).rejects.toMatchObject({ code });
    expect(connected.calls).toHaveLength(1);
  });

  it.each([
    ["retry-after", "7", 7_000],
    ["x-amz-retry-after", "7000", 7_000],
    ["retry-after", "86400", 60_000],
    ["retry-after", "soon", 0],
  ])("waits as long as %s: %s asks for, a minute at most", async (name, value, expected) => {
    const connected = await connectFakeAws(
      { DescribeServices: (_, nth) => (nth === 0 ? { ...BROKEN, headers: { [name]: value } } : NOTHING) },
      { random: always(0) },
    );
    await describeOne(connected);
    expect(connected.clock.slept).toEqual([expected]);
  });

  it("is given up after twelve attempts, and says so", async () => {
    const connected = await connectFakeAws({ DescribeServices: () => LOST });
    await expect(describeOne(connected)).rejects.toMatchObject({
      code: "aws-unreachable",
      message: expect.stringContaining("for ecs:DescribeServices in us-west-2, 12 times:"),
    });
    expect(connected.calls).toHaveLength(12);
  });

  it("takes a token of its bucket for each attempt", async () => {
    const connected = await connectFakeAws(
      { TagResource: (_, nth) => (nth < 5 ? BROKEN : answer({})) },
      { random: always(0) },
    );
    const tag = () => connected.ports.ecs.tagResource("arn:s", { a: "1" });
    for (let count = 0; count < 13; count += 1) await tag();
    expect(connected.calls).toHaveLength(18);
    expect(connected.clock.now()).toBe(0);
    await tag();
    expect(connected.clock.now()).toBe(100);
  });

  it("slows all calls of its bucket down when it was too fast", async () => {
    const connected = await connectFakeAws(
      { DescribeServices: (_, nth) => (nth === 0 ? THROTTLED : NOTHING) },
      { random: always(1) },
    );
    const [, later] = await Promise.all([
      describeOne(connected),
      describeOne(connected).then(() => describeOne(connected)),
    ]);
    expect(later).toEqual([]);
    // A pause of a second, and the tokens that were thought to be there are gone.
    expect(connected.clock.now()).toBeGreaterThanOrEqual(1_000);
  });
});

describe("all calls of a run together", () => {
  it("are tried again a hundred times at most while none succeeds", async () => {
    const connected = await connectFakeAws({ DescribeServices: () => BROKEN });
    for (let count = 0; count < 50; count += 1) await describeOne(connected).catch(() => undefined);
    expect(connected.calls).toHaveLength(50 + 100);
  });

  it("earn back with each success what a retry costs", async () => {
    const connected = await connectFakeAws({ DescribeServices: (_, nth) => (nth % 2 === 0 ? BROKEN : NOTHING) });
    for (let count = 0; count < 120; count += 1) await describeOne(connected);
    expect(connected.calls).toHaveLength(240);
  });
});

describe("an interruption", () => {
  const interruptible = async (respond: (interruption: AbortController, nth: number) => typeof NOTHING) => {
    const interruption = new AbortController();
    const connected = await connectFakeAws(
      { DescribeServices: (_, nth) => respond(interruption, nth), StopTask: () => answer({}) },
      { signal: interruption.signal, random: always(1), realClock: createClock() },
    );
    return { connected, interruption };
  };

  it("lets no call begin but those that clean up", async () => {
    const { connected, interruption } = await interruptible(() => NOTHING);
    interruption.abort();
    await expect(describeOne(connected)).rejects.toMatchObject({
      code: "interrupted-before-call",
      source: "user",
      message: "The run was interrupted before ecs:DescribeServices (main).",
    });
    await connected.ports.ecs.stopTask("main", "a", "interrupted");
    expect(connected.actions()).toEqual(["StopTask"]);
  });

  it("takes the answer of a call that is under way", async () => {
    const { connected } = await interruptible((interruption) => {
      interruption.abort();
      return NOTHING;
    });
    await expect(describeOne(connected)).resolves.toEqual([]);
  });

  it("does not wait long for one", async () => {
    const { connected } = await interruptible((interruption) => {
      interruption.abort();
      return { ...NOTHING, late: true };
    });
    const began = performance.now();
    await expect(describeOne(connected)).rejects.toMatchObject({
      code: "interrupted",
      message: "The run was interrupted before AWS answered ecs:DescribeServices (main).",
    });
    expect(performance.now() - began).toBeLessThan(5_000);
  });

  it("ends the wait before the next attempt", async () => {
    const { connected } = await interruptible((interruption) => {
      setTimeout(() => interruption.abort(), 50);
      return { ...BROKEN, headers: { "retry-after": "60" } };
    });
    await expect(describeOne(connected)).rejects.toMatchObject({ code: "interrupted" });
    expect(connected.calls).toHaveLength(1);
  });

  it("ends the wait for a token", async () => {
    const { connected, interruption } = await interruptible(() => ({
      ...THROTTLED,
      headers: { "retry-after": "0" },
    }));
    setTimeout(() => interruption.abort(), 1_000);
    // The first refusal pauses the bucket for a second, the second one for two.
    await expect(describeOne(connected)).rejects.toMatchObject({ code: "interrupted-before-call" });
    expect(connected.calls.length).toBeLessThan(3);
  });
});
