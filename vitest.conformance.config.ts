import { defineConfig } from "vitest/config";

/** Run by scripts/conformance.mjs, which starts the third-party emulator first. */
export default defineConfig({
  test: { include: ["__tests__/conformance/**/*.test.ts"], testTimeout: 120_000, hookTimeout: 60_000 },
});
