import { expect, test } from "vitest";
import { describeLeftState, type LeftStateInput } from "../../../src/apply/left-state.ts";
import type { EcsDeployment } from "../../../src/model/aws-shapes.ts";

const td = (revision: string): string => `arn:aws:ecs:us-east-1:123456789012:task-definition/${revision}`;

function deployment(id: string, revision: string, rest: Partial<EcsDeployment>): EcsDeployment {
  return { id, status: "PRIMARY", taskDefinition: td(revision), desiredCount: 1, runningCount: 0, ...rest };
}

function left(
  deployments: readonly EcsDeployment[],
  end: Partial<LeftStateInput["end"]> = {},
  rollbackOnFailure = true,
) {
  const service = { serviceName: "etl", status: "ACTIVE", desiredCount: 1, deployments: [...deployments] };
  return describeLeftState({
    end: { kind: "failed", service, isCurrent: true, rollback: "none", ...end },
    ecsDeploymentId: "ours",
    rollbackOnFailure,
  });
}

const ours = (rest: Partial<EcsDeployment>): EcsDeployment => deployment("ours", "etl:2", rest);
const other = (rest: Partial<EcsDeployment>): EcsDeployment => deployment("other", "etl:1", rest);
const beside = deployment("old", "etl:1", { status: "ACTIVE", runningCount: 2 });

test.each<[string, string, string]>([
  [
    "rolled back",
    left([other({ rolloutState: "COMPLETED", runningCount: 1 })], { rollback: "done" }),
    "rolled back to etl:1 (1 of 1 tasks running)",
  ],
  [
    "on the way back",
    left([other({ rolloutState: "IN_PROGRESS" })], { rollback: "unfinished" }),
    "being rolled back to etl:1 (0 of 1 tasks running)",
  ],
  [
    "not even the old one works",
    left([other({ rolloutState: "FAILED" })], { rollback: "failed" }),
    "the rollback to etl:1 failed, too (0 of 1 tasks running); ECS starts no more tasks",
  ],
  [
    "nothing to go back to",
    left([ours({ rolloutState: "FAILED" })]),
    "still on etl:2 (0 of 1 tasks running); ECS starts no more tasks: there was no earlier revision that worked to go back to",
  ],
  [
    "left as it is",
    left([ours({ rolloutState: "FAILED" }), beside], {}, false),
    "still on etl:2 (0 of 1 tasks running); ECS starts no more tasks, and nothing was rolled back; 2 tasks of etl:1 still run beside it",
  ],
  [
    "stopped by a person",
    left([ours({ rolloutState: "FAILED" })], { kind: "stopped" }),
    "still on etl:2 (0 of 1 tasks running); ECS starts no more tasks, and nothing was rolled back",
  ],
  [
    "still going on",
    left([ours({ rolloutState: "IN_PROGRESS" })], { kind: "timed-out" }),
    "still on etl:2 (0 of 1 tasks running); ECS goes on with the deployment",
  ],
  [
    "called completed",
    left([ours({ rolloutState: "COMPLETED" })], { kind: "crashing" }),
    "still on etl:2; ECS calls the deployment completed, with 0 of 1 tasks running, and restarts those that stop",
  ],
  [
    "somebody else's",
    left([other({ rolloutState: "IN_PROGRESS" })], { kind: "replaced" }),
    "on etl:1 of another ECS deployment (0 of 1 tasks running)",
  ],
  ["no deployment", left([]), "without an ECS deployment"],
  ["gone", left([], { kind: "gone", service: undefined }), "ECS shows no such service"],
  ["never seen", left([], { service: undefined, isCurrent: false }), "unknown: the service could not be read"],
  [
    "seen some time ago",
    left([ours({ rolloutState: "IN_PROGRESS" })], { isCurrent: false }),
    "when last seen: still on etl:2 (0 of 1 tasks running); ECS goes on with the deployment",
  ],
  ["being deleted", left([], { kind: "gone", service: { status: "DRAINING" } }), "being deleted"],
])("%s", (_name, state, expected) => {
  expect(state).toBe(expected);
});
