import {
  type CloudWatchLogsClient,
  DescribeLogGroupsCommand,
  GetLogEventsCommand,
} from "@aws-sdk/client-cloudwatch-logs";
import { ActionError } from "../errors.ts";
import type { LogsPort } from "../ports.ts";
import { type Call, readAllPages } from "./calls.ts";

/** GetLogEvents may answer with an empty page although earlier ones hold events; few pages reach them. */
const MOST_PAGES = 5;

/** Amazon CloudWatch Logs behind its port. */
export function createLogsPort(client: () => CloudWatchLogsClient, call: Call): LogsPort {
  return {
    async lastLines(group, stream, count) {
      try {
        return await readBackwards(client(), call, { group, stream, count });
      } catch (error) {
        if (error instanceof ActionError && error.code === "ResourceNotFoundException") return [];
        throw error;
      }
    },

    async groupExists(group) {
      const groups = await readAllPages(async (nextToken) => {
        const answer = await call({ action: "logs:DescribeLogGroups", resource: group }, () =>
          client().send(new DescribeLogGroupsCommand({ logGroupNamePrefix: group, nextToken })),
        );
        const items = answer.logGroups ?? [];
        // The name itself sorts before all names it is the beginning of: no need to read on.
        return { items, next: items.some(({ logGroupName }) => logGroupName === group) ? undefined : answer.nextToken };
      });
      return groups.some(({ logGroupName }) => logGroupName === group);
    },
  };
}

async function readBackwards(
  client: CloudWatchLogsClient,
  call: Call,
  wanted: { group: string; stream: string; count: number },
): Promise<readonly string[]> {
  const { group, stream, count } = wanted;
  let lines: readonly string[] = [];
  let token: string | undefined;
  for (let page = 0; page < MOST_PAGES && lines.length < count; page += 1) {
    const answer = await call({ action: "logs:GetLogEvents", resource: `${group}:${stream}` }, () =>
      client.send(
        new GetLogEventsCommand({
          logGroupName: group,
          logStreamName: stream,
          limit: count,
          startFromHead: false,
          nextToken: token,
        }),
      ),
    );
    lines = [...(answer.events ?? []).map(({ message }) => message ?? ""), ...lines];
    // The same token again means the beginning of the stream.
    if (answer.nextBackwardToken === undefined || answer.nextBackwardToken === token) break;
    token = answer.nextBackwardToken;
  }
  return lines.slice(-count);
}
