import { existsSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { INPUTS } from "../../src/inputs.ts";
import { codeIn, ROOT, readFiles, readTable, readText } from "./repository.ts";

interface ActionMetadata {
  readonly inputs: Readonly<Record<string, { readonly description: string; readonly default?: string }>>;
  readonly outputs: Readonly<Record<string, { readonly description: string }>>;
  readonly runs: { readonly using: string; readonly main: string };
}

const ACTION = parse(readText("action.yml")) as ActionMetadata;
const README = readText("README.md");
const PACKAGE = JSON.parse(readText("package.json")) as { readonly bin: Readonly<Record<string, string>> };

/** On a terminal there is no token; in a workflow the job has one. */
const ONLY_IN_ACTION: Readonly<Record<string, string>> = { "github-token": "$" + "{{ github.token }}" };

describe("inputs", () => {
  it("of action.yml are those of the code, with the same defaults", () => {
    const declared = Object.entries(ACTION.inputs).map(([name, input]) => [name, input.default ?? ""]);
    const read = Object.values(INPUTS).map((input) => [input.name, ONLY_IN_ACTION[input.name] ?? input.default]);
    expect(declared).toEqual(read);
  });

  it("of action.yml are those of the README, with default and meaning", () => {
    const rows = readTable(README, ["input", "default", "meaning"]);
    const declared = Object.entries(ACTION.inputs).map(([name, input]) => [
      `\`${name}\``,
      input.default === undefined ? "" : `\`${input.default}\``,
      input.description,
    ]);
    expect(rows).toEqual(declared);
  });

  it("have a default that the code accepts", () => {
    for (const input of Object.values(INPUTS)) expect(() => input.parse(input.default || undefined)).not.toThrow();
  });
});

describe("outputs", () => {
  it("of action.yml are those the code sets", () => {
    const set = readFiles("src").flatMap(({ text }) =>
      [...text.matchAll(/\bsetOutput\("([^"]+)"/g)].map(([, name = ""]) => name),
    );
    expect(Object.keys(ACTION.outputs)).toEqual(set);
  });

  it("of action.yml are those of the README", () => {
    const rows = readTable(README, ["output", "meaning"]);
    expect(rows).toEqual(Object.entries(ACTION.outputs).map(([name, output]) => [`\`${name}\``, output.description]));
  });
});

describe("what runs", () => {
  it("is the bundle, with the Node of the runner", () => {
    expect(ACTION.runs.using).toBe("node24");
    expect(existsSync(join(ROOT, ACTION.runs.main))).toBe(true);
    expect(PACKAGE.bin).toEqual({ "dagster-ecs-deploy": ACTION.runs.main });
  });
});

describe("the README", () => {
  it.each(["examples/workflows/plan.yml", "examples/workflows/apply.yml"])("shows %s as it is", (path) => {
    expect(README).toContain(`\`\`\`yaml\n${readText(path)}\`\`\``);
  });

  it("names errors by the codes the source has", () => {
    const source = readFiles("src")
      .map(({ text }) => text)
      .join("\n");
    const rows = readTable(README, ["what it says", "what to do"]) ?? [];
    const codes = rows.flatMap(([says = ""]) => codeIn(says));
    expect(codes.length).toBeGreaterThan(0);
    expect(codes.filter((code) => !source.includes(`"${code}"`))).toEqual([]);
  });
});

describe("links between the documents", () => {
  const documents = readFiles().filter(({ path }) => path.endsWith(".md") && !path.includes("/golden/"));

  it.each(documents)("of $path lead somewhere", ({ path, text }) => {
    const links = [...text.matchAll(/\]\(([^)#\s]+)(?:#[^)]*)?\)/g)].map(([, target = ""]) => target);
    const local = links.filter((target) => !/^[a-z]+:/.test(target));
    expect(local.filter((target) => !existsSync(join(ROOT, path, "..", target)))).toEqual([]);
  });
});
