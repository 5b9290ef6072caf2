import { UpdateServiceCommand } from "@aws-sdk/client-ecs";
import { ServiceDiscoveryClient, UntagResourceCommand } from "@aws-sdk/client-servicediscovery";
import { expect, test } from "vitest";
import { describeResult, type LifeWorld, startLife } from "./world.ts";

/** The service is taken out of its Cloud Map service, and that loses every tag. */
async function disown({ emulator, account, ecs }: LifeWorld): Promise<void> {
  const { services, discoveryServices } = emulator.inventory();
  const discovery = new ServiceDiscoveryClient({
    endpoint: emulator.url,
    region: account.region,
    credentials: { accessKeyId: "AKIAOUTSIDE", secretAccessKey: "outside" },
  });
  const { cluster } = account;
  await ecs.send(new UpdateServiceCommand({ cluster, service: services[0]?.serviceName, serviceRegistries: [] }));
  const TagKeys = discoveryServices[0]?.tags.flatMap(({ Key }) => Key ?? []);
  await discovery.send(new UntagResourceCommand({ ResourceARN: discoveryServices[0]?.Arn, TagKeys }));
}

test("a Cloud Map service that is taken over for a service of ours gets our tags", async () => {
  const life = await startLife();
  try {
    const apply = async (runId: number, inputs = {}): Promise<string> =>
      describeResult(
        await life.run({
          command: "apply",
          workspace: `locations:\n  - { location_name: etl, image: "${life.account.repositoryUris.code}:1", code_source: { module_name: etl } }\n`,
          runId,
          inputs,
        }),
      );
    await apply(1_001);
    life.clock.advance(120);
    const before = life.emulator.inventory().discoveryServices[0]?.tags;
    expect(JSON.stringify(before)).toContain("dagster-ecs-deploy/source");
    await disown(life);
    life.clock.advance(120);
    expect(await apply(1_002)).toContain("carries no tags of this action");
    expect(await apply(1_003, { adopt: "true" })).toContain("etl: update succeeded");
    const tags = life.emulator.inventory().discoveryServices[0]?.tags;
    expect(new Map(tags?.map(({ Key, Value }) => [Key, Value]))).toEqual(
      new Map(before?.map(({ Key, Value }) => [Key, Value])),
    );
  } finally {
    await life.close();
  }
});
