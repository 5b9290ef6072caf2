import { isRecord } from "../protocol/check.ts";
import { resolveSchema, type Schema } from "./openapi.ts";

/** What stands for an address or a time nobody gave. */
const PLACEHOLDERS: Readonly<Record<string, string>> = {
  uri: "https://api.github.com/emulated",
  "date-time": "2026-01-01T00:00:00Z",
};

/**
 * A value with everything GitHub's description requires: what the emulator has something to say of as given, the rest
 * empty. Throws for a member that the description does not have.
 */
export function complete(schema: Schema, given: unknown, path = ""): unknown {
  const resolved = resolveSchema(schema);
  const { allOf, anyOf, oneOf, type } = resolved;
  const [only] = Array.isArray(allOf) ? (allOf as Schema[]) : [];
  if (only !== undefined) return given === null ? null : complete(only, given, path);
  if (given === null || (given === undefined && resolved.nullable === true)) return null;
  const choices = anyOf ?? oneOf;
  if (Array.isArray(choices)) {
    const [first = {}] = choices as Schema[];
    return given === undefined || isRecord(given) ? complete(first, given, path) : given;
  }
  if (type === "array") {
    return Array.isArray(given)
      ? given.map((item, index) => complete((resolved.items ?? {}) as Schema, item, `${path}/${index}`))
      : [];
  }
  if (type === "object" && resolved.properties !== undefined) return completeObject(resolved, given, path);
  return given ?? emptyValue(resolved);
}

function completeObject(schema: Schema, given: unknown, path: string): Record<string, unknown> {
  const properties = schema.properties as Readonly<Record<string, Schema>>;
  const values = isRecord(given) ? given : {};
  const unknown = Object.keys(values).filter((name) => !(name in properties));
  if (unknown.length > 0) throw new Error(`GitHub's description has no ${path}/${unknown[0]}`);
  const required = (schema.required ?? []) as readonly string[];
  const names = Object.keys(properties).filter((name) => name in values || required.includes(name));
  return Object.fromEntries(
    names.map((name) => [name, complete(properties[name] ?? {}, values[name], `${path}/${name}`)]),
  );
}

function emptyValue({ enum: values, format, type, default: fallback }: Schema): unknown {
  if (fallback !== undefined) return fallback;
  if (Array.isArray(values)) return values[0];
  switch (type) {
    case "string":
      return PLACEHOLDERS[String(format)] ?? "";
    case "integer":
    case "number":
      return 0;
    case "boolean":
      return false;
    default:
      return {};
  }
}
