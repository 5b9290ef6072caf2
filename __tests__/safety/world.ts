import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { vi } from "vitest";
import { createManualClock, type DagsterAccount, type Emulator, startEmulator } from "../../emulator/index.ts";
import { createAwsPorts } from "../../src/aws/index.ts";
import { runTerminal } from "../../src/cli.ts";
import { createActionsIo } from "../../src/github/actions-io.ts";
import { createDeploymentRecordPort } from "../../src/github/deployment-records.ts";
import { createPace } from "../../src/github/octokit.ts";
import { createPullRequestPort } from "../../src/github/pull-request-port.ts";
import { type Dependencies, run } from "../../src/main.ts";
import type { GitHubEvent } from "../../src/model/github-event.ts";
import { createConcealment } from "../../src/report/concealment.ts";
import { defuseWorkflowCommands } from "../../src/report/escape.ts";
import { createFiles } from "../../src/system.ts";
import { createSleepingClock } from "../sleeping-clock.ts";

export const REPOSITORY = "example/data";
const START = Date.parse("2026-01-02T03:04:05Z");

/** One step of a workflow, or one command on a terminal. */
export interface Step {
  readonly event?: Partial<GitHubEvent>;
  readonly inputs?: Readonly<Record<string, string>>;
  /** On a terminal: the arguments instead of inputs. */
  readonly terminal?: readonly string[];
}

/** Everything that came out of a step. */
export interface Shown {
  /** Undefined on a terminal. */
  readonly isGreen: boolean | undefined;
  /** Every byte written to the console, with commands for the runner. */
  readonly console: string;
  readonly summary: string;
  readonly outputs: string;
  /** What GitHub was sent, headers and address left out. */
  readonly comments: readonly string[];
  /** Requests to AWS but RegisterTaskDefinition. */
  readonly requests: readonly string[];
  /** Files written, the plan file among them. */
  readonly files: string;
}

/** The action in this process, with the runner's real console and files, real adapters, and an emulator. */
export interface SafetyWorld {
  readonly emulator: Emulator;
  readonly account: DagsterAccount;
  readonly write: (path: string, text: string) => Promise<void>;
  readonly step: (step: Step) => Promise<Shown>;
  readonly advance: (seconds: number) => void;
  readonly close: () => Promise<void>;
}

let runnerOfProcess: Promise<string> | undefined;

/** One for all worlds of a process, as in a job: the toolkit of GitHub looks only once where the summary is. */
function runnerFolder(): Promise<string> {
  runnerOfProcess ??= mkdtemp(join(tmpdir(), "safety-runner-"));
  return runnerOfProcess;
}

