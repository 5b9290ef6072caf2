import { describe, expect, it } from "vitest";
import { mergeEcsSettings } from "../../../src/config/merge-levels.ts";
import { readWorkspace } from "../../../src/config/workspace.ts";
import { ECS_STRUCTURES, type EcsStructureName, type EcsType } from "../../../src/model/ecs-shapes.ts";
import type { JsonValue } from "../../../src/model/json.ts";
import { errorsOf, fileOf, optionsOf, readConfigVector } from "./vectors.ts";

const PLACE = 'locations[0] "etl" › container_context.ecs';
const LAUNCHER = {
  cluster: "c",
  subnets: ["subnet-1"],
  service_discovery_namespace_id: "ns-1",
  execution_role_arn: "arn:exec",
  log_group: "/logs",
};

function readEcs(ecs: string, environment: Record<string, string> = {}) {
  const indented = ecs.replaceAll(/^/gm, "        ");
  const text = `locations:\n  - location_name: etl\n    code_source: {package_name: etl}\n    container_context:\n      ecs:\n${indented}\n`;
  return readWorkspace([fileOf(text)], optionsOf(environment));
}

function readEcsObject(ecs: JsonValue) {
  const location = { location_name: "etl", code_source: { package_name: "etl" }, container_context: { ecs } };
  return readWorkspace([fileOf({ locations: [location] })], optionsOf({}));
}

