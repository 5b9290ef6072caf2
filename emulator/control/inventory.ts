import type { Service, Tag, Task, TaskDefinition } from "@aws-sdk/client-ecs";
import type { Tag as DiscoveryTag, ServiceSummary } from "@aws-sdk/client-servicediscovery";
import { summarizeService } from "../aws/cloud-map-view.ts";
import { viewService } from "../ecs/service-view.ts";
import { viewTaskDefinition } from "../ecs/task-definitions.ts";
import { viewTask } from "../ecs/task-view.ts";
import type { World } from "../world/world.ts";

/** Everything that was deployed, as the services describe it, whatever lags behind. */
export interface Inventory {
  /** Without those that are INACTIVE. */
  readonly services: readonly Service[];
  /** Without those that have stopped. */
  readonly tasks: readonly Task[];
  readonly taskDefinitions: readonly (TaskDefinition & { readonly tags: readonly Tag[] })[];
  readonly discoveryServices: readonly (ServiceSummary & {
    readonly namespace: string;
    readonly tags: readonly DiscoveryTag[];
    /** Attributes by instance id. */
    readonly instances: Readonly<Record<string, Readonly<Record<string, string>>>>;
  })[];
}

/** A copy: it stays as it is when the account goes on. */
export function takeInventory(world: World): Inventory {
  return structuredClone({
    services: world.ecs.services
      .filter(({ status }) => status !== "INACTIVE")
      .map((service) => ({ ...viewService(world, service, false), tags: service.tags.current })),
    tasks: [...world.ecs.tasks.values()]
      .filter(({ lastStatus }) => lastStatus !== "STOPPED")
      .map((task) => viewTask(world, task, true)),
    taskDefinitions: [...world.ecs.families.values()]
      .flat()
      .map((record) => ({ ...viewTaskDefinition(record), tags: record.tags.current })),
    discoveryServices: [...world.discovery.services.values()].map((service) => ({
      ...summarizeService(service),
      namespace: service.namespace.name,
      tags: service.tags,
      instances: Object.fromEntries(service.instances),
    })),
  });
}
