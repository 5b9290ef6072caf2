import {
  CreateServiceCommand,
  type CreateServiceCommandInput,
  RegisterTaskDefinitionCommand,
  type RegisterTaskDefinitionRequest,
  RunTaskCommand,
} from "@aws-sdk/client-ecs";
import { afterEach, beforeEach, expect, test } from "vitest";
import { describeResult, type LifeWorld, startLife } from "./world.ts";

let life: LifeWorld;
let runId = 1_000;
beforeEach(async () => {
  life = await startLife();
});
afterEach(() => life.close());

/** An apply with one variable of its own: a new revision each time. */
async function deploy(value: string, inputs: Readonly<Record<string, string>> = {}): Promise<string> {
  runId += 1;
  const workspace = `locations:
  - location_name: etl
    image: ${life.account.repositoryUris.code}:1
    code_source: { module_name: etl }
    container_context: { ecs: { env_vars: ["VALUE=${value}"] } }
`;
  return describeResult(await life.run({ command: "apply", workspace, runId, inputs }));
}

/** The numbers of the family's revisions that are ACTIVE. */
function activeRevisions(): readonly number[] {
  const { taskDefinitions } = life.emulator.state() as { taskDefinitions: { arn: string; status: string }[] };
  return taskDefinitions
    .filter(({ arn, status }) => arn.includes("server_acme_prod_etl") && status === "ACTIVE")
    .map(({ arn }) => Number(arn.split(":").at(-1)));
}

const family = (): string =>
  /([^/]+):\d+$/.exec(
    (life.emulator.state() as { taskDefinitions: { arn: string }[] }).taskDefinitions[0]?.arn ?? "",
  )?.[1] ?? "";

const KEEP_ONE = { "keep-revisions": "1" };

test("the newest stay, with what ran before the change", async () => {
  for (const value of ["1", "2", "3"]) await deploy(value);
  expect(activeRevisions()).toEqual([1, 2, 3]);
  expect(await deploy("4", { "keep-revisions": "3" })).toContain("runs server_acme_prod_etl");
  expect(activeRevisions()).toEqual([2, 3, 4]);
  expect(await deploy("5", KEEP_ONE)).toContain("; 2 old revisions deregistered");
  expect(activeRevisions()).toEqual([4, 5]);
});

test("nothing is read or deregistered without a change", async () => {
  for (const value of ["1", "2", "3"]) await deploy(value);
  life.emulator.clearCalls();
  expect(await deploy("3", KEEP_ONE)).toContain("unchanged");
  expect(life.emulator.calls({ operation: "ListTaskDefinitions" })).toEqual([]);
  expect(activeRevisions()).toEqual([1, 2, 3]);
});

test("what a task or another service of the cluster uses stays", async () => {
  for (const value of ["1", "2", "3", "4"]) await deploy(value);
  const { cluster, privateSubnets, securityGroup } = life.account;
  const networkConfiguration = {
    awsvpcConfiguration: { subnets: [...privateSubnets], securityGroups: [securityGroup] },
  };
  const request: CreateServiceCommandInput = {
    cluster,
    serviceName: "by-hand",
    taskDefinition: `${family()}:2`,
    desiredCount: 0,
    launchType: "FARGATE",
    networkConfiguration,
  };
  await life.ecs.send(new CreateServiceCommand(request));
  life.emulator.behave({ family: family(), launchedBy: "run", behaviour: { kind: "run" } });
  await life.ecs.send(
    new RunTaskCommand({ cluster, taskDefinition: `${family()}:1`, launchType: "FARGATE", networkConfiguration }),
  );
  expect(await deploy("5", KEEP_ONE)).toContain("; 1 old revision deregistered");
  expect(activeRevisions()).toEqual([1, 2, 4, 5]);
});

test("what does not carry our tags stays: an agent uses the same family", async () => {
  await deploy("1");
  const containerDefinitions = [{ name: "dagster", image: `${life.account.repositoryUris.code}:2` }];
  const foreign: RegisterTaskDefinitionRequest = {
    family: family(),
    networkMode: "awsvpc",
    requiresCompatibilities: ["FARGATE"],
    cpu: "256",
    memory: "512",
    executionRoleArn: life.account.executionRoleArn,
    containerDefinitions,
  };
  await life.ecs.send(new RegisterTaskDefinitionCommand(foreign));
  await deploy("3");
  await deploy("4");
  expect(await deploy("5", KEEP_ONE)).toContain("; 2 old revisions deregistered");
  expect(activeRevisions()).toEqual([2, 4, 5]);
});

test("a rollout that failed, or was not watched, proves nothing", async () => {
  for (const value of ["1", "2", "3"]) await deploy(value);
  life.emulator.behave({ behaviour: { kind: "exit", exitCode: 1 } });
  expect(await deploy("4", KEEP_ONE)).toMatch(/rolled-back|failed/);
  life.emulator.clearBehaviours();
  expect(await deploy("5", { ...KEEP_ONE, wait: "false" })).toContain("started");
  expect(activeRevisions()).toEqual([1, 2, 3, 4, 5]);
});

test("not being able to is a warning, not a failure", async () => {
  for (const value of ["1", "2", "3"]) await deploy(value);
  life.emulator.fail({ operation: "DeregisterTaskDefinition", effect: { kind: "accessDenied" } });
  const said = await deploy("4", KEEP_ONE);
  expect(said).toContain("update succeeded: runs server_acme_prod_etl");
  expect(said).toContain("could not be deregistered");
  expect(said).toContain("ecs:DeregisterTaskDefinition");
  expect(activeRevisions()).toEqual([1, 2, 3, 4]);
});

test("at most twenty in a run, the oldest first; it says how many are left", async () => {
  await deploy("1");
  const [first] = life.emulator.calls({ operation: "RegisterTaskDefinition" });
  for (let count = 0; count < 24; count += 1) {
    life.emulator.seed({ kind: "taskDefinition", request: first?.request as RegisterTaskDefinitionRequest });
  }
  await deploy("2");
  expect(await deploy("3", KEEP_ONE)).toContain(
    "; 20 old revisions deregistered, up to 5 more are left for later runs",
  );
  expect(activeRevisions()).toEqual([21, 22, 23, 24, 25, 26, 27]);
  expect(await deploy("4", KEEP_ONE)).toContain("; 6 old revisions deregistered");
  expect(activeRevisions()).toEqual([27, 28]);
});
