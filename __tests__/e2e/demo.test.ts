import { spawnSync } from "node:child_process";
import { expect, test } from "vitest";

test("the demo shows a plan, an apply, nothing to do, and a failure explained", () => {
  const script = new URL("../../demo/run.ts", import.meta.url).pathname;
  const { status, stdout, stderr } = spawnSync(process.execPath, [script], { encoding: "utf8" });
  expect(stderr).toBe("");
  expect(status).toBe(0);
  expect(stdout).toContain("3 to create");
  expect(stdout).toContain("3 succeeded");
  expect(stdout).toContain("No changes");
  expect(stdout).toContain("ModuleNotFoundError: No module named 'dagster'");
  expect(stdout).not.toContain("https://api.internal.example.com");
});
