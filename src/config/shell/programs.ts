import { decodeEscapes } from "./escapes.ts";
import { limited } from "./expansion.ts";
import { parseScript } from "./parser.ts";
import type { Shell } from "./shell.ts";
import { DONE, type Result } from "./state.ts";
import { findMark, withoutMarks } from "./unknowns.ts";

/** A program with its arguments. */
export interface Call {
  readonly name: string;
  readonly args: readonly string[];
  readonly stdin: string;
}

type Program = (call: Call, shell: Shell) => Result;

/** Programs that print nothing and change no file's text. */
const QUIET = "cd chmod chown mkdir pushd popd sleep touch trap ulimit umask wait".split(" ");
/** Programs that only read the files they are given. */
const READERS =
  "awk cut dagster dagster-cloud diff file grep head jq ls md5sum sed sha256sum stat tail tr wc yamllint yq".split(" ");
/** Of these the ones that edit files in place with `-i`. */
const EDITORS = "awk sed yq".split(" ");
/** Programs whose answer decides what runs next. */
const QUESTIONS = "cmp command diff grep pgrep type which".split(" ");
/** Programs that start the one behind them. */
const STARTERS = "builtin command doas dumb-init nice nohup sudo time tini".split(" ");

const DECLARATIONS = "declare export local readonly typeset".split(" ");

const SHELLS: ReadonlySet<string> = new Set(["ash", "bash", "dash", "ksh", "sh", "zsh"]);
const ASSIGNMENT = /^([A-Za-z_]\w*)=(.*)$/s;

const PROGRAMS: ReadonlyMap<string, Program> = new Map<string, Program>([
  ...QUIET.map((name): [string, Program] => [name, () => DONE]),
  ...STARTERS.map((name): [string, Program] => [name, startNext]),
  ...[...SHELLS].map((name): [string, Program] => [name, runShell]),
  ...DECLARATIONS.map((name): [string, Program] => [name, setVariables]),
  ...["test", "[", "[["].map((name): [string, Program] => [name, (call) => ({ output: "", status: answerTest(call) })]),
  ["true", () => DONE],
  [":", () => DONE],
  ["false", () => ({ output: "", status: "failure" })],
  ["echo", ({ args }, shell) => print(echo(args, shell.decodesEcho))],
  ["printf", ({ args }) => print(formatText(args))],
  ["cat", cat],
  ["tee", tee],
  ["base64", decodeBase64],
  ["openssl", decodeBase64],
  ["printenv", ({ args: [name = ""] }, shell) => print(`${readVariable(name, shell)}\n`)],
  ["envsubst", substituteVariables],
  ["cp", (call, shell) => copyFile(call, shell, { removes: false })],
  ["mv", (call, shell) => copyFile(call, shell, { removes: true })],
  ["rm", removeFiles],
  ["set", setPositional],
  ["shift", shiftPositional],
  ["unset", unsetVariables],
  ["read", readVariables],
  ["eval", ({ args, stdin }, shell) => shell.run(parseScript(args.join(" ")), stdin)],
  ["env", ({ args, stdin }, shell) => runWithVariables(args, stdin, shell)],
  ["exec", (call, shell) => endAfter("exit", startNext(call, shell), call, shell)],
  ["exit", (call, shell) => endAfter("exit", DONE, call, shell)],
  ["return", (call, shell) => endAfter("return", DONE, call, shell)],
]);

/** Does what a program would do, as far as it is known. */
export function runProgram(call: Call, shell: Shell): Result {
  const known = PROGRAMS.get(call.name);
  const isLookUp = call.name === "command" && call.args[0]?.startsWith("-") === true;
  if (known && !isLookUp) return known(call, shell);
  const editsInPlace = EDITORS.includes(call.name) && call.args.some((arg) => /^(?:-\w*i|--in-?place)/.test(arg));
  const output = shell.unknowns.mark({ kind: "output" });
  if (!READERS.includes(call.name) || editsInPlace) {
    const paths = call.args.filter((arg) => /\.ya?ml$/.test(arg) || shell.state.files.has(arg));
    for (const path of paths) shell.writeFile(path, output);
  }
  return { output, status: QUESTIONS.includes(call.name) ? "unknown" : "assumed" };
}

/** Where the script is in the words of a command such as `bash -ec script name argument`; undefined without `-c`. */
export function findScript(
  words: readonly string[],
): { readonly script: string; readonly positional: readonly string[] } | undefined {
  let hasScript = false;
  for (let index = 0; index < words.length; index += 1) {
    const word = words[index] ?? "";
    if (!/^[-+]./.test(word)) {
      return hasScript ? { script: word, positional: words.slice(index + 1) } : undefined;
    }
    if (/^-[a-zA-Z]*c/.test(word)) hasScript = true;
    if (/^[-+][a-zA-Z]*[oO]$/.test(word)) index += 1;
  }
  return undefined;
}

