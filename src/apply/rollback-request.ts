import { isAccessDenied } from "../model/aws-error-codes.ts";
import type { EcsDeployment, EcsServiceDeployment } from "../model/aws-shapes.ts";
import type { EcsPort } from "../ports.ts";

/** What came of asking ECS to roll a rollout back whose tasks keep failing. */
export interface RollbackRequest {
  readonly isRequested: boolean;
  /** What happens to the service now; part of a sentence, for people. */
  readonly consequence: string;
}

/**
 * Has ECS roll back what its circuit breaker has not ended yet, so that the run can say where the service is left.
 * Without that, a task that starts and crashes is started anew for ever: the breaker counts from zero after each start.
 */
export async function askForRollback(
  ours: EcsDeployment,
  record: EcsServiceDeployment | undefined,
  context: { readonly rollbackOnFailure: boolean; readonly deniedAction: string | undefined },
  ecs: EcsPort,
): Promise<RollbackRequest> {
  if (!context.rollbackOnFailure) {
    return left("ECS goes on starting tasks until its circuit breaker ends the deployment (`on-failure: leave`)");
  }
  if (ours.rolloutState === "COMPLETED") {
    return left("ECS had called the deployment completed: it goes on restarting them, and nothing rolls it back");
  }
  if (context.deniedAction !== undefined) return left(without(context.deniedAction));
  if (record?.serviceDeploymentArn === undefined) {
    return left("ECS goes on starting tasks until its circuit breaker ends the deployment");
  }
  if ((record.sourceServiceRevisions ?? []).length === 0) {
    return left(
      "there is no earlier revision to go back to, and ECS goes on starting tasks until its circuit breaker ends the deployment",
    );
  }
  try {
    await ecs.rollBackServiceDeployment(record.serviceDeploymentArn);
    // Had it ended already, ECS has done the same of its own accord: watching on shows it.
    return { isRequested: true, consequence: "the deployment was stopped" };
  } catch (error) {
    if (!isAccessDenied(error)) throw error;
    return left(without("ecs:StopServiceDeployment"));
  }
}

function left(consequence: string): RollbackRequest {
  return { isRequested: false, consequence };
}

function without(action: string): string {
  return `ECS goes on starting tasks until its circuit breaker rolls back; this role lacks \`${action}\` to have it done now`;
}
