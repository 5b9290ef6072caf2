import type { SourcePosition } from "../errors.ts";
import type { JsonObject, JsonValue } from "../model/json.ts";

/**
 * A YAML value that remembers where it is written. It keeps its place through anchors, merge keys and the
 * `defaults` merge, so that a problem always points at the text a person can change.
 */
export type Located = LocatedScalar | LocatedList | LocatedMap;

/** What PyYAML makes of a scalar; `date` stands for its dates and timestamps, with the text as written. */
export type ScalarValue =
  | { readonly type: "text"; readonly value: string }
  | { readonly type: "date"; readonly value: string }
  | { readonly type: "integer"; readonly value: number }
  | { readonly type: "float"; readonly value: number }
  | { readonly type: "boolean"; readonly value: boolean }
  | { readonly type: "null"; readonly value: null };

export type LocatedScalar = ScalarValue & {
  readonly kind: "scalar";
  /** As the file has it, without quotes. */
  readonly written: string;
  readonly at: SourcePosition;
  /** Set when the file says `{env: NAME}` and this is the value of that variable: not to be shown. */
  readonly fromVariable?: string;
  /** Looks like a secret, by the name it stands under: not to be shown. */
  readonly secret?: boolean;
  /** The variable of `{env: NAME}` is not set. */
  readonly unresolved?: boolean;
};

export interface LocatedList {
  readonly kind: "list";
  readonly items: readonly Located[];
  readonly at: SourcePosition;
}

export interface LocatedMap {
  readonly kind: "map";
  /** Keys are unique. A key that is not text carries what JSON would make of it. */
  readonly entries: readonly LocatedEntry[];
  readonly at: SourcePosition;
}

export interface LocatedEntry {
  readonly key: string;
  readonly keyAt: SourcePosition;
  readonly value: Located;
}

/** The value under a key of a mapping; undefined for anything that is not a mapping. */
export function getValue(node: Located | undefined, key: string): Located | undefined {
  return entryOf(node, key)?.value;
}

/** The entry of a key of a mapping; undefined for anything that is not a mapping. */
export function entryOf(node: Located | undefined, key: string): LocatedEntry | undefined {
  return node?.kind === "map" ? node.entries.find((entry) => entry.key === key) : undefined;
}

/** The text of a text scalar. */
export function textOf(node: Located | undefined): string | undefined {
  return node?.kind === "scalar" && node.type === "text" ? node.value : undefined;
}

export function isNull(node: Located | undefined): boolean {
  return node?.kind === "scalar" && node.type === "null";
}

/**
 * The value without its places. `written` gives `{env: NAME}` back as the file has it; `resolved` gives the
 * variable's value.
 */
export function toJson(node: Located, view: "written" | "resolved"): JsonValue {
  switch (node.kind) {
    case "scalar":
      if (node.fromVariable === undefined) return node.value;
      if (view === "written") return { env: node.fromVariable };
      return node.unresolved ? unresolvedText(node.fromVariable) : node.value;
    case "list":
      return node.items.map((item) => toJson(item, view));
    case "map":
      return toJsonObject(node, view);
  }
}

/** Stands for a variable that is not set, where that is only a warning: then nothing is deployed. */
export function unresolvedText(variable: string): string {
  return `\${${variable}}`;
}

export function toJsonObject(node: LocatedMap, view: "written" | "resolved"): JsonObject {
  return Object.fromEntries(node.entries.map(({ key, value }) => [key, toJson(value, view)]));
}
