import { DescribeSubnetsCommand, EC2Client } from "@aws-sdk/client-ec2";
import { CreateServiceCommand, DescribeClustersCommand, ECSClient, ListClustersCommand } from "@aws-sdk/client-ecs";
import { GetRoleCommand, IAMClient } from "@aws-sdk/client-iam";
import { describe, expect, it, vi } from "vitest";
import type { EmulatorOptions, FaultRule } from "../../emulator/index.ts";
import { describeService, refusalOf, register, serviceRequest, startAccount } from "./account.ts";

async function start(rules: readonly FaultRule[], options: EmulatorOptions = {}) {
  const account = await startAccount(options);
  account.emulator.fail(...rules);
  const list = () => account.ecs.send(new ListClustersCommand({}));
  /** The names of the errors of so many calls; "" where there was none. */
  const outcomes = async (count: number) => {
    const names: string[] = [];
    for (let i = 0; i < count; i += 1) {
      names.push(
        await list().then(
          () => "",
          (error: unknown) => (error instanceof Error ? error.name : "?"),
        ),
      );
    }
    return names;
  };
  return { ...account, list, outcomes };
}

const ERROR = { kind: "error", code: "ServerException", message: "Oops", status: 500 } as const;

describe("a fault", () => {
  it("hits the calls it is for, with code, message and status, until it is cleared", async () => {
    const { list, ecs, emulator } = await start([{ service: "ecs", operation: "ListClusters", effect: ERROR }]);
    expect(await refusalOf(list())).toEqual({ name: "ServerException", message: "Oops", status: 500 });
    expect((await ecs.send(new DescribeClustersCommand({ clusters: ["dagster"] }))).clusters).toHaveLength(1);
    emulator.clearFaults();
    expect((await list()).clusterArns).toHaveLength(1);
  });

  it("hits the nth call, or so many, or those that contain a text", async () => {
    expect(await (await start([{ nth: 2, effect: ERROR }])).outcomes(3)).toEqual(["", "ServerException", ""]);
    expect(await (await start([{ times: 2, effect: ERROR }])).outcomes(3)).toEqual([
      "ServerException",
      "ServerException",
      "",
    ]);
    const { ecs } = await start([{ contains: '"second"', effect: ERROR }]);
    await ecs.send(new DescribeClustersCommand({ clusters: ["first"] }));
    const hit = ecs.send(new DescribeClustersCommand({ clusters: ["second"] }));
    expect((await refusalOf(hit)).name).toBe("ServerException");
  });

  it("hits with a probability, the same calls for the same seed", async () => {
    const rules = [{ probability: 0.5, effect: ERROR }];
    const first = await (await start(rules)).outcomes(40);
    expect(await (await start(rules)).outcomes(40)).toEqual(first);
    const hits = first.filter((name) => name !== "").length;
    expect(hits).toBeGreaterThan(10);
    expect(hits).toBeLessThan(30);
    expect(await (await start(rules, { seed: 2 })).outcomes(40)).not.toEqual(first);
  });

  it("before the call keeps it from happening; after it only its answer is lost", async () => {
    for (const when of ["before", "after"] as const) {
      const account = await start([{ operation: "CreateService", when, effect: ERROR }]);
      await register(account);
      const call = account.ecs.send(new CreateServiceCommand(serviceRequest(account)));
      expect((await refusalOf(call)).name).toBe("ServerException");
      const found = describeService(account);
      if (when === "after") expect((await found).status).toBe("ACTIVE");
      else await expect(found).rejects.toThrow("MISSING");
    }
  });

  it("can close the connection, before or after the effect", async () => {
    const { list, emulator } = await start([{ times: 1, effect: { kind: "reset" } }]);
    const refusal = await refusalOf(list());
    expect(refusal.status).toBeUndefined();
    expect(emulator.calls({ operation: "ListClusters" })).toMatchObject([
      { status: 0, error: { code: "ConnectionReset" } },
    ]);
    const account = await start([{ operation: "CreateService", when: "after", effect: { kind: "reset" } }]);
    await register(account);
    await refusalOf(account.ecs.send(new CreateServiceCommand(serviceRequest(account))));
    expect((await describeService(account)).status).toBe("ACTIVE");
  });

  it("can hold a call up, which is then served", async () => {
    const { list, emulator } = await start([{ effect: { kind: "delay", milliseconds: 20 } }]);
    expect((await list()).clusterArns).toHaveLength(1);
    expect(emulator.calls({ operation: "ListClusters" })).toMatchObject([{ status: 200 }]);
  });

  it("can stop a call until it is let go", async () => {
    const { list, emulator } = await start([{ operation: "ListClusters", times: 1, effect: { kind: "hold" } }]);
    let answered = false;
    const held = list().then((answer) => {
      answered = true;
      return answer;
    });
    await vi.waitFor(() => expect(emulator.held()).toMatchObject([{ service: "ecs", operation: "ListClusters" }]));
    await list();
    expect(answered).toBe(false);
    emulator.release();
    expect((await held).clusterArns).toHaveLength(1);
    expect(emulator.held()).toEqual([]);
  });

  it("can be for one program's access key only", async () => {
    const { outcomes, settings, emulator } = await start([{ accessKeyId: "AKIAOTHER", effect: ERROR }]);
    expect(await outcomes(1)).toEqual([""]);
    const other = new ECSClient({ ...settings, credentials: { accessKeyId: "AKIAOTHER", secretAccessKey: "x" } });
    expect((await refusalOf(other.send(new ListClustersCommand({})))).name).toBe("ServerException");
    expect(emulator.calls().map(({ accessKeyId }) => accessKeyId)).toEqual(["AKIAEXAMPLE", "AKIAOTHER"]);
  });

  it("can hold a call up and then fail it", async () => {
    const { outcomes } = await start([{ effect: { kind: "delay", milliseconds: 1 } }, { nth: 1, effect: ERROR }]);
    expect(await outcomes(2)).toEqual(["ServerException", ""]);
  });
});

