import { existsSync, readdirSync, readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { checkLocations } from "../../src/config/checks/check-locations.ts";
import { readDeploymentConfig } from "../../src/config/deployment-config.ts";
import { listProblems } from "../../src/config/problem-catalogue.ts";
import { readWorkspace } from "../../src/config/workspace.ts";
import type { Problem } from "../../src/errors.ts";
import { anyText } from "../any-text.ts";
import { CHECK_OPTIONS, filesOf, linesOf } from "../unit/config/examples.ts";
import { optionsOf } from "../unit/config/vectors.ts";

const RUNS = Number(process.env.FUZZ_RUNS ?? 20_000);
const SEED = Number(process.env.FUZZ_SEED ?? Date.now() % 2 ** 31);
const CORPUS = new URL("../../../shared/corpus/", import.meta.url);

function textsIn(folder: string): readonly string[] {
  const url = new URL(folder, CORPUS);
  if (existsSync(url)) {
    const names = readdirSync(url).filter((name) => name.endsWith(".yaml"));
    return names.map((name) => readFileSync(new URL(`${folder}${name}`, CORPUS), "utf8"));
  }
  process.stderr.write(`SKIPPED: the corpus folder ${folder} is not there; real files are not mutated.\n`);
  return [];
}

const fixture = (name: string): string =>
  readFileSync(new URL(`../fixtures/reference/${name}`, import.meta.url), "utf8");

/** Every example of a problem, as the files it stands in: what the checks beyond shape and types look at. */
const examples = listProblems()
  .filter(([, { times, encoding }]) => times === undefined && encoding === undefined)
  .flatMap(([, entry]) => [filesOf(entry.bad, entry), filesOf(entry.good, entry)]);
const exampleTexts = (name: string): readonly string[] =>
  examples.flatMap((files) => {
    const bytes = files.get(name);
    return bytes && bytes.length < 10_000 ? [new TextDecoder().decode(bytes)] : [];
  });

const workspaces = [fixture("dagster_cloud.yaml"), ...textsIn("dagster_cloud/"), ...exampleTexts("dagster_cloud.yaml")];
const deployments = [fixture("dagster.yaml"), ...textsIn("agent/"), ...exampleTexts("dagster.yaml")];
const lines = [...new Set([...workspaces, ...deployments].flatMap((text) => text.split("\n")))];

const VALUES = [
  ...[
    "",
    "~",
    "null",
    "true",
    "0",
    "-1",
    "1e5",
    "256",
    '"512"',
    "4 GB",
    "[]",
    "{}",
    "[[]]",
    "{a: b}",
    '""',
    "'\u{1f600}'",
  ],
  ...[
    "{env: A}",
    "{env: B}",
    "&a x",
    "*a",
    "!!str 1",
    "<<",
    "__proto__",
    "constructor",
    "arn:aws:iam::1:role/x",
    "a=b",
  ],
  ...["[{name: a, image: a:1, dependsOn: [{containerName: a, condition: HEALTHY}]}]", "[{name: v}, {name: v}]"],
];
const PIECES = [
  " ",
  "\n",
  "\t",
  ":",
  "- ",
  "[",
  "]",
  "{",
  "}",
  "---\n",
  '"',
  "'",
  "? ",
  "#",
  "|\n",
  "\r",
  "\u00e9",
  "\ufeff",
];

/** One change of a text, by lines or by characters. */
const edit = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({ kind: fc.constant("value" as const), at: fc.nat(), put: fc.constantFrom(...VALUES) }),
  },
  {
    weight: 3,
    arbitrary: fc.record({ kind: fc.constant("line" as const), at: fc.nat(), put: fc.constantFrom(...lines) }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant("drop" as const), at: fc.nat(), put: fc.constant("") }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant("twice" as const), at: fc.nat(), put: fc.constant("") }) },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant("piece" as const),
      at: fc.nat(),
      put: fc.oneof(fc.constantFrom(...PIECES), anyText({ maxLength: 4 })),
    }),
  },
);
type Edit = typeof edit extends fc.Arbitrary<infer Value> ? Value : never;

function change(text: string, { kind, at, put }: Edit): string {
  if (kind === "piece") {
    const start = at % (text.length + 1);
    return text.slice(0, start) + put + text.slice(start + (at % 3));
  }
  const all = text.split("\n");
  const index = at % all.length;
  const line = all[index] ?? "";
  const indent = /^[\s-]*/.exec(line)?.[0] ?? "";
  const changed = {
    value: [/:(\s|$)/.test(line) ? line.replace(/:(?:\s.*)?$/s, `: ${put}`) : `${indent}${put}`],
    line: [line, `${indent.replaceAll("-", " ")}${put.trimStart()}`],
    drop: [],
    twice: [line, line],
  }[kind];
  return all.toSpliced(index, 1, ...changed).join("\n");
}

const mutated = (texts: readonly string[]): fc.Arbitrary<string> =>
  fc
    .tuple(fc.constantFrom(...texts), fc.array(edit, { minLength: 1, maxLength: 6 }))
    .map(([text, edits]) => edits.reduce(change, text));

function expectPlaces(problems: readonly Problem[], texts: ReadonlyMap<string, string>): void {
  for (const { file, line, column, code, message, hint } of problems) {
    const text = texts.get(file)?.replace(/^\ufeff/, "");
    const place = `${code} at ${file}:${line}:${column}`;
    expect(text, place).toBeDefined();
    const found = linesOf(Buffer.from(text ?? ""))[line - 1];
    expect(found, place).toBeDefined();
    expect(column >= 1 && column <= (found ?? "").length + 1, place).toBe(true);
    expect(`${message}${hint}`).not.toMatch(/undefined|NaN|\[object/);
  }
}

describe("mutated files", () => {
  it(`are problems at a place inside them, never a crash (seed ${SEED})`, () => {
    process.stderr.write(`fuzz: ${RUNS} runs with seed ${SEED} (FUZZ_RUNS, FUZZ_SEED)\n`);
    const options = optionsOf({ A: "1" }, "warning");
    const property = fc.property(mutated(workspaces), fc.option(mutated(deployments)), (workspace, deployment) => {
      const encode = (text: string) => new TextEncoder().encode(text);
      const read = readWorkspace([{ path: "dagster_cloud.yaml", bytes: encode(workspace) }], options);
      const agent =
        deployment === null
          ? undefined
          : readDeploymentConfig({ path: "dagster.yaml", bytes: encode(deployment) }, options);
      const deep = checkLocations(read.documents, agent?.document, CHECK_OPTIONS);
      const texts = new Map([
        ["dagster_cloud.yaml", workspace],
        ["dagster.yaml", deployment ?? ""],
      ]);
      expectPlaces([...read.problems, ...(agent?.problems ?? []), ...deep], texts);
      if (!read.workspace) expect(read.problems).not.toEqual([]);
    });
    fc.assert(property, { numRuns: RUNS, seed: SEED });
  }, 300_000);
});
