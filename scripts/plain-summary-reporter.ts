import process from "node:process";
import type { Reporter, SerializedError, TestModule } from "vitest/node";

/**
 * Ends the output with one plain line, `12 passed, 0 failed, 2 skipped`, for programs that read it. What failed outside
 * of a test (a file that cannot be loaded, a hook, an unhandled rejection) counts as failed; the exit code is vitest's
 * own, and when it says failure, so does the line.
 */
export class PlainSummaryReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], unhandledErrors: readonly SerializedError[]): void {
    const counts = { passed: 0, failed: unhandledErrors.length, skipped: 0 };
    for (const module of modules) {
      counts.failed += module.errors().length;
      for (const suite of module.children.allSuites()) counts.failed += suite.errors().length;
      for (const test of module.children.allTests()) {
        const { state } = test.result();
        if (state === "pending") counts.skipped += 1;
        else counts[state] += 1;
      }
    }
    process.once("exit", (exitCode) => {
      const failed = exitCode === 0 ? counts.failed : Math.max(1, counts.failed);
      const skipped = counts.skipped === 0 ? "" : `, ${counts.skipped} skipped`;
      process.stdout.write(`\n${counts.passed} passed, ${failed} failed${skipped}\n`);
    });
  }
}
