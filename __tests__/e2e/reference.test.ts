import { afterAll, beforeAll, describe, expect, test } from "vitest";
import {
  countCalls,
  type E2eWorld,
  HIDDEN,
  pullRequestEvent,
  REFERENCE,
  shownBy,
  startWorld,
  writesOf,
} from "./world.ts";

const COMMENTS_CREATED = "POST /repos/{owner}/{repo}/issues/{issue_number}/comments";

describe("the reference's own example, through the bundle", () => {
  let world: E2eWorld;
  beforeAll(async () => {
    world = await startWorld(REFERENCE);
    world.emulator.seed({ kind: "secret", name: "TAGGED_SECRET", tags: { my_tag_name: "" } });
  });
  afterAll(() => world.emulator.close());

  test("a pull request gets a plan as a comment, and nothing is written", async () => {
    const run = await world.action({ event: pullRequestEvent({ action: "opened" }) });
    expect(run.log).not.toContain("::error");
    expect(run.exitCode).toBe(0);
    expect(writesOf(world.emulator)).toEqual([]);
    expect(run.outputs["has-changes"]).toBe("true");
    expect(JSON.parse(run.outputs.summary ?? "")).toMatchObject({ create: 1 });
    expect(run.outputs["comment-url"]).toMatch(/^http/);
    expect(run.summary).toContain("**1 to create.**");
    expect(shownBy(run, world.emulator)).not.toContain(HIDDEN);
  });

  test("it is accepted with warnings where the agent would stumble", async () => {
    const { exitCode, stdout } = await world.terminal("validate", "--format", "json");
    expect(exitCode).toBe(0);
    const { problems } = JSON.parse(stdout) as { problems: { severity: string; line: number }[] };
    expect(new Set(problems.map(({ severity }) => severity))).toEqual(new Set(["warning"]));
    expect(problems.length).toBeGreaterThanOrEqual(7);
  });

  test("a push applies it and says what runs now", async () => {
    world.emulator.clearCalls();
    const run = await world.action();
    expect(run.log).not.toContain("::error");
    expect(run.exitCode).toBe(0);
    expect(writesOf(world.emulator).toSorted()).toEqual([
      "ecs.CreateService",
      "ecs.RegisterTaskDefinition",
      "servicediscovery.CreateService",
    ]);
    const [location] = JSON.parse(run.outputs.locations ?? "") as Record<string, unknown>[];
    expect(location).toMatchObject({ name: "cloud-examples", action: "create", status: "succeeded", port: 4000 });
    expect(location?.hostname).toMatch(/^cloud-examples-prod-[0-9a-f]{6}\.code\.internal$/);
    expect(shownBy(run, world.emulator)).not.toContain(HIDDEN);
  });

  test("the task definition carries the value, the secrets and the tagged secret", () => {
    const [register] = world.emulator.calls({ service: "ecs", operation: "RegisterTaskDefinition" });
    const request = register?.request as { containerDefinitions: Record<string, { name: string }[]>[] } | undefined;
    const [container] = request?.containerDefinitions ?? [];
    expect(container?.environment).toContainEqual({ name: "DATABASE_PASSWORD", value: HIDDEN });
    expect(container?.secrets?.map(({ name }) => name)).toEqual(["MY_API_TOKEN", "MY_PASSWORD", "TAGGED_SECRET"]);
  });

  test("no tag of the service begins with dagster/", () => {
    const tags = [
      ...world.emulator.calls({ service: "ecs", operation: "CreateService" }),
      ...world.emulator.calls({ service: "servicediscovery", operation: "CreateService" }),
    ].map(({ request }) => JSON.stringify(request));
    expect(tags).toHaveLength(2);
    for (const text of tags) {
      expect(text).toContain("dagster-ecs-deploy/location");
      expect(text).not.toMatch(/"dagster\//);
    }
  });

  test("a second apply of another commit finds nothing to do, without describing the task definition", async () => {
    world.emulator.clearCalls();
    const run = await world.action({ sha: "2".repeat(40), runNumber: 2 });
    expect(run.exitCode).toBe(0);
    expect(run.outputs["has-changes"]).toBe("false");
    expect(writesOf(world.emulator)).toEqual([]);
    expect(countCalls(world.emulator)["ecs.DescribeTaskDefinition"]).toBeUndefined();
  });

  test("a plan after the apply is empty, and the comment is updated instead of repeated", async () => {
    world.emulator.clearCalls();
    const run = await world.action({ event: pullRequestEvent(), runNumber: 3 });
    expect(run.exitCode).toBe(0);
    expect(run.summary).toContain("No changes");
    const writes = world.emulator.calls({ service: "github" }).map(({ operation }) => operation.split(" ")[0]);
    expect(writes).toContain("PATCH");
    expect(world.emulator.calls({ operation: COMMENTS_CREATED })).toEqual([]);
  });

  test("the terminal plans and renders the same", async () => {
    const foreign = await world.terminal("plan", "--format", "json");
    // Without a remote the source is another: the service is not this checkout's to change.
    expect(foreign.exitCode).toBe(1);
    expect(JSON.parse(foreign.stdout).steps[0]).toMatchObject({ action: "blocked" });
    await world.write(".git/config", '[remote "origin"]\n\turl = git@github.com:example/data.git\n');
    const plan = await world.terminal("plan", "--format", "json", "--fail-on-changes");
    expect(plan.exitCode).toBe(0);
    expect(JSON.parse(plan.stdout).steps[0]).toMatchObject({ action: "none" });
    const render = await world.terminal("render", "--format", "json");
    expect(render.exitCode).toBe(0);
    const [location] = JSON.parse(render.stdout).locations;
    expect(location.registerTaskDefinition.cpu).toBe("256");
    expect(location.createService.desiredCount).toBe(1);
    expect(render.log).not.toContain(HIDDEN);
  });
});
