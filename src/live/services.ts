import type { EcsService } from "../model/aws-shapes.ts";
import type { LiveService } from "../model/live-state.ts";
import { fromEcsTags } from "../model/tags.ts";
import type { AwsPorts } from "../ports.ts";

/** Services by name, in one request of the port; what does not exist is not in the map. */
export async function readLiveServices(
  cluster: string,
  names: readonly string[],
  ports: Pick<AwsPorts, "ecs">,
): Promise<ReadonlyMap<string, LiveService>> {
  if (names.length === 0) return new Map();
  const services = await ports.ecs.describeServices(cluster, names);
  return new Map(services.flatMap(toLiveService).map((service) => [service.name, service]));
}

/** A service as ECS describes it; none when it is INACTIVE. */
function toLiveService(description: EcsService): readonly LiveService[] {
  const { serviceArn, serviceName, status, taskDefinition, tags } = description;
  if (serviceArn === undefined || serviceName === undefined) return [];
  if (status !== "ACTIVE" && status !== "DRAINING") return [];
  return [
    {
      arn: serviceArn,
      name: serviceName,
      status,
      // Absent only with another deployment controller than ECS, and nothing of ours has one.
      taskDefinitionArn: taskDefinition ?? "",
      tags: fromEcsTags(tags),
      description,
    },
  ];
}
