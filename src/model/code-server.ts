/** Name of the code server's container in every task definition (agent: always `dagster`). */
export const CODE_SERVER_CONTAINER = "dagster";

/** Environment variable that carries the location's `container_context` as JSON, for the run launcher. */
export const CONTAINER_CONTEXT_VARIABLE = "DAGSTER_CONTAINER_CONTEXT";

/** Environment variable that carries the code server's image, for the run launcher. */
export const CURRENT_IMAGE_VARIABLE = "DAGSTER_CURRENT_IMAGE";

/** CPU units and MiB of a code server's task where nothing is configured (docs/agent.md, Merge of the two levels). */
export const DEFAULT_TASK_CPU = "256";
export const DEFAULT_TASK_MEMORY = "512";
