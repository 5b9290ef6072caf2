import { vi } from "vitest";
import { createManualClock, type Emulator, type EmulatorOptions, startEmulator } from "../../emulator/index.ts";
import { createAwsPorts } from "../../src/aws/index.ts";
import { createDeploymentRecordPort } from "../../src/github/deployment-records.ts";
import { readEvent } from "../../src/github/event.ts";
import { createPace } from "../../src/github/octokit.ts";
import { createPullRequestPort } from "../../src/github/pull-request-port.ts";
import { run } from "../../src/main.ts";
import type { Annotation, Clock, Files } from "../../src/ports.ts";
import { createConcealment } from "../../src/report/concealment.ts";
import { deploymentFileOf } from "../account-files.ts";
import { createSleepingClock } from "../sleeping-clock.ts";
import { type AroundCall, wrapPorts } from "./world.ts";

/** What one run of the action showed and left. */
export interface ActionShown {
  readonly isGreen: boolean;
  readonly log: string;
  readonly summary: string;
  readonly annotations: readonly Annotation[];
  readonly outputs: Readonly<Record<string, string>>;
  /** What went on, in its order: `summary`, `output NAME`, and the calls of GitHub that write. */
  readonly order: readonly string[];
}

/** How a step is run. */
export interface ActionStep {
  readonly event: string;
  readonly payload: object;
  readonly inputs?: Readonly<Record<string, string>>;
  readonly repository?: string;
  readonly sha?: string;
  /** Also of its number; ids grow. */
  readonly runId?: number;
  readonly runAttempt?: number;
  /** The text of dagster_cloud.yaml. */
  readonly workspace?: string;
  /** Aborted when the runner cancels the step. */
  readonly signal?: AbortSignal;
  /** Around each call of AWS. */
  readonly around?: AroundCall;
}

/** An account, GitHub, and the action in this process with its real adapters. */
export interface ActionWorld {
  readonly emulator: Emulator;
  readonly action: (step: ActionStep) => Promise<ActionShown>;
  /** Calls that change something in AWS since the last look, as `ecs.CreateService`. */
  readonly takeWrites: () => readonly string[];
  /** Deployments that have ECS services, with the kind in their tags. */
  readonly deployed: () => readonly string[];
  /** Bodies of the comments, oldest first. */
  readonly comments: () => readonly string[];
  /** Lets seconds go by. */
  readonly advance: (seconds: number) => void;
  readonly close: () => Promise<void>;
}

/** Configured for a code location whose image is there. */
export const ONE_LOCATION = `locations:
  - location_name: etl
    image: 123456789012.dkr.ecr.us-east-1.amazonaws.com/dagster-code:1.0
    code_source: { module_name: etl }
`;

const WRITES = /^(Create|Update|Delete|Register|Deregister|Tag|Untag|Run|Stop|Put)/;

export async function startActionWorld(options: EmulatorOptions = {}): Promise<ActionWorld> {
  const manual = createManualClock(Date.parse("2026-01-02T03:04:05Z"));
  const emulator = await startEmulator({ clock: manual, pageSize: 100, ...options });
  const account = emulator.seedDagsterAccount({ imageTags: ["1.0"] });
  for (const [name, value] of Object.entries(emulator.environment)) vi.stubEnv(name, value);
  const clock = createSleepingClock(manual);
  const deploymentFile = deploymentFileOf(account);
  let lastRun = 1_000;
  const stateOf = () =>
    emulator.state() as {
      services: readonly { status: string; tags: readonly { key: string; value: string }[] }[];
      comments: readonly { body: string }[];
    };
  return {
    emulator,
    async action(step) {
      lastRun = step.runId ?? lastRun + 1;
      const runId = lastRun;
      const files = { "dagster.yaml": deploymentFile, "dagster_cloud.yaml": step.workspace ?? ONE_LOCATION };
      return runOnce({ ...step, runId }, { emulator, clock, files });
    },
    takeWrites: () => {
      const writes = emulator
        .calls()
        .filter(({ service, operation }) => service !== "github" && WRITES.test(operation))
        .map(({ service, operation }) => `${service}.${operation}`);
      emulator.clearCalls();
      return writes;
    },
    deployed: () => {
      const names = stateOf()
        .services.filter(({ status }) => status === "ACTIVE")
        .map(({ tags }) => {
          const tag = (name: string) => tags.find(({ key }) => key === `dagster-ecs-deploy/${name}`)?.value;
          return `${tag("kind")} ${tag("deployment")}`;
        });
      return [...new Set(names)].sort();
    },
    advance: (seconds) => manual.advance(seconds),
    comments: () => stateOf().comments.map(({ body }) => body),
    close: async () => {
      vi.unstubAllEnvs();
      await emulator.close();
    },
  };
}

