import { isJsonObject, type JsonObject, type JsonValue } from "../model/json.ts";
import { compareCodePoints } from "../model/text-order.ts";
import { canonicalJson } from "../normalize/canonical-json.ts";

/** One difference between two trees, with its values as they are: they may have to be hidden before they are shown. */
export interface LeafChange {
  readonly path: readonly string[];
  readonly change: "added" | "removed" | "changed";
  readonly before?: JsonValue;
  readonly after?: JsonValue;
}

/** The path as people read it. Not reversible: keys may hold dots. */
export function dottedPath(path: readonly string[]): string {
  return path.join(".");
}

/**
 * The differences between two trees, leaf by leaf, sorted by path. Objects are compared key by key (an empty one is a
 * leaf), lists as a whole.
 */
export function diffTrees(
  before: JsonValue | undefined,
  after: JsonValue | undefined,
  path: readonly string[] = [],
): readonly LeafChange[] {
  if (before === undefined && after === undefined) return [];
  const children = childrenOf(before, after);
  if (children !== undefined) {
    return Object.keys({ ...children.before, ...children.after })
      .toSorted(compareCodePoints)
      .flatMap((key) => diffTrees(memberOf(children.before, key), memberOf(children.after, key), [...path, key]));
  }
  if (before === undefined && after !== undefined) return [{ path, change: "added", after }];
  if (before !== undefined && after === undefined) return [{ path, change: "removed", before }];
  if (before === undefined || after === undefined || canonicalJson(before) === canonicalJson(after)) return [];
  return [{ path, change: "changed", before, after }];
}

/** The objects to go down into; undefined when this is a leaf on one side or on both. */
function childrenOf(
  before: JsonValue | undefined,
  after: JsonValue | undefined,
): { before: JsonObject; after: JsonObject } | undefined {
  if ((before !== undefined && !isJsonObject(before)) || (after !== undefined && !isJsonObject(after)))
    return undefined;
  const objects = { before: before ?? {}, after: after ?? {} };
  const oneSided = before === undefined || after === undefined;
  // What is added or removed whole and holds nothing has no leaf below that could tell.
  const holdsNothing = Object.keys(objects.before).length + Object.keys(objects.after).length === 0;
  return oneSided && holdsNothing ? undefined : objects;
}

function memberOf(parent: JsonObject, key: string): JsonValue | undefined {
  return Object.hasOwn(parent, key) ? parent[key] : undefined;
}
