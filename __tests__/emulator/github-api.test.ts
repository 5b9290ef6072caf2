import { describe, expect, it } from "vitest";
import { answerSchema, checkGitHubAnswer } from "../../emulator/github/openapi.ts";
import { COMMENTS, type Hub, REPOSITORY, startHub } from "./hub.ts";

const DEPLOYMENTS = `${REPOSITORY}/deployments`;

describe("GitHub's description", () => {
  it.each([
    ["an unknown member of the body", "POST", COMMENTS, { body: "x", text: "y" }, "body: text"],
    ["a wrong type in the body", "POST", COMMENTS, { body: 7 }, "body: '/body' must be string"],
    ["a required member that is missing", "POST", DEPLOYMENTS, { environment: "prod" }, "required property 'ref'"],
    ["a state that there is none of", "POST", `${DEPLOYMENTS}/1/statuses`, { state: "done" }, "allowed values"],
    ["an unknown parameter", "GET", `${COMMENTS}?sort=asc`, undefined, "query: sort"],
    ["a parameter of a wrong type", "GET", `${COMMENTS}?per_page=many`, undefined, "query per_page"],
    ["a time that is none", "GET", `${COMMENTS}?since=yesterday`, undefined, "query since"],
    ["a number that is none", "GET", `${REPOSITORY}/issues/one/comments`, undefined, "path issue_number"],
    ["a body where there is none", "DELETE", `${REPOSITORY}/issues/comments/1`, { body: "x" }, "body: body"],
  ])("refuses %s", async (_, method, path, body, why) => {
    const { call } = await startHub();
    const reply = await call(method, path, body);
    expect(reply).toMatchObject({ status: 422, body: { message: expect.stringContaining(why) } });
  });

  it("is what every answer fits, the many members that the emulator has nothing to say of included", async () => {
    const { call } = await startHub();
    const { body } = await call("GET", `${REPOSITORY}/pulls/1`);
    expect(body).toMatchObject({
      number: 1,
      mergeable: null,
      commits: 0,
      head: { repo: { full_name: "example/data" } },
    });
    const operation = "GET /repos/{owner}/{repo}/pulls/{pull_number}";
    expect(() => checkGitHubAnswer(operation, 200, body)).not.toThrow();
    expect(() => checkGitHubAnswer(operation, 200, { ...body, number: "1" })).toThrow(/'\/number' must be integer/);
    const { title: _, ...untitled } = body;
    expect(() => checkGitHubAnswer(operation, 200, untitled)).toThrow(/'title'/);
    expect(() => checkGitHubAnswer(operation, 207, body)).toThrow(/has no answer 207/);
    expect(answerSchema("DELETE /repos/{owner}/{repo}/issues/comments/{comment_id}", 204)).toBeNull();
  });
});

describe("pages", () => {
  it("are as small as a test wants them, whatever is asked for", async () => {
    const { emulator, list } = await startHub({ githubPageSize: 2 });
    for (const body of ["a", "b", "c"]) emulator.seed({ kind: "comment", repository: "example/data", issue: 1, body });
    const { numbers, links } = await list(`${emulator.url}${COMMENTS}?per_page=100`, "body");
    expect(numbers).toEqual(["a", "b"]);
    expect((await list(links.next ?? "", "body")).numbers).toEqual(["c"]);
  });
});

describe("limits", () => {
  it("so many requests an hour, told in headers; then 403 until the hour is over", async () => {
    const { call, clock } = await startHub({ githubRequestsPerHour: 2 });
    const first = await call("GET", COMMENTS);
    expect(first.headers.get("x-ratelimit-remaining")).toBe("1");
    await call("GET", COMMENTS);
    const refused = await call("POST", COMMENTS, { body: "x" });
    expect(refused).toMatchObject({
      status: 403,
      body: { message: expect.stringContaining("API rate limit exceeded") },
    });
    expect(refused.headers.get("x-ratelimit-remaining")).toBe("0");
    const seconds = Number(refused.headers.get("x-ratelimit-reset")) - clock.now() / 1000;
    expect(seconds).toBe(3_600);
    clock.advance(seconds);
    expect((await call("POST", COMMENTS, { body: "x" })).status).toBe(201);
  });

  it("a secondary one as a fault, with or without how long it lasts", async () => {
    const { call, emulator } = await startHub();
    emulator.fail(
      { service: "github", nth: 1, effect: { kind: "secondaryRateLimit", retryAfterSeconds: 7 } },
      { service: "github", nth: 2, effect: { kind: "secondaryRateLimit" } },
    );
    const told = await call("POST", COMMENTS, { body: "x" });
    expect(told).toMatchObject({ status: 403, body: { message: expect.stringContaining("secondary rate limit") } });
    expect(told.headers.get("retry-after")).toBe("7");
    expect(told.headers.get("x-ratelimit-remaining")).not.toBe("0");
    expect((await call("POST", COMMENTS, { body: "x" })).headers.get("retry-after")).toBeNull();
    expect((await call("GET", COMMENTS)).body).toEqual([]);
  });
});

