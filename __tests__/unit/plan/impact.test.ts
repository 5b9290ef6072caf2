import { expect, test } from "vitest";
import type { Impact } from "../../../src/model/plan.ts";
import { impactOfAction, impactOfServiceField, worstImpact } from "../../../src/plan/impact.ts";

test.each<{ field: string; impact: Impact }>([
  { field: "taskDefinition", impact: "rollout" },
  { field: "networkConfiguration", impact: "rollout" },
  { field: "serviceRegistries", impact: "rollout" },
  { field: "desiredCount", impact: "in-place" },
  { field: "deploymentConfiguration", impact: "in-place" },
  { field: "enableExecuteCommand", impact: "in-place" },
  { field: "propagateTags", impact: "in-place" },
  { field: "launchType", impact: "downtime" },
  { field: "schedulingStrategy", impact: "downtime" },
  { field: "deploymentController", impact: "downtime" },
  { field: "somethingNew", impact: "rollout" },
])("a change of $field is $impact", ({ field, impact }) => {
  expect(impactOfServiceField([field, "below"])).toBe(impact);
});

test.each<{ impacts: readonly Impact[]; worst: Impact }>([
  { impacts: [], worst: "none" },
  { impacts: ["in-place", "none"], worst: "in-place" },
  { impacts: ["rollout", "downtime", "in-place"], worst: "downtime" },
  { impacts: ["removal", "downtime"], worst: "removal" },
])("the worst of $impacts is $worst", ({ impacts, worst }) => {
  expect(worstImpact(impacts)).toBe(worst);
});

test("an update is as bad as its changes", () => {
  expect(impactOfAction("update")).toBeUndefined();
});
