import { describe, expect, it } from "vitest";
import { forbiddenImports, importsOf, type RoomTable, roomOf } from "./imports.ts";
import { codeIn, type RepositoryFile, readFiles, readTable, readText } from "./repository.ts";

const ROWS = readTable(readText("docs/architecture.md"), ["room", "what lives there", "may import"]) ?? [];
const TABLE: RoomTable = new Map(
  ROWS.map(([room = "", , imports = ""]) => [codeIn(room)[0] ?? "", codeIn(imports)] as const),
);
const SOURCES = readFiles("src").filter(({ path }) => path.endsWith(".ts"));
const FOLDERS = new Set(SOURCES.filter(({ path }) => path.split("/").length > 2).map(({ path }) => roomOf(path)));

interface LinterOverride {
  readonly includes: readonly string[];
  readonly linter: {
    readonly rules: {
      readonly style?: {
        readonly noRestrictedImports?: {
          readonly level: string;
          readonly options: { readonly patterns: readonly { readonly group: readonly string[] }[] };
        };
      };
    };
  };
}
const { overrides } = JSON.parse(readText("biome.json")) as { readonly overrides: readonly LinterOverride[] };

/** What the linter forbids a room to import, as patterns; empty when it has no rule for the room. */
function patternsFor(room: string): readonly string[] {
  const place = FOLDERS.has(room) ? `src/${room}/**` : `src/${room}.ts`;
  return overrides
    .filter(({ includes }) => includes.includes(place))
    .flatMap(({ linter }) => linter.rules.style?.noRestrictedImports ?? [])
    .filter(({ level }) => level === "error")
    .flatMap(({ options }) => options.patterns.flatMap(({ group }) => group));
}

describe("the table of rooms in docs/architecture.md", () => {
  it("has every room of src, and no other", () => {
    expect([...TABLE.keys()].sort()).toEqual([...new Set(SOURCES.map(({ path }) => roomOf(path)))].sort());
  });

  it("is what the source imports", () => {
    expect(forbiddenImports(SOURCES, TABLE)).toEqual([]);
  });

  it("allows nothing that nobody imports", () => {
    const unused = [...TABLE].flatMap(([room, allowed]) => {
      const files = SOURCES.filter(({ path }) => roomOf(path) === room);
      return allowed
        .filter(
          (entry) => forbiddenImports(files, new Map([[room, allowed.filter((one) => one !== entry)]])).length === 0,
        )
        .map((entry) => `${room} -> ${entry}`);
    });
    expect(unused).toEqual([]);
  });

  it.each([...FOLDERS])("is what the linter enforces for %s", (room) => {
    const allowed = TABLE.get(room) ?? [];
    const patterns = patternsFor(room);
    const missing = [...FOLDERS].filter(
      (other) => other !== room && !allowed.includes(other) && !patterns.includes(`**/${other}/**`),
    );
    // `normalize` is open to `commands`, which has no use for it yet.
    expect(missing.filter((other) => !(room === "commands" && other === "normalize"))).toEqual([]);
    for (const door of ["main", "cli", "index"]) expect(patterns).toContain(`../${door}.ts`);
    if (room !== "aws" && room !== "model") expect(patterns).toContain("@aws-sdk/*");
    if (room !== "github") expect(patterns).toContain("@actions/*");
  });
});

describe("the scan of imports", () => {
  const source = (path: string, text: string): readonly RepositoryFile[] => [{ path, text }];

  it("sees every way to import", () => {
    const text = [
      'import one from "a";',
      'import type { Two } from "b";',
      "import {",
      "  three,",
      "  type Four,",
      '} from "c";',
      'import "d";',
      'export * from "e";',
      'export type { Five } from "f";',
      'const six = await import("g");',
      'const text = "import nothing from here";',
    ].join("\n");
    expect(importsOf(text).map(({ specifier, typeOnly }) => `${specifier}${typeOnly ? " (type)" : ""}`)).toEqual([
      ...["a", "b (type)", "c", "d", "e", "f (type)", "g"],
    ]);
  });

  it.each([
    ["a room that is not in its row", "src/plan/plan.ts", 'import { x } from "../aws/index.ts";'],
    ["a file beside the rooms", "src/desired/a.ts", 'import type { Inputs } from "../inputs.ts";'],
    ["a package", "src/report/a.ts", 'import { ECSClient } from "@aws-sdk/client-ecs";'],
    ["values where only types are allowed", "src/model/a.ts", 'import { ECSClient } from "@aws-sdk/client-ecs";'],
    ["types among values", "src/model/a.ts", 'import { type Task } from "@aws-sdk/client-ecs";'],
    ["a Node module", "src/plan/a.ts", 'import { readFile } from "node:fs/promises";'],
    ["a room by import()", "src/commands/a.ts", 'const aws = await import("../aws/index.ts");'],
    ["anything for a room without a row", "src/helpers/a.ts", ""],
  ])("refuses %s", (_what, path, text) => {
    expect(forbiddenImports(source(path, text), TABLE)).toHaveLength(1);
  });

  it("accepts what the table allows", () => {
    const text = 'import { y } from "./y.ts";\nimport type { Task } from "@aws-sdk/client-ecs";';
    expect(forbiddenImports(source("src/model/x.ts", text), TABLE)).toEqual([]);
  });
});

it("the emulator knows nothing of the action", () => {
  const files = readFiles("emulator").filter(({ path }) => path.endsWith(".ts"));
  const reaching = files.filter(({ text }) => importsOf(text).some(({ specifier }) => /\/src\//.test(specifier)));
  expect(files.length).toBeGreaterThan(0);
  expect(reaching.map(({ path }) => path)).toEqual([]);
});
