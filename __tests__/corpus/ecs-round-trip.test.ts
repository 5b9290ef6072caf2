import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import type { EcsService } from "../../src/model/aws-shapes.ts";
import { isJsonList, isJsonObject, type JsonObject, type JsonValue } from "../../src/model/json.ts";
import { normalizeService } from "../../src/normalize/service.ts";
import { normalizeTaskDefinition } from "../../src/normalize/task-definition.ts";
import { diffTrees } from "../../src/plan/diff.ts";
import { shuffleSets } from "../unit/normalize/ecs-defaults.ts";

const DIRECTORY = join(import.meta.dirname, "../../../shared/corpus/ecs");

/** What RegisterTaskDefinition does not take. */
const DESCRIBED_ONLY = [
  "taskDefinitionArn",
  "revision",
  "status",
  "requiresAttributes",
  "compatibilities",
  "registeredAt",
  "registeredBy",
  "deregisteredAt",
  "deleteRequestedAt",
  "tags",
];

interface Found {
  readonly name: string;
  readonly body: JsonObject;
}

/** Everything in the files that has the look of a task definition or of a service, however deep. */
function findObjects(holds: (value: JsonObject) => boolean): readonly Found[] {
  const search = (value: JsonValue, name: string): readonly Found[] => {
    if (isJsonList(value)) return value.flatMap((each, index) => search(each, `${name}[${index}]`));
    if (!isJsonObject(value)) return [];
    if (holds(value)) return [{ name, body: value }];
    return Object.entries(value).flatMap(([key, member]) => search(member, `${name} ${key}`));
  };
  return readdirSync(DIRECTORY)
    .filter((file) => file.endsWith(".json"))
    .toSorted()
    .flatMap((file) => search(JSON.parse(readFileSync(join(DIRECTORY, file), "utf8")) as JsonValue, file));
}

function withoutNulls(value: JsonValue): JsonValue {
  if (isJsonList(value)) return value.filter((each) => each !== null).map(withoutNulls);
  if (!isJsonObject(value)) return value;
  const present = Object.entries(value).filter(([, member]) => member !== null);
  return Object.fromEntries(present.map(([key, member]) => [key, withoutNulls(member)]));
}

/** A list of objects of a service may stand in any order, and so may subnets. */
function reverseLists(value: JsonValue): JsonValue {
  if (isJsonList(value)) return value.map(reverseLists).toReversed();
  if (!isJsonObject(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, reverseLists(member)]));
}

if (!existsSync(DIRECTORY)) {
  console.warn(`SKIPPED: the corpus of ECS files is not at ${DIRECTORY}`);
  test.skip("the corpus of ECS files is absent", () => undefined);
} else {
  const taskDefinitions = findObjects((value) => isJsonList(value.containerDefinitions));
  const services = findObjects((value) => typeof value.serviceArn === "string" && isJsonList(value.deployments));

  test("the corpus has task definitions and services", () => {
    expect(taskDefinitions.length).toBeGreaterThanOrEqual(12);
    expect(services.length).toBeGreaterThanOrEqual(7);
  });

  describe.each(taskDefinitions)("$name", ({ body }) => {
    const normal = normalizeTaskDefinition(body);

    test("keeps its containers and its environment", () => {
      const containers = isJsonObject(normal.containerDefinitions) ? normal.containerDefinitions : {};
      const described = (body.containerDefinitions as readonly JsonObject[]).filter(isJsonObject);
      expect(Object.keys(containers).toSorted()).toEqual(described.map(({ name }) => name).toSorted());
      for (const { name, environment } of described) {
        const container = containers[String(name)];
        const kept = isJsonObject(container) && isJsonObject(container.environment) ? container.environment : {};
        expect(Object.keys(kept)).toHaveLength(isJsonList(environment) ? environment.length : 0);
      }
    });

    test.each<{ form: string; change: (value: JsonObject) => JsonValue }>([
      {
        form: "as it was registered",
        change: (value) => Object.fromEntries(Object.entries(value).filter(([key]) => !DESCRIBED_ONLY.includes(key))),
      },
      { form: "without nulls", change: withoutNulls },
      { form: "with its sets in another order", change: shuffleSets },
      { form: "normalized before", change: normalizeTaskDefinition },
    ])("does not differ from itself $form", ({ change }) => {
      expect(diffTrees(normal, normalizeTaskDefinition(change(body) as JsonObject))).toEqual([]);
    });
  });

  describe.each(services)("$name", ({ body }) => {
    const owned = { desiredCount: true };
    const normal = normalizeService(body as EcsService, owned);

    test.each<{ form: string; change: (value: JsonObject) => JsonValue }>([
      { form: "without nulls", change: withoutNulls },
      { form: "with its lists in another order", change: reverseLists },
    ])("does not differ from itself $form", ({ change }) => {
      expect(normal).toHaveProperty("launchType");
      expect(diffTrees(normal, normalizeService(change(body) as EcsService, owned))).toEqual([]);
    });
  });
}
