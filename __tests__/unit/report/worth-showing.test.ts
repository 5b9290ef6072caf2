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

  test("says the name of an entry once", () => {
    const entry = "container context › ecs.run_ecs_tags.team";
    expect(shown("update", change(`${entry}.key`), change(`${entry}.value`))).toEqual([`${entry}.value`]);
    expect(shown("update", change(`${entry}.key`))).toEqual([`${entry}.key`]);
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

  test.each(["create", "update"])("of a new sidecar, the image is what to look at: %s", (action) => {
    const context = "container context › ecs.run_sidecar_containers.dd";
    const paths = [
      "containerDefinitions.dd.image",
      "containerDefinitions.dd.essential",
      "taskRoleArn",
      `${context}.image`,
      `${context}.cpu`,
    ];
    const changes = paths.map((path) => ({ ...change(path, "task-definition", true), change: "added" }));
    expect(sensitiveChanges({ action, changes } as unknown as Step).map(({ path }) => path)).toEqual([
      "containerDefinitions.dd.image",
      "taskRoleArn",
      `${context}.image`,
    ]);
  });

  test("of a sidecar that was there, everything is", () => {
    const changes = [change("containerDefinitions.dd.secrets.A", "task-definition", true)];
    expect(sensitiveChanges({ action: "update", changes } as unknown as Step)).toEqual(changes);
  });
});
