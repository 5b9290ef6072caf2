import { parse, TomlDate, TomlError, type TomlValue } from "smol-toml";
import type { SourcePosition } from "../../errors.ts";
import { plainSource } from "../../model/source-text.ts";
import type { Located, LocatedMap, ScalarValue } from "../located.ts";
import type { Report } from "../report.ts";
import { type ConfigFile, decodeText, makePlaceFinder } from "../yaml-text.ts";

/**
 * Reads a TOML file with the place of every key that has a line of its own; what is in an inline table or a list has
 * the place of that. What is wrong goes to the report; undefined then.
 */
export function readToml(file: ConfigFile, report: Report): LocatedMap | undefined {
  const path = { root: "", parts: [] };
  const decoded = decodeText(file);
  report.noteSource(file.path, plainSource("text" in decoded ? decoded.text : decoded.lossyText));
  if ("finding" in decoded) {
    report.add(makePlaceFinder(file.path, decoded.lossyText).at(decoded.offset), path, decoded.finding);
    return undefined;
  }
  try {
    const places = findPlaces(file.path, decoded.text);
    return locateTable(parse(decoded.text), "", { file: file.path, line: 1, column: 1 }, places);
  } catch (error) {
    if (!(error instanceof TomlError)) throw error;
    // The first line says what; the rest is a drawing of the place.
    const reason = (error.message.split("\n", 1)[0] ?? "").replace(/^Invalid TOML document: /, "").replace(/\.$/, "");
    report.add({ file: file.path, line: error.line, column: error.column }, path, {
      code: "toml-syntax",
      message: `The file is not TOML: ${reason}.`,
      hint: "Correct the line; strings stand between quotes, and a table begins with [name].",
    });
    return undefined;
  }
}

interface Place {
  readonly keyAt: SourcePosition;
  readonly at: SourcePosition;
}

type Places = ReadonlyMap<string, Place>;

const TABLE = /^[ \t]*(\[\[?)([^\]\n]+)\]/;
const ENTRY = /^[ \t]*((?:[\w-]+|"[^"\n]*"|'[^'\n]*')(?:[ \t]*\.[ \t]*(?:[\w-]+|"[^"\n]*"|'[^'\n]*'))*)[ \t]*=[ \t]*/;

/** The places of tables and entries by their path: the parser tells only those of mistakes. */
function findPlaces(file: string, text: string): Places {
  const places = new Map<string, Place>();
  const tables = new Map<string, number>();
  let prefix = "";
  for (const [index, line] of text.split("\n").entries()) {
    const at = (column: number): SourcePosition => ({ file, line: index + 1, column: column + 1 });
    const note = (path: string, keyColumn: number, column: number): void => {
      if (!places.has(path)) places.set(path, { keyAt: at(keyColumn), at: at(column) });
    };
    const table = TABLE.exec(line);
    const entry = ENTRY.exec(line);
    const start = line.search(/\S/);
    if (table) {
      prefix = pathOf(table[2] ?? "", tables);
      if (table[1] === "[[") {
        const count = tables.get(prefix) ?? 0;
        tables.set(prefix, count + 1);
        note(prefix, start, start);
        prefix = `${prefix}/${count}`;
      }
      note(prefix, start, start);
    } else if (entry) {
      note(prefix + pathOf(entry[1] ?? "", new Map()), start, entry[0].length);
    }
  }
  return places;
}

/** `a."b.c"` as `/a/b.c`; a list of tables is meant by its last one. */
function pathOf(written: string, tables: ReadonlyMap<string, number>): string {
  const keys = [...written.matchAll(/"([^"]*)"|'([^']*)'|([\w-]+)/g)].map((match) => match[1] ?? match[2] ?? match[3]);
  return keys.reduce<string>((parent, key, index) => {
    const path = `${parent}/${key}`;
    const count = tables.get(path);
    return count !== undefined && index < keys.length - 1 ? `${path}/${count - 1}` : path;
  }, "");
}

function locateTable(table: object, path: string, at: SourcePosition, places: Places): LocatedMap {
  const entries = Object.entries(table).map(([key, value]: [string, TomlValue]) => {
    const inside = `${path}/${key}`;
    const place = places.get(inside) ?? { keyAt: at, at };
    return { key, keyAt: place.keyAt, value: locate(value, inside, place.at, places) };
  });
  return { kind: "map", entries, at };
}

function locate(value: TomlValue, path: string, at: SourcePosition, places: Places): Located {
  if (Array.isArray(value)) {
    const items = value.map((item, index) => {
      const inside = `${path}/${index}`;
      return locate(item, inside, places.get(inside)?.at ?? at, places);
    });
    return { kind: "list", items, at };
  }
  if (typeof value === "object" && !(value instanceof TomlDate)) return locateTable(value, path, at, places);
  return { kind: "scalar", written: String(value), at, ...scalarOf(value) };
}

function scalarOf(value: string | number | bigint | boolean | TomlDate): ScalarValue {
  switch (typeof value) {
    case "string":
      return { type: "text", value };
    case "boolean":
      return { type: "boolean", value };
    case "number":
    case "bigint":
      return { type: Number.isInteger(Number(value)) ? "integer" : "float", value: Number(value) };
    case "object":
      return { type: "date", value: value.toISOString() };
  }
}
