import { afterEach, describe, expect, test } from "vitest";
import { type E2eWorld, EXAMPLES, HIDDEN, pullRequestEvent, shownBy, startWorld, writesOf } from "./world.ts";

const NEXT = "2222222222222222222222222222222222222222";

let world: E2eWorld;
afterEach(() => world.emulator.close());

async function deployedExamples(): Promise<E2eWorld> {
  world = await startWorld(EXAMPLES);
  const run = await world.action();
  expect(run.log).not.toContain("::error");
  expect(run.exitCode).toBe(0);
  world.emulator.clearCalls();
  return world;
}

function pushImage(repository: string, content: string): string {
  world.emulator.seed({ kind: "image", repository, tags: [NEXT], content });
  return `*${repository}@*`;
}

describe("a rollout that the circuit breaker rolls back", () => {
  test("fails the run and names the stopped task's reason, exit code and last log lines", async () => {
    await deployedExamples();
    pushImage("ingest", "ingest that cannot be imported");
    pushImage("transform", "transform, next");
    world.emulator.behave({
      image: "*ingest@*",
      behaviour: {
        kind: "transient",
        // The circuit breaker bears three; the revision it goes back to works.
        times: 3,
        first: {
          kind: "exit",
          exitCode: 1,
          afterSeconds: 3,
          logs: ["Traceback (most recent call last):", "ModuleNotFoundError: No module named 'ingest.definitions'"],
        },
      },
    });
    const run = await world.action({ sha: NEXT, runNumber: 2 });
    expect(run.exitCode).toBe(1);
    for (const text of [run.log, run.summary]) {
      expect(text).toContain("Essential container in task exited");
      expect(text).toMatch(/exit(ed)?( with)?( code)? 1/i);
      expect(text).toContain("ModuleNotFoundError: No module named 'ingest.definitions'");
      expect(text).toContain("Python could not import the code");
    }
    const locations = JSON.parse(run.outputs.locations ?? "") as { name: string; status: string }[];
    expect(Object.fromEntries(locations.map(({ name, status }) => [name, status]))).toEqual({
      ingest: "rolled-back",
      reporting: "unchanged",
      transform: "succeeded",
    });
    expect(shownBy(run, world.emulator)).not.toContain(HIDDEN);
  });

  test("the next run tries again with the revision that is registered already", async () => {
    await deployedExamples();
    const image = pushImage("ingest", "ingest, broken");
    world.emulator.behave({ image, behaviour: { kind: "exit", exitCode: 1 } });
    expect((await world.action({ sha: NEXT, runNumber: 2, inputs: { locations: "ingest" } })).exitCode).toBe(1);
    world.emulator.clearBehaviours();
    world.emulator.clearCalls();
    const again = await world.action({ sha: NEXT, runNumber: 3, inputs: { locations: "ingest" } });
    expect(again.log).not.toContain("::error");
    expect(again.exitCode).toBe(0);
    expect(writesOf(world.emulator)).not.toContain("ecs.RegisterTaskDefinition");
  });
});

describe("a first rollout that fails", () => {
  test("says that there is nothing to go back to, and the next plan is not empty", async () => {
    world = await startWorld(EXAMPLES);
    world.emulator.behave({ image: "*reporting*", behaviour: { kind: "cannotPull" } });
    const run = await world.action();
    expect(run.exitCode).toBe(1);
    expect(run.log).toContain("CannotPullContainerError");
    expect(run.log).toContain("there was no earlier revision that worked to go back to");
    world.emulator.clearBehaviours();
    const plan = await world.action({ event: pullRequestEvent(), runNumber: 2 });
    expect(JSON.parse(plan.outputs.summary ?? "")).toMatchObject({ redeploy: 1, none: 2 });
    const again = await world.action({ runNumber: 3 });
    expect(again.exitCode).toBe(0);
  });
});

