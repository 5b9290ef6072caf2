import { existsSync, readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { readWorkspace } from "../../src/config/workspace.ts";
import { isJsonList, isJsonObject, type JsonObject, type JsonValue } from "../../src/model/json.ts";

const DIRECTORY = new URL("../../../shared/corpus/ecs/", import.meta.url);

function listFiles(): readonly string[] {
  if (existsSync(DIRECTORY)) return readdirSync(DIRECTORY).filter((name) => name.endsWith(".json"));
  process.stderr.write("SKIPPED: the corpus folder ecs is not there; real task definitions are not read.\n");
  return [];
}

function withoutNulls(value: JsonValue): JsonValue {
  if (isJsonList(value)) return value.filter((item) => item !== null).map(withoutNulls);
  if (!isJsonObject(value)) return value;
  const present = Object.entries(value).filter(([, member]) => member !== null);
  return Object.fromEntries(present.map(([key, member]) => [key, withoutNulls(member)]));
}

function findTaskDefinitions(value: JsonValue): readonly JsonObject[] {
  if (isJsonList(value)) return value.flatMap(findTaskDefinitions);
  if (!isJsonObject(value)) return [];
  return [
    ...(isJsonList(value.containerDefinitions ?? null) ? [value] : []),
    ...Object.values(value).flatMap(findTaskDefinitions),
  ];
}

const found = listFiles().flatMap((name) => {
  const content = JSON.parse(readFileSync(new URL(name, DIRECTORY), "utf8")) as JsonValue;
  return findTaskDefinitions(withoutNulls(content)).map(
    (definition, index) => [`${name} ${index}`, definition] as const,
  );
});

describe.skipIf(found.length === 0)("containers and volumes of real task definitions", () => {
  it.each(found)("%s: nothing is unknown or of another type", (_name, definition) => {
    const { containerDefinitions = [], volumes = [], runtimePlatform = {} } = definition;
    const ecs = { server_sidecar_containers: containerDefinitions, volumes, runtime_platform: runtimePlatform };
    const location = { location_name: "a", code_source: { module_name: "m" }, container_context: { ecs } };
    const bytes = new TextEncoder().encode(JSON.stringify({ locations: [location] }, null, 1));
    const { problems } = readWorkspace([{ path: "f.yaml", bytes }], {
      stepEnvironment: new Map(),
      unresolved: "warning",
    });
    expect(problems.filter(({ code }) => code !== "reserved-container-name")).toEqual([]);
  });
});