describe("a token", () => {
  it("can do what it may, and is told so", async () => {
    const { call } = await startHub({ githubPermissions: { pull_requests: "read", deployments: "none" } });
    const read = await call("GET", COMMENTS);
    expect(read.status).toBe(200);
    expect(read.headers.get("x-accepted-github-permissions")).toBe("pull_requests=read");
    for (const [method, path, body] of [
      ["POST", COMMENTS, { body: "x" }],
      ["GET", DEPLOYMENTS, undefined],
      ["POST", DEPLOYMENTS, { ref: "main" }],
    ] as const) {
      const refused = await call(method, path, body);
      expect(refused).toMatchObject({ status: 403, body: { message: "Resource not accessible by integration" } });
    }
  });

  it("of an app has no user, but GraphQL says whose it is", async () => {
    const ask = ({ call }: Hub, query: string) => call("POST", "/graphql", { query });
    const hub = await startHub();
    const known = { data: { viewer: { login: "github-actions[bot]" } } };
    expect((await ask(hub, "{ viewer { login } }")).body).toEqual(known);
    expect((await hub.call("POST", "/api/graphql", { query: "query { viewer { login } }" })).body).toEqual(known);
    expect((await ask(hub, "{ repository { id } }")).body).toMatchObject({ errors: [{ message: expect.any(String) }] });
    expect((await hub.call("POST", "/graphql", { query: "{ viewer { login } }" }, "")).status).toBe(401);
  });

  it("is told what a comment said before", async () => {
    const hub = await startHub();
    const made = await hub.call("POST", COMMENTS, { body: "one" });
    const query =
      "query ($id: ID!) { node(id: $id) { ... on IssueComment { body userContentEdits(first: 2) { nodes { diff } } } } }";
    const ask = async (id: unknown) => (await hub.call("POST", "/graphql", { query, variables: { id } })).body;
    const said = (body: string, diffs: readonly string[]) => ({
      data: { node: { body, userContentEdits: { nodes: diffs.map((diff) => ({ diff })) } } },
    });
    expect(await ask(made.body.node_id)).toEqual(said("one", []));
    const change = (body: string) => hub.call("PATCH", `${REPOSITORY}/issues/comments/${made.body.id}`, { body });
    await change("two");
    expect(await ask(made.body.node_id)).toEqual(said("two", ["two", "one"]));
    await change("three");
    expect(await ask(made.body.node_id)).toEqual(said("three", ["three", "two"]));
    expect(await ask("IC_1")).toMatchObject({ errors: [{ type: "NOT_FOUND" }] });
  });

  it("of an app cannot comment where the conversation is locked", async () => {
    const { call, emulator } = await startHub();
    const made = await call("POST", COMMENTS, { body: "x" });
    emulator.seed({ kind: "pullRequest", repository: "example/data", number: 1, locked: true });
    expect(await call("POST", COMMENTS, { body: "x" })).toMatchObject({
      status: 403,
      body: { message: "Unable to create comment because issue is locked." },
    });
    expect((await call("GET", `${REPOSITORY}/pulls/1`)).body.locked).toBe(true);
    expect((await call("PATCH", `${REPOSITORY}/issues/comments/${made.body.id}`, { body: "y" })).status).toBe(200);
  });
});

describe("deployments", () => {
  const create = ({ call }: Hub, more: object = {}) =>
    call("POST", DEPLOYMENTS, { ref: "main", environment: "prod", ...more });
  const say = ({ call }: Hub, id: unknown, state: string, more: object = {}) =>
    call("POST", `${DEPLOYMENTS}/${id}/statuses`, { state, ...more });
  const statesOf = async ({ emulator, list }: Hub, id: unknown) =>
    (await list(`${emulator.url}${DEPLOYMENTS}/${id}/statuses`, "state")).numbers;

  it("are made, listed newest first by environment and ref, and have statuses", async () => {
    const hub = await startHub();
    const { status, body } = await create(hub, { payload: { key: "x" }, description: "d" });
    expect(status).toBe(201);
    expect(body).toMatchObject({
      id: 2_000_001,
      ref: "main",
      environment: "prod",
      payload: { key: "x" },
      description: "d",
    });
    const other = (await create(hub, { environment: "pr-7", ref: "feature", transient_environment: true })).body;
    expect(other).toMatchObject({ transient_environment: true, production_environment: false });
    const listed = async (query: string) =>
      (await hub.list(`${hub.emulator.url}${DEPLOYMENTS}${query}`, "environment")).numbers;
    expect(await listed("")).toEqual(["pr-7", "prod"]);
    expect(await listed("?environment=prod")).toEqual(["prod"]);
    expect(await listed("?ref=feature")).toEqual(["pr-7"]);
    await create(hub, { environment: "test", task: "rollback" });
    expect(await listed("?task=rollback")).toEqual(["test"]);
    const said = await say(hub, body.id, "in_progress", { log_url: "https://example.com/run" });
    expect(said).toMatchObject({ status: 201, body: { state: "in_progress", log_url: "https://example.com/run" } });
    await say(hub, body.id, "success");
    expect(await statesOf(hub, body.id)).toEqual(["success", "in_progress"]);
    expect((await say(hub, 1, "success")).status).toBe(404);
  });

  it("that succeed put the earlier ones of their environment to rest, unless they say not to", async () => {
    const hub = await startHub();
    const ids = [];
    for (let i = 0; i < 3; i += 1) ids.push((await create(hub)).body.id);
    await say(hub, ids[0], "success");
    await say(hub, ids[1], "success", { auto_inactive: false });
    expect(await statesOf(hub, ids[0])).toEqual(["success"]);
    await say(hub, ids[2], "success");
    expect(await statesOf(hub, ids[0])).toEqual(["inactive", "success"]);
    expect(await statesOf(hub, ids[2])).toEqual(["success"]);
  });
});
