import {
  DeleteServiceCommand,
  RegisterTaskDefinitionCommand,
  TagResourceCommand,
  UpdateServiceCommand,
} from "@aws-sdk/client-ecs";
import { afterEach, beforeEach, expect, test } from "vitest";
import { describeResult, type LifeWorld, startLife } from "./world.ts";

let life: LifeWorld;
beforeEach(async () => {
  life = await startLife();
  const applied = await life.run({ command: "apply", workspace: workspaceOf({ a: "1", b: "1" }), runId: 1_001 });
  expect(describeResult(applied)).toContain("b: create succeeded");
});
afterEach(() => life.close());

function workspaceOf(tags: Readonly<Record<string, string>>, more = ""): string {
  const entries = Object.entries(tags).map(
    ([name, tag]) =>
      `  - { location_name: ${name}, image: "${life.account.repositoryUris.code}:${tag}", code_source: { module_name: ${name} }${more} }\n`,
  );
  return `locations:\n${entries.join("")}`;
}

/** The service of location a. */
function serviceOfA(): { readonly cluster: string; readonly service: string; readonly arn: string } {
  const { services } = life.emulator.state() as { services: { name: string }[] };
  const service = services.find(({ name }) => name.startsWith("a-"))?.name ?? "";
  const { cluster, account, region } = life.account;
  return { cluster, service, arn: `arn:aws:ecs:${region}:${account}:service/${cluster}/${service}` };
}

const PLANNED = { a: "2", b: "2" };
const REPLICAS = ", container_context: { ecs: { server_ecs_tags: [{ key: team, value: data }] } }";

/** Applies the saved plan, which must be refused; all that was said, and nothing written. */
async function refusalOf(workspace: string, inputs: Readonly<Record<string, string>> = {}): Promise<string> {
  life.emulator.clearCalls();
  const result = await life.run({
    command: "apply",
    workspace,
    runId: 1_003,
    inputs: { "plan-file": "plan.json", ...inputs },
  });
  if (result.kind !== "refused") expect.fail(describeResult(result));
  const writes = life.emulator
    .calls()
    .filter(({ operation }) => /^(Create|Update|Delete|Register|Tag|Untag)/.test(operation));
  expect(writes).toEqual([]);
  return result.reasons.join("\n");
}

async function save(workspace: string = workspaceOf(PLANNED)): Promise<void> {
  const inputs = { "plan-file": "plan.json" };
  const planned = await life.run({ command: "plan", workspace, runId: 1_002, inputs });
  expect(planned.kind).toBe("planned");
}

test("a saved plan is carried out as long as its base stands", async () => {
  await save();
  const inputs = { "plan-file": "plan.json" };
  const applied = await life.run({ command: "apply", workspace: workspaceOf(PLANNED), runId: 1_003, inputs });
  expect(describeResult(applied)).toMatch(/a: update succeeded.*\nb: update succeeded/);
});

test("refused when the service runs another revision, told which", async () => {
  await save();
  const { cluster, service } = serviceOfA();
  const { taskDefinition } = await life.ecs.send(
    new RegisterTaskDefinitionCommand({
      family: "by-hand",
      networkMode: "awsvpc",
      requiresCompatibilities: ["FARGATE"],
      cpu: "256",
      memory: "512",
      executionRoleArn: life.account.executionRoleArn,
      containerDefinitions: [{ name: "dagster", image: `${life.account.repositoryUris.code}:3` }],
    }),
  );
  await life.ecs.send(
    new UpdateServiceCommand({ cluster, service, taskDefinition: taskDefinition?.taskDefinitionArn }),
  );
  const refusal = await refusalOf(workspaceOf(PLANNED));
  expect(refusal).toMatch(/"a" has moved since the plan: taskDefinitionArn was \S+:1, is \S+by-hand:1/);
  expect(refusal).not.toContain('"b"');
});

test("refused when another ECS deployment was started, also of the same revision", async () => {
  await save();
  const { cluster, service } = serviceOfA();
  await life.ecs.send(new UpdateServiceCommand({ cluster, service, forceNewDeployment: true }));
  expect(await refusalOf(workspaceOf(PLANNED))).toMatch(
    /^"a" has moved since the plan: ecsDeploymentId was ecs-svc\/\d+, is ecs-svc\/\d+$/,
  );
});

test("refused when the service is gone", async () => {
  await save();
  const { cluster, service } = serviceOfA();
  await life.ecs.send(new DeleteServiceCommand({ cluster, service, force: true }));
  life.clock.advance(300);
  expect(await refusalOf(workspaceOf(PLANNED))).toMatch(
    /"a" has moved since the plan: serviceArn was arn:\S+, is none/,
  );
});

test("refused when somebody else has taken the service", async () => {
  await save();
  const tags = [{ key: "dagster-ecs-deploy/source", value: "example/other:dagster_cloud.yaml" }];
  await life.ecs.send(new TagResourceCommand({ resourceArn: serviceOfA().arn, tags }));
  const refusal = await refusalOf(workspaceOf(PLANNED));
  expect(refusal).toContain('from "example/other:dagster_cloud.yaml"');
  expect(refusal).toContain('from "example/data:dagster_cloud.yaml"');
});

test("refused when the service was changed in what the plan did not change", async () => {
  await save(workspaceOf(PLANNED, REPLICAS));
  const { cluster, service } = serviceOfA();
  await life.ecs.send(new UpdateServiceCommand({ cluster, service, enableExecuteCommand: true }));
  expect(await refusalOf(workspaceOf(PLANNED, REPLICAS))).toBe(
    '"a" would change enableExecuteCommand, which the saved plan does not',
  );
});

test("refused when a location was added, removed, or is not selected", async () => {
  await save();
  expect(await refusalOf(workspaceOf({ ...PLANNED, c: "1" }))).toBe('"c" is not in the saved plan');
  expect(await refusalOf(workspaceOf({ a: "2" }))).toBe(
    '"b" is in the saved plan, but not in the configuration any more',
  );
  expect(await refusalOf(workspaceOf(PLANNED), { locations: "a" })).toBe(
    '"b" is in the saved plan, but is not selected in this run',
  );
  expect(await refusalOf(workspaceOf({ a: "2" }), { prune: "true" })).toContain('"b" would be "delete" now');
});

test("refused when the image's tag has moved", async () => {
  await save();
  life.emulator.seed({ kind: "image", repository: "code", tags: ["2"], content: "pushed again" });
  expect(await refusalOf(workspaceOf(PLANNED))).toMatch(
    /^"a" has another image than was planned: \S+@sha256:[0-9a-f]{64} then, \S+@sha256:[0-9a-f]{64} now\n"b" has/,
  );
});

test("refused when the configuration is another one", async () => {
  await save();
  expect(await refusalOf(workspaceOf(PLANNED, ", working_directory: /opt"))).toMatch(
    /^"a" is configured differently from what was planned\n"b" is/,
  );
});
