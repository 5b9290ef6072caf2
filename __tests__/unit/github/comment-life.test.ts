import { describe, expect, it } from "vitest";
import type { FaultRule } from "../../../emulator/index.ts";
import { createPace } from "../../../src/github/octokit.ts";
import { createPullRequestPort } from "../../../src/github/pull-request-port.ts";
import { bodyOf, COMMENT, COMMENTS, type Hub, KEY, startHub } from "./hub.ts";

const LIST = `GET ${COMMENTS}`;
const CREATE = `POST ${COMMENTS}`;
const READ = `GET ${COMMENT}`;
const UPDATE = `PATCH ${COMMENT}`;
const DELETE = `DELETE ${COMMENT}`;

/** Milliseconds between the question whose token it is, which is sent as a write, and the first write. */
const PACE = 1_000;

describe("the comment", () => {
  it("is created, updated in place, and left alone when nothing in it changed", async () => {
    const { upsert, texts, takeCalls } = await startHub();
    const url = "https://github.com/acme/data/pull/7#issuecomment-1000001";
    expect(await upsert("one")).toEqual({ url, change: "created" });
    expect(takeCalls()).toEqual([LIST, CREATE, LIST]);
    expect(await upsert("two")).toEqual({ url, change: "updated" });
    expect(takeCalls()).toEqual([LIST, READ, UPDATE]);
    expect(await upsert("two")).toEqual({ url, change: "unchanged" });
    expect(takeCalls()).toEqual([LIST]);
    expect(texts()).toEqual(["two"]);
  });

  it("is none when only one that is there is to be updated", async () => {
    const { upsert, texts, takeCalls, place } = await startHub();
    expect(await upsert("one", { onlyUpdate: true })).toBeUndefined();
    expect(takeCalls()).toEqual([LIST]);
    place({ body: bodyOf("old") });
    expect(await upsert("one", { onlyUpdate: true })).toMatchObject({ change: "updated" });
    expect(texts()).toEqual(["one"]);
  });

  it("is found beyond the third page", async () => {
    const { upsert, texts, takeCalls, place } = await startHub({ githubPageSize: 2 });
    place(...["a", "b", "c", "d", "e", "f", "g"].map((body) => ({ body, login: "octocat" })), { body: bodyOf("old") });
    expect(await upsert("new")).toMatchObject({ change: "updated" });
    expect(takeCalls()).toEqual([LIST, LIST, LIST, LIST, READ, UPDATE]);
    expect(texts()).toEqual(["a", "b", "c", "d", "e", "f", "g", "new"]);
  });

  it("of others is not touched: with our marker, with another key, with the marker further down", async () => {
    const { upsert, texts, place } = await startHub();
    place(
      { body: bodyOf("of a person"), login: "mallory" },
      { body: bodyOf("of another app"), login: "mallory[bot]" },
      { body: bodyOf("other key", 1, "other") },
      { body: `> ${bodyOf("quoted")}` },
    );
    const others = ["of a person", "of another app", "other key", "quoted"];
    expect(await upsert("ours")).toMatchObject({ change: "created" });
    expect(texts()).toEqual([...others, "ours"]);
    expect(await upsert("ours again")).toMatchObject({ change: "updated" });
    expect(texts()).toEqual([...others, "ours again"]);
  });

  it("is known by the login of a personal token", async () => {
    const { connect, texts, place } = await startHub({ githubLogin: "deployer" });
    place({ body: bodyOf("of a bot") }, { body: bodyOf("ours"), login: "deployer" });
    const port = connect({ token: "ghp_token" });
    expect(await port.upsertComment(7, KEY, bodyOf("new"), { onlyUpdate: false })).toMatchObject({ change: "updated" });
    expect(texts()).toEqual(["of a bot", "new"]);
  });

  it.each<FaultRule["effect"]>([{ kind: "accessDenied" }, { kind: "error", code: "Not Found", status: 404 }])(
    "is taken for ours when a bot wrote it and GitHub does not say whose the token is: %j",
    async (effect) => {
      const { emulator, upsert, texts, place } = await startHub();
      place({ body: bodyOf("of a person"), login: "mallory" }, { body: bodyOf("old") });
      emulator.fail({ operation: "POST /graphql", effect });
      expect(await upsert("new")).toMatchObject({ change: "updated" });
      expect(texts()).toEqual(["of a person", "new"]);
    },
  );

  it("is one: of several the oldest stays, with the content of the newest run", async () => {
    const { upsert, texts, place } = await startHub();
    place({ body: bodyOf("first", 1) }, { body: bodyOf("third", 30) }, { body: bodyOf("second", 2) });
    expect(await upsert("older", { runId: 20 })).toMatchObject({ change: "updated" });
    expect(texts()).toEqual(["third"]);
  });

  it("of a newer run is left alone by an older one", async () => {
    const { upsert, texts, takeCalls, place } = await startHub();
    place({ body: bodyOf("newer", 200) });
    expect(await upsert("older", { runId: 100 })).toMatchObject({ change: "unchanged" });
    expect(takeCalls()).toEqual([LIST]);
    expect(texts()).toEqual(["newer"]);
    expect(await upsert("newest", { runId: 300 })).toMatchObject({ change: "updated" });
    expect(texts()).toEqual(["newest"]);
  });

  it("that is deleted in between is made again", async () => {
    for (const held of [READ, UPDATE]) {
      const { emulator, upsert, texts, place } = await startHub();
      place({ body: bodyOf("old") });
      emulator.fail({ operation: held, times: 1, effect: { kind: "hold" } });
      const writing = upsert("new");
      await emulator.nextHeld();
      await deleteAll(emulator.url);
      emulator.release();
      expect(await writing).toMatchObject({ change: "created" });
      expect(texts()).toEqual(["new"]);
    }
  });
});

