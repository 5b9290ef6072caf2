import type {
  DescribeLogGroupsRequest,
  DescribeLogGroupsResponse,
  DescribeLogStreamsRequest,
  DescribeLogStreamsResponse,
  FilterLogEventsRequest,
  FilterLogEventsResponse,
  GetLogEventsRequest,
  GetLogEventsResponse,
} from "@aws-sdk/client-cloudwatch-logs";
import type { ContainerRecord, TaskRecord } from "../ecs/state.ts";
import { ServiceError } from "../protocol/errors.ts";
import { type HandlerTable, handle } from "../world/handlers.ts";
import { takePage } from "../world/pages.ts";
import { makeArn, type World } from "../world/world.ts";

export interface LogLine {
  readonly timestamp: number;
  readonly message: string;
}

export interface LogGroupRecord {
  readonly name: string;
  readonly createdAt: number;
  /** Lines by stream name, oldest first. */
  readonly streams: Map<string, LogLine[]>;
}

export const logsHandlers: HandlerTable = {
  GetLogEvents: handle(getLogEvents),
  FilterLogEvents: handle(filterLogEvents),
  DescribeLogGroups: handle(describeLogGroups),
  DescribeLogStreams: handle(describeLogStreams),
};

const INVALID_TOKEN = {
  code: "InvalidParameterException",
  message: "The specified nextToken is invalid.",
} as const;

/** Writes what a container prints to `<prefix>/<container>/<task id>`, where the awslogs driver puts it. */
export function writeLogLines(
  world: World,
  task: TaskRecord,
  container: ContainerRecord,
  lines: readonly string[],
): void {
  const { logDriver, options = {} } = container.definition.logConfiguration ?? {};
  const name = options["awslogs-group"];
  if (logDriver !== "awslogs" || name === undefined) {
    return;
  }
  const group = addLogGroup(world, name);
  const prefix = options["awslogs-stream-prefix"];
  const stream = prefix === undefined ? container.runtimeId : `${prefix}/${container.definition.name ?? ""}/${task.id}`;
  const known = group.streams.get(stream) ?? [];
  group.streams.set(stream, [
    ...known,
    ...lines.map((message, index) => ({
      timestamp: Math.round(world.timeline.now) + index,
      message,
    })),
  ]);
}

/** Adds a log group, or answers the one that is there. */
export function addLogGroup(world: World, name: string): LogGroupRecord {
  const known = world.logGroups.get(name);
  if (known !== undefined) {
    return known;
  }
  const group: LogGroupRecord = { name, createdAt: world.timeline.now, streams: new Map() };
  world.logGroups.set(name, group);
  return group;
}

function requireGroup(
  world: World,
  request: { logGroupName?: string | undefined; logGroupIdentifier?: string | undefined },
): LogGroupRecord {
  const name = request.logGroupName ?? request.logGroupIdentifier?.replace(/^arn:.*:log-group:([^:]+)(?::\*)?$/, "$1");
  if (name === undefined) {
    throw new ServiceError("InvalidParameterException", "logGroupName must be given.");
  }
  const group = world.logGroups.get(name);
  if (group === undefined) {
    throw new ServiceError("ResourceNotFoundException", "The specified log group does not exist.");
  }
  return group;
}

function getLogEvents(request: GetLogEventsRequest, world: World): GetLogEventsResponse {
  const group = requireGroup(world, request);
  const lines = group.streams.get(request.logStreamName ?? "");
  if (lines === undefined) {
    throw new ServiceError("ResourceNotFoundException", "The specified log stream does not exist.");
  }
  const limit = request.limit ?? 10_000;
  if (limit < 1 || limit > 10_000) {
    throw new ServiceError("InvalidParameterException", "limit must be between 1 and 10000.");
  }
  const chosen = lines.filter((line) => isWithin(line, request));
  // Tokens of GetLogEvents never run out: the end is told by getting the same token again.
  const token = /^([fb])\/(\d+)$/.exec(request.nextToken ?? "");
  if (request.nextToken !== undefined && token === null) {
    throw new ServiceError(INVALID_TOKEN.code, INVALID_TOKEN.message);
  }
  let start: number;
  let end: number;
  if (token?.[1] === "b") {
    end = Math.min(Number(token[2]), chosen.length);
    start = Math.max(0, end - limit);
  } else if (token?.[1] === "f" || request.startFromHead === true) {
    start = Math.min(Number(token?.[2] ?? 0), chosen.length);
    end = Math.min(chosen.length, start + limit);
  } else {
    end = chosen.length;
    start = Math.max(0, end - limit);
  }
  return {
    events: chosen.slice(start, end).map(({ timestamp, message }) => ({
      timestamp,
      message,
      ingestionTime: timestamp,
    })),
    nextForwardToken: `f/${end}`,
    nextBackwardToken: `b/${start}`,
  };
}

