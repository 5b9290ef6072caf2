import type { ProblemEntry } from "../../../src/config/catalogue/entry.ts";
import type { ProblemCode } from "../../../src/config/problem-catalogue.ts";

/** A wrong input. `«` stands before the character the problem is at; `hint` is a part of the hint. */
export interface WrongInput extends Partial<ProblemEntry> {
  readonly code: ProblemCode;
  readonly text: string;
  readonly hint: string;
}

type Others = Partial<Omit<ProblemEntry, "in">>;
type Row = readonly [code: ProblemCode, text: string, hint: string, others?: Others];

function rows(place: ProblemEntry["in"], table: readonly Row[]): readonly WrongInput[] {
  return table.map(([code, text, hint, others]) => ({ in: place, code, text, hint, ...others }));
}

const FARGATE: Others = { launcher: "launch_type: FARGATE" };
const EC2: Others = { launcher: "launch_type: EC2" };
const LOCATION = "locations:\n  - location_name: etl\n    image: etl:1\n    code_source: {package_name: etl}";
const SECRET = "arn:aws:secretsmanager:us-east-1:123456789012:secret:api-AbCdEf";
const AGENT =
  "user_code_launcher:\n  module: dagster_cloud.workspace.ecs\n  class: EcsUserCodeLauncher\n  config:\n    cluster: main\n    subnets: [subnet-0123456789abcdef0]\n    service_discovery_namespace_id: ns-abcdefgh12345678\n    log_group: /dagster\n    execution_role_arn: arn:aws:iam::123456789012:role/execution";

function sidecar(...lines: readonly string[]): string {
  return [
    "server_sidecar_containers:",
    "  - name: agent",
    "    image: agent:1",
    ...lines.map((line) => `    ${line}`),
  ].join("\n");
}

function efs(...lines: readonly string[]): string {
  return [
    "volumes:",
    "  - name: data",
    "    efsVolumeConfiguration:",
    ...["fileSystemId: fs-0123456789abcdef0", ...lines].map((line) => `      ${line}`),
    "mount_points: [{sourceVolume: data, containerPath: /data}]",
  ].join("\n");
}

const MOUNT = "mount_points: [{sourceVolume: data, containerPath: /data}]";

const FILES = rows("file", [
  ["not-utf-8", "# Gr«öße\nlocations: []", "UTF-8", { encoding: "latin1" }],
  ["file-too-large", "«# a log\n", "right file", { times: 700_000 }],
  ["unprintable-character", "locations: «\u0007", "Remove it"],
  ["yaml-syntax", `locations:\n«\t- location_name: etl`, "spaces"],
  ["yaml-syntax", "locations: «[", "bracket"],
  ["yaml-syntax", "locations:\n  - location_name: etl\n    image: «a: b", "quotes"],
  ["yaml-too-deep", `locations: ${"[".repeat(60)}«${"[".repeat(10)}${"]".repeat(70)}`, "Flatten"],
  [
    "not-a-list",
    "locations:\n  «location_name: etl\n  image: a:1\n  code_source: {package_name: etl}",
    '"- location_name: etl"',
  ],
  ["empty-file", "«", "Describe the configuration"],
  ["empty-file", "«# only a comment", "Describe the configuration"],
  ["several-documents", `${LOCATION}\n«---\na: 1`, "---"],
  ["duplicate-key", `${LOCATION}\n«locations: []`, "Remove one"],
  [
    "duplicate-key",
    "locations:\n  - location_name: etl\n    image: a:1\n    «image: b:1\n    code_source: {package_name: etl}",
    "Remove one",
  ],
  ["key-not-text", "locations: []\n? «[a, b]\n: 1", "text as the key"],
  ["key-not-text", "locations: []\n? «{a: b}\n: 1", "text as the key"],
  ["merge-key-without-mapping", "locations:\n  - <<: «etl\n    location_name: etl", "alias of a mapping"],
  ["yaml-syntax", "locations:\n  - location_name: etl\n«{% for queue in queues %}", "template"],
  ["yaml-syntax", "locations: [$«{name}]", "template"],
  ["key-not-text", "locations:\n  - location_name: etl\n    image: {«{ image }}", "template"],
  ["unknown-key", `«x-shared: &shared {image: "a:1"}\n${LOCATION}`, "first place that uses it"],
  [
    "merge-key-without-mapping",
    "base: &base\nlocations:\n  - <<: «*base\n    location_name: etl",
    "alias of a mapping",
  ],
  ["merge-key-without-mapping", "base: &base 1\nlocations:\n  - <<: [{}, «*base]", "alias of a mapping"],
  ["unknown-alias", "locations: «*all", "&all"],
  ["unknown-alias", "locations: &all\n  - «*all", "&all"],
  [
    "too-many-aliases",
    "a: &a [1, 1, 1, 1, 1, 1, 1, 1, 1, 1]\nb: &b [*a, *a, *a, *a, *a, *a, *a, *a, *a, *a]\nc: &c [*b, *b, *b, *b, *b, *b, *b, *b, *b, *b]\nd: &d [*c, *c, *c, *c, *c, *c, *c, *c, *c, *c]\ne: [*d, *d, *d, *d, *d, *d, *d, «*d, *d, *d]\nlocations: []",
    "fewer aliases",
  ],
  ["unknown-tag", "locations: «!include locations.yaml", "without a tag"],
  ["unknown-tag", "locations:\n  - location_name: «!!binary aGk=\n    image: a:1", "without a tag"],
  ["utf-16", "«locations: []", "UTF-8", { encoding: "utf16le" }],
  ["no-locations-key", "«location:\n  - location_name: etl", "Write locations instead of location"],
  ["no-locations-key", "«jobs: []", 'Write "locations:"'],
  ["no-locations", "«locations: []", "one entry per code location"],
  ["single-location-file", "«location_name: etl\nimage: a:1", 'Put "locations:" above it'],
  ["agent-file", "«instance_class: {module: dagster_cloud}", "dagster-yaml"],
  ["open-source-workspace", "«load_from: []", "workspace.yaml"],
  ["part-of-a-location", "«directory: etl", "entry of locations"],
  ["part-of-a-location", "«ecs: {}", "pyproject.toml"],
  ["part-of-a-location", "«docker: {}", "container_context"],
  ["legacy-locations", "«locations:\n  etl: {module_name: etl.defs}", "code_source: {module_name: etl.defs}"],
  ["not-a-mapping", "«- location_name: etl", "locations:"],
  ["not-a-mapping", "locations:\n  - «etl", "- location_name: my-location"],
  ["not-a-mapping", `defaults: «[]\n${LOCATION}`, "all locations share"],
  ["not-a-mapping", `${LOCATION.replace("{package_name: etl}", "«etl")}`, "package_name"],
  ["not-a-list", "«locations: etl", "- location_name: "],
  ["unknown-key", `${LOCATION}\n«default: {}`, "Did you mean defaults?"],
  ["unknown-key", `${LOCATION}\n«version: 2`, "Only locations and defaults"],
  ["unknown-key", `defaults: {«code_source: {package_name: etl}}\n${LOCATION}`, "in each location"],
  [
    "duplicate-location",
    `${LOCATION}\n  - location_name: «etl\n    image: b:1\n    code_source: {package_name: b}`,
    "name of its own",
  ],
  [
    "defaults-mismatch",
    `defaults: {container_context: {docker: {}}}\n${LOCATION}\n    container_context: {docker: «[]}`,
    "same form",
  ],
  [
    "shared-registry",
    "locations:\n  - location_name: a\n    code_source: {package_name: a}\n    build: {directory: a, registry: r.example.com/x}\n  - location_name: b\n    code_source: {package_name: b}\n    build: {directory: ./b, registry: «r.example.com/x}",
    "its own registry",
  ],
  [
    "similar-location-names",
    "locations:\n  - location_name: Etl\n    image: a:1\n    code_source: {package_name: a}\n  - location_name: «etl\n    image: a:1\n    code_source: {package_name: a}",
    "differ in letters",
  ],
  [
    "same-service-name",
    'locations:\n  - location_name: "etl @.data"\n    image: a:1\n    code_source: {package_name: a}\n  - location_name: «"etl_-#_data"\n    image: a:1\n    code_source: {package_name: a}',
    "Rename",
  ],
  [
    "image-tag-missing",
    "locations:\n  - location_name: etl\n    code_source: {package_name: etl}\n    build: {registry: «registry.example.com/etl}",
    "image-tag",
    { deploy: true },
  ],
]);

