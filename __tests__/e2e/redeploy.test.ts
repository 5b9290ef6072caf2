import { afterEach, describe, expect, test, vi } from "vitest";
import { type LiveAccount, openAccount } from "./live-account.ts";
import { type E2eWorld, EXAMPLES, HIDDEN, pullRequestEvent, SHA, shownBy, startWorld, writesOf } from "./world.ts";

const NEXT = "2222222222222222222222222222222222222222";

// Each test runs the bundle several times.
vi.setConfig({ testTimeout: 180_000 });

let world: E2eWorld;
let account: LiveAccount;
afterEach(() => world.emulator.close());

/** Everything but what a step needs to talk to AWS. */
const withoutValues = (): Readonly<Record<string, string>> => {
  const { API_BASE_URL: _url, DATABASE_PASSWORD: _password, ...rest } = world.environment;
  return rest;
};

async function deployedExamples(): Promise<void> {
  world = await startWorld(EXAMPLES);
  account = openAccount(world);
  const run = await world.action();
  expect(run.log).not.toContain("::error");
  world.emulator.clearCalls();
}

/** A run of the command, without the values that an apply would need. */
const redeploy = (inputs: Readonly<Record<string, string>> = {}, runNumber = 2) =>
  world.action({ runNumber, sha: NEXT, environment: withoutValues(), inputs: { command: "redeploy", ...inputs } });

const plan = (inputs: Readonly<Record<string, string>> = {}) =>
  world.action({ runNumber: 9, inputs: { command: "plan", "image-tag": SHA, ...inputs } });

describe("without an image", () => {
  test("new tasks of the same revision; the service keeps everything else, and the next plan is empty", async () => {
    await deployedExamples();
    const before = await account.service("ingest");
    const tagsBefore = await account.tags("ingest");
    const run = await redeploy({ locations: "ingest" });
    expect(run.log).not.toContain("::error");
    expect(run.exitCode).toBe(0);
    expect(run.log).toContain("New tasks of the revision it runs");
    expect(JSON.parse(run.outputs.summary ?? "")).toMatchObject({ redeploy: 1, none: 0 });
    expect(JSON.parse(run.outputs.locations ?? "")).toMatchObject([
      { name: "ingest", action: "redeploy", status: "succeeded", taskDefinitionArn: before.taskDefinition, port: 4000 },
    ]);
    const after = await account.service("ingest");
    expect(after.deployments?.[0]?.id).not.toBe(before.deployments?.[0]?.id);
    const kept = ({ deployments: _d, events: _e, tags: _t, ...rest }: typeof before) => ({
      ...rest,
      currentServiceDeployment: undefined,
      currentServiceRevisions: undefined,
    });
    expect(kept(after)).toEqual(kept(before));
    expect(await account.tags("ingest")).toEqual({ ...tagsBefore, run: "2.1", "run-id": "1002" });
    expect(writesOf(world.emulator)).toEqual(["ecs.TagResource", "ecs.UpdateService"]);
    const { outputs } = await plan();
    expect(JSON.parse(outputs.summary ?? "")).toMatchObject({ none: 3, redeploy: 0 });
  });

  test("says what stands in its way, and touches nothing: no service, somebody else's, an image that is gone", async () => {
    world = await startWorld(EXAMPLES);
    account = openAccount(world);
    expect((await world.action({ inputs: { locations: "ingest,reporting" } })).exitCode).toBe(0);
    world.emulator.clearCalls();
    const missing = await redeploy();
    expect(missing.exitCode).toBe(1);
    expect(missing.log).toMatch(/"transform": Nothing runs this location yet: apply creates its ECS service/);
    const foreign = await world.action({
      repository: "example/other",
      inputs: { command: "redeploy", locations: "ingest" },
    });
    expect(foreign.exitCode).toBe(1);
    expect(foreign.log).toMatch(
      /belongs to location "ingest" of deployment "(\w+)" from "example\/data:dagster_cloud\.yaml", not to location "ingest" of deployment "\1" from "example\/other:dagster_cloud\.yaml"/,
    );
    const { containerDefinitions } = await account.taskDefinition(
      (await account.service("ingest")).taskDefinition ?? "",
    );
    await account.deleteImage("ingest", containerDefinitions?.[0]?.image?.split("@")[1] ?? "");
    const gone = await redeploy({ locations: "ingest" });
    expect(gone.exitCode).toBe(1);
    expect(gone.log).toContain("No task of this revision can start without it");
    for (const event of [pullRequestEvent({ fork: true }), pullRequestEvent({ name: "pull_request_target" })]) {
      expect((await world.action({ event, inputs: { command: "redeploy" } })).exitCode).toBe(1);
    }
    const withFile = await redeploy({ "plan-file": "plan.json" });
    expect(withFile.log).toContain("plan-file is given");
    expect(writesOf(world.emulator).filter((write) => !write.startsWith("ecr."))).toEqual([]);
  });

  test("a cluster that only a variable names must be known", async () => {
    await deployedExamples();
    const { readFile } = await import("node:fs/promises");
    const text = await readFile(`${world.workspace}/dagster.yaml`, "utf8");
    await world.write("dagster.yaml", text.replace("cluster: dagster", "cluster: {env: CLUSTER}"));
    const unknown = await redeploy({ locations: "ingest" });
    expect(unknown.exitCode).toBe(1);
    expect(unknown.log).toContain("CLUSTER");
    expect((await redeploy({ locations: "ingest", cluster: "dagster" })).exitCode).toBe(0);
  });
});

