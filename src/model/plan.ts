import type { JsonValue } from "./json.ts";
import type { LiveCloudMapService, TagMap } from "./live-state.ts";

/** A value in a report. What is hidden carries no text at all. */
export type ShownValue =
  | { readonly kind: "shown"; readonly value: JsonValue }
  /** `why` says where it comes from, for example `from the step's environment`. */
  | { readonly kind: "hidden"; readonly why: string };

/** Worst consequence of a change, from least to most. */
export type Impact = "none" | "in-place" | "rollout" | "downtime" | "removal";

/** One difference between what runs and what should. */
export interface FieldChange {
  readonly resource: "task-definition" | "service" | "cloud-map" | "tags";
  /** For example `containerDefinitions.dagster.environment.LOG_LEVEL`. */
  readonly path: string;
  readonly change: "added" | "removed" | "changed";
  readonly before?: ShownValue;
  readonly after?: ShownValue;
  readonly impact: Impact;
  /** True for what a reviewer must look at twice: roles, secrets, registries. */
  readonly sensitive: boolean;
  /**
   * True for what was changed past this action since it last wrote: the step puts it back. Absent where the
   * configuration changes it, or nobody can tell.
   */
  readonly outside?: boolean;
}

/** What is done for a location. */
export type StepAction = "create" | "update" | "replace" | "redeploy" | "rollback" | "delete" | "none" | "blocked";

/** What the plan was computed on: it is refused when this has moved. */
export interface PlanBase {
  readonly serviceArn?: string;
  readonly taskDefinitionArn?: string;
  readonly ecsDeploymentId?: string;
}

/** What a `delete` removes beside the ECS service of the step's name, which need not be there any more. */
export interface Removal {
  /** Our tags that say whose it is: only what carries exactly these is touched. */
  readonly identity: TagMap;
  readonly cloudMapService?: LiveCloudMapService;
  /** Families whose revisions are deregistered. */
  readonly families: readonly string[];
  /** ARNs of revisions that stay because another service uses them. */
  readonly usedElsewhere: readonly string[];
}

/** One step per location. */
export interface Step {
  readonly location: string;
  readonly action: StepAction;
  /** `code` is stable; `text` is for people. */
  readonly reason: { readonly code: string; readonly text: string };
  readonly service: string;
  readonly cluster: string;
  readonly family: string;
  /** Absent for delete. */
  readonly image?: {
    readonly requested: string;
    readonly reference: string;
    readonly previous?: string;
    readonly status: string;
  };
  /** What RegisterTaskDefinition would do: a new revision, or an ARN that is there already. */
  readonly taskDefinition: { readonly register: boolean; readonly reuse?: string };
  readonly base: PlanBase;
  /** Sorted by resource, then path. */
  readonly changes: readonly FieldChange[];
  readonly impact: Impact;
  readonly warnings: readonly string[];
  /** Hex SHA-256: of the desired state without its image, and with it. Absent for delete. */
  readonly fingerprints?: {
    readonly configuration: string;
    readonly full: string;
    /** Of the settings and user tags of the service. */
    readonly settings?: string;
  };
  /** For delete only. */
  readonly removal?: Removal;
}

/** The plan: versioned, serializable, without timestamps, in stable order. Everything else is a view of it. */
export interface Plan {
  readonly formatVersion: 1;
  readonly request: {
    readonly deployment: string;
    readonly kind: "full" | "branch";
    /** Of a branch deployment. */
    readonly pullRequest?: number;
    readonly organization: string | null;
    readonly cluster: string;
    readonly region: string;
    readonly account: string;
    /** `owner/repo:path`. */
    readonly source: string;
    readonly commit: string | null;
  };
  /** Sorted by location name in code point order. */
  readonly steps: readonly Step[];
  /** Locations of the file that were not selected. */
  readonly notSelected: readonly string[];
}

/** True when a step puts the service on another revision than the one it runs. */
export function movesRevision({ taskDefinition }: Pick<Step, "taskDefinition">): boolean {
  return taskDefinition.register || taskDefinition.reuse !== undefined;
}
