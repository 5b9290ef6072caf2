import type { SyntaxNode } from "@lezer/common";
import { countUpTo } from "./ascending.ts";

/** Where a name gets its meaning from. */
export type BindingSource =
  /** An import: what is imported, in full (`dagster.job`); a relative one begins with a dot. */
  | { readonly kind: "import"; readonly path: string }
  /** The only value of a plain assignment. */
  | { readonly kind: "value"; readonly value: SyntaxNode }
  /** A function, with its decorators. */
  | { readonly kind: "function"; readonly node: SyntaxNode }
  /** A parameter, a loop variable, a class, something deleted: nothing is known of what the name means. */
  | { readonly kind: "unknown" };

/** One place that gives a name a meaning. */
export interface Binding {
  readonly source: BindingSource;
  /** The offset from which on it holds, for code that runs in the order it is written in. */
  readonly from: number;
  /** Whether its scope can run without it: it is in a branch, a loop, a `try`, or in a function that sets it outside. */
  readonly isConditional: boolean;
  /** Whether nobody knows when it happens: another function does it. */
  readonly isDeferred: boolean;
  /** The offsets of the `try` statements that it is tried in, and of those that it handles the failure of. */
  readonly tries: readonly number[];
  readonly handles: readonly number[];
}

/** `from … import *`, which can give any name another meaning. */
export interface StarImport {
  readonly path: string;
  readonly from: number;
}

/** From an offset to another, which is not in it. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/** An attribute that is set or deleted: `dagster.job = …`. */
export interface ChangedAttribute {
  /** What has it, as written. */
  readonly owner: SyntaxNode;
  readonly attribute: string;
}

/** A part of the file with names of its own. */
export interface Scope extends Span {
  readonly kind: "module" | "function" | "class" | "comprehension";
  readonly parent: Scope | undefined;
  /** By name, in the order of their offsets. */
  readonly bindings: ReadonlyMap<string, readonly Binding[]>;
  readonly loops: readonly Span[];
}

/** What a name can mean at a place. */
export interface Meaning {
  /** The scope whose name it is; the module for a name that nobody gives a meaning. */
  readonly scope: Scope;
  /** Those that can hold there; none for a built-in name, or what a star import brings. */
  readonly bindings: readonly Binding[];
  /** The star imports that can hold there too. */
  readonly stars: readonly StarImport[];
}

/** The scopes of a module and what is known of the module as a whole. */
export interface ScopeTree {
  /** In the order of their starts. The first is the module. */
  readonly scopes: readonly [Scope, ...Scope[]];
  readonly stars: readonly StarImport[];
  /** Code that never runs when Dagster imports the module, in order: `if TYPE_CHECKING:`, `if __name__ == "__main__":`. */
  readonly dead: readonly Span[];
  readonly changedAttributes: readonly ChangedAttribute[];
  /** Whether it has code that changes names by text: `exec`, `globals`. */
  readonly isDynamic: boolean;
}

/** More meanings of one name, or more loops, than a person writes; looking through them again and again takes long. */
const MANY = 200;
const ANYTHING: Binding = {
  source: { kind: "unknown" },
  from: 0,
  isConditional: true,
  isDeferred: true,
  tries: [],
  handles: [],
};

/** What a name means at an offset, by Python's rules of scope and by the order of the statements. */
export function findMeaning(tree: ScopeTree, name: string, offset: number): Meaning {
  const start = innermostScope(tree.scopes, offset);
  let isLater = false;
  for (let scope = start; ; scope = scope.parent) {
    // The names of a class are not seen in its methods.
    const own = scope.kind !== "class" || scope === start ? scope.bindings.get(name) : undefined;
    const at = isLater ? undefined : offset;
    if (scope.parent === undefined) return choose(scope, own ?? [], tree.stars, at);
    const meaning = own && choose(scope, own, [], at);
    // A class uses what is around it until it has the name itself.
    if (meaning && scope.kind !== "class") return meaning;
    if (meaning && meaning.bindings.length > 0) return isSure(meaning) ? meaning : { ...meaning, bindings: [ANYTHING] };
    // A function runs at a time of its own, and so does a generator.
    if (scope.kind !== "class") isLater = true;
  }
}

function isSure({ bindings }: Meaning): boolean {
  return bindings.some(({ isConditional }) => !isConditional);
}

/** Whether an offset is in code that never runs on import. */
export function isDeadCode(tree: ScopeTree, offset: number): boolean {
  const before = tree.dead[countUpTo(tree.dead, offset, ({ from }) => from) - 1];
  return before !== undefined && offset < before.to;
}

/** The bindings that can hold at an offset of the same scope; at any time when there is no offset. */
function choose(
  scope: Scope,
  all: readonly Binding[],
  allStars: readonly StarImport[],
  place: number | undefined,
): Meaning {
  const offset = scope.loops.length > MANY ? undefined : place;
  const candidates = all.length > MANY ? [ANYTHING] : withoutFallbacks(all);
  if (offset === undefined) return { scope, bindings: candidates, stars: starsOver(candidates, allStars) };
  const loops = scope.loops.filter((loop) => isIn(loop, offset));
  const isAgain = ({ from }: { readonly from: number }) => loops.some((loop) => loop.from <= from && from <= loop.to);
  const last = candidates.findLastIndex(({ isConditional, from }) => !isConditional && from <= offset);
  const bindings = candidates.filter(
    (binding, index) => binding.isDeferred || isAgain(binding) || (index >= last && binding.from <= offset),
  );
  const stars = allStars.filter((star) => star.from <= offset || isAgain(star));
  return { scope, bindings, stars: starsOver(bindings, stars) };
}

/** A star import before what certainly binds the name has no say. */
function starsOver(bindings: readonly Binding[], stars: readonly StarImport[]): readonly StarImport[] {
  const sure = bindings.find(({ isConditional }) => !isConditional);
  return sure ? stars.filter(({ from }) => from >= sure.from) : stars;
}

/** `except ImportError: job = None` is for where there is no Dagster. */
function withoutFallbacks(bindings: readonly Binding[]): readonly Binding[] {
  const tried = bindings.flatMap(({ source, tries }) => (isDagster(source) ? tries : []));
  return tried.length === 0 ? bindings : bindings.filter(({ handles }) => !handles.some((at) => tried.includes(at)));
}

function isDagster(source: BindingSource): boolean {
  return source.kind === "import" && /^dagster(?:\.|$)/.test(source.path);
}

function isIn({ from, to }: Span, offset: number): boolean {
  return from <= offset && offset < to;
}

function innermostScope(scopes: ScopeTree["scopes"], offset: number): Scope {
  let scope = scopes[countUpTo(scopes, offset, ({ from }) => from) - 1] ?? scopes[0];
  while (offset >= scope.to && scope.parent) scope = scope.parent;
  return scope;
}
