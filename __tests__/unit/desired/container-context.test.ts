import { describe, expect, test } from "vitest";
import { containerContextForRuns } from "../../../src/desired/container-context.ts";
import type { JsonObject } from "../../../src/model/json.ts";
import type { CodeLocation, LauncherConfig } from "../../../src/model/workspace.ts";

function merge(containerContext: JsonObject, launcher: Partial<LauncherConfig>): JsonObject {
  const none = { runResources: {}, runEcsTags: [], runSidecarContainers: [] };
  return containerContextForRuns({ containerContext } as CodeLocation, { ...none, ...launcher } as LauncherConfig);
}

describe("what runs are launched with", () => {
  test("is the location's own context where the deployment says nothing of runs", () => {
    const context = { k8s: {}, ecs: { run_resources: { cpu: "256" } } };
    expect(merge(context, {})).toBe(context);
  });

  test("has the deployment's run resources, key by key, the location's win", () => {
    const runResources = { cpu: "1024", memory: "2048", ephemeralStorage: 50 };
    expect(merge({}, { runResources })).toEqual({
      ecs: { run_resources: { cpu: "1024", memory: "2048", ephemeral_storage: 50 } },
    });
    expect(merge({ ecs: { env_vars: ["A=1"], run_resources: { memory: "4096" } } }, { runResources })).toEqual({
      ecs: { env_vars: ["A=1"], run_resources: { cpu: "1024", memory: "4096", ephemeral_storage: 50 } },
    });
  });

  test("has the deployment's run tags and sidecars after the location's", () => {
    const context = { ecs: { run_ecs_tags: [{ key: "a", value: "1" }], run_sidecar_containers: [{ name: "x" }] } };
    expect(merge(context, { runEcsTags: [{ key: "b" }], runSidecarContainers: [{ name: "y" }] })).toEqual({
      ecs: {
        run_ecs_tags: [{ key: "a", value: "1" }, { key: "b" }],
        run_sidecar_containers: [{ name: "x" }, { name: "y" }],
      },
    });
  });
});