const LOCATIONS = rows("location", [
  ["not-text", "image: «1.0", 'image: "1.0"'],
  ["not-text", "working_directory: «[src]", "text"],
  ["not-text", "agent_queue: «yes", '"yes"'],
  ["not-text", "location_name: «2024-01-01", '"2024-01-01"'],
  ["empty-text", 'location_name: «""', "Write a value"],
  ["empty-text", 'code_source: {module_name: «""}', "Write a value"],
  ["not-exactly-one", "code_source: «{}", "package_name"],
  ["not-exactly-one", "code_source: «{python_file: etl.py, module_name: etl}", "Keep one"],
  ["unknown-key", "code_source: {package_name: etl, «working_directory: src}", "one level up"],
  ["unknown-key", "«registry: registry.example.com/etl", "under build"],
  ["unknown-key", "«env_vars: [A=1]", "under container_context.ecs"],
  ["unknown-key", "«enviroment: prod", "Known keys"],
  ["unknown-key", "«workingDirectory: src", "Did you mean working_directory?"],
  ["unknown-key", "container_context: {«esc: {}}", "Did you mean ecs?"],
  ["unknown-key", "container_context: {«server_resources: {}}", "Move it under container_context.ecs."],
  ["null-ignored", "«attribute:", "Give it a value"],
  ["null-ignored", "container_context:\n  «ecs:", "Give it a value"],
  ["git-in-file", "«git: {url: https://example.com}", "Remove it"],
  ["pex-not-supported", "«pex_metadata: {pex_tag: x}", "from an image"],
  ["defs-state-ignored", "«defs_state_info: {}", "Remove it"],
  ["shared-variables", "container_context:\n  «env_vars: [A=1]", "container_context.ecs.env_vars"],
  ["shared-value-wins", "container_context:\n  ecs: {env_vars: [B=1, «A=1]}\n  env_vars: [A=2]", "Remove one"],
  ["image-empty", 'image: «""', "remove the key"],
  ["image-with-spaces", 'image: «" registry.example.com/etl:1"', "image: registry.example.com/etl:1"],
  ["image-reference-invalid", "image: «registry.example.com/Etl:1.0", "registry/repository:tag"],
  ["image-reference-invalid", 'image: «"***.dkr.ecr.us-east-1.amazonaws.com/etl:1"', "registry/repository:tag"],
  ["image-reference-invalid", "image: «sha256:0123", "registry/repository:tag"],
  ["image-reference-invalid", "image: «https://registry.example.com/etl:1", "registry/repository:tag"],
  ["image-reference-invalid", "image: «registry.example.com/Etl:1.0\nagent_queue: 5", "registry/repository:tag"],
  ["image-not-fixed", "image: «registry.example.com:5000/etl", "a version or the commit"],
  ["image-not-fixed", "image: «etl:latest", "a version or the commit"],
  ["image-missing", "location_name: etl\n«image:", "Write `image`"],
  [
    "registry-not-allowed",
    "image: «evil.example.com/etl:1",
    "allowed-registries",
    { inputs: { "allowed-registries": "good.example.com/*" } },
  ],
  ["family-not-accepted", "location_name: «été", "shorter names", FARGATE],
  [
    "credentials-for-ecr",
    `image: 123456789012.dkr.ecr.us-east-1.amazonaws.com/etl:1\ncontainer_context:\n  ecs:\n    «repository_credentials: ${SECRET}`,
    "Remove them",
  ],
  [
    "unknown-queue",
    "agent_queue: «hevy",
    "Did you mean heavy?",
    { ...FARGATE, agent: "agent_queues: {additional_queues: [heavy]}" },
  ],
  ["unknown-queue", "agent_queue: «other", "no additional queue", FARGATE],
  ["unexpanded-variable", `location_name: etl\nimage: ~\nbuild: {registry: «"\${REGISTRY}/etl"}`, "Fill it in before"],
  ["unexpanded-variable", "location_name: «$LOCATION", "Fill it in before"],
  ["image-reference-invalid", `image: «registry.example.com/etl:\${GITHUB_SHA}`, "image-tag"],
  [
    "default-queue-not-served",
    "location_name: «etl",
    "agent_queue: heavy",
    { ...FARGATE, agent: "agent_queues: {include_default_queue: false, additional_queues: [heavy]}" },
  ],
]);

