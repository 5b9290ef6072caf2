import { describe, expect, it } from "vitest";
import { readEvent } from "../../../src/github/event.ts";
import type { GitHubEvent } from "../../../src/model/github-event.ts";

const RUNNER = {
  GITHUB_EVENT_NAME: "push",
  GITHUB_EVENT_PATH: "/home/runner/event.json",
  GITHUB_REPOSITORY: "acme/data",
  GITHUB_SHA: "merge-sha",
  GITHUB_REF: "refs/heads/main",
  GITHUB_RUN_ID: "987654",
  GITHUB_RUN_NUMBER: "12",
  GITHUB_RUN_ATTEMPT: "2",
  GITHUB_SERVER_URL: "https://github.com",
  GITHUB_WORKSPACE: "/home/runner/work/data/data",
  GITHUB_ACTOR: "octocat",
};

function read(payload: unknown, variables: Readonly<Record<string, string>> = {}): Promise<GitHubEvent | undefined> {
  const text = typeof payload === "string" ? payload : JSON.stringify(payload);
  const files = {
    read: async (path: string) => (path === RUNNER.GITHUB_EVENT_PATH ? new TextEncoder().encode(text) : undefined),
  };
  return readEvent(new Map(Object.entries({ ...RUNNER, ...variables })), files);
}

function pullRequest(headRepository: string | null, more: object = {}): object {
  return {
    action: "synchronize",
    number: 7,
    pull_request: {
      number: 7,
      head: { sha: "head-sha", ref: "feature", repo: headRepository === null ? null : { full_name: headRepository } },
      base: { ref: "main", repo: { full_name: "acme/data" } },
      ...more,
    },
  };
}

describe("readEvent", () => {
  it("reads a push", async () => {
    expect(await read({ ref: "refs/heads/main" })).toEqual({
      name: "push",
      repository: "acme/data",
      sha: "merge-sha",
      ref: "refs/heads/main",
      headSha: "merge-sha",
      headIsFork: false,
      actor: "octocat",
      runUrl: "https://github.com/acme/data/actions/runs/987654",
      runId: 987654,
      runNumber: 12,
      runAttempt: 2,
      workspace: "/home/runner/work/data/data",
    });
  });

  it("reads a pull request", async () => {
    expect(
      await read(pullRequest("acme/data", { merged: false, state: "closed" }), { GITHUB_EVENT_NAME: "pull_request" }),
    ).toMatchObject({
      name: "pull_request",
      action: "synchronize",
      pullRequest: 7,
      sha: "merge-sha",
      headSha: "head-sha",
      headRef: "feature",
      baseRef: "main",
      headIsFork: false,
      pullRequestState: "closed",
      merged: false,
    });
  });

  it.each([
    ["mallory/data", true],
    [null, true],
    ["Acme/Data", false],
  ])("the head repository %s is a fork: %s", async (repository, isFork) => {
    expect((await read(pullRequest(repository)))?.headIsFork).toBe(isFork);
  });

  it("reads a merge group", async () => {
    const payload = {
      merge_group: { head_sha: "group-sha", head_ref: "refs/heads/queue", base_ref: "refs/heads/main" },
    };
    expect(await read(payload, { GITHUB_EVENT_NAME: "merge_group" })).toMatchObject({
      headSha: "group-sha",
      baseRef: "refs/heads/main",
    });
  });

  it("reads the run that started a workflow_run", async () => {
    const payload = (repository: string): object => ({
      workflow_run: {
        head_sha: "run-sha",
        head_branch: "feature",
        head_repository: { full_name: repository },
        pull_requests: [{ number: 9 }],
      },
    });
    expect(await read(payload("acme/data"))).toMatchObject({ headSha: "run-sha", pullRequest: 9, headIsFork: false });
    expect(await read(payload("mallory/data"))).toMatchObject({ headIsFork: true });
  });

  it("knows the pull request that an issue comment is on", async () => {
    expect(await read({ issue: { number: 5, pull_request: { url: "x" } } })).toMatchObject({ pullRequest: 5 });
    expect(await read({ issue: { number: 5 } })).not.toHaveProperty("pullRequest");
  });

  it("uses the address of a GitHub server", async () => {
    expect((await read({}, { GITHUB_SERVER_URL: "https://git.acme.example/" }))?.runUrl).toBe(
      "https://git.acme.example/acme/data/actions/runs/987654",
    );
  });

  it("is undefined on a terminal", async () => {
    expect(await readEvent(new Map(), { read: async () => undefined })).toBeUndefined();
  });

  it.each([
    ["{", {}, "event-unreadable"],
    [{ pull_request: { number: "seven" } }, {}, "event-unreadable"],
    [{}, { GITHUB_EVENT_PATH: "/gone.json" }, "event-unreadable"],
    [{}, { GITHUB_SHA: "" }, "event-incomplete"],
    [{}, { GITHUB_RUN_NUMBER: "twelve" }, "event-incomplete"],
  ])("refuses %j with %j", async (payload, variables, code) => {
    await expect(read(payload, variables as Readonly<Record<string, string>>)).rejects.toMatchObject({
      name: "ActionError",
      source: "github",
      code,
      hint: expect.stringMatching(/./),
    });
  });
});
