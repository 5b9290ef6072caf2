import { defineConfig } from "vitest/config";

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
