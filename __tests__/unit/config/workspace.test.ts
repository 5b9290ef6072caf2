import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { readWorkspace } from "../../../src/config/workspace.ts";
import { fileOf, optionsOf } from "./vectors.ts";

function readEcs(ecs: string, environment: Record<string, string> = {}, unresolved: "error" | "warning" = "error") {
  const indented = ecs.replaceAll(/^/gm, "        ");
  const text = `locations:\n  - location_name: etl\n    code_source: {package_name: etl}\n    container_context:\n      ecs:\n${indented}\n`;
  return readWorkspace([fileOf(text)], optionsOf(environment, unresolved));
}

function summary(problems: ReturnType<typeof readWorkspace>["problems"]): readonly string[] {
  return problems.map(({ severity, code, line, column, path }) => `${line}:${column} ${severity} ${code} ${path}`);
}

describe("the reference's own example", () => {
  const bytes = readFileSync(new URL("../../fixtures/reference/dagster_cloud.yaml", import.meta.url));
  const { workspace, problems } = readWorkspace(
    [{ path: "dagster_cloud.yaml", bytes }],
    optionsOf({ DATABASE_PASSWORD: "hunter2" }),
  );

  it("is accepted, with warnings exactly where the agent would stumble", () => {
    const place = 'locations[0] "cloud-examples" › container_context.ecs';
    expect(summary(problems)).toEqual([
      `19:16 warning number-as-text ${place}.server_resources.cpu`,
      `20:19 warning number-as-text ${place}.server_resources.memory`,
      `23:16 warning number-as-text ${place}.run_resources.cpu`,
      `24:19 warning number-as-text ${place}.run_resources.memory`,
      `41:24 warning boolean-as-text ${place}.server_sidecar_containers[0].environment[0].value`,
      `47:24 warning boolean-as-text ${place}.run_sidecar_containers[0].environment[0].value`,
      `52:13 warning tag-without-value ${place}.run_ecs_tags[0]`,
    ]);
  });

  it("means what it says", () => {
    expect(workspace?.locations[0]?.ecs).toMatchObject({
      serverResources: { cpu: "256", memory: "512", replicaCount: 1 },
      runResources: { cpu: "4096", memory: "16384" },
      serverSidecarContainers: [{ name: "DatadogAgent", environment: [{ name: "ECS_FARGATE", value: "true" }] }],
      runEcsTags: [{ key: "MyEcsTagKeyWithoutValue" }],
    });
    expect(JSON.stringify(workspace)).not.toContain("hunter2");
  });
});

describe("variables", () => {
  it("without a value and not in the step are named with their location", () => {
    const { workspace, problems } = readEcs("env_vars:\n  - A=1\n  - DATABASE_PASSWORD");
    expect(summary(problems)).toEqual([
      '8:13 error variable-not-set locations[0] "etl" › container_context.ecs.env_vars[1]',
    ]);
    expect(problems[0]?.message).toContain('"etl"');
    expect(problems[0]?.message).toContain("DATABASE_PASSWORD");
    expect(workspace?.locations).toEqual([]);
  });

  it("are kept as an unresolved placeholder when that is only a warning", () => {
    const { workspace, problems } = readEcs("env_vars: [KEY]", {}, "warning");
    expect(problems.map(({ severity }) => severity)).toEqual(["warning"]);
    const [variable] = workspace?.locations[0]?.ecs.envVars ?? [];
    expect(variable).toMatchObject({
      name: "KEY",
      value: { origin: "step", from: "the step's environment (not set)" },
    });
    expect(variable?.value.origin === "step" ? variable.value.hidden.reveal() : "wrong origin").toBe("");
  });

  it("never show the value behind {env: NAME}, also when it is no assignment", () => {
    const environment = { TOKEN: "hunter2", ROLE: "s3cret-role", TAG: "dagster/s3cret" };
    const ecs =
      "env_vars: [{env: TOKEN}]\ntask_role_arn: {env: ROLE}\nserver_ecs_tags: [{key: {env: TAG}, value: x}]\nmount_points: [{readOnly: {env: ROLE}}]";
    const { problems } = readEcs(ecs, environment);
    expect(problems.map(({ code }) => code)).toEqual(["variable-not-an-assignment", "reserved-tag"]);
    expect(JSON.stringify(problems)).not.toMatch(/hunter2|s3cret/);
  });

  it("keep {env: NAME} as written in the container context, which becomes a visible variable", () => {
    const { workspace } = readEcs("task_role_arn: {env: ROLE}", { ROLE: "arn:aws:iam::123456789012:role/x" });
    expect(workspace?.locations[0]?.containerContext).toEqual({ ecs: { task_role_arn: { env: "ROLE" } } });
    expect(workspace?.locations[0]?.ecs.taskRoleArn).toBe("arn:aws:iam::123456789012:role/x");
  });

  it("told twice in one list are warned about", () => {
    expect(summary(readEcs("env_vars:\n  - A=1\n  - A=2").problems)).toEqual([
      '8:13 warning duplicate-variable locations[0] "etl" › container_context.ecs.env_vars[1]',
    ]);
  });
});

