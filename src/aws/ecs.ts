import { type ECSClient, TagResourceCommand, UntagResourceCommand } from "@aws-sdk/client-ecs";
import type { Clock, EcsPort } from "../ports.ts";
import type { Call } from "./calls.ts";
import { createServiceDeploymentCalls } from "./ecs-service-deployments.ts";
import { createServiceWrites } from "./ecs-service-writes.ts";
import { createServiceReads } from "./ecs-services.ts";
import { createTaskDefinitionCalls } from "./ecs-task-definitions.ts";
import { createTaskCalls } from "./ecs-tasks.ts";
import { toEcsTags } from "./tags.ts";

/** Amazon ECS behind its port. */
export function createEcsPort(client: () => ECSClient, call: Call, clock: Clock): EcsPort {
  const services = createServiceReads(client, call);
  return {
    ...services,
    ...createServiceWrites(client, call, clock, services.describeServices),
    ...createServiceDeploymentCalls(client, call),
    ...createTaskDefinitionCalls(client, call, clock),
    ...createTaskCalls(client, call),

    async tagResource(arn, tags) {
      if (Object.keys(tags).length === 0) return;
      await call({ action: "ecs:TagResource", resource: arn }, () =>
        client().send(new TagResourceCommand({ resourceArn: arn, tags: toEcsTags(tags) })),
      );
    },

    async untagResource(arn, keys) {
      if (keys.length === 0) return;
      await call({ action: "ecs:UntagResource", resource: arn }, () =>
        client().send(new UntagResourceCommand({ resourceArn: arn, tagKeys: [...keys] })),
      );
    },
  };
}
