import type { Call } from "../../emulator/index.ts";

/** Amazon ECS Developer Guide, "Request throttling for the Amazon ECS API": burst, then calls per second. */
const BUCKETS: readonly {
  readonly operations: readonly string[];
  readonly burst: number;
  readonly perSecond: number;
}[] = [
  { operations: ["RegisterTaskDefinition", "DeregisterTaskDefinition"], burst: 20, perSecond: 1 },
  { operations: ["DescribeTaskDefinition", "ListTaskDefinitions"], burst: 50, perSecond: 20 },
  { operations: ["CreateService", "UpdateService", "DeleteService"], burst: 50, perSecond: 5 },
  { operations: ["DescribeServices", "ListServices"], burst: 100, perSecond: 20 },
  { operations: ["TagResource", "UntagResource"], burst: 20, perSecond: 10 },
  { operations: ["DescribeTasks", "ListTasks"], burst: 100, perSecond: 20 },
  { operations: ["DescribeClusters"], burst: 50, perSecond: 20 },
];

/** The calls of Amazon ECS, attempts that failed included, that found their bucket empty. */
export function callsBeyondBuckets(calls: readonly Call[]): readonly Call[] {
  return BUCKETS.flatMap(({ operations, burst, perSecond }) => {
    let tokens = burst;
    let at = Number.POSITIVE_INFINITY;
    return calls
      .filter(({ service, operation }) => service === "ecs" && operations.includes(operation))
      .filter((call) => {
        tokens = Math.min(burst, tokens + Math.max(0, (call.at - at) / 1_000) * perSecond);
        at = call.at;
        tokens -= 1;
        return tokens < 0;
      });
  });
}
