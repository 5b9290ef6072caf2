import type { PastRollout, ServiceHistory } from "../model/service-history.ts";

/** Which revision a service ran before its last change, as far as ECS remembers. */
export type PreviousRevision =
  /** ARN of the task definition. */
  | { readonly kind: "found"; readonly taskDefinitionArn: string; readonly undone: readonly string[] }
  /**
   * `none`: it never ran another one. `unknown`: ECS's record does not say. `undone`: task definitions of changes after
   * the last one that stayed, which ECS has undone by itself; the newest first.
   */
  | { readonly kind: "none" | "unknown"; readonly undone: readonly string[] };

/**
 * The revision of the newest successful rollout of another revision than the one that runs. A rollout that failed,
 * was stopped or was undone does not count, nor do new tasks of the same revision. A rollback is a change like any
 * other: after one, this is what it was a rollback of.
 */
export function choosePreviousRevision(runningArn: string, history: ServiceHistory): PreviousRevision {
  const newestFirst = history.rollouts.toSorted((one, other) => other.createdAt - one.createdAt);
  const undone: string[] = [];
  let sawRunning = false;
  for (const rollout of newestFirst) {
    const { taskDefinitionArn: arn } = rollout;
    if (arn === runningArn) sawRunning = true;
    else if (rollout.status === "SUCCESSFUL") {
      return arn === undefined ? { kind: "unknown", undone } : { kind: "found", taskDefinitionArn: arn, undone };
    } else if (!sawRunning && arn !== undefined && wasUndone(rollout)) undone.push(arn);
  }
  return { kind: history.isComplete ? "none" : "unknown", undone };
}

/**
 * True when the running revision has been rolled out successfully since any other was: what is still rolled out of it
 * are new tasks.
 */
export function isRolledOut(runningArn: string, { rollouts }: ServiceHistory): boolean {
  const newestFirst = rollouts.toSorted((one, other) => other.createdAt - one.createdAt);
  const decisive = newestFirst.find(
    ({ taskDefinitionArn, status }) => taskDefinitionArn !== runningArn || status === "SUCCESSFUL",
  );
  return decisive?.taskDefinitionArn === runningArn;
}

function wasUndone({ status }: PastRollout): boolean {
  return status.startsWith("ROLLBACK_");
}
