/**
 * Writes schema/dagster_cloud.schema.json from the definitions that the check of the configuration reads.
 *
 * node scripts/generate-json-schema.mjs
 */
import { mkdirSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { renderJsonSchema } from "../src/commands/schema.ts";

const TARGET = new URL("../schema/dagster_cloud.schema.json", import.meta.url);

mkdirSync(fileURLToPath(new URL(".", TARGET)), { recursive: true });
writeFileSync(TARGET, `${renderJsonSchema()}\n`);
