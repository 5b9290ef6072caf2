import { readFile } from "node:fs/promises";
import { afterAll, beforeAll, expect, test } from "vitest";
import { countCalls, type E2eWorld, EXAMPLES, startWorld } from "./world.ts";

const COUNT = 200;

function manyLocations(): string {
  const locations = Array.from(
    { length: COUNT },
    (_, index) => `  - location_name: location-${index}
    image: 123456789012.dkr.ecr.us-east-1.amazonaws.com/shared:1.0
    code_source: { module_name: module_${index} }`,
  );
  return `locations:\n${locations.join("\n")}\n`;
}

let world: E2eWorld;
beforeAll(async () => {
  const dagsterYaml = await readFile(`${EXAMPLES}dagster.yaml`, "utf8");
  world = await startWorld({ "dagster.yaml": dagsterYaml, "dagster_cloud.yaml": manyLocations() }, { pageSize: 100 });
});
afterAll(() => world.emulator.close());

test("200 locations that have not changed: 20 DescribeServices calls, no DescribeTaskDefinition", async () => {
  const applied = await world.action();
  expect(applied.log).not.toContain("::error");
  expect(applied.exitCode).toBe(0);
  world.emulator.clearCalls();
  const run = await world.action({ inputs: { command: "plan" }, runNumber: 2 });
  expect(run.exitCode).toBe(0);
  expect(JSON.parse(run.outputs.summary ?? "")).toMatchObject({ none: COUNT });
  const calls = countCalls(world.emulator);
  expect(calls["ecs.DescribeServices"]).toBe(20);
  expect(calls["ecs.DescribeTaskDefinition"]).toBeUndefined();
  expect(calls["ecr.BatchGetImage"]).toBe(1);
});
