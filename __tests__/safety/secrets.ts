import type { DagsterAccount, Emulator } from "../../emulator/index.ts";
import { ACME_API, deploymentFileOf } from "../account-files.ts";
import { findLeaks, type Planted, plant, plantWord } from "./taint.ts";
import type { Shown } from "./world.ts";

/** One secret for each place a value can come from. */
export const PLANTED = {
  variable: plant("a valueless entry of env_vars"),
  key: { place: "a key of several lines", text: `-----BEGIN X-----\n${plant("line").text}\n-----END X-----` },
  assignment: plantWord("an entry of env_vars that is {env: NAME}"),
  pat: plantWord("a valueless entry of env_vars that is called as the runner's variables are"),
  tag: plantWord("a tag that is {env: NAME}"),
  mount: plantWord("a mount point that is {env: NAME}"),
  launcher: plant("a valueless entry of the deployment's env_vars"),
  token: { place: "github-token", text: `ghs_${plantWord("github-token").text}` },
  accessKey: { place: "AWS_ACCESS_KEY_ID", text: "AKIAQ7T3ZP5XW9M2K4JD" },
  secretKey: plantWord("AWS_SECRET_ACCESS_KEY"),
  session: plantWord("AWS_SESSION_TOKEN"),
  live: plant("a variable that somebody else gave the live task definition"),
  sidecar: plant("a variable of a live sidecar"),
  command: plant("the command of a live container"),
  label: plant("a label of a live container"),
  check: plant("the health check of a live container"),
  logging: plant("an option of a live container's logging"),
  vault: plant("the value of a secret of Secrets Manager"),
  agentVariable: plant("a variable of the agent's task"),
  agentToken: plantWord("the token in the agent's dagster.yaml"),
  agentLiteral: plantWord("a literal of the agent's dagster.yaml"),
} satisfies Readonly<Record<string, Planted>>;

/** The step's `env:`. */
export const ENVIRONMENT: Readonly<Record<string, string>> = {
  DATABASE_PASSWORD: PLANTED.variable.text,
  SIGNING_KEY: PLANTED.key.text,
  ASSIGNMENT: `API_KEY=${PLANTED.assignment.text}`,
  GITHUB_PAT: PLANTED.pat.text,
  TAG: PLANTED.tag.text,
  MOUNT: PLANTED.mount.text,
  SHARED: PLANTED.launcher.text,
  AWS_ACCESS_KEY_ID: PLANTED.accessKey.text,
  AWS_SECRET_ACCESS_KEY: PLANTED.secretKey.text,
  AWS_SESSION_TOKEN: PLANTED.session.text,
};

export function deploymentFile(account: DagsterAccount): string {
  return deploymentFileOf(account, { api: ACME_API, launcher: { env_vars: ["SHARED"] } });
}

/** A location whose every value that can come from elsewhere does. */
export function workspaceFile(account: DagsterAccount, tag: string, level = "info"): string {
  return `locations:
  - location_name: etl
    image: ${account.repositoryUris.code}:${tag}
    code_source: { module_name: etl }
    container_context:
      ecs:
        env_vars: [DATABASE_PASSWORD, SIGNING_KEY, GITHUB_PAT, { env: ASSIGNMENT }, LEVEL=${level}]
        secrets: [{ name: WAREHOUSE_TOKEN, valueFrom: "arn:aws:secretsmanager:us-east-1:123456789012:secret:w-AbCdEf" }]
        server_ecs_tags: [{ key: owner, value: { env: TAG } }]
        volumes: [{ name: { env: MOUNT } }]
        mount_points: [{ sourceVolume: { env: MOUNT }, containerPath: /x }]
        server_sidecar_containers:
          - { name: proxy, image: "${account.repositoryUris.code}:1", essential: false }
`;
}

