import {
  CreateServiceCommand,
  type CreateServiceCommandInput,
  DeleteServiceCommand,
  UpdateServiceCommand,
  type UpdateServiceCommandInput,
} from "@aws-sdk/client-ecs";
import { type Account, serviceRequest } from "./account.ts";

/** Creates the service. */
export async function create(account: Account, changes: Partial<CreateServiceCommandInput> = {}) {
  const { service } = await account.ecs.send(new CreateServiceCommand(serviceRequest(account, changes)));
  return service;
}

/** Updates the service. */
export function update(account: Account, changes: Partial<UpdateServiceCommandInput>) {
  return account.ecs.send(
    new UpdateServiceCommand({ cluster: account.names.cluster, service: "location", ...changes }),
  );
}

/** Deletes the service. */
export function remove(account: Account, changes: { service?: string; force?: boolean } = {}) {
  return account.ecs.send(
    new DeleteServiceCommand({ cluster: account.names.cluster, service: "location", ...changes }),
  );
}
