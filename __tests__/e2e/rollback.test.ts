import { readFile } from "node:fs/promises";
import { afterEach, describe, expect, test, vi } from "vitest";
import { type LiveAccount, openAccount } from "./live-account.ts";
import { type E2eWorld, EXAMPLES, HIDDEN, SHA, shownBy, startWorld, writesOf } from "./world.ts";

const NEXT = "2222222222222222222222222222222222222222";
/** Values the second apply has in place of the first one's. */
const LATER = "l4ter-valu3-of-the-step";

// Each test runs the bundle several times.
vi.setConfig({ testTimeout: 180_000 });

let world: E2eWorld;
let account: LiveAccount;
afterEach(() => world.emulator.close());

const ONLY_INGEST = { locations: "ingest" };

const withoutValues = (): Readonly<Record<string, string>> => {
  const { API_BASE_URL: _url, DATABASE_PASSWORD: _password, ...rest } = world.environment;
  return rest;
};

async function edit(path: string, from: string, to: string): Promise<void> {
  const text = await readFile(`${world.workspace}/${path}`, "utf8");
  expect(text).toContain(from);
  await world.write(path, text.replace(from, to));
}

/** Revision 1 with the first image, revision 2 with another image, another size and other values. */
/** The image of the first revision. */
async function deployedTwice(): Promise<string> {
  world = await startWorld(EXAMPLES);
  account = openAccount(world);
  world.emulator.seed({ kind: "image", repository: "ingest", tags: [NEXT], content: "next" });
  const first = await world.action({ inputs: ONLY_INGEST });
  expect(first.exitCode).toBe(0);
  await edit("dagster_cloud.yaml", 'memory: "1024"', 'memory: "2048"');
  const environment = { ...world.environment, API_BASE_URL: LATER };
  expect((await world.action({ sha: NEXT, runNumber: 2, environment, inputs: ONLY_INGEST })).exitCode).toBe(0);
  expect(await runs()).toBe("2");
  world.emulator.clearCalls();
  const [{ image }] = JSON.parse(first.outputs.locations ?? "") as [{ image: string }];
  return image;
}

const rollback = (runNumber = 3, inputs: Readonly<Record<string, string>> = {}) =>
  world.action({
    sha: NEXT,
    runNumber,
    environment: withoutValues(),
    inputs: { command: "rollback", ...ONLY_INGEST, ...inputs },
  });

const plan = () =>
  world.action({
    sha: NEXT,
    runNumber: 9,
    environment: { ...world.environment, API_BASE_URL: LATER },
    inputs: { command: "plan", ...ONLY_INGEST },
  });

/** The number of the revision that runs. */
async function runs(): Promise<string | undefined> {
  return (await account.service("ingest")).taskDefinition?.split(":").at(-1);
}

async function arnOfRevision(revision: number): Promise<string> {
  return ((await account.service("ingest")).taskDefinition ?? "").replace(/\d+$/, String(revision));
}

