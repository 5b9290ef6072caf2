import type { SourcePosition } from "../errors.ts";
import type { Located } from "./located.ts";
import type { Finding, Report } from "./report.ts";
import type { VariableSources } from "./variable-sources.ts";

/**
 * The types Dagster's configuration is made of, as data: the check reads them, and so can a generator of
 * documentation. `source` means that `{env: NAME}` is allowed in place of the value.
 */
export type Schema =
  | TextSchema
  | IntegerSchema
  | BooleanSchema
  | { readonly kind: "choice"; readonly values: readonly string[] }
  | { readonly kind: "list"; readonly items: Schema; readonly minimumLength?: number }
  | { readonly kind: "map"; readonly values: Schema }
  | ShapeSchema
  | SelectorSchema
  | { readonly kind: "nullable"; readonly inner: Schema }
  | { readonly kind: "text-or-shape"; readonly text: TextSchema; readonly shape: ShapeSchema }
  | { readonly kind: "any" };

export interface TextSchema {
  readonly kind: "text";
  readonly source?: boolean;
  /**
   * What is taken as text although Dagster refuses it, with a warning: whole numbers, or any number or
   * boolean.
   */
  readonly tolerates?: "integer" | "scalar";
  readonly nonEmpty?: boolean;
  readonly maximumLength?: number;
  /** The values AWS has names for. Others get a warning: AWS may know more than the installed SDK. */
  readonly known?: readonly string[];
  /** The value is never named in a message. */
  readonly secret?: boolean;
}

export interface IntegerSchema {
  readonly kind: "integer";
  readonly source?: boolean;
  readonly minimum?: number;
}

export interface BooleanSchema {
  readonly kind: "boolean";
  readonly source?: boolean;
}

/** A mapping with exactly one of these keys. */
export interface SelectorSchema {
  readonly kind: "selector";
  readonly fields: Fields;
  readonly misplaced?: Readonly<Record<string, string>>;
}

export interface ShapeSchema {
  readonly kind: "shape";
  readonly fields: Fields;
  /** What happens to keys that are not in `fields`. */
  readonly unknown: "refuse" | "warn" | "keep";
  /** Keys people write here that belong elsewhere, with what to do. */
  readonly misplaced?: Readonly<Record<string, string>>;
  /** The keys of a name and its value, where people write `name: value` instead. */
  readonly pair?: readonly [name: string, value: string];
}

export interface Fields {
  readonly [key: string]: Field;
}

export interface Field {
  readonly schema: Schema;
  /** One line for documentation. */
  readonly description: string;
  readonly required?: boolean;
  /** A line to copy, shown where the value has the wrong form. */
  readonly example?: string;
  /** No value counts as no key, with a warning. `keeps`: it stays in the document, as the agent has it there. */
  readonly ignoresNull?: boolean | "keeps";
  /** Always reported when the key is there: it is refused, or has no effect. */
  readonly notice?: Finding;
  /** Checks beyond the type. They also see values of a wrong type, which the type check reports. */
  readonly rules?: readonly Rule[];
}

/** What a check needs to know beside schema and value. */
export interface CheckScope extends VariableSources {
  readonly report: Report;
  readonly unresolved: "error" | "warning";
  /** `location "etl"` or `the deployment`. */
  readonly subject: string;
  /**
   * The value will be merged over or under another: nothing is missing yet, no variable is looked up and no
   * rule applies.
   */
  readonly isPartial?: boolean;
  /** `<Cluster Name>` is what the documentation has where a value belongs. */
  readonly refusesPlaceholders?: boolean;
}

/** A check of one value beyond its type. */
export type Rule = (value: Located, scope: RuleScope) => void;

export interface RuleScope extends VariableSources {
  /** Reports at a node or, with `part`, at a value inside the one that is checked. */
  report(node: Located | SourcePosition, finding: Finding, ...part: readonly (string | number)[]): void;
  /** How much a variable matters that is not set. */
  readonly unresolved: "error" | "warning";
  /** Who asks, in the words of a message: `location "etl"`. */
  readonly subject: string;
}

export const text: TextSchema = { kind: "text" };
export const textSource: TextSchema = { kind: "text", source: true };
export const integer: IntegerSchema = { kind: "integer" };
export const integerSource: IntegerSchema = { kind: "integer", source: true, minimum: 0 };
export const boolean: BooleanSchema = { kind: "boolean" };
export const booleanSource: BooleanSchema = { kind: "boolean", source: true };
export const any: Schema = { kind: "any" };

export function listOf(items: Schema): Schema {
  return { kind: "list", items };
}

/** A mapping from names of the user's own. */
export function mapOf(values: Schema): Schema {
  return { kind: "map", values };
}

export function nullable(inner: Schema): Schema {
  return { kind: "nullable", inner };
}

/** A mapping with these keys and no others. */
export function shape(fields: Fields, misplaced?: Readonly<Record<string, string>>): ShapeSchema {
  return { kind: "shape", fields, unknown: "refuse", ...(misplaced && { misplaced }) };
}

/** A mapping where other keys are none of our business. */
export function permissive(fields: Fields): ShapeSchema {
  return { kind: "shape", fields, unknown: "keep" };
}
