import type { SyntaxNode, SyntaxNodeRef } from "@lezer/common";
import type { SourcePosition } from "../errors.ts";
import { type DefinitionKind, TAGGED_DEFINITIONS, type TaggedDefinition, type TagRole } from "./definitions.ts";
import { findConstants } from "./module-constants.ts";
import { type PythonModule, parsePython } from "./python-module.ts";
import type { PythonValue } from "./python-value.ts";
import { type ExpressionReader, makeExpressionReader, splitArguments } from "./tag-dictionary.ts";

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
}

interface Reading {
  readonly module: PythonModule;
  readonly expressions: ExpressionReader;
  /** What has tags, by the name that the file calls it. */
  readonly calls: ReadonlyMap<string, TaggedDefinition>;
  readonly found: JobTags[];
}

/** How far to look around a call for the variable it is assigned to. */
const NEAR = 6;

/**
 * The literal tags for ECS that a Python file gives to its Dagster definitions, in the order of the file. Takes any
 * text and never throws; what is not literal is left out or has an unknown value.
 */
export function readJobTags(file: PythonFile): readonly JobTags[] {
  // Most files have none, and parsing takes a while.
  if (!/ecs[/._:-]/i.test(file.text)) return [];
  const module = parsePython(file.path, file.text);
  if (module === undefined) return [];
  const reading: Reading = {
    module,
    expressions: makeExpressionReader(module, findConstants(module)),
    calls: callsOf(readImportedNames(file.text), readForeignNames(file.text)),
    found: [],
  };
  const functions: string[] = [];
  module.tree.iterate({
    enter: (node) => {
      if (node.name === "FunctionDefinition") functions.push(nameIn(module, node.node) ?? "");
      else if (node.name === "ArgList") readArguments(reading, node, functions.at(-1));
    },
    leave: (node) => {
      if (node.name === "FunctionDefinition") functions.pop();
    },
  });
  return reading.found;
}

/** What `from dagster import job as dagster_job` calls things, each with Dagster's own name. */
function readImportedNames(text: string): ReadonlyMap<string, string> {
  const imports = text.matchAll(/^[ \t]*from[ \t]+dagster[\w.]*[ \t]+import[ \t]+(?:\(([^)]*)\)|(.*))/gm);
  const names = [...imports].flatMap(([, inside = "", line = ""]) => [
    ...`${inside}${line}`.matchAll(/(\w+)[ \t]+as[ \t]+(\w+)/g),
  ]);
  return new Map(names.map(([, original = "", name = ""]) => [name, original]));
}

/** Names that this file defines itself or imports from elsewhere: `job` is Dagster's only where nobody else's is. */
function readForeignNames(text: string): ReadonlySet<string> {
  const defined = text.matchAll(/^[ \t]*(?:async[ \t]+)?(?:def|class)[ \t]+(\w+)/gm);
  const imports = text.matchAll(/^[ \t]*from[ \t]+(?!dagster)[\w.]+[ \t]+import[ \t]+(?:\(([^)]*)\)|(.*))/gm);
  const imported = [...imports].flatMap(([, inside = "", line = ""]) => [...`${inside}${line}`.matchAll(/(\w+)/g)]);
  return new Set([...defined, ...imported].map(([, name = ""]) => name));
}

function callsOf(
  imported: ReadonlyMap<string, string>,
  foreign: ReadonlySet<string>,
): ReadonlyMap<string, TaggedDefinition> {
  const calls = new Map([...TAGGED_DEFINITIONS].filter(([name]) => !foreign.has(name)));
  for (const [name, original] of imported) {
    const definition = TAGGED_DEFINITIONS.get(original);
    if (definition) calls.set(name, definition);
  }
  return calls;
}

function readArguments(reading: Reading, list: SyntaxNodeRef, enclosing: string | undefined): void {
  const { module, calls } = reading;
  // Most calls are of something else; the word before the bracket tells without building a node.
  const definition = calls.get(module.wordBefore(list.from));
  if (!definition) return;
  const node = list.node;
  const owner = node.parent;
  if (owner?.name === "Decorator") {
    const decorated = owner.parent?.lastChild;
    readTags(reading, definition, node, () => (decorated ? nameIn(module, decorated) : undefined));
  } else if (owner?.name === "CallExpression") {
    readTags(reading, definition, node, () => {
      const variable = variableOf(module, owner);
      return definition.kind === "run request" ? (enclosing ?? variable) : (variable ?? enclosing);
    });
  }
}

function readTags(
  reading: Reading,
  { kind, keywords }: TaggedDefinition,
  list: SyntaxNode,
  nearName: () => string | undefined,
): void {
  const { module, expressions, found } = reading;
  const given = splitArguments(module, list);
  const runTags = given.keywords.get("run_tags");
  for (const [keyword, role] of Object.entries(keywords)) {
    const node = given.keywords.get(keyword);
    // With `run_tags` of its own, a job's `tags` are labels.
    const hasRunTags = kind === "job" && keyword === "tags" && runTags !== undefined && runTags.name !== "None";
    if (!node || module.hasErrorIn(list)) continue;
    const { entries, isPartial } = expressions.readDictionary(node);
    if (entries.size === 0) continue;
    const tags = [...entries.values()].map(({ key, value, keyOffset, valueOffset }) => ({
      key,
      value,
      keyPosition: module.positionOf(keyOffset),
      valuePosition: module.positionOf(valueOffset),
    }));
    const name = writtenName(reading, kind, given) ?? nearName() ?? "";
    found.push({ kind, name, keyword, role: hasRunTags ? "label" : role, tags, isPartial });
  }
}

/** The name that Dagster is given: by `name=`, or first. A run request has none, only the job's. */
function writtenName(
  { expressions }: Reading,
  kind: DefinitionKind,
  given: ReturnType<typeof splitArguments>,
): string | undefined {
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
