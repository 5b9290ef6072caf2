import {
  DeleteServiceCommand,
  DeregisterInstanceCommand,
  GetOperationCommand,
  ListInstancesCommand,
  type ServiceDiscoveryClient,
} from "@aws-sdk/client-servicediscovery";
import { mapConcurrently } from "../concurrency.ts";
import { ActionError } from "../errors.ts";
import type { Clock } from "../ports.ts";
import { type Call, readAllPages } from "./calls.ts";

/**
 * Milliseconds the removal of what a service still holds may take: on AWS an operation that changes DNS records mostly
 * takes less than a minute.
 */
const DEADLINE = 120_000;
const POLL_INTERVAL = 2_000;
const DEREGISTRATIONS_AT_ONCE = 4;
/** ListInstances API reference. */
const INSTANCES_PER_PAGE = 100;

/** Whom to ask, and when to stop waiting. */
export interface CloudMapAccess {
  readonly client: ServiceDiscoveryClient;
  readonly call: Call;
  readonly clock: Clock;
  /** Aborted when the run is cancelled: waiting ends with an error, and the next run goes on from there. */
  readonly signal: AbortSignal | undefined;
}

interface Emptying extends CloudMapAccess {
  readonly id: string;
  /** Milliseconds since the epoch. */
  readonly deadline: number;
}

/**
 * Deletes a Cloud Map service with what is registered in it. ECS deregisters the tasks it stops by itself and
 * later, so both may happen at once: each step takes "not there" for done, and the deletion is tried again while
 * Cloud Map says that instances are left.
 */
export async function deleteCloudMapService(access: CloudMapAccess, id: string): Promise<void> {
  const emptying = begin(access, id);
  const { client, call, clock } = access;
  for (;;) {
    try {
      await deregisterAll(emptying);
      await call({ action: "servicediscovery:DeleteService", resource: id }, () =>
        client.send(new DeleteServiceCommand({ Id: id })),
      );
      return;
    } catch (error) {
      if (hasCode(error, "ServiceNotFound")) return;
      if (!hasCode(error, "ResourceInUse")) throw error;
      if (clock.now() >= emptying.deadline) throw stillRegistered(id);
      await pause(emptying);
    }
  }
}

/** Deregisters everything that is registered in a Cloud Map service and waits for it; done when the service is gone. */
export async function deregisterCloudMapInstances(access: CloudMapAccess, id: string): Promise<void> {
  try {
    await deregisterAll(begin(access, id));
  } catch (error) {
    if (!hasCode(error, "ServiceNotFound")) throw error;
  }
}

function begin(access: CloudMapAccess, id: string): Emptying {
  return { ...access, id, deadline: access.clock.now() + DEADLINE };
}

async function deregisterAll(emptying: Emptying): Promise<void> {
  const { client, call, id } = emptying;
  const instances = await readAllPages(async (NextToken) => {
    const answer = await call({ action: "servicediscovery:ListInstances", resource: id }, () =>
      client.send(new ListInstancesCommand({ ServiceId: id, MaxResults: INSTANCES_PER_PAGE, NextToken })),
    );
    return { items: answer.Instances ?? [], next: answer.NextToken };
  });
  await mapConcurrently(instances, DEREGISTRATIONS_AT_ONCE, async ({ Id }) => {
    if (Id === undefined) return;
    const operation = await beginDeregistration(emptying, Id);
    if (operation !== undefined) await awaitOperation(emptying, operation);
  });
}

/** The operation to wait for; undefined when there is nothing to do or somebody else is at it. */
async function beginDeregistration({ client, call, id }: Emptying, instance: string): Promise<string | undefined> {
  try {
    const answer = await call({ action: "servicediscovery:DeregisterInstance", resource: `${id}/${instance}` }, () =>
      client.send(new DeregisterInstanceCommand({ ServiceId: id, InstanceId: instance })),
    );
    return answer.OperationId;
  } catch (error) {
    if (hasCode(error, "InstanceNotFound") || hasCode(error, "DuplicateRequest")) return undefined;
    throw error;
  }
}

/** Also returns when the operation failed: whether the instance is gone, the deletion itself will say. */
async function awaitOperation(emptying: Emptying, operation: string): Promise<void> {
  const { client, call, clock } = emptying;
  for (;;) {
    const answer = await call({ action: "servicediscovery:GetOperation", resource: operation }, () =>
      client.send(new GetOperationCommand({ OperationId: operation })),
    );
    const status = answer.Operation?.Status;
    if (status === "SUCCESS" || status === "FAIL") return;
    if (clock.now() >= emptying.deadline) throw stillRegistered(emptying.id);
    await pause(emptying);
  }
}

async function pause({ clock, signal, id }: Emptying): Promise<void> {
  await clock.sleep(POLL_INTERVAL, signal);
  if (signal?.aborted !== true) return;
  throw new ActionError(
    "interrupted",
    `The run was interrupted while the Cloud Map service ${id} let go of its instances.`,
    { source: "user", hint: "The next run goes on from there." },
  );
}

function stillRegistered(id: string): ActionError {
  return new ActionError(
    "instances-still-registered",
    `The Cloud Map service ${id} still has registered instances after ${DEADLINE / 1000} seconds.`,
    { source: "aws", hint: "Run again: it goes on from there." },
  );
}

function hasCode(error: unknown, code: string): boolean {
  return error instanceof ActionError && error.code === code;
}
