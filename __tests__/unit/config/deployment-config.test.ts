import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { readDeploymentConfig } from "../../../src/config/deployment-config.ts";
import { errorsOf, fileOf, optionsOf } from "./vectors.ts";

const example = readFileSync(new URL("../../fixtures/reference/dagster.yaml", import.meta.url), "utf8");

function read(text: string, environment: Record<string, string> = {}, unresolved: "error" | "warning" = "error") {
  return readDeploymentConfig(fileOf(text, "dagster.yaml"), optionsOf(environment, unresolved));
}

function withConfig(lines: string): string {
  return example.replace("    launch_type: FARGATE\n", lines);
}

describe("dagster.yaml", () => {
  it("is read without a problem, and without the agent's token", () => {
    const { config, problems } = read(example);
    expect(problems).toEqual([]);
    expect(config).toMatchObject({
      organization: "acme",
      deployments: ["prod"],
      branchDeployments: true,
      isolatedAgents: false,
      agentQueues: { includeDefaultQueue: true, additionalQueues: [] },
      launcher: { cluster: "dagster-cluster", launchType: "FARGATE", secretArns: [], other: {} },
    });
  });

  it.each([
    ["url: https://acme.dagster.cloud/prod", "acme"],
    ["url: https://hooli.agent.dagster.cloud", "hooli"],
    ["url: https://hooli.agent.eu.dagster.cloud", "hooli"],
    ["agent_token: agent:hooli:0123", "hooli"],
    ["agent_token: {env: TOKEN}", "from-token"],
    ["agent_token: {env: NOT_SET}", undefined],
    ["agent_token: 0123456789abcdef", undefined],
    ["url: https://dagster.example.com", undefined],
    ["agent_label: x", undefined],
  ])("finds the organization in %s", (line, organization) => {
    const text = example.replace(/dagster_cloud_api:\n(?: .*\n)+/, `dagster_cloud_api:\n  ${line}\n`);
    const { config, problems } = read(text, { TOKEN: "agent:from-token:s3cret" });
    expect(errorsOf(problems)).toEqual([]);
    expect(config?.organization).toBe(organization);
    expect(JSON.stringify({ config, problems })).not.toContain("s3cret");
  });

  it("splits the two forms of secrets and warns when they are mixed", () => {
    const { config, problems } = read(
      withConfig("    secrets: ['arn:x', {name: A, valueFrom: arn:a}]\n    secrets_tag: t\n"),
    );
    expect(config?.launcher).toMatchObject({
      secretArns: ["arn:x"],
      secrets: [{ name: "A", valueFrom: "arn:a" }],
      secretsTags: ["t"],
    });
    expect(problems.map(({ severity, code }) => `${severity} ${code}`)).toEqual(["warning secrets-of-two-forms"]);
  });

  it("takes the cluster's name out of its ARN and keeps what it has no use for", () => {
    const text = withConfig("    server_ttl: {full_deployments: {enabled: true}}\n    requires_healthcheck: true\n");
    const arn = "arn:aws:ecs:us-east-1:123456789012:cluster/dagster-cluster";
    const { config } = read(text.replace("cluster: dagster-cluster", `cluster: ${arn}`));
    expect(config?.launcher.cluster).toBe("dagster-cluster");
    expect(config?.launcher.other).toEqual({
      server_ttl: { full_deployments: { enabled: true } },
      requires_healthcheck: true,
    });
  });

  it.each([
    ["cluster: <Cluster Name>", "placeholder"],
    ["subnets: []", "empty-list"],
    ["launch_type: Fargate", "not-a-choice"],
    ["server_resources: {replica_count: 2.5}", "not-integer"],
    ['server_resources: {replica_count: "2"}', "not-integer"],
    ["server_ecs_tags: [{key: dagster/agent_id, value: x}]", "reserved-tag"],
    ["env_vars: [NOT_SET]", "variable-not-set"],
    ["security_groups: [sg-1]", "unknown-key"],
  ])("refuses %s", (line, code) => {
    const key = line.split(":")[0];
    const text = withConfig("").replace(new RegExp(`^    ${key}:.*\\n(?:      .*\\n)*`, "m"), "");
    const { config, problems } = read(text.replace("  config:\n", `  config:\n    ${line}\n`));
    expect(config).toBeUndefined();
    expect(problems.filter(({ severity }) => severity === "error").map((problem) => problem.code)).toEqual([code]);
  });

  it.each([
    ["user_code_launcher: {class: K8sUserCodeLauncher, config: {}}", "other-launcher user_code_launcher.class"],
    ["cluster: a\nsubnets: [b]", "launcher-config-only (file)"],
    ["locations: []", "workspace-file (file)"],
    ["instance_class: {}", "missing-key user_code_launcher"],
    ["- a", "not-a-mapping (file)"],
  ])("says what is wrong with a file: %s", (text, error) => {
    const { config, problems } = read(text);
    expect(config).toBeUndefined();
    expect(errorsOf(problems)).toEqual([error]);
  });

  it("keeps a mark for a variable that is not set, when that is only a warning", () => {
    const text = example.replace("cluster: dagster-cluster", "cluster: {env: CLUSTER}");
    expect(read(text).config).toBeUndefined();
    const { config, problems } = read(text, {}, "warning");
    expect(config?.launcher.cluster).toMatch(/^\$\{CLUSTER\}$/);
    expect(problems.map(({ severity, code }) => `${severity} ${code}`)).toEqual(["warning variable-not-set"]);
  });

  it("shows neither a token nor a resolved value, whatever is wrong", () => {
    const text = example
      .replace("agent_token:\n    env: DAGSTER_CLOUD_AGENT_TOKEN", "agent_token: agent:acme:s3cret")
      .replace("launch_type: FARGATE", "ecs_timeout: {env: T}\n    env_vars: [{env: T}]\n    log: {env: T}");
    const { problems } = read(text, { T: "s3cret" });
    expect(problems.map(({ code }) => code)).toEqual([
      "variable-not-integer",
      "variable-not-an-assignment",
      "unknown-key",
    ]);
    expect(JSON.stringify(problems)).not.toContain("s3cret");
  });
});
