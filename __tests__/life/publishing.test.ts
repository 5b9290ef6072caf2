import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { FaultRule } from "../../emulator/index.ts";
import { type ActionStep, type ActionWorld, ONE_LOCATION, startActionWorld } from "./action.ts";

let world: ActionWorld;
beforeEach(async () => {
  world = await startActionWorld();
});
afterEach(() => world.close());

const COMMENTS = "/repos/{owner}/{repo}/issues/{issue_number}/comments";
const COMMENT = "/repos/{owner}/{repo}/issues/comments/{comment_id}";
const CHANGED = ONE_LOCATION.replace("module_name: etl", "module_name: etl2");
const HEAD = "a".repeat(40);

function pull(action: string, more: object = {}): Pick<ActionStep, "event" | "payload"> {
  const repo = { full_name: "example/data" };
  const state = action === "closed" ? "closed" : "open";
  world.emulator.seed({ kind: "pullRequest", repository: "example/data", number: 1, state });
  const head = { sha: HEAD, ref: "feature", repo, ...more };
  return {
    event: "pull_request",
    payload: { action, number: 1, pull_request: { number: 1, state, head, base: { ref: "main", repo } } },
  };
}

const PUSH = { event: "push", payload: { ref: "refs/heads/main" } };
const ON_ONE = { "pull-request": "1" };
const breakRollouts = () =>
  world.emulator.behave({ family: "*", behaviour: { kind: "exit", exitCode: 1, logs: ["no module"] } });
const withoutReads = (order: readonly string[]) => order.filter((one) => !/^(GET|POST \/graphql)/.test(one));

describe("a plan", () => {
  it("is in the summary first, then in the outputs, then in the comment", async () => {
    const { order } = await world.action(pull("opened"));
    const outputs = ["has-changes", "summary", "deployment", "locations", "workspace-file"].map(
      (one) => `output ${one}`,
    );
    expect(withoutReads(order)).toEqual(["summary", ...outputs, `POST ${COMMENTS}`, "output comment-url"]);
  });

  it("without changes makes no comment, and brings one that is there up to date", async () => {
    await world.action(PUSH);
    await world.action(pull("opened"));
    expect(world.comments()).toEqual([]);
    await world.action({ ...pull("synchronize"), workspace: CHANGED });
    expect(world.comments()).toEqual([expect.stringContaining("1 to update")]);
    const { outputs } = await world.action(pull("synchronize"));
    expect(world.comments()).toEqual([expect.not.stringContaining("1 to update")]);
    expect(outputs["comment-url"]).toContain("issuecomment-");
  });

  it("of a run that is run again leaves the comment untouched", async () => {
    const step = { ...pull("opened"), runId: 1_050 };
    await world.action(step);
    const { order, log } = await world.action({ ...step, runAttempt: 2 });
    expect(log).toContain("Comment unchanged");
    expect(order.filter((one) => /^(POST|PATCH|DELETE) \/repos/.test(one))).toEqual([]);
  });

  it("of an older run that comes late leaves the newer's comment", async () => {
    await world.action({ ...pull("synchronize"), runId: 1_060, workspace: CHANGED });
    const [newer] = world.comments();
    await world.action({ ...pull("opened"), runId: 1_050 });
    expect(world.comments()).toEqual([newer]);
  });

  it("of which a comment key tells that there are several has a comment for each", async () => {
    await world.action({ ...pull("opened"), inputs: { "comment-key": "a" } });
    await world.action({ ...pull("opened"), inputs: { "comment-key": "b" } });
    await world.action({ ...pull("opened"), inputs: { "comment-key": "a" } });
    expect(world.comments()).toHaveLength(2);
  });
});

it("asks only once whose token it is, whatever comments a run writes", async () => {
  const inputs = { "branch-deployments": "true", cluster: "dagster" };
  await world.action({ ...pull("opened"), inputs });
  expect(world.comments()).toHaveLength(2);
  const questions = world.emulator.calls({ operation: "POST /graphql" }).map(({ request }) => JSON.stringify(request));
  expect(questions.filter((one) => one.includes("viewer"))).toHaveLength(1);
});