const SHAPES = rows("ecs", [
  ["missing-key", `secrets: [«{valueFrom: ${SECRET}}]`, "name: API_TOKEN"],
  ["missing-key", "server_sidecar_containers: [«{name: agent}]", "image:"],
  [
    "missing-key",
    "volumes: [{name: data, efsVolumeConfiguration: «{}}]\nmount_points: [{sourceVolume: data, containerPath: /data}]",
    "fileSystemId",
  ],
  ["no-value", "«server_resources:", "Write a value"],
  ["no-value", "env_vars: [A=1, «~]", "remove the entry"],
  ["no-value", "env_vars:\n  - A=1\n  «- # nothing\n  - B=1", "remove the entry"],
  ["not-text", "env_vars:\n  - «URL=http://a: b", 'quotes around the whole entry: - "URL=http://a: b".'],
  ["not-a-list", "env_vars: «{A: 1}", "env_vars:"],
  ["not-a-list", `secrets: «{API_KEY: ${SECRET}}`, "secrets:"],
  ["not-a-mapping", "volumes: [«data]", "volumes: [{name: data}]"],
  ["not-text", "env_vars: [{«A: 1}]", "Write - A=1"],
  ["unknown-key", "server_ecs_tags: [{«team: data}]", "Write {key: team, value: data}."],
  ["unknown-key", `secrets: [{«API_KEY: ${SECRET}}]`, `Write {name: API_KEY, valueFrom: ${SECRET}}.`],
  ["unknown-key", "«environment: {A: 1}", 'env_vars: ["KEY=VALUE"]'],
  ["unknown-key", "«cluster: main", "user_code_launcher.config"],
  ["number-as-text", "server_resources: {cpu: «0512}", 'cpu: "512" or cpu: "330"'],
  ["number-as-text", "server_resources: {cpu: «0x200}", 'cpu: "512".'],
  ["number-notation", "server_resources: {ephemeral_storage: «050}", "ephemeral_storage: 40, or 50 if that is meant"],
  ["number-notation", "server_resources: {replica_count: «1:30}", "replica_count: 90"],
  ["not-integer", "server_resources: {ephemeral_storage: «50 GB}", "ephemeral_storage: 50"],
  ["not-text", "server_resources: {cpu: «0.25}", 'cpu: "256"'],
  ["number-as-text", "run_resources: {memory: «2048}", 'memory: "2048"'],
  ["boolean-as-text", sidecar("environment: [{name: ECS_FARGATE, value: «yes}]"), 'value: "true"'],
  ["not-integer", 'server_resources: {ephemeral_storage: «"50"}', "ephemeral_storage: 50"],
  ["not-integer", "server_resources: {replica_count: «1.5}", "whole number"],
  ["not-integer", "server_resources: {replica_count: «-1}", "whole number"],
  [
    "not-boolean",
    'volumes: [{name: data}]\nmount_points: [{sourceVolume: data, containerPath: /data, readOnly: «"true"}]',
    "readOnly: true",
  ],
  ["unknown-key", "«server_resourcess: {}", "Did you mean server_resources?"],
  ["unknown-key", "«cpu: 256", "server_resources"],
  ["unknown-key", "«tags: []", "server_ecs_tags"],
  ["unknown-key", sidecar("«env: []"), "environment: [{name: KEY"],
  ["unknown-key", 'server_health_check: {command: ["CMD", "true"], «intervall: 30}', "Did you mean interval?"],
  ["unknown-value", "runtime_platform: {cpuArchitecture: «arm64}", "Did you mean ARM64?"],
  ["unknown-value", sidecar("dependsOn: [{containerName: dagster, condition: «STARTED}]"), "Did you mean START?"],
  ["no-effect", "«task_definition_arn: arn:aws:ecs:us-east-1:123456789012:task-definition/etl:1", "Remove it"],
  ["variable-not-set", "env_vars: [A=1, «PASSWORD]", "env: { PASSWORD: ... }"],
  ["variable-not-set", "task_role_arn: «{env: ROLE}", "env: { ROLE: ... }"],
  ["variable-not-an-assignment", "env_vars: [«{env: STAGE}]", "KEY=VALUE"],
  ["variable-not-an-assignment", 'env_vars: [«"STAGE: prod"]', "Write - STAGE=VALUE."],
  ["variable-not-an-assignment", "env_vars: [«STAGE prod]", "KEY=VALUE"],
  ["variable-name-spaces", "env_vars: [«STAGE = prod]", "Write STAGE=VALUE."],
  ["variable-name-spaces", "env_vars: [«export STAGE=prod]", "Write STAGE=VALUE: export is a word of the shell."],
  ["variable-without-name", 'env_vars: [«"=1"]', "NAME=VALUE"],
  ["duplicate-variable", "env_vars: [A=1, B=2, «A=3]", "Remove one"],
  ["duplicate-variable", sidecar("environment: [{name: A, value: a}, {name: «A, value: b}]"), "Remove one"],
  ["replica-count-zero", "server_resources: {replica_count: «0}", "replica_count: 1"],
]);

