import type { SyntaxNode } from "@lezer/common";
import { calleeOf, isCallOfDagster } from "./dagster-calls.ts";
import type { PythonModule } from "./python-module.ts";
import type { PythonNames } from "./python-names.ts";

/** What a place in the code that has a dictionary or list can do to it. */
export type Use =
  /** It only reads. */
  | { readonly kind: "safe" }
  /** It can change it, or give it to someone who can. */
  | { readonly kind: "unsafe" }
  /** It gives it, or something that holds parts of it, another name. */
  | { readonly kind: "alias"; readonly names: readonly SyntaxNode[]; readonly value: SyntaxNode };

const SAFE: Use = { kind: "safe" };
const UNSAFE: Use = { kind: "unsafe" };

/** Built-in functions that read what they are given, and return nothing that it is in. */
const READING = new Set([
  ...["len", "str", "repr", "print", "bool", "any", "all", "isinstance", "type", "id", "format", "int", "float"],
  ...["issubclass", "callable", "hash"],
]);
/** Built-in functions that return what holds the parts of what they are given. */
const COPYING = new Set(["dict", "list", "tuple", "set", "frozenset", "sorted", "min", "max", "enumerate", "iter"]);
const READING_METHODS = new Set(["keys", "__contains__", "__len__"]);
const COPYING_METHODS = new Set(["get", "items", "values", "copy"]);
/** The steps from a name to the statement that uses it; more is no code that a person writes. */
const FARTHEST = 60;

/** A step outwards: the expression around has the value too, or what is done to it is known. */
type Step =
  | Use
  | {
      readonly kind: "outwards";
      readonly node: SyntaxNode;
      /** Whether that only has it inside. */
      readonly isInside?: true;
    };

interface Reading {
  readonly module: PythonModule;
  readonly names: PythonNames;
  /** Whether what reads a part of it, or copies it, has something that can be changed. */
  readonly holdsOthers: boolean;
  /** Whether the expression that is looked at only has it inside. */
  readonly isInside: boolean;
}

/** What the place of a name does to its value. */
export function keepsValue(module: PythonModule, names: PythonNames, place: SyntaxNode, holdsOthers: boolean): Use {
  let node = place;
  let reading: Reading = { module, names, holdsOthers, isInside: false };
  for (let step = 0; step < FARTHEST; step += 1) {
    const next = stepOutwards(reading, node);
    if (next.kind !== "outwards") return next;
    node = next.node;
    if (next.isInside) reading = { ...reading, holdsOthers: true, isInside: true };
  }
  return UNSAFE;
}

function stepOutwards(reading: Reading, node: SyntaxNode): Step {
  const { parent, prevSibling: before } = node;
  if (parent === null) return UNSAFE;
  switch (parent.name) {
    case "ParenthesizedExpression":
      return { kind: "outwards", node: parent };
    case "ConditionalExpression":
      // The condition is in the middle.
      return before?.name === "if" ? SAFE : { kind: "outwards", node: parent };
    case "BinaryExpression":
      return stepOfOperator(reading, parent);
    case "DictionaryExpression":
      if (before?.name === "**") return part(reading, parent);
      return before?.name === ":" ? { kind: "outwards", node: parent, isInside: true } : UNSAFE;
    case "ArgList":
      return stepOfArgument(reading, node, parent);
    case "ParamList":
    case "KeywordPattern":
      // The name of a parameter; what is behind `=` is given to a function.
      return before?.name === "AssignOp" ? UNSAFE : SAFE;
    case "MemberExpression":
      return before === null ? stepOfMember(reading, parent) : SAFE;
    case "AssignStatement":
      return reading.isInside ? UNSAFE : stepOfAssignment(node, parent);
    case "ForStatement":
      return stepOfLoop(reading, node);
    case "UpdateStatement":
      return before?.name === "UpdateOp" && node.nextSibling === null ? part(reading) : UNSAFE;
    case "UnaryExpression":
    case "FormatReplacement":
    case "ExpressionStatement":
    case "AssertStatement":
    case "IfStatement":
    case "WhileStatement":
    case "TypeDef":
    case "ImportStatement":
    case "FunctionDefinition":
    case "ClassDefinition":
      return SAFE;
    default:
      // In a comprehension, what is behind `in` is read.
      return parent.name.endsWith("ComprehensionExpression") && before?.name === "in" ? part(reading) : UNSAFE;
  }
}

