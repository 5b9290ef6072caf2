import { readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Emulator } from "../../emulator/index.ts";
import { type E2eWorld, pullRequestEvent, SHA, shownBy, startWorld, writesOf } from "./world.ts";

const TOKEN = "t0ken-0f-the-agent-0123456789";
const AGENT_VALUE = "v4lue-of-the-agents-task";
const OTHER_VALUE = "v4lue-of-its-next-task";
const AGENT_LITERAL = "l1teral-of-the-agents-file";
const SIDECAR_LITERAL = "s1decar-of-the-agents-file";
const ALL_HIDDEN = [TOKEN, AGENT_VALUE, OTHER_VALUE, AGENT_LITERAL, SIDECAR_LITERAL, "role/DagsterTaskRole"];
const SECRET_ARN = "arn:aws:secretsmanager:us-east-1:123456789012:secret:warehouse-AbCdEf";

const DAGSTER_YAML = `instance_class:
  module: dagster_cloud
  class: DagsterCloudAgentInstance
dagster_cloud_api:
  url: https://acme.agent.dagster.cloud
  agent_token: "agent:acme:${TOKEN}"
  deployment: prod
user_code_launcher:
  module: dagster_cloud.workspace.ecs
  class: EcsUserCodeLauncher
  config:
    cluster: dagster
    subnets: [subnet-0a1b2c3d4e5f60001]
    security_group_ids: [sg-0a1b2c3d4e5f60001]
    service_discovery_namespace_id: ns-abcdefgh12345678
    execution_role_arn: arn:aws:iam::123456789012:role/DagsterExecutionRole
    task_role_arn: {env: TASK_ROLE_ARN}
    log_group: /dagster/code-servers
    launch_type: FARGATE
    env_vars:
      - SPELLED_OUT=${AGENT_LITERAL}
      - WAREHOUSE_PASSWORD
    server_sidecar_containers:
      - name: proxy
        image: public.ecr.aws/example/proxy:1.0
        environment: [{name: PROXY_KEY, value: ${SIDECAR_LITERAL}}]
`;

const WORKSPACE = `locations:
  - location_name: etl
    image: 123456789012.dkr.ecr.us-east-1.amazonaws.com/etl:1.0
    code_source: {package_name: etl}
    container_context:
      ecs:
        env_vars: [API_URL, STAGE=prod]
`;

const INPUTS = { "agent-service": "agent", cluster: "dagster" };

/** A service whose container writes its `dagster.yaml` when it starts. */
function seedAgent(emulator: Emulator, name: string, value: string): void {
  const script = `cat > $DAGSTER_HOME/dagster.yaml <<'EOF'\n${DAGSTER_YAML}EOF\nexec dagster-cloud agent run`;
  emulator.seed(
    {
      kind: "taskDefinition",
      request: {
        family: name,
        requiresCompatibilities: ["FARGATE"],
        networkMode: "awsvpc",
        cpu: "256",
        memory: "512",
        executionRoleArn: "arn:aws:iam::123456789012:role/DagsterExecutionRole",
        containerDefinitions: [
          {
            name: "agent",
            image: "docker.io/dagster/dagster-cloud-agent:1.9.0",
            command: ["/bin/sh", "-c", script],
            environment: [
              { name: "DAGSTER_HOME", value: "/opt/dagster" },
              { name: "API_URL", value },
              { name: "TASK_ROLE_ARN", value: "arn:aws:iam::123456789012:role/DagsterTaskRole" },
            ],
            secrets: [{ name: "WAREHOUSE_PASSWORD", valueFrom: SECRET_ARN }],
          },
        ],
      },
    },
    {
      kind: "service",
      request: {
        cluster: "dagster",
        serviceName: name,
        taskDefinition: name,
        desiredCount: 1,
        launchType: "FARGATE",
        networkConfiguration: { awsvpcConfiguration: { subnets: ["subnet-0a1b2c3d4e5f60001"] } },
      },
    },
  );
}

