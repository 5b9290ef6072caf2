import { mkdtemp, readFile, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { vi } from "vitest";
import { type Emulator, startEmulator } from "../../emulator/index.ts";
import { createAwsPorts } from "../../src/aws/index.ts";
import { createActionsIo } from "../../src/github/actions-io.ts";
import { createDeploymentRecordPort } from "../../src/github/deployment-records.ts";
import { readEvent } from "../../src/github/event.ts";
import { createPace } from "../../src/github/octokit.ts";
import { createPullRequestPort } from "../../src/github/pull-request-port.ts";
import { run } from "../../src/main.ts";
import type { Clock } from "../../src/ports.ts";
import { createConcealment } from "../../src/report/concealment.ts";
import { defuseWorkflowCommands } from "../../src/report/escape.ts";
import { createFiles } from "../../src/system.ts";
import { startEventClock } from "../e2e/event-clock.ts";
import { pullRequestPayload } from "../e2e/pull-request-payload.ts";
import type { Planted } from "../safety/taint.ts";
import { changeOutside } from "./outside.ts";
import type { RunStep, Scenario, Shown } from "./scenario.ts";
import { createSettler } from "./settle-names.ts";

const START = Date.parse("2026-01-02T03:04:05Z");
const REPOSITORY = "example/data";
const COMMIT_BEFORE = "5f0c6e1d2b3a4958677685940312a1b2c3d4e5f6";
const COMMIT = "9a8b7c6d5e4f30211203f4e5d6c7b8a990817263";
const PULL_REQUEST = 42;
const TOKEN = "ghs_emulated_token";

/** The runner's files of this process: `@actions/core` remembers where the first summary went. */
export interface RunnerFiles {
  readonly summary: string;
  readonly output: string;
  readonly event: string;
}

export async function createRunnerFiles(): Promise<RunnerFiles> {
  const folder = await mkdtemp(join(tmpdir(), "gallery-"));
  return { summary: join(folder, "summary.md"), output: join(folder, "output"), event: join(folder, "event.json") };
}

/** What a run leaves behind, and what it was given that must not be in it. */
export interface Played extends Shown {
  readonly given: readonly Planted[];
}

interface Stage {
  readonly scenario: Scenario;
  readonly emulator: Emulator;
  readonly clock: Clock;
  readonly files: RunnerFiles;
}

/** Plays a scenario through the source, with the real adapters, against an emulator on a clock of its own. */
export async function play(scenario: Scenario, files: RunnerFiles): Promise<Played> {
  const time = startEventClock(START);
  const emulator = await startEmulator({
    clock: time.forEmulator,
    account: "123456789012",
    githubLogin: "github-actions[bot]",
  });
  const stage: Stage = { scenario, emulator, clock: time.forRun, files };
  try {
    seedWorld(stage);
    if (scenario.filesBefore !== undefined) {
      await runOnce({ event: "push", ...scenario.before }, scenario.filesBefore, COMMIT_BEFORE, 41, stage);
    }
    if (scenario.action === "closed") seedPullRequest("closed", emulator);
    await changeOutside(scenario.outside ?? [], emulator);
    if (scenario.outside !== undefined) await time.forRun.sleep(120_000);
    if (scenario.behave.length > 0) emulator.behave(...scenario.behave);
    if (scenario.fail.length > 0) emulator.fail(...scenario.fail);
    const log = await runOnce(scenario, scenario.files, COMMIT, 57, stage);
    const settle = createSettler(emulator.url);
    const comments = (emulator.state() as { comments: readonly { body: string }[] }).comments;
    return {
      comment: comments.map(({ body }) => `${settle(body).trimEnd()}\n`).join("\n\n---\n\n"),
      summary: settle(await readFile(files.summary, "utf8")),
      console: settle(log),
      given: givenIn(stage),
    };
  } finally {
    time.stop();
    vi.unstubAllEnvs();
    await emulator.close();
  }
}

/** The step's variables, the credentials and the token; not what stands in the scenario's own files. */
function givenIn({ scenario, emulator }: Stage): readonly Planted[] {
  const files = Object.values({ ...scenario.filesBefore, ...scenario.files }).join("\n");
  const { AWS_ACCESS_KEY_ID = "", AWS_SECRET_ACCESS_KEY = "" } = emulator.environment;
  const all = { ...scenario.environment, AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY, "github-token": TOKEN };
  return Object.entries(all)
    .map(([place, text]) => ({ place, text }))
    .filter(({ text }) => !files.includes(text));
}

function seedWorld({ scenario, emulator }: Stage): void {
  emulator.seedDagsterAccount({ repositories: [], githubRepository: REPOSITORY });
  seedPullRequest("open", emulator);
  const texts = [...Object.values(scenario.files), ...Object.values(scenario.filesBefore ?? {})].join("\n");
  for (const name of new Set(Array.from(texts.matchAll(/:role\/([\w-]+)/g), ([, role = ""]) => role))) {
    if (name !== "dagster-execution" && name !== "dagster-task") emulator.seed({ kind: "role", name });
  }
  for (const arn of new Set(
    Array.from(texts.matchAll(/arn:aws:secretsmanager:[\w-]+:\d+:secret:[\w/-]+-\w{6}/g), ([all]) => all),
  )) {
    emulator.seed({ kind: "secret", name: arn.replace(/^.*:secret:|-\w{6}$/g, ""), arn });
  }
  const images = texts.matchAll(/123456789012\.dkr\.ecr\.us-east-1\.amazonaws\.com\/([\w/-]+)(?::([\w.-]+))?/g);
  for (const image of new Set(Array.from(images, ([, name = "", tag = ""]) => `${name}:${tag}`))) {
    const [repository = "", tag = ""] = image.split(":");
    for (const each of tag === "" ? [COMMIT_BEFORE, COMMIT] : [tag]) {
      if (each === COMMIT && scenario.unpushed?.includes(repository)) continue;
      const content = scenario.sameContent?.includes(repository) ? repository : `${repository} ${each}`;
      emulator.seed({ kind: "image", repository, tags: [each], content });
    }
  }
  emulator.seed(...scenario.seed);
}

function seedPullRequest(state: "open" | "closed", emulator: Emulator): void {
  emulator.seed({
    kind: "pullRequest",
    repository: REPOSITORY,
    number: PULL_REQUEST,
    state,
    headRepository: REPOSITORY,
  });
}

async function runOnce(
  step: RunStep,
  texts: Readonly<Record<string, string>>,
  sha: string,
  runNumber: number,
  { scenario, emulator, clock, files }: Stage,
): Promise<string> {
  const { event = "pull_request", action = "synchronize", inputs = {} } = step;
  const isPull = event.startsWith("pull_request");
  const headRepository = step.fork === true ? "stranger/data" : REPOSITORY;
  const headRef = scenario.headRef ?? "improve-ingest";
  const pull = pullRequestPayload(action, { number: PULL_REQUEST, headSha: sha, headRef, headRepository });
  const workspace = await mkdtemp(join(tmpdir(), "checkout-"));
  await Promise.all([
    ...Object.entries(texts).map(([path, text]) => writeFile(join(workspace, path), text)),
    writeFile(files.summary, ""),
    writeFile(files.output, ""),
    writeFile(files.event, JSON.stringify(isPull ? pull : {})),
  ]);
  const environment = new Map(
    Object.entries({
      ...emulator.environment,
      ...scenario.environment,
      GITHUB_ACTIONS: "true",
      GITHUB_ACTOR: "octocat",
      GITHUB_EVENT_NAME: event,
      GITHUB_EVENT_PATH: files.event,
      GITHUB_OUTPUT: files.output,
      GITHUB_REF: isPull ? `refs/pull/${PULL_REQUEST}/merge` : "refs/heads/main",
      GITHUB_REPOSITORY: REPOSITORY,
      GITHUB_RUN_ATTEMPT: "1",
      GITHUB_RUN_ID: String(9_876_543_000 + runNumber),
      GITHUB_RUN_NUMBER: String(runNumber),
      GITHUB_SERVER_URL: "https://github.com",
      GITHUB_SHA: isPull ? "c".repeat(40) : sha,
      GITHUB_STEP_SUMMARY: files.summary,
      GITHUB_WORKSPACE: workspace,
      RUNNER_TEMP: workspace,
    }),
  );
  for (const [name, value] of environment) vi.stubEnv(name, value);
  const given: Readonly<Record<string, string>> = { "github-token": TOKEN, ...inputs };
  const recorder = recordConsole(clock);
  const { signal } = new AbortController();
  const pace = createPace(clock);
  try {
    const io = createActionsIo({ workspace, defuse: defuseWorkflowCommands });
    const succeeded = await run({
      io,
      files: createFiles(workspace),
      clock,
      environment,
      readInput: (name) => given[name],
      readEvent: () => readEvent(environment, createFiles(workspace)),
      connectAws: (where) => createAwsPorts({ ...where, environment, clock, signal, log: (text) => io.debug(text) }),
      connectPullRequests: async (options) => createPullRequestPort({ ...options, apiUrl: emulator.url, pace }),
      connectDeploymentRecords: async (options) =>
        createDeploymentRecordPort({ ...options, apiUrl: emulator.url, pace }),
      signal,
      concealment: createConcealment(),
    });
    return `${recorder.stop()}\n(the step ends ${succeeded ? "green" : "red"})\n`;
  } finally {
    recorder.stop();
  }
}

/** What goes to the runner, without what it does not show. */
function recordConsole(clock: Clock): { readonly stop: () => string } {
  const written: Written[] = [];
  const spy = vi.spyOn(process.stdout, "write").mockImplementation((chunk) => {
    written.push({ at: clock.now(), text: String(chunk) });
    return true;
  });
  return {
    stop: () => {
      spy.mockRestore();
      return orderProgress(written)
        .join("")
        .split("\n")
        .filter((line) => !/^::(?:debug|add-mask)::/.test(line))
        .join("\n")
        .trim();
    },
  };
}

interface Written {
  readonly at: number;
  readonly text: string;
}

/** Locations are at work at once: which of them is first to say something at one moment is left to the machine. */
function orderProgress(written: readonly Written[]): readonly string[] {
  const ordered: string[] = [];
  let together: Written[] = [];
  const flush = (): void => {
    ordered.push(...together.map(({ text }) => text).sort());
    together = [];
  };
  for (const each of written.filter(({ text }) => !text.startsWith("::debug::"))) {
    const isProgress = /^[a-z_]\w*: [^\n]+\n$/.test(each.text);
    if (!isProgress || together.some(({ at }) => at !== each.at)) flush();
    if (isProgress) together.push(each);
    else ordered.push(each.text);
  }
  flush();
  return ordered;
}
