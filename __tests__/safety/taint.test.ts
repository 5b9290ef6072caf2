import {
  DescribeServicesCommand,
  DescribeTaskDefinitionCommand,
  ECSClient,
  RegisterTaskDefinitionCommand,
  UpdateServiceCommand,
} from "@aws-sdk/client-ecs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  deploymentFile,
  ENVIRONMENT,
  echo,
  leaksOf,
  PLANTED,
  seedAgentService,
  talkativeLog,
  workspaceFile,
} from "./secrets.ts";
import { findLeaks, type Planted } from "./taint.ts";
import { REPOSITORY, type SafetyWorld, type Shown, type Step, startSafetyWorld } from "./world.ts";

const PULL_REQUEST: Step["event"] = {
  name: "pull_request",
  action: "synchronize",
  pullRequest: 1,
  pullRequestState: "open",
  headRef: "feature",
  baseRef: "main",
};
const CLOSED: Step["event"] = { ...PULL_REQUEST, action: "closed", pullRequestState: "closed" };
const DISPATCH: Step["event"] = { name: "workflow_dispatch" };

/** What only the tasks may get. */
const FOR_TASKS_ONLY = [
  PLANTED.variable,
  PLANTED.key,
  PLANTED.assignment,
  PLANTED.pat,
  PLANTED.launcher,
  PLANTED.live,
  PLANTED.sidecar,
];

/** What this process knows when it calls, and AWS can therefore quote. */
const KNOWN = [
  ...FOR_TASKS_ONLY.slice(0, 5),
  PLANTED.tag,
  PLANTED.mount,
  PLANTED.token,
  PLANTED.accessKey,
  PLANTED.secretKey,
  PLANTED.session,
];

const CREDENTIALS = [PLANTED.token, PLANTED.accessKey, PLANTED.secretKey, PLANTED.session];

async function startWorld(): Promise<SafetyWorld> {
  const world = await startSafetyWorld(ENVIRONMENT, PLANTED.token.text);
  const { emulator, account } = world;
  emulator.seed({ kind: "secret", name: "w", arn: "arn:aws:secretsmanager:us-east-1:123456789012:secret:w-AbCdEf" });
  emulator.seed({ kind: "pullRequest", repository: REPOSITORY, number: 1 });
  seedAgentService(emulator, account);
  await world.write("dagster.yaml", deploymentFile(account));
  await world.write("dagster_cloud.yaml", workspaceFile(account, "1"));
  return world;
}

/** Somebody else changes what the service runs: nothing of it is in any file. */
async function changeByHand({ emulator, account, advance }: SafetyWorld): Promise<void> {
  const ecs = new ECSClient({
    endpoint: emulator.url,
    region: account.region,
    credentials: { accessKeyId: "AKIAOUTSIDE", secretAccessKey: "outside" },
  });
  const name = emulator
    .inventory()
    .services.find(({ serviceName }) => serviceName?.startsWith("etl-prod"))?.serviceName;
  const found = await ecs.send(new DescribeServicesCommand({ cluster: account.cluster, services: [name ?? ""] }));
  const arn = found.services?.[0]?.taskDefinition;
  const { taskDefinition } = await ecs.send(new DescribeTaskDefinitionCommand({ taskDefinition: arn }));
  const {
    family,
    containerDefinitions = [],
    volumes,
    cpu,
    memory,
    executionRoleArn,
    taskRoleArn,
  } = taskDefinition ?? {};
  const changed = containerDefinitions.map((container) => ({
    ...container,
    ...(container.name === "dagster" && {
      command: [...(container.command ?? []), "--token", PLANTED.command.text],
      entryPoint: ["sh", "-c", PLANTED.command.text],
      dockerLabels: { owner: PLANTED.label.text },
      healthCheck: { command: ["CMD-SHELL", `curl -H '${PLANTED.check.text}' x`] },
    }),
    ...(container.name !== "dagster" && {
      command: ["serve", PLANTED.command.text],
      logConfiguration: { logDriver: "splunk" as const, options: { "splunk-token": PLANTED.logging.text } },
    }),
    environment: [
      ...(container.environment ?? []).filter((one) => one.name !== "DATABASE_PASSWORD"),
      { name: "BY_HAND", value: container.name === "dagster" ? PLANTED.live.text : PLANTED.sidecar.text },
      { name: "DATABASE_PASSWORD", value: PLANTED.live.text },
    ],
  }));
  const registered = await ecs.send(
    new RegisterTaskDefinitionCommand({
      family,
      containerDefinitions: changed,
      volumes,
      cpu,
      memory,
      executionRoleArn,
      taskRoleArn,
      networkMode: "awsvpc",
      requiresCompatibilities: ["FARGATE"],
    }),
  );
  await ecs.send(
    new UpdateServiceCommand({
      cluster: account.cluster,
      service: name,
      taskDefinition: registered.taskDefinition?.taskDefinitionArn,
    }),
  );
  advance(600);
}

