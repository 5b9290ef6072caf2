import { describe, expect, it } from "vitest";
import { answer, connectFakeAws, failure } from "./fake-aws.ts";

const eventsOf = (...messages: string[]) => messages.map((message, index) => ({ message, timestamp: index }));

describe("lastLines", () => {
  it("reads from the end", async () => {
    const { ports, calls } = await connectFakeAws({
      GetLogEvents: () => answer({ events: eventsOf("a", "b"), nextBackwardToken: "b1" }),
    });
    await expect(ports.logs.lastLines("/g", "s", 2)).resolves.toEqual(["a", "b"]);
    expect(calls.map(({ body }) => body)).toEqual([
      { logGroupName: "/g", logStreamName: "s", limit: 2, startFromHead: false },
    ]);
  });

  it("goes further back through empty pages, to the beginning of the stream", async () => {
    const { ports, calls } = await connectFakeAws({
      GetLogEvents: (_, nth) =>
        [
          answer({ events: [], nextBackwardToken: "b1" }),
          answer({ events: eventsOf("b", "c"), nextBackwardToken: "b2" }),
          answer({ events: eventsOf("a"), nextBackwardToken: "b3" }),
          answer({ events: [], nextBackwardToken: "b3" }),
        ][nth] ?? failure("TooMany", "calls"),
    });
    await expect(ports.logs.lastLines("/g", "s", 10)).resolves.toEqual(["a", "b", "c"]);
    expect(calls.map(({ body }) => body.nextToken)).toEqual([undefined, "b1", "b2", "b3"]);
  });

  it("gives up on a stream of empty pages", async () => {
    const { ports, calls } = await connectFakeAws({
      GetLogEvents: (_, nth) => answer({ events: [], nextBackwardToken: `b${nth}` }),
    });
    await expect(ports.logs.lastLines("/g", "s", 10)).resolves.toEqual([]);
    expect(calls).toHaveLength(5);
  });

  it("is empty when there is no such stream", async () => {
    const { ports } = await connectFakeAws({ GetLogEvents: () => failure("ResourceNotFoundException", "no stream") });
    await expect(ports.logs.lastLines("/g", "s", 10)).resolves.toEqual([]);
  });
});

describe("groupExists", () => {
  it.each([
    ["/g", true],
    ["/other", false],
  ])("compares the whole name: %s is %s", async (group, expected) => {
    const { ports } = await connectFakeAws({
      DescribeLogGroups: ({ body }) =>
        body.nextToken === undefined
          ? answer({ logGroups: [{ logGroupName: "/g" }, { logGroupName: "/group" }], nextToken: "2" })
          : answer({ logGroups: [{ logGroupName: "/other-one" }] }),
    });
    await expect(ports.logs.groupExists(group)).resolves.toBe(expected);
  });
});
