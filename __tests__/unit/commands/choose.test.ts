import { expect, test } from "vitest";
import { chooseCommand } from "../../../src/commands/choose.ts";
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
    ...rest,
  };
}

test.each<[string, Partial<GitHubEvent>, string]>([
  ["pull_request", { action: "opened" }, "plan"],
  ["pull_request", { action: "synchronize" }, "plan"],
  ["pull_request", { action: "closed" }, "nothing"],
  ["pull_request_target", {}, "plan"],
  ["push", {}, "apply"],
  ["release", {}, "apply"],
  ["workflow_dispatch", {}, "apply"],
  ["repository_dispatch", {}, "apply"],
  ["workflow_call", {}, "apply"],
  ["merge_group", {}, "plan"],
  ["schedule", {}, "plan"],
  ["workflow_run", {}, "plan"],
  ["push", { headIsFork: true }, "plan"],
])("auto on %s %j: %s", (name, rest, expected) => {
  expect(chooseCommand("auto", event(name, rest)).command).toBe(expected);
});

test("what is asked for is done, and a terminal plans", () => {
  expect(chooseCommand("validate", event("push"))).toEqual({ command: "validate" });
  expect(chooseCommand("auto", undefined)).toEqual({ command: "plan" });
});
