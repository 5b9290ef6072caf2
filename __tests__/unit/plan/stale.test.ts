import { expect, test } from "vitest";
import type { FieldChange, Plan, Step } from "../../../src/model/plan.ts";
import { comparePlans } from "../../../src/plan/stale.ts";

const STEP: Step = {
  location: "etl",
  action: "update",
  reason: { code: "image", text: "The image changes." },
  service: "etl-prod-123456",
  cluster: "data",
  family: "server_acme_prod_etl",
  image: { requested: "x:2", reference: "x@2", status: "pinned" },
  taskDefinition: { register: true },
  base: { serviceArn: "arn:service", taskDefinitionArn: "arn:td:1", ecsDeploymentId: "ecs-svc/1" },
  changes: [],
  impact: "rollout",
  warnings: [],
  fingerprints: { configuration: "c", full: "f" },
};

const CHANGE: FieldChange = {
  resource: "service",
  path: "networkConfiguration.awsvpcConfiguration.subnets",
  change: "changed",
  before: { kind: "shown", value: ["subnet-a"] },
  after: { kind: "shown", value: ["subnet-b"] },
  impact: "rollout",
  sensitive: false,
};

function plan(steps: readonly Step[], request: Partial<Plan["request"]> = {}): Plan {
  return {
    formatVersion: 1,
    request: {
      deployment: "prod",
      kind: "full",
      organization: "acme",
      cluster: "data",
      region: "us-east-1",
      account: "123456789012",
      source: "example/data:dagster_cloud.yaml",
      commit: "1",
      ...request,
    },
    steps,
    notSelected: [],
  };
}

test("a plan is as fresh as it was made, also for another commit", () => {
  expect(comparePlans(plan([STEP]), plan([STEP], { commit: "2" }))).toEqual([]);
});

test.each<[string, Plan, RegExp]>([
  ["another cluster", plan([STEP], { cluster: "other" }), /cluster data, this run for other/],
  [
    "another revision runs",
    plan([{ ...STEP, base: { ...STEP.base, taskDefinitionArn: "arn:td:2" } }]),
    /has moved since the plan: taskDefinitionArn was arn:td:1, is arn:td:2/,
  ],
  ["another rollout", plan([{ ...STEP, base: { ...STEP.base, ecsDeploymentId: "ecs-svc/2" } }]), /ecsDeploymentId/],
  [
    "another configuration",
    plan([{ ...STEP, fingerprints: { configuration: "d", full: "g" } }]),
    /configured differently/,
  ],
  [
    "another image",
    plan([
      {
        ...STEP,
        fingerprints: { configuration: "c", full: "g" },
        image: { requested: "x:3", reference: "x@3", status: "pinned" },
      },
    ]),
    /another image than was planned: x@2 then, x@3 now/,
  ],
  [
    "another kind of deployment",
    plan([STEP], { kind: "branch" }),
    /the saved plan is for kind full, this run for branch/,
  ],
  [
    "other changes with the same action",
    plan([{ ...STEP, changes: [{ ...CHANGE, path: "desiredCount" }] }]),
    /would change desiredCount, which the saved plan does not/,
  ],
  ["another action", plan([{ ...STEP, action: "replace" }]), /would be "replace" now, not "update"/],
  ["a location is gone", plan([]), /not in the configuration any more/],
  ["a location is new", plan([STEP, { ...STEP, location: "new" }]), /"new" is not in the saved plan/],
])("refused: %s", (_name, current, expected) => {
  const reasons = comparePlans(plan([STEP]), current);
  expect(reasons).toHaveLength(1);
  expect(reasons[0]).toMatch(expected);
});

test("what would change is told, both ways, and from what", () => {
  const saved = plan([{ ...STEP, changes: [CHANGE] }]);
  expect(comparePlans(saved, saved)).toEqual([]);
  expect(comparePlans(saved, plan([STEP]))).toEqual([
    '"etl" would not change networkConfiguration.awsvpcConfiguration.subnets any more, as the saved plan does',
  ]);
  const moved = { ...CHANGE, before: { kind: "shown", value: ["subnet-c"] } } as const;
  expect(comparePlans(saved, plan([{ ...STEP, changes: [moved] }]))).toEqual([
    '"etl" would change networkConfiguration.awsvpcConfiguration.subnets otherwise than the saved plan does',
  ]);
});

test("an action that is another one too is told, whatever it changes", () => {
  const saved = plan([{ ...STEP, action: "none" }]);
  expect(comparePlans(saved, plan([{ ...STEP, changes: [CHANGE] }]))).toEqual([
    '"etl" would be "update" now, not "none"',
  ]);
});