const SIZES = rows("ecs", [
  ["fargate-size", 'server_resources: {cpu: "512", memory: «"8192"}', 'cpu: "1024" and memory: "8192"', FARGATE],
  ["fargate-size", 'server_resources: {cpu: "512", memory: «"8192"}', 'cpu: "512" and memory: "4096"'],
  ["fargate-size", 'server_resources: {cpu: «"300", memory: "512"}', 'cpu: "256" and memory: "512"', FARGATE],
  ["fargate-size", 'server_resources: {cpu: «"1024"}', 'memory: "2048"', FARGATE],
  ["fargate-size", 'server_resources: {memory: «"4096"}', 'cpu: "512" and memory: "4096"', FARGATE],
  ["fargate-size", 'server_resources: {cpu: «"3"}', 'cpu: "256"'],
  ["fargate-size", 'run_resources: {memory: «"500"}', 'memory: "512"'],
  ["fargate-size", "server_resources: {cpu: 16 vCPU, memory: «30 GB}", 'memory: "32768"', FARGATE],
  ["fargate-size", 'run_resources: {cpu: "8192", memory: «"17408"}', 'memory: "16384"', FARGATE],
  [
    "fargate-size",
    'server_resources: {cpu: «"1024"}',
    'memory: "2048"',
    { launcher: 'server_resources: {memory: "1024"}' },
  ],
  [
    "fargate-size",
    'runtime_platform: {operatingSystemFamily: WINDOWS_SERVER_2022_CORE}\nserver_resources: {cpu: «"256", memory: "2048"}\nrun_resources: {cpu: "1024", memory: "2048"}',
    'cpu: "1024"',
    FARGATE,
  ],
  [
    "fargate-size",
    "runtime_platform: {operatingSystemFamily: «WINDOWS_SERVER_2022_CORE}",
    'server_resources: {cpu: "1024", memory: "2048"}',
    FARGATE,
  ],
  ["cpu-not-a-size", 'server_resources: {cpu: «""}', "1 vCPU"],
  ["cpu-not-a-size", `server_resources: {cpu: «"\${CPU}"}`, "Fill the variable in"],
  ["memory-not-a-size", "run_resources: {memory: «'{{ memory }}'}", "Fill the variable in"],
  ["ec2-size", 'server_resources: {cpu: «"64", memory: half}', "128", EC2],
  ["cpu-not-a-size", "server_resources: {cpu: «half}", "1 vCPU"],
  ["cpu-not-a-size", "server_resources: {cpu: «500m}", 'Write cpu: "512".'],
  ["cpu-not-a-size", "server_resources: {cpu: «1024m}", 'Write cpu: "1024".'],
  ["cpu-not-a-size", "run_resources: {cpu: «2 cores}", 'Write cpu: "2048".'],
  ["cpu-not-a-size", 'run_resources: {cpu: «"-256"}', 'cpu: "1024".'],
  ["cpu-not-a-size", 'run_resources: {cpu: «"0"}', 'cpu: "1024".'],
  ["memory-not-a-size", "server_resources: {memory: «1Gi}", 'Write memory: "1024".'],
  ["memory-not-a-size", 'run_resources: {memory: «"512 MB"}', 'Write memory: "512".'],
  ["run-size-with-unit", "run_resources: {cpu: «0.25 vCPU}", 'Write cpu: "256".'],
  ["run-size-with-unit", "run_resources: {memory: «1 GB}", 'Write memory: "1024".'],
  ["run-size-with-unit", "server_resources: &size {cpu: 1 vCPU, memory: «2GB}\nrun_resources: *size", 'memory: "2048"'],
  ["ec2-size", 'server_resources: {cpu: «"100"}', 'cpu: "128"', EC2],
  ["ec2-size", 'run_resources: {cpu: «"200000"}', 'cpu: "196608"', EC2],
  [
    "container-exceeds-task",
    `server_resources: {cpu: "256", memory: "512"}\n${sidecar("cpu: «512")}`,
    "raise the task's cpu",
  ],
  ["container-exceeds-task", sidecar("memoryReservation: «600"), "raise the task's memory", FARGATE],
  ["memory-below-reservation", sidecar("memory: «100", "memoryReservation: 200"), "memory: 200 or more"],
  ["ephemeral-storage-range", "server_resources: {ephemeral_storage: «10}", "ephemeral_storage: 21", FARGATE],
  ["ephemeral-storage-range", "run_resources: {ephemeral_storage: «201}", "ephemeral_storage: 200"],
  ["ephemeral-storage-range", "run_resources: {ephemeral_storage: «-5}", "ephemeral_storage: 21"],
  ["ephemeral-storage-zero", "server_resources: {ephemeral_storage: «0}", "Remove the key"],
  ["ephemeral-storage-on-ec2", "server_resources: {«ephemeral_storage: 50}", "Remove the key", EC2],
  ["unknown-resource", "server_resources: {«mem: 512}", "Did you mean memory?"],
  ["unknown-resource", "run_resources: {«CPU: 512}", "Did you mean cpu?"],
  ["unknown-resource", "run_resources: {«replica_count: 2}", "Known keys"],
  ["task-definition-too-large", `«env_vars: ["Q=${"x".repeat(40_000)}"]`, "container_context counts twice", FARGATE],
]);

