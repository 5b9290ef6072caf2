#!/usr/bin/env node
import { setMaxListeners } from "node:events";
import process from "node:process";
import { runTerminal } from "./cli.ts";
import { messageOf } from "./errors.ts";
import type { Pace } from "./github/octokit.ts";
import { type Dependencies, run } from "./main.ts";
import { createConcealment } from "./report/concealment.ts";
import { defuseWorkflowCommands } from "./report/escape.ts";
import { createClock, createFiles } from "./system.ts";

const environment: ReadonlyMap<string, string> = new Map(
  Object.entries(process.env).filter((entry): entry is [string, string] => entry[1] !== undefined),
);
const workspace = environment.get("GITHUB_WORKSPACE") || process.cwd();
const clock = createClock(Number(environment.get("DAGSTER_ECS_DEPLOY_CLOCK_SCALE")) || 1);
const concealment = createConcealment();
const interruption = new AbortController();
// Everything that waits listens, and older Node versions take more than ten listeners for a mistake.
setMaxListeners(0, interruption.signal);

/** Aborted when an interrupted run waits for GitHub no longer. */
const endOfPatience = new AbortController();
setMaxListeners(0, endOfPatience.signal);

/** Milliseconds from the first signal on: what GitHub has not answered by then is not waited for. */
const GITHUB_FAREWELL = 3_000;
/** The same for all. The runner sends SIGINT, SIGTERM after 7.5 seconds, and SIGKILL after 10. */
const LONGEST_FAREWELL = 6_000;

// Nothing new is started, and what was done is reported. Should that hang, it ends before the runner gets rough.
for (const signal of ["SIGINT", "SIGTERM"] as const) {
  process.on(signal, () => {
    if (!interruption.signal.aborted) {
      setTimeout(() => endOfPatience.abort(), GITHUB_FAREWELL).unref();
      setTimeout(() => process.exit(1), LONGEST_FAREWELL).unref();
    }
    interruption.abort();
  });
}
process.on("uncaughtException", crash);
process.on("unhandledRejection", crash);

// An interrupted run does not wait for GitHub to have a better moment.
const impatient = { now: clock.now, sleep: (pause: number) => clock.sleep(pause, interruption.signal) };
const apiUrl = environment.get("GITHUB_API_URL") || "https://api.github.com";
let pace: Pace | undefined;

const shared: Omit<Dependencies, "io" | "readInput" | "readEvent" | "connectAws"> = {
  // The checkout may be of a pull request: it must not point this process at other files.
  files: createFiles(workspace, { confinedWith: [environment.get("RUNNER_TEMP") ?? ""].filter((one) => one !== "") }),
  clock,
  environment,
  connectPullRequests: async (options) => {
    const [{ createPace }, { createPullRequestPort }] = await Promise.all([
      import("./github/octokit.ts"),
      import("./github/pull-request-port.ts"),
    ]);
    pace ??= createPace(impatient, endOfPatience.signal);
    return createPullRequestPort({ ...options, apiUrl, pace });
  },
  connectDeploymentRecords: async (options) => {
    const [{ createPace }, { createDeploymentRecordPort }] = await Promise.all([
      import("./github/octokit.ts"),
      import("./github/deployment-records.ts"),
    ]);
    pace ??= createPace(impatient, endOfPatience.signal);
    return createDeploymentRecordPort({ ...options, apiUrl, pace });
  },
  signal: interruption.signal,
  concealment,
};

/** The SDKs are most of the bundle; `validate` and `render` never load them. */
function awsConnector(log: (text: string) => void): Dependencies["connectAws"] {
  return async (options) => {
    const { createAwsPorts } = await import("./aws/index.ts");
    return createAwsPorts({ ...options, environment, clock, signal: interruption.signal, log });
  };
}

const argv = process.argv.slice(2);
process.exitCode = argv.length === 0 && isStep() ? await runAction() : await runOnTerminal(argv);
// Requests that nobody waits for any more would keep the process alive until they time out.
if (interruption.signal.aborted) process.stdout.write("", () => process.exit());

/** A step has the runner's variables; the command line always has a command. */
function isStep(): boolean {
  const names = [...environment.keys()];
  return environment.has("GITHUB_ACTIONS") || names.some((name) => name.startsWith("INPUT_"));
}

async function runAction(): Promise<number> {
  const { createActionsIo } = await import("./github/actions-io.ts");
  const { readEvent } = await import("./github/event.ts");
  const io = createActionsIo({
    workspace,
    defuse: defuseWorkflowCommands,
  });
  const succeeded = await run({
    ...shared,
    io,
    connectAws: awsConnector((text) => io.debug(text)),
    readInput: (name) => environment.get(`INPUT_${name.replaceAll(" ", "_").toUpperCase()}`),
    readEvent: () => readEvent(environment, createFiles(workspace)),
  });
  return succeeded ? 0 : 1;
}

async function runOnTerminal(args: readonly string[]): Promise<number> {
  // Whoever closes the pipe (`| head`) has read enough: what is begun goes on to its end.
  for (const stream of [process.stdout, process.stderr]) {
    stream.on("error", (error) => {
      if (!("code" in error) || error.code !== "EPIPE") crash(error);
    });
  }
  return runTerminal(
    args,
    { ...shared, files: createFiles(process.cwd()), connectAws: awsConnector(() => undefined) },
    {
      out: (text) => process.stdout.write(`${text}\n`),
      err: (text) => process.stderr.write(`${text}\n`),
      colors: process.stdout.isTTY === true && !environment.get("NO_COLOR"),
    },
  );
}

function crash(thrown: unknown): void {
  const detail = thrown instanceof Error ? (thrown.stack ?? thrown.message) : messageOf(thrown);
  process.stdout.write(
    `${defuseWorkflowCommands(concealment.redact(`internal error: ${detail}`))}\n::error::internal error: please report\n`,
  );
  process.exit(1);
}
