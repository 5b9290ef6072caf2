import type { LiveCloudMapService, LiveService, TagMap } from "./live-state.ts";

/** What AWS has of one code location that is to go: all of it, or what an interrupted removal left. */
export interface Remains {
  /** Our tags that say whose it is (`identityOf`), as they were found. */
  readonly identity: TagMap;
  /** The one name of ECS service and Cloud Map service, whether they are there or not. */
  readonly name: string;
  readonly service?: LiveService;
  readonly cloudMapService?: LiveCloudMapService;
  /** Task definition families that have ACTIVE revisions. */
  readonly families: readonly string[];
  /** ARNs of revisions that other services of the cluster use. */
  readonly usedElsewhere: readonly string[];
}
