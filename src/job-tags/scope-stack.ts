import type { SyntaxNode, SyntaxNodeRef } from "@lezer/common";
import type { Binding, BindingSource, Scope, Span } from "./python-scopes.ts";

/** The part of a `try` statement that a block is. */
export type TryPart = "try" | "except" | "other";

/** A scope that is being read. */
export interface OpenScope extends Scope {
  readonly parent: OpenScope | undefined;
  readonly bindings: Map<string, Binding[]>;
  readonly loops: Span[];
  /** Names that it says are another scope's: `global`, `nonlocal`. */
  readonly outer: Set<string>;
}

/** A node whose end has to be noticed, and what it began: a scope, or a block that need not run. */
interface Frame extends Span {
  readonly name: string;
  readonly scope?: OpenScope;
  readonly tried?: { readonly at: number; readonly part: TryPart };
}

/** The scopes and blocks around a place while a tree is walked through, and what each scope's names are bound to. */
export class ScopeStack {
  readonly #top = makeScope("module", { from: 0, to: Number.POSITIVE_INFINITY }, undefined);
  readonly #scopes: OpenScope[] = [];
  readonly #frames: Frame[] = [];

  get current(): OpenScope {
    return this.#frames.findLast(({ scope }) => scope !== undefined)?.scope ?? this.#top;
  }

  /** All scopes in the order of their starts, and the bindings of each in the order of their offsets. */
  finish(): readonly [Scope, ...Scope[]] {
    for (const scope of [this.#top, ...this.#scopes]) {
      for (const bindings of scope.bindings.values()) bindings.sort((left, right) => left.from - right.from);
    }
    return [this.#top, ...this.#scopes.sort((left, right) => left.from - right.from)];
  }

  openScope(kind: Scope["kind"], node: SyntaxNode, from = node.from): void {
    const scope = makeScope(kind, { from, to: node.to }, this.current);
    this.#scopes.push(scope);
    this.#frames.push({ name: node.name, from: node.from, to: node.to, scope });
  }

  /** A block that need not run when what is around it does. */
  openBlock({ name, from, to }: SyntaxNode, tried?: Frame["tried"]): void {
    this.#frames.push({ name, from, to, ...(tried && { tried }) });
  }

  leave({ name, from, to }: SyntaxNodeRef): void {
    const frame = this.#frames.at(-1);
    if (frame?.from === from && frame.to === to && frame.name === name) this.#frames.pop();
  }

  add(scope: OpenScope, name: string, source: BindingSource, from: number, isDeferred = false): void {
    if (scope.outer.has(name)) return;
    const inside = this.#frames.slice(this.#frames.findLastIndex((frame) => frame.scope === scope) + 1);
    const tried = inside.flatMap((frame) => frame.tried ?? []);
    const at = (part: TryPart) => tried.flatMap((one) => (one.part === part ? [one.at] : []));
    const isConditional = isDeferred || inside.length > 0;
    const binding = { source, from, isConditional, isDeferred, tries: at("try"), handles: at("except") };
    const bindings = scope.bindings.get(name);
    if (bindings) bindings.push(binding);
    else scope.bindings.set(name, [binding]);
  }

  /** Whoever says `global` or `nonlocal` can set the name at any time, in any scope around. */
  addOuter(name: string, source: BindingSource, from: number): void {
    const own = this.current;
    for (let scope = own.parent; scope; scope = scope.parent) this.add(scope, name, source, from, true);
    own.outer.add(name);
  }
}

function makeScope(kind: Scope["kind"], { from, to }: Span, parent: OpenScope | undefined): OpenScope {
  return { kind, from, to, parent, bindings: new Map(), loops: [], outer: new Set() };
}
