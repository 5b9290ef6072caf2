import { isRecord } from "./check.ts";

/** The values a member may have, by the member's name. */
export type EnumTable = ReadonlyMap<string, readonly string[]>;

/** The SDK's schemas say only that an enum is a text; its values are exported beside them, as an object each. */
export function readEnums(clientModule: object, exportNames: Readonly<Record<string, string>>): EnumTable {
  const exports = clientModule as Readonly<Record<string, unknown>>;
  return new Map(
    Object.entries(exportNames).map(([member, name]) => {
      const values = exports[name];
      if (!isRecord(values)) {
        throw new Error(`the SDK client has no enum ${name}`);
      }
      return [member, Object.values(values).map(String)];
    }),
  );
}

/** What is wrong with the first value that is none of its enum, in the words of a service; undefined when nothing is. */
export function findEnumFault(table: EnumTable, value: unknown, path = ""): string | undefined {
  if (Array.isArray(value)) {
    return firstOf(value.entries(), ([index, item]) => findEnumFault(table, item, `${path}.${index + 1}.member`));
  }
  if (!isRecord(value)) {
    return undefined;
  }
  return firstOf(Object.entries(value), ([key, item]) => {
    const inner = path === "" ? key : `${path}.${key}`;
    const allowed = table.get(key);
    const given = allowed === undefined ? [] : [item].flat();
    const wrong = given.find((one) => typeof one === "string" && allowed?.includes(one) !== true);
    return wrong === undefined
      ? findEnumFault(table, item, inner)
      : `1 validation error detected: Value '${wrong}' at '${inner}' failed to satisfy constraint: Member must satisfy enum value set: [${allowed?.join(", ")}]`;
  });
}

function firstOf<T>(items: Iterable<T>, find: (item: T) => string | undefined): string | undefined {
  for (const item of items) {
    const found = find(item);
    if (found !== undefined) {
      return found;
    }
  }
  return undefined;
}
