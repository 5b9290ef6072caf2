import { existsSync, readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { extractDagsterYaml } from "../../src/config/agent-command.ts";
import { readDeploymentConfig } from "../../src/config/deployment-config.ts";

const FOLDER = new URL("../../../shared/corpus/agent/", import.meta.url);
const TOKEN = "0123456789abcdef0123456789abcdef";
const FILE = "agent service agent: dagster.yaml";

/** The environment of the tasks whose commands take the values from variables. */
const ENVIRONMENT: ReadonlyMap<string, string> = new Map([
  ["DAGSTER_HOME", "/opt/dagster/dagster_home"],
  ["DAGSTER_CLOUD_API_URL", "https://hooli.agent.dagster.cloud"],
  ["DAGSTER_CLOUD_AGENT_TOKEN", `agent:hooli:${TOKEN}`],
  ["DAGSTER_CLOUD_DEPLOYMENT", "prod"],
  ["DAGSTER_CLOUD_BRANCH_DEPLOYMENTS", "true"],
  ["DAGSTER_ECS_CLUSTER", "confluxdb-prod-ecs"],
  ["DAGSTER_ECS_SUBNET_1", "subnet-0a1b2c3d4e5f60001"],
  ["DAGSTER_ECS_SUBNET_2", "subnet-0a1b2c3d4e5f60002"],
  ["DAGSTER_ECS_SECURITY_GROUP", "sg-0123456789abcdef0"],
  ["DAGSTER_ECS_EXECUTION_ROLE_ARN", "arn:aws:iam::123456789012:role/ecs-exec"],
  ["DAGSTER_ECS_TASK_ROLE_ARN", "arn:aws:iam::123456789012:role/confluxdb-worker"],
  ["DAGSTER_ECS_LOG_GROUP", "/aws/ecs/confluxdb-prod/worker"],
  ["DAGSTER_ECS_SD_NAMESPACE_ID", "ns-abcdefgh12345678"],
]);

function readCommands(): readonly string[] {
  if (existsSync(FOLDER)) return readdirSync(FOLDER).filter((name) => name.endsWith(".command.txt"));
  process.stderr.write("SKIPPED: the corpus folder agent/ is not there; real agent commands are not read.\n");
  return [];
}

const read = (name: string): string => readFileSync(new URL(name, FOLDER), "utf8");
const hidden = (text: string): string => text.replaceAll(TOKEN, "(hidden)");

const commands = readCommands();
const writing = commands.filter((name) =>
  existsSync(new URL(name.replace(".command.txt", ".written-dagster.yaml"), FOLDER)),
);

describe.skipIf(commands.length === 0)("real commands of agents", () => {
  it.each(writing)("%s gives the file that it writes, without the token", (name) => {
    const text = read(name);
    const written = hidden(read(name.replace(".command.txt", ".written-dagster.yaml")));
    for (const command of [[text], ["/bin/bash", "-c", text]]) {
      const extracted = extractDagsterYaml({
        command,
        entryPoint: [],
        environment: ENVIRONMENT,
        secretNames: new Set(),
      });
      expect(extracted).toEqual({ text: written, unresolved: [] });
    }
    const { config, problems } = readDeploymentConfig(
      { path: FILE, bytes: new TextEncoder().encode(written) },
      { stepEnvironment: ENVIRONMENT, unresolved: "error" },
    );
    expect(problems.filter(({ severity }) => severity === "error")).toEqual([]);
    expect(config?.organization).toBe("hooli");
    expect(JSON.stringify({ config, problems })).not.toContain(TOKEN);
  });

  it.each(commands.filter((name) => !writing.includes(name)))("%s writes no file, and that is said", (name) => {
    expect(
      extractDagsterYaml({ command: [read(name)], entryPoint: [], environment: ENVIRONMENT, secretNames: new Set() }),
    ).toEqual({ reason: expect.stringContaining("does not show") });
  });

  it.each(writing)("%s names what is a secret or is not set", (name) => {
    const names = [...ENVIRONMENT.keys()].filter((one) => one !== "DAGSTER_HOME");
    const [secretNames, variables] = [new Set(names.slice(0, 6)), new Set(names.slice(6))];
    const extracted = extractDagsterYaml({
      command: [read(name)],
      entryPoint: [],
      environment: new Map(),
      secretNames,
    });
    if ("reason" in extracted) throw new Error(extracted.reason);
    for (const value of extracted.unresolved) {
      expect((value.kind === "secret" ? secretNames : variables).has(value.name ?? "")).toBe(true);
      const line = extracted.text.split("\n")[value.line - 1] ?? "";
      expect(line.slice(value.column - 1)).toMatch(new RegExp(`^\\$${value.name}\\b`));
      expect(line).not.toContain("agent_token");
    }
    expect(extracted.unresolved.length > 0).toBe(name.includes("__ecs."));
  });
});