/** What a program prints that shows its environment to the world, in all its ways. */
export function talkativeLog(known: readonly Planted[]): readonly string[] {
  const { vault } = PLANTED;
  return known
    .flatMap(({ text }) => [
      `environ({'VALUE': '${text}'})`,
      ...text.split("\n"),
      text.slice(0, 15),
      text.slice(15),
      `\u001b[31m${text.slice(0, 9)}\u001b[0m${text.slice(9)}`,
      JSON.stringify({ text }),
      `Authorization: Basic ${Buffer.from(`user:${text}`).toString("base64")}`,
      `https://example.com/?token=${encodeURIComponent(text)}`,
      Buffer.from(text).toString("hex"),
      [...text].reverse().join(""),
    ])
    .concat([
      `WAREHOUSE_TOKEN=${vault.text}`,
      `{"WAREHOUSE_TOKEN": ${JSON.stringify(vault.text)}, "x": 1}`,
      `environ({'WAREHOUSE_TOKEN': '${vault.text.replaceAll("'", "\\'")}', 'HOME': '/'})`,
      `+ export WAREHOUSE_TOKEN='${vault.text.replaceAll("'", "'\\''")}'`,
    ]);
}

/** What AWS says when it quotes what it was sent. */
export function echo(planted: readonly Planted[]): string {
  return planted
    .map(({ text }) => `value '${text}' (${JSON.stringify(text)}, ${Buffer.from(text).toString("base64")})`)
    .join("; ");
}

/** What the step of a workflow may not show: everything but what the runner takes from its console as a mask. */
export function leaksOf(shown: Shown, planted: readonly Planted[] = Object.values(PLANTED)): readonly string[] {
  const places: readonly (readonly [string, string])[] = [
    ["console", withoutMasks(shown.console, planted)],
    ["summary", shown.summary],
    ["outputs", shown.outputs],
    ["comment", shown.comments.join("\n")],
    ["file", shown.files],
  ];
  // All at once first: it takes a while, and there is hardly ever something.
  if (findLeaks(places.map(([, text]) => text).join("\n"), planted).length === 0) return [];
  return places.flatMap(([where, text]) => findLeaks(text, planted).map((leak) => `${where}: ${leak}`));
}

/** The console without its masks; they are left in where something secret was printed before the last of them. */
function withoutMasks(console: string, planted: readonly Planted[]): string {
  const lines = console.split("\n");
  const isMask = (line: string): boolean => line.startsWith("::add-mask::");
  const before = lines.slice(0, lines.findLastIndex(isMask) + 1).filter((line) => !isMask(line));
  const isLate = before.length > 0 && findLeaks(before.join("\n"), planted).length > 0;
  return isLate ? console : lines.filter((line) => !isMask(line)).join("\n");
}

/** An agent that runs, with its `dagster.yaml` in its command. */
export function seedAgentService(emulator: Emulator, account: DagsterAccount): void {
  const { agentVariable, agentToken, agentLiteral } = PLANTED;
  const file = deploymentFileOf(account, {
    api: { ...ACME_API, agent_token: `agent:acme:${agentToken.text}` },
    launcher: { env_vars: ["AGENT_VARIABLE", `LITERAL=${agentLiteral.text}`] },
  });
  emulator.seed(
    {
      kind: "taskDefinition",
      request: {
        family: "agent",
        requiresCompatibilities: ["FARGATE"],
        networkMode: "awsvpc",
        cpu: "256",
        memory: "512",
        executionRoleArn: account.executionRoleArn,
        containerDefinitions: [
          {
            name: "agent",
            image: "docker.io/dagster/dagster-cloud-agent:1.9.0",
            command: [
              "/bin/sh",
              "-c",
              `cat > $DAGSTER_HOME/dagster.yaml <<'EOF'\n${file}EOF\nexec dagster-cloud agent run`,
            ],
            environment: [
              { name: "DAGSTER_HOME", value: "/opt/dagster" },
              { name: "AGENT_VARIABLE", value: agentVariable.text },
            ],
          },
        ],
      },
    },
    {
      kind: "service",
      request: {
        cluster: account.cluster,
        serviceName: "agent",
        taskDefinition: "agent",
        desiredCount: 1,
        launchType: "FARGATE",
        networkConfiguration: { awsvpcConfiguration: { subnets: [...account.privateSubnets] } },
      },
    },
  );
}