function expectNoLeak(shown: Shown, name: string): void {
  expect(leaksOf(shown), `${name}\n${shown.console.replace(/^::add-mask::.*\n/gm, "")}`).toEqual([]);
  expect(findLeaks(shown.requests.join("\n"), FOR_TASKS_ONLY), name).toEqual([]);
}

describe("a life with secrets in every place", () => {
  let world: SafetyWorld;
  beforeAll(async () => {
    world = await startWorld();
  });
  afterAll(() => world.close());

  const failing =
    (launchedBy: "service" | "run", ...more: readonly Planted[]) =>
    () =>
      world.emulator.behave({
        container: "dagster",
        launchedBy,
        behaviour: {
          kind: "exit",
          exitCode: 1,
          logs: talkativeLog([...KNOWN.slice(0, 4), ...more]),
          reason: echo(KNOWN),
        },
      });
  const change = (tag: string, level: string) => () =>
    world.write("dagster_cloud.yaml", workspaceFile(world.account, tag, level));
  const well = () => world.emulator.clearBehaviours();

  const CHAPTERS: readonly {
    readonly name: string;
    readonly before?: readonly (() => unknown)[];
    readonly step: Step;
    readonly says: RegExp;
  }[] = [
    { name: "validate", step: { inputs: { command: "validate" } }, says: /valid/ },
    { name: "render", step: { terminal: ["render", "--format", "json"] }, says: /registerTaskDefinition/ },
    {
      name: "a first plan",
      step: { event: PULL_REQUEST, inputs: { command: "plan", "plan-file": "plan.json", comment: "always" } },
      says: /1 to create/,
    },
    { name: "a first apply", step: { inputs: { command: "apply" } }, says: /created/ },
    {
      name: "a plan without changes",
      step: { event: PULL_REQUEST, inputs: { comment: "always" } },
      says: /No changes/,
    },
    {
      name: "a plan after somebody's change",
      before: [() => changeByHand(world)],
      step: { event: PULL_REQUEST, inputs: { "plan-file": "plan.json" } },
      says: /BY_HAND/,
    },
    { name: "the same on a terminal", step: { terminal: ["plan"] }, says: /BY_HAND/ },
    { name: "as Markdown", step: { terminal: ["plan", "--format", "markdown"] }, says: /BY_HAND/ },
    { name: "as JSON", step: { terminal: ["plan", "--format", "json"] }, says: /BY_HAND/ },
    {
      name: "a redeploy of what somebody made",
      before: [failing("service", PLANTED.live)],
      step: { event: DISPATCH, inputs: { command: "redeploy" } },
      says: /failed|rolled/,
    },
    { name: "an apply that fails", step: { inputs: { command: "apply" } }, says: /rolled|failed/ },
    {
      name: "a load check that fails",
      before: [well, failing("run"), change("2", "debug")],
      step: { inputs: { command: "apply", "load-check": "true" } },
      says: /load check/,
    },
    { name: "an apply that works again", before: [well], step: { inputs: { command: "apply" } }, says: /succeeded/ },
    { name: "a redeploy", step: { event: DISPATCH, inputs: { command: "redeploy" } }, says: /succeeded/ },
    {
      name: "a redeploy of another image",
      step: {
        event: DISPATCH,
        inputs: { command: "redeploy", images: "etl=123456789012.dkr.ecr.us-east-1.amazonaws.com/code:3" },
      },
      says: /succeeded/,
    },
    { name: "a rollback", step: { event: DISPATCH, inputs: { command: "rollback" } }, says: /succeeded/ },
    {
      name: "a rollback that fails",
      before: [failing("service")],
      step: { event: DISPATCH, inputs: { command: "rollback" } },
      says: /circuit breaker/,
    },
    {
      name: "a branch deployment that fails",
      step: { event: PULL_REQUEST, inputs: { "branch-deployments": "true" } },
      says: /pr-1/,
    },
    {
      name: "a branch deployment",
      before: [well],
      step: { event: PULL_REQUEST, inputs: { "branch-deployments": "true" } },
      says: /pr-1/,
    },
    {
      name: "its end",
      before: [() => world.emulator.seed({ kind: "pullRequest", repository: REPOSITORY, number: 1, state: "closed" })],
      step: { event: CLOSED, inputs: { "branch-deployments": "true" } },
      says: /1 removed|deleted/,
    },
    { name: "a sweep", step: { event: { name: "schedule" }, inputs: { command: "sweep" } }, says: /branch deployment/ },
    {
      name: "a plan with the agent's own configuration",
      step: {
        event: PULL_REQUEST,
        inputs: { "agent-service": "agent", cluster: "dagster", organization: "acme", "plan-file": "plan.json" },
      },
      says: /AGENT_VARIABLE/,
    },
    {
      name: "an apply with the agent's own configuration",
      step: { inputs: { command: "apply", "agent-service": "agent", cluster: "dagster", organization: "acme" } },
      says: /succeeded/,
    },
  ];

  it.each(CHAPTERS)("$name", async ({ name, before = [], step, says }) => {
    for (const happen of before) await happen();
    const shown = await world.step(step);
    expect(shown.console).toMatch(says);
    expectNoLeak(shown, name);
  });
});

