import { describe, expect, it } from "vitest";
import { ecs, show, sidecar } from "./shown.ts";

const SECRET = "Hunter2Swordfish";

const LOCATION = "locations:\n  - location_name: etl\n    image: a:1\n    code_source: {package_name: etl}\n";
const AGENT_START = "user_code_launcher: {module: m, class: EcsUserCodeLauncher, config: {}}\n";

/** Files with the secret in them, and a problem whose excerpt, message or hint could show it. */
const CASES: readonly (readonly [name: string, code: string, files: Readonly<Record<string, string | Uint8Array>>])[] =
  [
    ["a variable", "secret-in-plain-text", ecs(`env_vars: [DB_PASSWORD=${SECRET}]`)],
    ["a variable in quotes", "secret-in-plain-text", ecs(`env_vars:\n  - "DB_PASSWORD=${SECRET}"`)],
    ["a variable as a mapping", "not-text", ecs(`env_vars: [{API_KEY: ${SECRET}}]`)],
    ["a short variable as a mapping", "not-text", ecs("env_vars: [{API_KEY: Hunter2}]")],
    ["a variable with name and value", "not-text", ecs(`env_vars: [{name: API_KEY, value: ${SECRET}}]`)],
    ["variables as a mapping", "not-a-list", ecs(`env_vars: {A: 1, API_KEY: ${SECRET}}`)],
    ["variables as a text", "not-a-list", ecs(`env_vars: API_KEY=${SECRET}`)],
    ["a colon for an equals sign", "variable-not-an-assignment", ecs(`env_vars: ["API_KEY: ${SECRET}"]`)],
    ["an exported variable", "secret-in-plain-text", ecs(`env_vars: [export API_TOKEN=${SECRET}]`)],
    ["a variable that is given twice", "duplicate-variable", ecs(`env_vars: [PGPASSWORD=${SECRET}, PGPASSWORD=x]`)],
    ["lines of a literal", "secret-in-plain-text", ecs(`env_vars:\n  - |\n    DB_PASSWORD=${SECRET}\n    ${SECRET}`)],
    ["folded lines", "duplicate-variable", ecs(`env_vars:\n  - DB_PASSWORD=one\n    ${SECRET}\n  - DB_PASSWORD=x`)],
    ["an escape", "secret-in-plain-text", ecs(`env_vars: ["DB_PASSWORD=\\x48unter2Swordfish"]`)],
    ["an escaped name", "duplicate-variable", ecs(`env_vars: ["DB_PASS\\x57ORD=${SECRET}", DB_PASSWORD=x]`)],
    ["a quote in it", "not-a-list", ecs(`env_vars: 'API_KEY=${SECRET}"'`)],
    [
      "a variable of the defaults",
      "secret-in-plain-text",
      {
        "dagster_cloud.yaml": `defaults: {container_context: {ecs: {env_vars: [DB_PASSWORD=${SECRET}]}}}\n${LOCATION}`,
      },
    ],
    [
      "an anchor",
      "number-as-text",
      sidecar("environment: [{name: TOKEN, value: &t 4815162342}, {name: OTHER, value: *t}]"),
    ],
    [
      "an alias of a harmless name",
      "secret-in-plain-text",
      {
        "dagster_cloud.yaml": `x-shared: &it ${SECRET}\n${LOCATION}    container_context: {ecs: {server_sidecar_containers: [{name: a, image: a:1, environment: [{name: DD_API_KEY, value: *it}]}]}}\n`,
      },
    ],
    ["a mapping in one line", "unknown-key", sidecar(`environment: [{name: DD_API_KEY, value: ${SECRET}, nope: 1}]`)],
    [
      "the value before the name",
      "unknown-key",
      sidecar(`environment: [{value: ${SECRET}, nope: 1, name: DD_API_KEY}]`),
    ],
    ["variables of a sidecar as a mapping", "not-a-list", sidecar(`environment: {DD_API_KEY: ${SECRET}}`)],
    ["a merge key", "not-a-list", sidecar(`environment: {<<: {DD_API_KEY: ${SECRET}}}`)],
    ["a number", "number-as-text", sidecar("environment: [{name: DD_API_KEY, value: 4815162342}]")],
    ["a value of a secret", "secret-arn-invalid", ecs(`secrets: [{name: API_KEY, valueFrom: "${SECRET} !"}]`)],
    [
      "an option of a log driver",
      "unknown-key",
      sidecar(`logConfiguration: {logDriver: splunk, options: {splunk-token: ${SECRET}}, x: 1}`),
    ],
    [
      "a flag of a command",
      "unknown-key",
      sidecar(`command: [run, --api-key, ${SECRET}]`, `healtCheck: {command: [CMD, x, --password=${SECRET}]}`),
    ],
    ["a tag", "tag-characters", ecs(`server_ecs_tags: [{key: api_token, value: "${SECRET}*"}]`)],
    [
      "the password of an address",
      "secret-in-plain-text",
      ecs(`env_vars: ["DSN=postgres://etl:${SECRET}@db.example.com/x"]`),
    ],
    [
      "an address in an image",
      "image-reference-invalid",
      { "dagster_cloud.yaml": LOCATION.replace("a:1", `https://etl:${SECRET}@registry.example.com/etl:1`) },
    ],
    [
      "a private key",
      "secret-in-plain-text",
      ecs(
        `env_vars:\n  - |\n    CERT=-----BEGIN RSA PRIVATE KEY-----\n    ${SECRET}\n    -----END RSA PRIVATE KEY-----`,
      ),
    ],
    ["a comment", "unknown-key", ecs(`env_var: [A=1] # was DB_PASSWORD=${SECRET}`)],
    ["a key without an indentation", "yaml-syntax", ecs(`env_vars:\n  - DB_PASSWORD=${SECRET}: x: y`)],
    [
      "a bracket that is not closed",
      "yaml-syntax",
      ecs(`env_vars: [DB_PASSWORD=${SECRET}, {name: API_KEY, value: ${SECRET}`),
    ],
    [
      "a line that the parser quotes",
      "yaml-syntax",
      { "dagster_cloud.yaml": `    - name: a\nlocations:\n  |- x\n    - DB_PASSWORD=${SECRET}\n` },
    ],
    [
      "a value below its key, in a file with an error",
      "yaml-syntax",
      { "dagster_cloud.yaml": `locations:\npassword:\n  ${SECRET}\n  - location_name: etl\n` },
    ],
    [
      "a flag of a command, in a file with an error",
      "yaml-syntax",
      { "dagster_cloud.yaml": `locations:\ncommand: [a, --api-key, ${SECRET}]: b\n` },
    ],
    ["a tab", "yaml-syntax", ecs(`env_vars:\n\t- DB_PASSWORD=${SECRET}`)],
    ["a character that is not printable", "unprintable-character", ecs(`env_vars: ["DB_PASSWORD=${SECRET}\u0007"]`)],
    [
      "Latin-1",
      "not-utf-8",
      { "dagster_cloud.yaml": Buffer.from(`${LOCATION}    agent_token: "${SECRET}ß"\n`, "latin1") },
    ],
    ["two documents", "several-documents", { "dagster_cloud.yaml": `${LOCATION}--- {password: ${SECRET}}\n` }],
    ["a tag of YAML", "unknown-tag", ecs(`env_vars: [DB_PASSWORD=${SECRET}, !Sub "DB_PASSWORD=${SECRET}"]`)],
    [
      "Windows line ends",
      "secret-in-plain-text",
      {
        "dagster_cloud.yaml": (ecs(`env_vars:\n  - DB_PASSWORD=${SECRET}`)["dagster_cloud.yaml"] ?? "").replaceAll(
          "\n",
          "\r\n",
        ),
      },
    ],
    [
      "the agent's token",
      "unknown-key",
      {
        "dagster_cloud.yaml": LOCATION,
        "dagster.yaml": `${AGENT_START}dagster_cloud_api: {agent_token: ${SECRET}, nope: 1}\n`,
      },
    ],
    [
      "a header",
      "unknown-key",
      {
        "dagster_cloud.yaml": LOCATION,
        "dagster.yaml": `${AGENT_START}dagster_cloud_api: {headers: {Authorization: "Bearer ${SECRET}"}, nope: 1}\n`,
      },
    ],
    [
      "a project's file",
      "unknown-key",
      {
        "pyproject.toml": `[tool.dg]\ndirectory_type = "project"\nproject = {root_module = "a", code_location_name = "a", api_key = "${SECRET}"}\n`,
      },
    ],
    [
      "a job's tag",
      "job-tag-not-number",
      {
        "dagster_cloud.yaml": LOCATION,
        "jobs.py": `from dagster import job\n\n@job(tags={"ecs/cpu": "1 vCPU", "ecs/task_overrides": {"environment": [{"name": "DB_PASSWORD", "value": "${SECRET}"}]}})\ndef etl(): ...\n`,
      },
    ],
    ["a very long one", "not-a-list", ecs(`env_vars: API_KEY=${SECRET.repeat(100)}`)],
    ["a long text before it", "not-a-list", ecs(`env_vars: "${"x".repeat(150)} API_KEY=${SECRET}"`)],
  ];

