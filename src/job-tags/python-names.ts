import type { SyntaxNode } from "@lezer/common";
import type { PythonModule } from "./python-module.ts";
import { type Binding, findMeaning, isDeadCode, type Meaning, type ScopeTree } from "./python-scopes.ts";
import { readScopes } from "./read-scopes.ts";

/** A name that is written with dots, such as `dagster.job`, and where its first part is. */
export interface DottedName {
  readonly parts: readonly string[];
  readonly offset: number;
}

/** What a dotted name stands for. */
export interface ImportedThing {
  /** In full: `dagster.job`. */
  readonly path: string;
  /** Whether nothing in the file can have given the name another meaning that cannot be seen. */
  readonly isCertain: boolean;
}

/** What the names of a module mean, as far as that is sure without running it. */
export interface PythonNames {
  readonly scopes: ScopeTree;
  findMeaning(name: string, offset: number): Meaning;
  /** What a name is imported as, also under another name; undefined for what is not imported, or not always. */
  findImport(name: DottedName): ImportedThing | undefined;
  /** Whether it is the function that Python itself has under this name. */
  isBuiltin(name: string, offset: number): boolean;
  /** The only thing that a name can mean at an offset; undefined when there may be others. */
  findOnly(name: string, offset: number): Binding | undefined;
  /** Whether an offset is in code that does not run when Dagster imports the module. */
  isDead(offset: number): boolean;
}

/** A name for a name for a name: nobody goes further. */
const MOST_ALIASES = 5;
/** Longer than any chain of modules. */
const MOST_PARTS = 10;

export function readNames(module: PythonModule): PythonNames {
  const scopes = readScopes(module);
  const finder = new ImportFinder(module, scopes);
  return {
    scopes,
    findMeaning: (name, offset) => findMeaning(scopes, name, offset),
    findImport: (name) => finder.find(name),
    isBuiltin(name, offset) {
      const { bindings, stars } = findMeaning(scopes, name, offset);
      return bindings.length === 0 && stars.every(({ path }) => isOfDagster(path)) && !scopes.isDynamic;
    },
    findOnly(name, offset) {
      const { bindings, stars, scope } = findMeaning(scopes, name, offset);
      const [only, ...others] = bindings;
      const isOnly = others.length === 0 && stars.length === 0 && scope.bindings.get(name)?.length === 1;
      return only && isOnly && !only.isConditional && !scopes.isDynamic ? only : undefined;
    },
    isDead: (offset) => isDeadCode(scopes, offset),
  };
}

/** The parts of `a.b.c`; undefined for any other expression. */
export function readDottedName(module: PythonModule, node: SyntaxNode): DottedName | undefined {
  const parts: string[] = [];
  let base: SyntaxNode | null = node;
  while (base?.name === "MemberExpression" && parts.length < MOST_PARTS) {
    if (base.lastChild?.name !== "PropertyName") return undefined;
    parts.push(module.textOf(base.lastChild));
    base = base.firstChild;
  }
  if (base?.name !== "VariableName") return undefined;
  return { parts: [module.textOf(base), ...parts.reverse()], offset: base.from };
}

/** Whether a module or something in it is Dagster's own; packages such as `dagster_aws` are not meant. */
export function isOfDagster(path: string): boolean {
  return /^dagster(?:\.|$)/.test(path);
}

class ImportFinder {
  readonly #module: PythonModule;
  readonly #scopes: ScopeTree;
  #replaced: ReadonlySet<string> | undefined;

  constructor(module: PythonModule, scopes: ScopeTree) {
    this.#module = module;
    this.#scopes = scopes;
  }

  find(name: DottedName): ImportedThing | undefined {
    const thing = this.#resolve(name, 0);
    if (thing === undefined || !isOfDagster(thing.path)) return thing;
    this.#replaced ??= this.#findReplaced();
    return this.#replaced.has(lastOf(thing.path)) ? undefined : thing;
  }

  /** `dagster.job = …` makes something else of it, in this file and in others. */
  #findReplaced(): ReadonlySet<string> {
    const replaced = this.#scopes.changedAttributes.filter(({ owner }) => {
      const name = readDottedName(this.#module, owner);
      const thing = name && this.#resolve(name, 0);
      return thing !== undefined && isOfDagster(thing.path);
    });
    return new Set(replaced.map(({ attribute }) => attribute));
  }

  #resolve({ parts, offset }: DottedName, depth: number): ImportedThing | undefined {
    const [name = "", ...attributes] = parts;
    const { bindings, stars } = findMeaning(this.#scopes, name, offset);
    const foreign = stars.filter(({ path }) => !isOfDagster(path));
    const found = bindings.map((binding) => this.#resolveBinding(binding, depth));
    if (bindings.length === 0 && stars.length > foreign.length) {
      found.push({ path: `dagster.${name}`, isCertain: true });
    }
    const [first] = found;
    if (!first || found.some((one) => one === undefined || !isSame(one.path, first.path))) return undefined;
    const isCertain = found.every((one) => one?.isCertain) && foreign.length === 0 && !this.#scopes.isDynamic;
    return { path: [first.path, ...attributes].join("."), isCertain };
  }

  #resolveBinding({ source }: Binding, depth: number): ImportedThing | undefined {
    if (source.kind === "import") return { path: source.path, isCertain: true };
    if (source.kind !== "value" || depth >= MOST_ALIASES) return undefined;
    const name = readDottedName(this.#module, source.value);
    return name && this.#resolve(name, depth + 1);
  }
}

/** Dagster has its things in several of its modules. */
function isSame(left: string, right: string): boolean {
  return left === right || (isOfDagster(left) && isOfDagster(right) && lastOf(left) === lastOf(right));
}

function lastOf(path: string): string {
  return path.slice(path.lastIndexOf(".") + 1);
}
