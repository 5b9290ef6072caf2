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
    /lacks Dagster/,
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

const INIT = "ResourceInitializationError: ";
const AUTH = `${INIT}unable to pull secrets or registry auth: `;
const PULL = "CannotPullContainerError: pull image manifest has been retried 7 time(s): ";
const IMAGE = "440312340312.dkr.ecr.us-east-1.amazonaws.com/etl:v2";
const SECRET = "arn:aws:secretsmanager:us-east-1:123456789012:secret:token-AbCdEf";

/** Stop reasons as users quote them in bug reports and notes, and what a data engineer should read of them. */
const QUOTED: readonly [string, string, RegExp][] = [
  [
    "no image of the processor on Fargate",
    "CannotPullContainerError: pull image manifest has been retried 7 time(s): image Manifest does not contain descriptor matching platform 'linux/amd64'",
    /another processor/,
  ],
  [
    "no image of the processor on EC2",
    "CannotPullContainerError: no matching manifest for linux/arm64/v8 in the manifest list entries",
    /another processor/,
  ],
  [
    "a tag that is not there, in an account with 403 in its number",
    `${PULL}failed to resolve ref ${IMAGE}: ${IMAGE}: not found`,
    /registry has no image/,
  ],
  [
    "a manifest that is not there",
    "CannotPullContainerError: Error response from daemon: manifest unknown: Requested image not found",
    /registry has no image/,
  ],
  [
    "no repository of this name",
    `${PULL}failed to resolve ref: name unknown: The repository with name 'etl' does not exist in the registry with id '440312340312'`,
    /registry has no image/,
  ],
  [
    "403 of a registry",
    `${PULL}failed to resolve ref ${IMAGE}: unexpected status code [manifests v2]: 403 Forbidden`,
    /may not pull/,
  ],
  [
    "an image larger than the disk",
    "CannotPullContainerError: ref pull has been retried 1 time(s): failed to extract layer sha256:c0: write /var/lib/x: no space left on device: unknown",
    /ephemeral_storage/,
  ],
  [
    "a pull that is given up",
    "CannotPullContainerError: Error response from daemon: Get https://x: net/http: request canceled while waiting for connection",
    /NAT gateway/,
  ],
  [
    "ECR not reached, in the words of platform version 1.4",
    `${AUTH}execution resource retrieval failed: unable to retrieve ecr registry auth: service call has been retried 3 time(s): RequestError: send request failed caused by: Post https://api.ecr.`,
    /NAT gateway/,
  ],
  [
    "SSM not reached, cut off",
    `${AUTH}execution resource retrieval failed: unable to retrieve secrets from ssm: service call has been retried 5 time(s): RequestCanceled: request context canceled caused by: context deadli...`,
    /NAT gateway/,
  ],
  [
    "Secrets Manager not reached, in newer words",
    `${AUTH}unable to retrieve secret from asm: There is a connection issue between the task and AWS Secrets Manager. Check your task network configuration. failed to fetch secret ${SECRET}`,
    /NAT gateway/,
  ],
  [
    "CloudWatch Logs not reached",
    `${INIT}failed to validate logger args: The task cannot find the Amazon CloudWatch log group defined in the task definition. There is a connection issue between the task and Amazon CloudWatch. Check your network configuration.`,
    /NAT gateway/,
  ],
  [
    "a secret the role may not read",
    `${AUTH}unable to retrieve secret from asm: failed to fetch secret ${SECRET} from secrets manager: operation error Secrets Manager: GetSecretValue, https response error StatusCode: 400, RequestID: d45b80b7-7a19-49eb-8fd2-44305bb5e5d7, api error AccessDeniedException: User: arn:aws:sts::123456789012:assumed-role/dagster-execution/x is not authorized to perform: secretsmanager:GetSecretValue`,
    /may not fetch a secret.*secretsmanager:GetSecretValue.*kms:Decrypt/,
  ],
  [
    "a secret whose key the role may not use",
    `${AUTH}execution resource retrieval failed: unable to retrieve secret from asm: service call has been retried 1 time(s): failed to fetch secret ${SECRET} from secrets manager: AccessDeniedException: Access to KMS is not allowed status code: 400`,
    /may not fetch a secret.*kms:Decrypt/,
  ],
  [
    "a secret without a value",
    `${AUTH}unable to retrieve secret from asm: ResourceNotFoundException: Secrets Manager can't find the specified secret value for staging label: AWSCURRENT.`,
    /could not fetch a secret.*no value/,
  ],
  [
    "a parameter that is not there",
    `${AUTH}unable to retrieve secrets from ssm: service call has been retried 1 time(s): invalid parameters: /etl/token`,
    /could not fetch a secret.*there is none/,
  ],
  [
    "a secret without the JSON key",
    `${AUTH}unable to retrieve secret from asm: service call has been retried 1 time(s): retrieved secret from Secrets Manager did not contain json key password`,
    /JSON object/,
  ],
  [
    "a secret that is no JSON",
    `${AUTH}unable to retrieve secret from asm: service call has been retried 1 time(s): invalid character 'p' in literal true (expecting 'r')`,
    /JSON object/,
  ],
  [
    "a secret on EC2",
    `Fetching secret data from AWS Secrets Manager in region us-east-1: secret ${SECRET}: AccessDeniedException: not authorized to perform: secretsmanager:GetSecretValue`,
    /may not fetch a secret/,
  ],
  [
    "a secret whose name has three letters of EFS in it",
    `${AUTH}unable to retrieve secret from asm: ResourceNotFoundException: can't find arn:aws:secretsmanager:us-east-1:123456789012:secret:prefs-amount`,
    /fetch a secret/,
  ],
  [
    "a mount target that is not reached",
    `${INIT}failed to invoke EFS utils commands to set up EFS volumes: stderr: mount.nfs4: Connection reset by peer : unsuccessful EFS utils command execution; code: 32`,
    /mount a volume/,
  ],
  [
    "a request rate that is used up",
    `${AUTH}unable to retrieve secrets from ssm: service call has been retried 5 time(s): ThrottlingException: Rate exceeded`,
    /too often at once/,
  ],
  [
    "no free IP address",
    "Unexpected EC2 error while attempting to Create Network Interface with public IP assignment disabled in subnet 'subnet-1': InsufficientFreeAddressesInSubnet",
    /free IP address/,
  ],
  [
    "a load balancer",
    "Task failed ELB health checks in (target-group arn:aws:elasticloadbalancing:us-east-1:123456789012:targetgroup/etl/1)",
    /load balancer/,
  ],
];