describe("back to the revision before the last change", () => {
  test("without the values of any environment; the next plan shows what an apply would change again", async () => {
    await deployedTwice();
    const run = await rollback();
    expect(run.log).not.toContain("::error");
    expect(run.exitCode).toBe(0);
    expect(await runs()).toBe("1");
    expect(run.log).toMatch(/Back to server_\w+:1 \(commit 111111111111\), which it ran before the last change\./);
    expect(run.log).toMatch(/- memory: "2048"\n\s+\+ memory: "1024"/);
    expect(run.log).toMatch(/↶ ingest {2}ingest@sha256:\w+ → ingest@sha256:/);
    expect(run.log).toContain("! API_BASE_URL: changed (hidden: value of a registered revision)");
    expect(run.summary).toContain("put back");
    expect(JSON.parse(run.outputs.summary ?? "")).toMatchObject({ rollback: 1 });
    for (const value of [HIDDEN, LATER]) expect(shownBy(run, world.emulator)).not.toContain(value);
    expect(writesOf(world.emulator)).toEqual(["ecs.TagResource", "ecs.UpdateService"]);
    expect(await account.tags("ingest")).toMatchObject({ commit: SHA, run: "3.1" });
    const next = await plan();
    expect(JSON.parse(next.outputs.summary ?? "")).toMatchObject({ update: 1 });
    expect(next.log).toMatch(/- memory: "1024"\n\s+\+ memory: "2048"/);
  });

  test("the configuration of then finds nothing to do, and need not look", async () => {
    await deployedTwice();
    await rollback();
    await edit("dagster_cloud.yaml", 'memory: "2048"', 'memory: "1024"');
    world.emulator.clearCalls();
    const then = await world.action({ runNumber: 4, inputs: { command: "plan", ...ONLY_INGEST } });
    expect(JSON.parse(then.outputs.summary ?? "")).toMatchObject({ none: 1 });
    expect(world.emulator.calls({ service: "ecs", operation: "DescribeTaskDefinition" })).toEqual([]);
  });

  test("twice goes forward again, and says so", async () => {
    await deployedTwice();
    await rollback();
    const second = await rollback(4);
    expect(second.exitCode).toBe(0);
    expect(second.log).toMatch(/The last change went back to server_\w+:1: this goes forward again, to server_\w+:2/);
    expect(await runs()).toBe("2");
    expect(await account.tags("ingest")).toMatchObject({ commit: NEXT });
    const { outputs } = await plan();
    expect(JSON.parse(outputs.summary ?? "")).toMatchObject({ none: 1 });
  });

  test("new tasks of the same revision are no change", async () => {
    await deployedTwice();
    expect((await rollback(3, { command: "redeploy" })).exitCode).toBe(0);
    expect((await rollback(4)).exitCode).toBe(0);
    expect(await runs()).toBe("1");
  });

  test("one that ECS has undone already does not count, and is told", async () => {
    await deployedTwice();
    await edit("dagster_cloud.yaml", 'memory: "2048"', 'memory: "4096"');
    world.emulator.behave({ image: "*ingest@*", behaviour: { kind: "exit", exitCode: 1, logs: [LATER] } });
    const environment = { ...world.environment, API_BASE_URL: LATER };
    const failed = await world.action({ sha: NEXT, runNumber: 3, environment, inputs: ONLY_INGEST });
    expect(failed.exitCode).toBe(1);
    world.emulator.clearBehaviours();
    const run = await rollback(4);
    expect(run.exitCode).toBe(0);
    expect(run.log).toMatch(/The last change, to server_\w+:3, failed and ECS has undone it already/);
    expect(await runs()).toBe("1");
  });
});

describe("a deregistered revision", () => {
  test("is registered anew, with the values it had, which nobody sees", async () => {
    await deployedTwice();
    await account.deregister(await arnOfRevision(1));
    const run = await rollback();
    expect(run.log).not.toContain("::error");
    expect(run.exitCode).toBe(0);
    expect(run.log).toContain("It is deregistered: its content is registered anew.");
    expect(await runs()).toBe("3");
    const [old, anew] = await Promise.all(
      [1, 3].map(async (revision) => account.taskDefinition(await arnOfRevision(revision))),
    );
    expect(anew?.containerDefinitions).toEqual(old?.containerDefinitions);
    expect([anew?.memory, anew?.taskRoleArn]).toEqual([old?.memory, old?.taskRoleArn]);
    expect(JSON.stringify(anew?.containerDefinitions)).toContain(HIDDEN);
    for (const value of [HIDDEN, LATER]) expect(shownBy(run, world.emulator)).not.toContain(value);
    const second = await rollback(4);
    expect(second.exitCode).toBe(0);
    expect(await runs()).toBe("2");
  });

  test("what died between registering and updating is gone on from, without a second copy", async () => {
    await deployedTwice();
    await account.deregister(await arnOfRevision(1));
    world.emulator.fail({ service: "ecs", operation: "UpdateService", effect: { kind: "accessDenied" } });
    expect((await rollback()).exitCode).toBe(1);
    world.emulator.clearFaults();
    expect(await runs()).toBe("2");
    const { outputs } = await plan();
    expect(JSON.parse(outputs.summary ?? "")).toMatchObject({ none: 1 });
    world.emulator.clearCalls();
    expect((await rollback(4)).exitCode).toBe(0);
    expect(writesOf(world.emulator)).not.toContain("ecs.RegisterTaskDefinition");
    expect(await runs()).toBe("3");
  });

  test("that is being deleted cannot be gone back to", async () => {
    await deployedTwice();
    const arn = await arnOfRevision(1);
    await account.deregister(arn);
    await account.deleteRevision(arn);
    world.emulator.clearCalls();
    const run = await rollback();
    expect(run.exitCode).toBe(1);
    expect(run.log).toMatch(/It ran server_\w+:1 before the last change, but that revision is being deleted/);
    expect(writesOf(world.emulator)).toEqual([]);
  });
});

