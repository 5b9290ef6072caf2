import { CloudWatchLogsClient, GetLogEventsCommand } from "@aws-sdk/client-cloudwatch-logs";
import {
  CreateServiceCommand,
  DescribeTasksCommand,
  ListTasksCommand,
  RunTaskCommand,
  StopTaskCommand,
} from "@aws-sdk/client-ecs";
import { describe, expect, it } from "vitest";
import type { ContainerBehaviour } from "../../emulator/index.ts";
import {
  type Account,
  checkedCodeServer,
  codeServer,
  describeService,
  readPages,
  refusalOf,
  register,
  serviceRequest,
  startAccount,
} from "./account.ts";
import { listTasks, runRequest, startCompleted } from "./rollout-steps.ts";

async function startWith(behaviour: ContainerBehaviour, request?: Parameters<typeof register>[1]): Promise<Account> {
  const account = await startAccount();
  await register(account, request ?? codeServer(account));
  account.emulator.behave({ behaviour });
  await account.ecs.send(new CreateServiceCommand(serviceRequest(account)));
  account.clock.advance(35);
  return account;
}

async function readLog(account: Account, stream: string): Promise<readonly (string | undefined)[]> {
  const logs = new CloudWatchLogsClient(account.settings);
  const { events } = await logs.send(
    new GetLogEventsCommand({ logGroupName: account.names.logGroup, logStreamName: stream }),
  );
  return events?.map(({ message }) => message) ?? [];
}

const taskId = (arn: string | undefined): string => arn?.split("/").at(-1) ?? "";

describe("a stopped task", () => {
  it.each<[string, ContainerBehaviour, object]>([
    [
      "an exit",
      { kind: "exit", exitCode: 1 },
      {
        stopCode: "EssentialContainerExited",
        stoppedReason: "Essential container in task exited",
        containers: [{ exitCode: 1, lastStatus: "STOPPED" }],
      },
    ],
    [
      "a start that ECS gives up",
      { kind: "failsToStart", reason: "Timeout waiting for network interface provisioning to complete." },
      {
        stopCode: "TaskFailedToStart",
        stoppedReason: "Timeout waiting for network interface provisioning to complete.",
        containers: [{ lastStatus: "STOPPED" }],
      },
    ],
    [
      "too much memory",
      { kind: "outOfMemory" },
      {
        stopCode: "EssentialContainerExited",
        containers: [{ exitCode: 137, reason: "OutOfMemoryError: Container killed due to memory usage" }],
      },
    ],
    [
      "the wrong processor",
      { kind: "execFormat" },
      { stopCode: "EssentialContainerExited", containers: [{ exitCode: 1 }] },
    ],
    [
      "an image that cannot be pulled",
      { kind: "cannotPull", message: "toomanyrequests" },
      {
        stopCode: "TaskFailedToStart",
        stoppedReason: "CannotPullContainerError: toomanyrequests",
        containers: [{ reason: "CannotPullContainerError: toomanyrequests" }],
      },
    ],
    [
      "a secret that cannot be read",
      { kind: "resourceInitialization" },
      {
        stopCode: "TaskFailedToStart",
        stoppedReason: expect.stringMatching(/^ResourceInitializationError: unable to pull secrets/),
      },
    ],
  ])("tells %s", async (_what, behaviour, view) => {
    const account = await startWith(behaviour);
    const [task] = await listTasks(account, "STOPPED");
    expect(task).toMatchObject({ lastStatus: "STOPPED", desiredStatus: "STOPPED", ...view });
    expect(task?.stoppingAt?.getTime()).toBeLessThan(task?.stoppedAt?.getTime() ?? 0);
    const failedToStart = task?.stopCode === "TaskFailedToStart";
    expect(task?.startedAt === undefined).toBe(failedToStart);
    expect(task?.containers?.[0]?.exitCode === undefined).toBe(failedToStart);
  });

  it("has written its lines to <prefix>/<container>/<task id>", async () => {
    const account = await startWith({ kind: "exit", exitCode: 1, logs: ["starting", "ModuleNotFoundError: x"] });
    const [task] = await listTasks(account, "STOPPED");
    expect(await readLog(account, `server/dagster/${taskId(task?.taskArn)}`)).toEqual([
      "starting",
      "ModuleNotFoundError: x",
    ]);
    const wrong = await startWith({ kind: "execFormat" });
    const [other] = await listTasks(wrong, "STOPPED");
    expect(await readLog(wrong, `server/dagster/${taskId(other?.taskArn)}`)).toEqual([
      "exec /bin/sh: exec format error",
    ]);
  });

  it("can be described for a while, then is MISSING", async () => {
    const account = await startWith({ kind: "exit", exitCode: 1 });
    const [task] = await listTasks(account, "STOPPED");
    account.clock.advance(86_500);
    const answer = await account.ecs.send(
      new DescribeTasksCommand({ cluster: "dagster", tasks: [task?.taskArn ?? ""] }),
    );
    expect(answer).toMatchObject({ tasks: [], failures: [{ arn: task?.taskArn, reason: "MISSING" }] });
  });
});

