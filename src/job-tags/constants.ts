import type { SyntaxNode } from "@lezer/common";
import { countUpTo } from "./ascending.ts";
import { keepsValue, type Use } from "./constant-uses.ts";
import { makeHolders } from "./holders.ts";
import type { PythonModule } from "./python-module.ts";
import type { PythonNames } from "./python-names.ts";
import type { Scope } from "./python-scopes.ts";

/** A name that is given a value once. */
export interface Constant {
  /** The expression of its value. */
  readonly value: SyntaxNode;
  /** Whether nothing in the file can change what the value holds. What cannot change anyway need not ask. */
  isUnchanged(): boolean;
}

/** The constants of a module, as far as that is sure without running it. */
export interface Constants {
  /** What a name is at an offset: set once, whatever happens, and nothing else there. Undefined for any other name. */
  find(name: string, offset: number): Constant | undefined;
}

/** A constant for a constant for a constant: nobody goes further. */
const MOST_ALIASES = 5;

export function findConstants(module: PythonModule, names: PythonNames): Constants {
  const known = new Map<SyntaxNode, boolean>();
  const holders = makeHolders(module, names);
  let changed: ReadonlySet<string> | undefined;
  let places: ReadonlyMap<string, readonly number[]> | undefined;
  const isUnchanged = (name: string, scope: Scope, value: SyntaxNode, depth: number): boolean => {
    // Anybody can reach into a class, and into a module that is another name.
    if (scope.kind === "class" || depth > MOST_ALIASES || isSetFromOutside(name)) return false;
    places ??= placesOfNames(module);
    const holdsOthers = holders.mayHoldOthers(value);
    const all = places.get(name) ?? [];
    const inside = all.slice(countUpTo(all, scope.from - 1, Number), countUpTo(all, scope.to - 1, Number));
    return inside.every((offset) => {
      const user = names.findMeaning(name, offset).scope;
      // A class that has the name later uses this one before.
      if (user !== scope && user.kind !== "class") return true;
      const node = module.tree.resolveInner(offset, 1);
      return isKept(keepsValue(module, names, node, holdsOthers), depth);
    });
  };
  const isKept = (use: Use, depth: number): boolean => {
    if (use.kind !== "alias") return use.kind === "safe";
    return use.names.every((target) => {
      const name = module.textOf(target);
      const { scope } = names.findMeaning(name, target.from);
      const [only, ...others] = scope.bindings.get(name) ?? [];
      if (only?.source.kind !== "value" || others.length > 0) return false;
      return isUnchanged(name, scope, use.value, depth + 1);
    });
  };
  const isSetFromOutside = (name: string) => {
    changed ??= new Set(names.scopes.changedAttributes.map(({ attribute }) => attribute));
    return changed.has(name);
  };
  return {
    find(name, offset) {
      const source = names.findOnly(name, offset)?.source;
      if (source?.kind !== "value") return undefined;
      const { value } = source;
      return {
        value,
        isUnchanged() {
          const before = known.get(value);
          if (before !== undefined) return before;
          known.set(value, false);
          const unchanged = isUnchanged(name, names.findMeaning(name, offset).scope, value, 0);
          known.set(value, unchanged);
          return unchanged;
        },
      };
    },
  };
}

function placesOfNames(module: PythonModule): ReadonlyMap<string, readonly number[]> {
  const places = new Map<string, number[]>();
  module.tree.iterate({
    enter: (node) => {
      if (node.name !== "VariableName") return;
      const name = module.textOf(node);
      const known = places.get(name);
      if (known) known.push(node.from);
      else places.set(name, [node.from]);
    },
  });
  return places;
}
