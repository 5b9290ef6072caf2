import type { SyntaxNode } from "@lezer/common";
import type { SourcePosition } from "../errors.ts";
import { findConstants } from "./constants.ts";
import { calleeOf, type DagsterCall, findDagsterCall } from "./dagster-calls.ts";
import { type DefinitionKind, TAGGED_DEFINITIONS, type TagRole } from "./definitions.ts";
import { type PythonModule, parsePython } from "./python-module.ts";
import { isOfDagster, readNames } from "./python-names.ts";
import { type Arguments, splitArguments } from "./python-syntax.ts";
import type { PythonValue } from "./python-value.ts";
import type { KnownModule } from "./read-values.ts";
import { type ExpressionReader, makeExpressionReader } from "./tag-dictionary.ts";

/** A text of the checkout. */
export interface PythonFile {
  readonly path: string;
  readonly text: string;
}

/** A tag that has to do with ECS, and where its key and value are written. */
export interface JobTag {
  readonly key: string;
  readonly value: PythonValue;
  readonly keyPosition: SourcePosition;
  readonly valuePosition: SourcePosition;
}

/** The tags that one Dagster definition is given by one keyword. */
export interface JobTags {
  readonly kind: DefinitionKind;
  /** As Dagster knows it when that is written; else the function or the variable. */
  readonly name: string;
  readonly keyword: string;
  readonly role: TagRole;
  readonly tags: readonly JobTag[];
  /** Whether it may have more tags than can be seen without running the code. */
  readonly isPartial: boolean;
  /** Whether it is sure that Dagster is given these tags. Without that nothing about them is an error. */
  readonly isCertain: boolean;
}

interface Reading extends KnownModule {
  readonly expressions: ExpressionReader;
  readonly found: JobTags[];
}

/** How far to look around a call for the variable it is assigned to. */
const NEAR = 6;
const KEYWORDS: ReadonlySet<string> = new Set(
  [...TAGGED_DEFINITIONS.values()].flatMap(({ keywords }) => Object.keys(keywords)),
);

/**
 * The literal tags for ECS that a Python file gives to its Dagster definitions, in the order of the file. Takes any
 * text and never throws; what is not literal is left out or has an unknown value.
 */
export function readJobTags(file: PythonFile): readonly JobTags[] {
  // Most files have none, and parsing takes a while.
  if (!/ecs[/._:-]/i.test(file.text)) return [];
  const module = parsePython(file.path, file.text);
  const lists = module ? listTagged(module) : [];
  // Finding out what names mean goes through the whole file.
  if (module === undefined || lists.length === 0) return [];
  const names = readNames(module);
  const known = { module, names, constants: findConstants(module, names) };
  const reading: Reading = { ...known, expressions: makeExpressionReader(known), found: [] };
  for (const { list, enclosing } of lists) readArguments(reading, list, enclosing);
  return reading.found;
}

interface TaggedList {
  readonly list: SyntaxNode;
  /** The function around it. */
  readonly enclosing: string | undefined;
}

/** The argument lists that have a keyword for tags. */
function listTagged(module: PythonModule): readonly TaggedList[] {
  const lists = new Map<number, TaggedList>();
  const functions: string[] = [];
  module.tree.iterate({
    enter: (ref) => {
      if (ref.name === "FunctionDefinition") functions.push(nameIn(module, ref.node) ?? "");
      if (ref.name !== "VariableName" || ref.to - ref.from > 8 || !KEYWORDS.has(module.textOf(ref))) return;
      const { parent: list, nextSibling: after } = ref.node;
      const isKeyword = list?.name === "ArgList" && after?.name === "AssignOp";
      if (isKeyword) lists.set(list.from, { list, enclosing: functions.at(-1) });
    },
    leave: (node) => {
      if (node.name === "FunctionDefinition") functions.pop();
    },
  });
  return [...lists.values()].sort((left, right) => left.list.from - right.list.from);
}

function readArguments(reading: Reading, list: SyntaxNode, enclosing: string | undefined): void {
  const { module } = reading;
  const call = module.hasErrorIn(list) ? undefined : findDagsterCall(module, reading.names, list);
  const owner = list.parent;
  if (!call || !owner) return;
  if (owner.name === "Decorator") {
    const decorated = owner.parent?.lastChild;
    readTags(reading, call, list, () => (decorated ? nameIn(module, decorated) : undefined));
    return;
  }
  readTags(reading, call, list, () => {
    const variable = variableOf(module, owner);
    return call.definition.kind === "run request" ? (enclosing ?? variable) : (variable ?? enclosing);
  });
}

