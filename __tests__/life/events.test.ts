import { afterEach, describe, expect, it, test } from "vitest";
import { readEvent } from "../../src/github/event.ts";
import { type ActionWorld, startActionWorld } from "./action.ts";
import { type Example, exampleOf, examplesOf, fromFork } from "./webhook-payloads.ts";

let world: ActionWorld | undefined;
afterEach(async () => {
  await world?.close();
  world = undefined;
});

const PROD = "full prod";
const BRANCH = "branch pr-2";
const REPOSITORY = "Codertocat/Hello-World";

/** What a run of the event left. */
interface Done {
  readonly green: boolean;
  /** What has services then. */
  readonly deployed: readonly string[];
  readonly writes: boolean;
  /** What the summary is about. */
  readonly summary: readonly string[];
}

async function runEvent(example: Example, inputs: Readonly<Record<string, string>> = {}, name = example.event) {
  world ??= await startActionWorld();
  const { payload } = example;
  const repository = payload.repository?.full_name ?? REPOSITORY;
  const pull = payload.pull_request;
  if (pull) world.emulator.seed({ kind: "pullRequest", repository, number: pull.number, state: pull.state });
  world.takeWrites();
  const shown = await world.action({ event: name, payload, repository, inputs });
  const done: Done = {
    green: shown.isGreen,
    writes: world.takeWrites().length > 0,
    deployed: world.deployed(),
    summary: [...shown.summary.matchAll(/^## .*$/gm)].map(([line]) => line),
  };
  return { ...done, shown };
}

const NOTHING_WRITTEN = { writes: false, deployed: [] };
const PLANNED = { green: true, ...NOTHING_WRITTEN, summary: [expect.stringContaining("plan")] };
const APPLIED = { green: true, writes: true, deployed: [PROD] };

const titleOf = ({ event, action, index }: Example): string => `${event} ${action} (${index})`;
const pulls = examplesOf("pull_request").map((example) => [titleOf(example), example] as const);
/** No example has it: this is one that is, with the action changed. */
const EDITED: Example = {
  ...exampleOf("pull_request", "opened"),
  action: "edited",
  payload: { ...exampleOf("pull_request", "opened").payload, action: "edited" },
};
const ALL_PULLS = [...pulls, [titleOf(EDITED), EDITED] as const];
/** Of each activity the first. */
const EACH_ACTION = ALL_PULLS.filter(
  ([, { action }], index) => ALL_PULLS.findIndex(([, other]) => other.action === action) === index,
);
const DEPLOYING = ["opened", "synchronize", "reopened", "ready_for_review", "edited", "labeled"];
const BRANCHES = { "branch-deployments": "true", cluster: "dagster" };

describe("auto on pull_request", () => {
  test("has an example of every activity that the table names", () => {
    expect(EACH_ACTION.map(([, { action }]) => action)).toEqual(expect.arrayContaining([...DEPLOYING, "closed"]));
  });

  it.each(ALL_PULLS)("%s: plans, and writes nothing; closed: nothing", async (_, example) => {
    const done = await runEvent(example);
    if (example.action !== "closed") expect(done).toMatchObject(PLANNED);
    else {
      expect(done).toMatchObject({ green: true, ...NOTHING_WRITTEN, summary: [] });
      expect(done.shown.log).toContain("closed");
      expect(world?.comments()).toEqual([]);
    }
  });

  it.each(EACH_ACTION)("%s: with branch deployments", async (_, example) => {
    if (example.action === "closed") {
      await runEvent(exampleOf("pull_request", "opened"), BRANCHES);
      const done = await runEvent(example, BRANCHES);
      expect(done).toMatchObject({ green: true, writes: true, deployed: [] });
    } else {
      const deploys = DEPLOYING.includes(example.action);
      const done = await runEvent(example, BRANCHES);
      expect(done).toMatchObject({ green: true, writes: deploys, deployed: deploys ? [BRANCH] : [] });
      expect(done.summary[0]).toContain("plan");
      expect(done.summary).toHaveLength(deploys ? 2 : 1);
    }
  });

  it.each(EACH_ACTION)("%s: of a fork writes nothing, with branch deployments or without", async (_, example) => {
    for (const inputs of [{}, BRANCHES]) {
      for (const fork of ["other", "gone"] as const) {
        expect(await runEvent(fromFork(example, fork), inputs)).toMatchObject({ green: true, ...NOTHING_WRITTEN });
      }
    }
  });
});

/** The examples of comments are all on issues; on a pull request the issue has this member, too. */
function onPullRequest({ payload, ...example }: Example): Example {
  const number = payload.issue?.number ?? 0;
  return { ...example, payload: { ...payload, issue: { number, pull_request: { url: "https://api.github.com/x" } } } };
}

const WRITING = ["apply", "redeploy", "rollback", "destroy", "sweep"];

describe("what is asked for outright", () => {
  const untrusted: readonly (readonly [string, Example, string])[] = [
    ...EACH_ACTION.map(([title, example]) => [`a fork's ${title}`, fromFork(example), example.event] as const),
    ...["pull_request_review", "pull_request_review_comment"].map(
      (event) => [`a fork's ${event}`, fromFork(examplesOf(event)[0] ?? EDITED), event] as const,
    ),
    ["a fork's workflow_run", fromFork(exampleOf("workflow_run", "completed")), "workflow_run"],
    ...EACH_ACTION.map(
      ([title, example]) => [`${title} as pull_request_target`, example, "pull_request_target"] as const,
    ),
  ];

  it.each(untrusted)("is refused on %s: no command writes", async (_, example, name) => {
    for (const command of WRITING) {
      const done = await runEvent(example, { ...BRANCHES, command, "pull-request": "2" }, name);
      expect(done).toMatchObject({ green: false, ...NOTHING_WRITTEN });
      expect(done.shown.annotations).toMatchObject([{ level: "error", title: "untrusted-event" }]);
    }
  });

  describe("by a comment on a pull request", () => {
    const comment = onPullRequest(exampleOf("issue_comment", "created"));
    const repository = comment.payload.repository?.full_name ?? "";
    const [number, inputs] = [comment.payload.issue?.number ?? 0, { command: "apply" }];

    it("is done when GitHub says that it comes from this repository", async () => {
      world = await startActionWorld();
      world.emulator.seed({ kind: "pullRequest", repository, number });
      expect(await runEvent(comment, inputs)).toMatchObject(APPLIED);
    });

    it.each(["a fork", "nobody says where", "GitHub says nothing"])(
      "is refused when it comes from %s",
      async (what) => {
        world = await startActionWorld();
        const headRepository = what === "a fork" ? "mallory/Hello-World" : repository;
        if (what !== "nobody says where") {
          world.emulator.seed({ kind: "pullRequest", repository, number, headRepository });
        }
        if (what === "GitHub says nothing")
          world.emulator.fail({ service: "github", effect: { kind: "accessDenied" } });
        for (const command of ["apply", "redeploy", "rollback"]) {
          const done = await runEvent(comment, { command });
          expect(done).toMatchObject({ green: false, ...NOTHING_WRITTEN });
          expect(done.shown.annotations).toMatchObject([{ level: "error", title: "untrusted-event" }]);
        }
      },
    );
  });

  it("is refused when the payload does not say whose code it is", async () => {
    for (const name of ["pull_request", "pull_request_target", "pull_request_review", "workflow_run"]) {
      const example = { ...exampleOf("workflow_dispatch", ""), event: name };
      const done = await runEvent(example, { command: "apply" });
      expect(done).toMatchObject({ green: false, ...NOTHING_WRITTEN });
      expect(done.shown.annotations).toMatchObject([{ title: "event-unreadable" }]);
    }
  });
});

describe("auto on pull_request_target", () => {
  it.each(EACH_ACTION)("%s: plans at most", async (_, example) => {
    for (const inputs of [{}, BRANCHES]) {
      for (const from of [example, fromFork(example)]) {
        expect(await runEvent(from, inputs, "pull_request_target")).toMatchObject(PLANNED);
      }
    }
  });
});

describe("auto on other events", () => {
  const applying = ["push", "release", "workflow_dispatch", "repository_dispatch"].flatMap((event) =>
    examplesOf(event),
  );
  it.each(applying.map((example) => [titleOf(example), example] as const))("%s: applies", async (_, example) => {
    expect(await runEvent(example)).toMatchObject(APPLIED);
  });

  it("workflow_call, whose payload is the caller's: applies", async () => {
    expect(await runEvent(exampleOf("push", ""), {}, "workflow_call")).toMatchObject(APPLIED);
  });

  const planning = ["merge_group", "workflow_run", "issue_comment", "pull_request_review", "deployment", "check_suite"];
  const planned = planning.flatMap((event) => examplesOf(event));
  it.each(planned.map((example) => [titleOf(example), example] as const))("%s: plans", async (_, example) => {
    expect(await runEvent(example)).toMatchObject(PLANNED);
  });

  it("schedule: plans; with fail-on-changes it is red when something has drifted, and green when nothing has", async () => {
    // What the runner writes for a schedule, which is no webhook.
    const { payload } = exampleOf("workflow_dispatch", "");
    const schedule: Example = {
      event: "schedule",
      action: "",
      index: 0,
      payload: { repository: payload.repository } as object,
    };
    const inputs = { "fail-on-changes": "true" };
    expect(await runEvent(schedule, inputs)).toMatchObject({ ...PLANNED, green: false });
    await runEvent(exampleOf("push", ""), {}, "push");
    world?.takeWrites();
    const again = await runEvent({ ...schedule, payload: exampleOf("push", "").payload }, inputs);
    expect(again).toMatchObject({ green: true, writes: false, deployed: [PROD] });
  });

  it("workflow_dispatch does what its inputs say", async () => {
    const dispatch = exampleOf("workflow_dispatch", "");
    expect(await runEvent(dispatch, { command: "plan", locations: "et*" })).toMatchObject(PLANNED);
    expect(await runEvent(dispatch, { locations: "none" })).toMatchObject({ green: false, ...NOTHING_WRITTEN });
    expect(await runEvent(dispatch, { deployment: "staging" })).toMatchObject({
      ...APPLIED,
      deployed: ["full staging"],
    });
    const redeployed = await runEvent(dispatch, { command: "redeploy", deployment: "staging" });
    expect(redeployed).toMatchObject({ green: true, writes: true });
    expect(JSON.parse(redeployed.shown.outputs.summary ?? "{}")).toMatchObject({ redeploy: 1 });
  });

  it("workflow_run comments its plan on the pull request it is told", async () => {
    world = await startActionWorld();
    const example = exampleOf("workflow_run", "completed");
    const repository = example.payload.repository?.full_name ?? "";
    world.emulator.seed({ kind: "pullRequest", repository, number: 5 });
    const done = await runEvent(fromFork(example), { "pull-request": "5" });
    expect(done).toMatchObject(PLANNED);
    expect(done.shown.outputs["comment-url"]).toContain(`${repository}/pull/5#issuecomment-`);
    expect(world.comments()).toEqual([expect.stringContaining("plan")]);
  });
});

describe("readEvent", () => {
  it("reads every example there is of any event", async () => {
    expect(examplesOf().length).toBeGreaterThan(300);
    for (const { event, payload } of examplesOf()) {
      const files = { read: async () => new TextEncoder().encode(JSON.stringify(payload)) };
      const environment = new Map(
        Object.entries({
          GITHUB_EVENT_NAME: event,
          GITHUB_EVENT_PATH: "/event.json",
          GITHUB_REPOSITORY: REPOSITORY,
          GITHUB_SHA: "f".repeat(40),
        }),
      );
      const read = await readEvent(environment, files);
      expect(read).toMatchObject({ name: event, headSha: expect.stringMatching(/^[0-9a-f]{40}$/) });
      expect(read?.pullRequest).toBe(payload.pull_request?.number ?? read?.pullRequest);
    }
  });
});
