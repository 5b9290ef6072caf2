import { Source } from "./source.ts";
import {
  type Assignment,
  type Clause,
  type Command,
  type ListItem,
  type Redirect,
  ShellError,
  type Word,
} from "./syntax.ts";
import { plainTextOf, Tokens } from "./tokens.ts";
import { readWord } from "./words.ts";

const FUNCTION_HEAD = /([A-Za-z_][\w.-]*)[ \t]*\([ \t]*\)/y;
const ASSIGNMENT = /^([A-Za-z_]\w*)(?:\[[^\]]*\])?(\+?)=/;

/** Reads a script. Throws a ShellError when it is none. */
export function parseScript(text: string): Command {
  const source = new Source(text, (inner) => new Parser(inner).parseList());
  const command = source.parseRest();
  if (!source.done) throw new ShellError("syntax");
  return command;
}

/** The grammar of POSIX.1-2024, Shell Command Language 2.10, with what bash adds where people use it. */
class Parser {
  readonly #source: Source;
  readonly #tokens: Tokens;

  constructor(source: Source) {
    this.#source = source;
    this.#tokens = new Tokens(source);
  }

  /** Commands up to the end, a closing bracket, `;;` or one of these reserved words, which is left there. */
  parseList(ends: readonly string[] = []): Command {
    const items: ListItem[] = [];
    let connector: ListItem["connector"] = ";";
    for (;;) {
      this.#tokens.skipNewlines();
      if (this.#isAtEnd(ends)) break;
      items.push({ connector, command: this.#parsePipeline() });
      connector = this.#readConnector();
    }
    return { kind: "list", items };
  }

  #isAtEnd(ends: readonly string[]): boolean {
    const source = this.#source;
    if (source.done || source.peek() === ")" || source.startsWith(";;")) return true;
    return ends.includes(this.#tokens.peekReserved() ?? "");
  }

  #readConnector(): ListItem["connector"] {
    const source = this.#source;
    this.#tokens.skipBlanks();
    if (source.startsWith("&&") || source.startsWith("||")) return source.take() + source.take() === "&&" ? "&&" : "||";
    if (!source.startsWith(";;") && (source.peek() === ";" || source.peek() === "&")) source.take();
    return ";";
  }

  #parsePipeline(): Command {
    const source = this.#source;
    const negated = this.#tokens.takeReserved("!");
    const commands = [this.#parseCommand()];
    for (;;) {
      this.#tokens.skipBlanks();
      if (source.peek() !== "|" || source.startsWith("||")) break;
      source.take();
      if (source.peek() === "&") source.take();
      this.#tokens.skipNewlines();
      commands.push(this.#parseCommand());
    }
    const [only] = commands;
    return commands.length === 1 && only && !negated ? only : { kind: "pipeline", commands, negated };
  }

  #parseCommand(): Command {
    const source = this.#source;
    this.#tokens.skipBlanks();
    if (source.startsWith("((")) {
      source.skipNested("(", ")");
      return { kind: "simple", assignments: [], words: [], redirects: this.#tokens.readRedirects() };
    }
    if (source.peek() === "(") {
      source.take();
      const body = source.nest(() => this.parseList());
      source.expect(")");
      return { kind: "group", body, isSubshell: true, redirects: this.#tokens.readRedirects() };
    }
    const name = source.match(FUNCTION_HEAD)?.[1];
    if (name !== undefined) return this.#parseFunctionBody(name);
    return source.nest(() => this.#parseReserved(this.#tokens.peekReserved()));
  }

  #parseReserved(word: string | undefined): Command {
    switch (word) {
      case undefined:
      case "[[":
        return this.#parseSimple();
      case "{": {
        const body = this.#parseBlock("{", "}");
        return { kind: "group", body, isSubshell: false, redirects: this.#tokens.readRedirects() };
      }
      case "if":
        return this.#parseIf();
      case "while":
      case "until": {
        const condition = this.#parseBlock(word, "do");
        return this.#finishLoop(undefined, condition);
      }
      case "for":
      case "select":
        return this.#parseFor(word);
      case "case":
        return this.#parseCase();
      case "function": {
        this.#tokens.expectReserved("function");
        const [name] = this.#source.match(/[ \t]+([\w.-]+)[ \t]*(?:\([ \t]*\))?/y)?.slice(1) ?? [];
        if (name === undefined) throw new ShellError("syntax");
        return this.#parseFunctionBody(name);
      }
      default:
        throw new ShellError("syntax");
    }
  }

  /** The list between two reserved words. */
  #parseBlock(open: string, close: string): Command {
    this.#tokens.expectReserved(open);
    const body = this.parseList([close]);
    this.#tokens.expectReserved(close);
    return body;
  }

  #parseIf(): Command {
    const clauses: Clause[] = [];
    this.#tokens.expectReserved("if");
    do {
      const condition = this.parseList(["then"]);
      this.#tokens.expectReserved("then");
      clauses.push({ condition, body: this.parseList(["elif", "else", "fi"]) });
    } while (this.#tokens.takeReserved("elif"));
    if (this.#tokens.takeReserved("else")) clauses.push({ body: this.parseList(["fi"]) });
    this.#tokens.expectReserved("fi");
    return { kind: "if", clauses, redirects: this.#tokens.readRedirects() };
  }

  #parseFor(word: string): Command {
    const source = this.#source;
    this.#tokens.expectReserved(word);
    this.#tokens.skipBlanks();
    const variable = source.match(/[A-Za-z_]\w*/y)?.[0];
    if (variable === undefined) source.skipNested("(", ")");
    this.#tokens.skipNewlines();
    if (source.match(/in(?=[\s;])/y)) this.#tokens.readWords();
    this.#readConnector();
    this.#tokens.skipNewlines();
    this.#tokens.expectReserved("do");
    return this.#finishLoop(variable, undefined);
  }

  /** Behind `do`. A condition is part of what is repeated. */
  #finishLoop(variable: string | undefined, condition: Command | undefined): Command {
    const body = this.parseList(["done"]);
    this.#tokens.expectReserved("done");
    const items = [condition, body].flatMap((command) => (command ? [{ connector: ";" as const, command }] : []));
    return { kind: "loop", variable, body: { kind: "list", items }, redirects: this.#tokens.readRedirects() };
  }

  #parseCase(): Command {
    const source = this.#source;
    this.#tokens.expectReserved("case");
    this.#tokens.skipBlanks();
    readWord(source);
    this.#tokens.skipNewlines();
    source.expect("in");
    const clauses: Clause[] = [];
    for (;;) {
      this.#tokens.skipNewlines();
      if (this.#tokens.takeReserved("esac")) break;
      if (source.peek() === "(") source.take();
      do {
        this.#tokens.skipBlanks();
        readWord(source);
        this.#tokens.skipBlanks();
      } while (source.match(/\|/y));
      source.expect(")");
      clauses.push({ body: this.parseList(["esac"]) });
      source.match(/;;&?|;&/y);
    }
    return { kind: "case", clauses, redirects: this.#tokens.readRedirects() };
  }

  #parseFunctionBody(name: string): Command {
    this.#tokens.skipNewlines();
    return { kind: "function", name, body: this.#source.nest(() => this.#parseCommand()) };
  }

  #parseSimple(): Command {
    const source = this.#source;
    const assignments: Assignment[] = [];
    const words: Word[] = [];
    const redirects: Redirect[] = [];
    const isTest = this.#tokens.peekReserved() === "[[";
    for (;;) {
      this.#tokens.skipBlanks();
      const redirect = isTest ? undefined : this.#tokens.readRedirect();
      if (redirect) {
        redirects.push(redirect);
        continue;
      }
      const word = isTest ? this.#readTestWord() : readWord(source);
      if (word.length === 0) break;
      const assignment = words.length === 0 ? toAssignment(word) : undefined;
      if (!assignment) words.push(word);
      else assignments.push(this.#withArray(assignment));
      if (isTest && isText(word, "]]")) {
        redirects.push(...this.#tokens.readRedirects());
        break;
      }
    }
    if (assignments.length + words.length + redirects.length === 0) throw new ShellError("syntax");
    return { kind: "simple", assignments, words, redirects };
  }

  /** Between `[[` and `]]` operators are words. */
  #readTestWord(): Word {
    const operator = this.#source.match(/\s*(&&|\|\||[<>()])/y)?.[1];
    if (operator !== undefined) return [{ kind: "text", text: operator, quoted: false }];
    this.#tokens.skipNewlines();
    const word = readWord(this.#source);
    if (word.length === 0) throw new ShellError("syntax");
    return word;
  }

  /** `NAME=(a b)`: arrays are not followed. */
  #withArray(assignment: Assignment): Assignment {
    const source = this.#source;
    if (assignment.value.length > 0 || source.peek() !== "(") return assignment;
    source.take();
    do this.#tokens.skipNewlines();
    while (readWord(source).length > 0);
    source.expect(")");
    return { ...assignment, value: [{ kind: "unknown", quoted: true }] };
  }
}

function toAssignment(word: Word): Assignment | undefined {
  const [first, ...rest] = word;
  if (first?.kind !== "text" || first.quoted) return undefined;
  const found = ASSIGNMENT.exec(first.text);
  if (!found) return undefined;
  const [head, name = "", plus] = found;
  const value = first.text.slice(head.length);
  return {
    name,
    appends: plus === "+",
    value: value === "" ? rest : [{ kind: "text", text: value, quoted: false }, ...rest],
  };
}

function isText(word: Word, text: string): boolean {
  return word.every((part) => part.kind === "text" && !part.quoted) && plainTextOf(word) === text;
}
