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

/** Milliseconds the removal of what a service still holds may take. */
const DEADLINE = 60_000;
const POLL_INTERVAL = 2_000;
const DEREGISTRATIONS_AT_ONCE = 4;
/** ListInstances API reference. */
const INSTANCES_PER_PAGE = 100;

interface Deletion {
  readonly client: ServiceDiscoveryClient;
  readonly call: Call;
  readonly clock: Clock;
  readonly id: string;
  /** Milliseconds since the epoch. */
  readonly deadline: number;
}

/**
 * Deletes a Cloud Map service with what is registered in it. ECS deregisters the tasks it stops by itself and
 * later, so both may happen at once: each step takes "not there" for done, and the deletion is tried again while
 * Cloud Map says that instances are left.
 */
export async function deleteCloudMapService(
  client: ServiceDiscoveryClient,
  call: Call,
  clock: Clock,
  id: string,
): Promise<void> {
  const deletion: Deletion = { client, call, clock, id, deadline: clock.now() + DEADLINE };
  for (;;) {
    try {
      await deregisterInstances(deletion);
      await call({ action: "servicediscovery:DeleteService", resource: id }, () =>
        client.send(new DeleteServiceCommand({ Id: id })),
      );
      return;
    } catch (error) {
      if (hasCode(error, "ServiceNotFound")) return;
      if (!hasCode(error, "ResourceInUse") || clock.now() >= deletion.deadline) throw error;
      await clock.sleep(POLL_INTERVAL);
    }
  }
}

async function deregisterInstances(deletion: Deletion): Promise<void> {
  const { client, call, id } = deletion;
  const instances = await readAllPages(async (NextToken) => {
    const answer = await call({ action: "servicediscovery:ListInstances", resource: id }, () =>
      client.send(new ListInstancesCommand({ ServiceId: id, MaxResults: INSTANCES_PER_PAGE, NextToken })),
    );
    return { items: answer.Instances ?? [], next: answer.NextToken };
  });
  await mapConcurrently(instances, DEREGISTRATIONS_AT_ONCE, async ({ Id }) => {
    if (Id === undefined) return;
    const operation = await beginDeregistration(deletion, Id);
    if (operation !== undefined) await awaitOperation(deletion, operation);
  });
}

/** The operation to wait for; undefined when there is nothing to do or somebody else is at it. */
async function beginDeregistration({ client, call, id }: Deletion, instance: string): Promise<string | undefined> {
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
async function awaitOperation({ client, call, clock, deadline, id }: Deletion, operation: string): Promise<void> {
  for (;;) {
    const answer = await call({ action: "servicediscovery:GetOperation", resource: operation }, () =>
      client.send(new GetOperationCommand({ OperationId: operation })),
    );
    const status = answer.Operation?.Status;
    if (status === "SUCCESS" || status === "FAIL") return;
    if (clock.now() >= deadline) {
      throw new ActionError(
        "deregistration-timeout",
        `The instances of the Cloud Map service ${id} were not deregistered within ${DEADLINE / 1000} seconds.`,
        { source: "aws", hint: "Run again: the removal goes on where it stopped." },
      );
    }
    await clock.sleep(POLL_INTERVAL);
  }
}

function hasCode(error: unknown, code: string): boolean {
  return error instanceof ActionError && error.code === code;
}
