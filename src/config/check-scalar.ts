import type { LocatedScalar } from "./located.ts";
import { explainUnknownValue } from "./mismatch.ts";
import { describeValue, type Finding, nameOf, type Path, quote, quoteValue, shorten } from "./report.ts";
import type { CheckScope, Schema, TextSchema } from "./schema.ts";

/** The types of values that are no lists and no mappings. */
export type ScalarSchema = Extract<Schema, { kind: "text" | "integer" | "boolean" | "choice" }>;

/** The value when it is what the schema wants, corrected where a wrong spelling is tolerated. */
export function readScalar(
  schema: ScalarSchema,
  node: LocatedScalar,
  path: Path,
  scope: CheckScope,
): LocatedScalar | undefined {
  switch (schema.kind) {
    case "text":
      return node.type === "text" ? checkText(schema, node, path, scope) : tolerate(schema, node, path, scope);
    case "integer":
      if (node.type !== "integer" || (schema.minimum !== undefined && node.value < schema.minimum)) return undefined;
      tellNotation(node, path, scope);
      return node;
    case "boolean":
      return node.type === "boolean" ? node : undefined;
    case "choice":
      return node.type === "text" && schema.values.includes(node.value) ? node : undefined;
  }
}

function checkText(schema: TextSchema, node: LocatedScalar, path: Path, scope: CheckScope): LocatedScalar {
  const length = String(node.value).length;
  if (schema.nonEmpty && length === 0) {
    tell(node, path, scope, {
      code: "empty-text",
      message: `${nameOf(path)} is empty.`,
      hint: `Write a value for ${nameOf(path)}.`,
    });
  }
  if (schema.maximumLength !== undefined && length > schema.maximumLength) {
    const message = `${nameOf(path)} has ${length} characters; at most ${schema.maximumLength} are allowed.`;
    tell(node, path, scope, { code: "text-too-long", message, hint: "Write a shorter text." });
  }
  if (schema.known && !schema.known.includes(String(node.value))) {
    tell(node, path, scope, explainUnknownValue(path, schema.known, node));
  }
  return node;
}

/** Takes a number or a boolean for the text that was meant, with a warning. */
function tolerate(schema: TextSchema, node: LocatedScalar, path: Path, scope: CheckScope): LocatedScalar | undefined {
  const isNumber = node.type === "integer" || (node.type === "float" && schema.tolerates === "scalar");
  const isBoolean = node.type === "boolean" && schema.tolerates === "scalar";
  if (schema.tolerates === undefined || !(isNumber || isBoolean)) return undefined;
  // A number in another notation means its value; a decimal fraction is taken as it is written.
  const value = node.type === "float" ? node.written : String(node.value);
  const text: LocatedScalar = { ...node, type: "text", value };
  const name = nameOf(path);
  tell(node, path, scope, {
    code: isBoolean ? "boolean-as-text" : "number-as-text",
    severity: "warning",
    message: `${name} is ${describeValue(node)} where Dagster wants text; ${quoteValue(text)} is used.`,
    hint: hintForQuotes(name.replace(/\[\d+\]$/, ""), node, text),
  });
  return text;
}

function hintForQuotes(key: string, node: LocatedScalar, text: LocatedScalar): string {
  const plain = decimalReading(node);
  return plain === undefined || plain === text.value
    ? `Put quotes around it: ${key}: ${quoteValue(text)}.`
    : `Put quotes around what is meant: ${key}: ${quote(plain)} or ${key}: ${quoteValue(text)}.`;
}

/** What a person reads where YAML reads an octal number: 10 for 010. */
function decimalReading({ written }: LocatedScalar): string | undefined {
  return /^0+[0-7]+$/.test(written) ? written.replace(/^0+(?=.)/, "") : undefined;
}

/** YAML 1.1 has octal numbers that look like decimal ones, and numbers in sixties that look like times. */
function tellNotation(node: LocatedScalar & { readonly type: "integer" }, path: Path, scope: CheckScope): void {
  const plain = decimalReading(node);
  const isOther = plain === undefined ? node.written.includes(":") : plain !== String(node.value);
  if (!isOther) return;
  const name = nameOf(path);
  tell(node, path, scope, {
    code: "number-notation",
    severity: "warning",
    message: `${name} is ${shorten(node.written)}, which YAML reads as ${node.value}.`,
    hint: `Write ${name}: ${node.value}${plain === undefined ? "" : `, or ${shorten(plain)} if that is meant`}.`,
  });
}

function tell(node: LocatedScalar, path: Path, scope: CheckScope, finding: Finding): void {
  scope.report.add(node.at, path, finding);
}