function isWithin(line: LogLine, range: { startTime?: number | undefined; endTime?: number | undefined }): boolean {
  return (
    (range.startTime === undefined || line.timestamp >= range.startTime) &&
    (range.endTime === undefined || line.timestamp < range.endTime)
  );
}

function filterLogEvents(request: FilterLogEventsRequest, world: World): FilterLogEventsResponse {
  const group = requireGroup(world, request);
  if (request.logStreamNames !== undefined && request.logStreamNamePrefix !== undefined) {
    throw new ServiceError(
      "InvalidParameterException",
      "logStreamNames and logStreamNamePrefix can not both be given.",
    );
  }
  const pattern = request.filterPattern?.replaceAll('"', "").trim() ?? "";
  const events = [...group.streams]
    .filter(
      ([name]) =>
        (request.logStreamNames === undefined || request.logStreamNames.includes(name)) &&
        name.startsWith(request.logStreamNamePrefix ?? ""),
    )
    .flatMap(([logStreamName, lines]) =>
      lines
        .filter((line) => isWithin(line, request) && line.message.includes(pattern))
        .map((line, index) => ({
          logStreamName,
          timestamp: line.timestamp,
          message: line.message,
          ingestionTime: line.timestamp,
          eventId: `${line.timestamp}${String(index).padStart(6, "0")}`,
        })),
    )
    .toSorted((a, b) => a.timestamp - b.timestamp);
  const size = Math.min(request.limit ?? 10_000, world.settings.pageSize);
  const page = takePage(events, request.nextToken, size, INVALID_TOKEN);
  return { events: page.items, searchedLogStreams: [], nextToken: page.nextToken };
}

function describeLogGroups(request: DescribeLogGroupsRequest, world: World): DescribeLogGroupsResponse {
  const groups = [...world.logGroups.values()]
    .filter(({ name }) => name.startsWith(request.logGroupNamePrefix ?? ""))
    .filter(({ name }) => name.includes(request.logGroupNamePattern ?? ""))
    .toSorted((a, b) => (a.name < b.name ? -1 : 1))
    .map((group) => ({
      logGroupName: group.name,
      creationTime: Math.round(group.createdAt),
      metricFilterCount: 0,
      arn: makeArn(world, "logs", `log-group:${group.name}:*`),
      logGroupArn: makeArn(world, "logs", `log-group:${group.name}`),
      storedBytes: 0,
      logGroupClass: "STANDARD" as const,
    }));
  const size = Math.min(request.limit ?? 50, world.settings.pageSize);
  const page = takePage(groups, request.nextToken, size, INVALID_TOKEN);
  return { logGroups: page.items, nextToken: page.nextToken };
}

function describeLogStreams(request: DescribeLogStreamsRequest, world: World): DescribeLogStreamsResponse {
  const group = requireGroup(world, request);
  const streams = [...group.streams]
    .filter(([name]) => name.startsWith(request.logStreamNamePrefix ?? ""))
    .map(([logStreamName, lines]) => ({
      logStreamName,
      creationTime: lines[0]?.timestamp ?? Math.round(group.createdAt),
      firstEventTimestamp: lines[0]?.timestamp,
      lastEventTimestamp: lines.at(-1)?.timestamp,
      arn: makeArn(world, "logs", `log-group:${group.name}:log-stream:${logStreamName}`),
      storedBytes: 0,
    }))
    .toSorted((a, b) =>
      request.orderBy === "LastEventTime"
        ? (a.lastEventTimestamp ?? 0) - (b.lastEventTimestamp ?? 0)
        : a.logStreamName < b.logStreamName
          ? -1
          : 1,
    );
  const ordered = request.descending === true ? streams.toReversed() : streams;
  const size = Math.min(request.limit ?? 50, world.settings.pageSize);
  const page = takePage(ordered, request.nextToken, size, INVALID_TOKEN);
  return { logStreams: page.items, nextToken: page.nextToken };
}
