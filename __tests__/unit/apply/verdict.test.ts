import { describe, expect, test } from "vitest";
import { judgeRollout } from "../../../src/apply/verdict.ts";
import type { EcsDeployment, EcsService } from "../../../src/model/aws-shapes.ts";

const OURS = "ecs-svc/ours";
const WANTED = "arn:aws:ecs:us-east-1:123456789012:task-definition/etl:2";
const OLD = "arn:aws:ecs:us-east-1:123456789012:task-definition/etl:1";

function deployment(rest: Partial<EcsDeployment>): EcsDeployment {
  return { id: OURS, status: "PRIMARY", taskDefinition: WANTED, desiredCount: 1, runningCount: 0, ...rest };
}

function service(...deployments: readonly EcsDeployment[]): EcsService {
  return { serviceName: "etl", status: "ACTIVE", deployments: [...deployments] };
}

const rolledBack = deployment({
  id: "ecs-svc/rollback",
  taskDefinition: OLD,
  rolloutState: "IN_PROGRESS",
  rolloutStateReason: "ECS deployment circuit breaker: rolling back to deploymentId ecs-svc/old.",
});

const looks: readonly [string, boolean, EcsService | undefined, string][] = [
  ["completed", true, service(deployment({ rolloutState: "COMPLETED", runningCount: 1 })), "succeeded"],
  [
    "in progress with every task running",
    true,
    service(deployment({ rolloutState: "IN_PROGRESS", runningCount: 1 })),
    "waiting",
  ],
  ["failed with nothing to go back to", true, service(deployment({ rolloutState: "FAILED" })), "failed"],
  [
    "failed while the old one comes back",
    true,
    service(rolledBack, deployment({ status: "ACTIVE", rolloutState: "FAILED" })),
    "rolled-back",
  ],
  [
    "stable on the old revision after a rollback",
    true,
    service({ ...rolledBack, rolloutState: "COMPLETED", runningCount: 1 }),
    "rolled-back",
  ],
  [
    "stable on another revision without a rollback",
    true,
    service(deployment({ id: "ecs-svc/other", taskDefinition: OLD, rolloutState: "COMPLETED", runningCount: 1 })),
    "replaced",
  ],
  [
    "someone else's deployment on top",
    true,
    service(
      deployment({ id: "ecs-svc/other", rolloutState: "IN_PROGRESS" }),
      deployment({ status: "ACTIVE", rolloutState: "IN_PROGRESS" }),
    ),
    "replaced",
  ],
  ["deleted", true, undefined, "gone"],
  ["inactive", true, { ...service(), status: "INACTIVE" }, "gone"],
  ["not shown yet after a creation", false, undefined, "waiting"],
  [
    "not shown yet after an update",
    false,
    service(deployment({ id: "ecs-svc/old", rolloutState: "COMPLETED", runningCount: 1 })),
    "waiting",
  ],
  ["without rolloutState, all tasks running", true, service(deployment({ runningCount: 1 })), "succeeded"],
  [
    "without rolloutState, the old deployment still there",
    true,
    service(deployment({ runningCount: 1 }), deployment({ id: "ecs-svc/old", status: "ACTIVE" })),
    "waiting",
  ],
];

describe("judgeRollout", () => {
  test.each(looks)("%s", (_name, seen, description, expected) => {
    const verdict = judgeRollout({ ecsDeploymentId: OURS, taskDefinitionArn: WANTED, seen }, description);
    expect(verdict.kind).toBe(expected);
  });

  test("progress names running, starting and failed tasks", () => {
    const description = service(deployment({ rolloutState: "IN_PROGRESS", pendingCount: 1, failedTasks: 2 }));
    const verdict = judgeRollout({ ecsDeploymentId: OURS, taskDefinitionArn: WANTED, seen: true }, description);
    expect(verdict).toEqual({ kind: "waiting", progress: "0 of 1 tasks running, 1 starting, 2 failed", seen: true });
  });

  test("a rollback gives ECS's own reason", () => {
    const failed = deployment({
      status: "ACTIVE",
      rolloutState: "FAILED",
      rolloutStateReason: "ECS deployment circuit breaker: tasks failed to start.",
    });
    const verdict = judgeRollout(
      { ecsDeploymentId: OURS, taskDefinitionArn: WANTED, seen: true },
      service(rolledBack, failed),
    );
    expect(verdict).toMatchObject({ reason: "ECS deployment circuit breaker: tasks failed to start." });
  });
});
