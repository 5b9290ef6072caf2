import { describe, expect, it } from "vitest";
import type { CommandContext } from "../../../src/commands/context.ts";
import type { Findings } from "../../../src/commands/result.ts";
import { validate } from "../../../src/commands/validate.ts";
import { readInputs } from "../../../src/inputs.ts";
import { renderProblemsConsole } from "../../../src/report/problems.ts";
import { fileNamed, filesOf } from "../config/examples.ts";

const JOBS = `from dagster import job

@job(
    name="nightly",
    tags={
        "ecs/cpu": "256",
        "ecs/memory": "4096",
    },
)
def nightly(): ...
`;

/** An agent's file that is right, of this launch type. */
function agentFile(launchType: string): string {
  const files = filesOf("", { in: "ecs", launcher: `launch_type: ${launchType}` });
  return new TextDecoder().decode(fileNamed("dagster.yaml", files).bytes);
}

function location(name: string, ...lines: readonly string[]): string {
  const all = [
    `- location_name: ${name}`,
    `image: registry.example.com/${name}:1.0`,
    "code_source: {package_name: etl}",
    ...lines,
  ];
  return all.join("\n  ");
}

/** Run resources that go with other memory than none do. */
const large = 'container_context: {ecs: {run_resources: {cpu: "1024", memory: "4096"}}}';

async function validateFiles(texts: Readonly<Record<string, string>>, inputs: Readonly<Record<string, string>> = {}) {
  const files = new Map(Object.entries(texts).map(([path, text]) => [path, new TextEncoder().encode(text)]));
  const wasRead: string[] = [];
  const context: Pick<CommandContext, "inputs" | "event" | "deployment" | "environment" | "files" | "hide"> = {
    inputs: readInputs((name) => ({ organization: "acme", ...inputs })[name]),
    event: undefined,
    deployment: { name: "prod", kind: "full" },
    environment: new Map(),
    hide: () => undefined,
    files: {
      root: "/checkouts/etl",
      read: async (path) => {
        wasRead.push(path);
        if (path.endsWith("unreadable.py")) throw new Error("permission denied");
        return files.get(path);
      },
      list: async () => [...files].map(([path, { length }]) => ({ path, size: length })),
      glob: async () => [],
      write: async () => {},
    },
  };
  const result = await validate(context as CommandContext);
  const findings: Findings = result.kind === "nothing" ? { problems: [], sources: new Map() } : result.findings;
  const places = findings.problems.map(
    ({ severity, code, file, line, column }) => `${severity} ${code} ${file}:${line}:${column}`,
  );
  return { kind: result.kind, findings, places, wasRead };
}

