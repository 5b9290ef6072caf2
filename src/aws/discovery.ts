import {
  CreateServiceCommand,
  type CreateServiceCommandInput,
  GetNamespaceCommand,
  ListServicesCommand,
  type ListServicesCommandInput,
  ListTagsForResourceCommand,
  type ServiceDiscoveryClient,
  TagResourceCommand,
  UntagResourceCommand,
} from "@aws-sdk/client-servicediscovery";
import { ActionError } from "../errors.ts";
import type { JsonObject } from "../model/json.ts";
import type { LiveCloudMapService, TagMap } from "../model/live-state.ts";
import type { Clock, DiscoveryPort } from "../ports.ts";
import { type Call, readAllPages } from "./calls.ts";
import { deleteCloudMapService, deregisterCloudMapInstances } from "./discovery-deletion.ts";
import { requireMember } from "./missing-answer.ts";
import { toCloudMapTags } from "./tags.ts";

/** ListServices API reference. */
const SERVICES_PER_PAGE = 100;
/** How often, and every how many milliseconds, a service that exists is looked for. */
const MOST_LOOKS = 5;
const LOOK_INTERVAL = 2_000;

/** AWS Cloud Map behind its port. */
export function createDiscoveryPort(client: () => ServiceDiscoveryClient, call: Call, clock: Clock): DiscoveryPort {
  const listServices = async (namespaceId: string) => {
    const services = await listAll(client(), call, namespaceId);
    return new Map(services.map((service) => [service.name, service]));
  };
  const namespaces = new Map<string, ReturnType<typeof findNamespace>>();

  /** A service that was created a moment ago may not be listed yet. */
  const findCreated = async (request: JsonObject, refusal: ActionError): Promise<LiveCloudMapService> => {
    for (let look = 1; ; look += 1) {
      const existing = (await listServices(String(request.NamespaceId))).get(String(request.Name));
      if (existing !== undefined) return existing;
      if (look === MOST_LOOKS) throw refusal;
      await clock.sleep(LOOK_INTERVAL);
    }
  };

  return {
    listServices,

    listAllServices: () => listAll(client(), call, undefined),

    async createService(request, tags) {
      try {
        return await create(client(), call, request, tags);
      } catch (error) {
        if (!(error instanceof ActionError && error.code === "ServiceAlreadyExists")) throw error;
        return await findCreated(request, error);
      }
    },

    deleteService: (id, signal) => deleteCloudMapService({ client: client(), call, clock, signal }, id),

    deregisterInstances: (id, signal) => deregisterCloudMapInstances({ client: client(), call, clock, signal }, id),

    async tagsOf(arn) {
      const answer = await call({ action: "servicediscovery:ListTagsForResource", resource: arn }, () =>
        client().send(new ListTagsForResourceCommand({ ResourceARN: arn })),
      );
      return Object.fromEntries((answer.Tags ?? []).map(({ Key = "", Value = "" }) => [Key, Value]));
    },

    async tagResource(arn, tags) {
      if (Object.keys(tags).length === 0) return;
      await call({ action: "servicediscovery:TagResource", resource: arn }, () =>
        client().send(new TagResourceCommand({ ResourceARN: arn, Tags: toCloudMapTags(tags) })),
      );
    },

    async untagResource(arn, keys) {
      if (keys.length === 0) return;
      await call({ action: "servicediscovery:UntagResource", resource: arn }, () =>
        client().send(new UntagResourceCommand({ ResourceARN: arn, TagKeys: [...keys] })),
      );
    },

    describeNamespace(id) {
      // Host names and the preflight both need it, and it does not change while a run lasts.
      const known = namespaces.get(id) ?? findNamespace(client(), call, id);
      namespaces.set(id, known);
      return known;
    },
  };
}

async function findNamespace(
  client: ServiceDiscoveryClient,
  call: Call,
  id: string,
): ReturnType<DiscoveryPort["describeNamespace"]> {
  const action = "servicediscovery:GetNamespace";
  try {
    const answer = await call({ action, resource: id }, () => client.send(new GetNamespaceCommand({ Id: id })));
    const namespace = requireMember(answer.Namespace, action, "Namespace");
    return { name: requireMember(namespace.Name, action, "Name"), arn: requireMember(namespace.Arn, action, "Arn") };
  } catch (error) {
    if (error instanceof ActionError && error.code === "NamespaceNotFound") return undefined;
    throw error;
  }
}

/** The services of a namespace, or of the account. */
async function listAll(
  client: ServiceDiscoveryClient,
  call: Call,
  namespaceId: string | undefined,
): Promise<readonly LiveCloudMapService[]> {
  const filters: Partial<ListServicesCommandInput> =
    namespaceId === undefined ? {} : { Filters: [{ Name: "NAMESPACE_ID", Values: [namespaceId], Condition: "EQ" }] };
  const resource = namespaceId === undefined ? {} : { resource: namespaceId };
  const services = await readAllPages(async (NextToken) => {
    const answer = await call({ action: "servicediscovery:ListServices", ...resource }, () =>
      client.send(new ListServicesCommand({ ...filters, MaxResults: SERVICES_PER_PAGE, NextToken })),
    );
    return { items: answer.Services ?? [], next: answer.NextToken };
  });
  return services.flatMap(({ Id, Arn, Name }) =>
    Id === undefined || Arn === undefined || Name === undefined ? [] : [{ id: Id, arn: Arn, name: Name }],
  );
}

async function create(
  client: ServiceDiscoveryClient,
  call: Call,
  request: JsonObject,
  tags: TagMap,
): Promise<LiveCloudMapService> {
  const action = "servicediscovery:CreateService";
  // The request is built elsewhere in the shape of this API; the SDK's type cannot follow a JSON value.
  const input = {
    ...request,
    // Without an id of ours the SDK makes one for each attempt, and Cloud Map refuses the repetition.
    CreatorRequestId: request.CreatorRequestId ?? crypto.randomUUID(),
    Tags: toCloudMapTags(tags),
  } as unknown as CreateServiceCommandInput;
  const answer = await call({ action, resource: String(request.Name) }, () =>
    client.send(new CreateServiceCommand(input)),
  );
  const service = requireMember(answer.Service, action, "Service");
  return {
    id: requireMember(service.Id, action, "Id"),
    arn: requireMember(service.Arn, action, "Arn"),
    name: requireMember(service.Name, action, "Name"),
  };
}
