import {
  ListServiceDeploymentsCommand,
  RegisterTaskDefinitionCommand,
  StopServiceDeploymentCommand,
  UpdateServiceCommand,
} from "@aws-sdk/client-ecs";
import { afterEach, beforeEach, expect, test } from "vitest";
import { findService } from "./outside.ts";
import { type AroundCall, describeResult, type LifeWorld, type Run, startLife } from "./world.ts";

// Between plan and write somebody puts the service on a revision that is not the run's.

let life: LifeWorld;
beforeEach(async () => {
  life = await startLife();
});
afterEach(() => life.close());

function runOf(runId: number, tag: string, more: Partial<Run> = {}): Run {
  const image = `${life.account.repositoryUris.code}:${tag}`;
  const workspace = `locations:\n  - { location_name: a, image: "${image}", code_source: { module_name: a } }\n`;
  return { command: "apply", workspace, runId, ...more };
}

/** Settings of the service change, and nothing else. */
const OTHER_SETTINGS = { "on-failure": "leave" };

async function deployHotfix(): Promise<void> {
  const { taskDefinition } = await life.ecs.send(
    new RegisterTaskDefinitionCommand({
      family: "hotfix",
      requiresCompatibilities: ["FARGATE"],
      networkMode: "awsvpc",
      cpu: "256",
      memory: "512",
      executionRoleArn: life.account.executionRoleArn,
      containerDefinitions: [{ name: "dagster", image: `${life.account.repositoryUris.code}:3` }],
    }),
  );
  const service = findService(life, "a")?.serviceName;
  const { taskDefinitionArn } = taskDefinition ?? {};
  await life.ecs.send(
    new UpdateServiceCommand({ cluster: life.account.cluster, service, taskDefinition: taskDefinitionArn }),
  );
}

/** Whoever stops it: ECS goes back as its circuit breaker does. */
async function stopWithRollback(): Promise<void> {
  const { cluster } = life.account;
  const service = findService(life, "a")?.serviceName;
  const { serviceDeployments } = await life.ecs.send(new ListServiceDeploymentsCommand({ cluster, service }));
  const serviceDeploymentArn = serviceDeployments?.[0]?.serviceDeploymentArn;
  await life.ecs.send(new StopServiceDeploymentCommand({ serviceDeploymentArn, stopType: "ROLLBACK" }));
}

/** Something happens right before a run updates the service for the first time. */
function beforeUpdate(happen: () => Promise<unknown>): AroundCall {
  let hasHappened = false;
  return async (method, call) => {
    if (method === "ecs.updateService" && !hasHappened) {
      hasHappened = true;
      await happen();
    }
    return call();
  };
}

test.each([
  ["a run among others", {}],
  ["one that may overwrite any", { "allow-downgrade": "true" }],
])("a person's hotfix is not taken for the rollout of %s", async (_name, inputs) => {
  await life.run(runOf(1_001, "1"));
  const around = beforeUpdate(deployHotfix);
  const result = await life.run(runOf(1_002, "1", { around, inputs: { ...OTHER_SETTINGS, ...inputs } }));
  expect(describeResult(result)).toMatch(
    /^a: update failed: The service a-prod-\w{6} runs hotfix:1 by now; it ran \w+:1 when this was planned, and somebody else, or a rollback of ECS, has changed it since\. Only other settings of it were written\./,
  );
  expect(findService(life, "a")?.taskDefinition).toContain("hotfix:1");
});

test("nor is ECS's rollback of an earlier change", async () => {
  await life.run(runOf(1_001, "1"));
  await life.run(runOf(1_002, "2", { inputs: { wait: "false" } }));
  const around = beforeUpdate(stopWithRollback);
  const result = await life.run(runOf(1_003, "2", { around, inputs: OTHER_SETTINGS }));
  expect(describeResult(result)).toMatch(/^a: update failed: .* runs \w+:1 by now; it ran \w+:2 when this was planned/);
});

test("what an older run has put in place is written over", async () => {
  await life.run(runOf(1_001, "1"));
  const around = beforeUpdate(() => life.run(runOf(1_002, "2")));
  const result = await life.run(runOf(1_003, "1", { around, inputs: OTHER_SETTINGS }));
  expect(describeResult(result)).toContain("a: update succeeded");
  expect(describeResult(await life.run(runOf(1_004, "1", { command: "plan", inputs: OTHER_SETTINGS })))).toContain(
    "Nothing has changed.",
  );
});

test("what a newer run has put in place stays, and the older one says so", async () => {
  await life.run(runOf(1_001, "1"));
  const around = beforeUpdate(() => life.run(runOf(1_003, "2")));
  const result = await life.run(runOf(1_002, "1", { around, inputs: OTHER_SETTINGS }));
  expect(describeResult(result)).toContain("a: update superseded");
  expect(describeResult(await life.run(runOf(1_004, "2", { command: "plan" })))).not.toContain("containerDefinitions");
});
