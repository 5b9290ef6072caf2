import { existsSync, readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { checkLocations } from "../../src/config/checks/check-locations.ts";
import { readDeploymentConfig } from "../../src/config/deployment-config.ts";
import { readWorkspace } from "../../src/config/workspace.ts";
import type { Problem } from "../../src/errors.ts";
import { CHECK_OPTIONS } from "../unit/config/examples.ts";

const CORPUS = new URL("../../../shared/corpus/", import.meta.url);
const OPTIONS = { stepEnvironment: new Map<string, string>(), unresolved: "warning" } as const;

function filesOf(folder: string): readonly string[] {
  const url = new URL(folder, CORPUS);
  if (existsSync(url)) return readdirSync(url).filter((name) => name.endsWith(".yaml"));
  process.stderr.write(`SKIPPED: the corpus folder ${folder} is not there; real files are not read.\n`);
  return [];
}

function expectPlaces(problems: readonly Problem[], text: string): void {
  const lines = text.split("\n").length;
  for (const { line, column } of problems) {
    expect(line).toBeGreaterThanOrEqual(1);
    expect(line).toBeLessThanOrEqual(lines);
    expect(column).toBeGreaterThanOrEqual(1);
  }
}

/** The agent takes these, and no task of theirs can start: placeholders that were left in. */
const NOT_TO_RUN: Readonly<Record<string, readonly string[]>> = {
  "Zirkonium88__dagster-s3-pandas-sample.yaml": ["8 image-reference-invalid"],
};

const workspaceFiles = filesOf("dagster_cloud/");
describe.skipIf(workspaceFiles.length === 0)("real dagster_cloud.yaml files", () => {
  it.each(workspaceFiles)("%s is accepted, or refused with problems that have a line", (name) => {
    const bytes = readFileSync(new URL(`dagster_cloud/${name}`, CORPUS));
    const { workspace, problems } = readWorkspace([{ path: name, bytes }], OPTIONS);
    expectPlaces(problems, bytes.toString("utf8"));
    const isAccepted = problems.every(({ severity }) => severity !== "error");
    // Every location of an accepted file is there; a refused file says why.
    expect(workspace !== undefined || !isAccepted).toBe(true);
    if (isAccepted) expect(workspace?.locations.length).toBeGreaterThan(0);
  });

  it.each(workspaceFiles)("%s raises no alarm in the checks beyond the agent's, when the agent takes it", (name) => {
    const bytes = readFileSync(new URL(`dagster_cloud/${name}`, CORPUS));
    const { documents, problems } = readWorkspace([{ path: name, bytes }], OPTIONS);
    const deep = checkLocations(documents, undefined, CHECK_OPTIONS);
    expectPlaces(deep, bytes.toString("utf8"));
    const isAccepted = problems.every(({ severity }) => severity !== "error");
    const errors = deep.filter(({ severity }) => severity === "error").map(({ code, line }) => `${line} ${code}`);
    if (isAccepted) expect(errors).toEqual(NOT_TO_RUN[name] ?? []);
  });

  it("are mostly accepted", () => {
    const accepted = workspaceFiles.filter((name) => {
      const bytes = readFileSync(new URL(`dagster_cloud/${name}`, CORPUS));
      return readWorkspace([{ path: name, bytes }], OPTIONS).problems.every(({ severity }) => severity !== "error");
    });
    expect(accepted.length / workspaceFiles.length).toBeGreaterThan(0.6);
  });
});

const agentFiles = filesOf("agent/");
describe.skipIf(agentFiles.length === 0)("real dagster.yaml files of ECS agents", () => {
  it.each(agentFiles)("%s", (name) => {
    const bytes = readFileSync(new URL(`agent/${name}`, CORPUS));
    const { config, problems } = readDeploymentConfig({ path: name, bytes }, OPTIONS);
    expectPlaces(problems, bytes.toString("utf8"));
    // The documentation's own file consists of placeholders; all others are in use.
    if (name.startsWith("docs_extract__")) expect(problems.map(({ hint }) => hint).join()).toContain("placeholder");
    else expect(config?.launcher.cluster).toMatch(/^[\w-]+$/);
  });

  it.each(agentFiles)("%s fits the reference's own location", (name) => {
    const reference = readFileSync(new URL("../fixtures/reference/dagster_cloud.yaml", import.meta.url));
    const { documents } = readWorkspace([{ path: "dagster_cloud.yaml", bytes: reference }], OPTIONS);
    const { document } = readDeploymentConfig(
      { path: name, bytes: readFileSync(new URL(`agent/${name}`, CORPUS)) },
      OPTIONS,
    );
    const problems = checkLocations(documents, document, CHECK_OPTIONS);
    expect(problems.filter(({ severity }) => severity === "error")).toEqual([]);
  });
});
