import type { SyntaxNode } from "@lezer/common";
import type { JsonValue } from "../model/json.ts";
import type { Constant, Constants } from "./constants.ts";
import { calleeOf } from "./dagster-calls.ts";
import { listChildren, type PythonModule } from "./python-module.ts";
import type { PythonNames } from "./python-names.ts";
import { splitArguments, splitEntries } from "./python-syntax.ts";
import { type FilledPlaceholder, readNumber, readString } from "./python-text.ts";
import { type PythonValue, toJson, toText, UNKNOWN } from "./python-value.ts";

/** Everything that is known of a module. */
export interface KnownModule {
  readonly module: PythonModule;
  readonly names: PythonNames;
  readonly constants: Constants;
}

/** Deeper ones are no dictionary of tags, and would use up the stack. */
export const DEEPEST = 40;
/** A setting of a task has less digits, and longer numbers take long to multiply. */
const MOST_DIGITS = 60;
/** Characters of a text, or of all that is in a list or dictionary: constants that build on each other can double. */
const LARGEST = 100_000;

/** Reads expressions whose value can be known without running the code. */
export class ValueReader {
  readonly #known: KnownModule;
  // A constant can be used many times, and constants can build on each other.
  readonly #values = new Map<number, PythonValue>();
  readonly #members = new Map<number, ReadonlyMap<string, SyntaxNode>>();
  readonly #sizes = new WeakMap<object, number>();

  constructor(known: KnownModule) {
    this.#known = known;
  }

  read(node: SyntaxNode, depth = 0): PythonValue {
    const { module } = this.#known;
    if (depth > DEEPEST || module.hasErrorIn(node)) return UNKNOWN;
    switch (node.name) {
      case "String":
        return readString(module.textOf(node));
      case "FormatString":
        return this.#readFormatted(node, depth);
      case "ContinuedString":
        return this.#readJoined(node, depth);
      case "Number":
        return readNumber(module.textOf(node));
      case "Boolean":
        return { type: "boolean", value: module.textOf(node) === "True" };
      case "None":
        return { type: "none" };
      case "ParenthesizedExpression":
        return this.#readOnly(node, depth);
      case "UnaryExpression":
        return this.#readSigned(node, depth);
      case "BinaryExpression":
        return this.#readOperation(node, depth);
      case "VariableName":
        return this.#readConstant(node, depth);
      case "MemberExpression": {
        const value = this.findMember(node, depth);
        return value ? remember(this.#values, value.from, UNKNOWN, () => this.read(value, depth + 1)) : UNKNOWN;
      }
      case "ArrayExpression":
      case "DictionaryExpression":
        return this.#readCollection(node, depth);
      case "SetExpression":
      case "TupleExpression":
      case "Ellipsis":
        return { type: "other", value: module.textOf(node) };
      case "CallExpression":
        return this.#readConversion(node, depth);
      default:
        return UNKNOWN;
    }
  }

  /** The constant that a name is. */
  findConstant(node: SyntaxNode): Constant | undefined {
    return this.#known.constants.find(this.#known.module.textOf(node), node.from);
  }

  /** The expression of `DICTIONARY["key"]`; undefined when something else can be in its place. */
  findMember(node: SyntaxNode, depth: number): SyntaxNode | undefined {
    const [base, key, ...more] = listChildren(node);
    if (!base || !key || more.length > 0 || key.name === "." || key.name === ":") return undefined;
    const wanted = this.read(key, depth + 1);
    const dictionary = this.#findDictionary(base, depth + 1);
    if (wanted.type !== "text" || dictionary === undefined) return undefined;
    return remember(this.#members, dictionary.from, new Map(), () => this.#readMembers(dictionary, depth + 1)).get(
      wanted.value,
    );
  }

  /** Those that nothing behind them can replace. */
  #readMembers(dictionary: SyntaxNode, depth: number): ReadonlyMap<string, SyntaxNode> {
    const members = new Map<string, SyntaxNode>();
    for (const entry of splitEntries(dictionary)) {
      const key = entry.kind === "pair" ? this.read(entry.key, depth + 1) : UNKNOWN;
      if (entry.kind === "spread" || key.type === "unknown") members.clear();
      else if (key.type === "text") members.set(key.value, entry.value);
    }
    return members;
  }

