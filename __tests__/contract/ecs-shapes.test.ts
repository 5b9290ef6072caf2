import { expect, test } from "vitest";
import { ECS_STRUCTURES } from "../../src/model/ecs-shapes.ts";

interface Generator {
  readEcsStructures(): unknown;
}

// Known by its address only: the script is plain JavaScript, which the type checker does not read.
const script = new URL("../../scripts/generate-ecs-shapes.mjs", import.meta.url).href;

test("the shapes are those of the installed SDK (else run node scripts/generate-ecs-shapes.mjs)", async () => {
  const { readEcsStructures } = (await import(script)) as Generator;
  expect(readEcsStructures()).toEqual(ECS_STRUCTURES);
});

test("every structure that is reached is there, with its required members", () => {
  for (const [name, { members, required }] of Object.entries(ECS_STRUCTURES)) {
    expect(
      required.filter((member) => !(member in members)),
      name,
    ).toEqual([]);
    for (const structure of JSON.stringify(members).matchAll(/"structure":"(\w+)"/g)) {
      expect(Object.keys(ECS_STRUCTURES)).toContain(structure[1]);
    }
  }
});
