import type { DesiredLocation } from "../model/desired.ts";
import type { TagMap } from "../model/live-state.ts";
import type { Plan } from "../model/plan.ts";
import type { Clock, DiscoveryPort, EcsPort, LogsPort } from "../ports.ts";
import type { TaskWatcher } from "./task-watcher.ts";

/** What an apply works with. */
export interface ApplyInput {
  readonly plan: Plan;
  readonly desired: ReadonlyMap<string, DesiredLocation>;
  /** Locations without changes whose last rollout still goes on: its end is this run's end, too. */
  readonly unfinished: ReadonlySet<string>;
  /** Locations without changes whose service lacks the fingerprint tag: with it, the next plan need not look. */
  readonly unmarked: ReadonlySet<string>;
  /** ARNs of the Cloud Map services that exist, by location. */
  readonly registries: ReadonlyMap<string, string>;
  /** Tags that say which run wrote last (`/commit`, `/run`). */
  readonly runTags: TagMap;
  /** The same for one run, different for another: makes client tokens. */
  readonly runKey: string;
  /** `revision:hash` for the `/fingerprint` tag. */
  readonly formatFingerprint: (taskDefinitionArn: string, fullFingerprint: string) => string;
  /** A redeploy or rollback: a service gets new tasks or another revision, and keeps everything else. */
  readonly revisionsOnly?: boolean;
  /** Run each new revision once with `dagster definitions validate` before a service gets it. */
  readonly loadCheck: boolean;
  readonly wait: boolean;
  /** Milliseconds; else each location's own timeouts. */
  readonly rolloutTimeoutMs: number | undefined;
  readonly namespaceId: string;
  /** Name of the Cloud Map namespace, for host names. */
  readonly namespaceName: string | undefined;
  readonly redact: (text: string) => string;
  readonly onProgress: (location: string, text: string) => void;
  /** Aborted when the run is cancelled: no new work is begun. */
  readonly signal: AbortSignal;
}

/** What an apply needs of the world. */
export interface ApplyPorts {
  readonly ecs: EcsPort;
  readonly discovery: DiscoveryPort;
  readonly logs: LogsPort;
  readonly clock: Clock;
}

/** What a step works with: the world, and what all steps of a run share. */
export interface StepTools extends ApplyPorts {
  /** The one poller of one-off tasks. */
  readonly tasks: TaskWatcher;
}
