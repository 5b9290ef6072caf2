import { afterEach, expect, test } from "vitest";
import { type E2eWorld, EXAMPLES, pullRequestEvent, shownBy, startWorld } from "./world.ts";

let world: E2eWorld;
afterEach(() => world.emulator.close());

const SECRET = "v3ry-hidden-text";
const TOKEN_SECRET = "0123456789abcdef0123456789abcdef";

const LOCATION = `locations:
  - location_name: etl
    image: 123456789012.dkr.ecr.us-east-1.amazonaws.com/etl:1
    code_source: { module_name: etl }
    container_context:
      ecs:
        env_vars: [{ env: ASSIGNMENT }]
        server_ecs_tags: [{ key: { env: SECRET }, value: { env: SECRET } }]
        task_role_arn: { env: ROLE }
        mount_points: [{ sourceVolume: { env: SECRET }, containerPath: /x }]
        volumes: [{ name: { env: SECRET } }]
`;

test("values behind {env: NAME} are in no output, and the apply uses them", async () => {
  const { readFile } = await import("node:fs/promises");
  world = await startWorld({
    "dagster.yaml": await readFile(`${EXAMPLES}dagster.yaml`, "utf8"),
    "dagster_cloud.yaml": LOCATION,
  });
  world.emulator.seed(
    { kind: "role", name: SECRET },
    { kind: "image", repository: "etl", tags: ["1"], content: "etl" },
  );
  const environment = {
    ...world.environment,
    SECRET,
    ASSIGNMENT: `PASSWORD=${SECRET}`,
    ROLE: `arn:aws:iam::123456789012:role/${SECRET}`,
  };
  const plan = await world.action({ event: pullRequestEvent(), environment, inputs: { "plan-file": "plan.json" } });
  expect(plan.log).not.toContain("::error");
  const apply = await world.action({ environment, runNumber: 2 });
  expect(apply.log).not.toContain("::error");
  expect(apply.exitCode).toBe(0);
  const shown = [plan, apply].map((run) => shownBy(run, world.emulator));
  for (const text of shown) expect(text).not.toContain(SECRET);
  expect(await readFile(`${world.workspace}/plan.json`, "utf8")).not.toContain(SECRET);
  const [register] = world.emulator.calls({ service: "ecs", operation: "RegisterTaskDefinition" });
  expect(JSON.stringify(register?.request)).toContain(SECRET);
  const after = await world.action({ environment, runNumber: 3 });
  expect(after.outputs["has-changes"]).toBe("false");
});

test.each([
  ["a token in the wrong place", `dagster_cloud_api: "agent:acme:${TOKEN_SECRET}"\n`],
  ["a misspelt key", `dagster_cloud_api:\n  agent-token: ${TOKEN_SECRET}\n`],
  ["a syntax error on its line", `dagster_cloud_api:\n  agent_token: "agent:acme:${TOKEN_SECRET}" x: y\n`],
  ["an unknown key beside it", `dagster_cloud_api: { agent_token: "agent:acme:${TOKEN_SECRET}", nope: 1 }\n`],
])("the agent's token is never printed: %s", async (_name, dagsterYaml) => {
  world = await startWorld(EXAMPLES);
  await world.write("dagster.yaml", dagsterYaml);
  for (const format of ["text", "json", "markdown"]) {
    const { log } = await world.terminal("validate", "--format", format);
    expect(log).not.toContain(TOKEN_SECRET);
  }
  const run = await world.action();
  expect(run.exitCode).toBe(1);
  expect(shownBy(run, world.emulator)).not.toContain(TOKEN_SECRET);
});
