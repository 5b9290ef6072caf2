import { CreateServiceCommand, RunTaskCommand, type RunTaskCommandInput } from "@aws-sdk/client-ecs";
import { describe, expect, it } from "vitest";
import { codeServer, describeService, refusalOf, register, serviceRequest, startAccount } from "./account.ts";
import { listTasks, runRequest } from "./rollout-steps.ts";

describe("behaviours", () => {
  it("the rule added last wins; globs choose by image, family, container", async () => {
    const account = await startAccount();
    await register(account);
    await register(account, codeServer(account, { family: "other" }));
    account.emulator.behave(
      { image: "*dagster-code:*", behaviour: { kind: "exit", exitCode: 1 } },
      { family: "oth*", container: "dagster", behaviour: { kind: "run" } },
    );
    for (const taskDefinition of ["server", "other"]) {
      await account.ecs.send(new RunTaskCommand(runRequest(account, { taskDefinition })));
    }
    account.clock.advance(35);
    expect((await listTasks(account, "RUNNING")).map(({ group }) => group)).toEqual(["family:other"]);
    expect((await listTasks(account, "STOPPED")).map(({ group }) => group)).toEqual(["family:server"]);
  });

  it("transient counts tasks, not containers", async () => {
    const account = await startAccount();
    const [main] = codeServer(account).containerDefinitions ?? [];
    await register(account, codeServer(account, { containerDefinitions: [{ ...main }, { ...main, name: "sidecar" }] }));
    account.emulator.behave({ behaviour: { kind: "transient", times: 2, first: { kind: "exit", exitCode: 4 } } });
    await account.ecs.send(new CreateServiceCommand(serviceRequest(account)));
    account.clock.advance(120);
    expect(await listTasks(account, "STOPPED")).toHaveLength(2);
    expect((await describeService(account)).deployments?.[0]?.rolloutState).toBe("COMPLETED");
  });

  it("a container that is not essential may end", async () => {
    const account = await startAccount();
    const [main] = codeServer(account).containerDefinitions ?? [];
    const sidecar = { ...main, name: "init", essential: false };
    await register(account, codeServer(account, { containerDefinitions: [{ ...main }, sidecar] }));
    account.emulator.behave({ container: "init", behaviour: { kind: "exit", exitCode: 0 } });
    await account.ecs.send(new CreateServiceCommand(serviceRequest(account)));
    account.clock.advance(60);
    expect((await describeService(account)).deployments?.[0]?.rolloutState).toBe("COMPLETED");
    const [task] = await listTasks(account, "RUNNING");
    expect(task?.containers).toMatchObject([{ lastStatus: "RUNNING" }, { lastStatus: "STOPPED", exitCode: 0 }]);
  });
});

describe("RunTask", () => {
  it("runs to an end of its own with exit code 0, with tags, overrides and startedBy", async () => {
    const account = await startAccount();
    await register(account);
    const overrides = { containerOverrides: [{ name: "dagster", command: ["dagster", "run"] }] };
    const { tasks, failures } = await account.ecs.send(
      new RunTaskCommand(
        runRequest(account, { count: 2, startedBy: "me", tags: [{ key: "a", value: "1" }], overrides }),
      ),
    );
    expect(failures).toEqual([]);
    expect(tasks).toHaveLength(2);
    expect(tasks?.[0]).toMatchObject({
      lastStatus: "PROVISIONING",
      desiredStatus: "RUNNING",
      group: "family:server",
      startedBy: "me",
      launchType: "FARGATE",
      cpu: "256",
      memory: "512",
      overrides,
      tags: [{ key: "a", value: "1" }],
      ephemeralStorage: { sizeInGiB: 20 },
    });
    account.clock.advance(16);
    expect((await listTasks(account, "RUNNING")).map(({ lastStatus }) => lastStatus)).toEqual(["RUNNING", "RUNNING"]);
    account.clock.advance(30);
    expect(await listTasks(account, "STOPPED")).toMatchObject([
      { stopCode: "EssentialContainerExited", containers: [{ exitCode: 0 }] },
      { stopCode: "EssentialContainerExited", containers: [{ exitCode: 0 }] },
    ]);
  });

  it.each<[string, Partial<RunTaskCommandInput>, string]>([
    ["eleven at once", { count: 11 }, "between 1 and 10"],
    ["an override of no container", { overrides: { containerOverrides: [{ name: "x" }] } }, "not a container"],
    ["no network", { networkConfiguration: undefined }, "Network Configuration"],
  ])("refuses %s", async (_what, changes, part) => {
    const account = await startAccount();
    await register(account);
    const refusal = await refusalOf(account.ecs.send(new RunTaskCommand(runRequest(account, changes))));
    expect(refusal).toMatchObject({ name: "InvalidParameterException", message: expect.stringContaining(part) });
  });

  it("answers the same tasks to the same clientToken", async () => {
    const account = await startAccount();
    await register(account);
    const run = (changes: Partial<RunTaskCommandInput>) =>
      account.ecs.send(new RunTaskCommand(runRequest(account, { clientToken: "token", ...changes })));
    const first = await run({});
    const second = await run({});
    expect(second.tasks?.map(({ taskArn }) => taskArn)).toEqual(first.tasks?.map(({ taskArn }) => taskArn));
    expect((await refusalOf(run({ count: 2 }))).name).toBe("ConflictException");
    expect(await listTasks(account, "RUNNING")).toHaveLength(1);
  });

  it("makes no task when there is no capacity", async () => {
    const account = await startAccount();
    await register(account);
    account.emulator.behave({ behaviour: { kind: "noCapacity" } });
    const { tasks, failures } = await account.ecs.send(new RunTaskCommand(runRequest(account)));
    expect(tasks).toEqual([]);
    expect(failures?.[0]?.reason).toContain("Capacity is unavailable");
  });
});
