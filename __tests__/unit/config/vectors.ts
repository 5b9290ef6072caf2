import { readFileSync } from "node:fs";
import { expect } from "vitest";
import { readDeploymentConfig } from "../../../src/config/deployment-config.ts";
import { type ReadOptions, readWorkspace } from "../../../src/config/workspace.ts";
import type { Problem } from "../../../src/errors.ts";
import type { JsonObject } from "../../../src/model/json.ts";

/** One recording; see __tests__/fixtures/parity/README.md. */
export interface Vector {
  readonly name: string;
  readonly input: JsonObject;
  readonly expected?: JsonObject | null;
  readonly error?: JsonObject;
}

// A recording says 2.0 where it means a float, which JSON.parse would make the integer 2: numbers keep their
// source text (ECMAScript "JSON.parse source text access").
interface SourceAwareJson {
  parse(text: string, reviver: (key: string, value: unknown, context: { source?: string }) => unknown): unknown;
  rawJSON(text: string): unknown;
}
const sourceAware = JSON as unknown as SourceAwareJson;

export function readVectors(group: string): readonly Vector[] {
  const text = readFileSync(new URL(`../../fixtures/parity/${group}.json`, import.meta.url), "utf8");
  return sourceAware.parse(text, (_key, value, { source }) =>
    typeof value === "number" && source?.includes(".") ? sourceAware.rawJSON(source) : value,
  ) as readonly Vector[];
}

/** JSON is YAML: the text of a file that says this. */
export function fileOf(value: unknown, path = "dagster_cloud.yaml"): { path: string; bytes: Uint8Array } {
  const text = typeof value === "string" ? value : JSON.stringify(value, null, 1);
  return { path, bytes: new TextEncoder().encode(text) };
}

export function optionsOf(environment: unknown, unresolved: ReadOptions["unresolved"] = "error"): ReadOptions {
  return { stepEnvironment: new Map(Object.entries((environment ?? {}) as Record<string, string>)), unresolved };
}

export function agentFile(config: unknown): unknown {
  return {
    user_code_launcher: { module: "dagster_cloud.workspace.ecs", class: "EcsUserCodeLauncher", config },
  };
}

export function readLocationVector({ input }: Vector): ReturnType<typeof readWorkspace> {
  return readWorkspace([fileOf({ locations: [input.location] })], optionsOf(input.agentEnv));
}

export function readConfigVector(config: unknown, environment: unknown): ReturnType<typeof readDeploymentConfig> {
  return readDeploymentConfig(fileOf(agentFile(config), "dagster.yaml"), optionsOf(environment));
}

export function errorsOf(problems: readonly Problem[]): readonly string[] {
  return problems.filter(({ severity }) => severity === "error").map(({ code, path }) => `${code} ${path}`);
}

/** A table of exceptions names only recordings that exist. */
export function expectKnownNames(table: Readonly<Record<string, string>>, vectors: readonly Vector[]): void {
  const names = new Set(vectors.map(({ name }) => name));
  expect(Object.keys(table).filter((name) => !names.has(name))).toEqual([]);
}