/** Events of services whose tasks never came to be, or cannot be looked at. */
const TOLD_BY_EVENTS: readonly [string, string, RegExp][] = [
  [
    "a role that cannot be assumed",
    "(service etl) failed to launch a task with (error ECS was unable to assume the role 'arn:aws:iam::123456789012:role/dagster-task' that was provided for this task. Please verify that the role being passed has the proper trust relationship and permissions and that your IAM user has permissions to pass this role.).",
    /task role.*trust policy/,
  ],
  [
    "an image, told as a placement",
    `(service etl) was unable to place a task. Reason: CannotPullContainerError: pull image manifest has been retried 7 time(s): failed to resolve ref ${IMAGE}: ${IMAGE}: not found.`,
    /registry has no image/,
  ],
  [
    "a secret, told as a placement",
    `(service etl) was unable to place a task. Reason: ${AUTH}unable to retrieve secret from asm: There is a connection issue between the task and AWS Secrets Manager.`,
    /NAT gateway/,
  ],
  [
    "the quota of tasks",
    "(service etl) was unable to place a task. Reason: You've reached the limit on the number of vCPUs you can run concurrently.",
    /quota/,
  ],
  [
    "the quota of a task's size",
    "(service etl) was unable to place a task. Reason: The requested CPU configuration is above your limit.",
    /quota/,
  ],
  [
    "no instances",
    "(service etl) was unable to place a task because no container instance met all of its requirements. Reason: No Container Instances were found in your cluster.",
    /cluster lacks instances/,
  ],
];

describe("words of AWS", () => {
  test.each(QUOTED)("%s", (_name, stoppedReason, expected) => {
    expect(guessCause({ stoppedTasks: [task({ stopCode: "TaskFailedToStart", stoppedReason })], events: [] })).toMatch(
      expected,
    );
  });

  test.each(TOLD_BY_EVENTS)("%s, in an event", (_name, event, expected) => {
    expect(guessCause({ stoppedTasks: [], events: [event] })).toMatch(expected);
  });

  test("an event that says nothing of a cause gives no guess", () => {
    const events = [
      "(service etl) was unable to place a task. Reason: Internal error.",
      "(service etl) has started 1 tasks: (task 1).",
    ];
    expect(guessCause({ stoppedTasks: [], events })).toBeUndefined();
  });

  test("what a task says goes before what an event says", () => {
    const stopped = task({ stoppedReason: `${PULL}failed to resolve ref ${IMAGE}: not found` });
    const events = ["(service etl) (task 1) failed container health checks."];
    expect(guessCause({ stoppedTasks: [stopped], events })).toMatch(/registry has no image/);
  });

  test("a sidecar that is killed because the server ended was not killed for its memory", () => {
    const stopped = {
      taskId: "1",
      stopCode: "EssentialContainerExited",
      stoppedReason: "Essential container in task exited",
      containers: [
        { name: "dagster", exitCode: 3, logLines: [] },
        { name: "log-router", exitCode: 137, logLines: [] },
      ],
    };
    expect(guessCause({ stoppedTasks: [stopped], events: [] })).toBeUndefined();
  });

  test.each([
    ["a shell that does not find the command", { exitCode: 127, log: ["sh: 1: dagster: not found"] }],
    ["a Python without Dagster", { exitCode: 1, log: ["/usr/local/bin/python: No module named dagster"] }],
  ])("%s: the image lacks it", (_name, container) => {
    const stopped = task({ stopCode: "EssentialContainerExited" }, container);
    expect(guessCause({ stoppedTasks: [stopped], events: [] })).toMatch(/lacks Dagster/);
  });

  test("what becomes of the agent that GuardDuty puts into a task explains nothing", () => {
    const agent = { name: "aws-guardduty-agent-k2xvn", reason: "CannotPullContainerError: i/o timeout", logLines: [] };
    const dagster = { name: "dagster", exitCode: 1, logLines: ["ModuleNotFoundError: No module named 'etl'"] };
    const stopped = { taskId: "1", stopCode: "EssentialContainerExited", containers: [dagster, agent] };
    expect(guessCause({ stoppedTasks: [stopped], events: [] })).toMatch(/could not import/);
  });

  test.each([
    ["with an error", { exitCode: 255 }],
    ["without one, as a container that only prepares something does", { exitCode: 0 }],
  ])("a sidecar that ends first, %s, is named as what ended the task", (_name, proxy) => {
    const containers = [
      { name: "dagster", exitCode: 143, logLines: [] },
      { name: "proxy", logLines: [], ...proxy },
    ];
    const stoppedReason = "Essential container in task exited";
    const stopped = { taskId: "1", stopCode: "EssentialContainerExited", stoppedReason, containers };
    expect(guessCause({ stoppedTasks: [stopped], events: [] })).toMatch(/Another container of the task ended first/);
  });
});
