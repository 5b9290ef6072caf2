import { type Document, isAlias, isMap, isScalar, isSeq, type Node, type Pair, type Scalar, type YAMLMap } from "yaml";
import { scanForSecrets } from "../model/secret-scan.ts";
import {
  findAssignedSecret,
  findMarkedSecrets,
  isHarmlessValue,
  mayNameSecret,
  type TextSpan,
} from "../model/secret-text.ts";

/** What looks like a secret in a YAML file. */
export interface YamlSecrets {
  /** Where no report may show the text. */
  readonly spans: readonly TextSpan[];
  /** Scalars that are secrets as a whole, by what they stand under. */
  readonly nodes: ReadonlySet<Node>;
}

/** Keys that give the value beside them a name: `{name: API_KEY, value: ...}`, `{key: team, value: ...}`. */
const NAME_KEYS: readonly string[] = ["name", "key"];
const VALUE_KEYS: readonly string[] = ["value", "valueFrom"];
/** A comment, or what looks like one. */
const COMMENT = /(?<=^|[ \t\r\n\u0085\u2028\u2029])#[^\r\n\u0085\u2028\u2029]*/g;

type Entry = Pair<Node | null, Node | null>;

/** Finds them in the documents of a text, by the names they stand under and by the marks of their issuers. */
export function findYamlSecrets(documents: readonly Document[], text: string): YamlSecrets {
  const finder = new SecretFinder(text);
  for (const { contents } of documents) if (contents) finder.visit(contents);
  const comments = Array.from(text.matchAll(COMMENT)).flatMap(({ 0: comment, index }) =>
    scanForSecrets(comment).map(({ start, end }) => ({ start: start + index, end: end + index })),
  );
  return { spans: [...finder.spans, ...findMarkedSecrets(text), ...comments], nodes: finder.nodes };
}

class SecretFinder {
  readonly spans: TextSpan[] = [];
  readonly nodes = new Set<Node>();
  readonly #text: string;
  readonly #anchors = new Map<string, Node>();

  constructor(text: string) {
    this.#text = text;
  }

  /** In the order of the text, without recursion: a file may be nested deeply. */
  visit(root: Node): void {
    const waiting: { readonly node: Node; readonly isNameList: boolean }[] = [{ node: root, isNameList: false }];
    for (let next = waiting.pop(); next; next = waiting.pop()) {
      const { node, isNameList } = next;
      if ((isScalar(node) || isMap(node) || isSeq(node)) && node.anchor) this.#anchors.set(node.anchor, node);
      if (isScalar(node)) this.#lookInside(node);
      const children = isMap(node)
        ? this.#childrenOf(node, isNameList, node === root)
        : isSeq(node)
          ? this.#itemsOf(node.items as (Node | null)[])
          : [];
      waiting.push(...children.toReversed());
    }
  }

  #childrenOf(
    map: YAMLMap,
    isNameList: boolean,
    isRoot: boolean,
  ): { readonly node: Node; readonly isNameList: boolean }[] {
    const entries = map.items as Entry[];
    const isNamed = entries.some(
      ({ key, value }) => NAME_KEYS.includes(textOf(key)) && mayNameSecret(textOf(this.#follow(value))),
    );
    return entries.flatMap(({ key, value }) => {
      const name = textOf(key);
      // Keys below `locations` are names of the user's own, and not of values.
      if (!isNameList && (mayNameSecret(name) || (isNamed && VALUE_KEYS.includes(name)))) this.#hide(value);
      const below = { isNameList: isRoot && name === "locations" };
      return [...(key ? [{ node: key, isNameList: false }] : []), ...(value ? [{ node: value, ...below }] : [])];
    });
  }

  /** In a command, a flag names the word behind it. */
  #itemsOf(items: readonly (Node | null)[]): { readonly node: Node; readonly isNameList: boolean }[] {
    for (const [index, item] of items.entries()) {
      const flag = /^--?([\w-]+)$/.exec(textOf(item).slice(0, 100))?.[1];
      if (flag !== undefined && mayNameSecret(flag)) this.#hide(items[index + 1] ?? null);
    }
    return items.flatMap((node) => (node ? [{ node, isNameList: false }] : []));
  }

  /** A whole value, and what is in it. `{env: NAME}` is none. */
  #hide(value: Node | null): void {
    const node = this.#follow(value);
    if (isScalar(node)) this.#hideScalar(node);
    else if (isSeq(node)) for (const item of node.items as (Node | null)[]) if (isScalar(item)) this.#hideScalar(item);
    if (!isMap(node)) return;
    for (const { key, value: inner } of node.items as Entry[]) {
      if (textOf(key) !== "env" && isScalar(inner)) this.#hideScalar(inner);
    }
  }

  #hideScalar(node: Scalar): void {
    const content = String(node.value ?? "");
    if (isHarmlessValue(content)) return;
    this.nodes.add(node);
    this.spans.push(this.#contentOf(node));
  }

  /** Part of a scalar: `NAME=VALUE`. */
  #lookInside(node: Scalar): void {
    const content = String(node.value ?? "");
    if (!/[=:]/.test(content) || !findAssignedSecret(content)) return;
    const span = this.#contentOf(node);
    // In the file it may be escaped or broken into lines: then the whole is hidden.
    const found = findAssignedSecret(this.#text.slice(span.start, span.end));
    this.spans.push(found ? { start: span.start + found.start, end: span.end } : span);
  }

  /** Without quotes, and without the first line of a block scalar, which only says how it is written. */
  #contentOf({ range, type }: Scalar): TextSpan {
    const [start = 0, end = 0] = range ?? [];
    if (type === "QUOTE_DOUBLE" || type === "QUOTE_SINGLE") return { start: start + 1, end: end - 1 };
    if (type !== "BLOCK_LITERAL" && type !== "BLOCK_FOLDED") return { start, end };
    const header = this.#text.slice(start, end).search(/[\r\n\u0085\u2028\u2029]/);
    return { start: header === -1 ? start : start + header, end };
  }

  #follow(node: Node | null): Node | null {
    return isAlias(node) ? (this.#anchors.get(node.source) ?? null) : node;
  }
}

function textOf(node: Node | null): string {
  return isScalar(node) ? String(node.value ?? "") : "";
}
