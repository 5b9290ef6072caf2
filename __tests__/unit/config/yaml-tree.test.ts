import { describe, expect, it } from "vitest";
import { type Located, toJson } from "../../../src/config/located.ts";
import { makeReport } from "../../../src/config/report.ts";
import { resolvePlainScalar } from "../../../src/config/yaml-scalar.ts";
import { readYaml } from "../../../src/config/yaml-tree.ts";
import type { Problem } from "../../../src/errors.ts";
import type { JsonValue } from "../../../src/model/json.ts";

function read(text: string | Uint8Array): { tree: Located | undefined; problems: readonly Problem[] } {
  const report = makeReport();
  const bytes = typeof text === "string" ? new TextEncoder().encode(text) : text;
  return { tree: readYaml({ path: "f.yaml", bytes }, report), problems: report.problems };
}

function valueOfText(text: string): JsonValue | undefined {
  const { tree } = read(text);
  return tree && toJson(tree, "written");
}

function placesOf(text: string | Uint8Array): readonly string[] {
  return read(text).problems.map(({ code, line, column }) => `${code} ${line}:${column}`);
}

describe("scalars as PyYAML reads them", () => {
  it.each([
    ["yes", true],
    ["Off", false],
    ["y", "y"],
    ["TrUe", "TrUe"],
    ["~", null],
    ["Null", null],
    ["12", 12],
    ["1_000", 1000],
    ["010", 8],
    ["08", "08"],
    ["0o10", "0o10"],
    ["0x1F", 31],
    ["-0b11", -3],
    ["1:30", 90],
    ["1.5", 1.5],
    ["1e5", "1e5"],
    ["1.0e+3", 1000],
    ["012345678901", "012345678901"],
    [".inf", ".inf"],
    ["256m", "256m"],
  ])("%s", (source, value) => {
    expect(resolvePlainScalar(source).value).toBe(value);
  });

  it("knows dates, and leaves quoted scalars text", () => {
    expect(resolvePlainScalar("2024-01-31").type).toBe("date");
    expect(valueOfText("a: '5'\nb: \"yes\"\nc: !!str 7\nd: |\n  x\n")).toEqual({ a: "5", b: "yes", c: "7", d: "x\n" });
  });
});

describe("mappings", () => {
  it("lets own keys win over merged ones, and the first of several merged mappings", () => {
    const text = "a: &a {x: 1, y: 1}\nb: &b {y: 2, z: 2}\nc:\n  <<: [*a, *b]\n  x: 3\n";
    expect(valueOfText(text)).toMatchObject({ c: { y: 1, z: 2, x: 3 } });
  });

  it("keeps the last of two equal keys at the first one's place, with a warning", () => {
    expect(JSON.stringify(valueOfText("a: 1\nb: 2\na: 3\n"))).toBe('{"a":3,"b":2}');
    expect(placesOf("a: 1\nb: 2\na: 3\n")).toEqual(["duplicate-key 3:1"]);
  });

  it("makes text of keys as JSON would, and takes __proto__ for a key like any other", () => {
    expect(JSON.stringify(valueOfText("on: 1\n2: x\n__proto__: {a: 1}\n"))).toBe(
      '{"2":"x","true":1,"__proto__":{"a":1}}',
    );
  });
});

describe("places", () => {
  it("are those of the value itself, also through an alias", () => {
    const { tree } = read("a: &a\n  - x\n  -   y\nb: *a\n");
    const list = tree?.kind === "map" ? tree.entries[1]?.value : undefined;
    expect(list?.kind === "list" ? list.items.map(({ at }) => [at.line, at.column]) : []).toEqual([
      [2, 5],
      [3, 7],
    ]);
  });

  it("are those of the key where there is no value", () => {
    const { tree } = read("a: 1\nbb:\nc: 2\n");
    expect(tree?.kind === "map" ? tree.entries[1]?.value.at : undefined).toEqual({
      file: "f.yaml",
      line: 2,
      column: 1,
    });
  });
});

describe("files that cannot be read", () => {
  const tenTimes = (anchor: string) => `[${Array(10).fill(`*${anchor}`).join(", ")}]`;
  const bomb = `a: &a [1,2,3,4,5,6,7,8,9,0]\nb: &b ${tenTimes("a")}\nc: &c ${tenTimes("b")}\nd: &d ${tenTimes("c")}\ne: &e ${tenTimes("d")}\n`;

  it.each([
    ["an empty file", "", "empty-file 1:1"],
    ["only a comment", "# nothing\n\n", "empty-file 1:1"],
    ["an open bracket", "a: [\n", "yaml-syntax 1:4"],
    ["a tab as indentation", "a:\n\tb: 1\n", "yaml-syntax 2:1"],
    ["an unquoted colon", "a: b: c\n", "yaml-syntax 1:4"],
    ["two documents", "a: 1\n---\nb: 2\n", "several-documents 2:1"],
    ["an unknown tag", "a: 1\nb: !Ref x\n", "unknown-tag 2:9"],
    ["a tag that does not fit", "a: !!int x\n", "unknown-tag 1:10"],
    ["an alias without an anchor", "a: *b\n", "unknown-alias 1:4"],
    ["an alias of itself", "a: &a [*a]\n", "unknown-alias 1:8"],
    ["a list as a key", "? [a]\n: b\n", "key-not-text 1:3"],
    ["a merge of a text", "a: 1\n<<: b\n", "merge-key-without-mapping 2:5"],
    ["an alias bomb", bomb, "too-many-aliases 5:36"],
    ["deep nesting", `a: ${"[".repeat(100)}${"]".repeat(100)}\n`, "yaml-too-deep 1:64"],
    ["a control character", "a: \u0001\n", "unprintable-character 1:4"],
  ])("%s", (_name, text, place) => {
    expect(read(text).tree).toBeUndefined();
    expect(placesOf(text)).toEqual([place]);
  });

  it("survives nesting that exhausts the stack", () => {
    expect(placesOf("[".repeat(100_000)).map((place) => place.split(" ")[0])).toContain("yaml-syntax");
  });

  it("says where a file is not UTF-8", () => {
    expect(placesOf(new Uint8Array([0x61, 0x3a, 0x0a, 0x62, 0xff]))).toEqual(["not-utf-8 2:2"]);
  });

  it("refuses a file of absurd size without reading it", () => {
    expect(placesOf(new Uint8Array(5_000_001))).toEqual(["file-too-large 1:1"]);
  });

  it("reads past a byte order mark", () => {
    expect(valueOfText("\ufeffa: 1\n")).toEqual({ a: 1 });
  });

  it("names the documentation's placeholder that makes a line invalid", () => {
    const { problems } = read("a:\n  - name: x\n    <Additional container fields>\n");
    expect(problems[0]?.hint).toBe("Replace the placeholder <Additional container fields> by your own configuration.");
  });
});