const CONTAINERS = rows("ecs", [
  ["reserved-container-name", "run_sidecar_containers: [{name: «dagster, image: a:1}]", "another name"],
  ["duplicate-sidecar", "run_sidecar_containers: [{name: a, image: a:1}, {name: «a, image: a:1}]", "its own name"],
  [
    "duplicate-sidecar",
    "server_sidecar_containers: [{name: «a, image: a:1}]",
    "one of the two levels",
    { launcher: "server_sidecar_containers: [{name: a, image: a:1}]" },
  ],
  ["container-name-characters", 'server_sidecar_containers: [{name: «"my agent", image: a:1}]', "datadog-agent"],
  ["container-name-characters", `server_sidecar_containers: [{name: «${"a".repeat(256)}, image: a:1}]`, "255"],
  ["image-reference-invalid", 'server_sidecar_containers: [{name: a, image: «"a b"}]', "datadog/agent"],
  [
    "too-many-containers",
    `run_sidecar_containers:\n${Array.from({ length: 11 }, (_, index) => `  - ${index === 9 ? "«" : ""}{name: a${index}, image: a:1}`).join("\n")}`,
    "at most 9",
  ],
  [
    "restart-policy-range",
    sidecar("restartPolicy: {enabled: true, restartAttemptPeriod: «2000}"),
    "restartAttemptPeriod: 1800",
  ],
  ["stop-timeout-range", sidecar("stopTimeout: «121"), "stopTimeout: 120", FARGATE],
  ["stop-timeout-range", sidecar("stopTimeout: «1"), "stopTimeout: 2"],
  ["not-under-awsvpc", sidecar("«links: [dagster]"), "localhost"],
  ["not-under-awsvpc", sidecar("«hostname: agent"), "Remove it"],
  ["not-under-awsvpc", sidecar("«extraHosts: [{hostname: db, ipAddress: 10.0.0.1}]"), "DNS"],
  ["not-on-fargate", sidecar("«privileged: true"), "launch_type: EC2", FARGATE],
  ["not-on-fargate", sidecar("linuxParameters: {«devices: [{hostPath: /dev/fuse}]}"), "launch_type: EC2", FARGATE],
  ["not-on-fargate", sidecar("linuxParameters: {«sharedMemorySize: 64}"), "launch_type: EC2"],
  ["not-on-fargate", sidecar('resourceRequirements: [{«type: GPU, value: "1"}]'), "launch_type: EC2", FARGATE],
  [
    "not-on-fargate",
    sidecar("linuxParameters: {capabilities: {add: [SYS_PTRACE, «NET_ADMIN]}}"),
    "SYS_PTRACE",
    FARGATE,
  ],
  ["not-on-fargate", sidecar("«dockerSecurityOptions: [no-new-privileges]"), "launch_type: EC2", FARGATE],
  [
    "platform-not-on-fargate",
    "runtime_platform: {operatingSystemFamily: «WINDOWS_SERVER_20H2_CORE}",
    "WINDOWS_SERVER_2022_CORE",
  ],
  [
    "platform-not-on-fargate",
    "runtime_platform: {operatingSystemFamily: WINDOWS_SERVER_2022_CORE, cpuArchitecture: «ARM64}",
    "X86_64",
  ],
  ["health-check-without-command", "server_health_check: «{interval: 30}", "CMD-SHELL"],
  ["health-check-empty", "server_health_check: {command: «[]}", "CMD-SHELL"],
  ["health-check-empty", sidecar('healthCheck: {command: [«"CMD"]}'), "CMD-SHELL"],
  ["health-check-form", 'server_health_check: {command: [«"curl -f localhost"]}', '["CMD-SHELL", "curl -f localhost"]'],
  ["health-check-form", sidecar('healthCheck: {command: [«"cmd-shell", "exit 0"]}'), "CMD-SHELL"],
  ["health-check-shell-words", 'server_health_check: {command: ["CMD-SHELL", "curl", «"-f"]}', "one text"],
  ["health-check-range", 'server_health_check: {command: ["CMD", "true"], interval: «301}', "interval: 300"],
  ["health-check-range", 'server_health_check: {command: ["CMD", "true"], timeout: «61}', "timeout: 60"],
  ["health-check-range", 'server_health_check: {command: ["CMD", "true"], retries: «0}', "retries: 1"],
  ["health-check-range", sidecar('healthCheck: {command: ["CMD", "true"], startPeriod: «301}'), "startPeriod: 300"],
  ["unknown-container", sidecar("dependsOn: [{containerName: «other, condition: START}]"), "dagster, agent", FARGATE],
  ["unknown-container", sidecar("volumesFrom: [{sourceContainer: «other}]"), "dagster, agent"],
  [
    "healthy-without-check",
    sidecar("dependsOn: [{containerName: dagster, condition: «HEALTHY}]"),
    "server_health_check",
  ],
  [
    "healthy-without-check",
    sidecar("dependsOn: [{containerName: dagster, condition: «HEALTHY}]").replace("server_", "run_"),
    "healthCheck",
  ],
  ["essential-container-ends", sidecar("dependsOn: [{containerName: dagster, condition: «COMPLETE}]"), "START"],
  ["dependency-cycle", sidecar("dependsOn: [{containerName: «agent, condition: START}]"), "Remove this"],
  [
    "dependency-cycle",
    "server_sidecar_containers:\n  - {name: a, image: a:1, dependsOn: [{containerName: b, condition: START}]}\n  - {name: b, image: a:1, dependsOn: [{containerName: c, condition: START}]}\n  - {name: c, image: a:1, dependsOn: [{containerName: «a, condition: START}]}",
    "Remove this",
  ],
  ["port-range", sidecar("portMappings: [{containerPort: «0}]"), "1 to 65535"],
  ["host-port-differs", sidecar("portMappings: [{containerPort: 80, hostPort: «8080}]"), "Remove hostPort"],
  ["port-of-code-server", sidecar("portMappings: [{containerPort: «4000}]"), "another port"],
  [
    "port-clash",
    "server_sidecar_containers:\n  - {name: a, image: a:1, portMappings: [{containerPort: 80}]}\n  - {name: b, image: a:1, portMappings: [{containerPort: «80}]}",
    "another port",
  ],
  ["log-option-missing", sidecar("logConfiguration: {«logDriver: awslogs}"), "awslogs-group: /dagster/sidecars"],
  [
    "log-option-missing",
    sidecar("logConfiguration: {logDriver: awslogs, «options: {awslogs-group: /a, awslogs-region: us-east-1}}"),
    "awslogs-stream-prefix",
    FARGATE,
  ],
  ["log-driver-not-on-fargate", sidecar("logConfiguration: {logDriver: «fluentd}"), "awsfirelens", FARGATE],
  ["firelens-missing", sidecar("logConfiguration: {logDriver: «awsfirelens}"), "fluentbit", FARGATE],
  ["firelens-unused", sidecar("«firelensConfiguration: {type: fluentbit}"), "awsfirelens"],
  [
    "firelens-twice",
    `${sidecar("firelensConfiguration: {type: fluentbit}")}\n  - {name: b, image: b:1, «firelensConfiguration: {type: fluentbit}}`,
    "one of the two",
  ],
]);

