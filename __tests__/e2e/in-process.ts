import { mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { vi } from "vitest";
import { type Emulator, type EmulatorOptions, startEmulator } from "../../emulator/index.ts";
import { createAwsPorts } from "../../src/aws/index.ts";
import { fullDeployment } from "../../src/commands/deployment.ts";
import type { CommandResult } from "../../src/commands/result.ts";
import { readInputs } from "../../src/inputs.ts";
import { makeContext, runCommand } from "../../src/main.ts";
import type { GitHubEvent } from "../../src/model/github-event.ts";
import type { Clock, Io } from "../../src/ports.ts";
import { createConcealment } from "../../src/report/concealment.ts";
import { createFiles } from "../../src/system.ts";
import { type EventClock, startEventClock } from "./event-clock.ts";
import { SHA, seedWhatIsNamed } from "./world.ts";

const START = Date.parse("2026-01-02T03:04:05Z");

/** The source, its emulator and their common clock in one process: times are exact, whatever the machine does. */
export interface InProcessWorld {
  readonly emulator: Emulator;
  readonly clock: EventClock["forRun"];
  readonly write: (path: string, text: string) => Promise<void>;
  /** Runs apply like a push would. */
  readonly apply: (inputs?: Readonly<Record<string, string>>) => Promise<CommandResult>;
  readonly close: () => Promise<void>;
}

/** An account with everything the files name, and a checkout with the files. */
export async function startInProcess(
  files: Readonly<Record<string, string>>,
  options: EmulatorOptions = {},
): Promise<InProcessWorld> {
  const time = startEventClock(START);
  const emulator = await startEmulator({ clock: time.forEmulator, ...options });
  const workspace = await mkdtemp(join(tmpdir(), "checkout-"));
  const write = async (path: string, text: string): Promise<void> => {
    await writeFile(join(workspace, path), text);
    seedWhatIsNamed(emulator, text);
  };
  for (const [path, text] of Object.entries(files)) await write(path, text);
  let runNumber = 0;
  return {
    emulator,
    clock: time.forRun,
    write,
    apply: (inputs = {}) => {
      runNumber += 1;
      return applyInProcess({ emulator, clock: time.forRun, workspace, inputs, runNumber });
    },
    close: async () => {
      time.stop();
      vi.unstubAllEnvs();
      await emulator.close();
    },
  };
}

/** Runs the source's apply like a push would. One at a time: the SDK reads where AWS is from the process's environment. */
export async function applyInProcess(run: {
  readonly emulator: Emulator;
  readonly clock: Clock;
  readonly workspace: string;
  readonly inputs: Readonly<Record<string, string>>;
  readonly runNumber: number;
}): Promise<CommandResult> {
  const { clock, workspace, inputs, runNumber } = run;
  for (const [name, value] of Object.entries(run.emulator.environment)) vi.stubEnv(name, value);
  const environment = new Map(Object.entries(run.emulator.environment));
  const { signal } = new AbortController();
  const context = makeContext(
    readInputs((name) => inputs[name]),
    pushEvent(runNumber),
    {
      environment,
      files: createFiles(workspace),
      clock,
      connectAws: (where) => createAwsPorts({ ...where, environment, clock, signal, log: () => undefined }),
      connectPullRequests: () => Promise.reject(new Error("GitHub is not asked here")),
      signal,
      io: SILENT,
      concealment: createConcealment(),
    },
  );
  return runCommand({ command: "apply", deployment: fullDeployment("prod") }, context);
}

const SILENT: Io = {
  info: () => undefined,
  debug: () => undefined,
  group: () => undefined,
  annotate: () => undefined,
  setOutput: () => undefined,
  writeSummary: async () => undefined,
  mask: () => undefined,
};

function pushEvent(runNumber: number): GitHubEvent {
  return {
    name: "push",
    repository: "example/data",
    sha: SHA,
    headSha: SHA,
    ref: "refs/heads/main",
    headIsFork: false,
    actor: "octocat",
    runUrl: `https://github.com/example/data/actions/runs/${1_000 + runNumber}`,
    runId: 1_000 + runNumber,
    runNumber,
    runAttempt: 1,
  };
}
