import { defineConfig, mergeConfig } from "vitest/config";
import { PlainSummaryReporter } from "./scripts/plain-summary-reporter.ts";
import base from "./vitest.config.ts";

/** All tests, with a last line that programs can read. */
export default mergeConfig(base, defineConfig({ test: { reporters: ["default", new PlainSummaryReporter()] } }));
