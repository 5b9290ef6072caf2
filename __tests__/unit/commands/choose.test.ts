import { describe, expect, test } from "vitest";
import { type ChoiceInputs, chooseCommands } from "../../../src/commands/choose.ts";
import { readInputs } from "../../../src/inputs.ts";
import type { GitHubEvent } from "../../../src/model/github-event.ts";

function event(name: string, rest: Partial<GitHubEvent> = {}): GitHubEvent {
  return {
    name,
    repository: "example/data",
    sha: "1",
    ref: "refs/heads/main",
    headSha: "1",
    headIsFork: false,
    actor: "octocat",
    runUrl: "https://github.com/example/data/actions/runs/1",
    runId: 1,
    runNumber: 1,
    runAttempt: 1,
    workspace: "/checkout",
    ...rest,
  };
}

const INPUTS = readInputs((name) => (name === "deployment" ? "prod" : undefined));

/** As `command deployment`, or the message of what is not done. */
function choose(inputs: Partial<ChoiceInputs>, given: GitHubEvent | undefined): readonly string[] {
  return chooseCommands({ ...INPUTS, ...inputs }, given).map((chosen) =>
    chosen.command === "nothing" ? chosen.message : `${chosen.command} ${chosen.deployment.name}`,
  );
}

const CLOSED = "The pull request is closed: there is nothing to do.";

test.each<[string, Partial<GitHubEvent>, string]>([
  ["pull_request", { action: "opened" }, "plan prod"],
  ["pull_request", { action: "synchronize" }, "plan prod"],
  ["pull_request", { action: "assigned" }, "plan prod"],
  ["pull_request", { action: "closed" }, CLOSED],
  ["pull_request", { action: "opened", headIsFork: true }, "plan prod"],
  ["pull_request_target", {}, "plan prod"],
  ["push", {}, "apply prod"],
  ["release", {}, "apply prod"],
  ["workflow_dispatch", {}, "apply prod"],
  ["repository_dispatch", {}, "apply prod"],
  ["workflow_call", {}, "apply prod"],
  ["merge_group", {}, "plan prod"],
  ["schedule", {}, "plan prod"],
  ["workflow_run", {}, "plan prod"],
  ["push", { headIsFork: true }, "plan prod"],
])("auto on %s %j: %s", (name, rest, expected) => {
  expect(choose({}, event(name, rest))).toEqual([expected]);
});

const PULL: Partial<GitHubEvent> = { pullRequest: 7, headRef: "feature", baseRef: "main", pullRequestState: "open" };
const BRANCHES = { branchDeployments: true } as const;

describe("with branch deployments, auto", () => {
  test.each(["opened", "synchronize", "reopened", "ready_for_review", "edited", "labeled"])(
    "plans the full deployment and applies to the branch deployment when a pull request is %s",
    (action) => {
      expect(choose(BRANCHES, event("pull_request", { ...PULL, action }))).toEqual(["plan prod", "apply pr-7"]);
    },
  );

  test("removes the branch deployment when the pull request closes", () => {
    expect(choose(BRANCHES, event("pull_request", { ...PULL, action: "closed" }))).toEqual(["destroy prod"]);
  });

  test.each<[string, Partial<GitHubEvent>, readonly string[]]>([
    ["pull_request", { action: "assigned" }, ["plan prod"]],
    [
      "pull_request",
      { action: "opened", headIsFork: true },
      ["plan prod", "The pull request comes from a fork: it gets no branch deployment."],
    ],
    [
      "pull_request",
      { action: "closed", headIsFork: true },
      ["The pull request came from a fork: it has no branch deployment."],
    ],
    [
      "pull_request",
      { action: "labeled", pullRequestState: "closed" },
      ["plan prod", "The pull request is closed: it gets no branch deployment."],
    ],
    ["pull_request_target", { action: "opened" }, ["plan prod"]],
    ["pull_request_target", { action: "closed" }, ["plan prod"]],
    ["push", {}, ["apply prod"]],
    ["workflow_run", {}, ["plan prod"]],
    ["issue_comment", {}, ["plan prod"]],
  ])("writes nothing of a branch on %s %j", (name, rest, expected) => {
    expect(choose(BRANCHES, event(name, { ...PULL, ...rest }))).toEqual(expected);
  });

  test("gives the branch deployment what Dagster+ tells code about the branch", () => {
    const given = event("pull_request", { ...PULL, action: "opened", headSha: "c0ffee" });
    expect(chooseCommands({ ...INPUTS, ...BRANCHES, deployment: "main" }, given)[1]).toEqual({
      command: "apply",
      deployment: {
        name: "pr-7",
        kind: "branch",
        branch: {
          pullRequest: 7,
          pullRequestStatus: "OPEN",
          baseDeployment: "main",
          gitBranch: "feature",
          gitRepository: "example/data",
          gitSha: "c0ffee",
        },
      },
    });
  });

  test.each(["pr-7", "PR-7"])(
    "refuses a branch deployment that is called as the full deployment %s is",
    (deployment) => {
      const given = event("pull_request", { ...PULL, action: "opened" });
      expect(() => choose({ ...BRANCHES, deployment }, given)).toThrow(
        /would be called "pr-7", as the full deployment is/,
      );
    },
  );
});

describe("what is asked for", () => {
  const apply = { command: "apply" } as const;

  test("is done", () => {
    for (const command of ["validate", "plan", "destroy", "sweep"] as const) {
      expect(choose({ command, ...BRANCHES }, event("pull_request", PULL))).toEqual([`${command} prod`]);
    }
    expect(choose(apply, event("pull_request", PULL))).toEqual(["apply prod"]);
  });

  test.each(["pull_request", "pull_request_review", "workflow_run"])(
    "goes to the branch deployment when it is an apply of %s",
    (name) => {
      expect(choose({ ...apply, ...BRANCHES }, event(name, PULL))).toEqual(["apply pr-7"]);
    },
  );

  test("goes to the branch deployment when it is a redeploy or rollback of a pull request, too", () => {
    for (const command of ["redeploy", "rollback"] as const) {
      expect(choose({ command, ...BRANCHES }, event("pull_request", PULL))).toEqual([`${command} pr-7`]);
      expect(choose({ command }, event("pull_request", PULL))).toEqual([`${command} prod`]);
    }
  });

  test("goes to the full deployment when no pull request started the apply", () => {
    expect(choose({ ...apply, ...BRANCHES }, event("push"))).toEqual(["apply prod"]);
  });

  test.each([
    ["the head is not known", event("issue_comment", { pullRequest: 7 }), "no-pull-request-head"],
    ["the pull request closes", event("pull_request", { ...PULL, action: "closed" }), "pull-request-closed"],
    ["it is closed", event("pull_request", { ...PULL, pullRequestState: "closed" }), "pull-request-closed"],
    ["there is no event", undefined, "no-pull-request-event"],
  ])("is refused when %s", (_, given, code) => {
    expect(() => choose({ ...apply, ...BRANCHES }, given)).toThrow(expect.objectContaining({ code }));
  });
});

test("a terminal plans", () => {
  expect(choose({}, undefined)).toEqual(["plan prod"]);
});

test.each(["redeploy", "rollback"] as const)("%s is done when it is asked for, never by itself", (command) => {
  expect(choose({ command }, event("workflow_dispatch"))).toEqual([`${command} prod`]);
  expect(choose({}, event("workflow_dispatch"))).toEqual(["apply prod"]);
});
