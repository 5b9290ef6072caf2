import { describe, expect, it } from "vitest";
import type { CommandContext } from "../../../src/commands/context.ts";
import { loadConfiguration } from "../../../src/commands/load-configuration.ts";
import { readInputs } from "../../../src/inputs.ts";

const WORKSPACE = `locations:
  - location_name: etl
    image: registry.example.com/etl:1
    code_source: { package_name: etl }
`;

function contextWith(
  dagsterYaml: string,
  inputs: Readonly<Record<string, string>> = {},
  workspace = WORKSPACE,
): CommandContext {
  const texts = new Map([
    ["dagster_cloud.yaml", workspace],
    ["dagster.yaml", dagsterYaml],
  ]);
  const context: Pick<CommandContext, "inputs" | "event" | "deployment" | "environment" | "files" | "hide"> = {
    inputs: readInputs((name) => ({ organization: "acme", ...inputs })[name]),
    event: undefined,
    deployment: { name: "prod", kind: "full" },
    environment: new Map(),
    hide: () => undefined,
    files: {
      root: "/checkouts/etl",
      read: async (path) => {
        const text = texts.get(path);
        return text === undefined ? undefined : new TextEncoder().encode(text);
      },
      list: async () => [],
      glob: async () => [],
      write: async () => {},
    },
  };
  return context as CommandContext;
}

const VALIDATE = { missingSeverity: "warning", needsDeployment: false } as const;

/** Files that are called dagster.yaml as well. */
const OTHERS = {
  "an empty file": "",
  "nothing but a comment": "# settings of the local instance\n",
  "an instance of Dagster OSS": "telemetry:\n  enabled: false\n",
  "an instance of Dagster OSS on ECS": "run_launcher:\n  module: dagster_aws.ecs\n  class: EcsRunLauncher\n",
  "a template of an instance": "storage: {{ storage }}\n",
  "a Docker agent":
    "dagster_cloud_api: {agent_token: {env: TOKEN}}\nuser_code_launcher:\n  module: dagster_cloud.workspace.docker\n  class: DockerUserCodeLauncher\n  config: {networks: [dagster]}\n",
  "a local agent": "user_code_launcher:\n  module: dagster_cloud\n  class: ProcessUserCodeLauncher\n",
} as const;

it("tells once what several locations have from one place", async () => {
  const location = (name: string) => `  - location_name: ${name}\n    code_source: { package_name: ${name} }\n`;
  const workspace = `defaults: { build: { registry: "..." } }\nlocations:\n${location("etl")}${location("ml")}`;
  const { problems } = await loadConfiguration(contextWith("", {}, workspace), VALIDATE);
  expect(problems.map(({ severity, code, line, column }) => [severity, code, line, column])).toEqual([
    ["warning", "image-reference-invalid", 1, 32],
  ]);
});

describe("a dagster.yaml that nobody named", () => {
  it.each(Object.entries(OTHERS))("is nobody's business to validate when it is %s", async (_, text) => {
    const { problems, deploymentConfig, sources } = await loadConfiguration(contextWith(text), VALIDATE);
    expect({ problems, deploymentConfig }).toEqual({ problems: [], deploymentConfig: undefined });
    expect([...sources.keys()]).toEqual(["dagster_cloud.yaml"]);
  });

  it.each(Object.entries(OTHERS))("is refused when it is %s and is named", async (_, text) => {
    const context = contextWith(text, { "dagster-yaml": "dagster.yaml" });
    const { problems } = await loadConfiguration(context, VALIDATE);
    expect(problems.map(({ file, severity }) => [file, severity])).toContainEqual(["dagster.yaml", "error"]);
  });

  it.each(Object.entries(OTHERS))("is refused when it is %s and a deploy needs it", async (_, text) => {
    const { problems } = await loadConfiguration(contextWith(text), {
      missingSeverity: "error",
      needsDeployment: true,
    });
    expect(problems.map(({ file, severity }) => [file, severity])).toContainEqual(["dagster.yaml", "error"]);
  });

  it.each([
    ["other-launcher", "user_code_launcher: {module: dagster_cloud.workspace.ecs, class: EcsLauncher, config: {}}"],
    ["missing-key", "user_code_launcher: {class: EcsUserCodeLauncher}"],
    ["missing-key", "user_code_launchers: {class: EcsUserCodeLauncher, config: {}}"],
    ["launcher-config-only", "cluster: main"],
    ["workspace-file", "locations: []"],
    ["yaml-syntax", "user_code_launcher:\n  class: 'EcsUserCodeLauncher"],
  ])("is checked when it is meant for Amazon ECS (%s)", async (code, text) => {
    const { problems } = await loadConfiguration(contextWith(text), VALIDATE);
    expect(problems.map((problem) => problem.code)).toContain(code);
  });
});
