import { describe, expect, it } from "vitest";
import { listProblems } from "../../../src/config/problem-catalogue.ts";
import { encodeAs, filesOf, problemsOf } from "./examples.ts";
import { WRONG_INPUTS } from "./wrong-inputs.ts";

const MARK = "«";

/** The files without the mark, and where it was. */
function takeMark(marked: ReadonlyMap<string, string>): {
  readonly texts: ReadonlyMap<string, string>;
  readonly place: { readonly file: string; readonly line: number; readonly column: number };
} {
  const [file = "", text = ""] = [...marked].find(([, one]) => one.includes(MARK)) ?? [];
  const before = text.slice(0, text.indexOf(MARK)).split("\n");
  return {
    texts: new Map(Array.from(marked, ([name, one]) => [name, one.replaceAll(MARK, "")])),
    place: { file, line: before.length, column: (before.at(-1) ?? "").length + 1 },
  };
}

describe("wrong inputs", () => {
  it("are many, and of every kind", () => {
    expect(WRONG_INPUTS.length).toBeGreaterThanOrEqual(150);
    const codes = new Set<string>(WRONG_INPUTS.map(({ code }) => code));
    expect(listProblems().filter(([code]) => !codes.has(code))).toEqual([]);
  });

  it.each(WRONG_INPUTS.map((input, index) => [`${index + 1} ${input.code}`, input] as const))(
    "%s",
    async (_, input) => {
      const { encoding, ...others } = input;
      const marked = filesOf(input.text.repeat(input.times ?? 1), others);
      const { texts, place } = takeMark(
        new Map(Array.from(marked, ([name, bytes]) => [name, new TextDecoder().decode(bytes)])),
      );
      const files = new Map(
        Array.from(texts, ([name, text]) => [name, encoding ? encodeAs(encoding, text) : Buffer.from(text)]),
      );
      const problems = await problemsOf(files, input);
      const places = problems
        .filter(({ code }) => code === input.code)
        .map(({ file, line, column }) => ({ file, line, column }));
      expect(places, JSON.stringify(problems, null, 1)).toContainEqual(place);
      const found = problems.filter(
        ({ code, file, line, column }) =>
          code === input.code && file === place.file && line === place.line && column === place.column,
      );
      expect(found.map(({ hint }) => hint).join("\n")).toContain(input.hint);
    },
  );
});

describe("one mistake is one problem", () => {
  it.each([
    ["locations: [{name: etl, image: etl:1, code_source: {package_name: etl}}]", "unknown-key"],
    ["locations: [{location_name: etl, image: etl:1, package_name: etl}]", "unknown-key"],
    [
      "locations: [{location_name: etl, image: etl:1, code_source: {package_name: etl}, container_context: {ecs: {server_ecs_tags: [team=data]}}}]",
      "not-a-mapping",
    ],
    ["locations: {location_name: etl, image: etl:1, code_source: {package_name: etl}}", "not-a-list"],
  ])("%s", async (text, code) => {
    const problems = await problemsOf(filesOf(text, { in: "file" }));
    expect(problems.map((problem) => problem.code)).toEqual([code]);
  });
});
