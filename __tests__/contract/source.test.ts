import { describe, expect, it } from "vitest";
import { type RepositoryFile, readFiles, readText } from "./repository.ts";

const MOST_LINES = 300;

const ALL = readFiles();
const SOURCES = ALL.filter(({ path }) => path.startsWith("src/"));
const TESTS = ALL.filter(({ path }) => path.startsWith("__tests__/") && path.endsWith(".ts"));

/** What a file must not have, and where. */
interface Ban {
  readonly what: string;
  readonly files: readonly RepositoryFile[];
  readonly pattern: RegExp;
  /** A text the pattern must find, or it finds nothing. */
  readonly example: string;
}

/** Written in pieces, so that this file does not have what it looks for. */
const piece = (...parts: readonly string[]): string => parts.join("");

const BANS: readonly Ban[] = [
  { what: "any as a type", files: SOURCES, pattern: /\bas any\b|<any>|\bany\[\]/, example: "x as any" },
  {
    what: "a way round the type checker or the linter",
    files: [...SOURCES, ...TESTS],
    pattern: /@ts-(?:ignore|nocheck|expect-error)|biome-ignore/,
    example: piece("// @ts-", "ignore"),
  },
  { what: "the console", files: SOURCES, pattern: /(?<![-\w])console\s*[.[]/, example: "console.log(1)" },
  {
    what: "a module mock",
    files: TESTS,
    pattern: /\bvi\s*\.\s*(?:mock|doMock|hoisted|importMock)\b/,
    example: piece("vi", ".mock('x')"),
  },
  {
    what: "a path of the machine it was written on",
    files: ALL,
    pattern: /(?:^|[\s"'`(=:])\/(?:work|tmp\/work)\//m,
    example: piece("cd /", "work/main"),
  },
  {
    what: "a folder beside the checkout, which only the corpus tests may look for",
    files: ALL.filter(({ path }) => !path.startsWith("__tests__/corpus/")),
    pattern: /\.\.\/shared\b/,
    example: piece("../", "shared/corpus"),
  },
  {
    what: "notes that are not in the repository",
    files: ALL,
    pattern: /\bresearch[:/]|\bfield-notes\b|\bagent-semantics\b/,
    example: piece("(research", ": Naming)"),
  },
];

/** Comments say what is not allowed; only code counts. */
function withoutComments(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\//g, "").replace(/^\s*\/\/.*$/gm, "");
}

const ABOUT_CODE = new Set(["any as a type", "the console", "a module mock"]);

describe.each(BANS)("$what", ({ what, files, pattern, example }) => {
  it("is nowhere", () => {
    const found = files.filter(({ text }) => pattern.test(ABOUT_CODE.has(what) ? withoutComments(text) : text));
    expect(files.length).toBeGreaterThan(0);
    expect(found.map(({ path }) => path).filter((path) => path !== "__tests__/contract/source.test.ts")).toEqual([]);
  });

  it("would be found", () => {
    expect(example).toMatch(pattern);
  });
});

describe("the linter", () => {
  const rules = JSON.parse(readText("biome.json")) as {
    readonly linter: { readonly rules: Readonly<Record<string, Readonly<Record<string, string>>>> };
    readonly overrides: readonly { readonly includes: readonly string[]; readonly linter: unknown }[];
  };

  it("forbids any and the console, and no override takes that back for src", () => {
    expect(rules.linter.rules.suspicious).toMatchObject({ noExplicitAny: "error", noConsole: "error" });
    const lifted = rules.overrides.filter(({ linter }) =>
      /"no(?:ExplicitAny|Console)":\s*"off"/.test(JSON.stringify(linter)),
    );
    expect(lifted.flatMap(({ includes }) => includes).filter((place) => place.startsWith("src"))).toEqual([]);
  });
});

describe("the size of a file", () => {
  const tooLong = (files: readonly RepositoryFile[]): readonly string[] =>
    files.filter(({ text }) => text.split("\n").length - 1 > MOST_LINES).map(({ path }) => path);

  it(`is at most ${MOST_LINES} lines in src`, () => {
    expect(SOURCES.length).toBeGreaterThan(0);
    expect(tooLong(SOURCES)).toEqual([]);
  });

  it("is counted", () => {
    expect(tooLong([{ path: "a.ts", text: "x\n".repeat(MOST_LINES + 1) }])).toEqual(["a.ts"]);
    expect(tooLong([{ path: "a.ts", text: "x\n".repeat(MOST_LINES) }])).toEqual([]);
  });
});

describe("workflows", () => {
  const workflows = ALL.filter(({ path }) => path.startsWith(".github/workflows/"));

  it("use actions by full commit SHA with the version beside it, and get no permission they do not name", () => {
    expect(workflows.length).toBeGreaterThan(0);
    for (const { text } of workflows) {
      const uses = [...text.matchAll(/^\s*(?:- )?uses: (.+)$/gm)].map(([, target = ""]) => target);
      expect(uses.filter((target) => !/^[\w-]+\/[\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/.test(target))).toEqual([]);
      expect(text).toMatch(/^permissions: \{\}$/m);
    }
  });
});
