import type { Located, LocatedScalar } from "./located.ts";
import type { ProblemCode } from "./problem-catalogue.ts";
import { describeValue, type Finding, nameOf, type Path, quote, shorten } from "./report.ts";
import type { Field, Schema } from "./schema.ts";
import { suggestName } from "./suggestion.ts";

/** A schema that says what it wants. */
type TypedSchema = Exclude<Schema, { readonly kind: "nullable" | "any" }>;

/** How each type is called, and the code of a problem with it. */
export const MISMATCH_OF: Record<TypedSchema["kind"], { readonly code: ProblemCode; readonly wanted: string }> = {
  text: { code: "not-text", wanted: "text" },
  integer: { code: "not-integer", wanted: "a whole number" },
  boolean: { code: "not-boolean", wanted: "true or false" },
  choice: { code: "not-a-choice", wanted: "one of the allowed values" },
  list: { code: "not-a-list", wanted: "a list" },
  map: { code: "not-a-mapping", wanted: "a mapping" },
  shape: { code: "not-a-mapping", wanted: "a mapping" },
  selector: { code: "not-a-mapping", wanted: "a mapping" },
  "text-or-shape": { code: "not-text", wanted: "text or a mapping" },
};

/** A key without a value where one is wanted. */
export function explainNull(path: Path, schema: TypedSchema, field: Field | undefined): Finding {
  const example = field?.example ? `, for example ${field.example}` : "";
  return {
    code: "no-value",
    message: `${nameOf(path)} has no value, but must be ${wantedOf(schema)}.`,
    hint: field?.required
      ? `Write a value${example}.`
      : `Write a value${example}, or remove ${typeof path.parts.at(-1) === "number" ? "the entry" : "the key"}.`,
  };
}

/** A value of another type than the schema's. */
export function explainMismatch(path: Path, schema: TypedSchema, node: Located, field: Field | undefined): Finding {
  const name = nameOf(path);
  const isSecret = schema.kind === "text" && schema.secret === true;
  const found = isSecret ? "of another type" : describeValue(node);
  return {
    code: MISMATCH_OF[schema.kind].code,
    message: `${name} is ${found}, but must be ${wantedOf(schema, node)}.`,
    hint: hintFor(name, schema, node, field, isSecret),
  };
}

/** A text that AWS has no name for, where it names all it takes. */
export function explainUnknownValue(path: Path, known: readonly string[], node: LocatedScalar): Finding {
  const suggestion = node.fromVariable === undefined ? suggestName(String(node.value), known) : undefined;
  return {
    code: "unknown-value",
    severity: "warning",
    message: `${nameOf(path)} is ${describeValue(node)}, which is none of the values the ECS API names; ECS may refuse it.`,
    hint: suggestion ? `Did you mean ${suggestion}?` : `Known values: ${known.join(", ")}.`,
  };
}

/** What the documentation writes where a user's own value belongs: `<Cluster Name>`. */
export function isPlaceholder(node: Located): boolean {
  return node.kind === "scalar" && node.type === "text" && /^<[^<>]+>$/.test(node.value) && !node.fromVariable;
}

function wantedOf(schema: TypedSchema, node?: Located): string {
  if (schema.kind === "choice") return schema.values.join(" or ");
  const isTooSmall = node?.kind === "scalar" && node.type === "integer";
  const atLeast = schema.kind === "integer" && isTooSmall ? ` of at least ${schema.minimum}` : "";
  return `${MISMATCH_OF[schema.kind].wanted}${atLeast}`;
}

function hintFor(
  name: string,
  schema: TypedSchema,
  node: Located,
  field: Field | undefined,
  isSecret: boolean,
): string {
  const key = name.replace(/\[\d+\]$/, "");
  const example = field?.example ? `Write for example ${field.example}.` : undefined;
  switch (schema.kind) {
    case "text":
      if (node.kind !== "scalar" || isSecret || (schema.tolerates === "integer" && node.type === "float")) {
        return example ?? `Write ${key} as text.`;
      }
      if (node.secret) return `Put quotes around it.`;
      return `Put quotes around it: ${key === name ? `${key}: ` : "- "}${quote(node.written)}.`;
    case "integer":
      if (node.kind === "scalar" && /^\d+(?:\.0*)?$/.test(node.written)) {
        return `Write it without quotes and decimals: ${key}: ${shorten(node.written.replace(/\..*/, ""))}.`;
      }
      return `Write a whole number: ${key}: ${node.kind === "scalar" ? (numberIn(node.written) ?? 1) : 1}.`;
    case "boolean":
      return `Write true or false, without quotes: ${key}: true.`;
    case "choice":
      return `Write ${schema.values.map((value) => `${key}: ${value}`).join(" or ")}.`;
    case "list":
      return example ?? `Write a list: each entry on a line of its own that starts with "- ".`;
    default:
      return example ?? `Write ${key} as a mapping: its keys on lines of their own, indented below it.`;
  }
}

/** Seconds in the units of time that people write; other units are those that are wanted, `50 GB` for example. */
const SECONDS: Readonly<Record<string, number>> = { m: 60, min: 60, minutes: 60, h: 3600, hours: 3600 };

function numberIn(text: string): number | undefined {
  const [, amount, unit = ""] = /^(\d{1,9})\s*([a-z]{1,8})$/i.exec(text) ?? [];
  return amount === undefined ? undefined : Number(amount) * (SECONDS[unit.toLowerCase()] ?? 1);
}