describe("what a task refers to", () => {
  const SECRET = "arn:aws:secretsmanager:us-east-1:123456789012:secret:db-AbCdEf";
  const ROLE = "arn:aws:iam::123456789012:role/nobody";
  const container = (account: Account, changes: object) => {
    const [first] = codeServer(account).containerDefinitions ?? [];
    return { containerDefinitions: [{ ...first, ...changes }] };
  };
  const LOGS = { logDriver: "awslogs", options: { "awslogs-group": "/none", "awslogs-region": "us-east-1" } } as const;
  it.each<[string, (account: Account) => object, string]>([
    [
      "an image",
      (a) => container(a, { image: `${a.names.repositoryUris["dagster-code"]}:gone` }),
      "CannotPullContainerError",
    ],
    [
      "a secret",
      (a) => container(a, { secrets: [{ name: "A", valueFrom: `${SECRET}:key::` }] }),
      `fetch secret ${SECRET}`,
    ],
    ["a role", () => ({ executionRoleArn: ROLE }), `unable to assume the role '${ROLE}'`],
    ["a log group", (a) => container(a, { logConfiguration: LOGS }), "log group does not exist"],
  ])("%s that is not there stops it", async (_what, changes, reason) => {
    const account = await startAccount();
    await register(account, codeServer(account, changes(account)));
    await account.ecs.send(new CreateServiceCommand(serviceRequest(account)));
    account.clock.advance(35);
    const [task] = await listTasks(account, "STOPPED");
    expect(task).toMatchObject({ stopCode: "TaskFailedToStart", stoppedReason: expect.stringContaining(reason) });
  });

  it.each<[string, (account: Account) => object]>([
    ["an image of another registry", (a) => container(a, { image: "ghcr.io/example/app:1" })],
    ["an image of another account", (a) => container(a, { image: "999999999999.dkr.ecr.us-east-1.amazonaws.com/a:b" })],
    [
      "a secret of another account",
      (a) => container(a, { secrets: [{ name: "A", valueFrom: SECRET.replace("1234", "9999") }] }),
    ],
    [
      "a log group that is created",
      (a) =>
        container(a, { logConfiguration: { ...LOGS, options: { ...LOGS.options, "awslogs-create-group": "true" } } }),
    ],
  ])("%s is taken as given", async (_what, changes) => {
    const account = await startAccount();
    await register(account, codeServer(account, changes(account)));
    await account.ecs.send(new CreateServiceCommand(serviceRequest(account)));
    account.clock.advance(35);
    expect((await describeService(account)).runningCount).toBe(1);
  });

  it("nothing is looked up without strictReferences", async () => {
    const account = await startCompleted({ taskDefinition: "server" }, { strictReferences: false });
    await register(account, codeServer(account, { executionRoleArn: ROLE }));
    await account.ecs.send(new RunTaskCommand(runRequest(account)));
    account.clock.advance(20);
    expect((await listTasks(account, "RUNNING")).every(({ lastStatus }) => lastStatus === "RUNNING")).toBe(true);
  });
});

describe("StopTask", () => {
  it("stops a task with its reason, and the service starts another", async () => {
    const account = await startCompleted();
    const [task] = await listTasks(account, "RUNNING");
    const stop = (id: string) =>
      account.ecs.send(new StopTaskCommand({ cluster: "dagster", task: id, reason: "because" }));
    const { task: stopping } = await stop(taskId(task?.taskArn));
    expect(stopping).toMatchObject({
      desiredStatus: "STOPPED",
      lastStatus: "DEACTIVATING",
      stopCode: "UserInitiated",
      stoppedReason: "because",
    });
    account.clock.advance(10);
    expect(await listTasks(account, "STOPPED")).toMatchObject([
      { lastStatus: "STOPPED", containers: [{ exitCode: 143 }] },
    ]);
    account.clock.advance(30);
    const [next] = await listTasks(account, "RUNNING");
    expect(next?.lastStatus).toBe("RUNNING");
    expect(next?.taskArn).not.toBe(task?.taskArn);
    expect((await describeService(account)).deployments?.[0]?.failedTasks).toBe(0);
    expect((await refusalOf(stop("nobody"))).name).toBe("InvalidParameterException");
  });
});

