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
    ["190:20:30.15", 685230.15],
    ["0_", 0],
    ["1.5", 1.5],
    ["-.5", "-.5"],
    [".5", 0.5],
    ["-0.5", -0.5],
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
    ["an unknown tag", "a: 1\nb: !Ref x\n", "unknown-tag 2:4"],
    ["a tag that does not fit", "a: !!int x\n", "unknown-tag 1:4"],
    ["a tag before an anchor", "a: !Ref &b c\n", "unknown-tag 1:4"],
    ["a tag behind an anchor", "a: &b !Ref c\n", "unknown-tag 1:7"],
    ["a tag on a line of its own", "a: !Ref # not this one: !Sub\n\n  b: c\n", "unknown-tag 1:4"],
    ["a tag of a list", "a: [1, !<tag:x,2000:y> [], !!str b]\n", "unknown-tag 1:8"],
    ["a tag without a value", "a:\n  - !Ref\n", "unknown-tag 2:5"],
    ["a tag of a key", "!Ref a: 1\n", "unknown-tag 1:1"],
    ["a text that looks like a tag", "a: !Ref '!x'\nb: !y\n", "unknown-tag 1:4,unknown-tag 2:4"],
    ["an alias without an anchor", "a: *b\n", "unknown-alias 1:4"],
    ["an alias of itself", "a: &a [*a]\n", "unknown-alias 1:8"],
    ["a list as a key", "? [a]\n: b\n", "key-not-text 1:3"],
    ["a merge of a text", "a: 1\n<<: b\n", "merge-key-without-mapping 2:5"],
    ["an alias bomb", bomb, "too-many-aliases 5:36"],
    ["deep nesting", `a: ${"[".repeat(100)}${"]".repeat(100)}\n`, "yaml-too-deep 1:64"],
    ["a control character", "a: \u0001\n", "unprintable-character 1:4"],
  ])("%s", (_name, text, place) => {
    expect(read(text).tree).toBeUndefined();
    expect(placesOf(text)).toEqual(place.split(","));
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

  it("reads past a byte order mark, which is no column", () => {
    expect(valueOfText("\ufeffa: 1\n")).toEqual({ a: 1 });
    expect(placesOf("\ufeffa: *b\n")).toEqual(["unknown-alias 1:4"]);
  });

  it.each([
    ["utf16le", (text: string) => Buffer.from(`\ufeff${text}`, "utf16le")],
    ["utf16be", (text: string) => Buffer.from(`\ufeff${text}`, "utf16le").swap16()],
  ])("reads %s with a byte order mark, as PyYAML does, and says that Dagster does not", (_, encode) => {
    const { tree, problems } = read(encode("a: Gr\u00f6\u00dfe \u{1f600}\nb: 1\n"));
    expect(tree && toJson(tree, "written")).toEqual({ a: "Gr\u00f6\u00dfe \u{1f600}", b: 1 });
    expect(problems).toMatchObject([{ code: "utf-16", severity: "warning", line: 1, column: 1 }]);
    expect(placesOf(encode("a: 1\nb: *c\n"))).toEqual(["utf-16 1:1", "unknown-alias 2:4"]);
    expect(placesOf(Buffer.concat([encode("a: 1\nb: "), Buffer.from([0xd8])]))).toEqual(["not-utf-8 2:4"]);
  });

  it("names the documentation's placeholder that makes a line invalid", () => {
    const { problems } = read("a:\n  - name: x\n    <Additional container fields>\n");
    expect(problems[0]?.hint).toBe("Replace the placeholder <Additional container fields> by your own configuration.");
  });
});

describe("indentation", () => {
  it.each([
    ['a: "x\ny"\nb: 1\n', { a: "x y", b: 1 }],
    ["a:\n  b: 'x\n\ny'\n  c: 1\n", { a: { b: "x\ny", c: 1 } }],
    ["a: [\n1,\n2\n]\nb: 1\n", { a: [1, 2], b: 1 }],
    ["a:\n  b: {\nc: x\ny,\n d: [\n]}\n  e: 1\n", { a: { b: { c: "x y", d: [] }, e: 1 } }],
  ])("does not matter between quotes and brackets: %j", (text, value) => {
    expect(valueOfText(text)).toEqual(value);
  });

  it("matters everywhere else", () => {
    expect(placesOf("a:\n  b: x\n y: 1\n")).toEqual(["yaml-syntax 3:2"]);
    expect(placesOf("a: [1\n---\nb: 1]\n")[0]).toMatch(/^yaml-syntax/);
  });
});