/** A copy of it, or a part: that is another thing, unless there is something in it that can be changed. */
function part({ holdsOthers }: Reading, node?: SyntaxNode): Step {
  if (!holdsOthers) return SAFE;
  return node ? { kind: "outwards", node } : UNSAFE;
}

function stepOfOperator(reading: Reading, expression: SyntaxNode): Step {
  for (let child = expression.firstChild; child; child = child.nextSibling) {
    if (child.name === "or" || child.name === "and") return { kind: "outwards", node: expression };
    if (child.name === "BitOp" || child.name === "ArithOp") return part(reading, expression);
  }
  return SAFE;
}

function stepOfArgument(reading: Reading, node: SyntaxNode, list: SyntaxNode): Step {
  const { module, names } = reading;
  const { prevSibling: before, nextSibling: after } = node;
  if (after?.name === "AssignOp" && module.textOf(after) === "=") return SAFE;
  if (before?.name === "in") return part(reading);
  const call = list.parent;
  if (call === null || list.getChild("for")) return UNSAFE;
  if (isCallOfDagster(module, names, list)) return SAFE;
  if (before?.name === "**" || before?.name === "*") return part(reading);
  const callee = calleeOf(module, list);
  if (callee === undefined || before?.name === "AssignOp") return UNSAFE;
  if (names.findImport(callee)?.path === "json.dumps") return SAFE;
  const [name = "", ...attributes] = callee.parts;
  if (attributes.length > 0 || !names.isBuiltin(name, callee.offset)) return UNSAFE;
  if (COPYING.has(name)) return part(reading, call);
  return READING.has(name) ? SAFE : UNSAFE;
}

function stepOfLoop(reading: Reading, { prevSibling: before, nextSibling: after }: SyntaxNode): Step {
  if (before?.name === "in") return after?.name === "Body" ? part(reading) : UNSAFE;
  for (let next = after; next; next = next.nextSibling) {
    // A target: that is another meaning of the name, which is asked elsewhere.
    if (next.name === "in") return SAFE;
  }
  return UNSAFE;
}

/** `TAGS["key"]`, `TAGS.get`. */
function stepOfMember(reading: Reading, member: SyntaxNode): Step {
  const { parent, lastChild: property } = member;
  if (parent === null || isTarget(member)) return UNSAFE;
  if (property?.name !== "PropertyName") {
    // Something may be done to the part itself.
    return parent.name === "MemberExpression" && reading.holdsOthers ? UNSAFE : part(reading, member);
  }
  const method = reading.module.textOf(property);
  const isCalled = parent.name === "CallExpression" && parent.firstChild?.from === member.from;
  if (!isCalled) return UNSAFE;
  if (READING_METHODS.has(method)) return SAFE;
  return COPYING_METHODS.has(method) ? part(reading, parent) : UNSAFE;
}

/** Whether it is set or deleted, alone or among others. */
function isTarget(member: SyntaxNode): boolean {
  let node = member;
  while (node.parent && /^(?:Tuple|Array|Parenthesized)Expression$/.test(node.parent.name)) node = node.parent;
  const { parent, prevSibling: before } = node;
  switch (parent?.name) {
    case "AssignStatement":
      return isBeforeOperator(node);
    case "UpdateStatement":
      return before === null;
    case "ForStatement":
      return before?.name !== "in";
    case "DeleteStatement":
    case "WithStatement":
      return true;
    default:
      return parent?.name.endsWith("ComprehensionExpression") === true && before?.name === "for";
  }
}

function isBeforeOperator(node: SyntaxNode): boolean {
  for (let next = node.nextSibling; next; next = next.nextSibling) {
    if (next.name === "AssignOp") return true;
  }
  return false;
}

/** `OTHER = TAGS`; with more than names on the left, nobody knows who has it. */
function stepOfAssignment(node: SyntaxNode, statement: SyntaxNode): Step {
  // A target: what gives the name its value is asked elsewhere.
  if (isBeforeOperator(node)) return SAFE;
  const names: SyntaxNode[] = [];
  for (let child = statement.firstChild; child && child.from < node.from; child = child.nextSibling) {
    if (child.name === "VariableName") names.push(child);
    else if (child.name !== "AssignOp" && child.name !== "TypeDef") return UNSAFE;
  }
  return { kind: "alias", names, value: node };
}
