import { describe, expect, test } from "vitest";
import { HiddenText } from "../../../src/model/environment.ts";
import type { JsonObject } from "../../../src/model/json.ts";
import {
  alignRoles,
  normalizeDesiredTaskDefinition,
  normalizeTaskDefinition,
} from "../../../src/normalize/task-definition.ts";

/** A task definition of one container. */
function container(fields: JsonObject, body: JsonObject = {}): JsonObject {
  return { family: "f", networkMode: "awsvpc", ...body, containerDefinitions: [{ name: "c", image: "i", ...fields }] };
}

function volume(fields: JsonObject): JsonObject {
  return { family: "f", volumes: [{ name: "v", ...fields }] };
}

function efs(fields: JsonObject): JsonObject {
  return volume({ efsVolumeConfiguration: { fileSystemId: "fs-1", ...fields } });
}

const EMPTY_LISTS = [
  "links",
  "portMappings",
  "entryPoint",
  "command",
  "environment",
  "environmentFiles",
  "mountPoints",
  "volumesFrom",
  "secrets",
  "dependsOn",
  "dnsServers",
  "dnsSearchDomains",
  "extraHosts",
  "dockerSecurityOptions",
  "ulimits",
  "systemControls",
  "resourceRequirements",
  "credentialSpecs",
];

describe("the same to ECS", () => {
  test.each<{ name: string; one: JsonObject; other: JsonObject }>([
    { name: "cpu 0", one: container({ cpu: 0 }), other: container({}) },
    { name: "essential true", one: container({ essential: true }), other: container({}) },
    { name: "null", one: container({ memory: null, healthCheck: null }, { ipcMode: null }), other: container({}) },
    ...EMPTY_LISTS.map((field) => ({ name: `empty ${field}`, one: container({ [field]: [] }), other: container({}) })),
    { name: "empty labels", one: container({ dockerLabels: {} }), other: container({}) },
    ...["interactive", "pseudoTerminal", "privileged", "readonlyRootFilesystem", "disableNetworking"].map((field) => ({
      name: `${field} false`,
      one: container({ [field]: false }),
      other: container({}),
    })),
    { name: "version consistency", one: container({ versionConsistency: "enabled" }), other: container({}) },
    { name: "0.25 vCPU and 1 GB", one: { cpu: "0.25 vCPU", memory: "1 GB" }, other: { cpu: "256", memory: "1024" } },
    { name: ".5 vcpu and .5GB", one: { cpu: ".5 vcpu", memory: "0.5GB" }, other: { cpu: "512", memory: "512" } },
    { name: "numbers for task size", one: { cpu: 256, memory: 512 }, other: { cpu: "256", memory: "512" } },
    {
      name: "host port in awsvpc",
      one: container({ portMappings: [{ containerPort: 80, hostPort: 80, protocol: "tcp" }] }),
      other: container({ portMappings: [{ containerPort: 80 }] }),
    },
    {
      name: "host port 0 in bridge",
      one: container({ portMappings: [{ containerPort: 80, hostPort: 0 }] }, { networkMode: "bridge" }),
      other: container({ portMappings: [{ containerPort: 80 }] }, { networkMode: null }),
    },
    {
      name: "health check",
      one: container({
        healthCheck: { command: ["CMD", "true"], interval: 30, timeout: 5, retries: 3, startPeriod: 0 },
      }),
      other: container({ healthCheck: { command: ["CMD", "true"] } }),
    },
    {
      name: "read-only mount",
      one: container({ mountPoints: [{ sourceVolume: "v", containerPath: "/v", readOnly: false }] }),
      other: container({ mountPoints: [{ sourceVolume: "v", containerPath: "/v" }] }),
    },
    {
      name: "environment order",
      one: container({
        environment: [
          { name: "A", value: "1" },
          { name: "B", value: "2" },
        ],
      }),
      other: container({
        environment: [
          { name: "B", value: "2" },
          { name: "A", value: "1" },
        ],
      }),
    },
    {
      name: "empty and missing value",
      one: container({ environment: [{ name: "A", value: "" }] }),
      other: container({ environment: [{ name: "A" }] }),
    },
    {
      name: "duplicates in another order",
      one: container({
        environment: [
          { name: "A", value: "1" },
          { name: "A", value: "2" },
        ],
      }),
      other: container({
        environment: [
          { name: "A", value: "2" },
          { name: "A", value: "1" },
        ],
      }),
    },
    {
      name: "secret options",
      one: container({ logConfiguration: { logDriver: "awslogs", secretOptions: [] } }),
      other: container({ logConfiguration: { logDriver: "awslogs" } }),
    },
    {
      name: "linux parameters that say nothing",
      one: container({
        linuxParameters: { initProcessEnabled: false, capabilities: { add: [], drop: [] }, devices: [] },
      }),
      other: container({}),
    },
    { name: "a disabled restart policy", one: container({ restartPolicy: { enabled: false } }), other: container({}) },
    { name: "an empty host", one: volume({ host: {} }), other: volume({}) },
    { name: "the root of EFS", one: efs({ rootDirectory: "/" }), other: efs({}) },
    { name: "EFS in transit", one: efs({ transitEncryption: "DISABLED", transitEncryptionPort: 0 }), other: efs({}) },
    {
      name: "EFS without IAM",
      one: efs({ authorizationConfig: { iam: "DISABLED" } }),
      other: efs({ authorizationConfig: null }),
    },
    {
      name: "Linux on X86_64",
      one: { runtimePlatform: { cpuArchitecture: "X86_64", operatingSystemFamily: "LINUX" } },
      other: {},
    },
    { name: "fault injection", one: { enableFaultInjection: false }, other: {} },
    {
      name: "the order of compatibilities",
      one: { requiresCompatibilities: ["EC2", "FARGATE"] },
      other: { requiresCompatibilities: ["FARGATE", "EC2"] },
    },
    {
      name: "what only DescribeTaskDefinition has",
      one: {
        taskDefinitionArn: "arn",
        revision: 3,
        status: "ACTIVE",
        requiresAttributes: [{ name: "x" }],
        compatibilities: ["EC2"],
        registeredAt: "2024",
        registeredBy: "me",
        deregisteredAt: "2025",
        deleteRequestedAt: "2026",
        tags: [{ key: "a", value: "b" }],
      },
      other: {},
    },
    { name: "a field of the future", one: container({ shine: 11 }, { glow: true }), other: container({}) },
  ])("$name", ({ one, other }) => {
    expect(normalizeTaskDefinition(one)).toEqual(normalizeTaskDefinition(other));
  });
});

