import { decodeEscapes } from "./escapes.ts";
import type { Source } from "./source.ts";
import { type Fallback, ShellError, type Word, type WordPart } from "./syntax.ts";

/** How quotes and backslashes read: outside quotes, between double quotes, in the text of a heredoc. */
type Mode = "plain" | "double" | "heredoc";

const BREAKS: ReadonlySet<string> = new Set([" ", "\t", "\r", "\n", ";", "&", "|", "<", ">", "(", ")"]);
const ESCAPABLE: Readonly<Record<Exclude<Mode, "plain">, string>> = { double: '$`"\\', heredoc: "$`\\" };
const NAME = /[A-Za-z_]\w*/y;
const PARAMETER = /[A-Za-z_]\w*|\d+|[@*#?$!-]/y;
const OPERATOR = /(:?)([-=+?])/y;

/** True for a character that ends an unquoted word. */
export function isWordBreak(character: string): boolean {
  return BREAKS.has(character);
}

/** The word at the cursor; without parts when there is none. */
export function readWord(source: Source): Word {
  return readParts(source, "plain", isWordBreak);
}

/** The whole text as a heredoc without quotes around its delimiter has it. */
export function readHeredocText(source: Source): Word {
  return readParts(source, "heredoc", () => false);
}

function readParts(source: Source, mode: Mode, isEnd: (character: string) => boolean): Word {
  const parts: WordPart[] = [];
  const quoted = mode !== "plain";
  let text = "";
  const add = (...more: readonly WordPart[]): void => {
    if (text !== "") parts.push({ kind: "text", text, quoted });
    text = "";
    parts.push(...more);
  };
  while (!source.done && !isEnd(source.peek())) {
    const character = source.take();
    if (character === "\\") {
      const escaped = readEscaped(source, mode);
      if (quoted) text += escaped;
      else if (escaped !== "") add({ kind: "text", text: escaped, quoted: true });
    } else if (character === "'" && mode === "plain") {
      add({ kind: "text", text: source.takeUntil("'"), quoted: true });
    } else if (character === '"' && mode !== "heredoc") {
      add(...readDoubleQuoted(source));
    } else if (character === "$") {
      const expansion = readDollar(source, mode);
      if (expansion === undefined) text += "$";
      else add(...expansion);
    } else if (character === "`") {
      add({ kind: "substitution", script: source.parse(readBackquoted(source)), quoted });
    } else text += character;
  }
  add();
  return parts;
}

function readEscaped(source: Source, mode: Mode): string {
  if (source.done) return "\\";
  const character = source.take();
  if (character === "\n") return "";
  return mode === "plain" || ESCAPABLE[mode].includes(character) ? character : `\\${character}`;
}

function readDoubleQuoted(source: Source): Word {
  const parts = source.nest(() => readParts(source, "double", (character) => character === '"'));
  source.expect('"');
  // Also an empty pair of quotes makes a word.
  return parts.length === 0 ? [{ kind: "text", text: "", quoted: true }] : parts;
}

/** Behind a `$`; undefined when it is only a dollar sign. */
function readDollar(source: Source, mode: Mode): readonly WordPart[] | undefined {
  const quoted = mode !== "plain";
  const next = source.peek();
  if (next === "(") return [source.nest(() => readSubstitution(source, quoted))];
  if (next === "{") return [source.nest(() => readBraced(source, mode))];
  if (!quoted && next === "'") return [readAnsiQuoted(source)];
  if (!quoted && next === '"') {
    source.take();
    return readDoubleQuoted(source);
  }
  const name = source.match(NAME) ?? source.match(/[\d@*#?$!-]/y);
  return name && [{ kind: "variable", name: name[0], quoted }];
}

function readSubstitution(source: Source, quoted: boolean): WordPart {
  source.expect("(");
  if (source.peek() === "(") {
    source.skipNested("(", ")");
    source.expect(")");
    return { kind: "unknown", quoted };
  }
  const script = source.parseRest();
  source.expect(")");
  return { kind: "substitution", script, quoted };
}

function readBraced(source: Source, mode: Mode): WordPart {
  const quoted = mode !== "plain";
  const start = source.at;
  source.expect("{");
  const name = source.match(PARAMETER)?.[0];
  if (name !== undefined && source.peek() === "}") {
    source.take();
    return { kind: "variable", name, quoted };
  }
  const [operator, colon, sign] = (name !== undefined && source.match(OPERATOR)) || [];
  if (name === undefined || operator === undefined) {
    source.at = start;
    source.skipNested("{", "}");
    return { kind: "unknown", quoted };
  }
  // Quotes count in here also where the text around it has none.
  const inner = mode === "heredoc" ? "double" : mode;
  const word = readParts(source, inner, (character) => character === "}");
  source.expect("}");
  return {
    kind: "variable",
    name,
    quoted,
    fallback: { operator: sign as Fallback["operator"], colon: colon === ":", word },
  };
}

function readAnsiQuoted(source: Source): WordPart {
  const body = source.match(/'((?:[^'\\]|\\.)*)'/sy)?.[1];
  if (body === undefined) throw new ShellError("syntax");
  return { kind: "text", text: decodeEscapes(body, { quotes: true }), quoted: true };
}

function readBackquoted(source: Source): string {
  const body = source.match(/((?:[^`\\]|\\.)*)`/sy)?.[1];
  if (body === undefined) throw new ShellError("syntax");
  return body.replace(/\\([$`\\])/g, "$1");
}
