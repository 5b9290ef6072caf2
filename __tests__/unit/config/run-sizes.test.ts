import { describe, expect, it } from "vitest";
import { filesOf, problemsOf } from "./examples.ts";

async function findingsOf(ecs: string, launcher?: string): Promise<readonly string[]> {
  const problems = await problemsOf(filesOf(ecs, { in: "ecs", ...(launcher && { launcher }) }));
  return problems
    .filter(({ code }) => code === "run-size-with-unit")
    .map(
      ({ severity, file, line, column, path, message }) => `${severity} ${file}:${line}:${column} ${path}: ${message}`,
    );
}

describe("sizes of runs, which the run launcher reads with Python's int()", () => {
  it("with a unit fail every run, whatever ECS takes", async () => {
    expect(await findingsOf("run_resources: {cpu: 0.25 vCPU}")).toEqual([
      'error dagster_cloud.yaml:7:30 locations[0] "etl" › container_context.ecs.run_resources.cpu: run_resources.cpu is the text "0.25 vCPU", but Dagster\'s run launcher takes a plain number of CPU units: every run without an ecs/cpu tag of its own fails.',
    ]);
  });

  it("of the deployment count where no location overrides them", async () => {
    const launcher = 'run_resources: {cpu: 1 vCPU, memory: "2048"}';
    expect(await findingsOf("env_vars: [A=1]", launcher)).toEqual([
      expect.stringContaining(
        "error dagster.yaml:11:26 user_code_launcher.config.run_resources.cpu: run_resources.cpu",
      ),
    ]);
    expect(await findingsOf('run_resources: {cpu: "1024"}', launcher)).toEqual([]);
  });

  it.each([
    "server_resources: {cpu: 0.25 vCPU, memory: 1 GB}",
    'run_resources: {cpu: "256", memory: "1024"}',
    "run_resources: {cpu: 256, memory: 1024}",
  ])("%s is no problem", async (ecs) => {
    expect(await findingsOf(ecs)).toEqual([]);
  });
});

describe("sizes of runs on Windows that the run launcher itself completes", () => {
  it.each([
    'server_resources: {cpu: "1024", memory: "2048"}',
    'server_resources: {cpu: "1024", memory: "2048"}\nrun_resources: {cpu: "1024"}',
    'server_resources: {cpu: "1024", memory: "2048"}\nrun_resources: {memory: "4096"}',
  ])("%s are sizes that Fargate has", async (ecs) => {
    const windows = `runtime_platform: {operatingSystemFamily: WINDOWS_SERVER_2022_CORE}\n${ecs}`;
    const files = filesOf(windows, { in: "ecs", launcher: "launch_type: FARGATE" });
    expect(await problemsOf(files)).toEqual([]);
  });
});

describe("a tag of a job without the other half of the size", () => {
  const python = 'from dagster import define_asset_job\n\netl = define_asset_job("etl", tags={"ecs/cpu": "1024"})\n';

  async function codesOf(launcher?: string): Promise<readonly string[]> {
    const problems = await problemsOf(filesOf(python, { in: "python", ...(launcher !== undefined && { launcher }) }));
    return problems.map(({ severity, code }) => `${severity} ${code}`);
  }

  it("is no problem where the deployment may have it", async () => {
    expect(await codesOf()).toEqual([]);
  });

  it("is one where the deployment has none", async () => {
    expect(await codesOf("launch_type: FARGATE")).toEqual(["error job-tag-fargate-size"]);
  });
});
