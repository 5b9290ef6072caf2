import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { PythonValue } from "../../../src/job-tags/python-value.ts";
import { type JobTags, readJobTags } from "../../../src/job-tags/read-job-tags.ts";
import { anyText } from "../../any-text.ts";
import { fileOf, SNIPPETS } from "./snippets.ts";

function showValue(value: PythonValue): string {
  switch (value.type) {
    case "none":
    case "unknown":
      return value.type;
    case "collection":
      return `collection ${JSON.stringify(value.json)}`;
    default:
      return `${value.type} ${JSON.stringify(value.value)}`;
  }
}

/** With `?` behind the role when it is not certain, and lines without that of the imports. */
function show({ kind, name, keyword, role, isPartial, isCertain, tags }: JobTags): string {
  const shown = tags.map(
    ({ key, value, keyPosition: at, valuePosition: to }) =>
      `${key} ${at.line - 1}:${at.column} ${showValue(value)} ${to.line - 1}:${to.column}`,
  );
  return `${kind} ${name} ${keyword} ${role}${isCertain ? "" : "?"}${isPartial ? " partial" : ""} | ${shown.join("; ")}`;
}

describe("readJobTags", () => {
  it.each(SNIPPETS)("reads $title", ({ python, read }) => {
    expect(readJobTags({ path: "etl/jobs.py", text: fileOf(python) }).map(show)).toEqual(read);
  });

  it("names the file in every position", () => {
    const [found] = readJobTags({ path: "etl/jobs.py", text: fileOf(`j = job(tags={"ecs/cpu": "1"})`) });
    expect(found?.tags[0]).toMatchObject({
      keyPosition: { file: "etl/jobs.py", line: 2, column: 15 },
      valuePosition: { file: "etl/jobs.py", line: 2, column: 26 },
    });
  });

  it("never throws, and every position is inside the text", () => {
    const words = [
      ...["job", "op", "asset", "RunRequest", "define_asset_job", "TAGS", "def f", "lambda", "if", "else", "for x in"],
      ...[
        "tags=",
        "run_tags=",
        "op_tags=",
        "=",
        "{",
        "}",
        "(",
        ")",
        "[",
        "]",
        ",",
        ":",
        "**",
        "*",
        "|",
        "@",
        "\n",
        "  ",
      ],
      ...[
        '"ecs/cpu"',
        '"ecs/memory": "512"',
        "'",
        '"',
        '"""',
        "f'",
        "b'",
        "\\",
        "\\N{",
        "256",
        "0x",
        "1e999",
        "-",
        "#",
      ],
      ...[
        "str(",
        "dict(",
        "json.dumps(",
        "None",
        "True",
        "del",
        "global",
        "import",
        "from dagster",
        "as",
        "\r",
        "\uFEFF",
      ],
    ];
    const text = fc.oneof(
      anyText({ maxLength: 80 }).map((tail) => `ecs/${tail}`),
      fc.array(fc.constantFrom(...words), { maxLength: 60 }).map((parts) => `"ecs/" ${parts.join("")}`),
      fc
        .tuple(fc.constantFrom(...SNIPPETS), fc.nat(), fc.nat({ max: 9 }), fc.constantFrom(...words))
        .map(([{ python }, at, length, word]) => {
          const from = at % (python.length + 1);
          return python.slice(0, from) + word + python.slice(from + length);
        }),
    );
    fc.assert(
      fc.property(text, (snippet) => {
        const python = fileOf(snippet);
        const lines = python.replace(/^\uFEFF/, "").split(/\r\n|\r|\n/);
        for (const { tags } of readJobTags({ path: "a.py", text: python })) {
          for (const { line, column } of tags.flatMap((tag) => [tag.keyPosition, tag.valuePosition])) {
            expect(column).toBeGreaterThan(0);
            expect(column).toBeLessThanOrEqual((lines[line - 1] ?? "").length);
          }
        }
      }),
      { numRuns: 3000 },
    );
  });

  it.each([
    ["brackets", "(", ")"],
    ["lists", "[", "]"],
    ["dictionaries", '{"ecs/cpu": ', "}"],
    ["calls", 'job(tags={"ecs/cpu": ', "})"],
    ["minus signs", "-", ""],
    ["functions", "lambda: ", ""],
  ])("takes deeply nested %s", (_what, open, close) => {
    const nest = (depth: number) => fileOf(`j = job(tags={"ecs/cpu": ${open.repeat(depth)}1${close.repeat(depth)}})`);
    for (const depth of [90, 20_000]) {
      const read = readJobTags({ path: "a.py", text: nest(depth) });
      expect(read.flatMap(({ tags }) => tags).filter(({ value }) => value.type === "integer").length).toBeLessThan(40);
    }
    expect(readJobTags({ path: "a.py", text: nest(90) })[0]?.tags[0]?.key).toBe("ecs/cpu");
  });

  it("does not count brackets in strings and comments", () => {
    const text = `x = "${"(".repeat(500)}"  # ${"[".repeat(500)}\nj = job(tags={"ecs/cpu": "1"})`;
    expect(readJobTags({ path: "a.py", text: fileOf(text) })).toHaveLength(1);
  });

  it("takes constants that double at every step", () => {
    const steps = Array.from({ length: 60 }, (_, step) => `A${step + 1} = {**A${step}, **A${step}}`);
    const text = [`A0 = {"ecs/cpu": "1"}`, ...steps, "j = job(tags=A9)", "k = job(tags=A60)"].join("\n");
    // The last of them is deeper than anyone nests dictionaries: nothing is known of it.
    expect(readJobTags({ path: "a.py", text: fileOf(text) }).map(show)).toEqual([
      'job j tags run | ecs/cpu 1:7 text "1" 1:18',
    ]);
  });

  it.each([":", "x = ,,,,", "= ) ] } : ", "\0"])("gives up on a text that is all errors: %j", (junk) => {
    expect(readJobTags({ path: "a.py", text: fileOf(`"ecs/"\n${junk.repeat(20_000)}`) })).toEqual([]);
  });
});

describe("a name that is not Dagster's", () => {
  it.each([
    ["of another library", "from rq_sched import job, op\n"],
    ["of another library, in brackets", "from rq_sched import (\n    job,\n)\n"],
    ["of the file itself", "import dagster as dg\ndef job(fn=None, *, tags=None):\n    return dg.job\n"],
  ])("is left alone: %s", (_name, head) => {
    expect(readJobTags({ path: "a.py", text: `${head}@job(tags={"ecs/cpu": "77"})\ndef a(): pass\n` })).toEqual([]);
  });
});
