import { mkdtemp, readFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DescribeServicesCommand, DescribeTaskDefinitionCommand, ECSClient } from "@aws-sdk/client-ecs";
import {
  ListInstancesCommand,
  ListTagsForResourceCommand,
  ServiceDiscoveryClient,
} from "@aws-sdk/client-servicediscovery";
import { expect } from "vitest";
import { type ActionRun, type ActionStep, runTerminal } from "../../demo/runner.ts";
import type { EmulatorOptions, FaultRule } from "../../emulator/index.ts";
import { type PullRequestFacts, pullRequestPayload } from "./pull-request-payload.ts";
import { type E2eWorld, EXAMPLES, startWorld } from "./world.ts";

/** Slow enough that a machine under load does not run into the bounds of the waits. */
const TIME_SCALE = 25;

const WORKSPACE = `locations:
  - location_name: etl
    image: 123456789012.dkr.ecr.us-east-1.amazonaws.com/reporting:1.4.2
    code_source: { module_name: etl }
  - location_name: report (v2)!
    image: 123456789012.dkr.ecr.us-east-1.amazonaws.com/reporting:1.4.2
    code_source: { module_name: report }
`;

/** What the emulator's overview says, as far as these tests look. */
export interface AccountState {
  readonly services: readonly { name: string; status: string; desiredCount: number; tags: readonly Tag[] }[];
  readonly taskDefinitions: readonly { arn: string; status: string }[];
  readonly discoveryServices: readonly {
    id: string;
    name: string;
    instances: readonly string[];
    tags: readonly { Key?: string; Value?: string }[];
  }[];
  readonly tasks: readonly { id: string; group: string; lastStatus: string }[];
  readonly comments: readonly { repository: string; issue: number; body: string }[];
}

interface Tag {
  readonly key?: string;
  readonly value?: string;
}

/** An account with a full deployment, and things that look like a branch deployment's but are not. */
export interface BranchWorld extends E2eWorld {
  readonly account: () => AccountState;
  /** Runs the workflow for an event of the pull request; GitHub knows its new state. */
  readonly pull: (action: string, options?: PullRun) => Promise<ActionRun>;
  readonly terminalWith: (more: Readonly<Record<string, string>>, ...args: string[]) => ReturnType<typeof runTerminal>;
  readonly sweep: (options?: Partial<ActionStep>) => Promise<ActionRun>;
  /** Everything that is not of the branch deployment `pr-7`, as the services describe it. */
  readonly rest: () => Promise<string>;
  /** Names of what is left of `pr-7`: services but INACTIVE ones, Cloud Map services, ACTIVE revisions. */
  readonly left: () => readonly string[];
  /** Kills the run when the call comes (`before`) or has had its effect (`after`). */
  readonly killAt: (rule: Omit<FaultRule, "effect">) => Promise<unknown>;
  readonly commentsOn: (pullRequest: number) => readonly string[];
}

/** How one run of the workflow differs. */
export interface PullRun extends PullRequestFacts, Partial<Pick<ActionStep, "cancelWhen" | "killWhen" | "inputs">> {
  readonly event?: string;
  /** False: an empty workspace, as without actions/checkout. */
  readonly checkout?: boolean;
  /** What GitHub says of the pull request, when it is not what the event says. */
  readonly stateByNow?: "open" | "closed";
}

export async function startBranchWorld(options: EmulatorOptions = {}): Promise<BranchWorld> {
  const world = await startWorld(
    { "dagster.yaml": await readFile(`${EXAMPLES}dagster.yaml`, "utf8"), "dagster_cloud.yaml": WORKSPACE },
    { timeScale: TIME_SCALE, ...options },
  );
  const { emulator } = world;
  const environment = { ...world.environment, DAGSTER_ECS_DEPLOY_CLOCK_SCALE: String(1 / TIME_SCALE) };
  const empty = await mkdtemp(join(tmpdir(), "empty-"));
  let runNumber = 0;
  const action: E2eWorld["action"] = (step = {}) => {
    runNumber += 1;
    return world.action({ environment, runNumber, ...step });
  };
  const account = (): AccountState => emulator.state() as unknown as AccountState;
  const isOurs = (name: string): boolean => name.includes("pr-7");

  seedLookalikes(emulator);
  expect((await action()).exitCode).toBe(0);

  return {
    ...world,
    environment,
    action,
    account,
    terminal: (...args) => runTerminal(args, world.workspace, { ...environment, GITHUB_REPOSITORY: "example/data" }),
    terminalWith: (more, ...args) => runTerminal(args, empty, { ...environment, ...more }),
    pull: (name, { event = "pull_request", checkout, stateByNow, inputs, cancelWhen, killWhen, ...facts } = {}) => {
      const { number = 7, headRepository = "example/data" } = facts;
      const payload = pullRequestPayload(name, facts) as { pull_request: { state: "open" | "closed" } };
      const state = stateByNow ?? payload.pull_request.state;
      emulator.seed({ kind: "pullRequest", repository: "example/data", number, state, headRepository });
      return action({
        workspace: (checkout ?? name !== "closed") ? world.workspace : empty,
        event: { name: event, payload },
        inputs: { "branch-deployments": "true", cluster: "dagster", ...inputs },
        ...(cancelWhen && { cancelWhen }),
        ...(killWhen && { killWhen }),
      });
    },
    sweep: ({ inputs, ...step } = {}) =>
      action({
        workspace: empty,
        event: { name: "schedule" },
        inputs: { command: "sweep", cluster: "dagster", ...inputs },
        ...step,
      }),
    rest: () => describeRest(emulator.url, account(), isOurs),
    left: () => {
      const { services, discoveryServices, taskDefinitions } = account();
      return [
        ...services.filter(({ status }) => status !== "INACTIVE").map(({ name }) => `service ${name}`),
        ...discoveryServices.map(({ name }) => `host ${name}`),
        ...taskDefinitions
          .filter(({ status }) => status === "ACTIVE")
          .map(({ arn }) => `revision ${arn.split("/").at(-1)}`),
      ].filter(isOurs);
    },
    killAt: (rule) => {
      emulator.clearFaults();
      emulator.fail({ times: 1, ...rule, effect: { kind: "hold" } });
      return emulator.nextHeld();
    },
    commentsOn: (pullRequest) =>
      account()
        .comments.filter(({ issue }) => issue === pullRequest)
        .map(({ body }) => body),
  };
}