describe("objects passed on to the ECS API", () => {
  const sidecar = (member: string): string =>
    `server_sidecar_containers:\n  - name: agent\n    image: agent:1\n    ${member}`;

  it.each([
    [
      "a misspelt member",
      "volumes:\n  - name: v\n    efsVolumConfiguration: {}",
      "8:13 error unknown-key volumes[0].efsVolumConfiguration",
      "Did you mean efsVolumeConfiguration?",
    ],
    [
      "a member in another spelling",
      "volumes:\n  - name: v\n    efs_volume_configuration: {}",
      "8:13 error unknown-key volumes[0].efs_volume_configuration",
      "Did you mean efsVolumeConfiguration?",
    ],
    [
      "a member that is misspelt deep inside",
      sidecar("logConfiguration: {logDriver: awslogs, option: {}}"),
      "9:52 error unknown-key server_sidecar_containers[0].logConfiguration.option",
      "Did you mean options?",
    ],
    [
      "env_vars in a sidecar",
      sidecar("env_vars: [A=1]"),
      "9:13 error unknown-key server_sidecar_containers[0].env_vars",
      "Write environment: [{name: KEY, value: VALUE}].",
    ],
    [
      "a number as text",
      sidecar("cpu: '256'"),
      "9:18 error not-integer server_sidecar_containers[0].cpu",
      "Write it without quotes and decimals: cpu: 256.",
    ],
    [
      "a fraction",
      sidecar("memory: 0.5"),
      "9:21 error not-integer server_sidecar_containers[0].memory",
      "Write a whole number: memory: 1.",
    ],
    [
      "a boolean as an integer",
      sidecar("cpu: yes"),
      "9:18 error not-integer server_sidecar_containers[0].cpu",
      "Write a whole number: cpu: 1.",
    ],
    [
      "a boolean as text",
      sidecar("essential: 'false'"),
      "9:24 error not-boolean server_sidecar_containers[0].essential",
      "Write true or false, without quotes: essential: true.",
    ],
    [
      "a number for text",
      "volumes:\n  - name: v\n    efsVolumeConfiguration: {fileSystemId: 12}",
      "8:52 error not-text volumes[0].efsVolumeConfiguration.fileSystemId",
      'Put quotes around it: fileSystemId: "12".',
    ],
    [
      "a number in a list of texts",
      sidecar("command: [sleep, 60]"),
      "9:30 error not-text server_sidecar_containers[0].command[1]",
      'Put quotes around it: - "60".',
    ],
    [
      "a number in a mapping of texts",
      sidecar("dockerLabels: {version: 1}"),
      "9:37 error not-text server_sidecar_containers[0].dockerLabels.version",
      'Put quotes around it: version: "1".',
    ],
    [
      "a list for a mapping",
      sidecar("dockerLabels: [a]"),
      "9:27 error not-a-mapping server_sidecar_containers[0].dockerLabels",
      "Write dockerLabels as a mapping: its keys on lines of their own, indented below it.",
    ],
    [
      "a text for a list",
      sidecar("command: sleep 60"),
      "9:22 error not-a-list server_sidecar_containers[0].command",
      'Write for example command: ["sh", "-c", "exec agent"].',
    ],
    [
      "no value",
      sidecar("user:"),
      "9:13 error no-value server_sidecar_containers[0].user",
      "Write a value, or remove the key.",
    ],
    [
      "{env: NAME} where Dagster does not look for it",
      sidecar("user: {env: USER}"),
      "9:19 error not-text server_sidecar_containers[0].user",
      "Write user as text.",
    ],
    [
      "a missing member",
      "volumes:\n  - name: v\n    efsVolumeConfiguration: {rootDirectory: /}",
      "8:37 error missing-key volumes[0].efsVolumeConfiguration.fileSystemId",
      "Add it, for example fileSystemId: fs-0123456789abcdef0.",
    ],
    [
      "a health check of a sidecar without command",
      sidecar("healthCheck: {interval: 5}"),
      "9:26 error missing-key server_sidecar_containers[0].healthCheck.command",
      'Add it, for example command: ["CMD-SHELL", "exit 0"].',
    ],
    [
      "a sidecar without image",
      "run_sidecar_containers:\n  - name: agent",
      "7:13 error missing-key run_sidecar_containers[0].image",
      "Add it, for example image: public.ecr.aws/datadog/agent:latest.",
    ],
    [
      "a misspelt member of the health check",
      "server_health_check:\n  command: [CMD, x]\n  start_period: 5",
      "8:11 error unknown-key server_health_check.start_period",
      "Did you mean startPeriod?",
    ],
    [
      "a number in the health check's command",
      "server_health_check: {command: [CMD, 1]}",
      "6:46 error not-text server_health_check.command[1]",
      'Put quotes around it: - "1".',
    ],
    [
      "a value ECS has no name for",
      "runtime_platform: {cpuArchitecture: arm64}",
      "6:45 warning unknown-value runtime_platform.cpuArchitecture",
      "Did you mean ARM64?",
    ],
    [
      "a condition ECS has no name for",
      sidecar("dependsOn: [{containerName: dagster, condition: running}]"),
      "9:61 warning unknown-value server_sidecar_containers[0].dependsOn[0].condition",
      "Known values: COMPLETE, HEALTHY, START, SUCCESS.",
    ],
    [
      "a number where a known value belongs",
      sidecar("portMappings: [{containerPort: 80, protocol: 6}]"),
      "9:58 error not-text server_sidecar_containers[0].portMappings[0].protocol",
      'Put quotes around it: protocol: "6".',
    ],
    [
      "a sidecar called dagster",
      "server_sidecar_containers:\n  - {name: dagster, image: x}",
      "7:20 error reserved-container-name server_sidecar_containers[0].name",
      "Choose another name.",
    ],
    [
      "two sidecars of one name",
      "run_sidecar_containers:\n  - {name: a, image: x}\n  - {name: a, image: y}",
      "8:20 error duplicate-sidecar run_sidecar_containers[1].name",
      "Give each its own name.",
    ],
    [
      "more than one way of sharing a GPU",
      sidecar("resourceRequirements: [{type: GPU, sharingStrategy: {}}]"),
      "9:65 error not-exactly-one server_sidecar_containers[0].resourceRequirements[0].sharingStrategy",
      "Keep one of nvidiaMps.",
    ],
  ])("%s", (_name, ecs, verdict, hint) => {
    const { problems } = readEcs(ecs);
    expect(
      problems.map(({ line, column, severity, code, path }) => `${line}:${column} ${severity} ${code} ${path}`),
    ).toEqual([verdict.replace(/(\S+)$/, `${PLACE}.$1`)]);
    expect(problems[0]?.hint).toBe(hint);
  });

  it("says what was found", () => {
    const [problem] = readEcs("volumes: [{name: v, efsVolumeConfiguration: {fileSystemId: 12}}]").problems;
    expect(problem?.message).toBe("fileSystemId is the number 12, but must be text.");
  });

  it("takes numbers and booleans of a sidecar's environment as text, with a warning", () => {
    const { workspace, problems } = readEcs(sidecar("environment: [{name: A, value: 1}, {name: B, value: true}]"));
    expect(problems.map(({ severity, code }) => `${severity} ${code}`)).toEqual([
      "warning number-as-text",
      "warning boolean-as-text",
    ]);
    expect(workspace?.locations[0]?.ecs.serverSidecarContainers[0]?.environment).toEqual([
      { name: "A", value: "1" },
      { name: "B", value: "true" },
    ]);
  });

  it("resolves {env: NAME} where Dagster does, and shows no value of it", () => {
    const ecs =
      "volumes: [{name: {env: V}}]\nmount_points: [{sourceVolume: {env: V}, readOnly: {env: V}}]\nruntime_platform: {cpuArchitecture: {env: V}}";
    const { workspace, problems } = readEcs(ecs, { V: "s3cret" });
    expect(workspace?.locations[0]?.ecs).toMatchObject({
      volumes: [{ name: "s3cret" }],
      mountPoints: [{ sourceVolume: "s3cret", readOnly: true }],
    });
    expect(problems.map(({ code }) => code)).toEqual(["unknown-value"]);
    expect(JSON.stringify(problems)).not.toContain("s3cret");
  });

  it("checks the deployment's configuration the same way", () => {
    const { problems } = readConfigVector(
      { ...LAUNCHER, volumes: [{ nam: "v" }], server_sidecar_containers: [{ name: "dagster", image: "x" }] },
      {},
    );
    const place = "user_code_launcher.config";
    expect(errorsOf(problems)).toEqual([
      `unknown-key ${place}.volumes[0].nam`,
      `reserved-container-name ${place}.server_sidecar_containers[0].name`,
    ]);
  });

  it("tells a mistake in the defaults once, there, and asks for missing members after the merge only", () => {
    const text =
      "defaults:\n  container_context:\n    ecs:\n      server_health_check: {intervall: 5}\n      volumes: [{name: v, efsVolumeConfiguration: {}}]\nlocations:\n  - location_name: a\n    code_source: {module_name: m}\n    container_context: {ecs: {volumes: [{name: v}], server_health_check: {command: [CMD, x]}}}\n";
    const { problems } = readWorkspace([fileOf(text)], optionsOf({}));
    expect(errorsOf(problems)).toEqual(["unknown-key defaults › container_context.ecs.server_health_check.intervall"]);
  });
});