const VOLUMES = rows("ecs", [
  ["volume-without-name", "volumes: [«{host: {}}]", "name: data"],
  ["volume-without-name", 'volumes: [{name: «""}]', "name: data"],
  [
    "volume-name-characters",
    "volumes: [{name: «a.b}]\nmount_points: [{sourceVolume: a.b, containerPath: /a}]",
    "hyphens",
  ],
  ["duplicate-volume", `volumes: [{name: data}, {name: «data}]\n${MOUNT}`, "Rename"],
  ["duplicate-volume", `volumes: [{name: «data}]\n${MOUNT}`, "Rename", { launcher: "volumes: [{name: data}]" }],
  ["unused-volume", "volumes: [{name: «cache}]", "sourceVolume: cache"],
  [
    "unknown-volume",
    `volumes: [{name: dta}]\nmount_points: [{sourceVolume: «data, containerPath: /data}]`,
    "dta",
    FARGATE,
  ],
  ["unknown-volume", sidecar("mountPoints: [{sourceVolume: «data, containerPath: /data}]"), "volumes: [{name: data}]"],
  ["mount-without-volume", "mount_points: [«{containerPath: /data}]", "sourceVolume"],
  ["mount-without-path", "volumes: [{name: data}]\nmount_points: [«{sourceVolume: data}]", "containerPath"],
  [
    "mount-path-relative",
    "volumes: [{name: data}]\nmount_points: [{sourceVolume: data, containerPath: «data/etl}]",
    "/data/etl",
  ],
  [
    "duplicate-mount-path",
    "volumes: [{name: data}]\nmount_points: [{sourceVolume: data, containerPath: /d}, {sourceVolume: data, containerPath: «/d}]",
    "path of its own",
  ],
  [
    "volume-of-two-kinds",
    `volumes: [{name: data, efsVolumeConfiguration: {fileSystemId: fs-1}, «fsxWindowsFileServerVolumeConfiguration: {fileSystemId: fs-1, rootDirectory: r, authorizationConfig: {credentialsParameter: p, domain: d}}}]\n${MOUNT}`,
    "Keep one",
    EC2,
  ],
  [
    "volume-configured-at-launch",
    `volumes: [{name: data, «configuredAtLaunch: true}]\n${MOUNT}`,
    "efsVolumeConfiguration",
  ],
  ["volume-not-on-fargate", `volumes: [{name: data, host: {«sourcePath: /data}}]\n${MOUNT}`, "Remove host", FARGATE],
  [
    "volume-not-on-fargate",
    `volumes: [{name: data, «dockerVolumeConfiguration: {scope: task}}]\n${MOUNT}`,
    "launch_type: EC2",
  ],
  [
    "efs-on-windows",
    `runtime_platform: {operatingSystemFamily: WINDOWS_SERVER_2022_CORE}\n${efs().replace("efsVolume", "«efsVolume")}`,
    "Linux",
  ],
  [
    "efs-root-with-access-point",
    efs("rootDirectory: «/a", "transitEncryption: ENABLED", "authorizationConfig: {accessPointId: fsap-1}"),
    'rootDirectory: "/"',
  ],
  ["efs-without-encryption", efs("authorizationConfig: {accessPointId: «fsap-1}"), "transitEncryption: ENABLED"],
  [
    "efs-without-encryption",
    efs("transitEncryption: «DISABLED", "authorizationConfig: {iam: ENABLED}"),
    "transitEncryption: ENABLED",
  ],
  ["efs-port-range", efs("transitEncryption: ENABLED", "transitEncryptionPort: «70000"), "1 to 65535"],
]);