describe("job tags, by validate", () => {
  it("are refused at their place in the Python file, with its line", async () => {
    const { kind, places, findings } = await validateFiles({
      "dagster_cloud.yaml": `locations:\n${location("etl", "build: {directory: etl}")}`,
      "dagster.yaml": agentFile("FARGATE"),
      "etl/etl/jobs.py": JOBS,
      "other/jobs.py": JOBS,
    });
    expect(kind).toBe("invalid");
    expect(places).toEqual(["error job-tag-fargate-size etl/etl/jobs.py:7:23"]);
    expect(findings.problems[0]?.message).toContain('The job "nightly" asks for');
    const text = renderProblemsConsole(findings.problems, { colors: false }, findings.sources);
    expect(text).toContain('"ecs/memory": "4096",');
    expect([...findings.sources.keys()]).not.toContain("other/jobs.py");
  });

  it("are looked for in the files that can be read", async () => {
    const { places } = await validateFiles({
      "dagster_cloud.yaml": `locations:\n${location("etl")}`,
      "dagster.yaml": agentFile("FARGATE"),
      "etl/unreadable.py": JOBS,
      "jobs.py": JOBS,
    });
    expect(places).toEqual(["error job-tag-fargate-size jobs.py:7:23"]);
  });

  it("are a warning while nobody knows where runs are", async () => {
    const { kind, places } = await validateFiles({
      "dagster_cloud.yaml": `locations:\n${location("etl")}`,
      "jobs.py": JOBS,
    });
    expect([kind, places]).toEqual(["validated", ["warning job-tag-fargate-size jobs.py:7:23"]]);
  });

  it("are no matter of Fargate on EC2", async () => {
    const { places } = await validateFiles({
      "dagster_cloud.yaml": `locations:\n${location("etl")}`,
      "dagster.yaml": agentFile("EC2"),
      "jobs.py": JOBS,
    });
    expect(places).toEqual([]);
  });

  it("are checked with the location's run_resources", async () => {
    const resources = 'container_context: {ecs: {run_resources: {cpu: "256", memory: "512"}}}';
    const { places } = await validateFiles({
      "dagster_cloud.yaml": `locations:\n${location("etl", resources)}`,
      "dagster.yaml": agentFile("FARGATE"),
      "jobs.py": JOBS.replace('        "ecs/cpu": "256",\n', ""),
    });
    expect(places).toEqual(["error job-tag-fargate-size jobs.py:6:23"]);
  });

  it("are told once when locations share the file, which is read once", async () => {
    const { places, wasRead } = await validateFiles({
      "dagster_cloud.yaml": `locations:\n${location("one")}\n${location("two")}`,
      "dagster.yaml": agentFile("FARGATE"),
      "jobs.py": JOBS,
    });
    expect(places).toEqual(["error job-tag-fargate-size jobs.py:7:23"]);
    expect(wasRead.filter((path) => path === "jobs.py")).toHaveLength(1);
  });

  it("are looked for from the folder of the configuration file on", async () => {
    const { places } = await validateFiles(
      {
        "team/dagster_cloud.yaml": `locations:\n${location("etl", "build: {directory: ./etl}")}`,
        "dagster.yaml": agentFile("FARGATE"),
        "team/etl/jobs.py": JOBS,
        "etl/jobs.py": JOBS,
      },
      { "config-file": "team/dagster_cloud.yaml" },
    );
    expect(places).toEqual(["error job-tag-fargate-size team/etl/jobs.py:7:23"]);
  });

  it("are a warning when only some of the locations that share the file refuse them", async () => {
    const { kind, places } = await validateFiles({
      "dagster_cloud.yaml": `locations:\n${location("one")}\n${location("two", large)}`,
      "dagster.yaml": agentFile("FARGATE"),
      "jobs.py": JOBS.replace('        "ecs/cpu": "256",\n', ""),
    });
    expect([kind, places]).toEqual(["validated", ["warning job-tag-fargate-size jobs.py:6:23"]]);
  });

  it("are an error when all of the locations that share the file refuse them", async () => {
    const { places } = await validateFiles({
      "dagster_cloud.yaml": `locations:\n${location("one")}\n${location("two", large)}`,
      "dagster.yaml": agentFile("FARGATE"),
      "jobs.py": JOBS,
    });
    expect(places).toEqual(["error job-tag-fargate-size jobs.py:7:23"]);
  });

  it("of a run request are an error while no file sends runs elsewhere", async () => {
    const request = 'from dagster import RunRequest\nr = RunRequest(tags={"ecs/cpu": "300"})\n';
    const files = {
      "dagster_cloud.yaml": `locations:\n${location("etl")}`,
      "dagster.yaml": agentFile("FARGATE"),
      "sensors.py": request,
    };
    expect((await validateFiles(files)).places).toEqual(["error job-tag-fargate-size sensors.py:2:33"]);
    const other = 'TAGS = {"ecs/run_task_kwargs": {"launchType": "EC2"}}\n';
    expect((await validateFiles({ ...files, "tags.py": other })).places).toEqual([
      "warning job-tag-fargate-size sensors.py:2:33",
    ]);
  });

  it.each([
    "import os, dagster\nj = dagster.",
    "import dagster as dg; j = dg.",
    "if x:\n  from dagster import job\nj = ",
  ])("are found whichever way Dagster is imported: %j", async (start) => {
    const { places } = await validateFiles({
      "dagster_cloud.yaml": `locations:\n${location("etl")}`,
      "dagster.yaml": agentFile("FARGATE"),
      "jobs.py": `${start}job(tags={"ecs/cpu": "x"})\n`,
    });
    expect(places).toEqual([expect.stringContaining("error job-tag-not-number jobs.py:")]);
  });

  it("are left alone in a file that Python cannot read", async () => {
    const files = {
      "dagster_cloud.yaml": `locations:\n${location("etl")}`,
      "dagster.yaml": agentFile("FARGATE"),
      "jobs.py": `# coding: mac-roman\n${JOBS}`,
    };
    expect((await validateFiles(files)).places).toEqual([]);
    expect((await validateFiles({ ...files, "jobs.py": `# coding: latin-1\n${JOBS}` })).places).toHaveLength(1);
  });

  it("are read in as much Python as does not take long", async () => {
    const long = `# ${"x".repeat(900_000)}\n`;
    const names = ["a", "b", "c", "d", "e", "f"].map((name) => [`${name}.py`, `${JOBS}${long}`]);
    const { places } = await validateFiles({
      "dagster_cloud.yaml": `locations:\n${location("etl")}`,
      "dagster.yaml": agentFile("FARGATE"),
      ...Object.fromEntries(names),
    });
    expect(places.map((place) => place.split(" ")[2])).toEqual(["a.py:7:23", "b.py:7:23", "c.py:7:23", "d.py:7:23"]);
  });

  it.each(["/srv/etl", "../etl"])("are not looked for in %s", async (directory) => {
    const { places, wasRead } = await validateFiles({
      "dagster_cloud.yaml": `locations:\n${location("etl", `build: {directory: ${directory}}`)}`,
      "dagster.yaml": agentFile("FARGATE"),
      "srv/etl/jobs.py": JOBS,
      "etl/jobs.py": JOBS,
    });
    expect(places).toEqual([]);
    expect(wasRead.filter((path) => path.endsWith(".py"))).toEqual([]);
  });
});
