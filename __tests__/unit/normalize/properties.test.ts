import fc from "fast-check";
import { expect, test } from "vitest";
import type { JsonObject, JsonValue } from "../../../src/model/json.ts";
import { normalizeTaskDefinition } from "../../../src/normalize/task-definition.ts";
import { diffTrees } from "../../../src/plan/diff.ts";
import { anyTaskDefinition, describe as describeAsEcs, shuffleSets } from "./ecs-defaults.ts";

test("normalizing twice is normalizing once", () => {
  fc.assert(
    fc.property(anyTaskDefinition(), (body) => {
      const once = normalizeTaskDefinition(body);
      expect(normalizeTaskDefinition(once)).toEqual(once);
    }),
  );
});

test("the order of sets does not matter", () => {
  fc.assert(
    fc.property(anyTaskDefinition(), (body) => {
      expect(normalizeTaskDefinition(shuffleSets(body) as JsonObject)).toEqual(normalizeTaskDefinition(body));
    }),
  );
});

test("what ECS describes is what was registered", () => {
  fc.assert(
    fc.property(anyTaskDefinition(), (body) => {
      const described = normalizeTaskDefinition(describeAsEcs(body));
      expect(diffTrees(normalizeTaskDefinition(body), described)).toEqual([]);
    }),
  );
});

test("nothing differs from itself", () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      expect(diffTrees(value as JsonValue, structuredClone(value) as JsonValue)).toEqual([]);
    }),
  );
});

test("any JSON is normalized without an error", () => {
  const fields = fc.constantFrom("containerDefinitions", "volumes", "cpu", "runtimePlatform", "environment", "name");
  const noise = fc.letrec((tie) => ({
    node: fc.oneof(
      { maxDepth: 4 },
      fc.string(),
      fc.integer(),
      fc.constant(null),
      fc.array(tie("node")),
      fc.dictionary(fields, tie("node")),
    ),
  })).node;
  fc.assert(
    fc.property(fc.dictionary(fields, noise), (body) => {
      const once = normalizeTaskDefinition(body as JsonObject);
      expect(normalizeTaskDefinition(once)).toEqual(once);
    }),
  );
});
