import { expect, it } from "vitest";
import { runTerminal } from "../../src/cli.ts";
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

it("help names every command", async () => {
  const { code, out } = await runInTerminal("--help");
  expect(code).toBe(0);
  for (const command of ["validate", "render", "plan", "apply", "schema"]) expect(out).toMatch(`\n  ${command} `);
});
