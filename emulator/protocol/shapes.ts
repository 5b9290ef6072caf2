/**
 * Reads the runtime schemas the AWS SDK clients export (plain nested arrays) into shapes.
 *
 * Tuple layout, from `@smithy/types` static schemas: `[0, ns, name, traits, ref]` simple,
 * `[1, ns, name, traits, member]` list, `[2, ns, name, traits, key, value]` map,
 * `[3 | 4 | -3, ns, name, traits, memberNames, memberRefs, requiredCount?]` structure, union, error,
 * `[9, ns, name, traits, input, output]` operation. The required members come first in a structure.
 */

/** How a member is named on the wire of the XML protocols. */
export interface WireNames {
  readonly xmlName?: string;
  readonly ec2QueryName?: string;
  readonly flattened: boolean;
}

export interface Member extends WireNames {
  readonly shape: Shape;
}

export interface StructureShape {
  readonly kind: "structure";
  readonly name: string;
  readonly members: ReadonlyMap<string, () => Member>;
  readonly required: ReadonlySet<string>;
  readonly union: boolean;
}

export type Shape =
  | {
      readonly kind: "string" | "number" | "boolean" | "timestamp" | "blob" | "document" | "unit";
    }
  | { readonly kind: "list"; readonly member: () => Member }
  | { readonly kind: "map"; readonly value: () => Member }
  | StructureShape;

export interface OperationShape {
  readonly name: string;
  readonly input: Shape;
  readonly output: Shape;
}

const LIST_BIT = 64;
const MAP_BIT = 128;
const shapeCache = new WeakMap<object, Shape>();

/** The shape behind a schema reference: a number, a tuple, a function that returns one, or a `[ref, traits]` pair. */
export function readShape(reference: unknown): Shape {
  return readMember(reference).shape;
}

/** As {@link readShape}, keeping the wire names that a `[ref, traits]` pair adds. */
export function readMember(reference: unknown): Member {
  let ref: unknown = reference;
  let names: WireNames = { flattened: false };
  while (true) {
    if (typeof ref === "function") {
      ref = (ref as () => unknown)();
    } else if (Array.isArray(ref) && ref.length === 2) {
      names = mergeNames(names, ref[1]);
      ref = ref[0];
    } else {
      break;
    }
  }
  return { shape: readPlain(ref), ...names };
}

function readPlain(ref: unknown): Shape {
  if (typeof ref === "number") {
    return readNumbered(ref);
  }
  if (ref === "unit") {
    return { kind: "unit" };
  }
  if (!Array.isArray(ref)) {
    throw new Error(`unknown schema reference ${String(ref)}`);
  }
  const known = shapeCache.get(ref);
  if (known !== undefined) {
    return known;
  }
  const shape = readTuple(ref);
  shapeCache.set(ref, shape);
  return shape;
}

function readNumbered(code: number): Shape {
  if (code >= MAP_BIT) {
    return { kind: "map", value: () => readMember(code & 63) };
  }
  if (code >= LIST_BIT) {
    return { kind: "list", member: () => readMember(code & 63) };
  }
  switch (code) {
    case 0:
      return { kind: "string" };
    case 1:
    case 17:
    case 19:
      return { kind: "number" };
    case 2:
      return { kind: "boolean" };
    case 4:
    case 5:
    case 6:
    case 7:
      return { kind: "timestamp" };
    case 21:
    case 42:
      return { kind: "blob" };
    default:
      return { kind: "document" };
  }
}

function readTuple(tuple: readonly unknown[]): Shape {
  switch (tuple[0]) {
    case 0:
      return readShape(tuple[4]);
    case 1:
      return { kind: "list", member: () => readMember(tuple[4]) };
    case 2:
      return { kind: "map", value: () => readMember(tuple[5]) };
    default: {
      const names = tuple[4] as readonly string[];
      const refs = tuple[5] as readonly unknown[];
      const requiredCount = typeof tuple[6] === "number" ? tuple[6] : 0;
      return {
        kind: "structure",
        name: String(tuple[2]),
        members: new Map(names.map((name, index) => [name, () => readMember(refs[index])])),
        required: new Set(names.slice(0, requiredCount)),
        union: tuple[0] === 4,
      };
    }
  }
}

function mergeNames(names: WireNames, traits: unknown): WireNames {
  if (typeof traits !== "object" || traits === null) {
    return names;
  }
  const bag = traits as Record<string, unknown>;
  return {
    ...names,
    ...(typeof bag.xmlName === "string" ? { xmlName: bag.xmlName } : {}),
    ...(typeof bag.ec2QueryName === "string" ? { ec2QueryName: bag.ec2QueryName } : {}),
    flattened: names.flattened || bag.xmlFlattened !== undefined,
  };
}

/** Every operation a client module exports, by name. */
export function readOperations(clientModule: object): ReadonlyMap<string, OperationShape> {
  const operations = new Map<string, OperationShape>();
  for (const value of Object.values(clientModule)) {
    if (Array.isArray(value) && value[0] === 9) {
      const name = String(value[2]);
      operations.set(name, {
        name,
        input: readShape(value[4]),
        output: readShape(value[5]),
      });
    }
  }
  return operations;
}
