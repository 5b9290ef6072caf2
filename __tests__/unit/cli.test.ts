import { spawn } from "node:child_process";
import { expect, it } from "vitest";
import { runTerminal } from "../../src/cli.ts";
import { createConcealment } from "../../src/report/concealment.ts";
import { createClock, createFiles } from "../../src/system.ts";

async function runInTerminal(...argv: readonly string[]) {
  const out: string[] = [];
  const err: string[] = [];
  const code = await runTerminal(
    argv,
    {
      files: createFiles("."),
      clock: createClock(),
      environment: new Map(),
      connectAws: () => Promise.reject(new Error("no AWS here")),
      connectPullRequests: () => Promise.reject(new Error("no GitHub here")),
      concealment: createConcealment(),
      connectDeploymentRecords: () => Promise.reject(new Error("no GitHub here")),
      signal: new AbortController().signal,
    },
    { out: (text) => out.push(text), err: (text) => err.push(text), colors: false },
  );
  return { code, out: out.join("\n"), err: err.join("\n") };
}

it("schema prints the JSON Schema, and nothing else", async () => {
  const { code, out, err } = await runInTerminal("schema");
  expect([code, err]).toEqual([0, ""]);
  expect(JSON.parse(out)).toMatchObject({ title: "dagster_cloud.yaml", definitions: { location: { type: "object" } } });
});

it("schema takes no other word", async () => {
  const { code, err } = await runInTerminal("schema", "dagster.yaml");
  expect([code, err]).toEqual([3, expect.stringContaining('"schema dagster.yaml" is not a command.')]);
});

it("an option of any length is not repeated whole", async () => {
  const { code, err } = await runInTerminal("validate", "--config-file", "x".repeat(2_000_000));
  expect(code).toBe(3);
  expect(err).toMatch(/^error: There is no file x+… \(2000000 characters\)\.\n/);
  expect(err.length).toBeLessThan(3_000);
});

it("a pipe that is closed early is no failure", async () => {
  const child = spawn(process.execPath, ["src/index.ts", "schema"], { stdio: ["ignore", "pipe", "pipe"] });
  child.stdout.destroy();
  const code = await new Promise((ended) => child.on("close", ended));
  expect(code).toBe(0);
});

it("help names every command", async () => {
  const { code, out } = await runInTerminal("--help");
  expect(code).toBe(0);
  for (const command of ["validate", "render", "plan", "apply", "redeploy", "rollback", "destroy", "sweep", "schema"])
    expect(out).toMatch(`\n  ${command} `);
});

it.each<[string, readonly string[], string]>([
  [
    "without a pull request",
    ["destroy", "--cluster", "main"],
    "Give `pull-request`. A full deployment is never destroyed.",
  ],
  [
    "of a name the full deployment has",
    ["destroy", "--pull-request", "7", "--deployment", "pr-7"],
    'would be called "pr-7", as the full deployment is',
  ],
])("destroy %s is bad usage", async (_, argv, words) => {
  const { code, err } = await runInTerminal(...argv);
  expect([code, err]).toEqual([3, expect.stringContaining(words)]);
});

it("apply to a branch deployment is for pull requests", async () => {
  const { code, err } = await runInTerminal("apply", "--branch-deployments");
  expect([code, err]).toEqual([3, expect.stringContaining("by the event of its pull request")]);
});
