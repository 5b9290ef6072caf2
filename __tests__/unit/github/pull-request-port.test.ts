import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createPullRequestPort } from "../../../src/github/pull-request-port.ts";
import { renderCommentMarker } from "../../../src/model/comment-marker.ts";
import type { PullRequestPort } from "../../../src/ports.ts";
import { type FakeComment, type FakeGitHub, startFakeGitHub } from "./fake-github.ts";

const KEY = "dagster_cloud.yaml/prod";
const BOT = { login: "github-actions[bot]", type: "Bot" } as const;

function bodyOf(text: string, key = KEY, runId?: number): string {
  return `${renderCommentMarker({ key, ...(runId !== undefined && { runId }) })}\n${text}`;
}

let github: FakeGitHub;
let pauses: number[];

beforeEach(async () => {
  github = await startFakeGitHub(2);
  pauses = [];
});
afterEach(async () => github.close());

function connect(token = "ghs_token"): PullRequestPort {
  const clock = {
    now: () => 0,
    sleep: async (milliseconds: number) => {
      pauses.push(milliseconds);
    },
  };
  return createPullRequestPort({ token, repository: "acme/data", apiUrl: github.url, clock });
}

function upsert(text: string, options: { runId?: number; onlyUpdate?: boolean; token?: string } = {}) {
  return connect(options.token).upsertComment(7, KEY, bodyOf(text, KEY, options.runId), {
    onlyUpdate: options.onlyUpdate ?? false,
  });
}

function place(...comments: readonly (Partial<FakeComment> & { body: string })[]): void {
  for (const comment of comments) github.comments.push({ id: github.comments.length + 1, user: BOT, ...comment });
}

function texts(): readonly string[] {
  return github.comments.map(({ body }) => body.split("\n").at(-1) ?? "");
}

describe("upsertComment", () => {
  it("creates the comment, updates it, and leaves it when nothing changed", async () => {
    expect(await upsert("one")).toEqual({
      url: "https://github.com/acme/data/pull/7#issuecomment-1",
      change: "created",
    });
    expect(await upsert("two")).toMatchObject({ change: "updated" });
    github.requests.length = 0;
    expect(await upsert("two")).toMatchObject({ change: "unchanged" });
    expect(github.requests.every((request) => request.startsWith("GET "))).toBe(true);
    expect(texts()).toEqual(["two"]);
  });

  it("finds the comment on a later page", async () => {
    place({ body: "a" }, { body: "b" }, { body: "c" }, { body: "d" }, { body: bodyOf("old") });
    expect(await upsert("new")).toMatchObject({ change: "updated" });
    expect(texts()).toEqual(["a", "b", "c", "d", "new"]);
  });

  it("creates none when only an update is wanted", async () => {
    expect(await upsert("one", { onlyUpdate: true })).toBeUndefined();
    expect(github.comments).toEqual([]);
  });

  it("leaves comments of people, of other keys, and with the marker further down", async () => {
    place(
      { body: bodyOf("of a person"), user: { login: "mallory", type: "User" } },
      { body: bodyOf("other key", "other") },
      { body: `> ${bodyOf("quoted")}` },
    );
    expect(await upsert("ours")).toMatchObject({ change: "created" });
    expect(texts()).toEqual(["of a person", "other key", "quoted", "ours"]);
  });

  it("recognizes its own comments by the login of a personal token", async () => {
    github.login = "deployer";
    place({ body: bodyOf("of a bot") }, { body: bodyOf("ours"), user: { login: "deployer", type: "User" } });
    expect(await upsert("new", { token: "ghp_token" })).toMatchObject({ change: "updated" });
    expect(texts()).toEqual(["of a bot", "new"]);
  });

  it("takes a token that may not say whose it is for an app's", async () => {
    place({ body: bodyOf("old") });
    expect(await upsert("new", { token: "token" })).toMatchObject({ change: "updated" });
  });

  it("keeps the oldest of several and deletes the others", async () => {
    place({ body: bodyOf("first") }, { body: bodyOf("second") }, { body: bodyOf("third") });
    expect(await upsert("new")).toMatchObject({ change: "updated" });
    expect(texts()).toEqual(["new"]);
  });

  it("keeps the other run's comment when both create one at the same moment", async () => {
    github.beforeCreate = () => place({ body: bodyOf("of the other run") });
    expect(await upsert("ours")).toEqual({
      url: "https://github.com/acme/data/pull/7#issuecomment-1",
      change: "updated",
    });
    expect(texts()).toEqual(["ours"]);
  });

  it("leaves the comment of a newer run", async () => {
    place({ body: bodyOf("newer", KEY, 200) });
    expect(await upsert("older", { runId: 100 })).toMatchObject({ change: "unchanged" });
    expect(texts()).toEqual(["newer"]);
    expect(await upsert("newest", { runId: 300 })).toMatchObject({ change: "updated" });
  });
});

describe("failures", () => {
  it.each([
    [
      { status: 403, message: "Resource not accessible by integration" },
      "github-forbidden",
      "permissions: pull-requests: write",
    ],
    [{ status: 404, message: "Not Found" }, "github-not-found", "permissions: pull-requests: write"],
    [{ status: 401, message: "Bad credentials" }, "github-unauthorized", "github-token"],
  ])("%j is an error with a hint, at once", async (failure, code, hint) => {
    github.failures.push(failure);
    const error = await upsert("x").catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ name: "ActionError", source: "github", code, hint: expect.stringContaining(hint) });
    expect(pauses).toEqual([]);
  });

  it.each([
    [{ status: 502 }, [1_000]],
    [{ status: 429, headers: { "retry-after": "3" } }, [3_000]],
    [{ status: 403, message: "You have exceeded a secondary rate limit" }, [4_000]],
    [{ status: 403, headers: { "x-ratelimit-remaining": "0", "retry-after": "2" } }, [2_000]],
  ])("%j is tried again", async (failure, expected) => {
    github.failures.push(failure);
    expect(await upsert("x")).toMatchObject({ change: "created" });
    expect(pauses).toEqual(expected);
  });

  it("gives up after four attempts", async () => {
    github.failures.push(...Array.from({ length: 4 }, () => ({ status: 500 })));
    await expect(upsert("x")).rejects.toMatchObject({ code: "github-unavailable", source: "github" });
    expect(pauses).toEqual([1_000, 2_000, 4_000]);
  });

  it("does not wait for a rate limit that lasts", async () => {
    github.failures.push({ status: 429, headers: { "retry-after": "3600" } });
    await expect(upsert("x")).rejects.toMatchObject({ code: "github-unavailable" });
    expect(pauses).toEqual([]);
  });

  it("makes one comment although the answer to its creation was lost", async () => {
    github.losesNextCreation = true;
    expect(await upsert("x")).toMatchObject({ url: expect.stringContaining("issuecomment-1") });
    expect(github.requests.filter((request) => request.startsWith("POST "))).toHaveLength(2);
    expect(texts()).toEqual(["x"]);
  });

  it("says so when there is no answer at all", async () => {
    const url = github.url;
    await github.close();
    const port = createPullRequestPort({
      token: "ghs_token",
      repository: "acme/data",
      apiUrl: url,
      clock: { now: () => 0, sleep: async () => {} },
    });
    await expect(port.upsertComment(7, KEY, "x", { onlyUpdate: false })).rejects.toMatchObject({
      code: "github-unavailable",
      message: expect.stringContaining("no answer"),
    });
    github = await startFakeGitHub();
  });
});