async function deleteAll(url: string): Promise<void> {
  const repository = `${url}/repos/acme/data/issues`;
  const comments = (await (await fetch(`${repository}/7/comments`)).json()) as readonly { id: number }[];
  for (const { id } of comments) {
    await fetch(`${repository}/comments/${id}`, { method: "DELETE", headers: { authorization: "token x" } });
  }
}

/** One run stops at one of its calls, the other runs from beginning to end, then the first goes on. */
async function race(hub: Hub, stop: Pick<FaultRule, "operation" | "when">, first: number): Promise<readonly string[]> {
  const { emulator, upsert } = hub;
  emulator.fail({ ...stop, times: 1, effect: { kind: "hold" } });
  const stopped = upsert(`of run ${first}`, { runId: first });
  await Promise.race([emulator.nextHeld(), stopped]);
  emulator.clearFaults();
  await upsert(`of run ${300 - first}`, { runId: 300 - first });
  emulator.release();
  await stopped;
  return hub.texts();
}

describe("of two runs at once", () => {
  const calls = [LIST, CREATE, READ, UPDATE, DELETE];
  const stops = calls.flatMap((operation) => (["before", "after"] as const).map((when) => ({ operation, when })));

  describe.each([100, 200])("run %i stops", (first) => {
    it.each(stops)(
      "at $operation, $when its effect, with no comment there: one comment of the newer is left",
      async (stop) => {
        expect(await race(await startHub(), stop, first)).toEqual(["of run 200"]);
      },
    );

    it.each(stops)("at $operation, $when its effect, with a comment there: it is the newer's", async (stop) => {
      const hub = await startHub();
      hub.place({ body: bodyOf("old", 1) });
      expect(await race(hub, stop, first)).toEqual(["of run 200"]);
    });
  });

  it("both of which have created one, one is left, with the newer's content", async () => {
    for (const [one, other] of [
      [100, 200],
      [200, 100],
    ] as const) {
      const { emulator, upsert, texts } = await startHub();
      emulator.fail({ operation: CREATE, times: 2, effect: { kind: "hold" } });
      const runs = [upsert(`of run ${one}`, { runId: one })];
      await emulator.nextHeld();
      runs.push(upsert(`of run ${other}`, { runId: other }));
      await expect.poll(() => emulator.held().length).toBe(2);
      emulator.release();
      await Promise.all(runs);
      expect(texts()).toEqual(["of run 200"]);
    }
  });

  it("and GitHub tells nothing of edits, the newer looks at the comment itself", async () => {
    const { emulator, upsert, texts, place, takeCalls } = await startHub();
    place({ body: bodyOf("old", 1) });
    emulator.fail({ operation: "POST /graphql", contains: "userContentEdits", effect: { kind: "accessDenied" } });
    expect(await upsert("new", { runId: 2 })).toMatchObject({ change: "updated" });
    expect(takeCalls()).toEqual([LIST, READ, UPDATE, READ]);
    expect(texts()).toEqual(["new"]);
  });

  it("the newer writes again when the older one's update comes right after its own", async () => {
    const { emulator, upsert, texts, place } = await startHub();
    place({ body: bodyOf("old", 1) });
    emulator.fail({ operation: UPDATE, when: "after", times: 1, effect: { kind: "hold" } });
    const newer = upsert("newer", { runId: 200 });
    await emulator.nextHeld();
    const [path, headers] = [`${emulator.url}/repos/acme/data/issues/comments/1000001`, { authorization: "token x" }];
    await fetch(path, { method: "PATCH", headers, body: JSON.stringify({ body: bodyOf("older", 100) }) });
    emulator.release();
    await newer;
    expect(texts()).toEqual(["newer"]);
  });
});

