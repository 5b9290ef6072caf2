import { describe, expect, test } from "vitest";
import {
  type CreatedDeployment,
  describeProgress,
  judgeEnd,
  type RolloutEndView,
  viewRollout,
} from "../../../src/apply/verdict.ts";
import type { EcsDeployment, EcsService, EcsServiceDeployment } from "../../../src/model/aws-shapes.ts";

const OURS = "ecs-svc/ours";
const WANTED = "arn:aws:ecs:us-east-1:123456789012:task-definition/etl:2";
const OLD = "arn:aws:ecs:us-east-1:123456789012:task-definition/etl:1";
const CREATED = new Date("2026-01-02T03:04:05Z");
const EARLIER = new Date("2026-01-01T00:00:00Z");
const LATER = new Date("2026-01-02T03:05:00Z");

function deployment(rest: Partial<EcsDeployment>): EcsDeployment {
  return { id: OURS, status: "PRIMARY", taskDefinition: WANTED, desiredCount: 1, runningCount: 0, ...rest };
}

function service(...deployments: readonly EcsDeployment[]): EcsService {
  return { serviceName: "etl", status: "ACTIVE", deployments: [...deployments] };
}

const rollback = deployment({
  id: "ecs-svc/rollback",
  taskDefinition: OLD,
  rolloutState: "IN_PROGRESS",
  rolloutStateReason: "ECS deployment circuit breaker: rolling back to deploymentId ecs-svc/old.",
});

describe("viewRollout", () => {
  const looks: readonly [string, boolean, EcsService | undefined, object][] = [
    ["completed", true, service(deployment({ rolloutState: "COMPLETED", runningCount: 1 })), { kind: "completed" }],
    [
      "in progress with every task running",
      true,
      service(deployment({ rolloutState: "IN_PROGRESS", runningCount: 1 })),
      { kind: "in-progress" },
    ],
    [
      "failed with nothing to go back to",
      true,
      service(deployment({ rolloutState: "FAILED" })),
      { kind: "ended", how: "failed" },
    ],
    [
      "failed while the old one comes back",
      true,
      service(rollback, deployment({ status: "ACTIVE", rolloutState: "FAILED" })),
      { kind: "ended", how: "failed", primary: rollback },
    ],
    [
      "stable on the old revision",
      true,
      service({ ...rollback, rolloutState: "COMPLETED", runningCount: 1 }),
      { kind: "ended", how: "missing" },
    ],
    [
      "someone else's deployment on top",
      true,
      service(
        deployment({ id: "ecs-svc/other", rolloutState: "IN_PROGRESS" }),
        deployment({ status: "ACTIVE", rolloutState: "IN_PROGRESS" }),
      ),
      { kind: "ended", how: "displaced" },
    ],
    ["deleted", true, undefined, { kind: "deleted" }],
    ["inactive", true, { ...service(), status: "INACTIVE" }, { kind: "deleted" }],
    ["draining", true, { ...service(deployment({})), status: "DRAINING" }, { kind: "deleted" }],
    ["not shown yet after a creation", false, undefined, { kind: "not-shown", missing: "service" }],
    [
      "not shown yet after an update",
      false,
      service(deployment({ id: "ecs-svc/old", rolloutState: "COMPLETED", runningCount: 1 })),
      { kind: "not-shown", missing: "deployment" },
    ],
    ["without rolloutState, all tasks running", true, service(deployment({ runningCount: 1 })), { kind: "completed" }],
    [
      "without rolloutState, the old deployment still there",
      true,
      service(deployment({ runningCount: 1 }), deployment({ id: "ecs-svc/old", status: "ACTIVE" })),
      { kind: "in-progress" },
    ],
  ];
  test.each(looks)("%s", (_name, seen, description, expected) => {
    expect(viewRollout(OURS, seen, description)).toMatchObject(expected);
  });
});

