import {
  DescribeTaskDefinitionCommand,
  ECSClient,
  RegisterTaskDefinitionCommand,
  type RegisterTaskDefinitionCommandInput,
  TagResourceCommand,
  type TaskDefinition,
  UntagResourceCommand,
  UpdateServiceCommand,
} from "@aws-sdk/client-ecs";
import type { Emulator } from "../../emulator/index.ts";
import type { OutsideChange } from "./scenario.ts";

/** Does to services what somebody does in the console of AWS. */
export async function changeOutside(changes: readonly OutsideChange[], emulator: Emulator): Promise<void> {
  const ecs = new ECSClient({
    endpoint: emulator.url,
    region: "us-east-1",
    credentials: { accessKeyId: "AKIAOUTSIDE", secretAccessKey: "outside" },
  });
  for (const change of changes) await changeOne(change, ecs, emulator);
}

async function changeOne(change: OutsideChange, ecs: ECSClient, emulator: Emulator): Promise<void> {
  const service = emulator
    .inventory()
    .services.find(({ tags }) =>
      tags?.some(({ key, value }) => key === "dagster-ecs-deploy/location" && value === change.location),
    );
  if (service === undefined) throw new Error(`there is no service of ${change.location}`);
  const { serviceArn: resourceArn, serviceName, taskDefinition } = service;
  if (change.update !== undefined) {
    await ecs.send(new UpdateServiceCommand({ cluster: "dagster", service: serviceName, ...change.update }));
  }
  if (change.environment !== undefined || change.revision !== undefined) {
    const { taskDefinition: running } = await ecs.send(new DescribeTaskDefinitionCommand({ taskDefinition }));
    const { taskDefinition: registered } = await ecs.send(
      new RegisterTaskDefinitionCommand(editRevision(running, change)),
    );
    const update = { cluster: "dagster", service: serviceName, taskDefinition: registered?.taskDefinitionArn };
    await ecs.send(new UpdateServiceCommand(update));
  }
  const tags = Object.entries(change.tags ?? {}).map(([key, value]) => ({ key, value }));
  if (tags.length > 0) await ecs.send(new TagResourceCommand({ resourceArn, tags }));
  if (change.untag !== undefined) await ecs.send(new UntagResourceCommand({ resourceArn, tagKeys: change.untag }));
}

function editRevision(running: TaskDefinition | undefined, change: OutsideChange): RegisterTaskDefinitionCommandInput {
  const { family, networkMode, requiresCompatibilities, cpu, memory, taskRoleArn, executionRoleArn, volumes } =
    running ?? {};
  const [codeServer, ...others] = running?.containerDefinitions ?? [];
  const changed = new Map(Object.entries(change.environment ?? {}));
  const kept = (codeServer?.environment ?? []).filter(({ name = "" }) => !changed.has(name));
  const environment = [...kept, ...Array.from(changed, ([name, value]) => ({ name, value }))];
  return {
    family,
    networkMode,
    requiresCompatibilities,
    cpu,
    memory,
    taskRoleArn,
    executionRoleArn,
    volumes,
    ...change.revision,
    containerDefinitions: [{ ...codeServer, environment }, ...others],
  };
}
