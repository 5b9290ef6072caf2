import { join } from "node:path";
import process from "node:process";
import { defineConfig } from "vitest/config";

// A bundle is started some thousand times, and compiling it is most of what its start takes. Tests hand this on.
process.env.NODE_COMPILE_CACHE ??= join(import.meta.dirname, "node_modules", ".cache", "compiled");

export default defineConfig({
  test: {
    include: ["__tests__/**/*.test.ts"],
    exclude: ["__tests__/conformance/**", "node_modules/**"],
    testTimeout: 60_000,
    hookTimeout: 60_000,
    // Most of an end-to-end test is waiting for a scaled clock: one worker for each processor would leave them idle.
    maxWorkers: 4,
  },
});
