import type { DesiredLocation } from "../model/desired.ts";
import type { LiveService, TagMap } from "../model/live-state.ts";
import type { Plan, Step } from "../model/plan.ts";
import type { RunMark } from "../model/run-order.ts";
import type { Clock, DiscoveryPort, EcsPort, LogsPort } from "../ports.ts";
import type { Remover } from "./removal.ts";
import type { TaskWatcher } from "./task-watcher.ts";

/** What an apply works with. */
export interface ApplyInput {
  readonly plan: Plan;
  readonly desired: ReadonlyMap<string, DesiredLocation>;
  /** Locations whose last rollout still goes on, or whose service lacks tasks: its end is this run's end, too. */
  readonly unfinished: ReadonlySet<string>;
  /** Locations without changes whose service lacks the fingerprint tag: with it, the next plan need not look. */
  readonly unmarked: ReadonlySet<string>;
  /** ARNs of the Cloud Map services that exist, by location. */
  readonly registries: ReadonlyMap<string, string>;
  /** Tags that say which run wrote last (`/commit`, `/run`). */
  readonly runTags: TagMap;
  /** `revision:hash` for the `/fingerprint` tag. */
  readonly formatFingerprint: (taskDefinitionArn: string, fullFingerprint: string) => string;
  /** A redeploy or rollback: a service gets new tasks or another revision, and keeps everything else. */
  readonly revisionsOnly?: boolean;
  /** Run each new revision once with `dagster definitions validate` before a service gets it. */
  readonly loadCheck: boolean;
  /** The services the plan was made on, by name; where they are not given, none of them is missed. */
  readonly services?: ReadonlyMap<string, LiveService>;
  /** How this run stands to others; absent where it has no place among them (by hand), or may overwrite newer ones. */
  readonly contest?: Contest;
  /** How many revisions of a family to keep when its rollout has succeeded; undefined: all. */
  readonly keepRevisions?: number | undefined;
  readonly wait: boolean;
  /** Milliseconds; else each location's own timeouts. */
  readonly rolloutTimeoutMs: number | undefined;
  readonly namespaceId: string;
  /** Name of the Cloud Map namespace, for host names. */
  readonly namespaceName: string | undefined;
  readonly redact: (text: string) => string;
  readonly onProgress: (location: string, text: string) => void;
  /** What is being waited for, whenever that changes, and for how many seconds so far; else it goes to `onProgress`. */
  readonly onWaiting?: (waiting: readonly Waiting[], seconds: number) => void;
  /** Aborted when the run is cancelled: no new work is begun. */
  readonly signal: AbortSignal;
}

/** A rollout whose end is waited for, and how far it has come. */
export interface Waiting {
  readonly location: string;
  readonly progress: string;
}

/** What is needed to give way to newer runs, and to win over older ones. */
export interface Contest {
  readonly own: RunMark;
  /** True when the plan has seen traces of a run that may be at work still. */
  readonly rivalSeen: boolean;
  /** Plans one location anew on what is there now; undefined for one that is to be removed. */
  readonly replan: (location: string) => Promise<Replanned | undefined>;
  /** With `prune`: what is to be deleted now; an older run may have made something that this one does not have. */
  readonly findAbandoned?: () => Promise<readonly Step[]>;
}

/** One location, planned anew. */
export interface Replanned {
  readonly step: Step;
  /** What `unfinished`, `unmarked` and `registries` of the ApplyInput say of it now. */
  readonly isUnfinished: boolean;
  readonly registryArn: string | undefined;
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
  /** The one for all code servers that go. */
  readonly remover: Remover;
}
