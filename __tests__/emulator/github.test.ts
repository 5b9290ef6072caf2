import { describe, expect, it } from "vitest";
import { startEmulator } from "../../emulator/index.ts";
import { COMMENTS, REPOSITORY, startHub as start } from "./hub.ts";

describe("comments", () => {
  it("are made, read, changed and deleted", async () => {
    const { call, clock } = await start();
    const made = await call("POST", COMMENTS, { body: "hello" });
    expect(made.status).toBe(201);
    expect(made.body).toMatchObject({
      id: 1_000_001,
      body: "hello",
      html_url: "https://github.com/example/data/pull/1#issuecomment-1000001",
      user: { login: "github-actions[bot]", type: "Bot" },
      performed_via_github_app: { slug: "github-actions" },
      created_at: "2026-01-02T03:04:05Z",
    });
    clock.advance(60);
    const path = `${REPOSITORY}/issues/comments/1000001`;
    const changed = await call("PATCH", path, { body: "bye" });
    expect(changed).toMatchObject({ status: 200, body: { body: "bye", updated_at: "2026-01-02T03:05:05Z" } });
    expect(changed.body.created_at).toBe("2026-01-02T03:04:05Z");
    expect((await call("GET", path)).body).toEqual(changed.body);
    expect((await call("DELETE", path)).status).toBe(204);
    expect((await call("GET", path)).status).toBe(404);
  });

  it("come in pages of 30 with Link to the others, oldest first", async () => {
    const { emulator, list } = await start();
    for (let i = 0; i < 70; i += 1) {
      emulator.seed({ kind: "comment", repository: "example/data", issue: 1, body: `c${i}` });
    }
    emulator.seed({ kind: "pullRequest", repository: "example/data", number: 2 });
    emulator.seed({ kind: "comment", repository: "example/data", issue: 2, body: "elsewhere" });
    const first = await list(`${emulator.url}${COMMENTS}`, "body");
    expect(first.numbers).toHaveLength(30);
    expect(first.numbers[0]).toBe("c0");
    expect(Object.keys(first.links)).toEqual(["next", "last"]);
    const second = await list(first.links.next ?? "", "body");
    expect(second.numbers[0]).toBe("c30");
    expect(Object.keys(second.links).toSorted()).toEqual(["first", "last", "next", "prev"]);
    const last = await list(second.links.last ?? "", "body");
    expect(last.numbers).toHaveLength(10);
    expect(Object.keys(last.links).toSorted()).toEqual(["first", "prev"]);
    const wide = await list(`${emulator.url}${COMMENTS}?per_page=500`, "body");
    expect(wide).toMatchObject({ links: {} });
    expect(wide.numbers).toHaveLength(70);
    expect((await list(`${emulator.url}${COMMENTS}?per_page=2&page=3`, "body")).numbers).toEqual(["c4", "c5"]);
  });

  it("at most 100 a page", async () => {
    const { emulator, list } = await start();
    for (let i = 0; i < 101; i += 1) {
      emulator.seed({ kind: "comment", repository: "example/data", issue: 1, body: `c${i}` });
    }
    expect((await list(`${emulator.url}${COMMENTS}?per_page=500`, "body")).numbers).toHaveLength(100);
  });

  it("since a time are those changed since", async () => {
    const { emulator, clock, list } = await start();
    emulator.seed({ kind: "comment", repository: "example/data", issue: 1, body: "old" });
    clock.advance(100);
    emulator.seed({ kind: "comment", repository: "example/data", issue: 1, body: "new" });
    const since = new Date(clock.now() - 50_000).toISOString();
    expect((await list(`${emulator.url}${COMMENTS}?since=${since}`, "body")).numbers).toEqual(["new"]);
  });

  it("are refused empty, too long, or on an issue that is not there", async () => {
    const { call } = await start();
    expect(await call("POST", COMMENTS, { body: "  " })).toMatchObject({
      status: 422,
      body: { message: "Validation Failed", errors: [{ resource: "IssueComment", field: "body" }] },
    });
    expect((await call("POST", COMMENTS, { body: "x".repeat(65_536) })).status).toBe(201);
    expect(await call("POST", COMMENTS, { body: "x".repeat(65_537) })).toMatchObject({
      status: 422,
      body: { errors: [{ message: expect.stringContaining("65536") }] },
    });
    expect((await call("POST", `${REPOSITORY}/issues/9/comments`, { body: "x" })).status).toBe(404);
    expect((await call("POST", COMMENTS, "{")).status).toBe(400);
  });
});

