import {
  DescribeClustersCommand,
  DescribeServicesCommand,
  DescribeTaskDefinitionCommand,
  ListServicesCommand,
  ListTasksCommand,
  RegisterTaskDefinitionCommand,
  TagResourceCommand,
  UpdateServiceCommand,
} from "@aws-sdk/client-ecs";
import { GetRoleCommand, IAMClient } from "@aws-sdk/client-iam";
import { describe, expect, it } from "vitest";
import { type Account, codeServer, refusalOf, startAccount } from "./account.ts";

const CLUSTER = "dagster";
type Send = (account: Account) => Promise<unknown>;

/** How many calls in a row are let through; other errors than throttling count as let through. */
async function countUntilThrottled(account: Account, send: Send): Promise<number> {
  for (let count = 0; count < 300; count += 1) {
    const name = await send(account).then(
      () => "",
      (error: unknown) => (error instanceof Error ? error.name : "?"),
    );
    if (name === "ThrottlingException") return count;
  }
  throw new Error("never throttled");
}

const registering: Send = (account) => account.ecs.send(new RegisterTaskDefinitionCommand(codeServer(account)));

describe("token buckets", () => {
  it.each<[string, number, number, Send]>([
    ["RegisterTaskDefinition", 20, 1, registering],
    [
      "DescribeTaskDefinition",
      50,
      20,
      ({ ecs }) => ecs.send(new DescribeTaskDefinitionCommand({ taskDefinition: "none" })),
    ],
    ["UpdateService", 50, 5, ({ ecs }) => ecs.send(new UpdateServiceCommand({ cluster: CLUSTER, service: "none" }))],
    [
      "DescribeServices",
      100,
      20,
      ({ ecs }) => ecs.send(new DescribeServicesCommand({ cluster: CLUSTER, services: ["none"] })),
    ],
    [
      "TagResource",
      20,
      10,
      ({ ecs, names }) =>
        ecs.send(new TagResourceCommand({ resourceArn: names.clusterArn, tags: [{ key: "a", value: "" }] })),
    ],
    ["ListTasks", 100, 20, ({ ecs }) => ecs.send(new ListTasksCommand({ cluster: CLUSTER }))],
    ["DescribeClusters", 50, 20, ({ ecs }) => ecs.send(new DescribeClustersCommand({}))],
  ])("%s: %i at once, then %i per second", async (_operation, burst, perSecond, send) => {
    const account = await startAccount({ throttling: true });
    expect(await countUntilThrottled(account, send)).toBe(burst);
    account.clock.advance(1);
    expect(await countUntilThrottled(account, send)).toBe(perSecond);
    account.clock.advance(1000);
    expect(await countUntilThrottled(account, send)).toBe(burst);
  });

  it("calls of a kind share one, of other kinds do not", async () => {
    const account = await startAccount({ throttling: true });
    const { ecs } = account;
    const describeNone: Send = () => ecs.send(new DescribeServicesCommand({ cluster: CLUSTER, services: ["none"] }));
    await countUntilThrottled(account, describeNone);
    expect((await refusalOf(ecs.send(new ListServicesCommand({ cluster: CLUSTER })))).message).toBe("Rate exceeded");
    await ecs.send(new ListTasksCommand({ cluster: CLUSTER }));
  });

  it("a call that is throttled has no effect, and is in the log", async () => {
    const account = await startAccount({ throttling: true });
    await countUntilThrottled(account, registering);
    account.clock.advance(1);
    const { taskDefinition } = await account.ecs.send(new RegisterTaskDefinitionCommand(codeServer(account)));
    expect(taskDefinition?.revision).toBe(21);
    const refused = account.emulator.calls({ operation: "RegisterTaskDefinition" }).filter(({ error }) => error);
    expect(refused).toMatchObject([{ status: 400, error: { code: "ThrottlingException" } }]);
  });

  it("are off unless asked for, and only of ECS", async () => {
    const off = await startAccount();
    for (let i = 0; i < 30; i += 1) await registering(off);
    off.emulator.configure({ throttling: true });
    expect(await countUntilThrottled(off, registering)).toBe(20);
    const iam = new IAMClient(off.settings);
    for (let i = 0; i < 120; i += 1) await iam.send(new GetRoleCommand({ RoleName: "dagster-task" }));
  });
});