describe("tabs", () => {
  it.each([
    ["behind a colon", "a:\tb\n", "1:3"],
    ["behind a value", "a: b\t\nc: d\n", "1:5"],
    ["inside a value", "a: b\tc\n", "1:5"],
    ["on a line of their own", "a: 1\n\t\nb: 2\n", "2:1"],
    ["before a comment", "a: 1\t# b\n", "1:5"],
    ["between brackets", "a: [\n\t1]\n", "2:1"],
    ["behind a comma", "a: [1,\t2]\n", "1:7"],
    ["behind a dash", "-\ta\n", "1:2"],
  ])("%s are refused, as PyYAML does", (_, text, place) => {
    const { problems } = read(text);
    expect(placesOf(text)).toEqual([`yaml-syntax ${place}`]);
    expect(problems[0]?.message).toBe("This is not valid YAML: a tab stands where only spaces may stand.");
    expect(problems[0]?.hint).toContain("spaces");
  });

  it("are fine in quotes, comments and blocks of text", () => {
    expect(valueOfText("a: 'x\ty' # \t\nb: |\n  x\ty\nc: \"\t\"\n")).toEqual({ a: "x\ty", b: "x\ty\n", c: "\t" });
  });
});

it("a block of text has no line end that the file does not have", () => {
  expect(valueOfText("a: |\n  b\n  c")).toEqual({ a: "b\nc" });
  expect(valueOfText("a: |\n  b\n  c\n")).toEqual({ a: "b\nc\n" });
  expect(valueOfText("- >+\n  b")).toEqual(["b"]);
});

describe("what PyYAML takes and other readers do not", () => {
  it("is a comment right behind quotes or brackets", () => {
    expect(valueOfText('a: "b"# c\nd: [1]#e\n')).toEqual({ a: "b", d: [1] });
  });

  it.each(["=", "<<"])("but not a bare %s, which has a type of its own in YAML 1.1", (text) => {
    const { problems } = read(`a: [b, ${text}, c]\n`);
    expect(problems).toMatchObject([
      { code: "yaml-syntax", line: 1, column: 8, hint: `Put quotes around it: "${text}".` },
    ]);
    expect(valueOfText(`a: [b, "${text}", c]\n`)).toEqual({ a: ["b", text, "c"] });
  });

  it("but not a colon without a key", () => {
    expect(placesOf("a: 1\n: 2\n")).toEqual(["yaml-syntax 2:1"]);
    expect(valueOfText("a: {b, c: 1}\n")).toEqual({ a: { b: null, c: 1 } });
  });
});

describe("line ends as PyYAML knows them", () => {
  const text = "# comment: [\na:\n  - x # more\n  - y\nb: |\n  one\n  two\nc: *d\n";

  it.each([
    ["LF", "\n"],
    ["CR LF", "\r\n"],
    ["CR", "\r"],
    ["U+0085", "\u0085"],
    ["U+2028", "\u2028"],
    ["U+2029", "\u2029"],
  ])("%s", (_, end) => {
    const file = text.replaceAll("\n", end);
    expect(placesOf(file)).toEqual(["unknown-alias 8:4"]);
    expect(valueOfText(file.replace("*d", "d"))).toEqual({ a: ["x", "y"], b: "one\ntwo\n", c: "d" });
  });

  it("end lines also where they are mixed", () => {
    expect(placesOf("a: 1\r\nb: 2\rc: 3\n\rd: *x")).toEqual(["unknown-alias 5:4"]);
  });

  it("of Unicode stay what they are between quotes", () => {
    expect(valueOfText("a: \"x\u2028y\"\nb: ['x\u2029y', z]\n")).toEqual({ a: "x\u2028y", b: ["x\u2029y", "z"] });
    expect(placesOf('a: "x\u2028y"\nb: *c\n')).toEqual(["unknown-alias 3:4"]);
  });
});