  #findDictionary(node: SyntaxNode, depth: number): SyntaxNode | undefined {
    if (depth > DEEPEST) return undefined;
    if (node.name === "DictionaryExpression") return this.#known.module.hasErrorIn(node) ? undefined : node;
    if (node.name === "MemberExpression") {
      const value = this.findMember(node, depth);
      return value && this.#findDictionary(value, depth + 1);
    }
    const constant = node.name === "VariableName" ? this.findConstant(node) : undefined;
    return constant?.isUnchanged() ? this.#findDictionary(constant.value, depth + 1) : undefined;
  }

  #readConstant(node: SyntaxNode, depth: number): PythonValue {
    const constant = this.findConstant(node);
    if (!constant) return UNKNOWN;
    const value = remember(this.#values, constant.value.from, UNKNOWN, () => this.read(constant.value, depth + 1));
    // A number or a text stays what it is.
    return value.type === "collection" && !constant.isUnchanged() ? UNKNOWN : value;
  }

  #readFormatted(node: SyntaxNode, depth: number): PythonValue {
    const placeholders: FilledPlaceholder[] = [];
    for (const placeholder of node.getChildren("FormatReplacement")) {
      const [expression, ...more] = listChildren(placeholder);
      const text = expression && more.length === 0 ? toText(this.read(expression, depth + 1)) : undefined;
      if (text === undefined) return UNKNOWN;
      placeholders.push({ from: placeholder.from - node.from, to: placeholder.to - node.from, text });
    }
    if (placeholders.reduce((size, { text }) => size + text.length, 0) > LARGEST) return UNKNOWN;
    return readString(this.#known.module.textOf(node), placeholders);
  }

  #readJoined(node: SyntaxNode, depth: number): PythonValue {
    const parts = listChildren(node).map((part) => this.read(part, depth + 1));
    const texts = parts.flatMap((part) => (part.type === "text" ? [part.value] : []));
    if (texts.length === parts.length) return { type: "text", value: texts.join("") };
    const areBytes = parts.every(({ type }) => type === "other");
    return areBytes ? { type: "other", value: this.#known.module.textOf(node) } : UNKNOWN;
  }

  #readOnly(node: SyntaxNode, depth: number): PythonValue {
    const [inner, ...more] = listChildren(node);
    return inner && more.length === 0 ? this.read(inner, depth + 1) : UNKNOWN;
  }

  #readSigned(node: SyntaxNode, depth: number): PythonValue {
    const [operator, operand] = listChildren(node);
    if (!operator || !operand) return UNKNOWN;
    const sign = this.#known.module.textOf(operator);
    const value = this.read(operand, depth + 1);
    if ((value.type !== "integer" && value.type !== "float") || (sign !== "-" && sign !== "+")) return UNKNOWN;
    if (sign === "+") return value;
    return /^[-0]/.test(value.value) ? UNKNOWN : { type: value.type, value: `-${value.value}` };
  }

  /** `4 * 1024`, `"25" + "6"`. */
  #readOperation(node: SyntaxNode, depth: number): PythonValue {
    const [left, operator, right] = listChildren(node);
    if (!left || !right || operator?.name !== "ArithOp") return UNKNOWN;
    const [first, second] = [this.read(left, depth + 1), this.read(right, depth + 1)];
    const sign = this.#known.module.textOf(operator);
    if (first.type === "text" && second.type === "text" && sign === "+") {
      const value = first.value + second.value;
      return value.length > LARGEST ? UNKNOWN : { type: "text", value };
    }
    if (first.type !== "integer" || second.type !== "integer") return UNKNOWN;
    return calculate(sign, first.value, second.value);
  }

  #readCollection(node: SyntaxNode, depth: number): PythonValue {
    const json = node.name === "ArrayExpression" ? this.#readList(node, depth) : this.#readObject(node, depth);
    return json === undefined || this.#sizeOf(json) > LARGEST ? { type: "collection" } : { type: "collection", json };
  }

  #sizeOf(json: JsonValue): number {
    if (typeof json !== "object" || json === null) return String(json).length + 1;
    const known = this.#sizes.get(json);
    if (known !== undefined) return known;
    const size = Object.entries(json).reduce((sum, [key, value]) => sum + key.length + this.#sizeOf(value), 2);
    this.#sizes.set(json, size);
    return size;
  }

  #readList(node: SyntaxNode, depth: number): JsonValue | undefined {
    const items: JsonValue[] = [];
    for (const child of listChildren(node)) {
      const item = child.name === "*" ? undefined : toJson(this.read(child, depth + 1));
      if (item === undefined) return undefined;
      items.push(item);
    }
    return items;
  }

  #readObject(node: SyntaxNode, depth: number): JsonValue | undefined {
    const entries: [string, JsonValue][] = [];
    for (const entry of splitEntries(node)) {
      if (entry.kind === "spread") return undefined;
      const key = this.read(entry.key, depth + 1);
      const value = toJson(this.read(entry.value, depth + 1));
      if (key.type !== "text" || value === undefined) return undefined;
      entries.push([key.value, value]);
    }
    return Object.fromEntries(entries);
  }

  /** `str(256)` and `json.dumps({…})`. */
  #readConversion(node: SyntaxNode, depth: number): PythonValue {
    const { module, names } = this.#known;
    const list = node.lastChild;
    const callee = list?.name === "ArgList" ? calleeOf(module, list) : undefined;
    if (!list || !callee) return UNKNOWN;
    const { positional, keywords, spreads } = splitArguments(module, list);
    const [only, ...more] = positional;
    if (!only || more.length > 0 || keywords.size > 0 || spreads.length > 0) return UNKNOWN;
    if (callee.parts.join(".") === "str" && names.isBuiltin("str", callee.offset)) {
      const text = toText(this.read(only, depth + 1));
      return text === undefined ? UNKNOWN : { type: "text", value: text };
    }
    const thing = names.findImport(callee);
    const json = thing?.isCertain && thing.path === "json.dumps" ? toJson(this.read(only, depth + 1)) : undefined;
    return json === undefined ? UNKNOWN : { type: "text", value: JSON.stringify(json) };
  }
}

function calculate(operator: string, left: string, right: string): PythonValue {
  const [first, second] = [BigInt(left), BigInt(right)];
  if (left.length + right.length > MOST_DIGITS) return UNKNOWN;
  switch (operator) {
    case "+":
      return { type: "integer", value: String(first + second) };
    case "-":
      return { type: "integer", value: String(first - second) };
    case "*":
      return { type: "integer", value: String(first * second) };
    default:
      return UNKNOWN;
  }
}

/** A constant that is asked for while it is being read refers to itself: that is no literal. */
export function remember<Value>(known: Map<number, Value>, key: number, meanwhile: Value, read: () => Value): Value {
  const before = known.get(key);
  if (before !== undefined) return before;
  known.set(key, meanwhile);
  const value = read();
  known.set(key, value);
  return value;
}
