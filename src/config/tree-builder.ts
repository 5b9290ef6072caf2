import { isAlias, isMap, isScalar, isSeq, type Node, type Pair, type Scalar, type YAMLMap } from "yaml";
import type { SourcePosition } from "../errors.ts";
import type { Located, LocatedEntry, LocatedScalar } from "./located.ts";
import type { ProblemCode } from "./problem-catalogue.ts";
import { type Path, quote, type Report, shorten } from "./report.ts";
import { resolvePlainScalar } from "./yaml-scalar.ts";
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
  readonly #places: PlaceFinder;
  readonly #report: Report;
  /** Scalars that must not be shown. */
  readonly #secrets: ReadonlySet<Node>;
  readonly #anchors = new Map<string, Anchored | "open">();
  #built = 0;
  #aliased = 0;

  constructor(places: PlaceFinder, report: Report, secrets: ReadonlySet<Node>) {
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
    if (node.tag !== undefined && node.tag !== expectedTag && node.tag !== "!") return this.#refuseTag(node.tag, at);
    if (isMap(node)) return this.#buildMap(node, at, depth);
    if (!isSeq(node)) return emptyAt(at);
    const items = node.items.map((item) => this.build(item as Node | null, { depth: depth + 1, keyAt: at }));
    return { kind: "list", items, at };
  }

  #buildScalar(node: Scalar, at: SourcePosition): Located {
    const text = String(node.value ?? "");
    const written = node.source ?? text;
    const scalar = (value: ReturnType<typeof resolvePlainScalar>): LocatedScalar => ({
      kind: "scalar",
      ...value,
      written,
      at,
      ...(this.#secrets.has(node) && { secret: true }),
    });
    const tag = node.tag?.replace("tag:yaml.org,2002:", "!!");
    if (tag === "!!str" || tag === "!") return scalar({ type: "text", value: text });
    if (tag === undefined) {
      return scalar(node.type === "PLAIN" ? resolvePlainScalar(text) : { type: "text", value: text });
    }
    const resolved = resolvePlainScalar(text);
    return TYPES_OF_TAG.get(tag)?.includes(resolved.type) ? scalar(resolved) : this.#refuseTag(tag, at);
  }

  #buildMap(node: YAMLMap, at: SourcePosition, depth: number): Located {
    const own: LocatedEntry[] = [];
    const merged: LocatedEntry[] = [];
    for (const pair of node.items as Pair<Node | null, Node | null>[]) {
      const keyAt = this.#placeOf(pair.key, { depth, keyAt: at });
      const value = (): Located => this.build(pair.value, { depth: depth + 1, keyAt });
      if (isScalar(pair.key) && pair.key.type === "PLAIN" && pair.key.value === "<<") {
        merged.push(...this.#mergedEntries(value()));
        continue;
      }
      const key = this.#keyOf(pair.key, keyAt, depth);
      if (key !== undefined) own.push({ key, keyAt, value: value() });
    }
    this.#warnOfDuplicates(own);
    return { kind: "map", entries: lastOfEachKey([...merged, ...own]), at };
  }

  /** Of several merged mappings the first one wins, so it comes last. */
  #mergedEntries(value: Located): readonly LocatedEntry[] {
    const maps = value.kind === "list" ? value.items.toReversed() : [value];
    return maps.flatMap((map) => {
      if (map.kind === "map") return map.entries;
      this.#refuse(
        map.at,
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
    this.#refuse(at, "key-not-text", "A list or a mapping is used as a key.", "Write a text as the key.");
    return undefined;
  }

  #warnOfDuplicates(entries: readonly LocatedEntry[]): void {
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

  #refuseTag(tag: string, at: SourcePosition): Located {
    return this.#refuse(
      at,
      "unknown-tag",
      `The tag ${quote(tag)} does not fit here.`,
      "Write the value without a tag.",
    );
  }

  #refuse(at: SourcePosition, code: ProblemCode, message: string, hint: string): Located {
    this.#report.add(at, FILE_PATH, { code, message, hint });
    return emptyAt(at);
  }

  #placeOf(node: Node | null, { keyAt }: Context): SourcePosition {
    const isEmpty = node === null || (isScalar(node) && node.type === "PLAIN" && node.source === "");
    if (isEmpty && keyAt) return keyAt;
    return this.#places.at(node?.range?.[0] ?? 0);
  }
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