describe("what looks like a secret is in no output", () => {
  it.each(CASES)("%s", async (_name, code, files) => {
    const { codes, all } = await show(files);
    expect(codes).toContain(code);
    for (const part of [SECRET, SECRET.slice(0, 7), SECRET.slice(7), "4815162342"]) expect(all).not.toContain(part);
  });

  it("but what is harmless stays", async () => {
    const files = sidecar("environment: [{name: API_TOKEN_FILE, value: 4096}, {name: TOKEN, value: {env: X}}]");
    const { console } = await show(files);
    expect(console).toContain("the number 4096");
    expect(console).not.toContain("(hidden)");
  });
});

describe("the caret stays right", () => {
  /** What the caret of the problem with this code points at, to the end of the line. */
  async function pointedAt(files: Readonly<Record<string, string>>, code: string): Promise<string | undefined> {
    const lines = (await show(files)).console.split("\n");
    const at = lines.findIndex((line) => line.endsWith(` ${code}`));
    return lines[at + 1]?.slice((lines[at + 2] ?? "").indexOf("^"));
  }

  it("behind what is hidden", async () => {
    const files = sidecar(`environment: [{name: DD_API_KEY, value: ${SECRET}, nope: 1}]`);
    expect(await pointedAt(files, "unknown-key")).toBe("nope: 1}]");
  });

  it("at what is hidden", async () => {
    const files = sidecar(`environment: [{name: DD_API_KEY, value: ${SECRET}}]`);
    expect(await pointedAt(files, "secret-in-plain-text")).toBe("(hidden)}]");
    expect(await pointedAt(ecs(`env_vars: ["DB_PASSWORD=${SECRET}"]`), "secret-in-plain-text")).toBe(
      '"DB_PASSWORD=(hidden)"]',
    );
  });

  it("within what is hidden", async () => {
    expect(await pointedAt(ecs(`env_vars:\n  - DB_PASSWORD=${SECRET}: x: y`), "yaml-syntax")).toMatch(
      /^DB_PASSWORD=\(hidden\)$|^\(hidden\)$/,
    );
  });
});

it("the hint for a secret as a mapping names the place for it", async () => {
  const { console } = await show(ecs(`env_vars: [{API_KEY: ${SECRET}}]`));
  expect(console).toContain(
    "hint: Write - API_KEY=VALUE, or better put it into Secrets Manager and write secrets: [{name: API_KEY, valueFrom: <ARN of the secret>}].",
  );
});