/** True for a program whose arguments are assignments. */
export function declaresVariables(name: string | undefined): boolean {
  return name !== undefined && DECLARATIONS.includes(name);
}

/** True for a program that reads a script. */
export function isShell(path: string): boolean {
  return SHELLS.has(path.slice(path.lastIndexOf("/") + 1));
}

function print(output: string): Result {
  return { output: limited(output), status: "success" };
}

function runShell({ name, args, stdin }: Call, shell: Shell): Result {
  const found = findScript(args);
  const isFile = !found && args.some((arg) => !arg.startsWith("-"));
  if (isFile) return { output: shell.unknowns.mark({ kind: "output" }), status: "assumed" };
  const { decodesEcho } = shell;
  shell.decodesEcho = name === "sh" || name === "dash";
  const result = shell.runScript(found?.script ?? stdin, found?.positional ?? [name], found ? stdin : "");
  shell.decodesEcho = decodesEcho;
  return result;
}

function startNext({ args, stdin }: Call, shell: Shell): Result {
  const words = args.slice(
    Math.max(
      0,
      args.findIndex((arg) => !arg.startsWith("-")),
    ),
  );
  return words.length === 0 ? DONE : shell.runWords(words, stdin);
}

function runWithVariables(args: readonly string[], stdin: string, shell: Shell): Result {
  const start = args.findIndex((arg) => !arg.startsWith("-") && !ASSIGNMENT.test(arg));
  const words = start === -1 ? [] : args.slice(start);
  setVariables({ name: "export", args: args.slice(0, start === -1 ? args.length : start), stdin }, shell);
  return words.length === 0 ? print(shell.unknowns.mark({ kind: "output" })) : shell.runWords(words, stdin);
}

/** `exec` with nothing but redirections changes where the shell itself prints. */
function endAfter(kind: "exit" | "return", result: Result, { name, args }: Call, shell: Shell): Result {
  if (name !== "exec" || args.length > 0) shell.state.ended = kind;
  return result;
}

function setVariables({ args }: Call, shell: Shell): Result {
  for (const arg of args) {
    const [, name, value] = ASSIGNMENT.exec(arg) ?? [];
    if (name !== undefined && value !== undefined) shell.assign(name, value);
  }
  return DONE;
}

function setPositional({ args }: Call, shell: Shell): Result {
  const start = args.findIndex((arg) => arg === "--" || !/^[-+]/.test(arg));
  const isPlain = args[start] !== "--";
  // `-o pipefail` has no positional parameters behind it.
  if (start === -1 || (isPlain && start > 0)) return DONE;
  shell.state.positional = [shell.state.positional[0] ?? "", ...args.slice(isPlain ? start : start + 1)];
  return DONE;
}

function shiftPositional({ args: [count = "1"] }: Call, shell: Shell): Result {
  const [zero = "", ...others] = shell.state.positional;
  shell.state.positional = [zero, ...others.slice(Number.parseInt(count, 10) || 0)];
  return DONE;
}

function unsetVariables({ args }: Call, shell: Shell): Result {
  for (const name of args) shell.state.variables.delete(name);
  return DONE;
}

function readVariables({ args }: Call, shell: Shell): Result {
  for (const name of args) shell.assign(name, shell.unknowns.mark({ kind: "output" }));
  return { output: "", status: "assumed" };
}

function readVariable(name: string, shell: Shell): string {
  return shell.state.variables.get(name) ?? shell.unknowns.mark({ kind: "variable", name });
}

function echo(args: readonly string[], decodesEcho: boolean): string {
  const start = args.findIndex((arg) => !/^-[neE]+$/.test(arg));
  const words = start === -1 ? [] : args.slice(start);
  const options = args.slice(0, args.length - words.length).join("");
  const decodes = options.lastIndexOf("e") > options.lastIndexOf("E") || (decodesEcho && !options.includes("E"));
  const end = options.includes("n") ? "" : "\n";
  const text = words.join(" ");
  if (!decodes) return text + end;
  // `\c`: nothing behind it is printed, not even the end of the line.
  const shown = /^((?:[^\\]|\\(?!c).)*)\\c/s.exec(text)?.[1];
  return shown === undefined ? decodeEscapes(text) + end : decodeEscapes(shown);
}