describe("lists of tasks", () => {
  it("come in pages, by service, family, startedBy and desired status", async () => {
    const account = await startCompleted({ desiredCount: 3 }, { pageSize: 2 });
    await register(account, codeServer(account, { family: "other" }));
    await account.ecs.send(new RunTaskCommand(runRequest(account, { taskDefinition: "other", startedBy: "me" })));
    const list = (filter: object) =>
      readPages(async (nextToken) => {
        const page = await account.ecs.send(new ListTasksCommand({ cluster: "dagster", nextToken, ...filter }));
        return { items: page.taskArns, nextToken: page.nextToken };
      });
    const count = async (filter: object) => (await list(filter)).items.length;
    expect((await list({})).pages).toBe(2);
    expect(await count({})).toBe(4);
    expect(await count({ serviceName: "location" })).toBe(3);
    expect(await count({ family: "other" })).toBe(1);
    expect(await count({ startedBy: "me" })).toBe(1);
    expect(await count({ desiredStatus: "STOPPED" })).toBe(0);
    const lost = refusalOf(account.ecs.send(new ListTasksCommand({ cluster: "dagster", serviceName: "nobody" })));
    expect((await lost).name).toBe("ServiceNotFoundException");
  });

  it("a hundred at most are described at once", async () => {
    const account = await startAccount();
    const send = (count: number) =>
      account.ecs.send(
        new DescribeTasksCommand({ cluster: "dagster", tasks: Array.from({ length: count }, () => "x") }),
      );
    expect((await send(100)).failures).toHaveLength(100);
    expect((await refusalOf(send(101))).name).toBe("InvalidParameterException");
    expect((await refusalOf(send(0))).name).toBe("InvalidParameterException");
  });
});

describe("a container that ends by itself", () => {
  it("may leave its task RUNNING for a while, as ECS does not notice at once", async () => {
    const account = await startWith({ kind: "exit", exitCode: 1, afterSeconds: 3, noticedAfterSeconds: 30 });
    expect(await listTasks(account, "RUNNING")).toMatchObject([
      { lastStatus: "RUNNING", containers: [{ lastStatus: "STOPPED", exitCode: 1 }] },
    ]);
    account.clock.advance(30);
    expect(await listTasks(account, "STOPPED")).toMatchObject([{ stopCode: "EssentialContainerExited" }]);
  });

  it("is HEALTHY before that when its health check has had the time", async () => {
    const account = await startAccount();
    await register(account, checkedCodeServer(account));
    account.emulator.behave({ behaviour: { kind: "exit", exitCode: 1, afterSeconds: 40 } });
    await account.ecs.send(new CreateServiceCommand(serviceRequest(account)));
    account.clock.advance(55);
    expect(await listTasks(account, "RUNNING")).toMatchObject([{ healthStatus: "HEALTHY" }]);
    account.clock.advance(20);
    expect((await listTasks(account, "STOPPED")).length).toBe(1);
  });
});

describe("tags of a service's tasks", () => {
  it.each([
    ["NONE", []],
    ["SERVICE", [{ key: "from", value: "service" }]],
    ["TASK_DEFINITION", [{ key: "from", value: "definition" }]],
  ] as const)("come from where propagateTags says: %s", async (propagateTags, tags) => {
    const account = await startAccount();
    await register(account, codeServer(account, { tags: [{ key: "from", value: "definition" }] }));
    await account.ecs.send(
      new CreateServiceCommand(serviceRequest(account, { propagateTags, tags: [{ key: "from", value: "service" }] })),
    );
    account.clock.advance(30);
    expect((await listTasks(account, "RUNNING"))[0]?.tags).toEqual(tags);
  });

  it("and managed ones when they are on", async () => {
    const account = await startCompleted({ enableECSManagedTags: true });
    expect((await listTasks(account, "RUNNING"))[0]?.tags).toEqual([
      { key: "aws:ecs:serviceName", value: "location" },
      { key: "aws:ecs:clusterName", value: "dagster" },
    ]);
  });
});
