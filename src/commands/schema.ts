import { makeJsonSchema } from "../config/json-schema.ts";

/** The JSON Schema of `dagster_cloud.yaml` as a text, as it is in schema/dagster_cloud.schema.json. */
export function renderJsonSchema(): string {
  return JSON.stringify(makeJsonSchema(), null, 2);
}
