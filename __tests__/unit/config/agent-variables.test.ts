import { inspect } from "node:util";
import { describe, expect, it } from "vitest";
import { hideLiterals } from "../../../src/config/agent-literals.ts";
import { checkLocations } from "../../../src/config/checks/check-locations.ts";
import { readDeploymentConfig } from "../../../src/config/deployment-config.ts";
import { mergeEcsSettings } from "../../../src/config/merge-levels.ts";
import { type ReadOptions, readWorkspace } from "../../../src/config/workspace.ts";
import type { AgentEnvironment } from "../../../src/model/agent-task.ts";
import { type EnvironmentVariable, HiddenText, revealValue } from "../../../src/model/environment.ts";
import type { CodeLocation, LauncherConfig } from "../../../src/model/workspace.ts";
import { CHECK_OPTIONS } from "./examples.ts";
import { agentFile, fileOf } from "./vectors.ts";

const ARN = "arn:aws:secretsmanager:us-east-1:123456789012:secret:s-AbCdEf";
const OTHER_ARN = "arn:aws:secretsmanager:us-east-1:123456789012:secret:other-AbCdEf";
const AGENT: AgentEnvironment = {
  service: "agent",
  values: new Map([
    ["BOTH", new HiddenText("of the agent")],
    ["CLUSTER", new HiddenText("agent-cluster")],
    ["PAIR", new HiddenText("PAIRED=of a pair")],
    ["TIMEOUT", new HiddenText("soon")],
  ]),
  secrets: new Map([["SECRET", ARN]]),
};
const STEP = new Map([
  ["BOTH", "of the step"],
  ["ONLY_STEP", "of the step"],
  ["SECRET", "of the step"],
]);
const OPTIONS: ReadOptions = { stepEnvironment: STEP, unresolved: "error", agent: AGENT };

function readLocation(ecs: object): ReturnType<typeof readWorkspace> & { location: CodeLocation | undefined } {
  const location = { location_name: "etl", image: "etl:1", code_source: { package_name: "etl" } };
  const read = readWorkspace([fileOf({ locations: [{ ...location, container_context: { ecs } }] })], OPTIONS);
  return { ...read, location: read.workspace?.locations[0] };
}

const LAUNCHER = {
  cluster: "main",
  subnets: ["subnet-1"],
  service_discovery_namespace_id: "ns-1",
  log_group: "/dagster",
  execution_role_arn: "arn:aws:iam::123456789012:role/execution",
};

function readAgentFile(config: object): ReturnType<typeof readDeploymentConfig> {
  const file = fileOf(agentFile({ ...LAUNCHER, ...config }), "agent service agent: dagster.yaml");
  return readDeploymentConfig(file, { ...OPTIONS, variablesOf: "agent" });
}

function show({ name, value }: EnvironmentVariable): string {
  return `${name} ${value.origin} ${"from" in value ? value.from : ""}: ${revealValue(value)}`;
}

describe("env_vars of a location, when the agent is known", () => {
  it("takes a value from the agent's task first, then from the step", () => {
    const { location, problems } = readLocation({ env_vars: ["BOTH", "ONLY_STEP", "LITERAL=x"] });
    expect(problems).toEqual([]);
    expect(location?.ecs.envVars.map(show)).toEqual([
      "BOTH agent BOTH of the environment of the agent service agent: of the agent",
      "ONLY_STEP step the step's environment: of the step",
      "LITERAL literal : x",
    ]);
    expect(inspect(location, { depth: 9 })).not.toContain("of the agent'");
  });

  it("makes a secret of a name that the agent's task has as a secret", () => {
    const { location } = readLocation({ env_vars: ["SECRET"] });
    expect(location?.ecs).toMatchObject({ envVars: [], variableSecrets: [{ name: "SECRET", valueFrom: ARN }] });
  });

  it.each([
    ["an assignment after it", ["SECRET", "SECRET=x"], ["SECRET"], []],
    ["an assignment before it", ["SECRET=x", "SECRET"], [], [{ name: "SECRET", valueFrom: ARN }]],
  ])("never gives ECS a name as both: %s", (_, entries, names, secrets) => {
    const { location } = readLocation({ env_vars: entries });
    expect(location?.ecs.envVars.map(({ name }) => name)).toEqual(names);
    expect(location?.ecs.variableSecrets).toEqual(secrets);
  });

  it("says that neither of the two sets a variable", () => {
    const { problems } = readLocation({ env_vars: ["NOWHERE"] });
    expect(problems).toMatchObject([{ code: "variable-not-set", severity: "error" }]);
    expect(problems[0]?.message).toMatch(/NOWHERE, which neither the task of the agent service agent nor the step/);
  });

  it("leaves {env: NAME} of the repository's file to the step", () => {
    const { location } = readLocation({ server_ecs_tags: [{ key: "a", value: { env: "BOTH" } }] });
    expect(location?.ecs.serverEcsTags).toEqual([{ key: "a", value: "of the step" }]);
  });

  it("finds no conflict with an explicit secret of the name", () => {
    const { documents } = readLocation({ env_vars: ["SECRET"], secrets: [{ name: "SECRET", valueFrom: OTHER_ARN }] });
    const codes = (agentSecrets: ReadonlySet<string>): readonly string[] =>
      checkLocations(documents, undefined, { ...CHECK_OPTIONS, agentSecrets }).map(({ code }) => code);
    expect(codes(new Set(["SECRET"]))).not.toContain("variable-and-secret");
    expect(codes(new Set())).toContain("variable-and-secret");
  });
});

