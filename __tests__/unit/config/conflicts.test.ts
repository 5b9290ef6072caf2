import { describe, expect, it } from "vitest";
import { mergeEcsSettings } from "../../../src/config/merge-levels.ts";
import { readWorkspace } from "../../../src/config/workspace.ts";
import type { EnvironmentVariable } from "../../../src/model/environment.ts";
import { fileOf, optionsOf, readConfigVector } from "./vectors.ts";

const BASE = {
  cluster: "c",
  subnets: ["subnet-1"],
  service_discovery_namespace_id: "ns-1",
  execution_role_arn: "arn:exec",
  log_group: "/logs",
};

function merge(ecs: unknown, config: object) {
  const location = { location_name: "etl", code_source: { package_name: "etl" }, container_context: { ecs } };
  const [read] = readWorkspace([fileOf({ locations: [location] })], optionsOf({})).workspace?.locations ?? [];
  const { config: deployment } = readConfigVector({ ...BASE, ...config }, {});
  if (!read || !deployment) throw new Error("the fixture is wrong");
  return mergeEcsSettings(read, deployment.launcher);
}

function textOfVariable({ name, value }: EnvironmentVariable): string {
  return `${name}=${value.origin === "literal" ? value.text : "hidden"}`;
}

describe("where the deployment's value wins", () => {
  it("a warning names both places", () => {
    const { settings, problems } = merge(
      {
        env_vars: ["K=location", "SAME=1"],
        secrets: [{ name: "S", valueFrom: "arn:location" }],
        server_ecs_tags: [{ key: "t", value: "location" }],
      },
      {
        env_vars: ["K=deployment", "SAME=1"],
        secrets: [{ name: "S", valueFrom: "arn:deployment" }],
        server_ecs_tags: [{ key: "t", value: "deployment" }],
      },
    );
    expect(settings.environment.map(textOfVariable)).toEqual(["K=deployment", "SAME=1"]);
    expect(settings.secrets).toEqual([{ name: "S", valueFrom: "arn:deployment" }]);
    expect(settings.serverEcsTags).toEqual([{ key: "t", value: "deployment" }]);
    expect(problems.map(({ code, severity, path }) => `${severity} ${code} ${path}`)).toEqual([
      'warning deployment-value-wins location "etl" › container_context.ecs.env_vars',
      'warning deployment-value-wins location "etl" › container_context.ecs.secrets',
      'warning deployment-value-wins location "etl" › container_context.ecs.server_ecs_tags',
    ]);
    for (const problem of problems) {
      expect(problem.file).toBe("dagster_cloud.yaml");
      expect(problem.message).toMatch(/location "etl" .* deployment \(dagster\.yaml line \d+\)/);
    }
  });

  it("is not told for values that are only merged", () => {
    const { settings, problems } = merge(
      { server_resources: { cpu: "512" }, task_role_arn: "", runtime_platform: {}, env_vars: ["B=1"] },
      {
        server_resources: { cpu: "256", memory: "1024", replica_count: 3 },
        task_role_arn: "arn:task",
        env_vars: ["A=1"],
      },
    );
    expect(problems).toEqual([]);
    expect(settings).toMatchObject({
      serverResources: { cpu: "512", memory: "1024", replicaCount: 3 },
      taskRoleArn: "arn:task",
      executionRoleArn: "arn:exec",
    });
    expect(settings.environment.map(textOfVariable)).toEqual(["A=1", "B=1"]);
  });
});
