import { isAlias, isMap, isScalar, isSeq, type Node, type Pair, type Scalar, type YAMLMap } from "yaml";
import type { SourcePosition } from "../errors.ts";
import type { Located, LocatedEntry, LocatedScalar, ScalarValue } from "./located.ts";
import type { ProblemCode } from "./problem-catalogue.ts";
import { type Path, quote, type Report, shorten } from "./report.ts";
import { resolvePlainScalar } from "./yaml-scalar.ts";
import { findTagBefore, TEMPLATE_HINT } from "./yaml-syntax.ts";
import type { PlaceFinder } from "./yaml-text.ts";

/** No real configuration is nested like this; deeper files exhaust the stack. */
const MAX_DEPTH = 60;
/** How many values anchors may multiply into before the file is refused. */
const MAX_ALIASED_VALUES = 100_000;
const TYPES_OF_TAG: ReadonlyMap<string, readonly string[]> = new Map([
  ["!!int", ["integer"]],
  ["!!float", ["float", "integer"]],
  ["!!bool", ["boolean"]],
  ["!!null", ["null"]],
]);

/** The top of a file, for what is wrong with its text. */
export const FILE_PATH: Path = { root: "", parts: [] };

/** The text that was parsed, with what is known of it. */
export interface ParsedText {
  readonly text: string;
  readonly places: PlaceFinder;
  /** Scalars that must not be shown. */
  readonly secrets: ReadonlySet<Node>;
}

interface Context {
  readonly depth: number;
  /** Where to point when a value has no text of its own. */
  readonly keyAt?: SourcePosition;
}

interface Anchored {
  readonly value: Located;
  /** How many values it stands for. */
  readonly size: number;
}

/** Makes values with places of the nodes of a YAML document, as PyYAML would construct them. */
export class TreeBuilder {
  readonly #text: string;
  readonly #places: PlaceFinder;
  readonly #report: Report;
  /** Scalars that must not be shown. */
  readonly #secrets: ReadonlySet<Node>;
  readonly #anchors = new Map<string, Anchored | "open">();
  #built = 0;
  #aliased = 0;

  constructor({ places, text, secrets }: ParsedText, report: Report) {
    this.#text = text;
    this.#secrets = secrets;
    this.#places = places;
    this.#report = report;
  }

