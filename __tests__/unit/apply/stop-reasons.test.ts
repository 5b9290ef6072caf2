import { describe, expect, test } from "vitest";
import { classifyStop, describeStop, type StopClass, stopsThatEndTheWait } from "../../../src/apply/stop-reasons.ts";
import type { EcsTask } from "../../../src/model/aws-shapes.ts";

type StopCode = NonNullable<EcsTask["stopCode"]>;

const PULL = "CannotPullContainerError: pull image manifest has been retried 7 time(s): ";
const INIT = "ResourceInitializationError: ";

/** Stop code, reason, class. Texts are AWS's, as the developer guide and bug reports quote them. */
const STOPS: readonly [StopCode | undefined, string, StopClass][] = [
  ["TaskFailedToStart", "Timeout waiting for network interface provisioning to complete.", "transient"],
  ["TaskFailedToStart", "Timeout waiting for EphemeralStorage provisioning to complete.", "transient"],
  ["TaskFailedToStart", "Timeout waiting for service discovery instance provisioning to complete.", "transient"],
  ["TaskFailedToStart", "The Service Discovery instance could not be registered.", "transient"],
  [undefined, "Unexpected EC2 error while attempting to Create Network Interface in subnet: AuthFailure", "transient"],
  ["TaskFailedToStart", `${PULL}Get "https://x": dial tcp 10.0.0.1:443: i/o timeout`, "transient"],
  ["TaskFailedToStart", `${PULL}read tcp: unexpected EOF`, "transient"],
  ["TaskFailedToStart", `${PULL}httpReadSeeker: invalid argument`, "transient"],
  ["TaskFailedToStart", `${PULL}net/http: TLS handshake timeout`, "transient"],
  ["TaskFailedToStart", `${PULL}unexpected status code: 503 Service Unavailable`, "transient"],
  ["TaskFailedToStart", "Capacity is unavailable at this time. Please try again later.", "transient"],
  ["TaskFailedToStart", "RESOURCE:ENI", "transient"],
  ["SpotInterruption", "Your Spot Task was interrupted.", "transient"],
  ["TaskFailedToStart", `${PULL}toomanyrequests: Rate exceeded`, "transient"],
  [
    "TaskFailedToStart",
    `${INIT}unable to pull secrets or registry auth: unable to retrieve secrets from ssm: ThrottlingException: Rate exceeded`,
    "transient",
  ],
  [
    "TaskFailedToStart",
    `${INIT}unable to pull secrets or registry auth: unable to retrieve secret from asm: api error InternalServiceError: an internal error`,
    "transient",
  ],
  ["TerminationNotice", "Host EC2 (instance i-0abc) terminated.", "intended"],
  ["TaskFailedToStart", `${PULL}failed to resolve ref: not found`, "failure"],
  ["TaskFailedToStart", `${PULL}toomanyrequests: You have reached your pull rate limit`, "failure"],
  ["TaskFailedToStart", `${PULL}no basic auth credentials`, "failure"],
  ["TaskFailedToStart", `${INIT}unable to pull secrets or registry auth: ResourceNotFoundException`, "failure"],
  ["TaskFailedToStart", `${INIT}failed to validate logger args: The specified log group does not exist.`, "failure"],
  ["TaskFailedToStart", `${INIT}failed to invoke EFS utils commands to set up EFS volumes`, "failure"],
  [undefined, "CannotStartContainerError: exec: dagster: executable file not found in $PATH", "failure"],
  ["EssentialContainerExited", "Essential container in task exited", "failure"],
  // What a program prints does not make its end transient.
  ["EssentialContainerExited", "Essential container in task exited: i/o timeout", "failure"],
  ["ServiceSchedulerInitiated", "Task failed container health checks", "failure"],
  ["ServiceSchedulerInitiated", "Task failed ELB health checks in (target-group arn:x)", "failure"],
  ["ServiceSchedulerInitiated", "Scaling activity initiated by (deployment ecs-svc/1)", "intended"],
  ["UserInitiated", "Task stopped by user", "intended"],
  ["TerminationNotice", "ECS is performing maintenance on the underlying infrastructure hosting the task.", "intended"],
];

