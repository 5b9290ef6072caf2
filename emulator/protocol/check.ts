import type { Shape, StructureShape } from "./shapes.ts";

/** What is wrong with a message, before a service has given it an error code. */
export type ShapeFault =
  | { readonly kind: "type"; readonly message: string; readonly path: string }
  | { readonly kind: "unknown"; readonly member: string; readonly path: string }
  | { readonly kind: "missing"; readonly member: string; readonly path: string };

/**
 * The first thing in `value` that does not fit `shape`, or undefined.
 * `null` counts as absent, as it does for the AWS JSON services.
 */
export function findShapeFault(shape: Shape, value: unknown, path = ""): ShapeFault | undefined {
  switch (shape.kind) {
    case "document":
      return undefined;
    case "unit":
      return undefined;
    case "string":
    case "blob":
      return expectType(typeof value === "string", "String", value, path);
    case "number":
      return expectType(typeof value === "number", "Integer", value, path);
    case "timestamp":
      return expectType(typeof value === "number" || value instanceof Date, "Timestamp", value, path);
    case "boolean":
      return expectType(typeof value === "boolean", "Boolean", value, path);
    case "list":
      return findListFault(shape, value, path);
    case "map":
      return findMapFault(shape, value, path);
    case "structure":
      return findStructureFault(shape, value, path);
  }
}

function findListFault(shape: Extract<Shape, { kind: "list" }>, value: unknown, path: string): ShapeFault | undefined {
  if (!Array.isArray(value)) {
    return { kind: "type", message: "Unexpected field type", path };
  }
  const member = shape.member().shape;
  for (const [index, item] of value.entries()) {
    const fault = findShapeFault(member, item, `${path}[${index}]`);
    if (fault !== undefined) {
      return fault;
    }
  }
  return undefined;
}

function findMapFault(shape: Extract<Shape, { kind: "map" }>, value: unknown, path: string): ShapeFault | undefined {
  if (!isRecord(value)) {
    return { kind: "type", message: "Unexpected field type", path };
  }
  const member = shape.value().shape;
  for (const [key, item] of Object.entries(value)) {
    const fault = findShapeFault(member, item, `${path}.${key}`);
    if (fault !== undefined) {
      return fault;
    }
  }
  return undefined;
}

function findStructureFault(shape: StructureShape, value: unknown, path: string): ShapeFault | undefined {
  if (!isRecord(value)) {
    return { kind: "type", message: "Unexpected field type", path };
  }
  for (const [key, item] of Object.entries(value)) {
    const member = shape.members.get(key);
    const inner = path === "" ? key : `${path}.${key}`;
    if (member === undefined) {
      return { kind: "unknown", member: key, path: inner };
    }
    if (item === null || item === undefined) {
      continue;
    }
    const fault = findShapeFault(member().shape, item, inner);
    if (fault !== undefined) {
      return fault;
    }
  }
  for (const name of shape.required) {
    if (value[name] === undefined || value[name] === null) {
      return { kind: "missing", member: name, path };
    }
  }
  return undefined;
}

function expectType(fits: boolean, wanted: string, value: unknown, path: string): ShapeFault | undefined {
  if (fits) {
    return undefined;
  }
  const message =
    typeof value === "object"
      ? "Start of structure or list found where not expected."
      : `${describeToken(value)} can not be converted to a${/^[AEIOU]/.test(wanted) ? "n" : ""} ${wanted}`;
  return { kind: "type", message, path };
}

function describeToken(value: unknown): string {
  switch (typeof value) {
    case "number":
      return "NUMBER_VALUE";
    case "boolean":
      return value === true ? "TRUE_VALUE" : "FALSE_VALUE";
    default:
      return "STRING_VALUE";
  }
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value) && !(value instanceof Date);
}