const NAMES = rows("ecs", [
  ["variable-and-secret", `env_vars: [API=1]\nsecrets: [{name: «API, valueFrom: ${SECRET}}]`, "Remove one"],
  [
    "variable-and-secret",
    `secrets: [{name: «API, valueFrom: ${SECRET}}]`,
    "Remove one",
    { launcher: "env_vars: [API=1]" },
  ],
  [
    "variable-and-secret",
    sidecar("environment: [{name: API, value: a}]", `secrets: [{name: «API, valueFrom: ${SECRET}}]`),
    "Remove one",
  ],
  ["duplicate-secret", `secrets: [{name: A, valueFrom: ${SECRET}}, {name: «A, valueFrom: ${SECRET}}]`, "Remove one"],
  [
    "duplicate-secret",
    sidecar(`secrets: [{name: A, valueFrom: ${SECRET}}, {name: «A, valueFrom: ${SECRET}}]`),
    "Remove one",
  ],
  ["injected-variable", "env_vars: [«DAGSTER_CLOUD_DEPLOYMENT_NAME=x]", "Remove the entry"],
  ["injected-variable", "env_vars: [«DAGSTER_CLI_API_GRPC_PORT=4001]", "Remove the entry"],
  ["injected-secret", `secrets: [{name: «DAGSTER_CURRENT_IMAGE, valueFrom: ${SECRET}}]`, "another name"],
  ["deployment-value-wins", "env_vars: [«A=1]", "one of the two levels", { launcher: "env_vars: [A=2]" }],
  [
    "deployment-value-wins",
    "run_ecs_tags: [{key: «team, value: a}]",
    "one of the two levels",
    { launcher: "run_ecs_tags: [{key: team, value: b}]" },
  ],
  ["secret-in-plain-text", "env_vars: [«DB_PASSWORD=correct-horse]", "name: DB_PASSWORD"],
  ["secret-in-plain-text", "env_vars: [«KEY_ID=AKIAIOSFODNN7EXAMPLE]", "Secrets Manager"],
  ["secret-in-plain-text", "env_vars: [«GH=ghp_0123456789abcdefghijABCDEFGHIJ012345]", "Secrets Manager"],
  ["secret-in-plain-text", "env_vars: [«SLACK=xoxb-1234567890-abcdef]", "Secrets Manager"],
  ["secret-in-plain-text", 'env_vars: [«"DSN=postgres://etl:hunter2@db.example.com/x"]', "Secrets Manager"],
  ["secret-in-plain-text", 'env_vars: [«"CERT=-----BEGIN RSA PRIVATE KEY-----"]', "Secrets Manager"],
  [
    "secret-in-plain-text",
    sidecar("logConfiguration: {logDriver: awsfirelens, options: {Name: datadog, apikey: «0123456789abcdef}}"),
    "secretOptions: [{name: apikey, valueFrom",
  ],
  [
    "secret-in-plain-text",
    sidecar(
      "logConfiguration: {logDriver: splunk, options: {splunk-url: 'https://splunk', splunk-token: «0123456789abcdef}}",
    ),
    "secretOptions",
  ],
  ["secret-in-plain-text", sidecar("environment: [{name: DD_API_KEY, value: «0123456789abcdef}]"), "DD_API_KEY"],
  [
    "secret-arn-invalid",
    "secrets: [{name: A, valueFrom: «arn:aws:secretsmanager:us-east-1:1234:secret:x}]",
    "secretsmanager",
  ],
  ["secret-arn-invalid", 'secrets: [{name: A, valueFrom: «"my secret"}]', "secretsmanager"],
  ["secret-arn-invalid", "repository_credentials: «arn:aws:ssm:us-east-1:123456789012:parameter/x", "secretsmanager"],
  ["secret-arn-parts", `secrets: [{name: A, valueFrom: «"${SECRET}:key:"}]`, `"${SECRET}:key::"`],
  ["role-arn-invalid", "execution_role_arn: «arn:aws:iam::1234:role/x", "arn:aws:iam::123456789012:role/dagster"],
  ["role-arn-invalid", 'task_role_arn: «"my role"', "task_role_arn: arn:aws:iam"],
  [
    "arn-partition",
    "secrets: [{name: A, valueFrom: «arn:aws:ssm:us-gov-west-1:123456789012:parameter/x}]",
    "arn:aws-us-gov:",
  ],
  [
    "arn-partition",
    "task_role_arn: «arn:aws-cn:iam::123456789012:role/etl",
    "arn:aws:",
    { launcher: "execution_role_arn: arn:aws:iam::123456789012:role/execution" },
  ],
  [
    "other-account",
    "task_role_arn: «arn:aws:iam::210987654321:role/etl",
    "ECS takes only roles of the account",
    FARGATE,
  ],
  [
    "other-region",
    `secrets:\n  - {name: A, valueFrom: ${SECRET}}\n  - {name: B, valueFrom: «${SECRET.replace("east", "west")}}`,
    "Check the region",
  ],
  ["unexpanded-variable", "task_role_arn: «$TASK_ROLE", "{env: NAME}"],
  ["unexpanded-variable", "secrets_tags: [«$TAG]", "{env: NAME}"],
  [
    "unexpanded-variable",
    efs().replace("fileSystemId: fs-0123456789abcdef0", `fileSystemId: «"\${EFS_ID}"`),
    "Fill it in before",
  ],
  [
    "unexpanded-variable",
    efs("transitEncryption: ENABLED", 'authorizationConfig: {accessPointId: «"{{ access_point }}"}'),
    "Fill it in before",
  ],
  ["tag-characters", `server_ecs_tags: [{key: team, value: «"\${TEAM}"}]`, "{env: NAME}"],
  ["role-arn-invalid", "task_role_arn: «arn:aws:iam:us-east-1:123456789012:role/etl", "role/dagster"],
  [
    "role-not-allowed",
    "task_role_arn: «arn:aws:iam::123456789012:role/admin",
    "allowed-role-arns",
    { ...FARGATE, inputs: { "allowed-role-arns": "arn:aws:iam::123456789012:role/e*" } },
  ],
  ["reserved-tag", "server_ecs_tags: [{key: «aws:team, value: a}]", "another key"],
  ["reserved-tag", "run_ecs_tags: [{key: «dagster/run_id, value: a}]", "another key"],
  ["tag-without-key", 'run_ecs_tags: [{key: «"", value: a}]', "Write a key"],
  ["tag-without-value", "run_ecs_tags: [«{key: team}]", 'value: ""'],
  ["duplicate-tag", "run_ecs_tags: [{key: a, value: a}, {key: «a, value: b}]", "Remove one"],
  ["tag-too-long", `run_ecs_tags: [{key: a, value: «${"v".repeat(257)}}]`, "shorter value"],
  ["tag-characters", 'server_ecs_tags: [{key: «"a*", value: b}]', "letters, digits"],
  ["tag-characters", "server_ecs_tags: [{key: a, value: «aws:x}]", "another value"],
  [
    "too-many-tags",
    `run_ecs_tags:\n${Array.from({ length: 51 }, (_, index) => `  - ${index === 50 ? "«" : ""}{key: k${index}, value: x}`).join("\n")}`,
    "at most 50",
  ],
]);

