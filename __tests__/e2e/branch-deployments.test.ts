import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type BranchWorld, startBranchWorld } from "./branch-world.ts";
import { HIDDEN, shownBy, writesOf } from "./world.ts";

const sha = (digit: string): string => digit.repeat(40);

let world: BranchWorld;
beforeAll(async () => {
  world = await startBranchWorld();
  // What the pull request changes: so there is a plan to comment.
  await world.write("dagster_cloud.yaml", (await worldFile()).replace("module_name: etl", "module_name: etl1"));
});
afterAll(() => world.emulator.close());

const runningOf = (name: string) =>
  world.account().tasks.filter(({ group, lastStatus }) => group.includes(name) && lastStatus === "RUNNING").length;

/** The environment of the newest registered revision of a family that has this in its name. */
function registeredEnvironment(part: string): Readonly<Record<string, string>> {
  const registered = world.emulator
    .calls({ service: "ecs", operation: "RegisterTaskDefinition" })
    .map(({ request }) => request as { family: string; containerDefinitions: { environment: EnvironmentEntry[] }[] })
    .filter(({ family }) => family.includes(part))
    .at(-1);
  const entries = registered?.containerDefinitions[0]?.environment ?? [];
  return Object.fromEntries(entries.map(({ name, value }) => [name, value]));
}

interface EnvironmentEntry {
  readonly name: string;
  readonly value: string;
}