describe("sidecars of both levels", () => {
  it.each(["server_sidecar_containers", "run_sidecar_containers"])(
    "of one name in %s are refused, with both places",
    (list) => {
      const [location] = readEcsObject({ [list]: [{ name: "agent", image: "a:1" }] }).workspace?.locations ?? [];
      const { config } = readConfigVector({ ...LAUNCHER, [list]: [{ name: "agent", image: "a:2" }] }, {});
      if (!location || !config) throw new Error("the fixture is wrong");
      const { problems } = mergeEcsSettings(location, config.launcher);
      expect(problems.map(({ code, severity, file }) => [code, severity, file])).toEqual([
        ["duplicate-sidecar", "error", "dagster_cloud.yaml"],
      ]);
      expect(problems[0]?.message).toMatch(
        /^The location "etl" and the deployment \(dagster\.yaml line \d+\) both .*"agent"/,
      );
    },
  );
});

/** A value of the type, as ECS takes it. */
function sampleOf(type: EcsType): JsonValue {
  if (type === "text") return "x";
  if (type === "integer") return 1;
  if (type === "boolean") return true;
  if ("known" in type) return type.known[0] ?? "";
  if ("list" in type) return [sampleOf(type.list)];
  if ("map" in type) return { key: sampleOf(type.map) };
  return sampleOfStructure(type.structure);
}

function sampleOfStructure(name: EcsStructureName): { [key: string]: JsonValue } {
  const { members } = ECS_STRUCTURES[name];
  return Object.fromEntries(Object.entries(members).map(([member, type]) => [member, sampleOf(type)]));
}

/** Every way to replace one scalar inside a value by a value that fits nowhere. */
function spoil(value: JsonValue, path = ""): readonly { readonly value: JsonValue; readonly path: string }[] {
  if (Array.isArray(value)) {
    return value.flatMap((item, index) =>
      spoil(item, `${path}[${index}]`).map((spoilt) => ({ ...spoilt, value: value.with(index, spoilt.value) })),
    );
  }
  if (typeof value !== "object" || value === null) return [{ value: [[]], path }];
  return Object.entries(value).flatMap(([key, member]) =>
    spoil(member, `${path}.${key}`).map((spoilt) => ({ ...spoilt, value: { ...value, [key]: spoilt.value } })),
  );
}

describe("every member of the shapes", () => {
  const objects = {
    volumes: [sampleOfStructure("Volume")],
    mount_points: [sampleOfStructure("MountPoint")],
    server_sidecar_containers: [sampleOfStructure("ContainerDefinition")],
    server_health_check: sampleOfStructure("HealthCheck"),
    runtime_platform: sampleOfStructure("RuntimePlatform"),
  };

  it("is taken with a value of its type, and reaches the settings as it is", () => {
    const { workspace, problems } = readEcsObject(objects);
    expect(problems).toEqual([]);
    expect(workspace?.locations[0]?.ecs).toMatchObject({
      volumes: objects.volumes,
      mountPoints: objects.mount_points,
      serverSidecarContainers: objects.server_sidecar_containers,
      serverHealthCheck: objects.server_health_check,
      runtimePlatform: objects.runtime_platform,
    });
  });

  const spoilt = spoil(objects);
  it.each(spoilt.map(({ path, value }) => [path, value] as const))("is refused with another type: %s", (path, ecs) => {
    const { problems } = readEcsObject(ecs);
    expect(problems.map((problem) => problem.path)).toEqual([`${PLACE}${path}`]);
  });
});