describe("the configuration of a running agent, through the bundle", () => {
  let world: E2eWorld;
  beforeAll(async () => {
    world = await startWorld({ "dagster.yaml": DAGSTER_YAML, "dagster_cloud.yaml": WORKSPACE });
    // The checkout has nothing of the agent.
    await rm(join(world.workspace, "dagster.yaml"));
    world.emulator.seed(
      { kind: "role", name: "DagsterTaskRole" },
      { kind: "secret", name: "warehouse", arn: SECRET_ARN },
    );
    seedAgent(world.emulator, "agent", AGENT_VALUE);
  });
  afterAll(() => world.emulator.close());

  function expectNothingShown(run: Awaited<ReturnType<E2eWorld["action"]>>): void {
    const shown = shownBy(run, world.emulator);
    for (const text of ALL_HIDDEN) expect(shown).not.toContain(text);
  }

  test("a pull request gets a plan that shows nothing of the agent's values", async () => {
    world.emulator.clearCalls();
    const run = await world.action({
      event: pullRequestEvent({ action: "opened" }),
      inputs: { ...INPUTS, "plan-file": "plan.json" },
    });
    expect(run.log).not.toContain("::error");
    expect(run.exitCode).toBe(0);
    expect(writesOf(world.emulator)).toEqual([]);
    expect(JSON.parse(run.outputs.summary ?? "")).toMatchObject({ create: 1 });
    expectNothingShown(run);
    const planFile = await readFile(join(world.workspace, "plan.json"), "utf8");
    for (const text of ALL_HIDDEN) expect(planFile).not.toContain(text);
  });

  test("a push applies it, with the agent's values and its secret", async () => {
    world.emulator.clearCalls();
    const run = await world.action({ inputs: INPUTS, runNumber: 2 });
    expect(run.log).not.toContain("::error");
    expect(run.exitCode).toBe(0);
    expectNothingShown(run);
    const [register] = world.emulator.calls({ service: "ecs", operation: "RegisterTaskDefinition" });
    const request = register?.request as { taskRoleArn?: string; containerDefinitions: object[] } | undefined;
    expect(request?.taskRoleArn).toBe("arn:aws:iam::123456789012:role/DagsterTaskRole");
    expect(request?.containerDefinitions[0]).toMatchObject({
      secrets: [{ name: "WAREHOUSE_PASSWORD", valueFrom: SECRET_ARN }],
      environment: expect.arrayContaining([
        { name: "API_URL", value: AGENT_VALUE },
        { name: "SPELLED_OUT", value: AGENT_LITERAL },
        { name: "STAGE", value: "prod" },
      ]),
    });
  });

  test("a plan after the apply is empty", async () => {
    const run = await world.action({ inputs: { ...INPUTS, command: "plan" }, runNumber: 3 });
    expect(run.exitCode).toBe(0);
    expect(run.outputs["has-changes"]).toBe("false");
    expectNothingShown(run);
  });

  test("a change in the agent's own values is a change without its values", async () => {
    seedAgent(world.emulator, "agent-next", OTHER_VALUE);
    const run = await world.action({
      inputs: { "agent-service": "agent-next", cluster: "dagster", command: "plan" },
      runNumber: 4,
    });
    expect(run.exitCode).toBe(0);
    expect(JSON.parse(run.outputs.summary ?? "")).toMatchObject({ update: 1 });
    expect(run.summary).toContain("API_URL");
    expectNothingShown(run);
  });

  test.each([
    ["validate refuses it", { command: "validate" }, "agent-service-offline"],
    ["a file beside it is refused", { "dagster-yaml": "dagster.yaml" }, "agent-service-and-file"],
    ["a service that is not there is told", { "agent-service": "nobody" }, "agent-service-missing"],
  ])("%s", async (_, inputs, code) => {
    const run = await world.action({ inputs: { ...INPUTS, ...inputs }, sha: SHA });
    expect(run.exitCode).toBe(1);
    expect(run.log).toContain(code);
    expectNothingShown(run);
  });
});
