import { explainError } from "../errors.ts";
import type { EcsTask } from "../model/aws-shapes.ts";
import type { EcsPort } from "../ports.ts";

/** Who started the task: letters, digits, hyphens and slashes, 128 at most (RunTask API reference, `startedBy`). */
export const LOAD_CHECK = "dagster-ecs-deploy/load-check";

/** ECS stops a task within two minutes, but its answer to StopTask comes at once. */
const STOP_REASON = "dagster-ecs-deploy: the load check has ended";

/** True for the task of a load check, be it of another run. */
export function isLoadCheck({ startedBy }: EcsTask): boolean {
  return startedBy === LOAD_CHECK;
}

/** Stops the task of a load check. Never rejects: says why it could not be stopped. */
export async function stopLoadCheck(
  cluster: string,
  arn: string,
  ecs: Pick<EcsPort, "stopTask">,
): Promise<string | undefined> {
  try {
    await ecs.stopTask(cluster, arn, STOP_REASON);
    return undefined;
  } catch (error) {
    return explainError(error);
  }
}

/**
 * Stops load checks of a family that nobody waits for any more: their run is gone, and their code does not end. Gives
 * how many. `before`: when the latest of them was started, in milliseconds. Never rejects.
 */
export async function stopForgottenLoadChecks(
  where: { readonly cluster: string; readonly family: string; readonly before: number },
  ecs: Pick<EcsPort, "describeTasksOfFamily" | "stopTask">,
): Promise<number> {
  const { cluster, family, before } = where;
  const tasks = await ecs.describeTasksOfFamily(cluster, family).catch(() => []);
  const forgotten = tasks.filter(
    (task) => isLoadCheck(task) && task.createdAt !== undefined && task.createdAt.getTime() < before,
  );
  const problems = await Promise.all(forgotten.map(({ taskArn = "" }) => stopLoadCheck(cluster, taskArn, ecs)));
  return problems.filter((problem) => problem === undefined).length;
}