const CODES = ["ClientException", "AccessDeniedException", "SignatureDoesNotMatch", "InternalFailure"] as const;

describe("every call failing in turn, with a message that quotes all that is secret", () => {
  let world: SafetyWorld;
  let level = 0;
  beforeAll(async () => {
    world = await startWorld();
    expect((await world.step({ inputs: { command: "apply" } })).isGreen).toBe(true);
  });
  afterAll(() => world.close());

  const change = async (): Promise<void> => {
    level += 1;
    await world.write("dagster_cloud.yaml", workspaceFile(world.account, "1", `level-${level}`));
  };
  const nothing = async (): Promise<void> => undefined;
  const branch = async (): Promise<void> => {
    await change();
    world.emulator.seed({ kind: "pullRequest", repository: REPOSITORY, number: 1, state: "open" });
  };
  const closedBranch = async (): Promise<void> => {
    await branch();
    await world.step({ event: PULL_REQUEST, inputs: { "branch-deployments": "true" } });
    world.emulator.seed({ kind: "pullRequest", repository: REPOSITORY, number: 1, state: "closed" });
  };
  const breakTasks = async (): Promise<void> => {
    await change();
    world.emulator.behave({
      container: "dagster",
      behaviour: { kind: "exit", exitCode: 1, logs: talkativeLog(KNOWN.slice(0, 4)) },
    });
  };
  const agent = { "agent-service": "agent", cluster: "dagster", organization: "acme" };

  it.each<{ name: string; prepare: () => Promise<void>; step: Step; mostOfAKind?: number; known?: readonly Planted[] }>(
    [
      {
        name: "plan",
        prepare: change,
        step: { event: PULL_REQUEST, inputs: { command: "plan", "plan-file": "plan.json" } },
      },
      {
        name: "plan on a terminal",
        prepare: nothing,
        step: { terminal: ["plan"] },
        mostOfAKind: 1,
        known: KNOWN.filter((one) => one !== PLANTED.token),
      },
      {
        name: "apply",
        prepare: change,
        step: { inputs: { command: "apply", "load-check": "true", "keep-revisions": "1" } },
      },
      { name: "apply that fails", prepare: breakTasks, step: { inputs: { command: "apply" } }, mostOfAKind: 1 },
      {
        name: "redeploy",
        prepare: nothing,
        step: { event: DISPATCH, inputs: { command: "redeploy" } },
        mostOfAKind: 1,
      },
      {
        name: "rollback",
        prepare: nothing,
        step: { event: DISPATCH, inputs: { command: "rollback" } },
        mostOfAKind: 1,
      },
      {
        name: "branch",
        prepare: branch,
        step: { event: PULL_REQUEST, inputs: { "branch-deployments": "true" } },
        mostOfAKind: 1,
      },
      {
        name: "destroy",
        prepare: closedBranch,
        step: { event: CLOSED, inputs: { "branch-deployments": "true" } },
        mostOfAKind: 1,
        known: [PLANTED.launcher, ...CREDENTIALS],
      },
      {
        name: "sweep",
        prepare: closedBranch,
        step: { event: { name: "schedule" }, inputs: { command: "sweep" } },
        mostOfAKind: 1,
        known: [PLANTED.launcher, ...CREDENTIALS],
      },
      {
        name: "agent service",
        prepare: nothing,
        step: { event: PULL_REQUEST, inputs: { ...agent, command: "plan" } },
        mostOfAKind: 1,
        known: CREDENTIALS,
      },
    ],
  )(
    "$name",
    async ({ name, prepare, step, mostOfAKind = 2, known = KNOWN }) => {
      const { emulator } = world;
      await prepare();
      expectNoLeak(await world.step(step), name);
      const kinds = emulator.calls().map(({ service, operation }) => `${service} ${operation}`);
      const counts = new Map(kinds.map((kind) => [kind, kinds.filter((one) => one === kind).length]));
      let quoted = 0;
      for (const [kind, count] of counts) {
        const [service = "", operation = ""] = kind.split(/ (.*)/);
        for (let nth = 1; nth <= Math.min(count, mostOfAKind); nth += 1) {
          emulator.clearBehaviours();
          await prepare();
          const code = CODES[(nth + kind.length) % CODES.length] ?? "ClientException";
          emulator.fail({ service, operation, nth, effect: { kind: "error", code, message: echo(known) } });
          const shown = await world.step(step);
          emulator.clearFaults();
          expectNoLeak(shown, `${name}: ${kind}, ${nth}`);
          if (/value '\(hidden\)'/.test(shown.console)) quoted += 1;
        }
      }
      emulator.clearBehaviours();
      // The messages do arrive: else there would be nothing to look for.
      expect(quoted).toBeGreaterThan(2);
    },
    240_000,
  );
});
