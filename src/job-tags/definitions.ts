/**
 * What becomes of the tags that a definition is given.
 *
 * - `run`: they are on every run of a job, where the run launcher reads them.
 * - `request`: they are on the runs that this starts, over those of the job.
 * - `uncertain`: on runs in some uses only.
 * - `step`: they are on a step, where only `ecs_executor` reads them.
 * - `label`: they describe the definition and reach no run.
 */
export type TagRole = "run" | "request" | "uncertain" | "step" | "label";

/** What a message calls the thing that has the tags. */
export type DefinitionKind = "job" | "op" | "graph" | "asset" | "schedule" | "sensor" | "run request";

/** A function or class of Dagster that takes tags: by which keyword, and what becomes of them. */
export interface TaggedDefinition {
  readonly kind: DefinitionKind;
  readonly keywords: { readonly [keyword: string]: TagRole };
  /** The package that has it; `dagster` when absent. */
  readonly library?: string;
  /** Whether it is made of a graph, whose own tags are below those it is given (Dagster's job_definition.py). */
  readonly graph?: true;
}

const JOB: TaggedDefinition = { kind: "job", keywords: { tags: "run", run_tags: "run" } };
const OP: TaggedDefinition = { kind: "op", keywords: { tags: "step" } };
const ASSET: TaggedDefinition = { kind: "asset", keywords: { tags: "label", op_tags: "step" } };
const SCHEDULE: TaggedDefinition = { kind: "schedule", keywords: { tags: "request" } };
const SENSOR: TaggedDefinition = { kind: "sensor", keywords: { tags: "label", run_tags: "request" } };
const RUN_REQUEST: TaggedDefinition = { kind: "run request", keywords: { tags: "request" } };

/**
 * By name (docs.dagster.io, API reference). With `run_tags` of a job, its `tags` reach no run (Dagster 1.8.10). A
 * function under `@schedule` mostly returns run requests, which have their own tags.
 */
export const TAGGED_DEFINITIONS: ReadonlyMap<string, TaggedDefinition> = new Map([
  ["job", JOB],
  ["JobDefinition", { ...JOB, graph: true }],
  ["define_asset_job", JOB],
  ["op", OP],
  ["OpDefinition", OP],
  ["graph", { kind: "graph", keywords: { tags: "uncertain" } }],
  ["GraphDefinition", { kind: "graph", keywords: { tags: "uncertain" } }],
  ["asset", ASSET],
  ["multi_asset", ASSET],
  ["graph_asset", ASSET],
  ["graph_multi_asset", ASSET],
  ["observable_source_asset", ASSET],
  ["multi_observable_source_asset", ASSET],
  ["dbt_assets", { ...ASSET, library: "dagster_dbt" }],
  ["AssetSpec", ASSET],
  ["AssetOut", ASSET],
  ["SourceAsset", ASSET],
  ["ScheduleDefinition", SCHEDULE],
  ["schedule", { kind: "schedule", keywords: { tags: "uncertain" } }],
  ["build_schedule_from_partitioned_job", SCHEDULE],
  // It makes a job of assets and gives the tags to that (dagster_dbt's asset_utils.py).
  ["build_schedule_from_dbt_selection", { kind: "schedule", keywords: { tags: "run" }, library: "dagster_dbt" }],
  ["sensor", SENSOR],
  ["asset_sensor", SENSOR],
  ["multi_asset_sensor", SENSOR],
  ["run_status_sensor", SENSOR],
  ["SensorDefinition", SENSOR],
  ["AutomationConditionSensorDefinition", SENSOR],
  ["RunRequest", RUN_REQUEST],
]);

/** Methods that take tags, and what they are methods of. */
export const METHODS: ReadonlyMap<
  string,
  { readonly receiver: DefinitionKind; readonly definition: TaggedDefinition }
> = new Map([
  ["to_job", { receiver: "graph", definition: { ...JOB, graph: true } }],
  // The tags of the partition are over these (Dagster's unresolved_asset_job_definition.py).
  [
    "run_request_for_partition",
    { receiver: "job", definition: { kind: "run request", keywords: { tags: "uncertain" } } },
  ],
]);