/** printf: the format is used again while there are arguments left. */
function formatText(all: readonly string[]): string {
  const [format = "", ...args] = all[0] === "--" ? all.slice(1) : all;
  const pieces = format.split(/(%(?:%|[-+ #0]*(?:[1-9]\d*)?(?:\.\d*)?[a-zA-Z]))/);
  const rest = [...args];
  let text = "";
  do {
    const left = rest.length;
    for (const [index, piece] of pieces.entries()) {
      text = limited(text + (index % 2 === 0 ? decodeEscapes(piece) : formatValue(piece, rest)));
    }
    if (rest.length === left) break;
  } while (rest.length > 0);
  return text;
}

function formatValue(directive: string, rest: string[]): string {
  if (directive === "%%") return "%";
  const value = rest.shift() ?? "";
  if (directive.endsWith("b")) return decodeEscapes(value);
  return /[di]$/.test(directive) && value === "" ? "0" : value;
}

function cat({ args, stdin }: Call, shell: Shell): Result {
  const paths = args.filter((arg) => arg === "-" || !arg.startsWith("-"));
  return print(
    paths.length === 0 ? stdin : paths.map((path) => (path === "-" ? stdin : shell.readFile(path))).join(""),
  );
}

function tee({ args, stdin }: Call, shell: Shell): Result {
  const appends = args.some((arg) => arg === "-a" || arg === "--append");
  for (const path of args.filter((arg) => !arg.startsWith("-"))) shell.writeFile(path, stdin, { appends });
  return print(stdin);
}

function decodeBase64({ name, args, stdin }: Call, shell: Shell): Result {
  const isDecoding = args.some((arg) => (name === "openssl" ? arg === "-d" : /^-[iw]?[dD]i?$|^--decode$/.test(arg)));
  const path = name === "openssl" ? args[args.indexOf("-in") + 1] : args.find((arg) => !arg.startsWith("-"));
  const hasPath = name === "openssl" ? args.includes("-in") : path !== undefined;
  const text = hasPath ? shell.readFile(path ?? "") : stdin;
  if (!isDecoding) return print(shell.unknowns.mark({ kind: "output" }));
  return print(findMark(text) ?? withoutMarks(Buffer.from(text, "base64").toString("utf8")));
}

function substituteVariables({ args, stdin }: Call, shell: Shell): Result {
  const wanted = args.length === 0 ? undefined : new Set([...args.join(" ").matchAll(/\w+/g)].map(([name]) => name));
  let text = "";
  for (const [index, piece] of stdin.split(/(\$\{[A-Za-z_]\w*\}|\$[A-Za-z_]\w*)/).entries()) {
    const name = piece.replace(/\W/g, "");
    text = limited(text + (index % 2 === 1 && wanted?.has(name) !== false ? readVariable(name, shell) : piece));
  }
  return print(text);
}

function copyFile({ args }: Call, shell: Shell, { removes }: { readonly removes: boolean }): Result {
  const [from, to, ...more] = args.filter((arg) => !arg.startsWith("-"));
  if (from === undefined || to === undefined || more.length > 0) return DONE;
  const base = from.slice(from.lastIndexOf("/") + 1);
  // Into a folder, when the name does not look like that of a file.
  const path =
    to.endsWith("/") || !to.slice(to.lastIndexOf("/") + 1).includes(".") ? `${to.replace(/\/$/, "")}/${base}` : to;
  shell.writeFile(path, shell.readFile(from));
  if (removes) shell.state.files.delete(from);
  return DONE;
}

function removeFiles({ args }: Call, shell: Shell): Result {
  for (const path of args) shell.state.files.delete(path);
  return DONE;
}

/** `[ ... ]`: what can be told of texts; files of the container and longer questions cannot. */
function answerTest({ name, args }: Call): Result["status"] {
  const closing = name === "[" ? "]" : name === "[[" ? "]]" : undefined;
  const words = closing !== undefined && args.at(-1) === closing ? args.slice(0, -1) : [...args];
  if (words[0] === "!" && words.length > 1) {
    const answer = answerTest({ name: "test", args: words.slice(1), stdin: "" });
    return answer === "success" ? "failure" : answer === "failure" ? "success" : answer;
  }
  const [first = "", second = "", third = ""] = words;
  const tell = (holds: boolean): Result["status"] => (holds ? "success" : "failure");
  if (words.some((word) => findMark(word) !== undefined)) return "unknown";
  if (words.length === 1) return tell(first !== "");
  if (words.length === 2 && first === "-n") return tell(second !== "");
  if (words.length === 2 && first === "-z") return tell(second === "");
  const isPattern = name === "[[" && /[*?[]/.test(third);
  if (words.length === 3 && !isPattern && /^==?$/.test(second)) return tell(first === third);
  if (words.length === 3 && !isPattern && second === "!=") return tell(first !== third);
  return "unknown";
}