function readTags(reading: Reading, call: DagsterCall, list: SyntaxNode, nearName: () => string | undefined): void {
  const { module, expressions, found } = reading;
  const { kind, keywords } = call.definition;
  const given = splitArguments(module, list);
  const isCertain = call.isCertain && !module.hasErrors && !dependsOnRest(reading, call, given);
  for (const [keyword, role] of Object.entries(keywords)) {
    const node = given.keywords.get(keyword);
    if (!node) continue;
    const { entries, isPartial } = expressions.readDictionary(node);
    if (entries.size === 0) continue;
    const fate = kind === "job" ? fateOfJobTags(reading, given, keyword) : undefined;
    found.push({
      kind,
      name: writtenName(reading, kind, given) ?? nearName() ?? "",
      keyword,
      role: fate?.role ?? role,
      tags: [...entries.values()].map(({ key, value, keyOffset, valueOffset }) => ({
        key,
        value,
        keyPosition: module.positionOf(keyOffset),
        valuePosition: module.positionOf(valueOffset),
      })),
      isPartial: isPartial || call.isOnGraph || fate?.isPartial === true,
      isCertain,
    });
  }
}

/**
 * With `run_tags` of its own, a job's `tags` are labels. Whether they are below the `run_tags` nevertheless, as those
 * of a graph are, is not certain for every release.
 */
function fateOfJobTags(
  { expressions }: Reading,
  { keywords }: Arguments,
  keyword: string,
): Pick<JobTags, "isPartial"> & { readonly role: TagRole } {
  const other = keywords.get(keyword === "tags" ? "run_tags" : "tags");
  if (other === undefined || other.name === "None") return { role: "run", isPartial: false };
  if (keyword === "tags")
    return { role: other.name === "DictionaryExpression" ? "label" : "uncertain", isPartial: false };
  const { entries, isPartial } = expressions.readDictionary(other);
  return { role: "run", isPartial: isPartial || entries.size > 0 };
}

/** Whether another argument, or one that cannot be seen, can take the tags away or put others in their place. */
function dependsOnRest(reading: Reading, { definition: { kind } }: DagsterCall, given: Arguments): boolean {
  if (kind !== "job" && kind !== "schedule") return false;
  if (given.spreads.length > 0) return true;
  const { keywords } = given;
  if (kind === "schedule") return keywords.has("execution_fn") || keywords.has("tags_fn");
  const config = keywords.get("config");
  return config !== undefined && canBePartitioned(reading, config);
}

/** A partitioned configuration can give each partition's runs tags of their own, over those of the job. */
function canBePartitioned(reading: Reading, config: SyntaxNode, depth = 0): boolean {
  const { module, names, constants } = reading;
  switch (config.name) {
    case "None":
    case "DictionaryExpression":
      return false;
    case "CallExpression": {
      const list = config.lastChild;
      const callee = list?.name === "ArgList" ? calleeOf(module, list) : undefined;
      const thing = callee && names.findImport(callee);
      return !thing?.isCertain || !isOfDagster(thing.path) || !thing.path.endsWith(".RunConfig");
    }
    case "VariableName": {
      const constant = constants.find(module.textOf(config), config.from);
      return !constant || depth > 0 || canBePartitioned(reading, constant.value, depth + 1);
    }
    default:
      return true;
  }
}

/** The name that Dagster is given: by `name=`, or first. A run request has none, only the job's. */
function writtenName({ expressions }: Reading, kind: DefinitionKind, given: Arguments): string | undefined {
  if (kind === "run request") return undefined;
  const node = given.keywords.get("name") ?? given.positional[0];
  const value = node && expressions.readValue(node);
  return value?.type === "text" ? value.value : undefined;
}

function nameIn(module: PythonModule, node: SyntaxNode): string | undefined {
  const name = node.getChild("VariableName");
  return name ? module.textOf(name) : undefined;
}

function variableOf(module: PythonModule, call: SyntaxNode): string | undefined {
  let node: SyntaxNode | null = call.parent;
  for (let step = 0; node && step < NEAR; step += 1, node = node.parent) {
    if (node.name === "AssignStatement") return nameIn(module, node);
    if (node.name === "Body" || node.name === "LambdaExpression") return undefined;
  }
  return undefined;
}