describe("a run that ends with an error", () => {
  const deny = () =>
    world.emulator.fail({ service: "ecs", operation: "DescribeServices", effect: { kind: "accessDenied" } });

  it("says so in the summary, and where the plan of an earlier push would be taken for its own", async () => {
    await world.action(pull("opened"));
    deny();
    const { isGreen, summary, annotations } = await world.action({ ...pull("synchronize"), runId: 1_070 });
    expect({ isGreen, annotations }).toMatchObject({
      isGreen: false,
      annotations: [{ title: "AccessDeniedException" }],
    });
    for (const text of [summary, ...world.comments()]) {
      expect(text).toContain("## ❌ Dagster code locations: no plan for `prod`");
      expect(text).toContain("has no permission for ecs:DescribeServices");
      expect(text).toContain("/actions/runs/1070");
      expect(text).not.toContain("1 to create");
    }
    expect(world.comments()).toHaveLength(1);
    world.emulator.clearFaults();
    await world.action(pull("synchronize"));
    expect(world.comments()).toEqual([expect.stringContaining("1 to create")]);
  });

  it("makes no comment of its own", async () => {
    deny();
    const { annotations } = await world.action(pull("opened"));
    expect([annotations.length, world.comments()]).toEqual([1, []]);
  });

  it("leaves the plan's comment where it was to apply, and brings up to date how the last apply ended", async () => {
    await world.action(pull("opened"));
    await world.action({ ...PUSH, inputs: ON_ONE });
    const [plan] = world.comments();
    deny();
    await world.action({ ...PUSH, inputs: ON_ONE });
    expect(world.comments()).toEqual([plan, expect.stringContaining("## ❌ Dagster code locations: `prod`")]);
  });

  it("is in the summary where not even the inputs can be read", async () => {
    const { summary } = await world.action({ ...PUSH, inputs: { wait: "maybe" } });
    expect(summary).toContain("write true or false");
  });
});

describe("what validate finds", () => {
  it("is in annotations and summary, and asks GitHub nothing: a later one that finds nothing would not clear a comment", async () => {
    await world.action(pull("opened"));
    const [plan = ""] = world.comments();
    world.emulator.clearCalls();
    const inputs = { command: "validate", comment: "always" };
    const { isGreen, annotations, summary } = await world.action({
      ...pull("synchronize"),
      workspace: "locations: 7",
      inputs,
    });
    expect({ isGreen, annotations }).toMatchObject({ isGreen: false, annotations: [{ level: "error" }] });
    expect(summary).toContain("1 error");
    expect(world.emulator.calls()).toEqual([]);
    expect(world.comments()).toEqual([plan]);
  });
});

describe("the outcome of an apply", () => {
  it("is a comment of its own beside the plan's, on the pull request it is told", async () => {
    await world.action(pull("opened"));
    const [plan = ""] = world.comments();
    const { order, outputs } = await world.action({ ...PUSH, inputs: ON_ONE });
    expect(withoutReads(order).slice(-2)).toEqual([`POST ${COMMENTS}`, "output comment-url"]);
    const [samePlan, outcome = ""] = world.comments();
    expect(samePlan).toBe(plan);
    expect(outcome).toContain("**1 succeeded.**");
    expect(outputs["comment-url"]).toMatch(/issuecomment-1000002$/);
    await world.action({ ...PUSH, inputs: ON_ONE, workspace: CHANGED });
    expect(world.comments()).toEqual([plan, expect.stringMatching(/`etl`.*updated/)]);
  });

  it("is on the pull request of the event, with the explanation of a failure", async () => {
    breakRollouts();
    const { isGreen } = await world.action({ ...pull("labeled"), inputs: { command: "apply" } });
    expect(isGreen).toBe(false);
    expect(world.comments()).toEqual([expect.stringContaining("no module")]);
  });

  it.each([
    ["refused", {}, ONE_LOCATION.replace("dagster-code:1.0", "dagster-code:2.0")],
    ["not valid", { "allowed-registries": "public.ecr.aws/*" }, ONE_LOCATION],
  ])("that was %s stands there, and not where the plan is", async (_, more, workspace) => {
    await world.action(pull("opened"));
    const [plan = ""] = world.comments();
    const { isGreen } = await world.action({ ...PUSH, inputs: { ...ON_ONE, ...more }, workspace });
    expect(isGreen).toBe(false);
    expect(world.comments()[0]).toBe(plan);
    expect(world.comments()).toHaveLength(2);
  });

  it("has one annotation for a warning of many locations", async () => {
    const workspace = ["etl", "web", "ml", "bi", "ops", "dbt", "raw"].map((name) =>
      ONE_LOCATION.replace("locations:\n", "").replace("_name: etl", `_name: ${name}`),
    );
    const step = { ...PUSH, inputs: { wait: "false" }, workspace: `locations:\n${workspace.join("")}` };
    await world.action(step);
    const { annotations } = await world.action({ ...step, workspace: step.workspace.replaceAll("etl }", "etl2 }") });
    expect(annotations).toEqual([
      {
        level: "warning",
        title: "bi, dbt, etl, ml, ops and 2 more",
        message: "A rollout of this service is still in progress.",
      },
    ]);
  });

  it("without a pull request is no comment", async () => {
    const { isGreen, order } = await world.action(PUSH);
    expect(isGreen).toBe(true);
    expect(order.filter((one) => one.includes("/repos/"))).toEqual([]);
  });

  it("is none when nothing was to be done, or none is wanted", async () => {
    await world.action(PUSH);
    await world.action({ ...PUSH, inputs: ON_ONE });
    await world.action({ ...PUSH, inputs: { ...ON_ONE, comment: "never" }, workspace: CHANGED });
    expect(world.comments()).toEqual([]);
    await world.action({ ...PUSH, inputs: { ...ON_ONE, comment: "always" }, workspace: CHANGED });
    expect(world.comments()).toHaveLength(1);
  });
});

