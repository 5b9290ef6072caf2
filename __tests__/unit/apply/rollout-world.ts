import {
  DeleteServiceCommand,
  DescribeServicesCommand,
  DescribeTaskDefinitionCommand,
  DescribeTasksCommand,
  ECSClient,
  ListServiceDeploymentsCommand,
  ListTasksCommand,
  RegisterTaskDefinitionCommand,
  StopServiceDeploymentCommand,
  StopTaskCommand,
  UpdateServiceCommand,
} from "@aws-sdk/client-ecs";
import { onTestFinished, vi } from "vitest";
import {
  type BehaviourRule,
  type ContainerBehaviour,
  createManualClock,
  type Emulator,
  type EmulatorOptions,
  startEmulator,
} from "../../../emulator/index.ts";
import { createAwsPorts } from "../../../src/aws/index.ts";
import { serviceName } from "../../../src/desired/names.ts";
import { run } from "../../../src/main.ts";
import type { GitHubEvent } from "../../../src/model/github-event.ts";
import type { Annotation, Clock, Files } from "../../../src/ports.ts";
import { createConcealment } from "../../../src/report/concealment.ts";

/** The ECS service of the one location these worlds have. */
export const SERVICE = serviceName("prod", "etl");
const REPOSITORY = "123456789012.dkr.ecr.us-east-1.amazonaws.com/etl";
const START = Date.parse("2026-01-02T03:04:05Z");

/** What the files of the checkout say. */
export interface WorldSettings {
  readonly ecsTimeout?: number;
  readonly startupTimeout?: number;
  readonly gracePeriod?: number;
  /** Lines of `container_context.ecs`. */
  readonly ecs?: string;
  readonly emulator?: EmulatorOptions;
}

/** What a run has shown and set. */
export interface ShownRun {
  readonly isGreen: boolean;
  readonly log: string;
  readonly summary: string;
  readonly annotations: readonly Annotation[];
  /** The output `locations`, the first of them. */
  readonly location: { readonly status?: string; readonly action?: string };
}

/** The action in this process against the emulator, on a clock that stands still but when it waits. */
export interface RolloutWorld {
  readonly emulator: Emulator;
  readonly ecs: ECSClient;
  /** Says what happens so many seconds after the next run begins: until it first waits, no time passes. */
  at(seconds: number, happen: () => unknown): void;
  /** What the containers of an image of this tag do. */
  behave(tag: string, behaviour: ContainerBehaviour, more?: Partial<BehaviourRule>): void;
  /** Runs the action with the image of this tag. */
  deploy(tag: string, inputs?: Readonly<Record<string, string>>): Promise<ShownRun>;
  /** Cancels the run, as the runner does. */
  cancel(): void;
  /** Seconds from the start of the last run to its end. */
  readonly duration: () => number;
  advance(seconds: number): void;
  /** Before the test ends; then it happens anyway. */
  close(): Promise<void>;
}

/** An account and a checkout with one location, `etl`. */
export async function startRolloutWorld(settings: WorldSettings = {}): Promise<RolloutWorld> {
  const manual = createManualClock(START);
  const emulator = await startEmulator({ clock: manual, ...settings.emulator });
  let isOpen = true;
  const close = async (): Promise<void> => {
    if (isOpen) await emulator.close();
    isOpen = false;
  };
  onTestFinished(async () => {
    vi.unstubAllEnvs();
    await close();
  });
  for (const [name, value] of Object.entries(emulator.environment)) vi.stubEnv(name, value);
  emulator.seedDagsterAccount({ repositories: ["etl"], imageTags: ["v1", "v2", "v3"] });
  const files = memoryFiles({ "dagster.yaml": dagsterYaml(settings), "dagster_cloud.yaml": workspaceYaml(settings) });
  let plans: { readonly seconds: number; readonly happen: () => unknown }[] = [];
  let interruption = new AbortController();
  let [runNumber, begun, ended] = [0, 0, 0];

  /** Moves time on, and lets happen on the way what was planned. */
  const passUntil = async (until: number): Promise<void> => {
    for (const plan of [...plans].sort((one, other) => one.seconds - other.seconds)) {
      const due = begun + plan.seconds * 1_000;
      if (due > until) continue;
      plans = plans.filter((other) => other !== plan);
      manual.advance(Math.max(0, due - manual.now()) / 1_000);
      await plan.happen();
    }
    if (until > manual.now()) manual.advance((until - manual.now()) / 1_000);
  };
  const clock: Clock = {
    now: () => manual.now(),
    sleep: (milliseconds) => passUntil(manual.now() + milliseconds),
  };

  return {
    emulator,
    ecs: new ECSClient({
      endpoint: emulator.url,
      region: "us-east-1",
      credentials: { accessKeyId: "AKIASOMEBODYELSE0000", secretAccessKey: "else" },
    }),
    at: (seconds, happen) => plans.push({ seconds, happen }),
    behave: (tag, behaviour, more = {}) => emulator.behave({ image: `*:${tag}`, behaviour, ...more }),
    cancel: () => interruption.abort(),
    duration: () => Math.round((ended - begun) / 1_000),
    advance: (seconds) => manual.advance(seconds),
    close,
    async deploy(tag, inputs = {}) {
      runNumber += 1;
      begun = manual.now();
      interruption = new AbortController();
      emulator.clearCalls();
      const shown = await runOnce({
        clock,
        files,
        signal: interruption.signal,
        event: pushEvent(runNumber),
        inputs: { images: `etl=${REPOSITORY}:${tag}`, "pin-images": "false", verify: "false", ...inputs },
      });
      ended = manual.now();
      plans = [];
      return shown;
    },
  };
}

