import {
  CloudWatchLogsClient,
  DescribeLogGroupsCommand,
  DescribeLogStreamsCommand,
  FilterLogEventsCommand,
  GetLogEventsCommand,
} from "@aws-sdk/client-cloudwatch-logs";
import { CreateServiceCommand } from "@aws-sdk/client-ecs";
import { describe, expect, it } from "vitest";
import type { EmulatorOptions } from "../../emulator/index.ts";
import { readPages, refusalOf, register, serviceRequest, startAccount } from "./account.ts";

const LINES = ["one", "two error", "three", "four error", "five"];

/** An account whose two tasks have each written five lines. */
async function start(options: EmulatorOptions = {}) {
  const account = await startAccount(options);
  const client = new CloudWatchLogsClient(account.settings);
  await register(account);
  account.emulator.behave({ behaviour: { kind: "run", logs: LINES } });
  await account.ecs.send(new CreateServiceCommand(serviceRequest(account, { desiredCount: 2 })));
  account.clock.advance(30);
  const logGroupName = account.names.logGroup;
  const { logStreams = [] } = await client.send(new DescribeLogStreamsCommand({ logGroupName }));
  return { ...account, client, logGroupName, logStreamName: logStreams[0]?.logStreamName ?? "" };
}

describe("GetLogEvents", () => {
  it("reads the last lines, or from the head, and tells the end by the same token", async () => {
    const { client, logGroupName, logStreamName } = await start();
    const get = async (request: object) => {
      const page = await client.send(new GetLogEventsCommand({ logGroupName, logStreamName, ...request }));
      return { ...page, messages: page.events?.map(({ message }) => message) };
    };
    expect((await get({})).messages).toEqual(LINES);
    const last = await get({ limit: 2 });
    expect(last.messages).toEqual(["four error", "five"]);
    const back = await get({ limit: 2, nextToken: last.nextBackwardToken });
    expect(back.messages).toEqual(["two error", "three"]);
    const head = await get({ limit: 3, startFromHead: true });
    expect(head.messages).toEqual(["one", "two error", "three"]);
    const rest = await get({ limit: 3, startFromHead: true, nextToken: head.nextForwardToken });
    expect(rest.messages).toEqual(["four error", "five"]);
    const end = await get({ limit: 3, startFromHead: true, nextToken: rest.nextForwardToken });
    expect(end).toMatchObject({ messages: [], nextForwardToken: rest.nextForwardToken });
  });

  it("keeps to a range of time", async () => {
    const { client, logGroupName, logStreamName } = await start();
    const { events = [] } = await client.send(new GetLogEventsCommand({ logGroupName, logStreamName }));
    const startTime = events[1]?.timestamp;
    const endTime = events[3]?.timestamp;
    const range = await client.send(new GetLogEventsCommand({ logGroupName, logStreamName, startTime, endTime }));
    expect(range.events?.map(({ message }) => message)).toEqual(["two error", "three"]);
  });

  it("refuses what is not there", async () => {
    const { client, logGroupName, logStreamName } = await start();
    const refuse = async (request: object) =>
      refusalOf(client.send(new GetLogEventsCommand({ logGroupName, logStreamName, ...request })));
    expect(await refuse({ logGroupName: "/none" })).toMatchObject({
      name: "ResourceNotFoundException",
      message: "The specified log group does not exist.",
    });
    expect((await refuse({ logStreamName: "none" })).message).toBe("The specified log stream does not exist.");
    expect((await refuse({ limit: 10_001 })).name).toBe("InvalidParameterException");
    expect((await refuse({ nextToken: "made-up" })).name).toBe("InvalidParameterException");
  });
});

describe("lists", () => {
  it("FilterLogEvents looks through streams, in pages", async () => {
    const { client, logGroupName, logStreamName } = await start({ pageSize: 3 });
    const filter = (request: object) =>
      readPages(async (nextToken) => {
        const page = await client.send(new FilterLogEventsCommand({ logGroupName, nextToken, ...request }));
        return { items: page.events?.map(({ message }) => message), nextToken: page.nextToken };
      });
    const errors = await filter({ filterPattern: '"error"' });
    expect(errors).toEqual({ items: ["two error", "two error", "four error", "four error"], pages: 2 });
    expect((await filter({ logStreamNames: [logStreamName] })).items).toEqual(LINES);
    expect((await filter({ logStreamNamePrefix: "none" })).items).toEqual([]);
  });

  it("streams come by prefix, in pages", async () => {
    const { client, logGroupName } = await start({ pageSize: 1 });
    const { items, pages } = await readPages(async (nextToken) => {
      const page = await client.send(
        new DescribeLogStreamsCommand({ logGroupName, logStreamNamePrefix: "server/dagster/", nextToken }),
      );
      return { items: page.logStreams, nextToken: page.nextToken };
    });
    expect({ count: items.length, pages }).toEqual({ count: 2, pages: 2 });
    expect(items[0]?.logStreamName).toMatch(/^server\/dagster\/[0-9a-f]{32}$/);
  });

  it("groups come by prefix, in pages", async () => {
    const { client, emulator } = await start({ pageSize: 1 });
    emulator.seed({ kind: "logGroup", name: "/ecs/other" }, { kind: "logGroup", name: "/lambda/x" });
    const { items, pages } = await readPages(async (nextToken) => {
      const page = await client.send(new DescribeLogGroupsCommand({ logGroupNamePrefix: "/ecs/", nextToken }));
      return { items: page.logGroups?.map(({ logGroupName }) => logGroupName), nextToken: page.nextToken };
    });
    expect({ items, pages }).toEqual({ items: ["/ecs/dagster", "/ecs/other"], pages: 2 });
  });
});