describe("a pull request", { timeout: 240_000 }, () => {
  test("that opens is planned for the full deployment and applied to its own, in two comments", async () => {
    const before = await world.rest();
    const run = await world.pull("opened", { headSha: sha("1") });
    expect(run.log).not.toContain("::error");
    expect(run.exitCode).toBe(0);
    const [plan = "", branch = "", ...more] = world.commentsOn(7);
    expect(more).toEqual([]);
    expect(plan).toContain("plan for `prod`");
    expect(branch).toContain("Dagster branch deployment pr-7");
    expect(branch).toMatch(/`etl-pr-7-[0-9a-f]{6}\.code\.internal:4000`/);
    expect(branch).toContain("Runs in cluster `dagster` in `us-east-1`");
    for (const text of ["plan for `prod`", "Dagster branch deployment pr-7"]) expect(run.summary).toContain(text);
    // The outputs are those of the branch deployment; the address is that of the plan.
    expect(run.outputs.deployment).toBe("pr-7");
    expect(JSON.parse(run.outputs.locations ?? "[]")).toMatchObject([
      { name: "etl", status: "succeeded", hostname: expect.stringMatching(/^etl-pr-7-/) },
      { name: "report (v2)!", status: "succeeded" },
    ]);
    expect(run.outputs["comment-url"]).toContain("issuecomment-");
    expect(await world.rest()).toBe(before);
    expect(shownBy(run, world.emulator)).not.toContain(HIDDEN);
  });

  test("gives its code what Dagster+ tells code about a branch", () => {
    expect(registeredEnvironment("_pr-7_")).toMatchObject({
      DAGSTER_CLOUD_DEPLOYMENT_NAME: "pr-7",
      DAGSTER_CLOUD_IS_BRANCH_DEPLOYMENT: "1",
      DAGSTER_CLOUD_PULL_REQUEST_ID: "7",
      DAGSTER_CLOUD_PULL_REQUEST_STATUS: "OPEN",
      DAGSTER_CLOUD_GIT_SHA: sha("1"),
      DAGSTER_CLOUD_GIT_BRANCH: "feature/new-etl",
      DAGSTER_CLOUD_GIT_REPO: "example/data",
    });
    const full = registeredEnvironment("_prod_");
    expect(full).toMatchObject({ DAGSTER_CLOUD_DEPLOYMENT_NAME: "prod", DAGSTER_CLOUD_IS_BRANCH_DEPLOYMENT: "0" });
    expect(Object.keys(full).filter((name) => /GIT|PULL_REQUEST/.test(name))).toEqual([]);
  });

  test("that is labeled without a push changes nothing", async () => {
    world.emulator.clearCalls();
    const run = await world.pull("labeled", { headSha: sha("1") });
    expect(run.exitCode).toBe(0);
    expect(writesOf(world.emulator)).toEqual([]);
    expect(world.commentsOn(7)).toHaveLength(2);
  });

  test("that asks for a redeploy gets it in its branch deployment", async () => {
    const before = await world.rest();
    const run = await world.pull("labeled", { inputs: { command: "redeploy", locations: "etl" } });
    expect(run.log).not.toContain("::error");
    expect(run.exitCode).toBe(0);
    expect(run.outputs.deployment).toBe("pr-7");
    expect(JSON.parse(run.outputs.summary ?? "")).toMatchObject({ redeploy: 1 });
    expect(await world.rest()).toBe(before);
  });

  test("that was scaled down by a removal which got no further is started again", async () => {
    const killed = await world.pull("closed", {
      killWhen: world.killAt({ service: "ecs", operation: "DeleteService", when: "before" }),
    });
    world.emulator.clearFaults();
    expect(killed.exitCode).toBeNull();
    const run = await world.pull("reopened", { headSha: sha("1") });
    expect(run.log).not.toContain("::error");
    expect(run.exitCode).toBe(0);
    expect(runningOf("pr-7")).toBe(2);
  });

  test("that is red in one half is red, and the other half is done", async () => {
    world.emulator.behave({ family: "*_pr-7_etl_*", behaviour: { kind: "exit", exitCode: 1, logs: ["no module"] } });
    const apply = await world.pull("synchronize", { headSha: sha("3") });
    world.emulator.clearBehaviours();
    expect(apply.exitCode).toBe(1);
    const [plan = "", branch = ""] = world.commentsOn(7);
    expect(plan).toContain("1 to update, 1 unchanged.");
    expect(branch).toContain("no module");
    expect(apply.outputs.locations).toContain('"name":"report (v2)!","action":"update","status":"succeeded"');

    await world.write("dagster_cloud.yaml", (await worldFile()).replace("module_name: etl1", "module_name: etl2"));
    const planned = await world.pull("synchronize", { headSha: sha("4"), inputs: { "fail-on-changes": "true" } });
    expect(planned.exitCode).toBe(1);
    expect(JSON.parse(planned.outputs.locations ?? "[]")).toMatchObject([
      { status: "succeeded" },
      { status: "succeeded" },
    ]);
  });

  test("whose configuration is not valid is told once, and not applied", async () => {
    const valid = await worldFile();
    await world.write("dagster_cloud.yaml", valid.replace("module_name: etl2", "modul_name: etl2"));
    world.emulator.clearCalls();
    const run = await world.pull("synchronize", { headSha: sha("4") });
    await world.write("dagster_cloud.yaml", valid);
    expect(run.exitCode).toBe(1);
    expect(run.log.match(/^::error /gm)).toHaveLength(1);
    expect(writesOf(world.emulator)).toEqual([]);
  });

  test("that drops a location loses it with prune; one that is not selected stays as it is", async () => {
    const valid = await worldFile();
    await world.write("dagster_cloud.yaml", valid.split(/^ {2}- location_name: report/m)[0] ?? "");
    const kept = await world.pull("synchronize", { headSha: sha("5") });
    expect(JSON.parse(kept.outputs.summary ?? "")).toMatchObject({ update: 1, delete: 0 });
    const pruned = await world.pull("synchronize", { headSha: sha("5"), inputs: { prune: "true" } });
    expect(pruned.exitCode).toBe(0);
    expect(JSON.parse(pruned.outputs.summary ?? "")).toMatchObject({ none: 1, delete: 1 });
    expect(world.left().filter((one) => one.includes("report"))).toEqual([]);
    await world.write("dagster_cloud.yaml", valid);
    const selected = await world.pull("synchronize", { headSha: sha("6"), inputs: { locations: "report*" } });
    expect(selected.exitCode).toBe(0);
    expect(JSON.parse(selected.outputs.locations ?? "")).toMatchObject([{ name: "report (v2)!", action: "create" }]);
    expect(runningOf("pr-7")).toBe(2);
  });

  test("that is open again by now keeps it, though the run of its closing comes late", async () => {
    world.emulator.clearCalls();
    const run = await world.pull("closed", { stateByNow: "open" });
    expect(run.exitCode).toBe(0);
    expect(run.log).toContain("Pull request 7 is open again by now: its branch deployment stays.");
    expect(writesOf(world.emulator)).toEqual([]);
  });

  test("that closes loses everything, without a checkout, and its comment says so", async () => {
    const before = await world.rest();
    const run = await world.pull("closed", { merged: true });
    expect(run.log).not.toContain("::error");
    expect(run.exitCode).toBe(0);
    expect(run.log).toContain("Plan for branch deployment pr-7");
    expect(run.log).toMatch(/etl: the ECS service stops its tasks/);
    expect(run.summary).toContain("Dagster branch deployment pr-7 is removed");
    expect(run.summary).toMatch(/removed the ECS service, its Cloud Map service, \d+ task definition revisions/);
    expect(JSON.parse(run.outputs.summary ?? "")).toMatchObject({ delete: 2 });
    expect(world.left()).toEqual([]);
    expect(await world.rest()).toBe(before);
    const [, branch = "", ...more] = world.commentsOn(7);
    expect(more).toEqual([]);
    expect(branch).toContain("Dagster branch deployment pr-7 is removed");
    expect(branch).not.toContain("code.internal");

    const again = await world.pull("closed");
    expect(again.exitCode).toBe(0);
    expect(again.log).toContain("There is no branch deployment of pull request 7 in the cluster dagster");
  });

  test("that is closed by now, in a run that comes late, gets nothing", async () => {
    world.emulator.clearCalls();
    const run = await world.pull("synchronize", { headSha: sha("1"), stateByNow: "closed" });
    expect(run.exitCode).toBe(0);
    expect(run.log).toContain("Pull request 7 is closed by now");
    expect(writesOf(world.emulator)).toEqual([]);
  });

  test("without branch deployments is left alone when it closes", async () => {
    world.emulator.clearCalls();
    const run = await world.pull("closed", { inputs: { "branch-deployments": "false" } });
    expect(run.exitCode).toBe(0);
    expect(run.log).toContain("The pull request is closed: there is nothing to do.");
    expect(world.emulator.calls()).toEqual([]);
  });
});