describe("permissions", () => {
  it("reading needs no token, writing does", async () => {
    const { call } = await start();
    expect((await call("GET", COMMENTS, undefined, "")).status).toBe(200);
    expect(await call("POST", COMMENTS, { body: "x" }, "")).toMatchObject({
      status: 401,
      body: { message: "Requires authentication" },
    });
  });

  it("a token without the permission is told so", async () => {
    const { call, emulator } = await start();
    emulator.fail({ service: "github", operation: `POST ${COMMENTS_ROUTE}`, effect: { kind: "accessDenied" } });
    expect(await call("POST", COMMENTS, { body: "x" })).toMatchObject({
      status: 403,
      body: { message: "Resource not accessible by integration" },
    });
    expect((await call("GET", COMMENTS)).status).toBe(200);
  });

  it("an installation's token has no user, a person's has", async () => {
    expect(await (await start()).call("GET", "/user")).toMatchObject({ status: 403 });
    const person = await start({ githubLogin: "octocat" });
    expect(await person.call("GET", "/user")).toMatchObject({ status: 200, body: { login: "octocat", type: "User" } });
    expect((await person.call("GET", "/user", undefined, "")).status).toBe(401);
    expect((await person.call("GET", "/app")).status).toBe(401);
  });

  it("a rate limit and bad credentials look as GitHub's do", async () => {
    const { call, emulator } = await start();
    emulator.fail(
      { service: "github", nth: 1, effect: { kind: "throttle" } },
      { service: "github", nth: 2, effect: { kind: "expiredCredentials" } },
      { service: "github", nth: 3, effect: { kind: "error", code: "x", message: "Server Error", status: 502 } },
    );
    const limited = await call("GET", REPOSITORY);
    expect(limited).toMatchObject({ status: 403, body: { message: expect.stringContaining("rate limit") } });
    expect(limited.headers.get("x-ratelimit-remaining")).toBe("0");
    expect(await call("GET", REPOSITORY)).toMatchObject({ status: 401, body: { message: "Bad credentials" } });
    expect(await call("GET", REPOSITORY)).toMatchObject({ status: 502, body: { message: "Server Error" } });
    expect((await call("GET", "/rate_limit")).body).toMatchObject({ rate: { limit: 1000 } });
  });
});

const COMMENTS_ROUTE = "/repos/{owner}/{repo}/issues/{issue_number}/comments";

describe("pull requests", () => {
  it("say where they come from; another repository is a fork", async () => {
    const { call, emulator } = await start();
    emulator.seed({
      kind: "pullRequest",
      repository: "example/data",
      number: 7,
      headRepository: "stranger/data",
      headRef: "feature",
      labels: ["deploy"],
      state: "closed",
      merged: true,
    });
    expect((await call("GET", `${REPOSITORY}/pulls/7`)).body).toMatchObject({
      number: 7,
      state: "closed",
      merged: true,
      merged_at: "2026-01-02T03:04:05Z",
      labels: [{ name: "deploy" }],
      head: { ref: "feature", label: "stranger:feature", repo: { full_name: "stranger/data", fork: true } },
      base: { ref: "main", repo: { full_name: "example/data", fork: false } },
    });
    expect((await call("GET", `${REPOSITORY}/pulls/8`)).status).toBe(404);
  });

  it("are listed newest first by state, head and base, in pages, and by commit", async () => {
    const { emulator, list } = await start();
    const repository = "example/data";
    emulator.seed(
      { kind: "pullRequest", repository, number: 2, headRef: "feature", headSha: "abc" },
      { kind: "pullRequest", repository, number: 3, state: "closed" },
      { kind: "pullRequest", repository, number: 4, baseRef: "release" },
    );
    const pulls = async (query: string) => (await list(`${emulator.url}${REPOSITORY}/pulls${query}`, "number")).numbers;
    expect(await pulls("")).toEqual([4, 2, 1]);
    expect(await pulls("?state=all")).toEqual([4, 3, 2, 1]);
    expect(await pulls("?head=example:feature")).toEqual([2]);
    expect(await pulls("?base=release")).toEqual([4]);
    expect(await pulls("?per_page=2&page=2")).toEqual([1]);
    const { numbers } = await list(`${emulator.url}${REPOSITORY}/commits/abc/pulls`, "number");
    expect(numbers).toEqual([2]);
  });
});

describe("addresses", () => {
  it("names of repositories do not tell case apart; what is not there is 404", async () => {
    const { call } = await start();
    expect((await call("GET", "/repos/Example/DATA")).body).toMatchObject({ full_name: "example/data" });
    expect((await call("GET", "/repos/example/other")).status).toBe(404);
    expect((await call("GET", "/nothing")).status).toBe(404);
  });

  it("the prefix of GitHub Enterprise is answered, and kept in links", async () => {
    const { emulator, list } = await start();
    for (const body of ["a", "b"]) emulator.seed({ kind: "comment", repository: "example/data", issue: 1, body });
    const { links } = await list(`${emulator.url}/api/v3${COMMENTS}?per_page=1`, "body");
    expect(links.next).toContain(`${emulator.url}/api/v3${COMMENTS}?per_page=1&page=2`);
    expect((await list(links.next ?? "", "body")).numbers).toEqual(["b"]);
  });

  it("the call log has the route", async () => {
    const emulator = await startEmulator();
    await fetch(`${emulator.url}${COMMENTS}`);
    expect(emulator.calls({ service: "github" })).toMatchObject([
      { operation: `GET ${COMMENTS_ROUTE}`, request: { owner: "example", repo: "data" }, status: 404 },
    ]);
    await emulator.close();
  });
});