const LAUNCHER = rows("launcher", [
  [
    "missing-key",
    'launch_type: FARGATE\nserver_resources: {cpu: "512", memory: "1024"}\nenv_vars: [A=1]\nsecrets: [«{name: A}]',
    "valueFrom",
  ],
  ["not-a-choice", "launch_type: «ec2", "launch_type: EC2"],
  ["not-boolean", 'assign_public_ip: «"no"', "assign_public_ip: true"],
  ["not-integer", "server_process_startup_timeout: «5m", "server_process_startup_timeout: 300."],
  ["not-integer", "ecs_timeout: «600s", "ecs_timeout: 600."],
  ["not-integer", "ecs_timeout: «soon", "ecs_timeout: 1."],
  ["unknown-key", "«isolated_agents: {enabled: true}", "top of dagster.yaml"],
  ["unexpanded-variable", `log_group: «\${log_group}`, "{env: NAME}"],
  ["unexpanded-variable", "subnets: [subnet-0123456789abcdef0, «'{{ subnet }}']", "{env: NAME}"],
  ["empty-list", "subnets: «[]", "subnet-"],
  ["text-too-long", "server_task_definition_prefix: «a-prefix-that-is-long", "shorter"],
  ["placeholder", "log_group: «<Log Group Name>", "your own value"],
  ["variable-not-integer", "ecs_timeout: «{env: STAGE}", "whole number"],
  ["secrets-of-two-forms", `secrets: «[${SECRET}, {name: A, valueFrom: ${SECRET}}]`, "name and valueFrom"],
  ["unknown-key", "«secrets_tags: [a]", "secrets_tag"],
  ["too-many-network-entries", "security_group_ids: [a, b, c, d, e, «f]", "at most 5"],
  ["fargate-size", 'run_resources: {cpu: "512", memory: «"512"}', 'memory: "1024"'],
  ["run-size-with-unit", 'run_resources: {cpu: «1 vCPU, memory: "2048"}', 'Write cpu: "1024".'],
  ["role-arn-invalid", "service_discovery_role_arn: «arn:aws:iam::123456789012:policy/x", "role/dagster"],
]);

const AGENTS = rows("agent-file", [
  ["workspace-file", "«locations: []", "config-file"],
  ["launcher-config-only", "«cluster: main", "user_code_launcher"],
  ["other-launcher", "user_code_launcher: {class: «K8sUserCodeLauncher, config: {}}", "EcsUserCodeLauncher"],
  ["missing-key", "user_code_launcher: «{class: EcsUserCodeLauncher}", "config"],
  [
    "queues-without-isolation",
    `${AGENT}\nagent_queues: {«additional_queues: [heavy]}`,
    "isolated_agents: {enabled: true}",
  ],
  ["deployment-not-served", `${AGENT}\ndagster_cloud_api: {«deployments: [prd]}`, "did you mean prd?"],
  ["deployment-not-served", `${AGENT}\ndagster_cloud_api: {«deployment: main}`, "deployments: [main, prod]"],
  ["not-a-mapping", `${AGENT}\nisolated_agents: «true`, "isolated_agents: {enabled: true}"],
  [
    "branch-deployments-not-served",
    `${AGENT}\ndagster_cloud_api: {branch_deployments: «false}`,
    "branch_deployments: true",
    { branch: true },
  ],
]);

/** A job with these tags, from the third line on. */
function taggedJob(tags: string): string {
  return `from dagster import define_asset_job\n\njob = define_asset_job("nightly", tags={${tags}})\n`;
}

const PYTHON = rows("python", [
  ["job-tag-fargate-size", taggedJob('"ecs/cpu": "256", "ecs/memory": «"4096"'), '"ecs/cpu": "256"', FARGATE],
  ["job-tag-fargate-size", taggedJob('"ecs/cpu": «"300", "ecs/memory": "1024"'), "256", FARGATE],
  ["job-tag-not-number", taggedJob('"ecs/cpu": «"0.5 vCPU"'), 'Write "ecs/cpu": "512"'],
  [
    "job-tag-not-text",
    'from dagster import asset\n\n@asset(tags={"ecs/cpu": «512})\ndef orders(): ...\n',
    "Put quotes",
  ],
  ["job-tag-not-json", taggedJob('"ecs/task_overrides": «"cpu=512"'), "json.dumps"],
  ["job-tag-ephemeral-storage", taggedJob('"ecs/ephemeral_storage": «"201"'), '"200"', FARGATE],
  ["job-tag-unknown", taggedJob('«"ecs/mem": "4096"'), 'Did you mean "ecs/memory"?'],
  [
    "job-tag-without-effect",
    'from dagster import asset\n\n@asset(tags={«"ecs/cpu": "512"})\ndef orders(): ...\n',
    "tags of the job",
  ],
]);

const PROJECT_FILES = rows("project-file", [
  ["toml-syntax", "[tool.dg]\ndirectory_type = «project", "between quotes"],
  [
    "dg-project-missing",
    '[tool.dg]\ndirectory_type = "workspace"\n\n[[tool.dg.workspace.projects]]\npath = «"projects/etl"',
    "projects/etl/pyproject.toml",
  ],
  [
    "dg-project-missing",
    '[tool.dg]\ndirectory_type = "workspace"\n[tool.dg.workspace]\nprojects = «[{path = "projects/*"}]',
    "name each project",
  ],
  ["missing-key", '[tool.dg]\ndirectory_type = "project"\n\n«[tool.dg.project]\nimage = "a:1"', "root_module = "],
  [
    "dg-name-from-checkout",
    '[tool.dg]\ndirectory_type = "project"\n\n«[tool.dg.project]\nroot_module = "a"',
    'code_location_name = "etl"',
  ],
  ["missing-key", '«[tool.dg.project]\nroot_module = "a"', "directory_type = ", { also: ["missing-key"] }],
  ["not-a-choice", '[tool.dg]\ndirectory_type = «"projects"\nproject = {root_module = "a"}', "project"],
  [
    "not-text",
    '[tool.dg]\ndirectory_type = "project"\n[tool.dg.project]\nroot_module = «1\ncode_location_name = "a"',
    "root_module",
  ],
  [
    "not-exactly-one",
    '[tool.dg]\ndirectory_type = "project"\n[tool.dg.project]\nroot_module = "a"\ncode_location_name = "a"\nautoload_defs = true\n«code_location_target_module = "a.b"',
    "autoload_defs = false",
  ],
]);

export const WRONG_INPUTS: readonly WrongInput[] = [
  ...FILES,
  ...LOCATIONS,
  ...SHAPES,
  ...SIZES,
  ...CONTAINERS,
  ...VOLUMES,
  ...NAMES,
  ...LAUNCHER,
  ...AGENTS,
  ...PYTHON,
  ...PROJECT_FILES,
];
