import {
  CreateServiceCommand,
  DeleteServiceCommand,
  DeregisterTaskDefinitionCommand,
  type Service,
  TagResourceCommand,
  UntagResourceCommand,
  UpdateServiceCommand,
} from "@aws-sdk/client-ecs";
import fc from "fast-check";
import { type Name, name } from "./workspace.ts";
import type { LifeWorld } from "./world.ts";

export const SOURCE_TAG = "dagster-ecs-deploy/source";
export const OUR_SOURCE = "example/data:dagster_cloud.yaml";
export const OTHER_SOURCE = "example/claimer:dagster_cloud.yaml";

/** What somebody else does to a code server of ours, or to nothing: time passes. */
export type OutsideChange =
  | { readonly kind: "scale"; readonly name: Name; readonly count: number }
  | {
      readonly kind: "older-revision" | "restart" | "delete" | "deregister" | "unregister" | "rezone";
      readonly name: Name;
    }
  | { readonly kind: "move" | "borrow" | "claim"; readonly name: Name }
  | { readonly kind: "tag"; readonly name: Name; readonly value: string }
  | { readonly kind: "untag"; readonly name: Name; readonly key: string }
  | { readonly kind: "time"; readonly seconds: number };

export const outsideChange: fc.Arbitrary<OutsideChange> = fc.oneof(
  fc.record({ kind: fc.constant("scale" as const), name, count: fc.nat(3) }),
  fc.record({
    kind: fc.constantFrom(
      "older-revision",
      "restart",
      "delete",
      "deregister",
      "unregister",
      "rezone",
      "move",
      "borrow",
      "claim",
    ),
    name,
  }),
  fc.record({ kind: fc.constant("tag" as const), name, value: fc.constantFrom("41", "42") }),
  fc.record({
    kind: fc.constant("untag" as const),
    name,
    key: fc.constantFrom("fingerprint", "user-tags", "run", "run-id", "kind").map((key) => `dagster-ecs-deploy/${key}`),
  }),
  fc.record({ kind: fc.constant("time" as const), seconds: fc.constantFrom(1, 20, 600) }),
);

/** The service of a location in the full deployment, if one is ACTIVE. */
export function findService(life: LifeWorld, location: string): Service | undefined {
  return life.emulator
    .inventory()
    .services.find(({ serviceName, status }) => serviceName?.startsWith(`${location}-prod-`) && status === "ACTIVE");
}

/** Makes the change; nothing when there is no service to make it to. */
export async function changeFromOutside(change: OutsideChange, life: LifeWorld): Promise<void> {
  if (change.kind === "time") {
    life.clock.advance(change.seconds);
    return;
  }
  const service = findService(life, change.name);
  if (service === undefined) return;
  const { ecs, account } = life;
  const target = { cluster: account.cluster, service: service.serviceName };
  const resourceArn = service.serviceArn;
  switch (change.kind) {
    case "scale":
      await ecs.send(new UpdateServiceCommand({ ...target, desiredCount: change.count }));
      return;
    case "older-revision": {
      const taskDefinition = oldestActiveRevision(life, service);
      await ecs.send(new UpdateServiceCommand({ ...target, taskDefinition }));
      return;
    }
    case "restart":
      await ecs.send(new UpdateServiceCommand({ ...target, forceNewDeployment: true }));
      return;
    case "delete":
      await ecs.send(new DeleteServiceCommand({ ...target, force: true }));
      return;
    case "deregister":
      await ecs.send(new DeregisterTaskDefinitionCommand({ taskDefinition: service.taskDefinition }));
      life.deregistered.add(service.taskDefinition ?? "");
      return;
    case "unregister":
      await ecs.send(new UpdateServiceCommand({ ...target, serviceRegistries: [] }));
      return;
    case "rezone":
      await ecs.send(new UpdateServiceCommand({ ...target, availabilityZoneRebalancing: "ENABLED" }));
      return;
    case "move": {
      const subnets = [...account.publicSubnets];
      const awsvpcConfiguration = { subnets, securityGroups: [account.securityGroup] };
      await ecs.send(new UpdateServiceCommand({ ...target, networkConfiguration: { awsvpcConfiguration } }));
      return;
    }
    case "borrow":
      await borrowRevision(life, service);
      return;
    case "claim": {
      const value = isClaimed(service) ? OUR_SOURCE : OTHER_SOURCE;
      await ecs.send(new TagResourceCommand({ resourceArn, tags: [{ key: SOURCE_TAG, value }] }));
      return;
    }
    case "tag":
      await ecs.send(new TagResourceCommand({ resourceArn, tags: [{ key: "cost-center", value: change.value }] }));
      return;
    case "untag":
      await ecs.send(new UntagResourceCommand({ resourceArn, tagKeys: [change.key] }));
      return;
  }
}

/** True when another source has claimed a service of ours. */
export function isClaimed({ tags }: Service): boolean {
  return tags?.find(({ key }) => key === SOURCE_TAG)?.value === OTHER_SOURCE;
}

/** Somebody else's service is put on the revision ours runs now; one at most. */
async function borrowRevision(life: LifeWorld, service: Service): Promise<void> {
  const { services, taskDefinitions } = life.emulator.inventory();
  const { taskDefinition, networkConfiguration } = service;
  const revision = taskDefinitions.find(({ taskDefinitionArn }) => taskDefinitionArn === taskDefinition);
  const isThere = services.some(({ serviceName }) => serviceName === "borrower");
  if (isThere || revision?.status !== "ACTIVE") return;
  const request = { cluster: life.account.cluster, taskDefinition, networkConfiguration, desiredCount: 0 };
  await life.ecs.send(new CreateServiceCommand({ ...request, serviceName: "borrower", launchType: "FARGATE" }));
}

function oldestActiveRevision(life: LifeWorld, service: Service): string | undefined {
  const family = service.taskDefinition?.replace(/:\d+$/, ":");
  return life.emulator
    .inventory()
    .taskDefinitions.find(
      ({ taskDefinitionArn, status }) => status === "ACTIVE" && taskDefinitionArn?.startsWith(family ?? "-"),
    )?.taskDefinitionArn;
}
