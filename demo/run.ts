import { cp, mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Emulator, startEmulator } from "../emulator/index.ts";
import { type ActionRun, type ActionStep, runAction } from "./runner.ts";

/** Emulated time and the action's clock go this much faster than the real one. */
const TIME_SCALE = 100;
const REPOSITORY = "example/data";
const FIRST_COMMIT = "5f0c6e1d2b3a4958677685940312a1b2c3d4e5f6";
const SECOND_COMMIT = "9a8b7c6d5e4f30211203f4e5d6c7b8a990817263";
const EXAMPLES = new URL("../examples/", import.meta.url).pathname;

/** Shows the action at work on `examples/`, without an AWS account: everything it calls is the emulator. */
async function main(): Promise<void> {
  const emulator = await startEmulator({ timeScale: TIME_SCALE });
  try {
    const workspace = await mkdtemp(join(tmpdir(), "demo-"));
    await cp(EXAMPLES, workspace, { recursive: true });
    seedAccount(emulator);
    const act = (step: Pick<ActionStep, "event" | "sha" | "runNumber">): Promise<ActionRun> =>
      runAction({ ...step, workspace, repository: REPOSITORY, environment: stepEnvironment(emulator) });

    title("1. A pull request: the plan, as a comment");
    const plan = await act({ event: pullRequest(FIRST_COMMIT), sha: FIRST_COMMIT, runNumber: 1 });
    show(plan);
    heading("The comment on the pull request");
    print(commentOf(emulator));

    title("2. A push to main: the apply");
    const apply = await act({ event: { name: "push" }, sha: FIRST_COMMIT, runNumber: 2 });
    show(apply);
    heading("The job summary");
    print(apply.summary);

    title("3. The same again: nothing to do");
    const again = await act({ event: { name: "push" }, sha: FIRST_COMMIT, runNumber: 3 });
    show(again);

    title("4. An image that cannot start: the failure, explained");
    breakImage(emulator);
    const failure = await act({ event: { name: "push" }, sha: SECOND_COMMIT, runNumber: 4 });
    show(failure);
    heading("The job summary");
    print(failure.summary);

    expectExitCodes([plan, apply, again], failure);
  } finally {
    await emulator.close();
  }
}

function seedAccount(emulator: Emulator): void {
  emulator.seedDagsterAccount({ githubRepository: REPOSITORY, repositories: [] });
  emulator.seed(
    { kind: "role", name: "transform-task" },
    {
      kind: "secret",
      name: "warehouse",
      arn: "arn:aws:secretsmanager:us-east-1:123456789012:secret:warehouse-AbCdEf",
    },
    { kind: "image", repository: "ingest", tags: [FIRST_COMMIT], content: "ingest" },
    { kind: "image", repository: "transform", tags: [FIRST_COMMIT, SECOND_COMMIT], content: "transform" },
    { kind: "image", repository: "reporting", tags: ["1.4.2"], content: "reporting" },
  );
}

/** The next commit's image of `ingest` lacks a package; `transform` is built anew with the same content. */
function breakImage(emulator: Emulator): void {
  const { digest } = emulator.seed({
    kind: "image",
    repository: "ingest",
    tags: [SECOND_COMMIT],
    content: "ingest, broken",
  });
  emulator.behave({
    image: `*/ingest@${digest}`,
    behaviour: {
      kind: "exit",
      exitCode: 1,
      afterSeconds: 4,
      logs: [
        "Traceback (most recent call last):",
        '  File "/usr/local/bin/dagster", line 5, in <module>',
        "    from dagster._cli import main",
        "ModuleNotFoundError: No module named 'dagster'",
      ],
    },
  });
}

function stepEnvironment(emulator: Emulator): Record<string, string> {
  return {
    ...emulator.environment,
    DAGSTER_ECS_DEPLOY_CLOCK_SCALE: String(1 / TIME_SCALE),
    API_BASE_URL: "https://api.internal.example.com",
  };
}

function pullRequest(sha: string): ActionStep["event"] {
  const repo = { full_name: REPOSITORY };
  return {
    name: "pull_request",
    payload: {
      action: "opened",
      number: 1,
      pull_request: { number: 1, head: { sha, ref: "new-locations", repo }, base: { ref: "main", repo } },
    },
  };
}

function commentOf(emulator: Emulator): string {
  const posted = emulator.calls({ service: "github" }).find(({ operation }) => operation.startsWith("POST"));
  return (posted?.request as { body?: string } | undefined)?.body ?? "(no comment was written)";
}

/** What a person sees in the log: without the runner's own commands. */
function show({ log, exitCode }: ActionRun): void {
  const lines = log.split("\n").filter((line) => !/^::(debug|add-mask)/.test(line));
  print(lines.join("\n").trim());
  print(`\n(the step ends ${exitCode === 0 ? "green" : "red"})`);
}

function expectExitCodes(green: readonly ActionRun[], red: ActionRun): void {
  if (green.every(({ exitCode }) => exitCode === 0) && red.exitCode === 1) return;
  process.stderr.write("The demo did not go as it should: see the exit codes above.\n");
  process.exitCode = 1;
}

function title(text: string): void {
  print(`\n${"=".repeat(100)}\n${text}\n${"=".repeat(100)}\n`);
}

function heading(text: string): void {
  print(`\n--- ${text} ${"-".repeat(Math.max(0, 95 - text.length))}\n`);
}

function print(text: string): void {
  process.stdout.write(`${text}\n`);
}

await main();