describe("the agent's own file", () => {
  it("takes {env: NAME} from the agent's task, not from the step", () => {
    const { config, environmentTexts, problems } = readAgentFile({
      cluster: { env: "CLUSTER" },
      env_vars: [{ env: "PAIR" }],
    });
    expect(problems).toEqual([]);
    expect(config?.launcher.cluster).toBe("agent-cluster");
    expect(environmentTexts).toContain("agent-cluster");
    expect(config?.launcher.envVars.map(show)).toEqual([
      "PAIRED agent PAIR of the environment of the agent service agent: of a pair",
    ]);
  });

  it("hides what it spells out: it is not the repository's", () => {
    const { config } = readAgentFile({ env_vars: ["PASSWORD=hunter2-literal"] });
    expect(config?.launcher.envVars.map(show)).toEqual([
      "PASSWORD agent the configuration of the agent service agent: hunter2-literal",
    ]);
    expect(inspect(config, { depth: 9 })).not.toContain("hunter2-literal");
  });

  it.each([
    ["not set", "ONLY_STEP", "which the agent's task does not set", "`environment` of the agent's container"],
    ["a secret", "SECRET", "which is a secret of the agent's task", "dagster-yaml"],
  ])("says that a variable of the agent's task is %s", (_, name, message, hint) => {
    const { problems } = readAgentFile({ cluster: { env: name } });
    expect(problems).toMatchObject([
      { code: "variable-not-set", message: expect.stringContaining(message), hint: expect.stringContaining(hint) },
    ]);
    expect(JSON.stringify(problems)).not.toMatch(/\bstep\b/);
  });

  it("names the agent's task in other hints as well", () => {
    const { problems } = readAgentFile({ ecs_timeout: { env: "TIMEOUT" } });
    expect(problems).toMatchObject([
      { hint: "Set TIMEOUT to a whole number in `environment` of the agent's container." },
    ]);
    expect(readAgentFile({ cluster: { environment: "X" } }).problems[0]?.hint).toContain("of the agent service agent");
  });

  it("has problems that do not show what it spells out", () => {
    const sidecar = { name: "proxy", image: "proxy:1", environment: [{ name: "KEY", value: "sidecar-literal" }] };
    const read = readAgentFile({
      env_vars: [{ name: "SETTING", value: "mapped-literal" }, { DEBUG: 7 }],
      server_sidecar_containers: [sidecar],
    });
    expect(read.environmentTexts).toContain("sidecar-literal");
    expect(JSON.stringify(read.problems)).toContain("mapped-literal");
    const shown = JSON.stringify(read.problems.map((problem) => hideLiterals(problem, read.literals)));
    expect(shown).not.toContain("mapped-literal");
    expect(shown).toContain("(hidden)");
  });
});

describe("the merge of both levels", () => {
  function merge(own: object, deployment: object) {
    const { location } = readLocation(own);
    const { config } = readAgentFile(deployment);
    const { settings, problems } = mergeEcsSettings(location as CodeLocation, config?.launcher as LauncherConfig);
    return {
      names: settings.environment.map(({ name }) => name),
      secrets: settings.secrets,
      codes: problems.map(({ code }) => code),
    };
  }
  const behind = [{ name: "SECRET", valueFrom: ARN }];
  const explicit = [{ name: "SECRET", valueFrom: OTHER_ARN }];

  it.each([
    ["of the location", { env_vars: ["SECRET"] }, {}, [], behind, 0],
    ["of the deployment", {}, { env_vars: ["SECRET"] }, [], behind, 0],
    ["of both", { env_vars: ["SECRET"] }, { env_vars: ["SECRET"] }, [], behind, 0],
    ["over the location's value", { env_vars: ["SECRET=x"] }, { env_vars: ["SECRET"] }, [], behind, 1],
    ["under the deployment's value", { env_vars: ["SECRET"] }, { env_vars: ["SECRET=x"] }, ["SECRET"], [], 1],
    ["under the location's secret", { secrets: explicit }, { env_vars: ["SECRET"] }, [], explicit, 0],
    ["under the deployment's secret", { env_vars: ["SECRET"] }, { secrets: explicit }, [], explicit, 0],
  ])("a secret behind a variable %s", (_, own, deployment, names, secrets, conflicts) => {
    const merged = merge(own, deployment);
    expect(merged.names).toEqual(names);
    expect(merged.secrets).toEqual(secrets);
    expect(merged.codes.filter((code) => code === "deployment-value-wins")).toHaveLength(conflicts);
  });
});
