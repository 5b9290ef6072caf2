import { readFile } from "node:fs/promises";
import { afterEach, expect, test } from "vitest";
import { type E2eWorld, EXAMPLES, startWorld } from "./world.ts";

let world: E2eWorld;
afterEach(() => world.emulator.close());

async function deploy(inputs: Readonly<Record<string, string>> = {}): Promise<void> {
  const run = await world.action({ inputs });
  expect(run.log).not.toContain("::error");
  expect(run.exitCode).toBe(0);
}

async function edit(path: string, from: string, to: string): Promise<void> {
  const text = await readFile(`${world.workspace}/${path}`, "utf8");
  expect(text).toContain(from);
  await world.write(path, text.replace(from, to));
}

const ONLY_REPORTING = { locations: "reporting" };

test("a deployment's tag that leaves the configuration leaves the services, in ECS and in Cloud Map", async () => {
  world = await startWorld(EXAMPLES);
  const launchType = "    launch_type: FARGATE\n";
  const tagged = `${launchType}    server_ecs_tags:\n      - key: cost-center\n        value: "42"\n`;
  await edit("dagster.yaml", launchType, tagged);
  await deploy(ONLY_REPORTING);
  await edit("dagster.yaml", tagged, launchType);
  world.emulator.clearCalls();
  const run = await world.action({ runNumber: 2, inputs: ONLY_REPORTING });
  expect(JSON.parse(run.outputs.summary ?? "")).toMatchObject({ update: 1 });
  const removals = world.emulator.calls().filter(({ operation }) => operation === "UntagResource");
  expect(removals.map(({ service }) => service).sort()).toEqual(["ecs", "servicediscovery"]);
  for (const { request } of removals) expect(JSON.stringify(request)).toContain("cost-center");
  const after = await world.action({ runNumber: 3, inputs: ONLY_REPORTING });
  expect(after.outputs["has-changes"]).toBe("false");
});

test("a service that was scaled to nothing is not said to run", async () => {
  world = await startWorld(EXAMPLES);
  await deploy(ONLY_REPORTING);
  const { services } = world.emulator.state() as { services: { name: string }[] };
  await fetch(world.emulator.url, {
    method: "POST",
    headers: {
      "x-amz-target": "AmazonEC2ContainerServiceV20141113.UpdateService",
      "content-type": "application/x-amz-json-1.1",
      authorization: "AWS4-HMAC-SHA256 Credential=AKIAEMULATED00000000/20260101/us-east-1/ecs/aws4_request",
    },
    body: JSON.stringify({ cluster: "dagster", service: services[0]?.name, desiredCount: 0 }),
  });
  const plan = await world.action({ runNumber: 2, inputs: { ...ONLY_REPORTING, command: "plan" } });
  expect(plan.summary).toContain("desired count is 0: nothing runs");
  await edit("dagster_cloud.yaml", "LOG_LEVEL=info", "LOG_LEVEL=debug");
  const apply = await world.action({ runNumber: 3, inputs: ONLY_REPORTING });
  expect(apply.summary).toContain("with no task");
});

test("an outage of ECS while a rollout is watched does not turn it red", async () => {
  world = await startWorld(EXAMPLES);
  const outage = { kind: "error", code: "ServerException", message: "We are not well.", status: 500 } as const;
  world.emulator.fail({ service: "ecs", operation: "DescribeServices", nth: 2, effect: outage });
  for (let nth = 3; nth < 14; nth++) {
    world.emulator.fail({ service: "ecs", operation: "DescribeServices", nth, effect: outage });
  }
  await deploy(ONLY_REPORTING);
});

test("a replaced service that drains long and shows late is green in the end", async () => {
  world = await startWorld(EXAMPLES, {
    drainingSeconds: 60,
    consistency: { newServices: { reads: 2 } },
  });
  await deploy(ONLY_REPORTING);
  await edit("dagster.yaml", "launch_type: FARGATE", "launch_type: EC2");
  await deploy(ONLY_REPORTING);
});

test("a report that cannot be written does not decide how a deploy ended", async () => {
  world = await startWorld(EXAMPLES);
  const blocked = `${world.workspace}/dagster.yaml`;
  const run = await world.action({
    inputs: ONLY_REPORTING,
    environment: { ...world.environment, RUNNER_TEMP: blocked },
  });
  expect(run.log).toContain("cannot be written");
  expect(run.log).not.toContain("internal error");
  expect(run.exitCode).toBe(0);
});

test("a plan file that cannot be written is the user's mistake: no stack", async () => {
  world = await startWorld(EXAMPLES);
  const run = await world.action({ inputs: { command: "plan", "plan-file": "dagster.yaml/plan.json" } });
  expect(run.exitCode).toBe(1);
  expect(run.log).toContain("The file dagster.yaml/plan.json cannot be written");
  expect(run.log).not.toMatch(/\n\s+at /);
});

test("the deployment's run settings reach the runs", async () => {
  world = await startWorld(EXAMPLES);
  const launchType = "    launch_type: FARGATE\n";
  await edit("dagster.yaml", launchType, `${launchType}    run_resources:\n      cpu: "2048"\n      memory: "8192"\n`);
  await deploy(ONLY_REPORTING);
  const [register] = world.emulator.calls({ service: "ecs", operation: "RegisterTaskDefinition" });
  expect(JSON.stringify(register?.request)).toContain(
    String.raw`\"run_resources\": {\"cpu\": \"2048\", \"memory\": \"8192\"}`,
  );
});
