import type { SyntaxNode } from "@lezer/common";
import { METHODS, TAGGED_DEFINITIONS, type TaggedDefinition } from "./definitions.ts";
import { listChildren, type PythonModule } from "./python-module.ts";
import { type DottedName, isOfDagster, type PythonNames, readDottedName } from "./python-names.ts";
import type { Binding } from "./python-scopes.ts";

/** A call of something of Dagster's that takes tags. */
export interface DagsterCall {
  readonly definition: TaggedDefinition;
  /** Whether the name can be nothing but Dagster's. */
  readonly isCertain: boolean;
  /** Whether the tags of a graph, which are not known, can be below those of the call. */
  readonly isOnGraph: boolean;
}

/** A graph is not made by a method of a thing that is made by a method. */
const MOST_METHODS = 3;

/** What an argument list belongs to; undefined when its name does not mean something of Dagster's. */
export function findDagsterCall(
  module: PythonModule,
  names: PythonNames,
  list: SyntaxNode,
  depth = 0,
): DagsterCall | undefined {
  const callee = calleeOf(module, list);
  if (callee === undefined || names.isDead(list.from)) return undefined;
  const thing = names.findImport(callee);
  if (thing === undefined) return findMethodCall(module, names, callee, depth);
  const definition = findDefinition(thing.path);
  if (definition === undefined) return undefined;
  return { definition, isCertain: thing.isCertain, isOnGraph: definition.graph === true };
}

/** Whether a call is one of Dagster's, whatever it is for. */
export function isCallOfDagster(module: PythonModule, names: PythonNames, list: SyntaxNode): boolean {
  const callee = calleeOf(module, list);
  if (callee === undefined) return false;
  const thing = names.findImport(callee);
  if (thing === undefined) return findMethodCall(module, names, callee, 0) !== undefined;
  return thing.isCertain && (isOfDagster(thing.path) || findDefinition(thing.path) !== undefined);
}

/** The dotted name before an argument list, in a call or after `@`; undefined for any other expression. */
export function calleeOf(module: PythonModule, list: SyntaxNode): DottedName | undefined {
  const owner = list.parent;
  if (owner?.name === "CallExpression") return owner.firstChild ? readDottedName(module, owner.firstChild) : undefined;
  return owner?.name === "Decorator" ? readDecoratorName(module, owner) : undefined;
}

function readDecoratorName(module: PythonModule, decorator: SyntaxNode): DottedName | undefined {
  const parts = decorator.getChildren("VariableName");
  return parts[0] && { parts: parts.map((part) => module.textOf(part)), offset: parts[0].from };
}

/** By the full name; Dagster's own modules are written in small letters. */
function findDefinition(path: string): TaggedDefinition | undefined {
  const [, library, name = ""] = /^(\w+)(?:\.[a-z_][a-z0-9_]*)*\.(\w+)$/.exec(path) ?? [];
  const definition = TAGGED_DEFINITIONS.get(name);
  return definition && library === (definition.library ?? "dagster") ? definition : undefined;
}

/** `g.to_job(…)`, where `g` is certainly a graph of Dagster's. */
function findMethodCall(
  module: PythonModule,
  names: PythonNames,
  callee: DottedName,
  depth: number,
): DagsterCall | undefined {
  const [receiver = "", method = "", ...more] = callee.parts;
  const of = METHODS.get(method);
  const isMethod = of !== undefined && more.length === 0 && depth < MOST_METHODS;
  const binding = isMethod ? names.findOnly(receiver, callee.offset) : undefined;
  if (!of || !binding) return undefined;
  const maker = makerOf(module, names, binding, depth);
  if (maker === undefined || maker.kind !== of.receiver) return undefined;
  return { definition: of.definition, isCertain: true, isOnGraph: maker.hasTags };
}

/** What makes the thing that a name is bound to: a decorator, or the call that returns it. */
function makerOf(
  module: PythonModule,
  names: PythonNames,
  { source }: Binding,
  depth: number,
): { readonly kind: TaggedDefinition["kind"]; readonly hasTags: boolean } | undefined {
  if (source.kind === "value") {
    const list = source.value.name === "CallExpression" ? source.value.lastChild : null;
    const call = list?.name === "ArgList" ? findDagsterCall(module, names, list, depth + 1) : undefined;
    return call?.isCertain ? { kind: call.definition.kind, hasTags: true } : undefined;
  }
  if (source.kind !== "function") return undefined;
  const decorators = source.node.parent?.getChildren("Decorator") ?? [];
  // What a decorator above makes of it is not known.
  const [only, ...others] = decorators;
  const name = only && others.length === 0 ? readDecoratorName(module, only) : undefined;
  const thing = name && names.findImport(name);
  const definition = thing?.isCertain ? findDefinition(thing.path) : undefined;
  return definition && only && { kind: definition.kind, hasTags: mayHaveTags(module, only) };
}

function mayHaveTags(module: PythonModule, decorator: SyntaxNode): boolean {
  const list = decorator.getChild("ArgList");
  return list !== null && listChildren(list).some((child) => child.name === "**" || module.textOf(child) === "tags");
}