  build(node: Node | null, context: Context): Located {
    const at = this.#placeOf(node, context);
    if (node === null) return emptyAt(at);
    if (context.depth > MAX_DEPTH) {
      return this.#refuse(
        at,
        "yaml-too-deep",
        `Values are nested more than ${MAX_DEPTH} levels deep.`,
        "Flatten them.",
      );
    }
    if (isAlias(node)) return this.#follow(node.source, at);
    const anchor = (isScalar(node) || isMap(node) || isSeq(node)) && node.anchor;
    if (!anchor) return this.#buildValue(node, at, context);
    const before = this.#built + this.#aliased;
    this.#anchors.set(anchor, "open");
    const value = this.#buildValue(node, at, context);
    this.#anchors.set(anchor, { value, size: this.#built + this.#aliased - before });
    return value;
  }

  #buildValue(node: Node, at: SourcePosition, { depth }: Context): Located {
    this.#built += 1;
    if (isScalar(node)) return this.#buildScalar(node, at);
    const expectedTag = isMap(node) ? "tag:yaml.org,2002:map" : "tag:yaml.org,2002:seq";
    if (node.tag !== undefined && node.tag !== expectedTag && node.tag !== "!") return this.#refuseTag(node.tag, node);
    if (isMap(node)) return this.#buildMap(node, at, depth);
    if (!isSeq(node)) return emptyAt(at);
    const items = (node.items as (Node | null)[]).map((item) =>
      this.build(item, { depth: depth + 1, keyAt: this.#isMissing(item) ? this.#hyphenOf(item, at) : at }),
    );
    return { kind: "list", items, at };
  }

  #buildScalar(node: Scalar, at: SourcePosition): Located {
    const text = this.#contentOf(node);
    const { type } = node;
    const tag = node.tag?.replace("tag:yaml.org,2002:", "!!");
    if (tag === undefined && type === "PLAIN" && (text === "=" || text === "<<")) {
      return this.#refuse(
        at,
        "yaml-syntax",
        `A bare ${text} is no text in YAML 1.1, and Dagster's YAML reader fails on it.`,
        `Put quotes around it: "${text}".`,
      );
    }
    const value = resolveScalar(text, tag, type === "PLAIN");
    if (value === undefined) return this.#refuseTag(tag ?? "", node);
    const scalar: LocatedScalar = { kind: "scalar", ...value, written: node.source ?? text, at };
    return this.#secrets.has(node) ? { ...scalar, secret: true } : scalar;
  }

  /** At the end of a file without a line end, a block has none either; the parser adds one. */
  #contentOf({ value, type, range }: Scalar): string {
    const text = String(value ?? "");
    const isBlock = type === "BLOCK_LITERAL" || type === "BLOCK_FOLDED";
    const isCut = isBlock && range?.[1] === this.#text.length && !this.#text.endsWith("\n");
    return isCut ? text.replace(/\n$/, "") : text;
  }

  #buildMap(node: YAMLMap, at: SourcePosition, depth: number): Located {
    const own: LocatedEntry[] = [];
    const merged: LocatedEntry[] = [];
    for (const pair of node.items as Pair<Node | null, Node | null>[]) {
      const keyAt = this.#placeOf(pair.key, { depth, keyAt: at });
      const inside: Context = { depth: depth + 1, keyAt };
      if (isScalar(pair.key) && pair.key.type === "PLAIN" && pair.key.value === "<<") {
        const value = this.build(pair.value, inside);
        for (const entry of this.#mergedEntries(value, pair.value)) merged.push(entry);
        continue;
      }
      const start = pair.key?.range?.[0];
      if (!node.flow && start !== undefined && this.#isMissing(pair.key) && this.#text[start] === ":") {
        this.#refuse(
          this.#places.at(start),
          "yaml-syntax",
          "This is not valid YAML: no key stands before a colon.",
          "Write the key.",
        );
        continue;
      }
      const key = this.#keyOf(pair.key, keyAt, depth);
      if (key !== undefined) own.push({ key, keyAt, value: this.build(pair.value, inside) });
    }
    const hasDuplicates = this.#warnOfDuplicates(own);
    const entries = hasDuplicates || merged.length > 0 ? lastOfEachKey([...merged, ...own]) : own;
    return { kind: "map", entries, at };
  }

  /** Of several merged mappings the first one wins, so it comes last. */
  #mergedEntries(value: Located, node: Node | null): readonly LocatedEntry[] {
    const maps =
      value.kind === "list" ? value.items.map((map, index) => ({ map, index })) : [{ map: value, index: -1 }];
    return maps.toReversed().flatMap(({ map, index }) => {
      if (map.kind === "map") return map.entries;
      // What an alias stands for may be right where it is.
      const own = index === -1 ? node : isSeq(node) ? (node.items[index] as Node) : null;
      this.#refuse(
        isAlias(own) ? this.#places.at(own.range?.[0] ?? 0) : map.at,
        "merge-key-without-mapping",
        '"<<" merges mappings, and this is none.',
        'Write an alias of a mapping behind it, for example "<<: *base".',
      );
      return [];
    });
  }

  #keyOf(node: Node | null, at: SourcePosition, depth: number): string | undefined {
    const key = this.build(node, { depth: depth + 1, keyAt: at });
    if (key.kind === "scalar") return key.type === "text" ? key.value : String(key.value);
    const start = node?.range?.[0] ?? 0;
    const isTemplate = this.#text.slice(start - 1, start + 1) === "{{";
    this.#refuse(
      at,
      "key-not-text",
      isTemplate
        ? "{{ begins a mapping that is a key, or a template's variable."
        : "A list or a mapping is used as a key.",
      isTemplate ? TEMPLATE_HINT : "Write a text as the key.",
    );
    return undefined;
  }

  #warnOfDuplicates(entries: readonly LocatedEntry[]): boolean {
    const first = new Map<string, LocatedEntry>();
    for (const entry of entries) {
      const earlier = first.get(entry.key);
      if (earlier) {
        this.#report.add(entry.keyAt, FILE_PATH, {
          code: "duplicate-key",
          severity: "warning",
          message: `The key ${quote(entry.key)} is already on line ${earlier.keyAt.line} of this mapping; the last one is used.`,
          hint: "Remove one of the two.",
        });
      }
      first.set(entry.key, entry);
    }
    return first.size < entries.length;
  }

  #follow(anchor: string, at: SourcePosition): Located {
    const target = this.#anchors.get(anchor);
    if (target === undefined || target === "open") {
      const what = target === "open" ? "contains itself" : "is not defined above this line";
      return this.#refuse(
        at,
        "unknown-alias",
        `The alias *${shorten(anchor)} ${what}.`,
        `Define it with "&${shorten(anchor)}" before.`,
      );
    }
    const wasTooMany = this.#aliased > MAX_ALIASED_VALUES;
    this.#aliased += target.size;
    if (this.#aliased <= MAX_ALIASED_VALUES) return target.value;
    if (wasTooMany) return emptyAt(at);
    return this.#refuse(
      at,
      "too-many-aliases",
      `Aliases multiply the file into more than ${MAX_ALIASED_VALUES} values.`,
      "Use fewer aliases of aliases.",
    );
  }

  /** Points at the tag, as the value behind it is fine. */
  #refuseTag(tag: string, node: Node): Located {
    const start = node.range?.[0] ?? 0;
    return this.#refuse(
      this.#places.at(findTagBefore(this.#text, start) ?? start),
      "unknown-tag",
      `The tag ${quote(tag)} does not fit here.`,
      "Write the value without a tag.",
    );
  }

  #refuse(at: SourcePosition, code: ProblemCode, message: string, hint: string): Located {
    this.#report.add(at, FILE_PATH, { code, message, hint });
    return emptyAt(at);
  }

  #isMissing(node: Node | null): boolean {
    return (
      node === null || (isScalar(node) && node.type === "PLAIN" && node.source === "" && !node.anchor && !node.tag)
    );
  }

  /** Where an entry without a value begins; the list itself where that has no hyphens. */
  #hyphenOf(entry: Node | null, list: SourcePosition): SourcePosition {
    const before = this.#text.slice(0, entry?.range?.[0] ?? 0).trimEnd();
    return before.endsWith("-") ? this.#places.at(before.length - 1) : list;
  }

  #placeOf(node: Node | null, { keyAt }: Context): SourcePosition {
    const isEmpty = node === null || (isScalar(node) && node.type === "PLAIN" && node.source === "");
    if (isEmpty && keyAt) return keyAt;
    return this.#places.at(node?.range?.[0] ?? 0);
  }
}

/** Undefined for a value that is not of the type its tag says. */
function resolveScalar(text: string, tag: string | undefined, isPlain: boolean): ScalarValue | undefined {
  if (tag === "!!str" || tag === "!" || (tag === undefined && !isPlain)) return { type: "text", value: text };
  const resolved = resolvePlainScalar(text);
  return tag === undefined || TYPES_OF_TAG.get(tag)?.includes(resolved.type) ? resolved : undefined;
}

function emptyAt(at: SourcePosition): LocatedScalar {
  return { kind: "scalar", type: "null", value: null, written: "", at };
}

/** Later entries win, at the position of the first: what a Python dict makes of repeated keys. */
function lastOfEachKey(entries: readonly LocatedEntry[]): readonly LocatedEntry[] {
  const byKey = new Map<string, LocatedEntry>();
  for (const entry of entries) byKey.set(entry.key, entry);
  return [...byKey.values()];
}
