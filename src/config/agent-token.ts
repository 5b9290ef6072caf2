import { type Document, isAlias, isMap, isScalar, type Pair, parseAllDocuments, visit } from "yaml";
import { HIDDEN_PLACEHOLDER } from "../model/environment.ts";

/** A token of Dagster+: `agent:<organization>:<secret>`. Users' own tokens have the same form. */
const TOKEN = /(?<![\w/-])(agent|user):([\w.-]+):([^\s"'`,;\]}]+)/g;
const TOKEN_KEY = /token$/i;
/** For a text that is no YAML: the key and the rest of its line, or the next one. */
const TOKEN_LINE = /(token["']?[ \t]*[:=]\s*(?:[|>][-+\d]*[ \t]*\n\s*)?)([^\n]+)/gi;
/** Shorter secrets are only taken out where they are known to stand. */
const SHORTEST_TO_SEARCH = 6;

interface Secret {
  readonly start: number;
  readonly end: number;
  readonly value: string;
  readonly replacement: string;
}

/**
 * The text without the secret part of any token; the organization stays. Values of keys that end in `token` are
 * taken out whatever their form, unless `isHarmless` (a stand-in) or `{env: NAME}`.
 */
export function hideTokens(text: string, isHarmless: (value: string) => boolean): string {
  const secrets = findSecrets(text, isHarmless);
  let hidden = text;
  for (const { start, end, replacement } of secrets.toReversed()) {
    hidden = hidden.slice(0, start) + replacement + hidden.slice(end);
  }
  const values = secrets.flatMap(({ value }) => [value, value.split(":").at(-1) ?? ""]);
  const found = [...text.matchAll(TOKEN)].map(([, , , secret = ""]) => secret);
  for (const value of new Set([...values, ...found])) {
    if (value.length >= SHORTEST_TO_SEARCH) hidden = hidden.replaceAll(value, HIDDEN_PLACEHOLDER);
  }
  return maskTokens(hidden);
}

/** A message without the secret part of any token in it. */
export function maskTokens(text: string): string {
  return text.replace(TOKEN, (_, kind: string, organization: string) => tokenOf(kind, organization));
}

function tokenOf(kind: string, organization: string): string {
  return `${kind}:${organization}:${HIDDEN_PLACEHOLDER}`;
}

function maskOf(value: string): string {
  const [, kind, organization] = /^(agent|user):([\w.-]+):/.exec(value) ?? [];
  return kind !== undefined && organization !== undefined ? tokenOf(kind, organization) : HIDDEN_PLACEHOLDER;
}

/** Values of token keys, in the order of the text and not inside one another. */
function findSecrets(text: string, isHarmless: (value: string) => boolean): readonly Secret[] {
  const secrets = findInYaml(text, isHarmless) ?? findInLines(text, isHarmless);
  const ordered = secrets.toSorted((left, right) => left.start - right.start);
  return ordered.filter(({ start }, index) => start >= (ordered[index - 1]?.end ?? 0));
}

/** Undefined when the text is no YAML. */
function findInYaml(text: string, isHarmless: (value: string) => boolean): readonly Secret[] | undefined {
  try {
    const documents = Array.from(
      parseAllDocuments(text, { schema: "failsafe", uniqueKeys: false, prettyErrors: false, logLevel: "silent" }),
    );
    if (documents.some(({ errors }) => errors.length > 0)) return undefined;
    const secrets: Secret[] = [];
    for (const document of documents) {
      visit(document, {
        Pair(_, pair) {
          const secret = secretIn(pair, document, text, isHarmless);
          if (secret) secrets.push(secret);
        },
      });
    }
    return secrets;
  } catch {
    return undefined;
  }
}

function secretIn(
  pair: Pair,
  document: Document,
  text: string,
  isHarmless: (value: string) => boolean,
): Secret | undefined {
  const { key } = pair;
  const value = isAlias(pair.value) ? pair.value.resolve(document) : pair.value;
  if (!isScalar(key) || !TOKEN_KEY.test(String(key.value))) return undefined;
  const { range } = (value ?? {}) as { range?: readonly [number, number, number] | null };
  if (!range) return undefined;
  const [start, end] = range;
  if (!isScalar(value)) return isMap(value) && isVariable(value.items) ? undefined : secretAt(start, end, text);
  const content = String(value.value ?? "");
  if (content === "" || isHarmless(content)) return undefined;
  const quote = value.type === "QUOTE_SINGLE" ? "'" : value.type === "PLAIN" ? "" : '"';
  const lastNewline = value.type === "BLOCK_LITERAL" || value.type === "BLOCK_FOLDED" ? "\n" : "";
  return { start, end, value: content, replacement: `${quote}${maskOf(content)}${quote}${lastNewline}` };
}

function secretAt(start: number, end: number, text: string): Secret {
  return { start, end, value: text.slice(start, end), replacement: HIDDEN_PLACEHOLDER };
}

/** `{env: NAME}` */
function isVariable(items: readonly Pair[]): boolean {
  return items.length === 1 && isScalar(items[0]?.key) && items[0].key.value === "env";
}

function findInLines(text: string, isHarmless: (value: string) => boolean): readonly Secret[] {
  return [...text.matchAll(TOKEN_LINE)].flatMap(({ index, 1: key = "", 2: rest = "" }) => {
    const value = rest.trim().replace(/^["']|["']$/g, "");
    if (value === "" || isHarmless(value) || /^\{\s*env:\s*\w+\s*\}$/.test(value)) return [];
    const start = index + key.length;
    return [{ start, end: start + rest.length, value, replacement: maskOf(value) }];
  });
}
