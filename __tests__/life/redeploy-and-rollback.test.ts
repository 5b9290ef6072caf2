import { afterEach, beforeEach, expect, test } from "vitest";
import { describeResult, type LifeWorld, type Run, startLife } from "./world.ts";

// Redeploys and rollbacks that follow one another.

let life: LifeWorld;
let runId = 1_000;
beforeEach(async () => {
  life = await startLife();
  runId = 1_000;
});
afterEach(() => life.close());

/** Runs a command on a location whose configuration asks for the image of this tag; what it said. */
async function run(command: Run["command"], tag: string, inputs: Record<string, string> = {}): Promise<string> {
  runId += 1;
  const image = `${life.account.repositoryUris.code}:${tag}`;
  const workspace = `locations:\n  - { location_name: a, image: "${image}", code_source: { module_name: a } }\n`;
  const result = await life.run({ command, workspace, runId, inputs });
  const steps = result.kind === "applied" ? result.run.plan.steps : [];
  return [...steps.map(({ reason }) => reason.text), describeResult(result)].join("\n");
}

/** Number of the revision that the service is on. */
function revision(): number {
  const { services } = life.emulator.state() as { services: { status: string; taskDefinition: string }[] };
  return Number(
    services
      .find(({ status }) => status === "ACTIVE")
      ?.taskDefinition.split(":")
      .at(-1),
  );
}

test("new tasks of a revision that was gone back to are not taken for the rollback", async () => {
  await run("apply", "1");
  await run("apply", "2");
  await run("rollback", "2");
  expect(revision()).toBe(1);
  await run("redeploy", "2", { wait: "false" });
  expect(await run("rollback", "2")).toMatch(/this goes forward again, to .*:2 [\s\S]*succeeded/);
  expect(revision()).toBe(2);
});

test("but a rollback whose tasks are replaced before it has ended still goes on", async () => {
  await run("apply", "1");
  await run("apply", "2");
  await run("rollback", "2", { wait: "false" });
  await run("redeploy", "2", { wait: "false" });
  expect(await run("rollback", "2")).toContain("A rollback to server_acme_prod_a_86f7e437:1 is going on already");
  expect(revision()).toBe(1);
});