describe("not the same to ECS", () => {
  test.each<{ name: string; one: JsonObject; other: JsonObject }>([
    {
      name: "the order of a command",
      one: container({ command: ["a", "b"] }),
      other: container({ command: ["b", "a"] }),
    },
    {
      name: "the order of an entry point",
      one: container({ entryPoint: ["a", "b"] }),
      other: container({ entryPoint: ["b", "a"] }),
    },
    {
      name: "the order of DNS servers",
      one: container({ dnsServers: ["1", "2"] }),
      other: container({ dnsServers: ["2", "1"] }),
    },
    {
      name: "the order of a health check command",
      one: container({ healthCheck: { command: ["a", "b"] } }),
      other: container({ healthCheck: { command: ["b", "a"] } }),
    },
    {
      name: "an empty variable and none",
      one: container({ environment: [{ name: "A", value: "" }] }),
      other: container({}),
    },
    {
      name: "a duplicate and none",
      one: container({
        environment: [
          { name: "A", value: "1" },
          { name: "A", value: "1" },
        ],
      }),
      other: container({ environment: [{ name: "A", value: "1" }] }),
    },
    {
      name: "another host port",
      one: container({ portMappings: [{ containerPort: 80, hostPort: 81 }] }),
      other: container({ portMappings: [{ containerPort: 80 }] }),
    },
    {
      name: "another protocol",
      one: container({ portMappings: [{ containerPort: 80, protocol: "udp" }] }),
      other: container({ portMappings: [{ containerPort: 80 }] }),
    },
    { name: "a bare volume and none", one: volume({}), other: { family: "f" } },
    { name: "a Docker volume and a bind mount", one: volume({ dockerVolumeConfiguration: {} }), other: volume({}) },
    { name: "ARM64", one: { runtimePlatform: { cpuArchitecture: "ARM64" } }, other: {} },
    { name: "not essential", one: container({ essential: false }), other: container({}) },
    { name: "the network mode", one: { networkMode: "awsvpc" }, other: {} },
    { name: "the family", one: { family: "a" }, other: { family: "b" } },
  ])("$name", ({ one, other }) => {
    expect(normalizeTaskDefinition(one)).not.toEqual(normalizeTaskDefinition(other));
  });
});

