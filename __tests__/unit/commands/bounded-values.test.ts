import { describe, expect, it } from "vitest";
import { problemAnnotations } from "../../../src/report/problems.ts";
import { ecs, show } from "./shown.ts";

const LONG = 2_000_000;
const X = "x".repeat(LONG);
/** YAML takes no longer key that is written like one. */
const KEY = "k".repeat(1_000);

function location(...lines: readonly string[]): Readonly<Record<string, string>> {
  const others = ["location_name: etl", "image: a:1", "code_source: {package_name: etl}"];
  const keys = lines.map((line) => line.split(":", 1)[0]);
  const all = [...others.filter((line) => !keys.includes(line.split(":", 1)[0])), ...lines];
  return { "dagster_cloud.yaml": `locations:\n  - ${all.join("\n    ")}\n` };
}

const CASES: readonly (readonly [name: string, code: string, files: Readonly<Record<string, string>>])[] = [
  ["an image", "image-reference-invalid", location(`image: ${X}:${X.slice(0, 200)}`)],
  ["an image of a sidecar", "image-reference-invalid", ecs(`server_sidecar_containers: [{name: a, image: "${X} "}]`)],
  ["a name", "family-not-accepted", { ...location(`location_name: "é${X}"`), "dagster.yaml": agent("") }],
  [
    "a name that is given twice",
    "duplicate-location",
    {
      "dagster_cloud.yaml": `locations:\n${[1, 2].map(() => `  - {location_name: ${X}, image: a:1, code_source: {package_name: a}}\n`).join("")}`,
    },
  ],
  ["a key", "unknown-key", location(`${KEY}: 1`)],
  ["a key of a key", "unknown-key", ecs(`server_health_check: {command: [CMD, x], ${X}: {a: 1}}`)],
  ["a variable", "variable-not-set", ecs(`env_vars: [${X}]`)],
  ["a variable that is given twice", "duplicate-variable", ecs(`env_vars: [${X.slice(9)}=1, ${X.slice(9)}=2]`)],
  ["a reference", "variable-not-set", ecs(`task_role_arn: {env: ${X}}`)],
  ["a size", "cpu-not-a-size", ecs(`server_resources: {cpu: ${X}}`)],
  ["a number", "number-as-text", ecs(`server_resources: {cpu: 1${"_0".repeat(100)}}`)],
  ["a number for a count", "not-integer", ecs(`server_resources: {replica_count: "${"1".repeat(LONG)}"}`)],
  ["a text for a list", "not-a-list", ecs(`env_vars: ${X}`)],
  ["a role", "role-arn-invalid", ecs(`task_role_arn: arn:${X}`)],
  [
    "a secret's ARN",
    "secret-arn-parts",
    ecs(`secrets: [{name: A, valueFrom: "arn:aws:secretsmanager:us-east-1:123456789012:secret:${X}:k:"}]`),
  ],
  ["a volume", "unused-volume", ecs(`volumes: [{name: ${X}}]`)],
  [
    "a path",
    "mount-path-relative",
    ecs(`volumes: [{name: a}]\nmount_points: [{sourceVolume: a, containerPath: ${X}}]`),
  ],
  ["a tag", "tag-characters", ecs(`server_ecs_tags: [{key: "*", value: ${X}}, {key: "${"*".repeat(100)}", value: b}]`)],
  ["a health check", "health-check-form", ecs(`server_health_check: {command: ["curl ${X}"]}`)],
  [
    "many containers",
    "unknown-container",
    ecs(
      `server_sidecar_containers:\n${Array.from({ length: 2_000 }, (_, index) => `  - {name: container-${index}, image: a:1, dependsOn: [{containerName: zzzz, condition: START}]}`).join("\n")}`,
    ),
  ],
  ["an alias", "unknown-alias", ecs(`env_vars: *${X}`)],
  ["a tag of YAML", "unknown-tag", ecs(`env_vars: !${X} []`)],
  ["a line with a syntax error", "yaml-syntax", ecs(`env_vars: [${X}, ]]`)],
  ["a placeholder on a bad line", "yaml-syntax", ecs(`env_vars:\n  - a\n  <${X}>`)],
  ["a file of something else", "no-locations-key", { "dagster_cloud.yaml": `${KEY}: 1` }],
  [
    "a mapping of names",
    "legacy-locations",
    { "dagster_cloud.yaml": `locations: {${X}: {module_name: ${X}, image: a:1}}` },
  ],
  [
    "a queue",
    "unknown-queue",
    { ...location(`agent_queue: ${X}`), "dagster.yaml": agent("agent_queues: {additional_queues: [a]}") },
  ],
  [
    "a launcher",
    "other-launcher",
    { ...location(), "dagster.yaml": `user_code_launcher: {class: Ecs${X}, config: {}}` },
  ],
  [
    "a job's tag",
    "job-tag-not-number",
    {
      ...location(),
      "jobs.py": `from dagster import job\n@job(name="${"n".repeat(400_000)}", tags={"ecs/cpu": "${"c".repeat(400_000)}"})\ndef etl(): ...\n`,
    },
  ],
  [
    "a project",
    "dg-project-missing",
    { "pyproject.toml": `[tool.dg]\ndirectory_type = "workspace"\n[[tool.dg.workspace.projects]]\npath = "${X}"\n` },
  ],
];

