import type { SyntaxNode } from "@lezer/common";
import { calleeOf } from "./dagster-calls.ts";
import { listChildren } from "./python-module.ts";
import { splitArguments, splitEntries } from "./python-syntax.ts";
import { type PythonValue, UNKNOWN } from "./python-value.ts";
import { DEEPEST, type KnownModule, remember, ValueReader } from "./read-values.ts";
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

export function makeExpressionReader(known: KnownModule): ExpressionReader {
  const values = new ValueReader(known);
  const reader = new DictionaryReader(known, values);
  return { readDictionary: (node) => reader.read(node, 0), readValue: (node) => values.read(node) };
}

class DictionaryReader {
  readonly #known: KnownModule;
  readonly #values: ValueReader;
  // A constant can be used many times, and constants can build on each other.
  readonly #dictionaries = new Map<number, TagDictionary>();

  constructor(known: KnownModule, values: ValueReader) {
    this.#known = known;
    this.#values = values;
  }

  read(node: SyntaxNode, depth: number): TagDictionary {
    const { module } = this.#known;
    if (depth > DEEPEST || module.hasErrorIn(node)) return NOTHING_KNOWN;
    switch (node.name) {
      case "DictionaryExpression":
        return this.#readEntries(node, depth);
      case "ParenthesizedExpression": {
        const [inner, ...more] = listChildren(node);
        return inner && more.length === 0 ? this.read(inner, depth + 1) : NOTHING_KNOWN;
      }
      case "BinaryExpression": {
        const [left, operator, right] = listChildren(node);
        if (!left || !right || operator?.name !== "BitOp" || module.textOf(operator) !== "|") return NOTHING_KNOWN;
        return mergeOver(this.read(left, depth + 1), this.read(right, depth + 1));
      }
      case "VariableName": {
        const constant = this.#values.findConstant(node);
        if (!constant?.isUnchanged()) return NOTHING_KNOWN;
        const { value } = constant;
        return remember(this.#dictionaries, value.from, NOTHING_KNOWN, () => this.read(value, depth + 1));
      }
      case "MemberExpression": {
        const value = this.#values.findMember(node, depth);
        return value ? this.read(value, depth + 1) : NOTHING_KNOWN;
      }
      case "CallExpression":
        return this.#readCall(node, depth);
      case "None":
        return EMPTY;
      default:
        return NOTHING_KNOWN;
    }
  }

  #readEntries(node: SyntaxNode, depth: number): TagDictionary {
    let read = EMPTY;
    for (const entry of splitEntries(node)) {
      if (entry.kind === "spread") {
        read = mergeOver(read, this.read(entry.value, depth + 1));
        continue;
      }
      const key = this.#values.read(entry.key, depth + 1);
      // It may be any of those before.
      if (key.type === "unknown") read = mergeOver(read, NOTHING_KNOWN);
      if (key.type !== "text" || !(isJobTagKey(key.value) || suggestJobTagKey(key.value))) continue;
      const own = {
        key: key.value,
        value: this.#values.read(entry.value, depth + 1),
        keyOffset: entry.key.from,
        valueOffset: entry.value.from,
      };
      read = { ...read, entries: new Map([...read.entries, [key.value, own]]) };
    }
    return read;
  }

  /**
   * `dict(team="data")`, `dict(TAGS)`, `dict({…}, team="data")`, `TAGS.copy()`. A keyword cannot have a slash, so it is
   * no tag for ECS.
   */
  #readCall(node: SyntaxNode, depth: number): TagDictionary {
    const { module, names } = this.#known;
    const { firstChild: called, lastChild: list } = node;
    if (called === null || list?.name !== "ArgList") return NOTHING_KNOWN;
    const { positional, spreads, keywords } = splitArguments(module, list);
    const [first, ...more] = positional;
    const callee = calleeOf(module, list);
    if (callee?.parts.join(".") === "dict" && names.isBuiltin("dict", callee.offset)) {
      if (more.length > 0 || list.getChild("for")) return NOTHING_KNOWN;
      const start = first ? this.read(first, depth + 1) : EMPTY;
      return spreads.reduce((merged, spread) => mergeOver(merged, this.read(spread, depth + 1)), start);
    }
    const isCopy = called.name === "MemberExpression" && called.lastChild?.name === "PropertyName";
    if (!isCopy || positional.length + spreads.length + keywords.size > 0) return NOTHING_KNOWN;
    const [base, , method] = listChildren(called);
    // Of something that is no dictionary, nothing is read either.
    return base && method && module.textOf(method) === "copy" ? this.read(base, depth + 1) : NOTHING_KNOWN;
  }
}

/** Python's `{**left, **right}`. What is unknown of the right side may replace anything of the left. */
function mergeOver(left: TagDictionary, right: TagDictionary): TagDictionary {
  const kept = [...left.entries].map(
    ([key, entry]) => [key, right.isPartial ? { ...entry, value: UNKNOWN } : entry] as const,
  );
  return { entries: new Map([...kept, ...right.entries]), isPartial: left.isPartial || right.isPartial };
}
