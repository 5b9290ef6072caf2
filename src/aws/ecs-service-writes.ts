import {
  CreateServiceCommand,
  type CreateServiceCommandInput,
  DeleteServiceCommand,
  type ECSClient,
  UpdateServiceCommand,
  type UpdateServiceCommandInput,
} from "@aws-sdk/client-ecs";
import { ActionError } from "../errors.ts";
import type { EcsService } from "../model/aws-shapes.ts";
import type { JsonObject } from "../model/json.ts";
import type { TagMap } from "../model/live-state.ts";
import { fromEcsTags } from "../model/tags.ts";
import type { Clock, EcsPort } from "../ports.ts";
import type { AwsAction } from "./actions.ts";
import type { Call, CallDescription } from "./calls.ts";
import { requireMember } from "./missing-answer.ts";
import { toEcsTags } from "./tags.ts";

/** CreateService's way to say that the name is taken (terraform-provider-aws#2283). */
const NAME_TAKEN = /creation of service was not idempotent/i;
/** How often, and every how many milliseconds, a service that exists is looked for: reads lag behind writes. */
const MOST_LOOKS = 5;
const LOOK_INTERVAL = 2_000;

type ServiceWrites = Pick<EcsPort, "createService" | "updateService" | "deleteService">;

/** The calls that change services. None of them does twice what was asked once, also when an answer is lost. */
export function createServiceWrites(
  client: () => ECSClient,
  call: Call,
  clock: Clock,
  describeServices: EcsPort["describeServices"],
): ServiceWrites {
  const describe = async (request: JsonObject): Promise<EcsService | undefined> => {
    const [service] = await describeServices(String(request.cluster), [String(request.service ?? request.serviceName)]);
    return service;
  };

  /** The service that has the name, when it is the one that was asked for here. */
  const findCreated = async (request: JsonObject, tags: TagMap): Promise<EcsService | undefined> => {
    for (let look = 1; ; look += 1) {
      const service = await describe(request);
      if (service !== undefined) return isAsRequested(service, request, tags) ? service : undefined;
      if (look === MOST_LOOKS) return undefined;
      await clock.sleep(LOOK_INTERVAL);
    }
  };

  return {
    async createService(request, tags) {
      // ECS answers the same token and request again.
      const clientToken = request.clientToken ?? crypto.randomUUID();
      // The request is built elsewhere in the shape of this API; the SDK's type cannot follow a JSON value.
      const input = { ...request, clientToken, tags: toEcsTags(tags) } as unknown as CreateServiceCommandInput;
      const description = describeRequest("ecs:CreateService", request, "serviceName");
      try {
        const answer = await call(description, () => client().send(new CreateServiceCommand(input)));
        return requireMember(answer.service, "ecs:CreateService", "service");
      } catch (error) {
        if (!(error instanceof ActionError) || !NAME_TAKEN.test(error.message)) throw error;
        const service = await findCreated(request, tags);
        if (service === undefined) throw nameTaken(request);
        return service;
      }
    },

    async updateService(request) {
      const input = request as unknown as UpdateServiceCommandInput;
      // Every other field has the same value the second time, and starts nothing.
      const before = request.forceNewDeployment === true ? await describe(request) : undefined;
      return call(
        describeRequest("ecs:UpdateService", request, "service"),
        async () => {
          const answer = await client().send(new UpdateServiceCommand(input));
          return requireMember(answer.service, "ecs:UpdateService", "service");
        },
        before && {
          findEffect: async () => {
            const now = await describe(request);
            return primaryIdOf(now) === primaryIdOf(before) ? undefined : now;
          },
        },
      );
    },

    async deleteService(cluster, name) {
      try {
        await call({ action: "ecs:DeleteService", resource: name, cluster }, () =>
          client().send(new DeleteServiceCommand({ cluster, service: name, force: true })),
        );
      } catch (error) {
        if (!isGone(error)) throw error;
      }
    },
  };
}

/** By its tags, which name the run, and by the revision it was created with. */
function isAsRequested(service: EcsService, request: JsonObject, tags: TagMap): boolean {
  const found = fromEcsTags(service.tags);
  return (
    service.status === "ACTIVE" &&
    service.taskDefinition === request.taskDefinition &&
    Object.entries(tags).every(([key, value]) => found[key] === value)
  );
}

function nameTaken(request: JsonObject): ActionError {
  return new ActionError(
    "service-name-taken",
    `The ECS service ${String(request.serviceName)} came into being while this run was about to create it.`,
    { source: "aws", hint: "Somebody else deploys here at the same time. Run again when that has ended." },
  );
}

function primaryIdOf(service: EcsService | undefined): string | undefined {
  return service?.deployments?.find(({ status }) => status === "PRIMARY")?.id;
}

function describeRequest(action: AwsAction, request: JsonObject, nameMember: string): CallDescription {
  const { cluster, [nameMember]: name } = request;
  return {
    action,
    ...(typeof name === "string" ? { resource: name } : {}),
    ...(typeof cluster === "string" ? { cluster } : {}),
  };
}

function isGone(error: unknown): boolean {
  return (
    error instanceof ActionError &&
    (error.code === "ServiceNotFoundException" || error.code === "ServiceNotActiveException")
  );
}