describe("nothing is written", () => {
  test("when there is nothing to go back to, or an image is given", async () => {
    world = await startWorld(EXAMPLES);
    expect((await world.action()).exitCode).toBe(0);
    world.emulator.clearCalls();
    const run = await world.action({ runNumber: 2, inputs: { command: "rollback" } });
    expect(run.exitCode).toBe(1);
    expect(run.log).toMatch(/"ingest": There is nothing to go back to\. It has never run another revision/);
    const withImage = await world.action({ inputs: { command: "rollback", "image-tag": SHA } });
    expect(withImage.log).toContain("An image is given, but a rollback takes that of the old revision.");
    expect(writesOf(world.emulator)).toEqual([]);
  });

  test("when the image of the revision is gone", async () => {
    await deployedTwice();
    const old = await account.taskDefinition(await arnOfRevision(1));
    await account.deleteImage("ingest", old.containerDefinitions?.[0]?.image?.split("@")[1] ?? "");
    const run = await rollback();
    expect(run.exitCode).toBe(1);
    expect(run.log).toContain("No task of this revision can start without it");
    expect(writesOf(world.emulator)).toEqual([]);
    expect(await runs()).toBe("2");
  });
});

test("where ECS's record may not be read, the revision before by its number is taken, with a warning", async () => {
  await deployedTwice();
  world.emulator.fail({ service: "ecs", operation: "ListServiceDeployments", effect: { kind: "accessDenied" } });
  const run = await rollback();
  expect(run.log).toMatch(/ECS's record of its rollouts cannot be read: .*whether it ever worked is not known/);
  expect(run.exitCode).toBe(0);
  expect(await runs()).toBe("1");
});

test("a rollback that fails is red, with the explanation and no value of the old revision", async () => {
  const image = await deployedTwice();
  world.emulator.behave({
    image,
    behaviour: {
      kind: "exit",
      exitCode: 1,
      logs: ["ModuleNotFoundError: No module named 'x'", `url ${HIDDEN} ${LATER}`],
    },
  });
  const run = await rollback();
  expect(run.exitCode).toBe(1);
  for (const text of [run.log, run.summary]) {
    expect(text).toContain("Python could not import the code");
    expect(text).toContain("exited with code 1");
  }
  expect(JSON.parse(run.outputs.locations ?? "")).toMatchObject([{ action: "rollback", status: "rolled-back" }]);
  for (const value of [HIDDEN, LATER]) expect(shownBy(run, world.emulator)).not.toContain(value);
  world.emulator.clearBehaviours();
  const again = await rollback(4);
  expect(again.exitCode).toBe(0);
  expect(again.log).toMatch(/A rollback to server_\w+:1 failed already, and ECS has undone it: this tries it again\./);
  expect(await runs()).toBe("1");
});

test("a cancelled rollback says what it did; the next one watches it instead of undoing it", async () => {
  await deployedTwice();
  // Its tasks do not come up before it is cancelled.
  world.emulator.behave({ image: "*ingest@*", behaviour: { kind: "neverStarts" } });
  const run = await world.action({
    sha: NEXT,
    runNumber: 3,
    environment: withoutValues(),
    inputs: { command: "rollback", ...ONLY_INGEST },
    cancelWhen: /0 of 1 tasks running/,
  });
  expect(run.exitCode).toBe(1);
  expect(run.log).toContain("the run was interrupted while the rollout was going on");
  expect(await runs()).toBe("1");
  const planned = await plan();
  expect(JSON.parse(planned.outputs.summary ?? "")).toMatchObject({ update: 1 });
  world.emulator.clearCalls();
  const next = await rollback(4, { "wait-timeout-minutes": "1" });
  expect(next.log).toMatch(/A rollback to server_\w+:1 is going on already: it is watched to its end\./);
  expect(next.log).toContain("the tasks did not start within 1 minute");
  expect(next.exitCode).toBe(1);
  expect(writesOf(world.emulator)).toEqual([]);
  expect(await runs()).toBe("1");
});
