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
  ["killed", task({ stopCode: "EssentialContainerExited" }, { exitCode: 137 }), /out of memory/],
  [
    "rate limit of Docker Hub",
    task({ stoppedReason: "CannotPullContainerError: toomanyrequests: You have reached your pull rate limit." }),
    /rate limit/,
  ],
  [
    "a registry that is not reached",
    task({ stoppedReason: "CannotPullContainerError: dial tcp 10.0.0.1:443: i/o timeout" }),
    /NAT gateway/,
  ],
  [
    "Secrets Manager that is not reached",
    task({
      stoppedReason:
        "ResourceInitializationError: unable to pull secrets or registry auth: unable to retrieve secret from asm: context deadline exceeded",
    }),
    /NAT gateway/,
  ],
  [
    "a registry of another account",
    task({
      stoppedReason:
        "CannotPullContainerError: pull access denied, repository does not exist or may require authorization",
    }),
    /may not pull/,
  ],
  [
    "an execution role without ECR",
    task({
      stoppedReason:
        "ResourceInitializationError: unable to pull secrets or registry auth: unable to retrieve ecr registry auth: AccessDeniedException: not authorized to perform: ecr:GetAuthorizationToken",
    }),
    /may not pull/,
  ],
  [
    "an execution role that cannot be assumed",
    task({
      stoppedReason:
        "ResourceInitializationError: unable to pull secrets or registry auth: unable to get execution role credentials: ECS was unable to assume the role",
    }),
    /execution role/,
  ],
  [
    "EFS",
    task({
      stoppedReason:
        "ResourceInitializationError: failed to invoke EFS utils commands to set up EFS volumes: Failed to resolve",
    }),
    /mount a volume/,
  ],
  [
    "no dagster in the image",
    task(
      {},
      { reason: 'CannotStartContainerError: runc create failed: exec: "dagster": executable file not found in $PATH' },
    ),
    /lacks the command/,
  ],
  [
    "an end without an error",
    task(
      { stopCode: "EssentialContainerExited", stoppedReason: "Essential container in task exited" },
      { exitCode: 0 },
    ),
    /ended by itself/,
  ],
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
    expect(guessCause({ stoppedTasks: [stopped], events: [] })).toMatch(expected);
  });

  test.each<[string, Parameters<typeof guessCause>[0], RegExp]>([
    [
      "no capacity on Fargate",
      {
        stoppedTasks: [],
        events: ["(service x) was unable to place a task. Reason: Capacity is unavailable at this time."],
      },
      /no Fargate capacity/,
    ],
    [
      "no place on instances",
      {
        stoppedTasks: [],
        events: ["(service x) was unable to place a task because no container instance met all of its requirements."],
      },
      /no place for the task/,
    ],
    ["a health check that says nothing", { stoppedTasks: [], events: [], timedOut: "health-check" }, /startPeriod/],
  ])("%s", (_name, input, expected) => {
    expect(guessCause(input)).toMatch(expected);
  });

  test("a task that ECS stopped was not killed for its memory", () => {
    const stopped = task(
      { stopCode: "ServiceSchedulerInitiated", stoppedReason: "Scaling activity" },
      { exitCode: 137 },
    );
    expect(guessCause({ stoppedTasks: [stopped], events: [] })).toBeUndefined();
  });

  test("says nothing when nothing is known", () => {
    const stopped = task({ stoppedReason: "Essential container in task exited" }, { exitCode: 3 });
    expect(guessCause({ stoppedTasks: [stopped], events: [] })).toBeUndefined();
  });
});