/** The same names or tags, but not all of them: of another repository, of another kind, of nobody. */
function seedLookalikes(emulator: E2eWorld["emulator"]): void {
  const tags = (source: string, kind: string, deployment: string) => ({
    "dagster-ecs-deploy/source": source,
    "dagster-ecs-deploy/kind": kind,
    "dagster-ecs-deploy/deployment": deployment,
    "dagster-ecs-deploy/location": "etl",
    "dagster-ecs-deploy/pull-request": "7",
  });
  const owners = {
    "other-repository": tags("example/database:dagster_cloud.yaml", "branch", "PR-7"),
    "full-kind": tags("example/data:dagster_cloud.yaml", "full", "PR-7"),
    nobody: { team: "data" },
  };
  const namespaceId = "ns-dagsterabcdefghi";
  for (const [name, owner] of Object.entries(owners)) {
    const list = Object.entries(owner);
    const { arn: taskDefinition = "" } = emulator.seed({
      kind: "taskDefinition",
      request: {
        family: `server_acme_PR-7_${name}`,
        containerDefinitions: [{ name: "dagster", image: "public.ecr.aws/x/y:1", memory: 128 }],
        tags: list.map(([key, value]) => ({ key, value })),
      },
    });
    emulator.seed(
      {
        kind: "discoveryService",
        namespaceId,
        request: { Name: `${name}-0a1b2c`, Tags: list.map(([Key, Value]) => ({ Key, Value })) },
      },
      {
        kind: "service",
        request: {
          cluster: "dagster",
          serviceName: name,
          taskDefinition,
          desiredCount: 0,
          tags: list.map(([key, value]) => ({ key, value })),
        },
      },
    );
  }
}

async function describeRest(url: string, state: AccountState, isOurs: (name: string) => boolean): Promise<string> {
  const settings = {
    endpoint: url,
    region: "us-east-1",
    credentials: { accessKeyId: "test", secretAccessKey: "test" },
  };
  const ecs = new ECSClient(settings);
  const cloudMap = new ServiceDiscoveryClient(settings);
  const names = state.services.map(({ name }) => name).filter((name) => !isOurs(name));
  const described = await Promise.all(
    names.map((name) =>
      ecs.send(new DescribeServicesCommand({ cluster: "dagster", services: [name], include: ["TAGS"] })),
    ),
  );
  const revisions = await Promise.all(
    state.taskDefinitions
      .filter(({ arn }) => !isOurs(arn))
      .map(({ arn }) => ecs.send(new DescribeTaskDefinitionCommand({ taskDefinition: arn, include: ["TAGS"] }))),
  );
  const hosts = await Promise.all(
    state.discoveryServices
      .filter(({ name }) => !isOurs(name))
      .map(async (service) => [
        service,
        (await cloudMap.send(new ListInstancesCommand({ ServiceId: service.id }))).Instances,
        (
          await cloudMap.send(
            new ListTagsForResourceCommand({
              ResourceARN: `arn:aws:servicediscovery:us-east-1:123456789012:service/${service.id}`,
            }),
          )
        ).Tags,
      ]),
  );
  const tasks = state.tasks.filter(({ group }) => !isOurs(group));
  return JSON.stringify(
    {
      services: described.map(({ services }) => services),
      revisions: revisions.map(({ taskDefinition, tags }) => ({ taskDefinition, tags })),
      hosts,
      tasks,
    },
    null,
    1,
  );
}