/** `environment`: the step's, beside where AWS and GitHub are. */
export async function startSafetyWorld(
  environment: Readonly<Record<string, string>>,
  token: string,
): Promise<SafetyWorld> {
  const manual = createManualClock(START);
  const emulator = await startEmulator({ clock: manual, pageSize: 100 });
  const account = emulator.seedDagsterAccount({ repositories: ["code"], imageTags: ["1", "2", "3"] });
  const folder = await mkdtemp(join(tmpdir(), "safety-"));
  const runner = await runnerFolder();
  const paths = { output: join(runner, "output"), summary: join(runner, "summary") };
  const variables = {
    ...emulator.environment,
    ...environment,
    GITHUB_ACTIONS: "true",
    GITHUB_REPOSITORY: REPOSITORY,
    GITHUB_OUTPUT: paths.output,
    GITHUB_STEP_SUMMARY: paths.summary,
    GITHUB_WORKSPACE: folder,
    RUNNER_TEMP: runner,
    RUNNER_DEBUG: "1",
  };
  for (const [name, value] of Object.entries(variables)) vi.stubEnv(name, value);
  const clock = createSleepingClock(manual);
  let runNumber = 0;

  const step = async ({ event = {}, inputs = {}, terminal }: Step): Promise<Shown> => {
    runNumber += 1;
    await Promise.all([writeFile(paths.output, ""), writeFile(paths.summary, "")]);
    emulator.clearCalls();
    const capture = captureStdout();
    const pace = createPace(clock);
    const dependencies: Omit<Dependencies, "io" | "readInput" | "readEvent"> = {
      files: createFiles(folder),
      clock,
      environment: new Map(Object.entries(variables)),
      connectAws: (options) =>
        createAwsPorts({
          ...options,
          environment: new Map(Object.entries(variables)),
          clock,
          random: () => 0.5,
          log: (text) => process.stdout.write(`::debug::${text}\n`),
        }),
      connectPullRequests: async (options) => createPullRequestPort({ ...options, apiUrl: emulator.url, pace }),
      connectDeploymentRecords: async (options) =>
        createDeploymentRecordPort({ ...options, apiUrl: emulator.url, pace }),
      signal: new AbortController().signal,
      concealment: createConcealment(),
    };
    let isGreen: boolean | undefined;
    try {
      if (terminal === undefined) {
        isGreen = await run({
          ...dependencies,
          io: createActionsIo({ workspace: folder, defuse: defuseWorkflowCommands }),
          readInput: (name) => ({ "github-token": token, ...inputs })[name],
          readEvent: async () => eventOf(event, runNumber),
        });
      } else {
        const write = (text: string): boolean => process.stdout.write(`${text}\n`);
        await runTerminal(terminal, dependencies, { out: write, err: write, colors: true });
      }
    } finally {
      capture.stop();
    }
    const calls = emulator.calls();
    return {
      isGreen,
      console: capture.text(),
      summary: await readFile(paths.summary, "utf8"),
      outputs: await readFile(paths.output, "utf8"),
      comments: calls.filter(({ service }) => service === "github").map(({ request }) => bodyOf(request)),
      requests: calls
        .filter(({ service, operation }) => service !== "github" && operation !== "RegisterTaskDefinition")
        .map(({ operation, request }) => `${operation} ${JSON.stringify(request)}`),
      files: (await Promise.all([folder, runner].map(readFolder))).join("\n"),
    };
  };

  return {
    emulator,
    account,
    write: (path, text) => writeFile(join(folder, path), text),
    step,
    advance: (seconds) => manual.advance(seconds),
    close: async () => {
      vi.unstubAllEnvs();
      await emulator.close();
      await rm(folder, { recursive: true });
    },
  };
}

function captureStdout(): { readonly text: () => string; readonly stop: () => void } {
  const pieces: string[] = [];
  const spies = [process.stdout, process.stderr].map((stream) =>
    vi.spyOn(stream, "write").mockImplementation((piece) => {
      pieces.push(typeof piece === "string" ? piece : Buffer.from(piece).toString("utf8"));
      return true;
    }),
  );
  return {
    text: () => pieces.join(""),
    stop: () => {
      for (const spy of spies) spy.mockRestore();
    },
  };
}

function eventOf(event: Partial<GitHubEvent>, runNumber: number): GitHubEvent {
  const sha = String(runNumber).padEnd(40, "0");
  const runId = 1_000 + runNumber;
  return {
    name: "push",
    repository: REPOSITORY,
    sha,
    headSha: sha,
    ref: "refs/heads/main",
    headIsFork: false,
    actor: "octocat",
    runUrl: `https://github.com/${REPOSITORY}/actions/runs/${runId}`,
    runId,
    runNumber,
    runAttempt: 1,
    ...event,
  };
}

function bodyOf(request: unknown): string {
  const { body } = (typeof request === "object" && request !== null ? request : {}) as { readonly body?: unknown };
  return typeof body === "string" ? body : JSON.stringify(request ?? null);
}

/** What a run has written, without what it was given. */
async function readFolder(folder: string): Promise<string> {
  const given = new Set(["dagster.yaml", "dagster_cloud.yaml", "output", "summary"]);
  const names = (await readdir(folder)).filter((name) => !given.has(name));
  const texts = await Promise.all(names.map((name) => readFile(join(folder, name), "utf8").catch(() => "")));
  return texts.join("\n");
}