describe("nothing is written", () => {
  test("when an image is not there; the plan only warns", async () => {
    await deployedExamples();
    const plan = await world.action({ event: pullRequestEvent(), inputs: { "image-tag": NEXT } });
    expect(plan.exitCode).toBe(0);
    expect(plan.summary).toContain("not in the registry yet");
    const apply = await world.action({ sha: NEXT, runNumber: 2 });
    expect(apply.exitCode).toBe(1);
    expect(apply.log).toContain(`ingest:${NEXT}`);
    expect(writesOf(world.emulator)).toEqual([]);
  });

  test("for a fork, for pull_request_target, and for a broken configuration", async () => {
    world = await startWorld(EXAMPLES);
    for (const event of [pullRequestEvent({ fork: true }), pullRequestEvent({ name: "pull_request_target" })]) {
      const run = await world.action({ event, inputs: { command: "apply" } });
      expect(run.exitCode).toBe(1);
      expect(run.log).toMatch(/may plan, but not apply|may plan, but not apply/);
    }
    await world.write(
      "dagster_cloud.yaml",
      "locations:\n  - location_name: a\n    iamge: x:1\n    code_source: {module_name: m}\n",
    );
    const run = await world.action();
    expect(run.exitCode).toBe(1);
    expect(run.log).toContain("::error title=");
    expect(run.log).toContain("line=3,col=5");
    expect(writesOf(world.emulator)).toEqual([]);
  });

  test("when a service of the right name is not ours, unless it is adopted", async () => {
    await deployedExamples();
    const other = await world.action({ repository: "example/other", runNumber: 2, inputs: { comment: "never" } });
    expect(other.exitCode).toBe(1);
    expect(other.log).toContain("example/data:dagster_cloud.yaml");
    expect(writesOf(world.emulator)).toEqual([]);
  });

  test("when the cluster's ARN is of another region", async () => {
    world = await startWorld(EXAMPLES);
    const cluster = "arn:aws:ecs:eu-west-1:123456789012:cluster/dagster";
    const run = await world.action({ inputs: { cluster } });
    expect(run.exitCode).toBe(1);
    expect(run.log).toContain("is in account 123456789012 and region eu-west-1");
    expect(writesOf(world.emulator)).toEqual([]);
  });

  test("with credentials that AWS refuses: the action and the resource are named", async () => {
    world = await startWorld(EXAMPLES);
    world.emulator.fail({ service: "ecs", operation: "DescribeServices", effect: { kind: "accessDenied" } });
    const run = await world.action();
    expect(run.exitCode).toBe(1);
    expect(run.log).toContain("ecs:DescribeServices");
    expect(run.log).not.toContain("at async");
  });
});

test("a comment with a plan says so when a later push cannot be planned", async () => {
  world = await startWorld(EXAMPLES);
  expect((await world.action({ event: pullRequestEvent() })).exitCode).toBe(0);
  await world.write("dagster_cloud.yaml", "locations:\n  - location_name: a\n    code_source: {modul: m}\n");
  expect((await world.action({ event: pullRequestEvent(), runNumber: 2 })).exitCode).toBe(1);
  const { comments } = world.emulator.state() as { comments: { body: string }[] };
  expect(comments).toHaveLength(1);
  expect(comments[0]?.body).toContain("modul");
  expect(comments[0]?.body).not.toContain("to create");
});

describe("missing-image: keep", () => {
  test("keeps what runs where nothing new was built", async () => {
    await deployedExamples();
    pushImage("ingest", "ingest, next");
    const run = await world.action({ sha: NEXT, runNumber: 2, inputs: { "missing-image": "keep" } });
    expect(run.log).not.toContain("::error");
    expect(run.exitCode).toBe(0);
    expect(JSON.parse(run.outputs.summary ?? "")).toMatchObject({ update: 1, none: 2 });
  });
});