describe("a refusal", () => {
  const denied = { kind: "accessDenied" } as const;
  it.each<[string, FaultRule["effect"], string, string]>([
    ["403", denied, "github-forbidden", "`permissions: pull-requests: write`"],
    [
      "404",
      { kind: "error", code: "x", message: "Not Found", status: 404 },
      "github-not-found",
      "pull-requests: write",
    ],
    ["401", { kind: "expiredCredentials" }, "github-unauthorized", "`github-token`"],
    ["422", { kind: "error", code: "x", message: "Validation Failed", status: 422 }, "github-refused", "job summary"],
    ["410", { kind: "error", code: "x", message: "Gone", status: 410 }, "github-refused", "job summary"],
  ])("%s is an error with a hint, at once", async (_, effect, code, hint) => {
    const { emulator, upsert, pauses, takeCalls } = await startHub();
    emulator.fail({ operation: CREATE, effect });
    await expect(upsert("x")).rejects.toMatchObject({
      name: "ActionError",
      source: "github",
      code,
      hint: expect.stringContaining(hint),
    });
    expect(pauses).toEqual([PACE]);
    expect(takeCalls()).toEqual([LIST, CREATE]);
  });

  it("of a token that may only read names the permission", async () => {
    const { upsert, place, texts } = await startHub({
      githubPermissions: { pull_requests: "read", deployments: "none" },
    });
    const refused = { code: "github-forbidden", hint: expect.stringContaining("`permissions: pull-requests: write`") };
    await expect(upsert("x")).rejects.toMatchObject(refused);
    place({ body: bodyOf("old") });
    await expect(upsert("x")).rejects.toMatchObject(refused);
    expect(texts()).toEqual(["old"]);
  });

  it("of a token that may not even read names what it takes to comment", async () => {
    const { upsert } = await startHub({ githubPermissions: { pull_requests: "none", deployments: "none" } });
    const hint = expect.stringContaining("`permissions: pull-requests: write`");
    await expect(upsert("x")).rejects.toMatchObject({ code: "github-forbidden", hint });
  });

  it("of a locked conversation says that it is locked; a comment that is there is updated", async () => {
    const { emulator, upsert, place, texts } = await startHub();
    emulator.seed({ kind: "pullRequest", repository: "acme/data", number: 7, locked: true });
    await expect(upsert("x")).rejects.toMatchObject({ code: "github-locked", hint: expect.stringContaining("unlock") });
    place({ body: bodyOf("old") });
    await upsert("x");
    expect(texts()).toEqual(["x"]);
  });

  it("of a comment that is too long, or on a pull request that is not there", async () => {
    const { upsert } = await startHub();
    await expect(upsert("x".repeat(65_536))).rejects.toMatchObject({ code: "github-refused" });
    await expect(upsert("x", { number: 8 })).rejects.toMatchObject({ code: "github-not-found" });
  });

  it("with a whole page of text is told in a line", async () => {
    const { emulator, upsert } = await startHub();
    const message = `${"long ".repeat(200)}\n<html>`;
    emulator.fail({ operation: CREATE, effect: { kind: "error", code: "x", message, status: 400 } });
    await expect(upsert("x")).rejects.toMatchObject({ message: expect.stringMatching(/^[^\n]{0,300}$/) });
  });
});

