import { DeregisterTaskDefinitionCommand, UpdateServiceCommand } from "@aws-sdk/client-ecs";
import { afterEach, beforeEach, expect, test } from "vitest";
import { describeResult, type LifeWorld, type Run, startLife } from "./world.ts";

let life: LifeWorld;
beforeEach(async () => {
  life = await startLife();
  expect(await run(1_001)).toContain("a: create succeeded");
});
afterEach(() => life.close());

async function run(runId: number, more: Partial<Run> = {}, settings = ""): Promise<string> {
  const image = `${life.account.repositoryUris.code}:1`;
  const workspace = `locations:
  - location_name: a
    image: "${image}"
    code_source: { module_name: a }
    container_context: { ecs: { ${settings} } }
`;
  return describeResult(await life.run({ command: "apply", workspace, runId, ...more }));
}

const service = () => life.emulator.inventory().services[0];

/** Somebody cleans up revisions, the running one among them; ten minutes later ECS takes it for nothing new. */
async function deregister(): Promise<void> {
  await life.ecs.send(new DeregisterTaskDefinitionCommand({ taskDefinition: service()?.taskDefinition }));
  life.clock.advance(600);
}

async function change(request: Partial<UpdateServiceCommand["input"]>): Promise<void> {
  const target = { cluster: life.account.cluster, service: service()?.serviceName };
  await life.ecs.send(new UpdateServiceCommand({ ...target, ...request }));
}

test("a location whose revision was deregistered and whose network is put back gets a revision of the same content", async () => {
  const subnets = [...life.account.publicSubnets];
  await change({
    networkConfiguration: { awsvpcConfiguration: { subnets, securityGroups: [life.account.securityGroup] } },
  });
  life.clock.advance(600);
  await deregister();
  expect(await run(1_002)).toMatch(/a: update succeeded: runs server_acme_prod_a_\w+:2$/);
  expect(await run(1_003)).toContain("a: none unchanged");
});

test("and one whose rollout failed is started again with it", async () => {
  const broken = { image: "*", behaviour: { kind: "exit", exitCode: 1 } } as const;
  life.emulator.behave(broken);
  const leave = { inputs: { "on-failure": "leave" } };
  expect(await run(1_002, leave, "server_resources: { cpu: '512', memory: '1024' }")).toContain("a: update failed");
  life.clock.advance(3_600);
  await deregister();
  life.emulator.behave({ ...broken, behaviour: { kind: "run" } });
  const again = await run(1_003, leave, "server_resources: { cpu: '512', memory: '1024' }");
  expect(again).toMatch(/a: redeploy succeeded: runs \w+:3$/);
});

test("and one that is replaced", async () => {
  await deregister();
  expect(await run(1_002, { launchType: "EC2" })).toMatch(/a: replace succeeded: runs \w+:2$/);
});

test("also where somebody is faster than the run", async () => {
  let isDone = false;
  const around: Run["around"] = async (method, call) => {
    if (method === "ecs.createService" && !isDone) {
      isDone = true;
      const { taskDefinitions } = life.emulator.inventory();
      for (const { taskDefinitionArn } of taskDefinitions) {
        await life.ecs.send(new DeregisterTaskDefinitionCommand({ taskDefinition: taskDefinitionArn }));
      }
    }
    return call();
  };
  expect(await run(1_002, { launchType: "EC2", around })).toMatch(/a: replace succeeded: runs \w+:3$/);
  expect(await run(1_003, { launchType: "EC2" })).toContain("a: none unchanged");
});

test("a redeploy registers the content of a deregistered revision anew, and says so before", async () => {
  await deregister();
  expect(await run(1_002, { command: "redeploy" })).toMatch(/a: redeploy succeeded: runs \w+:2$/);
  expect(await run(1_003)).toContain("a: none unchanged");
});
