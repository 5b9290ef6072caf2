import { CreateServiceCommand } from "@aws-sdk/client-ecs";
import { describe, expect, it } from "vitest";
import { checkedCodeServer, codeServer, describeService, register, serviceRequest, startAccount } from "./account.ts";
import { deploy, listDeployments, listTasks, startCompleted, waitUntil } from "./rollout-steps.ts";

describe("a rollout", () => {
  it("takes its time: tasks after 2 seconds, RUNNING after 17, completed after 28", async () => {
    const account = await startAccount();
    await register(account);
    await account.ecs.send(new CreateServiceCommand(serviceRequest(account)));
    const look = async (seconds: number) => {
      account.clock.advance(seconds);
      const { runningCount, pendingCount, deployments } = await describeService(account);
      return { runningCount, pendingCount, rolloutState: deployments?.[0]?.rolloutState };
    };
    expect(await look(1.9)).toEqual({ runningCount: 0, pendingCount: 0, rolloutState: "IN_PROGRESS" });
    expect(await look(0.1)).toEqual({ runningCount: 0, pendingCount: 1, rolloutState: "IN_PROGRESS" });
    expect(await look(14.9)).toEqual({ runningCount: 0, pendingCount: 1, rolloutState: "IN_PROGRESS" });
    expect(await look(0.1)).toEqual({ runningCount: 1, pendingCount: 0, rolloutState: "IN_PROGRESS" });
    expect(await look(10.9)).toEqual({ runningCount: 1, pendingCount: 0, rolloutState: "IN_PROGRESS" });
    expect(await look(0.1)).toEqual({ runningCount: 1, pendingCount: 0, rolloutState: "COMPLETED" });
    const { events, deployments } = await describeService(account);
    const id = deployments?.[0]?.id;
    expect(deployments?.[0]?.rolloutStateReason).toBe(`ECS deployment ${id} completed.`);
    expect(events?.map(({ message }) => message)).toEqual([
      "(service location) has reached a steady state.",
      `(service location) (deployment ${id}) deployment completed.`,
      expect.stringMatching(/^\(service location\) has started 1 tasks: \(task [0-9a-f]{32}\)\.$/),
    ]);
  });

  it("runs the new tasks beside the old ones, and completes when the old ones are gone", async () => {
    const account = await startCompleted({ desiredCount: 2 });
    const id = await deploy(account, { forceNewDeployment: true });
    account.clock.advance(20);
    expect(await describeService(account)).toMatchObject({
      runningCount: 4,
      deployments: [
        { id, status: "PRIMARY", desiredCount: 2, runningCount: 2 },
        { status: "ACTIVE", runningCount: 2 },
      ],
    });
    const seconds = await waitUntil(account, ({ deployments }) => deployments?.length === 1);
    expect(seconds).toBeGreaterThan(10);
    expect(await describeService(account)).toMatchObject({
      runningCount: 2,
      deployments: [{ id, rolloutState: "COMPLETED" }],
    });
  });

  it("with 0 and 100 percent stops the old task first", async () => {
    const account = await startCompleted({
      deploymentConfiguration: { minimumHealthyPercent: 0, maximumPercent: 100 },
    });
    await deploy(account, { forceNewDeployment: true });
    account.clock.advance(2);
    expect(await listTasks(account, "RUNNING")).toHaveLength(0);
    await waitUntil(
      account,
      ({ deployments }) => deployments?.length === 1 && deployments[0]?.rolloutState === "COMPLETED",
    );
  });

  it("waits for health checks", async () => {
    const account = await startAccount();
    await register(account, checkedCodeServer(account));
    await account.ecs.send(new CreateServiceCommand(serviceRequest(account)));
    account.clock.advance(40);
    expect((await listTasks(account, "RUNNING"))[0]).toMatchObject({ lastStatus: "RUNNING", healthStatus: "UNKNOWN" });
    expect((await describeService(account)).deployments?.[0]?.rolloutState).toBe("IN_PROGRESS");
    account.clock.advance(10);
    expect((await listTasks(account, "RUNNING"))[0]?.healthStatus).toBe("HEALTHY");
    expect((await describeService(account)).deployments?.[0]?.rolloutState).toBe("COMPLETED");
  });

  it("scales without a deployment", async () => {
    const account = await startCompleted();
    const { deployments } = await describeService(account);
    await deploy(account, { desiredCount: 3 });
    account.clock.advance(60);
    expect(await describeService(account)).toMatchObject({
      runningCount: 3,
      deployments: [{ id: deployments?.[0]?.id }],
    });
    await deploy(account, { desiredCount: 1 });
    account.clock.advance(60);
    expect(await describeService(account)).toMatchObject({ runningCount: 1, desiredCount: 1 });
  });

  it("of a service of no tasks completes", async () => {
    const account = await startCompleted({ desiredCount: 0 });
    expect((await describeService(account)).deployments?.[0]?.rolloutState).toBe("COMPLETED");
  });

  it("replaces a task that ends later, without failing the deployment that completed", async () => {
    const account = await startAccount();
    await register(account);
    account.emulator.behave({
      behaviour: { kind: "transient", times: 1, first: { kind: "exit", exitCode: 2, afterSeconds: 120 } },
    });
    await account.ecs.send(new CreateServiceCommand(serviceRequest(account)));
    account.clock.advance(60);
    const before = await describeService(account);
    account.clock.advance(200);
    const after = await describeService(account);
    expect(after).toMatchObject({ runningCount: 1, deployments: [{ rolloutState: "COMPLETED", failedTasks: 0 }] });
    expect(after.deployments?.[0]?.id).toBe(before.deployments?.[0]?.id);
    expect(await listTasks(account, "STOPPED")).toMatchObject([{ containers: [{ exitCode: 2 }] }]);
  });
});

describe("a newer deployment", () => {
  it("overtakes the one that is going on, whose tasks go away", async () => {
    const account = await startCompleted();
    const stuck = await deployStuck();
    const fixed = await deploy(account, { taskDefinition: "server:1" });
    await waitUntil(account, ({ deployments }) => deployments?.length === 1);
    expect((await describeService(account)).deployments?.[0]).toMatchObject({ id: fixed, rolloutState: "COMPLETED" });
    const statuses = (await listDeployments(account)).map(({ status }) => status);
    expect(statuses).toEqual(["SUCCESSFUL", "STOPPED", "SUCCESSFUL"]);
    expect(stuck).not.toBe(fixed);

    async function deployStuck(): Promise<string> {
      const arn = await register(account, codeServer(account));
      account.emulator.behave({ family: "server", behaviour: { kind: "neverStarts" } });
      const id = await deploy(account, { taskDefinition: arn });
      account.clock.advance(100);
      account.emulator.clearBehaviours();
      return id;
    }
  });
});
