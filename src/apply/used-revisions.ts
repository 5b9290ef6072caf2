import type { EcsService } from "../model/aws-shapes.ts";
import type { Step } from "../model/plan.ts";
import type { EcsPort } from "../ports.ts";

/** The revisions that a service or one of its ECS deployments is on. */
export function revisionsOf({ taskDefinition, deployments = [] }: EcsService): readonly string[] {
  return [taskDefinition, ...deployments.map((deployment) => deployment.taskDefinition)].flatMap((arn) => arn ?? []);
}

/** Those of a family that a step's service or any task, nobody's service among them, uses at this moment. */
export async function readUsedByLocation(
  { cluster, service }: Step,
  family: string,
  ecs: Pick<EcsPort, "describeServices" | "describeTasksOfFamily">,
): Promise<ReadonlySet<string>> {
  const [services, tasks] = await Promise.all([
    ecs.describeServices(cluster, [service]),
    ecs.describeTasksOfFamily(cluster, family),
  ]);
  return new Set([
    ...services.flatMap(revisionsOf),
    ...tasks.flatMap(({ taskDefinitionArn }) => taskDefinitionArn ?? []),
  ]);
}