async function runOnce(step: {
  readonly clock: Clock;
  readonly files: Files;
  readonly signal: AbortSignal;
  readonly event: GitHubEvent;
  readonly inputs: Readonly<Record<string, string>>;
}): Promise<ShownRun> {
  const log: string[] = [];
  const annotations: Annotation[] = [];
  const outputs: Record<string, string> = {};
  let summary = "";
  const isGreen = await run({
    io: {
      info: (text) => log.push(text),
      debug: () => undefined,
      group: (title, lines) => log.push(title, ...lines),
      annotate: (annotation) => annotations.push(annotation),
      setOutput: (name, value) => {
        outputs[name] = value;
      },
      writeSummary: async (markdown) => {
        summary += markdown;
      },
      mask: () => undefined,
    },
    files: step.files,
    clock: step.clock,
    environment: new Map([
      ["GITHUB_ACTIONS", "true"],
      ["AWS_REGION", "us-east-1"],
    ]),
    readInput: (name) => step.inputs[name],
    readEvent: async () => step.event,
    connectAws: (options) =>
      createAwsPorts({
        ...options,
        environment: new Map([["GITHUB_ACTIONS", "true"]]),
        clock: step.clock,
        log: () => undefined,
      }),
    connectPullRequests: () => Promise.reject(new Error("no comment was expected")),
    connectDeploymentRecords: () => Promise.reject(new Error("no record was expected")),
    signal: step.signal,
    concealment: createConcealment(),
  });
  const [location = {}] = JSON.parse(outputs.locations ?? "[]") as ShownRun["location"][];
  return { isGreen, log: log.join("\n"), summary, annotations, location };
}

function pushEvent(runNumber: number): GitHubEvent {
  const sha = String(runNumber).repeat(40).slice(0, 40);
  return {
    name: "push",
    repository: "example/data",
    sha,
    headSha: sha,
    ref: "refs/heads/main",
    headIsFork: false,
    actor: "octocat",
    runUrl: `https://github.com/example/data/actions/runs/${1_000 + runNumber}`,
    runId: 1_000 + runNumber,
    runNumber,
    runAttempt: 1,
  };
}

function memoryFiles(texts: Readonly<Record<string, string>>): Files {
  return {
    root: "/checkout",
    read: async (path) => (texts[path] === undefined ? undefined : new TextEncoder().encode(texts[path])),
    list: async () => [],
    glob: async (pattern) => Object.keys(texts).filter((path) => path === pattern),
    write: async () => undefined,
  };
}

function dagsterYaml({ ecsTimeout = 600, startupTimeout = 180, gracePeriod = 30 }: WorldSettings): string {
  return `
dagster_cloud_api: { url: "https://acme.agent.dagster.cloud", deployment: prod }
user_code_launcher:
  module: dagster_cloud.workspace.ecs
  class: EcsUserCodeLauncher
  config:
    cluster: dagster
    subnets: [subnet-0aaa1111bbbb2222c]
    security_group_ids: [sg-0abc1234def56789a]
    service_discovery_namespace_id: ns-dagsterabcdefghi
    execution_role_arn: arn:aws:iam::123456789012:role/dagster-execution
    task_role_arn: arn:aws:iam::123456789012:role/dagster-task
    log_group: /ecs/dagster
    assign_public_ip: false
    ecs_timeout: ${ecsTimeout}
    server_process_startup_timeout: ${startupTimeout}
    ecs_grace_period: ${gracePeriod}
`;
}

