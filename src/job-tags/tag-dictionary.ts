import type { SyntaxNode } from "@lezer/common";
import type { JsonValue } from "../model/json.ts";
import type { ModuleConstants } from "./module-constants.ts";
import { listChildren, type PythonModule } from "./python-module.ts";
import { readNumber, readString } from "./python-text.ts";
import { type PythonValue, toJson, toText, UNKNOWN } from "./python-value.ts";
import { isJobTagKey, suggestJobTagKey } from "./tag-keys.ts";

/** An entry of a dictionary, by where its key and value are written. */
export interface DictionaryEntry {
  readonly key: string;
  readonly value: PythonValue;
  readonly keyOffset: number;
  readonly valueOffset: number;
}

/** The entries of a dictionary that have to do with ECS. */
export interface TagDictionary {
  readonly entries: ReadonlyMap<string, DictionaryEntry>;
  /** Whether it may have more entries than can be seen: it spreads or merges something that is no literal. */
  readonly isPartial: boolean;
}

/** Reads literal expressions of one module. */
export interface ExpressionReader {
  readDictionary(node: SyntaxNode): TagDictionary;
  readValue(node: SyntaxNode): PythonValue;
}

const NOTHING_KNOWN: TagDictionary = { entries: new Map(), isPartial: true };
const EMPTY: TagDictionary = { entries: new Map(), isPartial: false };
/** Deeper ones are no dictionary of tags, and would use up the stack. */
const DEEPEST = 40;

export function makeExpressionReader(module: PythonModule, constants: ModuleConstants): ExpressionReader {
  const reader = new Reader(module, constants);
  return { readDictionary: (node) => reader.readDictionary(node, 0), readValue: (node) => reader.readValue(node, 0) };
}

class Reader {
  readonly #module: PythonModule;
  readonly #constants: ModuleConstants;
  // A constant can be used many times, and constants can build on each other.
  readonly #dictionaries = new Map<number, TagDictionary>();
  readonly #values = new Map<number, PythonValue>();

  constructor(module: PythonModule, constants: ModuleConstants) {
    this.#module = module;
    this.#constants = constants;
  }