describe("with an image", () => {
  test("a revision that differs in the image only; the next plan tells what an apply would change", async () => {
    await deployedExamples();
    const { digest } = world.emulator.seed({ kind: "image", repository: "ingest", tags: [NEXT], content: "next" });
    const before = await account.service("ingest");
    const run = await redeploy({ locations: "ingest", "image-tag": NEXT });
    expect(run.log).not.toContain("::error");
    expect(run.exitCode).toBe(0);
    expect(run.log).toContain("Another image; everything else stays as it runs");
    expect(shownBy(run, world.emulator)).not.toContain(HIDDEN);
    const after = await account.service("ingest");
    const [old, next] = await Promise.all(
      [before, after].map(({ taskDefinition = "" }) => account.taskDefinition(taskDefinition)),
    );
    expect(next?.revision).toBe(2);
    const image = `123456789012.dkr.ecr.us-east-1.amazonaws.com/ingest@${digest}`;
    expect(next?.containerDefinitions?.[0]?.image).toBe(image);
    expect(next?.containerDefinitions?.[0]?.environment).toContainEqual({ name: "API_BASE_URL", value: HIDDEN });
    const oldImage = old?.containerDefinitions?.[0]?.image ?? "";
    expect(JSON.parse(JSON.stringify(next?.containerDefinitions).replaceAll(image, oldImage))).toEqual(
      old?.containerDefinitions,
    );
    expect(await account.tags("ingest")).toMatchObject({ commit: SHA, run: "2.1" });
    const withOld = await plan();
    expect(JSON.parse(withOld.outputs.summary ?? "")).toMatchObject({ update: 1, none: 2 });
    expect(withOld.log).toMatch(/~ ingest +update +rolling restart +image$/m);
    world.emulator.clearCalls();
    const withNext = await plan({ "image-tag": NEXT, locations: "ingest" });
    expect(JSON.parse(withNext.outputs.summary ?? "")).toMatchObject({ none: 1 });
    // The fingerprint answers: nobody need look.
    expect(world.emulator.calls({ service: "ecs", operation: "DescribeTaskDefinition" })).toEqual([]);
  });

  test("the same content under another tag says so; a fixed image needs `images`; a missing one stops everything", async () => {
    await deployedExamples();
    world.emulator.seed({ kind: "image", repository: "ingest", tags: [NEXT], content: `ingest ${SHA}` });
    const run = await redeploy({ locations: "ingest,reporting", "image-tag": NEXT, "on-failure": "leave" });
    expect(run.log).not.toContain("::error");
    expect(run.exitCode).toBe(0);
    expect(run.log).toContain("If this rollout fails, ECS goes back to what runs now: on-failure differs");
    expect(run.log).toContain("It runs this image already: new tasks of the same revision");
    expect(run.log).toContain("image-tag has no effect on it: the configuration names its image.");
    expect(writesOf(world.emulator)).not.toContain("ecs.RegisterTaskDefinition");
    world.emulator.clearCalls();
    const reporting = "123456789012.dkr.ecr.us-east-1.amazonaws.com/reporting";
    const inputs = { locations: "ingest,reporting", images: `reporting=${reporting}:nowhere` };
    const missing = await redeploy(inputs, 3);
    expect(missing.exitCode).toBe(1);
    expect(missing.log).toContain(`${reporting}:nowhere`);
    const unverified = await redeploy({ ...inputs, verify: "false" }, 4);
    expect(unverified.log).toContain("is not in ECR");
    const refused = await redeploy({ locations: "ingest", "allowed-registries": "*/reporting" }, 5);
    expect(refused.log).toContain("is not one that may be deployed");
    expect(writesOf(world.emulator)).toEqual([]);
  });

  test("what died between registering and updating is gone on from", async () => {
    await deployedExamples();
    world.emulator.seed({ kind: "image", repository: "ingest", tags: [NEXT], content: "next" });
    world.emulator.fail({ service: "ecs", operation: "UpdateService", effect: { kind: "accessDenied" } });
    expect((await redeploy({ locations: "ingest", "image-tag": NEXT })).exitCode).toBe(1);
    world.emulator.clearFaults();
    const between = await plan();
    expect(JSON.parse(between.outputs.summary ?? "")).toMatchObject({ none: 3 });
    world.emulator.clearCalls();
    expect((await redeploy({ locations: "ingest", "image-tag": NEXT }, 3)).exitCode).toBe(0);
    expect(writesOf(world.emulator)).not.toContain("ecs.RegisterTaskDefinition");
    expect((await account.service("ingest")).taskDefinition).toMatch(/:2$/);
  });

  test("with load-check, an image whose code cannot be imported never reaches the service", async () => {
    await deployedExamples();
    world.emulator.seed({ kind: "image", repository: "ingest", tags: [NEXT], content: "next" });
    const behaviour = { kind: "exit", exitCode: 1, logs: ["ModuleNotFoundError: No module named 'pandas'"] } as const;
    world.emulator.behave({ image: "*ingest@*", launchedBy: "run", behaviour });
    const run = await redeploy({ locations: "ingest", "image-tag": NEXT, "load-check": "true" });
    expect(run.exitCode).toBe(1);
    expect(run.summary).toContain("The service was not touched.");
    const [check] = world.emulator.calls({ service: "ecs", operation: "RunTask" });
    expect(JSON.stringify(check?.request)).toContain('"--module-name","ingest.definitions"');
    expect(writesOf(world.emulator)).not.toContain("ecs.UpdateService");
    expect((await account.service("ingest")).taskDefinition).toMatch(/:1$/);
  });

  test("one that fails is red and explained, and stops no other", async () => {
    await deployedExamples();
    world.emulator.seed({ kind: "image", repository: "transform", tags: [NEXT], content: "transform, next" });
    const broken = world.emulator.seed({ kind: "image", repository: "ingest", tags: [NEXT], content: "ingest, next" });
    world.emulator.behave({
      image: `*ingest@${broken.digest}`,
      behaviour: { kind: "exit", exitCode: 1, logs: ["ModuleNotFoundError: No module named 'x'", `url ${HIDDEN}`] },
    });
    const run = await redeploy({ locations: "ingest,transform", "image-tag": NEXT });
    expect(run.exitCode).toBe(1);
    expect(run.summary).toContain("Python could not import the code");
    const locations = JSON.parse(run.outputs.locations ?? "") as { name: string; status: string }[];
    expect(locations.map(({ name, status }) => `${name} ${status}`)).toEqual([
      "ingest rolled-back",
      "transform succeeded",
    ]);
    // Nobody gave this run the value: it is known from the revision, and taken out of what the task wrote.
    expect(shownBy(run, world.emulator)).not.toContain(HIDDEN);
  });
});
