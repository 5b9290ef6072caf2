import { spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { CreateServiceCommand, ListClustersCommand, ListServicesCommand } from "@aws-sdk/client-ecs";
import { describe, expect, it } from "vitest";
import { startEmulator } from "../../emulator/index.ts";
import { type Account, describeService, refusalOf, register, serviceRequest, startAccount } from "./account.ts";

const MAIN = new URL("../../emulator/main.ts", import.meta.url).pathname;

async function control(
  url: string,
  method: string,
  path: string,
  body?: unknown,
): Promise<{ status: number; body: unknown }> {
  const response = await fetch(`${url}/_emulator${path}`, {
    method,
    ...(body === undefined ? {} : { body: typeof body === "string" ? body : JSON.stringify(body) }),
  });
  return { status: response.status, body: await response.json() };
}

const use = (account: Account) => (method: string, path: string, body?: unknown) =>
  control(account.emulator.url, method, path, body);

describe("the control interface over HTTP", () => {
  it("seeds one item or several, and answers what came of the last one", async () => {
    const account = await startAccount();
    const send = use(account);
    expect(await send("POST", "/seed", { kind: "cluster", name: "one" })).toEqual({
      status: 200,
      body: { arn: "arn:aws:ecs:us-east-1:123456789012:cluster/one" },
    });
    await send("POST", "/seed", [
      { kind: "cluster", name: "two" },
      { kind: "role", name: "x" },
    ]);
    expect((await account.ecs.send(new ListClustersCommand({}))).clusterArns).toHaveLength(3);
    const refused = await send("POST", "/seed", { kind: "taskDefinition", request: { family: "a b" } });
    expect(refused).toMatchObject({ status: 400, body: { error: expect.stringContaining("ClientException: Family") } });
    expect((await send("POST", "/seed", { kind: "nonsense" })).status).toBe(400);
  });

  it("seeds services and task definitions by the rules of the API", async () => {
    const account = await startAccount();
    const send = use(account);
    const item = {
      kind: "taskDefinition",
      request: { family: "server", containerDefinitions: [{ name: "a", image: "a", memory: 100 }] },
    };
    expect((await send("POST", "/seed", item)).body).toEqual({
      arn: "arn:aws:ecs:us-east-1:123456789012:task-definition/server:1",
    });
    await register(account);
    expect((await send("POST", "/seed", { kind: "service", request: serviceRequest(account) })).status).toBe(200);
    account.clock.advance(60);
    expect((await describeService(account)).runningCount).toBe(1);
  });

  it("sets and clears behaviours and faults", async () => {
    const account = await startAccount();
    const send = use(account);
    await register(account);
    await send("POST", "/behaviours", [{ family: "server", behaviour: { kind: "exit", exitCode: 9 } }]);
    await account.ecs.send(new CreateServiceCommand(serviceRequest(account)));
    account.clock.advance(20);
    await send("DELETE", "/behaviours");
    account.clock.advance(60);
    expect((await describeService(account)).runningCount).toBe(1);
    const { body } = await send("GET", "/state");
    expect(body).toMatchObject({ tasks: [{ lastStatus: "STOPPED" }, { lastStatus: "RUNNING" }] });
    await send("POST", "/faults", { operation: "ListClusters", effect: { kind: "accessDenied" } });
    const list = () => account.ecs.send(new ListClustersCommand({}));
    expect((await refusalOf(list())).name).toBe("AccessDeniedException");
    await send("DELETE", "/faults");
    await list();
  });

  it("reads the call log, filtered, and clears it", async () => {
    const account = await startAccount();
    const send = use(account);
    await account.ecs.send(new ListClustersCommand({}));
    await account.ecs.send(new ListServicesCommand({ cluster: "dagster" }));
    expect((await send("GET", "/calls")).body).toMatchObject([
      { operation: "ListClusters" },
      { operation: "ListServices" },
    ]);
    expect((await send("GET", "/calls?service=ecs&operation=ListServices")).body).toMatchObject([
      { request: { cluster: "dagster" }, response: { serviceArns: [] } },
    ]);
    expect((await send("GET", "/calls?service=iam")).body).toEqual([]);
    await send("DELETE", "/calls");
    expect((await send("GET", "/calls")).body).toEqual([]);
  });

  it("changes settings, shows the state, and resets everything", async () => {
    const account = await startAccount();
    const send = use(account);
    await register(account);
    await account.ecs.send(new CreateServiceCommand(serviceRequest(account)));
    account.clock.advance(60);
    await send("POST", "/settings", { pageSize: 1, account: "999999999999" });
    await send("POST", "/seed", { kind: "cluster", name: "second" });
    const page = await account.ecs.send(new ListClustersCommand({}));
    expect(page).toMatchObject({ clusterArns: [expect.any(String)], nextToken: expect.any(String) });
    expect((await send("GET", "/state")).body).toMatchObject({
      now: "2026-01-02T03:05:05.000Z",
      services: [{ name: "location", status: "ACTIVE", deployments: [{ rolloutState: "COMPLETED" }] }],
      taskDefinitions: [{ status: "ACTIVE" }],
    });
    expect((await send("GET", "/inventory")).body).toMatchObject({
      services: [{ serviceName: "location", status: "ACTIVE", tags: [] }],
      tasks: [{ lastStatus: "RUNNING" }],
      taskDefinitions: [{ family: "server", revision: 1, status: "ACTIVE", tags: [] }],
      discoveryServices: [],
    });
    await send("POST", "/faults", { effect: { kind: "throttle" } });
    await send("POST", "/reset");
    expect((await send("GET", "/state")).body).toMatchObject({ services: [], tasks: [], taskDefinitions: [] });
    expect((await send("GET", "/calls")).body).toEqual([]);
    const { body } = await send("POST", "/seed", { kind: "cluster", name: "one" });
    expect(body).toEqual({ arn: "arn:aws:ecs:us-east-1:123456789012:cluster/one" });
    expect((await account.ecs.send(new ListClustersCommand({}))).nextToken).toBeUndefined();
  });

  it("seeds a whole account", async () => {
    const emulator = await startEmulator();
    const { body } = await control(emulator.url, "POST", "/seed-dagster-account", { cluster: "mine" });
    expect(body).toMatchObject({
      cluster: "mine",
      clusterArn: "arn:aws:ecs:us-east-1:123456789012:cluster/mine",
      repositoryUris: { "dagster-code": "123456789012.dkr.ecr.us-east-1.amazonaws.com/dagster-code" },
    });
    await emulator.close();
  });

  it("refuses what it does not have, and what is not JSON", async () => {
    const send = use(await startAccount());
    expect(await send("GET", "/nothing")).toEqual({ status: 404, body: { error: "no such control: GET /nothing" } });
    expect((await send("POST", "/seed", "{")).status).toBe(400);
  });
});

describe("an emulator of its own", () => {
  it("tells programs where it is by environment variables", async () => {
    const { emulator } = await startAccount({ region: "eu-west-1" });
    expect(emulator.environment).toMatchObject({
      AWS_ENDPOINT_URL: emulator.url,
      GITHUB_API_URL: emulator.url,
      AWS_REGION: "eu-west-1",
      AWS_EC2_METADATA_DISABLED: "true",
    });
  });

  it("gives the same ids to the same seed", async () => {
    const ids = async (seed: number) => {
      const account = await startAccount({ seed });
      await register(account);
      const { service } = await account.ecs.send(new CreateServiceCommand(serviceRequest(account)));
      return service?.deployments?.[0]?.id;
    };
    expect(await ids(5)).toBe(await ids(5));
    expect(await ids(5)).not.toBe(await ids(6));
  });

  it("runs as a program: prints its address, ends when told to", async () => {
    const child = spawn(process.execPath, [MAIN, "--port", "0", "--page-size", "3", "--seed-dagster-account"], {
      stdio: ["ignore", "pipe", "inherit"],
    });
    const exited = once(child, "exit");
    try {
      const [line] = await once(createInterface({ input: child.stdout }), "line");
      expect(line).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
      const { body } = await control(line, "POST", "/seed", { kind: "cluster", name: "dagster" });
      expect(body).toEqual({ arn: "arn:aws:ecs:us-east-1:123456789012:cluster/dagster" });
    } finally {
      child.kill("SIGTERM");
    }
    expect(await exited).toEqual([0, null]);
  });

  it.each([["--port", "abc"], ["--page-size", "0"], ["--nonsense"]])(
    "refuses %s %s in a sentence",
    async (...options) => {
      const child = spawn(process.execPath, [MAIN, ...options], { stdio: ["ignore", "ignore", "pipe"] });
      let text = "";
      child.stderr.on("data", (chunk: Buffer) => {
        text += chunk.toString();
      });
      expect(await once(child, "close")).toEqual([2, null]);
      expect(text).toContain(options[0]);
      expect(text).toContain("Usage: node emulator/main.ts");
      expect(text).not.toContain("    at ");
    },
  );
});