describe("when GitHub does not take the comment", () => {
  const failures: readonly FaultRule["effect"][] = [
    { kind: "accessDenied" },
    { kind: "expiredCredentials" },
    { kind: "throttle" },
    { kind: "secondaryRateLimit", retryAfterSeconds: 3_600 },
    { kind: "secondaryRateLimit" },
    { kind: "reset" },
    ...[404, 410, 422, 500, 503].map((status) => ({ kind: "error", code: "x", message: "No", status }) as const),
  ];

  it.each(failures)("%j: a warning, and a run as green or red as it is without", async (effect) => {
    world.emulator.fail({ service: "github", effect });
    const warning = { level: "warning", title: "no comment" };
    const plan = await world.action(pull("opened"));
    expect(plan).toMatchObject({ isGreen: true, annotations: [warning] });
    expect(plan.summary).toContain("1 to create");
    expect(plan.outputs).not.toHaveProperty("comment-url");
    const strict = await world.action({ ...pull("opened"), inputs: { "fail-on-changes": "true" } });
    expect(strict).toMatchObject({ isGreen: false, annotations: [warning] });
    const applied = await world.action({ ...PUSH, inputs: ON_ONE });
    expect(applied).toMatchObject({ isGreen: true, annotations: [warning] });
    breakRollouts();
    const failed = await world.action({ ...PUSH, inputs: ON_ONE, workspace: CHANGED });
    expect(failed.isGreen).toBe(false);
    expect(failed.annotations).toEqual(expect.arrayContaining([expect.objectContaining(warning)]));
  });

  it("for want of a permission, the warning names it", async () => {
    world.emulator.configure({ githubPermissions: { pull_requests: "read", deployments: "none" } });
    const { isGreen, annotations } = await world.action(pull("opened"));
    expect(isGreen).toBe(true);
    expect(annotations).toMatchObject([{ message: expect.stringContaining("`permissions: pull-requests: write`") }]);
  });

  it("because a person deleted it while it was updated, there is a new one", async () => {
    await world.action(pull("opened"));
    world.emulator.fail({ operation: `PATCH ${COMMENT}`, times: 1, effect: { kind: "hold" } });
    const running = world.action({ ...pull("synchronize"), workspace: CHANGED });
    await world.emulator.nextHeld();
    const url = `${world.emulator.url}/repos/example/data/issues/comments/1000001`;
    await fetch(url, { method: "DELETE", headers: { authorization: "token x" } });
    world.emulator.release();
    expect((await running).outputs["comment-url"]).toMatch(/issuecomment-1000002$/);
    expect(world.comments()).toHaveLength(1);
  });
});