  readDictionary(node: SyntaxNode, depth: number): TagDictionary {
    if (depth > DEEPEST || this.#module.hasErrorIn(node)) return NOTHING_KNOWN;
    switch (node.name) {
      case "DictionaryExpression":
        return this.#readEntries(node, depth);
      case "ParenthesizedExpression": {
        const [inner] = listChildren(node);
        return inner ? this.readDictionary(inner, depth + 1) : NOTHING_KNOWN;
      }
      case "BinaryExpression": {
        const [left, operator, right] = listChildren(node);
        if (!left || !right || operator?.name !== "BitOp" || this.#module.textOf(operator) !== "|")
          return NOTHING_KNOWN;
        return mergeOver(this.readDictionary(left, depth + 1), this.readDictionary(right, depth + 1));
      }
      case "VariableName": {
        const value = this.#constants.find(this.#module.textOf(node), node.from);
        if (!value) return NOTHING_KNOWN;
        return remember(this.#dictionaries, value.from, NOTHING_KNOWN, () => this.readDictionary(value, depth + 1));
      }
      case "CallExpression":
        return this.#readDictCall(node, depth);
      case "None":
        return EMPTY;
      default:
        return NOTHING_KNOWN;
    }
  }

  readValue(node: SyntaxNode, depth: number): PythonValue {
    if (depth > DEEPEST || this.#module.hasErrorIn(node)) return UNKNOWN;
    switch (node.name) {
      case "String":
        return readString(this.#module.textOf(node));
      case "FormatString":
        return node.getChild("FormatReplacement") ? UNKNOWN : readString(this.#module.textOf(node));
      case "ContinuedString":
        return this.#readJoined(node, depth);
      case "Number":
        return readNumber(this.#module.textOf(node));
      case "Boolean":
        return { type: "boolean", value: this.#module.textOf(node) === "True" };
      case "None":
        return { type: "none" };
      case "ParenthesizedExpression":
        return this.#readOnly(node, depth);
      case "UnaryExpression":
        return this.#readSigned(node, depth);
      case "VariableName": {
        const value = this.#constants.find(this.#module.textOf(node), node.from);
        if (!value) return UNKNOWN;
        return remember(this.#values, value.from, UNKNOWN, () => this.readValue(value, depth + 1));
      }
      case "ArrayExpression":
      case "DictionaryExpression":
        return this.#readCollection(node, depth);
      case "SetExpression":
      case "TupleExpression":
      case "Ellipsis":
        return { type: "other", value: this.#module.textOf(node) };
      case "CallExpression":
        return this.#readConversion(node, depth);
      default:
        return UNKNOWN;
    }
  }

  #readEntries(node: SyntaxNode, depth: number): TagDictionary {
    let read: { entries: Map<string, DictionaryEntry>; isPartial: boolean } = { entries: new Map(), isPartial: false };
    for (const entry of splitEntries(node)) {
      if (entry.kind === "spread") {
        const merged = mergeOver(read, this.readDictionary(entry.value, depth + 1));
        read = { entries: new Map(merged.entries), isPartial: merged.isPartial };
        continue;
      }
      const key = this.readValue(entry.key, depth + 1);
      if (key.type === "unknown") read.isPartial = true;
      if (key.type !== "text" || !(isJobTagKey(key.value) || suggestJobTagKey(key.value))) continue;
      read.entries.set(key.value, {
        key: key.value,
        value: this.readValue(entry.value, depth + 1),
        keyOffset: entry.key.from,
        valueOffset: entry.value.from,
      });
    }
    return read;
  }

  /** `dict(team="data")`, `dict(TAGS)`, `dict({…}, team="data")`: a keyword cannot have a slash, so it is no ECS tag. */
  #readDictCall(node: SyntaxNode, depth: number): TagDictionary {
    const [callee, list] = listChildren(node);
    if (!callee || !list || this.#module.textOf(callee) !== "dict") return NOTHING_KNOWN;
    const { positional, spreads } = splitArguments(this.#module, list);
    const [first, ...more] = positional;
    if (more.length > 0) return NOTHING_KNOWN;
    const start = first ? this.readDictionary(first, depth + 1) : EMPTY;
    return spreads.reduce((merged, spread) => mergeOver(merged, this.readDictionary(spread, depth + 1)), start);
  }

  #readJoined(node: SyntaxNode, depth: number): PythonValue {
    const parts = listChildren(node).map((part) => this.readValue(part, depth + 1));
    const texts = parts.flatMap((part) => (part.type === "text" ? [part.value] : []));
    if (texts.length === parts.length) return { type: "text", value: texts.join("") };
    return parts.every(({ type }) => type === "other") ? { type: "other", value: this.#module.textOf(node) } : UNKNOWN;
  }

  #readOnly(node: SyntaxNode, depth: number): PythonValue {
    const [inner, ...more] = listChildren(node);
    return inner && more.length === 0 ? this.readValue(inner, depth + 1) : UNKNOWN;
  }

  #readSigned(node: SyntaxNode, depth: number): PythonValue {
    const [operator, operand] = listChildren(node);
    if (!operator || !operand) return UNKNOWN;
    const sign = this.#module.textOf(operator);
    const value = this.readValue(operand, depth + 1);
    if ((value.type !== "integer" && value.type !== "float") || (sign !== "-" && sign !== "+")) return UNKNOWN;
    return sign === "-" && !/^[-0]/.test(value.value) ? { type: value.type, value: `-${value.value}` } : UNKNOWN;
  }

  #readCollection(node: SyntaxNode, depth: number): PythonValue {
    const json = node.name === "ArrayExpression" ? this.#readList(node, depth) : this.#readObject(node, depth);
    return json === undefined ? { type: "collection" } : { type: "collection", json };
  }

  #readList(node: SyntaxNode, depth: number): JsonValue | undefined {
    const items: JsonValue[] = [];
    for (const child of listChildren(node)) {
      const item = toJson(this.readValue(child, depth + 1));
      if (item === undefined) return undefined;
      items.push(item);
    }
    return items;
  }

  #readObject(node: SyntaxNode, depth: number): JsonValue | undefined {
    const entries: [string, JsonValue][] = [];
    for (const entry of splitEntries(node)) {
      if (entry.kind === "spread") return undefined;
      const key = this.readValue(entry.key, depth + 1);
      const value = toJson(this.readValue(entry.value, depth + 1));
      if (key.type !== "text" || value === undefined) return undefined;
      entries.push([key.value, value]);
    }
    return Object.fromEntries(entries);
  }

  /** `str(256)` and `json.dumps({…})`. */
  #readConversion(node: SyntaxNode, depth: number): PythonValue {
    const [callee, list] = listChildren(node);
    if (!callee || !list) return UNKNOWN;
    const { positional, keywords, spreads } = splitArguments(this.#module, list);
    const [only, ...more] = positional;
    if (!only || more.length > 0 || keywords.size > 0 || spreads.length > 0) return UNKNOWN;
    const name = this.#module.textOf(callee);
    if (name !== "str" && name !== "json.dumps" && name !== "dumps") return UNKNOWN;
    const value = this.readValue(only, depth + 1);
    if (name === "str") {
      const text = toText(value);
      return text === undefined ? UNKNOWN : { type: "text", value: text };
    }
    const json = toJson(value);
    return json === undefined ? UNKNOWN : { type: "text", value: JSON.stringify(json) };
  }
}

type Entry =
  | { readonly kind: "pair"; readonly key: SyntaxNode; readonly value: SyntaxNode }
  | { readonly kind: "spread"; readonly value: SyntaxNode };

function splitEntries(node: SyntaxNode): readonly Entry[] {
  const children = listChildren(node);
  const entries: Entry[] = [];
  for (const [index, child] of children.entries()) {
    const [before, after] = [children[index - 1], children[index + 1]];
    if (child.name === ":" && before && after) entries.push({ kind: "pair", key: before, value: after });
    if (child.name === "**" && after) entries.push({ kind: "spread", value: after });
  }
  return entries;
}

/** The arguments of a call. A `*list` counts as two positional ones, so that nobody takes it for the only one. */
export function splitArguments(
  module: PythonModule,
  list: SyntaxNode,
): {
  readonly positional: readonly SyntaxNode[];
  readonly keywords: ReadonlyMap<string, SyntaxNode>;
  readonly spreads: readonly SyntaxNode[];
} {
  const children = listChildren(list);
  const positional: SyntaxNode[] = [];
  const keywords = new Map<string, SyntaxNode>();
  const spreads: SyntaxNode[] = [];
  children.forEach((child, index) => {
    const [before, after] = [children[index - 1], children[index + 1]];
    if (child.name === "AssignOp" || after?.name === "AssignOp" || child.name === "**") return;
    if (before?.name === "AssignOp") {
      const name = children[index - 2];
      if (name) keywords.set(module.textOf(name), child);
    } else if (before?.name === "**") spreads.push(child);
    else positional.push(child);
  });
  return { positional, keywords, spreads };
}

/** Python's `{**left, **right}`. What is unknown of the right side may replace anything of the left. */
function mergeOver(left: TagDictionary, right: TagDictionary): TagDictionary {
  const kept = [...left.entries].map(
    ([key, entry]) => [key, right.isPartial ? { ...entry, value: UNKNOWN } : entry] as const,
  );
  return { entries: new Map([...kept, ...right.entries]), isPartial: left.isPartial || right.isPartial };
}

/** A constant that is asked for while it is being read refers to itself: that is no literal. */
function remember<Value>(known: Map<number, Value>, key: number, meanwhile: Value, read: () => Value): Value {
  const before = known.get(key);
  if (before !== undefined) return before;
  known.set(key, meanwhile);
  const value = read();
  known.set(key, value);
  return value;
}
