import { parseArgs } from "node:util";
import { chooseCommands } from "./commands/choose.ts";
import { presentResult } from "./commands/present.ts";
import { credentialsOf } from "./commands/redaction.ts";
import type { CommandResult, Findings } from "./commands/result.ts";
import { renderJsonSchema } from "./commands/schema.ts";
import { ActionError, messageOf } from "./errors.ts";
import { INPUTS, type Inputs, readInputs } from "./inputs.ts";
import { type Dependencies, makeContext, runCommand } from "./main.ts";
import { clipSentence } from "./model/shown-text.ts";
import type { Io } from "./ports.ts";
import { showInvisibleInLines } from "./report/escape.ts";
import { renderProblemsConsole } from "./report/problems.ts";

const COMMANDS = ["validate", "render", "plan", "apply", "redeploy", "rollback", "destroy", "sweep"] as const;
const FORMATS = ["text", "markdown", "json"] as const;

/** Exit codes of the command line. */
const EXIT = { done: 0, failed: 1, changes: 2, badUsage: 3 } as const;

/** What the command line writes to. */
export interface Terminal {
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
  readonly colors: boolean;
}

/** Runs one command from a terminal and returns the exit code. */
export async function runTerminal(
  argv: readonly string[],
  dependencies: Omit<Dependencies, "io" | "readInput" | "readEvent">,
  given: Terminal,
): Promise<number> {
  const { concealment, environment } = dependencies;
  const terminal: Terminal = {
    ...given,
    out: (text) => given.out(concealment.redact(text)),
    err: (text) => given.err(concealment.redact(text)),
  };
  try {
    const invocation = parseInvocation(argv);
    if (invocation === "help") {
      terminal.out(usage());
      return EXIT.done;
    }
    if (invocation === "schema") {
      terminal.out(renderJsonSchema());
      return EXIT.done;
    }
    const inputs = readInputs((name) => invocation.options.get(name));
    concealment.hide([...credentialsOf(environment), inputs.githubToken ?? ""]);
    const context = makeContext(inputs, undefined, { ...dependencies, io: progressOnly(terminal) });
    const result = await runCommand(chooseOnTerminal(invocation.command, inputs), context);
    printFindings(result, invocation.format, terminal);
    const text = await presentResult(result, invocation.format, { colors: terminal.colors });
    if (text !== "") terminal.out(text);
    return exitCode(result, inputs.failOnChanges);
  } catch (error) {
    return reportError(error, terminal);
  }
}

/** As an input `command` would be understood, without an event. */
function chooseOnTerminal(command: Invocation["command"], inputs: Inputs): Parameters<typeof runCommand>[0] {
  if (command === "render") return { command };
  const [chosen] = chooseCommands({ ...inputs, command }, undefined);
  return chosen ?? { command: "nothing", message: "" };
}

type Format = (typeof FORMATS)[number];

interface Invocation {
  readonly command: (typeof COMMANDS)[number];
  readonly format: Format;
  readonly options: ReadonlyMap<string, string>;
}

function parseInvocation(argv: readonly string[]): Invocation | "help" | "schema" {
  const options = Object.fromEntries(optionNames().map((name) => [name, { type: "string" as const }]));
  const { values, positionals } = readArguments(argv, options);
  if (values.help === "true" || positionals[0] === "help") return "help";
  const [command, ...surplus] = positionals;
  if (command === "schema" && surplus.length === 0) return "schema";
  const known = COMMANDS.find((name) => name === command);
  if (known === undefined || surplus.length > 0) {
    throw badUsage(
      command === undefined ? "No command is given." : `"${[command, ...surplus].join(" ")}" is not a command.`,
    );
  }
  const format = FORMATS.find((name) => name === (values.format ?? "text"));
  if (format === undefined) throw badUsage(`"${values.format}" is not a format; write one of: ${FORMATS.join(", ")}.`);
  return { command: known, format, options: new Map(Object.entries(values)) };
}

function readArguments(
  argv: readonly string[],
  options: Record<string, { type: "string" }>,
): { values: Record<string, string>; positionals: string[] } {
  try {
    const { values, positionals } = parseArgs({
      args: spellFlags(argv),
      options,
      allowPositionals: true,
      strict: true,
    });
    const given = Object.entries(values).filter((entry): entry is [string, string] => typeof entry[1] === "string");
    return { values: Object.fromEntries(given), positionals };
  } catch (error) {
    throw badUsage(messageOf(error));
  }
}

