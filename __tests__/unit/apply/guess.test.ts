import { describe, expect, test } from "vitest";
import { guessCause } from "../../../src/apply/guess.ts";
import type { StoppedTaskReport } from "../../../src/model/outcome.ts";

function task(
  rest: Partial<StoppedTaskReport>,
  container: { exitCode?: number; reason?: string; log?: string[] } = {},
) {
  const { log = [], ...known } = container;
  return { taskId: "1", containers: [{ name: "dagster", logLines: log, ...known }], ...rest };
}

const cases: readonly [string, StoppedTaskReport, RegExp][] = [
  [
    "missing tag",
    task({
      stopCode: "TaskFailedToStart",
      stoppedReason: "CannotPullContainerError: pull image manifest has been retried 1 time(s): failed to resolve ref",
    }),
    /could not pull the image/,
  ],
  [
    "wrong processor, in the log",
    task({}, { exitCode: 1, log: ["exec /usr/local/bin/dagster: exec format error"] }),
    /another processor/,
  ],
  [
    "secret",
    task({
      stoppedReason:
        "ResourceInitializationError: unable to pull secrets or registry auth: ResourceNotFoundException: Secrets Manager can't find the specified secret.",
    }),
    /fetch a secret/,
  ],
  [
    "log group",
    task({
      stoppedReason:
        "ResourceInitializationError: failed to validate logger args: create stream has been retried: The specified log group does not exist.",
    }),
    /write the log/,
  ],
  ["killed", task({}, { exitCode: 137 }), /out of memory/],
  [
    "OOM by name",
    task({}, { exitCode: 1, reason: "OutOfMemoryError: Container killed due to memory usage" }),
    /out of memory/,
  ],
  ["port", task({}, { exitCode: 1, log: ["OSError: [Errno 98] Address already in use"] }), /port/],
  [
    "import",
    task(
      {},
      { exitCode: 1, log: ["Traceback (most recent call last):", "ModuleNotFoundError: No module named 'etl'"] },
    ),
    /import the code/,
  ],
  ["health check", task({ stoppedReason: "Task failed container health checks" }), /health check failed/],
  [
    "any Python error",
    task({}, { exitCode: 1, log: ["Traceback (most recent call last):", "ValueError: x"] }),
    /Python error/,
  ],
];

describe("guessCause", () => {
  test.each(cases)("%s", (_name, stopped, expected) => {
    expect(guessCause([stopped], [])).toMatch(expected);
  });

  test("says nothing when nothing is known", () => {
    expect(
      guessCause([task({ stoppedReason: "Essential container in task exited" }, { exitCode: 3 })], []),
    ).toBeUndefined();
  });
});