describe("nothing is written", { timeout: 240_000 }, () => {
  test.each<[string, { event?: string; headRepository?: string }]>([
    ["a fork", { headRepository: "stranger/data" }],
    ["pull_request_target", { event: "pull_request_target" }],
  ])("for %s, whatever the inputs say", async (_, origin) => {
    world.emulator.clearCalls();
    for (const action of ["opened", "closed"]) {
      const run = await world.pull(action, { ...origin, checkout: true, headSha: sha("1") });
      expect(run.exitCode).toBe(0);
    }
    for (const command of ["apply", "destroy", "sweep"]) {
      const inputs = { command, "pull-request": "7", adopt: "true", prune: "true" };
      const run = await world.pull("opened", { ...origin, inputs });
      expect(run.exitCode).toBe(1);
      expect(run.log).toMatch(new RegExp(`may plan, but not ${command}`));
    }
    expect(writesOf(world.emulator)).toEqual([]);
  });

  test("to the full deployment, be it that a branch has its name", async () => {
    world.emulator.clearCalls();
    const named = { "branch-deployment-name": "{branch}" };
    const same = await world.pull("opened", { headRef: "prod", inputs: named });
    expect(same.exitCode).toBe(1);
    expect(same.log).toContain('would be called "prod", as the full deployment is');
    // Another full deployment of the same configuration, which this workflow knows nothing of.
    const other = await world.pull("opened", { headRef: "prod", inputs: { ...named, deployment: "staging" } });
    expect(other.exitCode).toBe(1);
    expect(other.log).toMatch(
      /belongs to location "etl" of deployment "prod".*not to .*pull request 7's branch deployment/,
    );
    expect(writesOf(world.emulator)).toEqual([]);
    expect(world.commentsOn(7).at(-1)).toContain("Refused: nothing was written to AWS.");
    const destroyed = await world.pull("closed", { headRef: "prod", inputs: named });
    expect(destroyed.exitCode).toBe(1);
    expect(writesOf(world.emulator)).toEqual([]);
  });
});

async function worldFile(): Promise<string> {
  const { readFile } = await import("node:fs/promises");
  return readFile(`${world.workspace}/dagster_cloud.yaml`, "utf8");
}