/** `--prune` means `--prune=true`, `--no-verify` means `--verify=false`; with a value behind it, it stays. */
function spellFlags(argv: readonly string[]): string[] {
  const flags = Object.values(INPUTS).filter((input) => input.default === "true" || input.default === "false");
  const names = new Set([...flags.map(({ name }) => name), "help"]);
  return argv.map((argument, index) => {
    const name = argument.replace(/^--(no-)?/, "");
    if (!argument.startsWith("--") || !names.has(name)) return argument;
    if (argument.startsWith("--no-")) return `--${name}=false`;
    return /^(true|false)$/i.test(argv[index + 1] ?? "") ? argument : `--${name}=true`;
  });
}

function optionNames(): readonly string[] {
  return [...Object.values(INPUTS).map(({ name }) => name), "format", "help"];
}

function usage(): string {
  const options = Object.values(INPUTS)
    .filter(({ name }) => name !== "command" && !ONLY_ON_GITHUB.has(name))
    .map(({ name, description }) => `  --${name.padEnd(24)}${description.replaceAll("`", "")}`);
  return [
    "Usage: dagster-ecs-deploy <command> [--option value]",
    "",
    "Commands:",
    "  validate  check the configuration: no network, no credentials",
    "  render    print what would be sent to AWS, without asking AWS",
    "  plan      compare with what runs, and say what apply would do",
    "  apply     plan, carry it out, and watch it to its end",
    "  redeploy  start new tasks of what runs; with --image-tag or --images, of another image",
    "  rollback  go back to the revision that ran before the last change",
    "  destroy   remove the branch deployment of a pull request (--pull-request)",
    "  sweep     remove every branch deployment whose pull request is closed; asks GitHub",
    "  schema    print the JSON Schema of dagster_cloud.yaml, for editors",
    "",
    "Options:",
    `  --${"format".padEnd(24)}text, markdown or json`,
    ...options,
    "",
    "Exit codes: 0 done; 1 failed; 2 the plan has changes (--fail-on-changes); 3 bad usage or invalid configuration",
  ].join("\n");
}

const ONLY_ON_GITHUB: ReadonlySet<string> = new Set(["comment", "comment-key", "github-deployments"]);

function badUsage(message: string): ActionError {
  return new ActionError("bad-usage", message, { source: "user", hint: "See: dagster-ecs-deploy --help" });
}

/** Problems are the result of `validate`; beside another result they must not disturb what a program reads. */
function printFindings(result: CommandResult, format: Format, terminal: Terminal): void {
  if (result.kind === "nothing" || result.findings.problems.length === 0) return;
  const { problems, sources }: Findings = result.findings;
  const isResult = result.kind === "invalid" || result.kind === "validated";
  if (isResult && format !== "text") return;
  const text = renderProblemsConsole(problems, { colors: terminal.colors }, sources);
  if (isResult) terminal.out(text);
  else terminal.err(text);
}

function exitCode(result: CommandResult, failOnChanges: boolean): number {
  switch (result.kind) {
    case "invalid":
      return EXIT.badUsage;
    case "refused":
      return EXIT.failed;
    case "planned":
      if (result.failures.length > 0) return EXIT.failed;
      return failOnChanges && result.run.plan.steps.some(({ action }) => action !== "none") ? EXIT.changes : EXIT.done;
    case "applied":
      return result.outcome.succeeded ? EXIT.done : EXIT.failed;
    case "removed":
      return result.leftAlone.length === 0 && result.removals.every(({ outcome }) => outcome.succeeded)
        ? EXIT.done
        : EXIT.failed;
    case "validated":
    case "rendered":
    case "nothing":
      return EXIT.done;
  }
}

function reportError(error: unknown, terminal: Terminal): number {
  if (error instanceof ActionError && error.source !== "internal") {
    const lines = [`error: ${error.message}`, ...(error.hint ? [error.hint] : [])];
    terminal.err(lines.map(clipSentence).map(showInvisibleInLines).join("\n"));
    return error.source === "user" ? EXIT.badUsage : EXIT.failed;
  }
  const detail = error instanceof Error ? (error.stack ?? error.message) : messageOf(error);
  terminal.err(`internal error: ${showInvisibleInLines(detail)}\nPlease report this.`);
  return EXIT.failed;
}

/** On a terminal only progress goes through the port; everything else is printed at the end. */
function progressOnly(terminal: Terminal): Io {
  const nothing = (): void => undefined;
  return {
    info: terminal.err,
    debug: nothing,
    group: (title, lines) => terminal.err([title, ...lines].join("\n")),
    annotate: nothing,
    setOutput: nothing,
    writeSummary: async () => undefined,
    mask: nothing,
  };
}