function workspaceYaml({ ecs = "{}" }: WorldSettings): string {
  const indented = ecs.trim().replaceAll("\n", "\n        ");
  return `
locations:
  - location_name: etl
    image: ${REPOSITORY}:v1
    code_source: { module_name: etl.definitions }
    container_context:
      ecs:
        ${indented}
`;
}

/** What is wrong with saying that the service runs the image of this tag; empty when it does. Asks ECS, not the action. */
export async function findLies({ ecs }: RolloutWorld, tag: string): Promise<readonly string[]> {
  const { services } = await ecs.send(new DescribeServicesCommand({ cluster: "dagster", services: [SERVICE] }));
  const [service] = services ?? [];
  if (service?.status !== "ACTIVE") return [`the service is ${service?.status ?? "missing"}`];
  const primary = service.deployments?.find(({ status }) => status === "PRIMARY");
  const { taskDefinition } = await ecs.send(
    new DescribeTaskDefinitionCommand({ taskDefinition: primary?.taskDefinition }),
  );
  const definitions = taskDefinition?.containerDefinitions ?? [];
  const image = definitions.find(({ name }) => name === "dagster")?.image;
  if (image !== `${REPOSITORY}:${tag}`) return [`it is on ${image}`];
  const { taskArns = [] } = await ecs.send(new ListTasksCommand({ cluster: "dagster", serviceName: SERVICE }));
  const { tasks = [] } =
    taskArns.length === 0 ? {} : await ecs.send(new DescribeTasksCommand({ cluster: "dagster", tasks: taskArns }));
  const essential = definitions.filter((definition) => definition.essential !== false).map(({ name }) => name);
  const running = tasks.filter(
    ({ lastStatus, taskDefinitionArn, containers }) =>
      lastStatus === "RUNNING" &&
      taskDefinitionArn === primary?.taskDefinition &&
      (containers ?? []).every((each) => !essential.includes(each.name) || each.lastStatus === "RUNNING"),
  );
  const { desiredCount = 0 } = service;
  return running.length >= desiredCount ? [] : [`${running.length} of ${desiredCount} tasks run`];
}

/** Things other people do to the service. */
export const outside = {
  deleteService: ({ ecs }: RolloutWorld) =>
    ecs.send(new DeleteServiceCommand({ cluster: "dagster", service: SERVICE, force: true })),

  scale: ({ ecs }: RolloutWorld, desiredCount: number) =>
    ecs.send(new UpdateServiceCommand({ cluster: "dagster", service: SERVICE, desiredCount })),

  /** A new ECS deployment of the revision the service is on. */
  redeploy: ({ ecs }: RolloutWorld) =>
    ecs.send(new UpdateServiceCommand({ cluster: "dagster", service: SERVICE, forceNewDeployment: true })),

  /** A new ECS deployment of a revision of somebody else's. */
  async deployOther({ ecs }: RolloutWorld): Promise<void> {
    const { taskDefinition } = await ecs.send(
      new RegisterTaskDefinitionCommand({
        family: "hotfix",
        requiresCompatibilities: ["FARGATE"],
        networkMode: "awsvpc",
        cpu: "256",
        memory: "512",
        executionRoleArn: "arn:aws:iam::123456789012:role/dagster-execution",
        containerDefinitions: [{ name: "dagster", image: `${REPOSITORY}:v3` }],
      }),
    );
    const { taskDefinitionArn } = taskDefinition ?? {};
    await ecs.send(
      new UpdateServiceCommand({ cluster: "dagster", service: SERVICE, taskDefinition: taskDefinitionArn }),
    );
  },

  async stopDeployment({ ecs }: RolloutWorld, stopType: "ROLLBACK" | "ABORT"): Promise<void> {
    const { serviceDeployments } = await ecs.send(
      new ListServiceDeploymentsCommand({ cluster: "dagster", service: SERVICE }),
    );
    const serviceDeploymentArn = serviceDeployments?.[0]?.serviceDeploymentArn;
    await ecs.send(new StopServiceDeploymentCommand({ serviceDeploymentArn, stopType }));
  },

  async stopTasks({ ecs }: RolloutWorld): Promise<void> {
    const { taskArns = [] } = await ecs.send(new ListTasksCommand({ cluster: "dagster", serviceName: SERVICE }));
    for (const task of taskArns) await ecs.send(new StopTaskCommand({ cluster: "dagster", task }));
  },
};
