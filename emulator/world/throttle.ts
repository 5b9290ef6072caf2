/**
 * ECS API token buckets per account and region (Amazon ECS developer guide, "Request throttling for the
 * Amazon ECS API"): bucket size and refill per second.
 */
interface BucketSize {
  readonly burst: number;
  readonly perSecond: number;
}

type BucketName =
  | "registerTaskDefinition"
  | "taskDefinitionReads"
  | "serviceChanges"
  | "serviceReads"
  | "tags"
  | "taskReads"
  | "clusterReads";

const BUCKETS: Readonly<Record<BucketName, BucketSize>> = {
  registerTaskDefinition: { burst: 20, perSecond: 1 },
  taskDefinitionReads: { burst: 50, perSecond: 20 },
  serviceChanges: { burst: 50, perSecond: 5 },
  serviceReads: { burst: 100, perSecond: 20 },
  tags: { burst: 20, perSecond: 10 },
  taskReads: { burst: 100, perSecond: 20 },
  clusterReads: { burst: 50, perSecond: 20 },
};

const BUCKET_OF: ReadonlyMap<string, BucketName> = new Map([
  ["RegisterTaskDefinition", "registerTaskDefinition"],
  ["DeregisterTaskDefinition", "registerTaskDefinition"],
  ["DescribeTaskDefinition", "taskDefinitionReads"],
  ["ListTaskDefinitions", "taskDefinitionReads"],
  ["CreateService", "serviceChanges"],
  ["UpdateService", "serviceChanges"],
  ["DeleteService", "serviceChanges"],
  ["DescribeServices", "serviceReads"],
  ["ListServices", "serviceReads"],
  ["TagResource", "tags"],
  ["UntagResource", "tags"],
  ["ListTagsForResource", "tags"],
  ["DescribeTasks", "taskReads"],
  ["ListTasks", "taskReads"],
  ["DescribeClusters", "clusterReads"],
] as const);

/** Token buckets over emulated time. */
export class Throttle {
  readonly #levels = new Map<BucketName, { tokens: number; at: number }>();

  /** Takes one token for an ECS operation; false when there is none. Operations without a bucket are free. */
  take(operation: string, now: number): boolean {
    const name = BUCKET_OF.get(operation);
    if (name === undefined) {
      return true;
    }
    const size = BUCKETS[name];
    const level = this.#levels.get(name) ?? { tokens: size.burst, at: now };
    const elapsed = Math.max(0, now - level.at) / 1000;
    const tokens = Math.min(size.burst, level.tokens + elapsed * size.perSecond);
    const granted = tokens >= 1;
    this.#levels.set(name, { tokens: granted ? tokens - 1 : tokens, at: now });
    return granted;
  }
}