function agent(rest: string): string {
  return `user_code_launcher:\n  module: m\n  class: EcsUserCodeLauncher\n  config: {cluster: c, subnets: [subnet-1], service_discovery_namespace_id: ns-1, log_group: /l, execution_role_arn: "arn:aws:iam::123456789012:role/x"}\n${rest}`;
}

describe("a value of any length is shown cut, with its length", () => {
  it.each(CASES)("%s", async (_name, code, files) => {
    const { codes, all, problems } = await show(files);
    expect(codes).toContain(code);
    for (const { message, hint, path } of problems) {
      for (const text of [message, hint, path]) expect(text.length).toBeLessThan(1_600);
    }
    // The markdown table has all of a problem in one line; what is not ASCII or in the way takes more room there.
    for (const line of all.split("\n")) expect(line.length).toBeLessThan(20_000);
    expect(all.length).toBeLessThan(200_000 + problems.length * 10_000);
  });
});

it("the length is said", async () => {
  const { console } = await show(ecs(`env_vars: ${X}`));
  expect(console).toContain(`env_vars is the text "${"x".repeat(160)}…" (2000000 characters), but must be a list.`);
});

it("a line of any length is shown around the caret", async () => {
  const { console } = await show(ecs(`env_vars: [${X}=1, {A: 1}, ${X}=2]`));
  const lines = console.split("\n");
  const at = lines.findIndex((line) => line.endsWith(" not-text"));
  const [line = "", caret = ""] = lines.slice(at + 1);
  expect(line.length).toBeLessThan(140);
  expect(line).toMatch(/ \| …x+=1, \{A: 1\}, x+…$/);
  expect(line.slice(caret.indexOf("^"))).toMatch(/^A: 1\}/);
});

it("the annotation that has the rest of thousands of problems is no longer than GitHub takes", () => {
  const problem = {
    code: "c",
    severity: "error",
    message: "m".repeat(200),
    hint: "",
    path: "",
    file: "f",
    column: 1,
  } as const;
  const annotations = problemAnnotations(
    Array.from({ length: 3_000 }, (_, index) => ({ ...problem, line: index + 1 })),
  );
  expect(annotations).toHaveLength(10);
  expect(annotations[9]?.title).toBe("2991 more errors");
  expect(annotations[9]?.message.length).toBeLessThan(16_000);
  expect(annotations[9]?.message).toMatch(/\n… and 2961 more; the log of this step has them all\.$/);
});
