import { describe, expect, it } from "vitest";
import { answer, connectFakeAws, failure, LOST } from "./fake-aws.ts";

describe("describeStoppedTasks", () => {
  it("gives the newest first, over pages", async () => {
    const { ports, calls } = await connectFakeAws({
      ListTasks: ({ body }) =>
        body.nextToken === undefined
          ? answer({ taskArns: Array.from({ length: 100 }, (_, index) => `task-${index}`), nextToken: "2" })
          : answer({ taskArns: ["task-100", "task-stopping"] }),
      DescribeTasks: ({ body }) =>
        answer({
          tasks: (body.tasks as string[]).map((taskArn) => {
            const number = Number(taskArn.split("-")[1]);
            return Number.isNaN(number) ? { taskArn } : { taskArn, stoppedAt: 1_700_000_000 + number };
          }),
        }),
    });
    const tasks = await ports.ecs.describeStoppedTasks("main", "etl");
    expect(tasks.map(({ taskArn }) => taskArn)).toEqual([
      "task-stopping",
      ...Array.from({ length: 101 }, (_, index) => `task-${100 - index}`),
    ]);
    expect(calls[0]?.body).toMatchObject({ cluster: "main", serviceName: "etl", desiredStatus: "STOPPED" });
    expect(
      calls.filter(({ action }) => action === "DescribeTasks").map(({ body }) => (body.tasks as string[]).length),
    ).toEqual([100, 2]);
  });

  it("asks no further when there are none", async () => {
    const { ports, actions } = await connectFakeAws({ ListTasks: () => answer({ taskArns: [] }) });
    await expect(ports.ecs.describeStoppedTasks("main", "etl")).resolves.toEqual([]);
    expect(actions()).toEqual(["ListTasks"]);
  });
});

describe("describeRunningTasks", () => {
  it("asks for the tasks that should run, and forgets those ECS has forgotten", async () => {
    const { ports, calls } = await connectFakeAws({
      ListTasks: () => answer({ taskArns: ["a", "b"] }),
      DescribeTasks: () => answer({ tasks: [{ taskArn: "a" }], failures: [{ arn: "b", reason: "MISSING" }] }),
    });
    await expect(ports.ecs.describeRunningTasks("main", "etl")).resolves.toEqual([{ taskArn: "a" }]);
    expect(calls[0]?.body).toMatchObject({ desiredStatus: "RUNNING" });
  });
});

describe("describeTasksOfFamily", () => {
  it("asks for those of the family, whatever service they are of", async () => {
    const { ports, calls } = await connectFakeAws({
      ListTasks: () => answer({ taskArns: ["a"] }),
      DescribeTasks: () => answer({ tasks: [{ taskArn: "a" }] }),
    });
    await expect(ports.ecs.describeTasksOfFamily("main", "server_etl")).resolves.toEqual([{ taskArn: "a" }]);
    expect(calls[0]?.body).toMatchObject({ cluster: "main", family: "server_etl", desiredStatus: "RUNNING" });
    expect(calls[0]?.body).not.toHaveProperty("serviceName");
  });
});

describe("runTask", () => {
  const REQUEST = { cluster: "main", taskDefinition: "server_etl:3", launchType: "FARGATE" };

  it("starts one task with its tags", async () => {
    const { ports, calls } = await connectFakeAws({ RunTask: () => answer({ tasks: [{ taskArn: "a" }] }) });
    await expect(ports.ecs.runTask(REQUEST, { team: "data" })).resolves.toEqual({ taskArn: "a" });
    expect(calls[0]?.body).toMatchObject({ ...REQUEST, count: 1, tags: [{ key: "team", value: "data" }] });
  });

  it("starts one task, also when the first answer is lost", async () => {
    const { ports, calls } = await connectFakeAws({
      RunTask: (_, nth) => (nth === 0 ? LOST : answer({ tasks: [{ taskArn: "a" }] })),
    });
    await ports.ecs.runTask(REQUEST, {});
    const [first, second] = calls.map(({ body }) => body.clientToken);
    expect(first).toBeDefined();
    expect(second).toBe(first);
  });

  it("says why ECS could not place it", async () => {
    const { ports } = await connectFakeAws({
      RunTask: () => answer({ tasks: [], failures: [{ reason: "RESOURCE:MEMORY", detail: "none has 8 GB" }] }),
    });
    await expect(ports.ecs.runTask(REQUEST, {})).rejects.toMatchObject({
      code: "RESOURCE:MEMORY",
      message: "ECS could not place the task: RESOURCE:MEMORY (none has 8 GB).",
    });
  });
});

describe("stopTask", () => {
  it("takes a task that ECS no longer knows for stopped", async () => {
    const { ports } = await connectFakeAws({
      StopTask: () => failure("InvalidParameterException", "The referenced task was not found."),
    });
    await expect(ports.ecs.stopTask("main", "a", "done")).resolves.toBeUndefined();
  });

  it("does not hide another refusal", async () => {
    const { ports } = await connectFakeAws({ StopTask: () => failure("InvalidParameterException", "taskId longer") });
    await expect(ports.ecs.stopTask("main", "a", "done")).rejects.toMatchObject({ code: "InvalidParameterException" });
  });
});
