import { createSlots, type Slots } from "../concurrency.ts";
import { lastSegment } from "../model/arn.ts";
import type { EcsService } from "../model/aws-shapes.ts";
import type { TagMap } from "../model/live-state.ts";
import { removalTag } from "../model/run-order.ts";
import { BEING_REMOVED, TAG_FINGERPRINT } from "../model/tags.ts";
import type { DiscoveryPort, EcsPort } from "../ports.ts";
import type { ApplyPorts } from "./context.ts";
import { createLookout } from "./lookout.ts";
import type { Turn } from "./turn.ts";

/** ECS takes five changes of services a second: more at once would only wait for their turn. */
const WRITES_AT_ONCE = 8;

/** Which services of the deployment are looked at before a write. */
export interface GuardedServices {
  readonly cluster: string;
  /** Names of the services of the plan. */
  readonly names: readonly string[];
  /** Names of the services by the ARN of their Cloud Map service. */
  readonly registries?: ReadonlyMap<string, string>;
  /** The tags that name this run. */
  readonly marks: TagMap;
}

/** Ports whose writes first look whether a newer run has begun, and what has been written through them. */
export interface GuardedPorts {
  readonly ports: ApplyPorts;
  /** True once something was written to a service. */
  readonly hasWritten: () => boolean;
}

/**
 * Ports that write only while no newer run is seen. Right before each write to a service a look reads the
 * marks of that service and of others (see `createLookout`); every other description that passes through
 * is looked at too. What is not a service's own needs no look of its own.
 */
export function guardPorts(
  ports: ApplyPorts,
  turn: Turn,
  { cluster, names, registries = new Map(), marks }: GuardedServices,
): GuardedPorts {
  const { ecs, discovery } = ports;
  // Who waits for the pace of AWS waits before he looks, not between look and write.
  const slots = createSlots(WRITES_AT_ONCE);
  let hasWritten = false;

  const describeServices: EcsPort["describeServices"] = async (inCluster, asked) => {
    const services = await ecs.describeServices(inCluster, asked);
    turn.observe(services);
    return services;
  };

  const look = createLookout(names, (looked) => describeServices(cluster, looked));

  /** The service that is to be written, if there is one, as it is now and can be read. */
  const confirm = async (name?: string): Promise<EcsService | undefined> => {
    turn.check();
    const service = await look(name);
    turn.check();
    hasWritten ||= name !== undefined;
    return service;
  };

  /** Refuses once a newer run is known, without looking. */
  const whileOurs =
    <Args extends readonly unknown[], Result>(write: (...args: Args) => Promise<Result>) =>
    async (...args: Args): Promise<Result> => {
      turn.check();
      return write(...args);
    };

  return {
    hasWritten: () => hasWritten,
    ports: {
      ...ports,
      ecs: {
        ...ecs,
        describeServices,
        createService: (request, tags) =>
          slots.run(async () => {
            await confirm(String(request.serviceName));
            return ecs.createService(request, tags);
          }),
        updateService: (request) =>
          slots.run(async () => {
            await confirm(String(request.service));
            return ecs.updateService(request);
          }),
        deleteService: (inCluster, name) =>
          slots.run(async () => {
            const { serviceArn } = (await confirm(name)) ?? {};
            if (serviceArn !== undefined) {
              // A service that drains still shows its tags: others see who has deleted it.
              await ecs.tagResource(serviceArn, { ...marks, ...removalTag(marks), [TAG_FINGERPRINT]: BEING_REMOVED });
              await confirm(name);
            }
            return ecs.deleteService(inCluster, name);
          }),
        tagResource: (arn, tags) =>
          slots.run(async () => {
            await confirm(lastSegment(arn));
            return ecs.tagResource(arn, tags);
          }),
        untagResource: whileOurs(ecs.untagResource),
        // It belongs to no service yet, but nobody would miss it later either: the location may be gone by now.
        registerTaskDefinition: async (...args) => {
          await confirm();
          return ecs.registerTaskDefinition(...args);
        },
        // Of a location that this run removes; a newer one may have just registered it.
        deregisterTaskDefinition: async (arn) => {
          await confirm();
          return ecs.deregisterTaskDefinition(arn);
        },
        runTask: whileOurs(ecs.runTask),
      },
      discovery: guardDiscovery(discovery, { turn, slots, confirm, registries }),
    },
  };
}

interface DiscoveryGuard {
  readonly turn: Turn;
  readonly slots: Slots;
  readonly confirm: (name: string) => Promise<unknown>;
  readonly registries: ReadonlyMap<string, string>;
}

/** A Cloud Map service has the name of its ECS service, which is looked at in its place. */
function guardDiscovery(discovery: DiscoveryPort, { turn, slots, confirm, registries }: DiscoveryGuard): DiscoveryPort {
  const nameOfRegistry = new Map<string, string>();
  const confirmRegistry = async (arn: string): Promise<void> => {
    const name = registries.get(arn);
    if (name === undefined) turn.check();
    else await confirm(name);
  };
  return {
    ...discovery,
    createService: async (...args) => {
      turn.check();
      return discovery.createService(...args);
    },
    listServices: async (namespaceId) => {
      const services = await discovery.listServices(namespaceId);
      for (const [name, { id }] of services) nameOfRegistry.set(id, name);
      return services;
    },
    deleteService: async (...args) => {
      // Somebody may have made its ECS service anew by now.
      const name = nameOfRegistry.get(args[0]);
      if (name !== undefined) await confirm(name);
      turn.check();
      return discovery.deleteService(...args);
    },
    // The tags of a Cloud Map service are written before those of its ECS service.
    tagResource: (arn, tags) =>
      slots.run(async () => {
        await confirmRegistry(arn);
        return discovery.tagResource(arn, tags);
      }),
    untagResource: (arn, keys) =>
      slots.run(async () => {
        if (keys.length > 0) await confirmRegistry(arn);
        return discovery.untagResource(arn, keys);
      }),
  };
}