test("what repeats is numbered, so that nothing is hidden", () => {
  const pairs = [
    { name: "A", value: "2" },
    { name: "A", value: "1" },
    { name: "A#2", value: "x" },
    { name: "A", value: "3" },
  ];
  expect(normalizeTaskDefinition(container({ environment: pairs }))).toMatchObject({
    containerDefinitions: { c: { environment: { A: "1", "A#2": "x", "A#3": "2", "A#4": "3" } } },
  });
});

test("an entry in no known form does not become a key", () => {
  const normal = normalizeTaskDefinition(container({ environment: ["TOKEN=s3cr3t"] }));
  expect(normal).toMatchObject({ containerDefinitions: { c: { environment: { "(malformed)": "TOKEN=s3cr3t" } } } });
});

describe("the container context", () => {
  const withContext = (name: string, text: string): JsonObject => ({
    containerDefinitions: [{ name, environment: [{ name: "DAGSTER_CONTAINER_CONTEXT", value: text }] }],
  });
  const one = '{"ecs": {"a": 1, "b": [1, 2]}}';
  const other = '{"ecs":{"b":[1,2],"a":1}}';

  test("is compared as JSON in the code server's container", () => {
    expect(normalizeTaskDefinition(withContext("dagster", one))).toEqual(
      normalizeTaskDefinition(withContext("dagster", other)),
    );
  });

  test("is text everywhere else, and where it is no JSON", () => {
    expect(normalizeTaskDefinition(withContext("c", one))).not.toEqual(
      normalizeTaskDefinition(withContext("c", other)),
    );
    expect(normalizeTaskDefinition(withContext("dagster", "{no"))).toMatchObject({
      containerDefinitions: { dagster: { environment: { DAGSTER_CONTAINER_CONTEXT: "{no" } } },
    });
  });
});

describe("a role by its bare name", () => {
  const arn = "arn:aws:iam::123456789012:role/team/task";
  const align = (left: string, right: string): readonly unknown[] => {
    const aligned = alignRoles({ taskRoleArn: left }, { taskRoleArn: right });
    return [aligned.left.taskRoleArn, aligned.right.taskRoleArn];
  };

  test("is the ARN that ends in it", () => {
    expect(align("task", arn)).toEqual([arn, arn]);
    expect(align(arn, "task")).toEqual([arn, arn]);
  });

  test("is no other one, and no two ARNs are the same", () => {
    expect(align("ask", arn)).toEqual(["ask", arn]);
    const other = "arn:aws:iam::999999999999:role/team/task";
    expect(align(other, arn)).toEqual([other, arn]);
  });
});

test("a desired task definition gets the text of its environment", () => {
  const normal = normalizeDesiredTaskDefinition({
    family: "f",
    body: {
      family: "f",
      containerDefinitions: [
        { name: "dagster", image: "i" },
        { name: "s", image: "j" },
      ],
    },
    environment: [
      { name: "A", value: { origin: "literal", text: "1" } },
      { name: "B", value: { origin: "step", hidden: new HiddenText("2"), from: "B" } },
    ],
  });
  expect(normal).toEqual({
    family: "f",
    containerDefinitions: { dagster: { image: "i", environment: { A: "1", B: "2" } }, s: { image: "j" } },
  });
});