describe("changes", () => {
  test("removing a location deletes its service only with prune", async () => {
    await deployedExamples();
    const kept = await world.action({ runNumber: 2, inputs: { locations: "ingest,transform", prune: "true" } });
    expect(JSON.parse(kept.outputs.summary ?? "")).toMatchObject({ none: 2, delete: 0 });
    await world.write("dagster_cloud.yaml", ONE_LOCATION);
    const without = await world.action({ runNumber: 3 });
    expect(JSON.parse(without.outputs.summary ?? "")).toMatchObject({ delete: 0 });
    const pruned = await world.action({ runNumber: 4, inputs: { prune: "true" } });
    expect(pruned.log).not.toContain("::error");
    expect(pruned.exitCode).toBe(0);
    expect(JSON.parse(pruned.outputs.summary ?? "")).toMatchObject({ delete: 2 });
    const after = await world.action({ runNumber: 5, inputs: { prune: "true" } });
    expect(after.outputs["has-changes"]).toBe("false");
  });

  test("prune finishes a removal that was killed before the Cloud Map service was deleted", async () => {
    await deployedExamples();
    await world.write("dagster_cloud.yaml", ONE_LOCATION);
    world.emulator.fail({ service: "servicediscovery", operation: "DeleteService", effect: { kind: "accessDenied" } });
    expect((await world.action({ runNumber: 2, inputs: { prune: "true" } })).exitCode).toBe(1);
    world.emulator.clearFaults();
    const finished = await world.action({ runNumber: 3, inputs: { prune: "true" } });
    expect(finished.exitCode).toBe(0);
    expect(JSON.parse(finished.outputs.summary ?? "")).toMatchObject({ delete: 2, none: 1 });
    const { discoveryServices } = world.emulator.state() as { discoveryServices: { name: string }[] };
    expect(discoveryServices.map(({ name }) => name)).toEqual([expect.stringMatching(/^reporting-prod-/)]);
    const after = await world.action({ runNumber: 4, inputs: { prune: "true" } });
    expect(after.outputs["has-changes"]).toBe("false");
  });

  test("what UpdateService cannot change replaces the service", async () => {
    await deployedExamples();
    const config = (await import("node:fs/promises")).readFile(`${world.workspace}/dagster.yaml`, "utf8");
    await world.write("dagster.yaml", (await config).replace("launch_type: FARGATE", "launch_type: EC2"));
    const run = await world.action({ runNumber: 2, inputs: { locations: "ingest" } });
    expect(run.log).not.toContain("::error");
    expect(run.exitCode).toBe(0);
    expect(JSON.parse(run.outputs.summary ?? "")).toMatchObject({ replace: 1 });
    const after = await world.action({ runNumber: 3, inputs: { locations: "ingest" } });
    expect(after.outputs["has-changes"]).toBe("false");
  });

  test("a saved plan is carried out, and refused when the world has moved", async () => {
    world = await startWorld(EXAMPLES);
    const planned = await world.action({ event: pullRequestEvent(), inputs: { "plan-file": "plan.json" } });
    expect(planned.outputs["plan-file"]).toBe("plan.json");
    const applied = await world.action({ inputs: { "plan-file": "plan.json" } });
    expect(applied.log).not.toContain("::error");
    expect(applied.exitCode).toBe(0);
    world.emulator.clearCalls();
    const stale = await world.action({ inputs: { "plan-file": "plan.json" }, runNumber: 2 });
    expect(stale.exitCode).toBe(1);
    expect(stale.log).toContain("has moved since the plan");
    expect(writesOf(world.emulator)).toEqual([]);
  });
});

const ONE_LOCATION = `
defaults:
  container_context:
    ecs:
      env_vars: [LOG_LEVEL=info]
      server_ecs_tags: [{ key: team, value: data-platform }]
locations:
  - location_name: reporting
    image: 123456789012.dkr.ecr.us-east-1.amazonaws.com/reporting:1.4.2
    code_source: { python_file: reporting/definitions.py }
    container_context:
      ecs:
        server_health_check:
          command: ["CMD-SHELL", "dagster api grpc-health-check -p 4000"]
          interval: 15
          timeout: 10
          retries: 4
          startPeriod: 60
`;