interface Surroundings {
  readonly emulator: Emulator;
  readonly clock: Clock;
  readonly files: Readonly<Record<string, string>>;
}

async function runOnce(step: ActionStep & { readonly runId: number }, around: Surroundings): Promise<ActionShown> {
  const { emulator, clock } = around;
  const { repository = "example/data", sha = "1".repeat(40), runId, runAttempt = 1 } = step;
  const { signal = new AbortController().signal } = step;
  const log: string[] = [];
  const annotations: Annotation[] = [];
  const outputs: Record<string, string> = {};
  let summary = "";
  const order: string[] = [];
  let seen = emulator.calls({ service: "github" }).length;
  const note = (what?: string): void => {
    const calls = emulator.calls({ service: "github" });
    order.push(...calls.slice(seen).map(({ operation }) => operation), ...(what === undefined ? [] : [what]));
    seen = calls.length;
  };
  const environment = new Map([
    ["GITHUB_ACTIONS", "true"],
    ["AWS_REGION", "us-east-1"],
    ["RUNNER_TEMP", "/temp"],
    ["GITHUB_EVENT_NAME", step.event],
    ["GITHUB_EVENT_PATH", "/event.json"],
    ["GITHUB_REPOSITORY", repository],
    ["GITHUB_SHA", sha],
    ["GITHUB_RUN_ID", String(runId)],
    ["GITHUB_RUN_NUMBER", String(runId - 1_000)],
    ["GITHUB_RUN_ATTEMPT", String(runAttempt)],
  ]);
  const files = memoryFiles({ ...around.files, "/event.json": JSON.stringify(step.payload) });
  const pace = createPace(clock);
  const github = (options: { token: string; repository: string }) => ({ ...options, apiUrl: emulator.url, pace });
  const isGreen = await run({
    io: {
      info: (text) => log.push(text),
      debug: () => undefined,
      group: (title, lines) => log.push(title, ...lines),
      annotate: (annotation) => annotations.push(annotation),
      setOutput: (name, value) => {
        note(`output ${name}`);
        outputs[name] = value;
      },
      writeSummary: async (markdown) => {
        note("summary");
        summary += markdown;
      },
      mask: () => undefined,
    },
    files,
    clock,
    environment,
    readInput: (name) => ({ "github-token": "ghs_emulated", ...step.inputs })[name],
    readEvent: () => readEvent(environment, files),
    connectAws: async (options) => {
      const ports = await createAwsPorts({ ...options, environment, clock, signal, log: () => undefined });
      return step.around === undefined ? ports : wrapPorts(ports, step.around);
    },
    connectPullRequests: async (options) => createPullRequestPort(github(options)),
    connectDeploymentRecords: async (options) => createDeploymentRecordPort(github(options)),
    signal,
    concealment: createConcealment(),
  });
  note();
  return { isGreen, log: log.join("\n"), summary, annotations, outputs, order };
}

function memoryFiles(texts: Readonly<Record<string, string>>): Files {
  return {
    root: "/checkout",
    read: async (path) => (texts[path] === undefined ? undefined : new TextEncoder().encode(texts[path])),
    list: async () => [],
    glob: async () => [],
    write: async () => undefined,
  };
}
