import { CreateServiceCommand } from "@aws-sdk/client-ecs";
import { describe, expect, it } from "vitest";
import { checkedCodeServer, describeService, register, serviceRequest, startAccount } from "./account.ts";
import { deployCrashing, listDeployments, listTasks, startCompleted, waitUntil } from "./rollout-steps.ts";

const breaker = (settings: object) => ({
  deploymentConfiguration: { deploymentCircuitBreaker: { enable: true, rollback: true, ...settings } },
});

describe("the circuit breaker", () => {
  it("gives up after three failures and rolls back under a new id", async () => {
    const account = await startCompleted();
    const good = (await describeService(account)).deployments?.[0];
    const bad = await deployCrashing(account);
    await waitUntil(account, ({ deployments }) => deployments?.[0]?.failedTasks === 2);
    expect((await describeService(account)).deployments?.[0]).toMatchObject({ id: bad, rolloutState: "IN_PROGRESS" });
    await waitUntil(account, ({ deployments }) => deployments?.some((one) => one.rolloutState === "FAILED") === true);
    const rolling = await describeService(account);
    const rollback = rolling.deployments?.[0];
    expect(rolling.deployments?.find(({ id }) => id === bad)).toMatchObject({
      status: "ACTIVE",
      failedTasks: 3,
      rolloutStateReason: "ECS deployment circuit breaker: tasks failed to start.",
    });
    expect(rollback).toMatchObject({ status: "PRIMARY", taskDefinition: good?.taskDefinition });
    expect(rollback?.rolloutStateReason).toBe(
      `ECS deployment circuit breaker: rolling back to deploymentId ${rollback?.id}.`,
    );
    expect([good?.id, bad]).not.toContain(rollback?.id);
    expect(rolling.taskDefinition).toBe(good?.taskDefinition);
    account.emulator.clearBehaviours();
    await waitUntil(account, ({ deployments }) => deployments?.length === 1);
    expect((await describeService(account)).deployments?.[0]).toMatchObject({
      id: rollback?.id,
      rolloutState: "COMPLETED",
    });
    const messages = (await describeService(account)).events?.map(({ message }) => message);
    expect(messages).toContain(`(service location) (deployment ${bad}) deployment failed: tasks failed to start.`);
    expect(messages).toContain(`(service location) rolling back to deployment ${rollback?.id}.`);
  });

  it("can roll back to the deployment of before under its own id, which keeps its task", async () => {
    const account = await startCompleted({}, { rollbackDeployment: "previous" });
    const good = (await describeService(account)).deployments?.[0]?.id;
    const task = (await listTasks(account, "RUNNING"))[0]?.taskArn;
    const bad = await deployCrashing(account);
    await waitUntil(account, ({ deployments }) => deployments?.[0]?.id === good);
    const [primary, other] = (await describeService(account)).deployments ?? [];
    expect(primary).toMatchObject({ id: good, status: "PRIMARY", rolloutState: "IN_PROGRESS" });
    expect(primary?.rolloutStateReason).toContain(`rolling back to deploymentId ${good}`);
    expect(other).toMatchObject({ id: bad, status: "ACTIVE", rolloutState: "FAILED" });
    await waitUntil(account, ({ deployments }) => deployments?.length === 1);
    expect((await describeService(account)).deployments?.[0]).toMatchObject({ id: good, rolloutState: "COMPLETED" });
    expect((await listTasks(account, "RUNNING")).map(({ taskArn }) => taskArn)).toEqual([task]);
  });

  it("takes its time to decide when it is told to, and tasks go on being started", async () => {
    const account = await startCompleted({}, { breakerSeconds: 120 });
    await deployCrashing(account);
    const isFailed = (service: Awaited<ReturnType<typeof describeService>>) =>
      service.deployments?.some(({ rolloutState }) => rolloutState === "FAILED") === true;
    await waitUntil(account, ({ deployments }) => deployments?.[0]?.failedTasks === 3);
    expect(await waitUntil(account, isFailed)).toBeGreaterThanOrEqual(119);
    expect((await listTasks(account, "STOPPED")).length).toBeGreaterThan(3);
  });

  it.each(["new", "previous"] as const)("rolls back twice in a row (%s)", async (rollbackDeployment) => {
    const account = await startCompleted({}, { rollbackDeployment });
    for (const attempt of [1, 2]) {
      await deployCrashing(account);
      await waitUntil(account, ({ deployments }) => deployments?.some((one) => one.rolloutState === "FAILED") === true);
      account.emulator.clearBehaviours();
      await waitUntil(account, ({ deployments }) => deployments?.length === 1);
      const statuses = (await listDeployments(account)).map(({ status }) => status);
      expect(statuses.filter((status) => status === "ROLLBACK_SUCCESSFUL")).toHaveLength(attempt);
    }
    expect(await describeService(account)).toMatchObject({ taskDefinition: expect.stringMatching(/:1$/) });
  });

  it("has nothing to go back to on a first deployment: it stays FAILED", async () => {
    const account = await startAccount();
    await register(account);
    account.emulator.behave({ behaviour: { kind: "exit", exitCode: 3 } });
    await account.ecs.send(new CreateServiceCommand(serviceRequest(account)));
    await waitUntil(account, ({ deployments }) => deployments?.[0]?.rolloutState === "FAILED");
    account.clock.advance(600);
    const { deployments, runningCount } = await describeService(account);
    expect(deployments).toMatchObject([{ status: "PRIMARY", rolloutState: "FAILED", failedTasks: 3 }]);
    expect(runningCount).toBe(0);
    expect(await listTasks(account, "STOPPED")).toHaveLength(3);
    expect(await listDeployments(account)).toMatchObject([
      { status: "STOPPED", deploymentCircuitBreaker: { status: "TRIGGERED", failureCount: 3, threshold: 3 } },
    ]);
  });

  it("without rollback leaves the old tasks running", async () => {
    const account = await startCompleted(breaker({ rollback: false }));
    const bad = await deployCrashing(account);
    await waitUntil(account, ({ deployments }) => deployments?.[0]?.rolloutState === "FAILED");
    account.clock.advance(600);
    expect(await describeService(account)).toMatchObject({
      runningCount: 1,
      deployments: [
        { id: bad, status: "PRIMARY", rolloutState: "FAILED" },
        { status: "ACTIVE", runningCount: 1 },
      ],
    });
  });

  it("switched off lets a crash loop go on", async () => {
    const account = await startCompleted({ deploymentConfiguration: {} });
    await deployCrashing(account);
    account.clock.advance(1000);
    const { deployments, events } = await describeService(account);
    expect(deployments?.[0]).toMatchObject({ rolloutState: "IN_PROGRESS" });
    expect(deployments?.[0]?.failedTasks).toBeGreaterThan(3);
    expect(events?.map(({ message }) => message)).toContainEqual(
      expect.stringContaining("is unable to consistently start tasks successfully"),
    );
  });

  it.each([
    [{ type: "COUNT" as const, value: 1 }, 1, 1],
    [{ type: "COUNT" as const, value: 5 }, 1, 5],
    [{ type: "BOUNDED_PERCENT" as const, value: 50 }, 1, 3],
    [{ type: "BOUNDED_PERCENT" as const, value: 50 }, 10, 5],
    [{ type: "UNBOUNDED_PERCENT" as const, value: 50 }, 1, 1],
  ])("takes as many failures as %j of %i tasks says: %i", async (thresholdConfiguration, desiredCount, threshold) => {
    const account = await startCompleted({ desiredCount, ...breaker({ thresholdConfiguration }) });
    expect((await listDeployments(account))[0]?.deploymentCircuitBreaker?.threshold).toBe(threshold);
  });

  it("counts failures from zero when a task gets healthy, but once per task", async () => {
    const account = await startAccount();
    await register(account);
    const crash = { kind: "exit", exitCode: 1 } as const;
    // Two tasks are wanted: the first stays up, all others crash.
    account.emulator.behave({ behaviour: { kind: "transient", times: 1, first: { kind: "run" }, next: crash } });
    await account.ecs.send(new CreateServiceCommand(serviceRequest(account, { desiredCount: 2 })));
    await waitUntil(account, ({ deployments }) => deployments?.[0]?.rolloutState === "FAILED");
  });

  it("does not count from zero when told so", async () => {
    const account = await startAccount();
    await register(account);
    account.emulator.behave({
      behaviour: {
        kind: "transient",
        times: 2,
        first: { kind: "exit", exitCode: 1 },
        next: { kind: "exit", exitCode: 1, afterSeconds: 12 },
      },
    });
    await account.ecs.send(new CreateServiceCommand(serviceRequest(account, breaker({ resetOnHealthyTask: false }))));
    account.clock.advance(200);
    expect((await describeService(account)).deployments?.[0]?.failedTasks).toBe(2);
  });

  it("a task that never gets healthy counts; one that cannot be placed does not", async () => {
    const account = await startAccount();
    await register(account, checkedCodeServer(account));
    account.emulator.behave({ behaviour: { kind: "unhealthy" } });
    await account.ecs.send(new CreateServiceCommand(serviceRequest(account)));
    account.clock.advance(130);
    expect((await listTasks(account, "STOPPED"))[0]).toMatchObject({
      stopCode: "ServiceSchedulerInitiated",
      stoppedReason: "Task failed container health checks",
      containers: [{ healthStatus: "UNHEALTHY" }],
    });
    await waitUntil(account, ({ deployments }) => deployments?.[0]?.rolloutState === "FAILED");
    const other = await startAccount();
    await register(other);
    other.emulator.behave({ behaviour: { kind: "transient", times: 2, first: { kind: "noCapacity" } } });
    await other.ecs.send(new CreateServiceCommand(serviceRequest(other)));
    other.clock.advance(50);
    const waiting = await describeService(other);
    expect(waiting.deployments?.[0]).toMatchObject({ failedTasks: 0, pendingCount: 0, rolloutState: "IN_PROGRESS" });
    expect(waiting.events?.[0]?.message).toContain("unable to place a task");
    other.clock.advance(60);
    expect((await describeService(other)).deployments?.[0]?.rolloutState).toBe("COMPLETED");
  });

  it("a health check is not heeded within the grace period", async () => {
    const account = await startAccount();
    await register(account, checkedCodeServer(account));
    account.emulator.behave({ behaviour: { kind: "unhealthy" } });
    const request = serviceRequest(account, { healthCheckGracePeriodSeconds: 200 });
    await account.ecs.send(new CreateServiceCommand(request));
    account.clock.advance(17 + 199);
    expect(await listTasks(account, "RUNNING")).toMatchObject([{ lastStatus: "RUNNING", healthStatus: "UNHEALTHY" }]);
    account.clock.advance(1);
    expect(await listTasks(account, "STOPPED")).toMatchObject([
      { stoppedReason: "Task failed container health checks" },
    ]);
  });
});
