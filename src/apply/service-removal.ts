import { ActionError } from "../errors.ts";
import type { EcsService } from "../model/aws-shapes.ts";
import type { TagMap } from "../model/live-state.ts";
import type { Step } from "../model/plan.ts";
import { fromEcsTags, TAG_SOURCE, tagValue } from "../model/tags.ts";
import type { EcsPort } from "../ports.ts";
import type { ApplyInput, ApplyPorts } from "./context.ts";
import { waitUntilGone } from "./drain.ts";

type RemovalPort = Pick<EcsPort, "describeServices" | "updateService" | "deleteService">;

/** An ECS service to remove. */
export interface ServiceRemoval {
  readonly cluster: string;
  readonly name: string;
  /** Whether its tags say that it may be removed. */
  readonly mayRemove: (tags: TagMap) => boolean;
  /**
   * Sets the desired count to 0 before the deletion. Only where an apply would set it again: an interruption in
   * between leaves a service that runs nothing.
   */
  readonly scaleDown: boolean;
  /** Called with the service before anything of it goes. */
  readonly beforeDeletion?: (service: EcsService) => Promise<void>;
}

/**
 * Has ECS begin to remove a service, and gives it as it was; undefined when there is none. Rejects when it is not ours
 * (any more): the plan chose it by its tags, but somebody may have taken it over since.
 */
export async function beginServiceRemoval(removal: ServiceRemoval, ecs: RemovalPort): Promise<EcsService | undefined> {
  const { cluster, name } = removal;
  const [service] = await ecs.describeServices(cluster, [name]);
  if (service === undefined) return undefined;
  const tags = fromEcsTags(service.tags);
  if (!removal.mayRemove(tags)) throw notOurs(name);
  if (service.status !== "ACTIVE") return service;
  await removal.beforeDeletion?.(service);
  if (removal.scaleDown && service.desiredCount !== 0) await scaleDown(cluster, name, ecs);
  await ecs.deleteService(cluster, name);
  return service;
}

/** Removes the service of a step and waits until it is gone. Rejects when it is of another source. */
export async function removeEcsService(
  step: Step,
  /** `untagged`: also when it carries no source at all (a service that is being adopted). */
  options: { readonly untagged: boolean; readonly timeoutMs: number } & Pick<ServiceRemoval, "beforeDeletion">,
  input: Pick<ApplyInput, "plan" | "signal">,
  ports: Pick<ApplyPorts, "ecs" | "clock">,
): Promise<void> {
  const { cluster, service: name } = step;
  const source = tagValue(input.plan.request.source);
  const removed = await beginServiceRemoval(
    {
      cluster,
      name,
      mayRemove: ({ [TAG_SOURCE]: owner }) => (owner === undefined ? options.untagged : owner === source),
      scaleDown: false,
      ...(options.beforeDeletion && { beforeDeletion: options.beforeDeletion }),
    },
    ports.ecs,
  );
  if (removed === undefined) return;
  await waitUntilGone({ cluster, name, createdAt: removed.createdAt }, options.timeoutMs, ports, input.signal);
}

async function scaleDown(cluster: string, service: string, ecs: RemovalPort): Promise<void> {
  try {
    await ecs.updateService({ cluster, service, desiredCount: 0 });
  } catch (error) {
    // Another run was faster: it drains, or is gone.
    if (!(error instanceof ActionError) || !NOT_ACTIVE_CODES.has(error.code)) throw error;
  }
}

const NOT_ACTIVE_CODES: ReadonlySet<string> = new Set(["ServiceNotActiveException", "ServiceNotFoundException"]);

function notOurs(name: string): ActionError {
  return new ActionError(
    "service-not-ours",
    `The ECS service ${name} does not carry the tags it was chosen by any more.`,
    { source: "user", hint: "Nothing of it was removed. Plan again." },
  );
}