describe("github-deployments", () => {
  const RECORDED = { "github-deployments": "true" };
  const DEPLOYMENTS = "/repos/{owner}/{repo}/deployments";

  /** Each record with its states, oldest first. */
  async function records() {
    const get = async (path: string) =>
      (await (await fetch(`${world.emulator.url}/repos/example/data/deployments${path}`)).json()) as Record<
        string,
        unknown
      >[];
    const all = (await get("")).toReversed();
    return Promise.all(
      all.map(async ({ id, environment, ref, task, transient_environment: isTransient }) => {
        const statuses = (await get(`/${id}/statuses`)).toReversed();
        const states = statuses.map(({ state }) => state).join(" ");
        return { environment, ref, task, isTransient, states, urls: [...new Set(statuses.map((one) => one.log_url))] };
      }),
    );
  }

  it("records an apply from its beginning to its end, with a link to its run", async () => {
    const { isGreen, annotations } = await world.action({ ...PUSH, inputs: RECORDED, sha: HEAD, runId: 1_007 });
    expect({ isGreen, annotations }).toEqual({ isGreen: true, annotations: [] });
    expect(await records()).toEqual([
      {
        environment: "prod",
        ref: HEAD,
        task: "deploy",
        isTransient: false,
        states: "in_progress success",
        urls: ["https://github.com/example/data/actions/runs/1007"],
      },
    ]);
    const [request] = world.emulator.calls({ operation: `POST ${DEPLOYMENTS}` });
    expect(request?.request).toMatchObject({ auto_merge: false, required_contexts: [] });
  });

  it("records a failure, with how many failed", async () => {
    breakRollouts();
    expect((await world.action({ ...PUSH, inputs: RECORDED })).isGreen).toBe(false);
    expect(await records()).toMatchObject([{ states: "in_progress failure" }]);
    const statuses = world.emulator.calls({ operation: `POST ${DEPLOYMENTS}/{deployment_id}/statuses` });
    expect(statuses.at(-1)?.request).toMatchObject({ description: "1 of 1 code location failed" });
  });

  it("records a redeploy as one, and the earlier success is not active any more", async () => {
    await world.action({ ...PUSH, inputs: RECORDED });
    await world.action({ ...PUSH, inputs: { ...RECORDED, command: "redeploy" } });
    expect(await records()).toMatchObject([
      { task: "deploy", states: "in_progress success inactive" },
      { task: "redeploy", states: "in_progress success" },
    ]);
  });

  it("records nothing for a plan, for what is refused or invalid, and when it is not asked for", async () => {
    await world.action({ ...pull("opened"), inputs: RECORDED });
    await world.action({ ...PUSH, inputs: { ...RECORDED, "allowed-registries": "public.ecr.aws/*" } });
    await world.action({ ...PUSH, inputs: RECORDED, workspace: "locations: 7" });
    await world.action(PUSH);
    expect(await records()).toEqual([]);
  });

  it("follows a branch deployment to its end: one is active, then none", async () => {
    const inputs = { ...RECORDED, "branch-deployments": "true", cluster: "dagster" };
    await world.action({ ...pull("opened"), inputs });
    const second = "b".repeat(40);
    await world.action({ ...pull("synchronize", { sha: second }), inputs });
    expect(await records()).toMatchObject([
      { environment: "pr-1", ref: HEAD, isTransient: true, states: "in_progress success inactive" },
      { environment: "pr-1", ref: second, isTransient: true, states: "in_progress success" },
    ]);
    await world.action({ ...pull("closed"), inputs });
    expect(world.deployed()).toEqual([]);
    expect((await records()).map(({ states }) => states)).toEqual([
      "in_progress success inactive",
      "in_progress success inactive",
    ]);
  });

  it("leaves the records of others alone", async () => {
    const url = `${world.emulator.url}/repos/example/data/deployments`;
    const headers = { authorization: "token x" };
    await fetch(url, { method: "POST", headers, body: JSON.stringify({ ref: "main", environment: "pr-1" }) });
    const inputs = { ...RECORDED, "branch-deployments": "true", cluster: "dagster" };
    await world.action({ ...pull("opened"), inputs });
    await world.action({ ...pull("closed"), inputs });
    expect((await records()).map(({ states }) => states)).toEqual(["", "in_progress success inactive"]);
  });

  it("without the permission is a warning that names it, and the apply goes on", async () => {
    world.emulator.configure({ githubPermissions: { pull_requests: "write", deployments: "read" } });
    const { isGreen, annotations } = await world.action({ ...PUSH, inputs: RECORDED });
    expect(isGreen).toBe(true);
    expect(world.deployed()).toEqual(["full prod"]);
    expect(annotations).toMatchObject([
      {
        level: "warning",
        title: "no deployment record",
        message: expect.stringContaining("`permissions: deployments: write`"),
      },
    ]);
  });

  it.each([`POST ${DEPLOYMENTS}`, `POST ${DEPLOYMENTS}/{deployment_id}/statuses`])(
    "when GitHub fails at %s, the run ends as it does without",
    async (operation) => {
      for (const effect of [{ kind: "reset" }, { kind: "error", code: "x", status: 500 }] as const) {
        world.emulator.clearFaults();
        world.emulator.fail({ operation, effect });
        expect(await world.action({ ...PUSH, inputs: RECORDED })).toMatchObject({ isGreen: true });
      }
      breakRollouts();
      expect(await world.action({ ...PUSH, inputs: RECORDED, workspace: CHANGED })).toMatchObject({ isGreen: false });
    },
  );
});
