import type { SyntaxNode, SyntaxNodeRef } from "@lezer/common";
import { type Reach, readReaches } from "./python-branches.ts";
import { readImport } from "./python-imports.ts";
import { listChildren, type PythonModule } from "./python-module.ts";
import type { BindingSource, ChangedAttribute, ScopeTree, Span, StarImport } from "./python-scopes.ts";
import { type OpenScope, ScopeStack, type TryPart } from "./scope-stack.ts";

/** The nodes that give names or begin something: asking each node of a large file would take long. */
const RELEVANT = new Set([
  ...["AssignStatement", "UpdateStatement", "DeleteStatement", "ScopeStatement", "ImportStatement", "TypeDefinition"],
  ...[
    "ForStatement",
    "WhileStatement",
    "WithStatement",
    "TryStatement",
    "NamedExpression",
    "ArgList",
    "Body",
    "IfStatement",
  ],
  ...["FunctionDefinition", "ClassDefinition", "LambdaExpression", "CapturePattern", "AsPattern", "CallExpression"],
  ...["ComprehensionExpression", "ArrayComprehensionExpression", "DictionaryComprehensionExpression"],
  "SetComprehensionExpression",
]);
/** Built-in functions that can change a name without writing it. */
const DYNAMIC_CALLS = new Set(["exec", "eval", "execfile", "globals", "locals", "vars", "setattr", "delattr"]);
const DYNAMIC_TEXT = /\bsys\s*\.\s*modules\b|\b__(?:dict|builtins)__\b/;
/** With more star imports than a person writes, nobody knows what a name means. */
const MOST_STARS = 100;
const UNKNOWN: BindingSource = { kind: "unknown" };
/** Nobody nests targets deeper. */
const DEEPEST_TARGET = 10;

/** Finds the scopes of a module and what gives names a meaning in each. */
export function readScopes(module: PythonModule): ScopeTree {
  const reader = new ScopeReader(module);
  module.tree.iterate({
    enter: (node) => !RELEVANT.has(node.name) || reader.enter(node.node),
    leave: (node) => reader.leave(node),
  });
  return reader.finish();
}

class ScopeReader {
  readonly #module: PythonModule;
  readonly #stack = new ScopeStack();
  readonly #stars: StarImport[] = [];
  readonly #reaches = new Map<number, Reach>();
  readonly #dead: Span[] = [];
  readonly #changedAttributes: ChangedAttribute[] = [];
  #isDynamic: boolean;

  constructor(module: PythonModule) {
    this.#module = module;
    this.#isDynamic = DYNAMIC_TEXT.test(module.textOf(module.tree.topNode));
  }

  finish(): ScopeTree {
    return {
      scopes: this.#stack.finish(),
      stars: this.#stars.slice(0, MOST_STARS),
      dead: this.#dead,
      changedAttributes: this.#changedAttributes,
      isDynamic: this.#isDynamic || this.#stars.length > MOST_STARS,
    };
  }

  /** False when what is in the node never runs. */
  enter(node: SyntaxNode): boolean {
    switch (node.name) {
      case "Body":
        return this.#enterBody(node);
      case "FunctionDefinition":
      case "ClassDefinition":
        this.#bind(
          node.getChild("VariableName"),
          node.name === "FunctionDefinition" ? { kind: "function", node } : UNKNOWN,
          node.to,
        );
        return true;
      case "LambdaExpression":
        this.#enterLambda(node);
        return true;
      case "IfStatement":
        for (const [from, reach] of readReaches(node, this.#module.textOf)) this.#reaches.set(from, reach);
        return true;
      case "ForStatement":
      case "WhileStatement":
        this.#scope.loops.push(node);
        this.#bindBetween(node);
        return true;
      case "ArgList":
        this.#enterArguments(node);
        return true;
      default:
        if (node.name.endsWith("ComprehensionExpression")) this.#enterComprehension(node);
        else this.#record(node);
        return true;
    }
  }

  leave(node: SyntaxNodeRef): void {
    this.#stack.leave(node);
  }

  get #scope(): OpenScope {
    return this.#stack.current;
  }