describe("a call that is held", () => {
  const creating = async (when: "before" | "after") => {
    const account = await start([{ operation: "CreateService", when, effect: { kind: "hold" } }]);
    await register(account);
    const caller = new AbortController();
    const call = account.ecs.send(new CreateServiceCommand(serviceRequest(account)), { abortSignal: caller.signal });
    const held = await account.emulator.nextHeld();
    expect(held).toMatchObject({ service: "ecs", operation: "CreateService", when });
    expect(held.request).toMatchObject({ serviceName: "location" });
    return { account, call, goAway: () => caller.abort() };
  };

  it("before: has no effect when its caller goes away", async () => {
    const { account, call, goAway } = await creating("before");
    goAway();
    await expect(call).rejects.toThrow(/aborted/i);
    await expect.poll(() => account.emulator.calls({ operation: "CreateService" })).toHaveLength(1);
    expect(account.emulator.calls({ operation: "CreateService" })).toMatchObject([
      { status: 0, error: { code: "CallerGone" }, fault: "hold" },
    ]);
    await expect(describeService(account)).rejects.toThrow("MISSING");
  });

  it("after: has its effect, whether its caller goes away or not", async () => {
    const { account, call, goAway } = await creating("after");
    expect((await describeService(account)).status).toBe("ACTIVE");
    goAway();
    await expect(call).rejects.toThrow(/aborted/i);
    expect(account.emulator.calls({ operation: "CreateService" })).toMatchObject([{ status: 200 }]);
  });

  it.each(["before", "after"] as const)("%s: goes on when it is let go", async (when) => {
    const { account, call } = await creating(when);
    account.emulator.release();
    expect((await call).service?.status).toBe("ACTIVE");
  });

  it("after: is held with its refusal, too", async () => {
    const { ecs, emulator } = await start([{ when: "after", effect: { kind: "hold" } }]);
    const call = refusalOf(ecs.send(new CreateServiceCommand({ cluster: "none", serviceName: "a" })));
    expect((await emulator.nextHeld()).operation).toBe("CreateService");
    emulator.release();
    expect((await call).name).toBe("ClusterNotFoundException");
  });
});

describe("credentials", () => {
  it("denied: the words of each family of services", async () => {
    const account = await start([{ effect: { kind: "accessDenied" } }], { account: "210987654321" });
    expect(await refusalOf(account.list())).toMatchObject({
      name: "AccessDeniedException",
      status: 400,
      message: expect.stringContaining(
        "User: arn:aws:sts::210987654321:assumed-role/deploy/session is not authorized to perform: ecs:ListClusters",
      ),
    });
    const iam = new IAMClient(account.settings).send(new GetRoleCommand({ RoleName: "a" }));
    expect(await refusalOf(iam)).toMatchObject({ name: "AccessDenied", status: 403 });
    const ec2 = new EC2Client(account.settings).send(new DescribeSubnetsCommand({}));
    expect(await refusalOf(ec2)).toMatchObject({ name: "UnauthorizedOperation", status: 403 });
  });

  it("expired: the words of each family of services", async () => {
    const account = await start([{ effect: { kind: "expiredCredentials" } }]);
    expect(await refusalOf(account.list())).toMatchObject({
      name: "ExpiredTokenException",
      message: "The security token included in the request is expired",
    });
    const iam = new IAMClient(account.settings).send(new GetRoleCommand({ RoleName: "a" }));
    expect(await refusalOf(iam)).toMatchObject({ name: "ExpiredToken", status: 403 });
  });

  it("throttled: the words of each family of services", async () => {
    const account = await start([{ effect: { kind: "throttle" } }]);
    expect(await refusalOf(account.list())).toMatchObject({ name: "ThrottlingException", message: "Rate exceeded" });
    const iam = new IAMClient(account.settings).send(new GetRoleCommand({ RoleName: "a" }));
    expect((await refusalOf(iam)).name).toBe("Throttling");
    const ec2 = new EC2Client(account.settings).send(new DescribeSubnetsCommand({}));
    expect(await refusalOf(ec2)).toMatchObject({ name: "RequestLimitExceeded", status: 503 });
  });
});

it("the call log has what was asked, answered and refused", async () => {
  const account = await start([{ nth: 2, effect: ERROR }]);
  await account.ecs.send(new DescribeClustersCommand({ clusters: ["dagster"] }));
  await account.outcomes(1);
  expect(account.emulator.calls()).toMatchObject([
    {
      index: 0,
      service: "ecs",
      operation: "DescribeClusters",
      request: { clusters: ["dagster"] },
      status: 200,
      response: { clusters: [{ clusterName: "dagster" }] },
      at: account.clock.now(),
    },
    {
      index: 1,
      operation: "ListClusters",
      status: 500,
      error: { code: "ServerException", message: "Oops" },
      fault: "error",
    },
  ]);
  expect(account.emulator.calls()[0]).not.toHaveProperty("fault");
  expect(account.emulator.calls({ operation: "ListClusters" })).toHaveLength(1);
  account.emulator.clearCalls();
  expect(account.emulator.calls()).toEqual([]);
});
