import type { SyntaxNode } from "@lezer/common";
import { listChildren, type PythonModule } from "./python-module.ts";

/** What the names of a module stand for, as far as that is sure without running it. */
export interface ModuleConstants {
  /**
   * The expression that a name means at an offset: set once, at the top of the module, never changed, and not hidden by
   * a parameter or a local variable there. Undefined for any other name.
   */
  find(name: string, offset: number): SyntaxNode | undefined;
}

interface Scope {
  readonly from: number;
  readonly to: number;
}

interface Names {
  readonly module: Map<string, { readonly value: SyntaxNode | undefined }[]>;
  readonly local: Map<string, Scope[]>;
  readonly changed: Set<string>;
  /** From a name to the names it is another name of: what changes one changes all. */
  readonly aliases: Map<string, string[]>;
}

const SCOPES = new Set(["FunctionDefinition", "LambdaExpression", "ClassDefinition"]);
/** The nodes that give or change a name: asking each node of a large file would take long. */
const NAMING = new Set([
  ...["AssignStatement", "UpdateStatement", "DeleteStatement", "ScopeStatement", "ImportStatement"],
  ...["ForStatement", "WithStatement", "TryStatement", "MatchStatement", "NamedExpression", "CallExpression"],
  ...["FunctionDefinition", "ClassDefinition", "ParamList", "CapturePattern", "AsPattern", "ComprehensionExpression"],
  ...["ArrayComprehensionExpression", "DictionaryComprehensionExpression", "SetComprehensionExpression"],
]);
const CHANGING_METHODS = new Set(["update", "pop", "popitem", "setdefault", "clear", "__setitem__", "__delitem__"]);
/** More local variables of one name than a person writes; looking through them all would take too long. */
const MANY = 200;

export function findConstants(module: PythonModule): ModuleConstants {
  // Few files name their tags, and looking for what happens to a name goes through the whole file.
  let read: Names | undefined;
  return {
    find(name, offset) {
      read ??= readNames(module);
      const [only, ...more] = read.module.get(name) ?? [];
      const locals = read.local.get(name) ?? [];
      if (only === undefined || more.length > 0 || read.changed.has(name) || locals.length > MANY) return undefined;
      return locals.some(({ from, to }) => from <= offset && offset < to) ? undefined : only.value;
    },
  };
}

function readNames(module: PythonModule): Names {
  const names: Names = { module: new Map(), local: new Map(), changed: new Set(), aliases: new Map() };
  const scopes: Scope[] = [];
  module.tree.iterate({
    enter: (node) => {
      if (NAMING.has(node.name)) recordNames(module, node.node, scopes.at(-1), names);
      if (SCOPES.has(node.name)) scopes.push({ from: node.from, to: node.to });
    },
    leave: (node) => {
      if (SCOPES.has(node.name)) scopes.pop();
    },
  });
  spreadChanges(names);
  return names;
}

function recordNames(module: PythonModule, node: SyntaxNode, scope: Scope | undefined, names: Names): void {
  const bind = (target: SyntaxNode | null, value?: SyntaxNode, inside = scope) => {
    if (target) bindTarget(module, target, value, inside, names);
  };
  switch (node.name) {
    case "AssignStatement":
      recordAssignment(module, node, scope, names);
      break;
    case "UpdateStatement":
      if (node.firstChild) markChanged(module, node.firstChild, names);
      break;
    case "DeleteStatement":
      for (const child of listChildren(node)) markChanged(module, child, names);
      break;
    case "ScopeStatement":
      for (const child of node.getChildren("VariableName")) names.changed.add(module.textOf(child));
      break;
    case "NamedExpression":
    case "CapturePattern":
      bind(node.firstChild);
      break;
    case "FunctionDefinition":
    case "ClassDefinition":
      bind(node.getChild("VariableName"));
      break;
    case "ParamList":
      for (const child of node.getChildren("VariableName")) bind(child, undefined, scope);
      break;
    case "ImportStatement":
      for (const child of node.getChildren("VariableName")) bind(child);
      break;
    case "CallExpression":
      recordCall(module, node, names);
      break;
    default:
      bindBetween(node, bind);
  }
}

/** The targets of `for x, y in`, `with … as x`, `except … as x`. */
function bindBetween(node: SyntaxNode, bind: (target: SyntaxNode) => void): void {
  let isTarget = false;
  for (const child of listChildren(node)) {
    if (child.name === "for" || child.name === "as") isTarget = true;
    else if (child.name === "in" || child.name === "Body") isTarget = false;
    else if (isTarget) bind(child);
  }
}

function recordAssignment(module: PythonModule, node: SyntaxNode, scope: Scope | undefined, names: Names): void {
  const children = listChildren(node).filter(({ name }) => name !== "TypeDef");
  const last = children.findLastIndex(({ name }) => name === "AssignOp");
  const targets = children.slice(0, last).filter(({ name }) => name !== "AssignOp");
  const values = children.slice(last + 1);
  const [value] = values;
  const block = node.parent?.name === "StatementGroup" ? node.parent.parent : node.parent;
  // In a branch or a loop it may be set to something else, or not at all.
  const isPlain = last === 1 && values.length === 1 && block?.name === "Script";
  for (const target of targets) bindTarget(module, target, isPlain ? value : undefined, scope, names);
  if (value?.name !== "VariableName") return;
  for (const target of targets.filter(({ name }) => name === "VariableName")) {
    append(names.aliases, module.textOf(target), module.textOf(value));
  }
}

function bindTarget(
  module: PythonModule,
  target: SyntaxNode,
  value: SyntaxNode | undefined,
  scope: Scope | undefined,
  names: Names,
  depth = 0,
): void {
  if (target.name === "VariableName") {
    const name = module.textOf(target);
    if (scope === undefined) append(names.module, name, { value });
    else append(names.local, name, scope);
  } else if (target.name === "MemberExpression") {
    markChanged(module, target, names);
  } else if (/^(?:Tuple|Array|Parenthesized)/.test(target.name) && depth < 10) {
    for (const child of listChildren(target)) bindTarget(module, child, undefined, scope, names, depth + 1);
  }
}

/** The name at the start of `TAGS["a"]`, `TAGS.update` or `TAGS`. */
function markChanged(module: PythonModule, node: SyntaxNode, names: Names): void {
  let start: SyntaxNode | null = node;
  while (start?.name === "MemberExpression") start = start.firstChild;
  if (start?.name === "VariableName") names.changed.add(module.textOf(start));
}

function recordCall(module: PythonModule, node: SyntaxNode, names: Names): void {
  const callee = node.firstChild;
  if (callee?.name !== "MemberExpression" || callee.lastChild?.name !== "PropertyName") return;
  if (CHANGING_METHODS.has(module.textOf(callee.lastChild))) markChanged(module, callee, names);
}

/** `OTHER = TAGS` followed by `OTHER.update(…)` changes TAGS. */
function spreadChanges(names: Names): void {
  const open = [...names.changed];
  for (let name = open.pop(); name !== undefined; name = open.pop()) {
    for (const other of names.aliases.get(name) ?? []) {
      if (names.changed.has(other)) continue;
      names.changed.add(other);
      open.push(other);
    }
  }
}

function append<Value>(map: Map<string, Value[]>, key: string, value: Value): void {
  const values = map.get(key);
  if (values) values.push(value);
  else map.set(key, [value]);
}