describe("verdicts of this project's own", () => {
  it.each([
    ["a fraction as cpu", "server_resources: {cpu: 0.25}", "error not-text"],
    ["a negative replica_count", "server_resources: {replica_count: -1}", "error not-integer"],
    ["a replica_count of zero", "server_resources: {replica_count: 0}", "warning replica-count-zero"],
    ["a system tag", "server_ecs_tags: [{key: dagster/location_name, value: x}]", "error reserved-tag"],
    ["any dagster/ tag", "server_ecs_tags: [{key: dagster/mine, value: x}]", "error reserved-tag"],
    ["one of our tags", "server_ecs_tags: [{key: dagster-ecs-deploy/x, value: x}]", "error reserved-tag"],
    ["a dagster/ tag of runs", "run_ecs_tags: [{key: dagster/run_id, value: x}]", "error reserved-tag"],
    ["an aws: tag", "run_ecs_tags: [{key: AWS:x, value: x}]", "error reserved-tag"],
    ["a tag without a key", 'server_ecs_tags: [{key: "", value: x}]', "error tag-without-key"],
    ["a tag twice", "server_ecs_tags: [{key: a, value: x}, {key: a, value: y}]", "warning duplicate-tag"],
    ["a health check without a command", "server_health_check: {interval: 30}", "error health-check-without-command"],
    ["a health check command as text", "server_health_check: {command: CMD-SHELL true}", "error not-a-list"],
    ["an interval as text", 'server_health_check: {command: [CMD, x], interval: "30"}', "error not-integer"],
    ["task_definition_arn", "task_definition_arn: x", "warning no-effect"],
    ["container_name", "container_name: x", "warning no-effect"],
    [
      "a number in a sidecar's environment",
      "server_sidecar_containers: [{name: s, image: i, environment: [{name: A, value: 1.50}]}]",
      "warning number-as-text",
    ],
    [
      "a sidecar's environment as a mapping",
      "run_sidecar_containers: [{name: s, image: i, environment: {A: b}}]",
      "error not-a-list",
    ],
  ])("%s", (_name, ecs, verdict) => {
    expect(readEcs(ecs).problems.map(({ severity, code }) => `${severity} ${code}`)).toEqual([verdict]);
  });

  it.each([
    ["image: ''", "error image-empty"],
    ["image: 'repo:tag '", "error image-with-spaces"],
    ["working_directory:", "warning null-ignored"],
    ["container_context:", "warning null-ignored"],
    ["container_context: {ecs: }", "warning null-ignored"],
    ["container_context: []", "error not-a-mapping"],
    ["container_context: {esc: {}}", "error unknown-key"],
    ["container_context: {env_vars: [A=1]}", "warning shared-variables"],
    ["git: {commit_hash: abc}", "warning git-in-file"],
    ["pex_metadata: {pex_tag: x}", "error pex-not-supported"],
    ["defs_state_info: {}", "warning defs-state-ignored"],
  ])("%s", (line, verdict) => {
    const text = `locations:\n  - location_name: a\n    code_source: {module_name: m}\n    ${line}\n`;
    const { problems } = readWorkspace([fileOf(text)], optionsOf({}));
    expect(problems.map(({ severity, code }) => `${severity} ${code}`)).toEqual([verdict]);
  });

  it.each([
    "k8s: {server_k8s_config: {container_config: {resources: {limits: {cpu: 100m}}}}, env_secrets: [a]}",
    "docker: {env_vars: [A], container_kwargs: {volumes: [a:b]}}",
    "aca: {server_resources: {cpu: '0.5', memory: 1Gi}, identity_id: x}",
    "k8s: ",
  ])("leaves the settings of other platforms alone: %s", (platform) => {
    const text = `locations:\n  - location_name: a\n    code_source: {module_name: m}\n    container_context: {${platform}}\n`;
    expect(readWorkspace([fileOf(text)], optionsOf({})).problems).toEqual([]);
  });

  it("takes the shared variables for the last and so the winners", () => {
    const text =
      "locations:\n  - location_name: a\n    code_source: {module_name: m}\n    container_context:\n      env_vars: [K=shared]\n      ecs: {env_vars: [K=ecs]}\n";
    const { workspace } = readWorkspace([fileOf(text)], optionsOf({}));
    expect(workspace?.locations[0]?.ecs.envVars.map(({ value }) => value)).toEqual([
      { origin: "literal", text: "ecs" },
      { origin: "literal", text: "shared" },
    ]);
  });
});