describe("classifyStop", () => {
  test.each(STOPS)("%s: %s is %s", (stopCode, stoppedReason, expected) => {
    expect(classifyStop({ stoppedReason, ...(stopCode !== undefined && { stopCode }) })).toBe(expected);
  });

  test("a container's reason counts as well", () => {
    const containers = [{ name: "dagster", reason: `${PULL}dial tcp: i/o timeout` }];
    expect(classifyStop({ stopCode: "TaskFailedToStart", stoppedReason: "Task failed to start", containers })).toBe(
      "transient",
    );
  });
});

test.each([
  [0, 3],
  [1, 3],
  [6, 3],
  [7, 4],
  [20, 10],
  [1_000, 200],
])("with %i tasks wanted, %i that failed end the wait", (desired, expected) => {
  expect(stopsThatEndTheWait(desired)).toBe(expected);
});

test("a stop is told with the exit code that says most", () => {
  const stoppedReason = "Essential container in task exited";
  const containers = [
    { name: "log-router", exitCode: 0 },
    { name: "dagster", exitCode: 1 },
  ];
  expect(describeStop({ stoppedReason, containers })).toBe(
    "Essential container in task exited, dagster with exit code 1",
  );
  expect(describeStop({ stopCode: "SpotInterruption" })).toBe("SpotInterruption");
  expect(describeStop({})).toBe("no reason given");
});

const AGENT = "aws-guardduty-agent-k2xvn";

test.each<[string, EcsTask["containers"], string]>([
  [
    "the one that failed, not the one that was asked to stop for it",
    [
      { name: "log-router", exitCode: 143 },
      { name: "dagster", exitCode: 1 },
    ],
    "dagster with exit code 1",
  ],
  [
    "the one that failed, not the one that was killed because it did not stop",
    [
      { name: "log-router", exitCode: 137 },
      { name: "dagster", exitCode: 1 },
    ],
    "dagster with exit code 1",
  ],
  [
    "the essential one, not one that may fail",
    [
      { name: "metrics", exitCode: 1 },
      { name: "dagster", exitCode: 2 },
    ],
    "dagster with exit code 2",
  ],
  [
    "one of the task, not the agent that GuardDuty puts into it",
    [
      { name: AGENT, reason: "CannotPullContainerError: i/o timeout" },
      { name: "dagster", exitCode: 1 },
    ],
    "dagster with exit code 1",
  ],
  [
    "the one that was killed, where no other failed",
    [{ name: "dagster", exitCode: 137 }],
    "dagster with exit code 137",
  ],
])("a stop is told with %s", (_name, containers, expected) => {
  const stoppedReason = "Essential container in task exited";
  expect(describeStop({ stoppedReason, containers: [...(containers ?? [])] }, ["log-router", "dagster"])).toBe(
    `Essential container in task exited, ${expected}`,
  );
});

test("what becomes of GuardDuty's agent in a task makes its stop no other", () => {
  const containers = [
    { name: "dagster", reason: `${PULL}failed to resolve ref: not found` },
    { name: AGENT, reason: `${PULL}dial tcp: i/o timeout` },
  ];
  expect(classifyStop({ stopCode: "TaskFailedToStart", stoppedReason: "Task failed to start", containers })).toBe(
    "failure",
  );
});

test("the exit codes of containers that ECS has stopped tell nothing", () => {
  for (const exitCode of [143, 137, 0]) {
    const containers = [{ name: "dagster", exitCode }];
    const stoppedReason = "Task failed container health checks";
    expect(describeStop({ stopCode: "ServiceSchedulerInitiated", stoppedReason, containers })).toBe(stoppedReason);
  }
});
