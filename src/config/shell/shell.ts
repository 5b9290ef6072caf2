import { type ExpansionScope, expandFields, expandText, limited } from "./expansion.ts";
import { parseScript } from "./parser.ts";
import { declaresVariables, runProgram } from "./programs.ts";
import { copyState, DONE, mergeStates, type Result, type State, type Status } from "./state.ts";
import { type Command, type ListItem, type Redirect, ShellError, type SimpleCommand, type Word } from "./syntax.ts";
import type { Unknowns } from "./unknowns.ts";

/** More commands than any agent starts with; keeps functions that call themselves from running on. */
const MAX_STEPS = 3_000;
const MAX_DEPTH = 60;

/**
 * Follows a script without running anything: variables and files are texts in memory, a program is known or its
 * output is not. Throws only ShellErrors.
 */
export class Shell implements ExpansionScope {
  readonly unknowns: Unknowns;
  state: State;
  /** `sh` of Debian, which agents run on, decodes backslashes in every `echo`; bash only with `-e`. */
  decodesEcho: boolean;
  #steps = 0;
  #depth = 0;

  constructor(variables: ReadonlyMap<string, string>, unknowns: Unknowns, options: { readonly decodesEcho: boolean }) {
    this.unknowns = unknowns;
    this.decodesEcho = options.decodesEcho;
    this.state = {
      variables: new Map(variables),
      files: new Map(),
      functions: new Map(),
      positional: ["sh"],
      ended: undefined,
    };
  }

  get positional(): readonly string[] {
    return this.state.positional.slice(1);
  }

  lookUp(name: string): string | undefined {
    if (/^\d+$/.test(name)) return this.state.positional[Number(name)] ?? "";
    if (name === "@" || name === "*") return this.positional.join(" ");
    if (name === "#") return String(this.positional.length);
    if (/^\W$/.test(name)) return this.unknowns.mark({ kind: "output" });
    return this.state.variables.get(name);
  }

  assign(name: string, value: string): void {
    this.state.variables.set(name, limited(value));
  }

  capture(script: Command): string {
    return this.#inSubshell(() => this.run(script, "")).output;
  }

  readFile(path: string): string {
    return this.state.files.get(path) ?? this.unknowns.mark({ kind: "output" });
  }

  writeFile(path: string, text: string, options: { readonly appends: boolean } = { appends: false }): void {
    const before = options.appends ? (this.state.files.get(path) ?? "") : "";
    this.state.files.delete(path);
    this.state.files.set(path, limited(before + text));
  }