describe("judgeEnd", () => {
  const created: CreatedDeployment = { taskDefinitionArn: WANTED, createdAt: CREATED, rollbackOnFailure: true };
  const other = deployment({ id: "ecs-svc/other", taskDefinition: OLD, createdAt: LATER });
  const failed = deployment({
    rolloutState: "FAILED",
    rolloutStateReason: "ECS deployment circuit breaker: tasks failed to start.",
  });
  const views = {
    failed: { kind: "ended", how: "failed", ours: failed, primary: failed },
    displaced: { kind: "ended", how: "displaced", ours: deployment({ status: "ACTIVE" }), primary: other },
    missing: { kind: "ended", how: "missing", primary: other },
    rollingBack: { kind: "ended", how: "failed", ours: failed, primary: rollback },
    rolledBack: { kind: "ended", how: "missing", primary: { ...other, createdAt: EARLIER } },
  } as const satisfies Record<string, RolloutEndView>;
  const record = (status: EcsServiceDeployment["status"], rest: Partial<EcsServiceDeployment> = {}) => ({
    status,
    createdAt: CREATED,
    ...rest,
  });
  const triggered = { deploymentCircuitBreaker: { status: "TRIGGERED", failureCount: 3, threshold: 3 } } as const;
  const gaveUp = "ECS's circuit breaker gave up on the deployment";

  const cases: readonly [string, RolloutEndView, EcsServiceDeployment | undefined, object | undefined][] = [
    ...(["ROLLBACK_REQUESTED", "ROLLBACK_IN_PROGRESS", "ROLLBACK_SUCCESSFUL", "ROLLBACK_FAILED"] as const).map(
      (status): [string, RolloutEndView, EcsServiceDeployment, object] => [
        `${status} by the circuit breaker`,
        views.rollingBack,
        record(status, triggered),
        { kind: "failed", reason: `${gaveUp} after 3 failed tasks`, rollsBack: true },
      ],
    ),
    [
      "rolled back by an alarm",
      views.rollingBack,
      record("ROLLBACK_IN_PROGRESS", {
        alarms: { triggeredAlarmNames: ["errors"] },
        statusReason: "An alarm went off.",
      }),
      {
        kind: "failed",
        reason: "ECS gave up on the deployment because of CloudWatch alarms (errors)",
        rollsBack: true,
      },
    ],
    [
      "rolled back by a person",
      views.displaced,
      record("ROLLBACK_SUCCESSFUL", { rollback: { reason: "A user asked for it." } }),
      { kind: "stopped", reason: "the ECS deployment was stopped from outside: A user asked for it", rollsBack: true },
    ],
    [
      "STOP_REQUESTED",
      { kind: "ended", how: "displaced", ours: deployment({}) },
      record("STOP_REQUESTED"),
      { kind: "stopped", reason: "the ECS deployment was stopped from outside", rollsBack: false },
    ],
    [
      "STOPPED, by the circuit breaker without a rollback",
      views.failed,
      record("STOPPED", triggered),
      { kind: "failed", reason: `${gaveUp} after 3 failed tasks`, rollsBack: false },
    ],
    [
      "STOPPED for a newer deployment",
      views.displaced,
      record("STOPPED"),
      { kind: "replaced", reason: "another ECS deployment of etl:1 took its place", rollsBack: false },
    ],
    [
      "SUCCESSFUL and then replaced",
      views.missing,
      record("SUCCESSFUL"),
      { kind: "replaced", reason: "it completed, and then another ECS deployment of etl:1 took its place" },
    ],
    ["SUCCESSFUL, and a read from before", views.rolledBack, record("SUCCESSFUL"), undefined],
    ["IN_PROGRESS, and not listed", views.missing, record("IN_PROGRESS"), undefined],
    ["PENDING, and not listed", views.missing, record("PENDING"), undefined],
    [
      "IN_PROGRESS, and another one is PRIMARY",
      views.displaced,
      record("IN_PROGRESS"),
      { kind: "replaced", reason: "another ECS deployment of etl:1 took its place" },
    ],
    [
      "no record: failed",
      views.failed,
      undefined,
      { kind: "failed", reason: `${gaveUp}: tasks failed to start`, rollsBack: true },
    ],
    [
      "no record: failed, and another one is PRIMARY",
      views.rollingBack,
      undefined,
      { kind: "failed", reason: `${gaveUp}: tasks failed to start`, rollsBack: true },
    ],
    [
      "no record: not listed, and a rollback is PRIMARY",
      { kind: "ended", how: "missing", primary: rollback },
      undefined,
      { kind: "failed", rollsBack: true },
    ],
    [
      "no record: not listed, and an earlier one is back",
      views.rolledBack,
      undefined,
      { kind: "failed", reason: "the ECS deployment is gone, and an earlier one is back", rollsBack: true },
    ],
    [
      "no record: another deployment of the same revision",
      { ...views.displaced, primary: { ...other, taskDefinition: WANTED } },
      undefined,
      { kind: "replaced", reason: "another ECS deployment of the same revision took its place" },
    ],
  ];
  test.each(cases)("%s", (_name, view, found, expected) => {
    const verdict = judgeEnd(view, found, created);
    if (expected === undefined) expect(verdict).toBeUndefined();
    else expect(verdict).toMatchObject(expected);
  });

  test("what took the place of a failed one without a rollback is somebody's next deployment, unless it says otherwise", () => {
    const ours = deployment({ status: "ACTIVE", rolloutState: "FAILED" });
    const leave = { ...created, rollbackOnFailure: false };
    const displacedBy = (primary: EcsDeployment): RolloutEndView => ({ kind: "ended", how: "failed", ours, primary });
    const next = deployment({ id: "ecs-svc/next", createdAt: LATER, rolloutState: "IN_PROGRESS" });
    expect(judgeEnd(displacedBy(next), undefined, leave)).toMatchObject({ kind: "failed", rollsBack: false });
    expect(judgeEnd(displacedBy({ ...next, createdAt: EARLIER }), undefined, leave)).toMatchObject({ rollsBack: true });
    expect(judgeEnd(displacedBy(rollback), undefined, leave)).toMatchObject({ rollsBack: true });
    expect(judgeEnd(displacedBy(next), undefined, created)).toMatchObject({ rollsBack: true });
  });

  test("no record and no rollback asked for: nothing is waited for", () => {
    expect(judgeEnd(views.failed, undefined, { ...created, rollbackOnFailure: false })).toMatchObject({
      rollsBack: false,
    });
  });
});

test("progress names running, starting and failed tasks", () => {
  const ours = deployment({ rolloutState: "IN_PROGRESS", pendingCount: 1, failedTasks: 2 });
  expect(describeProgress(ours)).toBe("0 of 1 tasks running, 1 starting, 2 failed");
});
