import {
  DescribeClustersCommand,
  DescribeServicesCommand,
  ListAccountSettingsCommand,
  ListClustersCommand,
} from "@aws-sdk/client-ecs";
import { describe, expect, it } from "vitest";
import { readPages, startAccount } from "./account.ts";
import { startCompleted } from "./rollout-steps.ts";
import { create } from "./service-steps.ts";

describe("clusters and account settings", () => {
  it("a cluster counts its services; one that is not there is MISSING", async () => {
    const account = await startCompleted();
    const { clusters, failures } = await account.ecs.send(
      new DescribeClustersCommand({ clusters: [account.names.clusterArn, "nowhere"] }),
    );
    expect(clusters).toMatchObject([{ clusterName: "dagster", activeServicesCount: 1, runningTasksCount: 1 }]);
    expect(failures).toEqual([{ arn: account.names.clusterArn.replace("dagster", "nowhere"), reason: "MISSING" }]);
    account.emulator.seed({ kind: "cluster", name: "second" });
    account.emulator.configure({ pageSize: 1 });
    const { items, pages } = await readPages(async (nextToken) => {
      const page = await account.ecs.send(new ListClustersCommand({ nextToken }));
      return { items: page.clusterArns, nextToken: page.nextToken };
    });
    expect({ count: items.length, pages }).toEqual({ count: 2, pages: 2 });
  });

  it("account settings are listed by name, and can be seeded", async () => {
    const account = await startAccount();
    account.emulator.seed({ kind: "accountSetting", name: "serviceLongArnFormat", value: "disabled" });
    const { settings } = await account.ecs.send(
      new ListAccountSettingsCommand({ name: "serviceLongArnFormat", effectiveSettings: true }),
    );
    expect(settings).toMatchObject([{ name: "serviceLongArnFormat", value: "disabled" }]);
  });

  it("a service of another cluster is not this cluster's", async () => {
    const account = await startCompleted();
    account.emulator.seed({ kind: "cluster", name: "second" });
    const answer = await account.ecs.send(new DescribeServicesCommand({ cluster: "second", services: ["location"] }));
    expect(answer.failures).toHaveLength(1);
    await create(account, { cluster: "second" });
  });
});
