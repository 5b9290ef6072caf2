import { expect, test } from "vitest";
import { readAgentConfiguration, refuseAgentService } from "../../../src/commands/agent-configuration.ts";
import type { CommandContext } from "../../../src/commands/context.ts";
import { loadConfiguration } from "../../../src/commands/load-configuration.ts";
import { readInputs } from "../../../src/inputs.ts";
import { HiddenText } from "../../../src/model/environment.ts";

const WORKSPACE = `locations:
  - location_name: etl
    image: etl:1
    code_source: { package_name: etl }
    container_context: { ecs: { env_vars: [AGENT_VALUE] } }
`;

function contextWith(inputs: Readonly<Record<string, string>>): CommandContext {
  const context: Pick<CommandContext, "inputs" | "event" | "deployment" | "environment" | "files" | "hide"> = {
    inputs: readInputs((name) => inputs[name]),
    event: undefined,
    deployment: { name: "prod", kind: "full" },
    environment: new Map(),
    hide: () => undefined,
    files: {
      root: "/checkouts/etl",
      read: async (path) => (path === "dagster_cloud.yaml" ? new TextEncoder().encode(WORKSPACE) : undefined),
      list: async () => [],
      glob: async () => [],
      write: async () => {},
    },
  };
  return context as CommandContext;
}

test("without agent-service nothing is asked of AWS", async () => {
  expect(await readAgentConfiguration(contextWith({}))).toBeUndefined();
  expect(() => refuseAgentService(contextWith({}), "validate")).not.toThrow();
});

test.each(["validate", "render"] as const)("%s says that it works offline", (command) => {
  expect(() => refuseAgentService(contextWith({ "agent-service": "agent" }), command)).toThrow(
    expect.objectContaining({ code: "agent-service-offline", source: "user" }),
  );
});

test.each([
  ["both places are given", { "dagster-yaml": "dagster.yaml", "aws-region": "us-east-1" }, "agent-service-and-file"],
  ["no region is known", {}, "region-missing"],
])("an error where %s", async (_, inputs, code) => {
  await expect(readAgentConfiguration(contextWith({ "agent-service": "agent", ...inputs }))).rejects.toMatchObject({
    code,
    source: "user",
  });
});

test("the agent's text takes the place of the file, and its lines are not shown", async () => {
  const path = "agent service agent: dagster.yaml";
  const configuration = await loadConfiguration(contextWith({ organization: "acme" }), {
    missingSeverity: "error",
    needsDeployment: true,
    agent: {
      path,
      text: "user_code_launcher:\n  class: EcsUserCodeLauncher\n  config:\n    env_vars: {A: spelled-out}\n    cluster: $C\n",
      unresolved: [{ kind: "variable", name: "C", line: 5, column: 14 }],
      environment: { service: "agent", values: new Map([["AGENT_VALUE", new HiddenText("v")]]), secrets: new Map() },
    },
  });
  expect([...configuration.sources.keys()]).toEqual(["dagster_cloud.yaml"]);
  const codes = configuration.problems.filter(({ file }) => file === path).map(({ code }) => code);
  expect(codes).toContain("agent-value-unknown");
  expect(codes).not.toContain("dagster-yaml-missing");
  expect(JSON.stringify(configuration.problems)).not.toContain("spelled-out");
  expect(configuration.selected[0]?.location.ecs.envVars).toMatchObject([{ value: { origin: "agent" } }]);
});
