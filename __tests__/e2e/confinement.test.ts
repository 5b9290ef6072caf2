import { mkdir, mkdtemp, readFile, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { type E2eWorld, EXAMPLES, pullRequestEvent, startWorld, writesOf } from "./world.ts";

// A pull request that points the action, which has the credentials, at files that are not the repository's.

const SECRET = "n0t-for-0thers";

let world: E2eWorld;
let elsewhere: string;
beforeAll(async () => {
  world = await startWorld(EXAMPLES);
  elsewhere = await mkdtemp(join(tmpdir(), "elsewhere-"));
});
afterAll(() => world.emulator.close());

const plan = (inputs: Readonly<Record<string, string>> = {}) =>
  world.action({ event: pullRequestEvent(), inputs: { "missing-image": "keep", ...inputs } });

describe("a file of the checkout that is a link to elsewhere", () => {
  let own: Buffer;
  beforeEach(async () => {
    own = await readFile(join(world.workspace, "dagster_cloud.yaml"));
    await writeFile(join(elsewhere, "credentials"), `locations:\n  - ${SECRET}: [\n`);
  });
  afterEach(async () => {
    await rm(join(world.workspace, "dagster_cloud.yaml"), { force: true });
    await writeFile(join(world.workspace, "dagster_cloud.yaml"), own);
  });

  test.each(["../elsewhere", "/proc/self/environ"])("is not read: %s", async (target) => {
    const place = join(world.workspace, "dagster_cloud.yaml");
    await rm(place);
    await symlink(target.startsWith("/proc") ? target : join(elsewhere, "credentials"), place);
    for (const inputs of [{}, { "config-file": "*.yaml" }, { command: "validate" }]) {
      const run = await plan(inputs);
      expect(run.exitCode).toBe(1);
      expect(run.log).toContain("dagster_cloud.yaml leads out of the checkout.");
      expect(`${run.log}${run.summary}`).not.toContain(SECRET);
      expect(`${run.log}${run.summary}`).not.toContain("AWS_SECRET_ACCESS_KEY");
    }
  });

  test("is not written as the plan file, and the run says so", async () => {
    await writeFile(join(elsewhere, "profile"), "before");
    await symlink(join(elsewhere, "profile"), join(world.workspace, "plan.json"));
    const run = await plan({ "plan-file": "plan.json" });
    expect(run.exitCode).toBe(1);
    expect(run.log).toContain("plan.json leads out of the checkout: it is not written.");
    expect(await readFile(join(elsewhere, "profile"), "utf8")).toBe("before");
    await rm(join(world.workspace, "plan.json"));
  });
});

test.each(["../plan.json", "/etc/dagster-plan.json"])("a plan file outside is refused: %s", async (path) => {
  const run = await plan({ "plan-file": path });
  expect(run.exitCode).toBe(1);
  expect(run.log).toContain("leads out of the checkout: it is not written.");
});

test("projects of a dg workspace that lie elsewhere are not read", async () => {
  await mkdir(join(elsewhere, "project"));
  await writeFile(join(elsewhere, "project/dg.toml"), `directory_type = "project"\n# ${SECRET}\n`);
  const path = `../${elsewhere.split("/").at(-1)}/project`;
  await world.write(
    "ws/dg.toml",
    `directory_type = "workspace"\n[workspace]\n[[workspace.projects]]\npath = "../${path}"\n`,
  );
  const run = await plan({ "config-file": "ws/dg.toml" });
  expect(run.exitCode).toBe(1);
  expect(run.log).toContain("leads out of the checkout.");
  expect(`${run.log}${run.summary}`).not.toContain(SECRET);
  expect(writesOf(world.emulator)).toEqual([]);
});

test("hosts that look like a registry of Amazon's are not called", async () => {
  const images = ["evil.com", "us-east-1.amazonaws.com.evil.com", "us-east-1.evil.com", "evil.com#.amazonaws.com"].map(
    (host) => `ingest=123456789012.dkr.ecr.${host}/x:1`,
  );
  for (const image of images) {
    world.emulator.clearCalls();
    await plan({ images: image, locations: "ingest" });
    expect(world.emulator.calls({ service: "ecr" })).toEqual([]);
  }
});
