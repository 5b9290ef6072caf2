import { spawn } from "node:child_process";
import { mkdtemp, readFile, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** The committed bundle, as action.yml names it. */
const BUNDLE = new URL("../dist/index.js", import.meta.url).pathname;

/** A step as a workflow would run it. */
export interface ActionStep {
  /** The checkout. */
  readonly workspace: string;
  readonly event: { readonly name: string; readonly payload?: object };
  /** The step's `with:`. */
  readonly inputs?: Readonly<Record<string, string>>;
  /** The step's `env:`, and where AWS and GitHub are. */
  readonly environment: Readonly<Record<string, string>>;
  readonly sha?: string;
  readonly runNumber?: number;
  readonly runAttempt?: number;
  readonly repository?: string;
  /** Kills the process, as a machine that goes away does, once this resolves. */
  readonly killWhen?: Promise<unknown>;
  /** Cancels the step, as the runner does, once the log says this. */
  readonly cancelWhen?: RegExp;
  /** How: SIGTERM if not given. The runner begins with SIGINT. */
  readonly cancelWith?: "SIGINT" | "SIGTERM";
}

/** What the step left behind. */
export interface ActionRun {
  readonly exitCode: number | null;
  readonly log: string;
  readonly outputs: Readonly<Record<string, string>>;
  readonly summary: string;
  /** The folder of RUNNER_TEMP. */
  readonly temp: string;
  /** Seconds from its cancellation to its end; undefined when it was not cancelled. */
  readonly secondsAfterCancel: number | undefined;
}

/** Runs the bundle as the GitHub runner does: inputs and files through the environment, everything in a fresh folder. */
export async function runAction(step: ActionStep): Promise<ActionRun> {
  const temp = await mkdtemp(join(tmpdir(), "runner-"));
  const files = { event: join(temp, "event.json"), output: join(temp, "output"), summary: join(temp, "summary.md") };
  await writeFile(files.event, JSON.stringify(step.event.payload ?? {}));
  await Promise.all([writeFile(files.output, ""), writeFile(files.summary, "")]);
  const inputs = Object.entries({ "github-token": "ghs_emulated", ...step.inputs }).map(([name, value]) => [
    `INPUT_${name.toUpperCase()}`,
    value,
  ]);
  const { exitCode, log, secondsAfterCancel } = await execute(
    [BUNDLE],
    step.workspace,
    {
      ...Object.fromEntries(inputs),
      ...step.environment,
      GITHUB_ACTIONS: "true",
      GITHUB_EVENT_NAME: step.event.name,
      GITHUB_EVENT_PATH: files.event,
      GITHUB_OUTPUT: files.output,
      GITHUB_STEP_SUMMARY: files.summary,
      GITHUB_WORKSPACE: step.workspace,
      GITHUB_REPOSITORY: step.repository ?? "example/data",
      GITHUB_SHA: step.sha ?? "1111111111111111111111111111111111111111",
      GITHUB_REF: "refs/heads/main",
      GITHUB_ACTOR: "octocat",
      GITHUB_RUN_ID: String(1_000 + (step.runNumber ?? 1)),
      GITHUB_RUN_NUMBER: String(step.runNumber ?? 1),
      GITHUB_RUN_ATTEMPT: String(step.runAttempt ?? 1),
      GITHUB_SERVER_URL: "https://github.com",
      RUNNER_TEMP: step.environment.RUNNER_TEMP ?? temp,
    },
    step,
  );
  return {
    exitCode,
    log,
    outputs: readOutputs(await readFile(files.output, "utf8")),
    summary: await readFile(files.summary, "utf8"),
    temp,
    secondsAfterCancel,
  };
}

/** Runs the command line from the bundle. */
export async function runTerminal(
  args: readonly string[],
  folder: string,
  environment: Readonly<Record<string, string>>,
): Promise<{ readonly exitCode: number | null; readonly log: string; readonly stdout: string }> {
  return execute([BUNDLE, ...args], folder, environment);
}

async function execute(
  command: readonly string[],
  folder: string,
  environment: Readonly<Record<string, string | undefined>>,
  { cancelWhen, cancelWith = "SIGTERM", killWhen }: Pick<ActionStep, "cancelWhen" | "cancelWith" | "killWhen"> = {},
): Promise<{ exitCode: number | null; log: string; stdout: string; secondsAfterCancel: number | undefined }> {
  // Nothing more of the caller's environment: a developer's AWS profile must not be used by accident.
  const { PATH, NODE_COMPILE_CACHE } = process.env;
  const own = { PATH, ...(NODE_COMPILE_CACHE !== undefined && { NODE_COMPILE_CACHE }) };
  const child = spawn(process.execPath, command, { cwd: folder, env: { ...own, ...environment } });
  void killWhen?.then(() => child.kill("SIGKILL"));
  let log = "";
  let stdout = "";
  let cancelledAt: number | undefined;
  child.stdout.setEncoding("utf8").on("data", (text: string) => {
    log += text;
    stdout += text;
    if (cancelledAt !== undefined || !cancelWhen?.test(log)) return;
    cancelledAt = performance.now();
    child.kill(cancelWith);
  });
  child.stderr.setEncoding("utf8").on("data", (text: string) => {
    log += text;
  });
  const exitCode = await new Promise<number | null>((resolve, reject) => {
    child.once("error", reject);
    child.once("close", resolve);
  });
  const secondsAfterCancel = cancelledAt === undefined ? undefined : (performance.now() - cancelledAt) / 1_000;
  return { exitCode, log, stdout, secondsAfterCancel };
}

/** The runner's output file: `name<<delimiter`, the value's lines, the delimiter. */
function readOutputs(text: string): Record<string, string> {
  const outputs: Record<string, string> = {};
  for (const [, name = "", , value = ""] of text.matchAll(/^(.+?)<<(\S+)\n([\s\S]*?)\n?\2$/gm)) outputs[name] = value;
  return outputs;
}
