import type { AgentTask, ExtractedDagsterYaml, UnresolvedValue } from "../model/agent-task.ts";
import { hideTokens } from "./agent-token.ts";
import { findScript, isShell } from "./shell/programs.ts";
import { Shell } from "./shell/shell.ts";
import { ShellError } from "./shell/syntax.ts";
import { findMark, type UnknownSource, Unknowns, withoutMarks } from "./shell/unknowns.ts";

const FILE = /dagster\.yaml$/;
/** More than a task definition may have (64 KiB). */
const MAX_LENGTH = 200_000;

/**
 * What the agent's container writes to its `dagster.yaml` when it starts, as the shell would write it with the
 * task's environment. Tokens are taken out before anything else sees the text. Never throws; a reason never has
 * anything of the command in it, for that may hold a token.
 */
export function extractDagsterYaml(task: AgentTask): ExtractedDagsterYaml {
  const words = [...task.entryPoint, ...task.command];
  if (words.length === 0) {
    return { reason: "The agent's container has no command, so its dagster.yaml is in the image or on a volume." };
  }
  if (words.reduce((length, word) => length + word.length, 0) > MAX_LENGTH) {
    return { reason: "The command of the agent's container is too long to be read." };
  }
  const unknowns = new Unknowns();
  try {
    const files = followCommand(words.map(withoutMarks), task, unknowns);
    return readWritten(files, task, unknowns);
  } catch (error) {
    if (!(error instanceof ShellError)) throw error;
    return {
      reason:
        error.kind === "syntax"
          ? "The command of the agent's container is no shell script that can be followed."
          : "The command of the agent's container is too complex to be followed.",
    };
  }
}

/** The files that the command writes, by path. */
function followCommand(words: readonly string[], task: AgentTask, unknowns: Unknowns): ReadonlyMap<string, string> {
  const variables = new Map([
    ...[...task.secretNames].map((name) => [name, unknowns.mark({ kind: "secret", name })] as const),
    ...[...task.environment].map(([name, value]) => [name, withoutMarks(value)] as const),
  ]);
  const shell = new Shell(variables, unknowns, { decodesEcho: true });
  const start = words.findIndex((word, index) => isShell(word) && findScript(words.slice(index + 1)) !== undefined);
  if (start !== -1) shell.runWords(words.slice(start), "");
  else if (words[0] === "-c") shell.runWords(["sh", ...words], "");
  else {
    // Without a shell in sight, the image's own entry point has to be one.
    const scripts =
      words.length === 1 ? words : words.filter((word) => /\s/.test(word) && word.includes("dagster.yaml"));
    for (const script of scripts) shell.runScript(script, [], "");
  }
  return shell.state.files;
}

function readWritten(files: ReadonlyMap<string, string>, task: AgentTask, unknowns: Unknowns): ExtractedDagsterYaml {
  const home = task.environment.get("DAGSTER_HOME");
  const paths = [...files.keys()].filter((path) => FILE.test(path) && files.get(path) !== "");
  const path = paths.find((one) => home !== undefined && one === `${home}/dagster.yaml`) ?? paths.at(-1);
  const text = files.get(path ?? "");
  if (text === undefined) {
    return {
      reason:
        "The command of the agent's container does not show what its dagster.yaml says: the file is in the image, on a volume, or made by a program.",
    };
  }
  const unknown = findUnknownLine(text, unknowns);
  if (unknown) return { reason: explainUnknown(unknown) };
  const isSecret = (value: string): boolean => value.length === 1 && unknowns.sourceOf(value)?.kind === "secret";
  return showUnknowns(hideTokens(text, isSecret), unknowns);
}

/** Set when a line is nothing but something unknown: then keys are missing, not only values. */
function findUnknownLine(text: string, unknowns: Unknowns): UnknownSource | undefined {
  const line = text.split("\n").find((one) => one.trim() !== "" && [...one.trim()].every(isMark));
  const mark = findMark(line ?? "");
  return mark === undefined ? undefined : unknowns.sourceOf(mark);
}

function isMark(character: string): boolean {
  return findMark(character) !== undefined;
}

function explainUnknown(source: UnknownSource): string {
  switch (source.kind) {
    case "secret":
      return `The agent's dagster.yaml is made from the secret ${source.name} of its task, and values of secrets are not read.`;
    case "variable":
      return "The agent's dagster.yaml is made from an environment variable that its task definition does not set.";
    case "output":
      return "The agent's dagster.yaml is made by a program that runs only in its container.";
    case "condition":
      return "What the agent's dagster.yaml says depends on a condition that only its container can answer.";
    case "loop":
      return "The agent's dagster.yaml is written in a loop, which is not followed.";
  }
}

/**
 * Gives each stand-in a readable form and a place. A placeholder without braces is plain text in YAML wherever it
 * stands, also between brackets.
 */
function showUnknowns(text: string, unknowns: Unknowns): ExtractedDagsterYaml {
  const unresolved: UnresolvedValue[] = [];
  let line = 1;
  let shown = "";
  let lineStart = 0;
  for (const character of text) {
    const source = unknowns.sourceOf(character);
    if (source !== undefined) {
      const named = source.kind === "secret" || source.kind === "variable" ? source : undefined;
      const kind = named?.kind ?? "output";
      if (!isTokenLine(shown.slice(lineStart))) {
        unresolved.push({ kind, ...(named && { name: named.name }), line, column: shown.length - lineStart + 1 });
      }
      shown += named ? `$${named.name}` : "$(...)";
    } else shown += character;
    if (character === "\n") {
      line += 1;
      lineStart = shown.length;
    }
  }
  return { text: shown, unresolved };
}

/** Nothing needs the token itself. */
function isTokenLine(before: string): boolean {
  return /token["']?\s*:\s*["']?$/i.test(before);
}