  #enterBody(node: SyntaxNode): boolean {
    const owner = node.parent;
    if (owner?.name === "FunctionDefinition") {
      this.#stack.openScope("function", node);
      this.#bindParameters(owner.getChild("ParamList"));
      this.#bindParameters(owner.getChild("TypeParamList"));
    } else if (owner?.name === "ClassDefinition") this.#stack.openScope("class", node);
    else if (owner?.name === "IfStatement") {
      const reach = this.#reaches.get(node.from) ?? "maybe";
      if (reach === "never") this.#dead.push({ from: node.from, to: node.to });
      if (reach === "maybe") this.#stack.openBlock(node);
      return reach !== "never";
    } else if (owner?.name === "TryStatement") this.#stack.openBlock(node, { at: owner.from, part: tryPartOf(node) });
    else this.#stack.openBlock(node);
    return true;
  }

  #enterLambda(node: SyntaxNode): void {
    // What a parameter defaults to is outside.
    this.#stack.openScope("function", node, node.lastChild?.from);
    this.#bindParameters(node.getChild("ParamList"));
  }

  #enterComprehension(node: SyntaxNode): void {
    this.#stack.openScope("comprehension", node);
    this.#bindBetween(node);
  }

  #enterArguments(node: SyntaxNode): void {
    // A generator can be an argument without brackets of its own.
    if (node.getChild("for")) this.#enterComprehension(node);
    for (const operator of node.getChildren("AssignOp")) {
      if (this.#module.textOf(operator) === ":=") this.#bindNamed(operator.prevSibling);
    }
  }

  #record(node: SyntaxNode): void {
    switch (node.name) {
      case "AssignStatement":
        this.#recordAssignment(node);
        break;
      case "UpdateStatement":
        this.#bind(node.firstChild, UNKNOWN, node.to);
        break;
      case "DeleteStatement":
        for (let child = node.firstChild; child; child = child.nextSibling) this.#bind(child, UNKNOWN, node.to);
        break;
      case "ScopeStatement":
        for (const child of node.getChildren("VariableName")) {
          this.#stack.addOuter(this.#module.textOf(child), UNKNOWN, node.to);
        }
        break;
      case "ImportStatement":
        this.#recordImport(node);
        break;
      case "NamedExpression":
        this.#bindNamed(node.firstChild);
        break;
      case "TypeDefinition":
        this.#bind(node.getChild("VariableName"), UNKNOWN, node.to);
        break;
      case "CapturePattern":
        this.#bind(node.firstChild, UNKNOWN, node.from);
        break;
      case "CallExpression":
        if (this.#isDynamicCall(node)) this.#isDynamic = true;
        break;
      default:
        this.#bindBetween(node);
    }
  }

  #isDynamicCall({ firstChild: callee, lastChild: list }: SyntaxNode): boolean {
    if (callee?.name !== "VariableName" || !DYNAMIC_CALLS.has(this.#module.textOf(callee))) return false;
    const [first] = list ? listChildren(list) : [];
    // What an object does with its own attributes is no concern of the names of the module.
    return first === undefined || !/^(?:self|cls)$/.test(this.#module.textOf(first));
  }

  #recordAssignment(node: SyntaxNode): void {
    const parts: SyntaxNode[] = [];
    for (let child = node.firstChild; child; child = child.nextSibling) {
      if (child.name !== "Comment" && child.name !== "TypeDef") parts.push(child);
    }
    const last = parts.findLastIndex(({ name }) => name === "AssignOp");
    // `name: type` alone gives no value, but makes the name one of the function.
    if (last === -1 && this.#scope.kind !== "function") return;
    const [value, ...more] = parts.slice(last + 1);
    const isPlain = last === 1 && value !== undefined && more.length === 0;
    const source: BindingSource = isPlain ? { kind: "value", value } : UNKNOWN;
    for (const target of last === -1 ? parts : parts.slice(0, last)) this.#bind(target, source, node.to);
  }

  #recordImport(node: SyntaxNode): void {
    const { names, star } = readImport(node, this.#module.textOf);
    if (star !== undefined) this.#stars.push({ path: star, from: node.to });
    for (const { name, path } of names) this.#stack.add(this.#scope, name, { kind: "import", path }, node.to);
  }

  #bindParameters(list: SyntaxNode | null): void {
    for (const child of list?.getChildren("VariableName") ?? []) this.#bind(child, UNKNOWN, this.#scope.from);
    for (const child of list?.getChildren("TypeParam") ?? []) {
      this.#bind(child.getChild("VariableName"), UNKNOWN, this.#scope.from);
    }
  }

  /** The targets of `for x, y in`, `with … as x`, `except … as x`. */
  #bindBetween(node: SyntaxNode): void {
    let isTarget = false;
    for (let child = node.firstChild; child; child = child.nextSibling) {
      if (child.name === "for" || child.name === "as") isTarget = true;
      else if (child.name === "in" || child.name === "Body" || (child.name === "," && node.name === "WithStatement")) {
        isTarget = false;
      } else if (isTarget) this.#bind(child, UNKNOWN, child.from);
    }
  }

  /** `name := value`, which a comprehension does outside of itself. */
  #bindNamed(target: SyntaxNode | null): void {
    if (target?.name !== "VariableName") return;
    let scope = this.#scope;
    while (scope.kind === "comprehension" && scope.parent) scope = scope.parent;
    this.#stack.add(scope, this.#module.textOf(target), UNKNOWN, target.from, true);
  }

  #bind(target: SyntaxNode | null, source: BindingSource, from: number, depth = 0): void {
    if (target?.name === "VariableName") this.#stack.add(this.#scope, this.#module.textOf(target), source, from);
    else if (target?.name === "MemberExpression") this.#recordAttribute(target);
    else if (target && /^(?:Tuple|Array|Parenthesized)/.test(target.name) && depth < DEEPEST_TARGET) {
      for (let child = target.firstChild; child; child = child.nextSibling) this.#bind(child, UNKNOWN, from, depth + 1);
    }
  }

  #recordAttribute(target: SyntaxNode): void {
    const { firstChild: owner, lastChild: property } = target;
    if (owner === null || property?.name !== "PropertyName") return;
    this.#changedAttributes.push({ owner, attribute: this.#module.textOf(property) });
  }
}

function tryPartOf(body: SyntaxNode): TryPart {
  for (let node = body.prevSibling; node; node = node.prevSibling) {
    if (node.name === "try" || node.name === "except") return node.name;
    if (node.name === "else" || node.name === "finally") return "other";
  }
  return "other";
}
