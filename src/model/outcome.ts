import type { StepAction } from "./plan.ts";

/** How a step ended. */
export type OutcomeStatus =
  | "succeeded"
  /** Nothing was to be done. */
  | "unchanged"
  | "failed"
  /** The circuit breaker put the service back on the revision it ran before. */
  | "rolled-back"
  /** Done without watching the rollout (`wait: false`). */
  | "started"
  | "blocked"
  /** A newer run has taken the location over: what this run was asked for is not what runs. */
  | "superseded"
  /** Not begun, because the run was interrupted. */
  | "skipped";

/** One task that explains a failure: most have stopped. */
export interface StoppedTaskReport {
  readonly taskId: string;
  readonly stopCode?: string;
  readonly stoppedReason?: string;
  /** Of a task that has not stopped: ECS's word for what it is doing. */
  readonly lastStatus?: string;
  /** How many more tasks of the rollout stopped in the same way. */
  readonly alike?: number;
  readonly containers: readonly {
    readonly name: string;
    readonly exitCode?: number;
    readonly reason?: string;
    /** Of a container that runs or waits: ECS's words for it, for example `RUNNING, health UNKNOWN`. */
    readonly state?: string;
    /** The last log lines of a container that failed, oldest first. */
    readonly logLines: readonly string[];
    /** Why there are no log lines of a container that failed. */
    readonly logProblem?: string;
  }[];
}

/** Why a rollout failed, from what ECS and CloudWatch Logs say. */
export interface FailureReport {
  /** What the rollout was at, for example `starting the tasks (pulling the image included)`. */
  readonly phase: string;
  readonly events: readonly string[];
  readonly stoppedTasks: readonly StoppedTaskReport[];
  readonly image: string;
  readonly taskDefinitionArn: string;
  /** What state the service was left in. */
  readonly leftState: string;
  /** A first guess in plain words, for the well-known causes. */
  readonly guess?: string;
  /** What could not be looked up, and why: the report is not complete. */
  readonly notes?: readonly string[];
}

/** A part of the time a location took; milliseconds since the epoch. */
export interface OutcomePhase {
  readonly name: "prepare" | "task-start" | "health-check" | "completion" | "rollback" | "removal";
  readonly from: number;
  readonly to: number;
}

/** What happened for one location. */
export interface LocationOutcome {
  readonly location: string;
  readonly action: StepAction;
  readonly status: OutcomeStatus;
  /** One sentence in the user's words. */
  readonly message: string;
  readonly service: string;
  readonly taskDefinitionArn?: string;
  readonly image?: string;
  readonly hostname?: string;
  readonly port?: number;
  readonly failure?: FailureReport;
  /** What went wrong beside it and does not change how it ended. */
  readonly warnings?: readonly string[];
  /** Seconds. */
  readonly duration?: number;
  /** What that time went into, in order and without gaps. */
  readonly phases?: readonly OutcomePhase[];
}

/** What an apply did, per location, in the order of the plan. */
export interface Outcome {
  readonly locations: readonly LocationOutcome[];
  readonly succeeded: boolean;
}
