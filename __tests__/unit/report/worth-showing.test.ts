import { describe, expect, test } from "vitest";
import type { FieldChange, Step } from "../../../src/model/plan.ts";
import { changesWorthShowing, sensitiveChanges } from "../../../src/report/worth-showing.ts";

function change(path: string, resource: FieldChange["resource"] = "task-definition", sensitive = false): FieldChange {
  return { resource, path, change: "changed", impact: "rollout", sensitive };
}

function shown(action: Step["action"], ...changes: FieldChange[]): readonly string[] {
  return changesWorthShowing({ action, changes } as unknown as Step).map(({ path }) => path);
}

describe("an update", () => {
  test.each<[string, string]>([
    ["container context › ecs.env_vars.LOG_LEVEL", "containerDefinitions.dagster.environment.LOG_LEVEL"],
    ["container context › env_vars.LOG_LEVEL", "containerDefinitions.dagster.environment.LOG_LEVEL"],
    ["container context › ecs.secrets.A.valueFrom", "containerDefinitions.dagster.secrets.A"],
    ["container context › ecs.server_resources.cpu", "cpu"],
    ["container context › ecs.task_role_arn", "taskRoleArn"],
    ["container context › ecs.server_health_check.interval", "containerDefinitions.dagster.healthCheck.interval"],
    ["container context › ecs.volumes.v.name", "volumes.v"],
    ["container context › ecs.server_sidecar_containers.dd.image", "containerDefinitions.dd.image"],
  ])("says %s only once", (inContext, applied) => {
    expect(shown("update", change(inContext), change(applied))).toEqual([applied]);
    expect(shown("update", change(inContext))).toEqual([inContext]);
  });

  test("shows what only runs get", () => {
    const path = "container context › ecs.run_resources.cpu";
    expect(shown("update", change(path), change("cpu"))).toEqual([path, "cpu"]);
  });

  test("says a new image once", () => {
    const image = "containerDefinitions.dagster.image";
    const current = "containerDefinitions.dagster.environment.DAGSTER_CURRENT_IMAGE";
    expect(shown("update", change(current), change(image))).toEqual([image]);
  });
});

describe("a new code server", () => {
  test("shows what is its own, not what every code server has", () => {
    const own = ["cpu", "taskRoleArn", "containerDefinitions.dagster.environment.A", "containerDefinitions.dd.image"];
    const standard = [
      "family",
      "networkMode",
      "containerDefinitions.dagster.command",
      "containerDefinitions.dagster.logConfiguration.logDriver",
      "containerDefinitions.dagster.environment.DAGSTER_LOCATION_NAME",
    ];
    expect(shown("create", ...[...own, ...standard].map((path) => change(path)))).toEqual(own);
    expect(shown("create", change("team", "tags"), change("dagster-ecs-deploy/kind", "tags"))).toEqual(["team"]);
    expect(shown("create", change("launchType", "service"), change("desiredCount", "service"))).toEqual([
      "desiredCount",
    ]);
    expect(shown("create", change("name", "cloud-map"))).toEqual([]);
  });

  test("of a sensitive sidecar, the image is what to look at", () => {
    const changes = ["containerDefinitions.dd.image", "containerDefinitions.dd.essential", "taskRoleArn"].map((path) =>
      change(path, "task-definition", true),
    );
    expect(sensitiveChanges({ action: "create", changes } as unknown as Step).map(({ path }) => path)).toEqual([
      "containerDefinitions.dd.image",
      "taskRoleArn",
    ]);
  });
});
