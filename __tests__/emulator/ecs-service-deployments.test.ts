import {
  DescribeServiceDeploymentsCommand,
  DescribeServiceRevisionsCommand,
  ListServiceDeploymentsCommand,
  StopServiceDeploymentCommand,
} from "@aws-sdk/client-ecs";
import { describe, expect, it } from "vitest";
import { describeService, readPages, refusalOf } from "./account.ts";
import { deploy, deployCrashing, listDeployments, listTasks, startCompleted, waitUntil } from "./rollout-steps.ts";

describe("service deployments", () => {
  it("tell a rollback, its reason, and the revisions", async () => {
    const account = await startCompleted();
    const good = (await describeService(account)).currentServiceRevisions?.[0]?.arn;
    const bad = await deployCrashing(account);
    await waitUntil(account, ({ deployments }) => deployments?.some((one) => one.rolloutState === "FAILED") === true);
    const [going] = await listDeployments(account);
    const digits = bad.replace("ecs-svc/", "");
    expect(going).toMatchObject({
      serviceDeploymentArn: expect.stringMatching(/service-deployment\/dagster\/location\/[0-9a-f]{21}$/),
      status: "ROLLBACK_IN_PROGRESS",
      statusReason: "Service deployment failed: deployment circuit breaker triggered.",
      sourceServiceRevisions: [{ arn: good }],
      targetServiceRevision: { arn: expect.stringMatching(new RegExp(`${digits}$`)) },
      rollback: { serviceRevisionArn: good, reason: expect.stringContaining("circuit breaker") },
      deploymentCircuitBreaker: { status: "TRIGGERED", failureCount: 3, threshold: 3 },
    });
    account.emulator.clearBehaviours();
    await waitUntil(account, ({ deployments }) => deployments?.length === 1);
    const [done, first] = await listDeployments(account);
    expect(done).toMatchObject({ status: "ROLLBACK_SUCCESSFUL", finishedAt: expect.any(Date) });
    expect(first).toMatchObject({
      status: "SUCCESSFUL",
      deploymentCircuitBreaker: { status: "MONITORING_COMPLETE", failureCount: 0 },
    });
    const arn = going?.targetServiceRevision?.arn ?? "";
    const { serviceRevisions, failures } = await account.ecs.send(
      new DescribeServiceRevisionsCommand({ serviceRevisionArns: [arn, `${arn}0`] }),
    );
    expect(serviceRevisions).toMatchObject([
      {
        taskDefinition: expect.stringMatching(/server:2$/),
        launchType: "FARGATE",
        containerImages: [{ containerName: "dagster" }],
      },
    ]);
    expect(failures).toEqual([{ arn: `${arn}0`, reason: "MISSING" }]);
  });

  it("a rollback that fails too is ROLLBACK_FAILED", async () => {
    const account = await startCompleted();
    await deployCrashing(account);
    account.clock.advance(1);
    for (const { taskArn, startedBy } of await listTasks(account, "RUNNING")) {
      expect([taskArn, startedBy]).toEqual([expect.any(String), expect.stringMatching(/^ecs-svc\//)]);
    }
    await waitUntil(
      account,
      ({ deployments }) => deployments?.filter((one) => one.rolloutState === "FAILED").length === 2,
    );
    expect((await listDeployments(account))[0]?.status).toBe("ROLLBACK_FAILED");
  });

  it("are listed newest first, in pages, by status and time", async () => {
    const account = await startCompleted({}, { pageSize: 2 });
    const second = new Date(account.clock.now());
    for (let i = 0; i < 3; i += 1) {
      await deploy(account, { forceNewDeployment: true });
      account.clock.advance(i === 2 ? 10 : 100);
    }
    const list = async (filter: object) =>
      readPages(async (nextToken) => {
        const page = await account.ecs.send(
          new ListServiceDeploymentsCommand({ cluster: "dagster", service: "location", nextToken, ...filter }),
        );
        return { items: page.serviceDeployments?.map(({ status }) => status), nextToken: page.nextToken };
      });
    expect(await list({})).toEqual({ items: ["IN_PROGRESS", "SUCCESSFUL", "SUCCESSFUL", "SUCCESSFUL"], pages: 2 });
    expect((await list({ status: ["IN_PROGRESS", "PENDING"] })).items).toEqual(["IN_PROGRESS"]);
    expect((await list({ createdAt: { after: second } })).items).toHaveLength(3);
    expect((await list({ createdAt: { before: new Date(second.getTime() - 1000) } })).items).toHaveLength(1);
    const arns = Array.from({ length: 21 }, (_, i) => `arn:${i}`);
    const refusal = await refusalOf(
      account.ecs.send(new DescribeServiceDeploymentsCommand({ serviceDeploymentArns: arns })),
    );
    expect(refusal.name).toBe("InvalidParameterException");
  });

  it("can be stopped with a rollback, even without a circuit breaker", async () => {
    const account = await startCompleted({ deploymentConfiguration: {} });
    await deployCrashing(account);
    account.clock.advance(30);
    const [open] = await listDeployments(account);
    const serviceDeploymentArn = open?.serviceDeploymentArn ?? "";
    const stop = () =>
      account.ecs.send(new StopServiceDeploymentCommand({ serviceDeploymentArn, stopType: "ROLLBACK" }));
    expect((await stop()).serviceDeploymentArn).toBe(serviceDeploymentArn);
    expect((await describeService(account)).deployments?.[0]?.rolloutStateReason).not.toContain("circuit breaker");
    account.emulator.clearBehaviours();
    await waitUntil(account, ({ deployments }) => deployments?.length === 1);
    expect((await listDeployments(account))[0]).toMatchObject({
      status: "ROLLBACK_SUCCESSFUL",
      stoppedAt: expect.any(Date),
      deploymentCircuitBreaker: { status: "DISABLED" },
    });
    expect((await refusalOf(stop())).name).toBe("ConflictException");
    const unknown = new StopServiceDeploymentCommand({ serviceDeploymentArn: `${serviceDeploymentArn}0` });
    expect((await refusalOf(account.ecs.send(unknown))).name).toBe("ServiceDeploymentNotFoundException");
  });
});