  /** Another script, as a program of its own. */
  runScript(text: string, positional: readonly string[], stdin: string): Result {
    const script = parseScript(text);
    return this.#inSubshell(() => {
      this.state.positional = positional;
      return this.run(script, stdin);
    });
  }

  /** A command whose words are known. */
  runWords(words: readonly string[], stdin: string): Result {
    const [name = "", ...args] = words;
    const body = this.state.functions.get(name);
    if (!body)
      return this.#nested(() => runProgram({ name: name.slice(name.lastIndexOf("/") + 1), args, stdin }, this));
    const { positional } = this.state;
    this.state.positional = [positional[0] ?? name, ...args];
    const result = this.run(body, stdin);
    this.state.positional = positional;
    if (this.state.ended === "return") this.state.ended = undefined;
    return result;
  }

  run(command: Command, stdin: string): Result {
    this.#steps += 1;
    if (this.#steps > MAX_STEPS) throw new ShellError("too-complex");
    return this.#nested(() => this.#runCommand(command, stdin));
  }

  #runCommand(command: Command, stdin: string): Result {
    switch (command.kind) {
      case "simple":
        return this.#runSimple(command, stdin);
      case "pipeline":
        return this.#runPipeline(command.commands, command.negated, stdin);
      case "list":
        return this.#runList(command.items, stdin);
      case "function":
        this.state.functions.set(command.name, command.body);
        return DONE;
      case "group":
        return this.#redirected(command.redirects, stdin, (input) =>
          command.isSubshell ? this.#inSubshell(() => this.run(command.body, input)) : this.run(command.body, input),
        );
      case "if":
        return this.#redirected(command.redirects, stdin, (input) => this.#runIf(command.clauses, input));
      case "case":
        return this.#redirected(command.redirects, stdin, (input) =>
          this.#runEither([
            ...command.clauses.map(
              ({ body }) =>
                () =>
                  this.run(body, input),
            ),
            () => DONE,
          ]),
        );
      case "loop":
        return this.#redirected(command.redirects, stdin, (input) =>
          this.#runLoop(command.variable, command.body, input),
        );
    }
  }

  #runSimple({ assignments, words, redirects }: SimpleCommand, stdin: string): Result {
    const fields = this.#expandWords(words);
    const before = new Map(assignments.map(({ name }) => [name, this.state.variables.get(name)]));
    for (const { name, value, appends } of assignments) {
      this.assign(name, (appends ? (this.state.variables.get(name) ?? "") : "") + expandText(value, this));
    }
    if (fields.length === 0) return this.#redirected(redirects, stdin, () => DONE);
    const result = this.#redirected(redirects, stdin, (input) => this.runWords(fields, input));
    for (const [name, value] of before) {
      if (value === undefined) this.state.variables.delete(name);
      else this.state.variables.set(name, value);
    }
    return result;
  }

  /** In `export NAME=$VALUE` the value is not split, as in an assignment. */
  #expandWords(words: readonly Word[]): readonly string[] {
    const [name, ...others] = words.map((word) => () => expandFields(word, this));
    const first = name?.() ?? [];
    if (!declaresVariables(first[0])) return [...first, ...others.flatMap((expand) => expand())];
    return [...first, ...words.slice(1).map((word) => expandText(word, this))];
  }

  #runPipeline(commands: readonly Command[], negated: boolean, stdin: string): Result {
    let result: Result = { output: stdin, status: "success" };
    for (const command of commands) {
      const input = result.output;
      result = commands.length === 1 ? this.run(command, input) : this.#inSubshell(() => this.run(command, input));
    }
    if (!negated || result.status === "unknown") return result;
    return { ...result, status: result.status === "failure" ? "success" : "failure" };
  }

  #runList(items: readonly ListItem[], stdin: string): Result {
    let output = "";
    let status: Status = "success";
    for (const { connector, command } of items) {
      if (this.state.ended !== undefined) break;
      const mayRun = connector === ";" || connector === "&&" ? "success" : "failure";
      const isSure = connector === ";" || status === mayRun || (connector === "&&" && status === "assumed");
      const before: Status = status;
      if (!isSure && (status === "success" || status === "failure")) continue;
      const run = (): Result => this.run(command, stdin);
      const result: Result = isSure ? run() : this.#runEither([run, () => ({ output: "", status: before })]);
      output = limited(output + result.output);
      status = result.status;
    }
    return { output, status };
  }

  #runIf(clauses: readonly { readonly condition?: Command; readonly body: Command }[], stdin: string): Result {
    const [clause, ...rest] = clauses;
    if (!clause) return DONE;
    const question = clause.condition ? this.run(clause.condition, stdin) : DONE;
    if (this.state.ended !== undefined) return question;
    const body = (): Result => this.run(clause.body, stdin);
    const others = (): Result => this.#nested(() => this.#runIf(rest, stdin));
    const { output, status } =
      question.status === "success"
        ? body()
        : question.status === "failure"
          ? others()
          : this.#runEither([body, others]);
    return { output: limited(question.output + output), status };
  }

  /** One of these ways is taken, and nothing tells which; not one that ends the script, for the agent runs. */
  #runEither(ways: readonly (() => Result)[]): Result {
    const before = this.state;
    const outcomes = ways.map((way) => {
      this.state = copyState(before);
      return { result: way(), state: this.state };
    });
    const going = outcomes.filter(({ state }) => state.ended === undefined);
    const [first, ...others] = going.length > 0 ? going : outcomes;
    if (!first) return DONE;
    const conflict = this.unknowns.mark({ kind: "condition" });
    this.state = mergeStates(
      first.state,
      others.map(({ state }) => state),
      conflict,
    );
    return {
      output: others.every(({ result }) => result.output === first.result.output) ? first.result.output : conflict,
      status: others.every(({ result }) => result.status === first.result.status) ? first.result.status : "unknown",
    };
  }

  /** What the second turn leaves as it is, the others do too; the rest depends on how often the loop turns. */
  #runLoop(variable: string | undefined, body: Command, stdin: string): Result {
    const mark = this.unknowns.mark({ kind: "loop" });
    const turn = (): Result => {
      if (variable !== undefined) this.assign(variable, mark);
      const result = this.run(body, stdin);
      this.state.ended = undefined;
      return result;
    };
    const { output } = turn();
    const { variables, files } = copyState(this.state);
    turn();
    for (const [before, after] of [
      [variables, this.state.variables],
      [files, this.state.files],
    ] as const) {
      for (const [key, text] of after) if (before.get(key) !== text) after.set(key, mark);
    }
    return { output: output === "" ? "" : mark, status: "unknown" };
  }

  #redirected(redirects: readonly Redirect[], stdin: string, run: (stdin: string) => Result): Result {
    let input = stdin;
    let target: { readonly path: string; readonly appends: boolean } | "elsewhere" | undefined;
    for (const { kind, descriptor, target: word } of redirects) {
      const text = expandText(word, this);
      if (kind === "here" && descriptor === 0) input = text;
      else if (kind === "read" && descriptor === 0) input = this.readFile(text);
      else if (descriptor !== 1) continue;
      else if (kind === "duplicate") target = text === "1" ? target : "elsewhere";
      else if (kind === "write" || kind === "append") {
        target = { path: text, appends: kind === "append" };
        if (kind === "write") this.writeFile(text, "");
      }
    }
    const result = run(input);
    if (target === undefined) return result;
    if (target !== "elsewhere") this.writeFile(target.path, result.output, target);
    return { ...result, output: "" };
  }

  /** Files stay; variables and the end of the script do not. */
  #inSubshell(run: () => Result): Result {
    const before = copyState(this.state);
    const result = run();
    this.state = { ...before, files: this.state.files };
    return result;
  }

  #nested(run: () => Result): Result {
    this.#depth += 1;
    if (this.#depth > MAX_DEPTH) throw new ShellError("too-complex");
    const result = run();
    this.#depth -= 1;
    return result;
  }
}