describe("several files and several mistakes", () => {
  const location = (name: string, more = "") =>
    `  - location_name: ${name}\n    code_source: {module_name: m}\n${more}`;

  it("reads all files, each with its own defaults, and finds names used twice", () => {
    const files = [
      fileOf(`defaults: {image: one}\nlocations:\n${location("a")}`, "one.yaml"),
      fileOf(`defaults: {image: two}\nlocations:\n${location("b")}${location("a")}`, "two.yaml"),
    ];
    const { workspace, problems } = readWorkspace(files, optionsOf({}));
    expect(workspace?.locations.map(({ name, image }) => [name, image])).toEqual([
      ["a", "one"],
      ["b", "two"],
    ]);
    expect(problems.map(({ code, file, line }) => [code, file, line])).toEqual([["duplicate-location", "two.yaml", 5]]);
    expect(problems[0]?.message).toContain("one.yaml line 3");
  });

  it("leaves out what is wrong and keeps the rest", () => {
    const text = `locations:\n${location("a", "    foo: 1\n")}${location("b")}  - oops\n`;
    const { workspace, problems } = readWorkspace([fileOf(text)], optionsOf({}));
    expect(workspace?.locations.map(({ name }) => name)).toEqual(["b"]);
    expect(summary(problems)).toEqual([
      '4:5 error unknown-key locations[0] "a" › foo',
      "7:5 error not-a-mapping locations[2]",
    ]);
  });

  it("tells a mistake in the defaults once, at its line, and leaves out every location it reaches", () => {
    const text = `defaults:\n  container_context:\n    ecs:\n      envvars: [A=1]\nlocations:\n${location("a")}${location("b")}`;
    const { workspace, problems } = readWorkspace([fileOf(text)], optionsOf({}));
    expect(workspace?.locations).toEqual([]);
    expect(summary(problems)).toEqual(["4:7 error unknown-key defaults › container_context.ecs.envvars"]);
    expect(problems[0]?.hint).toBe("Did you mean env_vars?");
  });

  it("does not ask for a variable of the defaults that the location gives", () => {
    const text = `defaults: {container_context: {ecs: {env_vars: [A]}}}\nlocations:\n${location("a", "    container_context: {ecs: {env_vars: [A=1]}}\n")}`;
    expect(readWorkspace([fileOf(text)], optionsOf({})).problems).toEqual([]);
  });

  it("warns that an empty value unsets no default", () => {
    const text = `defaults: {image: base}\nlocations:\n${location("a", "    image:\n")}`;
    const { workspace, problems } = readWorkspace([fileOf(text)], optionsOf({}));
    expect(workspace?.locations[0]?.image).toBe("base");
    expect(summary(problems)).toEqual(['5:5 warning null-ignored locations[0] "a" › image']);
  });

  it.each([
    ["{ecs: }", "", { ecs: null }],
    ["{ecs: {secrets: , secrets_tags: }}", "", { ecs: { secrets: null, secrets_tags: null } }],
    ["{ecs: }", "defaults: {image: base}\n", {}],
    ["{ecs: {secrets: }}", "defaults: {image: base}\n", { ecs: {} }],
    ["{ecs: }", "defaults:\n", { ecs: null }],
  ])(
    "container_context: %s keeps its empty values unless the file has defaults (%j)",
    (context, defaults, document) => {
      const text = `${defaults}locations:\n${location("a", `    container_context: ${context}\n`)}`;
      const { workspace } = readWorkspace([fileOf(text)], optionsOf({}));
      expect(workspace?.locations[0]?.containerContext).toEqual(document);
    },
  );

  it.each([
    ["a location without a name", "single-location-file", "code_source: {package_name: x}\n"],
    ["a location beside defaults", "single-location-file", "location_name: a\ndefaults: {}\n"],
    ["build.yaml", "part-of-a-location", "registry: r\n"],
    ["dagster.yaml", "agent-file", "user_code_launcher: {}\n"],
    ["workspace.yaml", "open-source-workspace", "load_from: []\n"],
    ["a misspelled key", "no-locations-key", "location:\n  - location_name: a\n"],
    ["a list", "not-a-mapping", "- a\n"],
  ])("says what a file is instead: %s", (_name, code, text) => {
    const { workspace, problems } = readWorkspace([fileOf(text)], optionsOf({}));
    expect(workspace).toBeUndefined();
    expect(problems.map((problem) => problem.code)).toEqual([code]);
  });

  it("takes a file that is one location, and says how it should be", () => {
    const text = "image: registry.example.com/a:1\nlocation_name: a\ncode_source: {package_name: x}\n";
    const { workspace, problems } = readWorkspace([fileOf(text)], optionsOf({}));
    expect(workspace?.locations).toMatchObject([{ name: "a", position: { line: 2, column: 16 } }]);
    expect(problems).toMatchObject([{ code: "single-location-file", severity: "warning", line: 1, column: 1 }]);
  });
});

it("finds a name that stands twice, also where the first location has another mistake", () => {
  const text = [
    "locations:",
    "  - location_name: etl",
    "    code_source: {modul: m}",
    "  - location_name: etl",
    "    code_source: {module_name: m}",
    "",
  ].join("\n");
  const { workspace, problems } = readWorkspace([fileOf(text)], optionsOf({}));
  expect(problems.map(({ code, line, column }) => [code, line, column])).toContainEqual(["duplicate-location", 4, 20]);
  expect(workspace?.locations).toEqual([]);
});
