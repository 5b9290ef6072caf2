import type { EcsService, EcsTask } from "../model/aws-shapes.ts";
import type { Step } from "../model/plan.ts";
import type { EcsPort } from "../ports.ts";
import { isLoadCheck } from "./load-check-tasks.ts";

/** The revisions that a service or one of its ECS deployments is on. */
export function revisionsOf({ taskDefinition, deployments = [] }: EcsService): readonly string[] {
  return [taskDefinition, ...deployments.map((deployment) => deployment.taskDefinition)].flatMap((arn) => arn ?? []);
}

type UsePort = Pick<EcsPort, "describeServices" | "describeTasksOfFamily">;

/** What uses the revisions of a family at this moment. */
export interface RevisionUse {
  /** Those that a step's service or any task but load checks uses, nobody's service among them. */
  readonly used: ReadonlySet<string>;
  readonly loadChecks: readonly EcsTask[];
}

/** Reads it. */
export async function readUse({ cluster, service }: Step, family: string, ecs: UsePort): Promise<RevisionUse> {
  const [services, tasks] = await Promise.all([
    ecs.describeServices(cluster, [service]),
    ecs.describeTasksOfFamily(cluster, family),
  ]);
  const others = tasks.filter((task) => !isLoadCheck(task));
  return {
    used: new Set([
      ...services.flatMap(revisionsOf),
      ...others.flatMap(({ taskDefinitionArn }) => taskDefinitionArn ?? []),
    ]),
    loadChecks: tasks.filter(isLoadCheck),
  };
}

/** Those of a family that a step's service or any task, nobody's service among them, uses at this moment. */
export async function readUsedByLocation(step: Step, family: string, ecs: UsePort): Promise<ReadonlySet<string>> {
  const { used, loadChecks } = await readUse(step, family, ecs);
  return new Set([...used, ...loadChecks.flatMap(({ taskDefinitionArn }) => taskDefinitionArn ?? [])]);
}