describe("what may pass", () => {
  it.each([LIST, CREATE])("a 5xx of %s is tried again, four times in all", async (operation) => {
    const { emulator, upsert, pauses, texts } = await startHub();
    emulator.fail({ operation, times: 3, effect: { kind: "error", code: "x", message: "Bad", status: 502 } });
    expect(await upsert("x")).toMatchObject({ change: "created" });
    expect(pauses).toEqual(operation === LIST ? [1_000, 2_000, 4_000] : [PACE, 1_000, 2_000, 4_000]);
    expect(texts()).toEqual(["x"]);
    emulator.fail({ operation, effect: { kind: "error", code: "x", message: "Bad", status: 500 } });
    if (operation === LIST) await expect(upsert("y")).rejects.toMatchObject({ code: "github-unavailable" });
  });

  it("a connection that is closed is tried again", async () => {
    const { emulator, upsert, pauses } = await startHub();
    emulator.fail({ operation: LIST, times: 1, effect: { kind: "reset" } });
    expect(await upsert("x")).toMatchObject({ change: "created" });
    expect(pauses).toEqual([1_000]);
  });

  it.each([CREATE, UPDATE, DELETE])("an answer to %s that was lost leaves one comment", async (operation) => {
    const { emulator, upsert, place, texts } = await startHub();
    if (operation !== CREATE) place({ body: bodyOf("old") });
    if (operation === DELETE) place({ body: bodyOf("second") });
    for (const effect of [{ kind: "reset" }, { kind: "error", code: "x", status: 502 }] as const) {
      emulator.fail({ operation, when: "after", times: 1, effect });
      await upsert(`x ${effect.kind}`);
      expect(texts()).toEqual([`x ${effect.kind}`]);
      if (operation === CREATE) await deleteAll(emulator.url);
    }
  });

  it("a secondary rate limit is waited for as long as it says, or for a minute", async () => {
    const { emulator, upsert, pauses, texts } = await startHub();
    emulator.fail({ operation: CREATE, nth: 1, effect: { kind: "secondaryRateLimit", retryAfterSeconds: 7 } });
    emulator.fail({ operation: CREATE, nth: 2, effect: { kind: "secondaryRateLimit" } });
    expect(await upsert("x")).toMatchObject({ change: "created" });
    expect(pauses).toEqual(expect.arrayContaining([7_000, 60_000]));
    expect(texts()).toEqual(["x"]);
  });

  it("a primary rate limit that is over soon is waited for", async () => {
    const { emulator, upsert, pauses } = await startHub();
    emulator.fail({ operation: LIST, times: 1, effect: { kind: "throttle" } });
    expect(await upsert("x")).toMatchObject({ change: "created" });
    expect(pauses).toHaveLength(1);
  });

  it("a rate limit that lasts is not waited for", async () => {
    const { upsert, pauses } = await startHub({ githubRequestsPerHour: 2 });
    await expect(upsert("x")).rejects.toMatchObject({
      code: "github-rate-limit",
      hint: expect.stringContaining("hour"),
    });
    expect(pauses).toEqual([PACE]);
    const { emulator, ...other } = await startHub();
    emulator.fail({ operation: CREATE, effect: { kind: "secondaryRateLimit", retryAfterSeconds: 3_600 } });
    await expect(other.upsert("x")).rejects.toMatchObject({ code: "github-rate-limit" });
    expect(other.pauses).toEqual([PACE]);
  });

  it("a rate limit that comes back is not waited for without end, in one request and in a run", async () => {
    const { emulator, pauses, clock } = await startHub();
    emulator.fail({ operation: CREATE, effect: { kind: "secondaryRateLimit", retryAfterSeconds: 50 } });
    const pace = createPace(clock);
    const port = createPullRequestPort({ token: "ghs_x", repository: "acme/data", apiUrl: emulator.url, pace });
    for (let i = 0; i < 3; i += 1) {
      const writing = port.upsertComment(7, KEY, bodyOf("x"), { onlyUpdate: false });
      await expect(writing).rejects.toMatchObject({ code: "github-rate-limit" });
    }
    expect(pauses.filter((pause) => pause === 50_000)).toHaveLength(3);
  });

  it("no answer at all is an error that says so", async () => {
    const { emulator, clock } = await startHub();
    await emulator.close();
    const options = { token: "ghs_token", repository: "acme/data", apiUrl: emulator.url, pace: createPace(clock) };
    await expect(
      createPullRequestPort(options).upsertComment(7, KEY, "x", { onlyUpdate: false }),
    ).rejects.toMatchObject({ code: "github-unavailable", message: expect.stringContaining("no answer") });
  });
});

describe("GitHub Enterprise", () => {
  it("has its API under a prefix, and GraphQL beside it", async () => {
    const { emulator, clock, texts } = await startHub();
    const apiUrl = `${emulator.url}/api/v3/`;
    const options = { token: "ghs_token", repository: "acme/data", apiUrl, pace: createPace(clock) };
    await createPullRequestPort(options).upsertComment(7, KEY, bodyOf("x"), { onlyUpdate: false });
    expect(texts()).toEqual(["x"]);
    expect(emulator.calls({ operation: "POST /graphql" })).toMatchObject([{ status: 200 }]);
  });
});

it("writes are sent a second apart, and what notifies people three", async () => {
  const { emulator, clock, pauses, texts } = await startHub();
  const pace = createPace(clock);
  const port = createPullRequestPort({ token: "ghs_x", repository: "acme/data", apiUrl: emulator.url, pace });
  for (const key of ["a", "b"]) await port.upsertComment(7, key, bodyOf(key, 1, key), { onlyUpdate: false });
  // Whose token it is; then the comments, the second three seconds after the first.
  expect(pauses).toEqual([PACE, PACE, 2 * PACE]);
  expect(texts()).toEqual(["a", "b"]);
});
