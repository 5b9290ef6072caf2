// Validates a file that has something many times: node growth-run.ts SHAPE COUNT. Run by growth.test.ts.
import { pathToFileURL } from "node:url";
import { show } from "./shown.ts";

const LAUNCHER = [
  "user_code_launcher:",
  "  module: dagster_cloud.workspace.ecs",
  "  class: EcsUserCodeLauncher",
  "  config:",
  "    cluster: main",
  "    subnets: [subnet-0123456789abcdef0]",
  "    service_discovery_namespace_id: ns-abcdefgh12345678",
  "    log_group: /dagster",
  "    execution_role_arn: arn:aws:iam::123456789012:role/execution",
  "    env_vars: [A=1]",
  "",
].join("\n");

function repeat(count: number, make: (index: number) => string): string {
  return Array.from({ length: count }, (_, index) => make(index)).join("");
}

function location(index: number, ecs: string): string {
  return `  - location_name: loc-${index}\n    image: registry.example.com/loc-${index}:1\n    code_source: {module_name: loc_${index}.definitions}\n    container_context: {ecs: {${ecs}}}\n`;
}

const SECRET = "arn:aws:ssm:us-east-1:123456789012:parameter/x";

/** Keys of a location that all hold `count` things. */
function manyThings(count: number): string {
  const lists = {
    env_vars: (index: number) => `V${index}=${index}`,
    secrets: (index: number) => `{name: S${index}, valueFrom: "${SECRET}${index}"}`,
    server_ecs_tags: (index: number) => `{key: k${index}, value: v}`,
    volumes: (index: number) => `{name: v${index}}`,
    mount_points: (index: number) => `{sourceVolume: v${index}, containerPath: /v${index}}`,
    server_sidecar_containers: (index: number) =>
      `{name: c${index}, image: "c:${index}", dependsOn: [{containerName: c${index + 1}, condition: START}], portMappings: [{containerPort: ${index + 1}}]}`,
  };
  const entries = Object.entries(lists).map(
    ([key, make]) => `${key}: [${repeat(count, (index) => `${make(index)}, `)}]`,
  );
  return [...entries, repeat(count, (index) => `key${String(index).padStart(4, "0")}: 1, `)].join(", ");
}

/** Texts of a dagster_cloud.yaml that has something many times. */
export const SHAPES: Readonly<Record<string, (count: number) => string>> = {
  locations: (count) =>
    [
      "shared: &shared [{name: S, valueFrom: arn:aws:ssm:us-east-1:123456789012:parameter/x}]",
      "defaults: {container_context: {ecs: {env_vars: [STAGE=prod, LEVEL=info]}}}",
      "locations:",
      repeat(count, (index) => location(index, `env_vars: [DATABASE=db${index}], secrets: *shared`)),
      repeat(count, (index) => location(index + count, `env_vars: [DB_PASSWORD=swordfish${index}, {A: 1}], memry: 1`)),
    ].join("\n"),
  "things of one location": (count) => `locations:\n${location(0, manyThings(count))}`,
  "lines that are no YAML": (count) => repeat(count, (index) => `a${index}: b: c\nd${index}:\t1\n`),
};

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  const [, , shape = "", count = ""] = process.argv;
  const python = Array.from({ length: Number(count) }, (_, index) => [
    `jobs${index}.py`,
    'from dagster import job\n\n@job(tags={"ecs/cpu": "1 vCPU"})\ndef etl(): ...\n',
  ]);
  await show({
    ...Object.fromEntries(python),
    "dagster_cloud.yaml": SHAPES[shape]?.(Number(count)) ?? "",
    "dagster.yaml": LAUNCHER,
  });
}
