import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import type { JsonObject, JsonValue } from "../../../src/model/json.ts";
import { alignRoles, normalizeTaskDefinition } from "../../../src/normalize/task-definition.ts";
import { diffTrees, dottedPath } from "../../../src/plan/diff.ts";

interface Vector {
  readonly name: string;
  readonly input: {
    readonly agentConfig: { readonly volumes?: readonly JsonObject[] };
    readonly location: { readonly image: string; readonly container_context: JsonObject };
    readonly existingTaskDefinition: JsonObject;
  };
  readonly expected?: { readonly reused: boolean };
  readonly error?: JsonObject;
}

const VECTORS = JSON.parse(
  readFileSync(join(import.meta.dirname, "../../fixtures/parity/task_definition_reuse.json"), "utf8"),
) as readonly Vector[];

/** Where ours differs from the agent: what ours says, and why. */
const EXCEPTIONS: Readonly<Record<string, { readonly changed: boolean; readonly why: string }>> = {
  "same container_context in another key order: registered": {
    changed: false,
    why: "the order of YAML keys is no change (architecture rule 9)",
  },
  "execution role differs only in account: reused": {
    changed: true,
    why: "a role of another account is another role; the agent does not look",
  },
  "sidecar without image and otherwise identical existing definition: KeyError": {
    changed: false,
    why: "the agent crashes; nothing differs",
  },
};

/** What the agent does not compare and ours does: the vectors whose name says so, and a sidecar's other fields. */
function isBlindSpot(name: string): boolean {
  return name.endsWith(": REUSED") || name === "sidecar other field differs: reused";
}

/**
 * What the vector's location is rendered to. The vectors start from one definition and change what is registered, so
 * that definition, with the image and the container context of the vector's location, is what is wanted.
 */
function wantedFor({ input }: Vector): JsonObject {
  const ecs = input.location.container_context.ecs as JsonObject;
  const base = ecs.volumes === undefined ? input.existingTaskDefinition : unchangedDefinition();
  const containers = (base.containerDefinitions as readonly JsonObject[]).map((container) =>
    container.name === "dagster"
      ? {
          ...container,
          image: input.location.image,
          environment: withContext(container, input.location.container_context),
        }
      : container,
  );
  const volumes = [...((base.volumes ?? []) as readonly JsonObject[]), ...(input.agentConfig.volumes ?? [])];
  return { ...base, containerDefinitions: containers, ...(volumes.length > 0 && { volumes }) };
}

function unchangedDefinition(): JsonObject {
  const vector = VECTORS.find(({ name }) => name === "same container_context in another key order: registered");
  if (vector === undefined) throw new Error("the vectors have lost the one whose definition is unchanged");
  return vector.input.existingTaskDefinition;
}

function withContext(container: JsonObject, context: JsonValue): readonly JsonObject[] {
  const name = "DAGSTER_CONTAINER_CONTEXT";
  const others = (container.environment as readonly JsonObject[]).filter((variable) => variable.name !== name);
  return [...others, { name, value: JSON.stringify(context) }];
}

function differences(vector: Vector): readonly string[] {
  const live = normalizeTaskDefinition(vector.input.existingTaskDefinition);
  const { left, right } = alignRoles(live, normalizeTaskDefinition(wantedFor(vector)));
  return diffTrees(left, right).map(({ path }) => dottedPath(path));
}

describe("a change where the agent sees one, and where it does not look", () => {
  test.each(VECTORS)("$name", (vector) => {
    const changed = differences(vector).length > 0;
    const exception = EXCEPTIONS[vector.name];
    if (exception !== undefined) return expect(changed, exception.why).toBe(exception.changed);
    expect(changed).toBe(vector.expected?.reused === false || isBlindSpot(vector.name));
  });
});

test("what was made equal on purpose is equal", () => {
  const equal = VECTORS.filter((vector) => differences(vector).length === 0).map(({ name }) => name);
  expect(equal).toContain("execution role given as bare name in existing: reused");
  expect(equal).toContain("same container_context in another key order: registered");
});

test("every exception names a vector", () => {
  const names = VECTORS.map(({ name }) => name);
  expect(names).toEqual(expect.arrayContaining(Object.keys(EXCEPTIONS)));
});
