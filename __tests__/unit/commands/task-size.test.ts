import fc from "fast-check";
import { expect, it } from "vitest";
import { measureTask, mostBytesOf } from "../../../src/commands/task-size.ts";
import { mergeEcsSettings } from "../../../src/config/merge-levels.ts";
import { readWorkspace } from "../../../src/config/workspace.ts";
import { readInputs } from "../../../src/inputs.ts";
import { anyText } from "../../any-text.ts";
import { fileOf, optionsOf, readConfigVector } from "../config/vectors.ts";

/** Characters that take more room in JSON, and in JSON inside JSON, than others. */
const text = fc.oneof(
  anyText({ maxLength: 40 }),
  fc.string({ unit: fc.constantFrom('"', "\\", "\u0001", "\u00e9", "\u{1f600}", "a", "\n"), maxLength: 200 }),
);
const entry = fc.record({ name: text, valueFrom: text });
const ecs = fc.record({
  env_vars: fc.array(text.map((value) => `A=${value}`)),
  secrets: fc.array(entry),
  server_sidecar_containers: fc.array(fc.record({ name: text, image: text, command: fc.array(text) }), {
    maxLength: 3,
  }),
  volumes: fc.array(fc.record({ name: text }), { maxLength: 3 }),
  mount_points: fc.array(fc.record({ sourceVolume: text, containerPath: text }), { maxLength: 3 }),
  server_ecs_tags: fc.array(fc.record({ key: text, value: text }), { maxLength: 3 }),
  task_role_arn: text,
});

it("a task definition has at most the bytes that decide whether it is counted", () => {
  const launcher = {
    cluster: "c",
    subnets: ["subnet-1"],
    service_discovery_namespace_id: "ns-1",
    execution_role_arn: "arn:exec",
    log_group: "/logs",
  };
  let compared = 0;
  const property = fc.property(ecs, fc.string({ minLength: 1, maxLength: 50 }), fc.option(ecs), (own, name, shared) => {
    const location = {
      location_name: name,
      image: "a:1",
      code_source: { package_name: "a" },
      container_context: { ecs: own },
    };
    const read = readWorkspace([fileOf({ locations: [location] })], optionsOf({}, "warning")).workspace?.locations[0];
    const { config } = readConfigVector({ ...launcher, ...shared }, {});
    if (!read || !config) return;
    compared += 1;
    const { settings } = mergeEcsSettings(read, config.launcher);
    const configured = { location: read, settings, family: "f".repeat(255), imageReference: read.image };
    const context = {
      inputs: readInputs(() => undefined),
      environment: new Map<string, string>(),
      deployment: { name: "prod", kind: "full" as const },
    };
    const total = measureTask(configured, config.launcher, context)?.total ?? Number.POSITIVE_INFINITY;
    expect(total).toBeLessThanOrEqual(mostBytesOf(configured, config.launcher));
  });
  fc.assert(property, { numRuns: 300 });
  expect(compared).toBeGreaterThan(50);
});
