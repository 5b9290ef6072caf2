import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import type { Problem } from "../../../src/errors.ts";
import type { FieldChange } from "../../../src/model/plan.ts";
import { plainSource } from "../../../src/model/source-text.ts";
import { groupChanges } from "../../../src/report/change-lines.ts";
import { shortDigestOf, shortenImage } from "../../../src/report/image-text.ts";
import { diffLines } from "../../../src/report/line-diff.ts";
import { previousImage } from "../../../src/report/plan-table.ts";
import { orderProblems, problemAnnotations, renderProblemsConsole } from "../../../src/report/problems.ts";
import { redactText } from "../../../src/report/redact.ts";
import { fitSections } from "../../../src/report/sections.ts";
import { collectSensitiveChanges } from "../../../src/report/sensitive.ts";
import { describeDuration, describeVerdict } from "../../../src/report/wording.ts";
import { renderWorkspaceFile } from "../../../src/report/workspace-file.ts";
import { SAMPLE_PROBLEMS, sampleCreate, samplePlan, sampleStep, shown } from "./samples.ts";

describe("redactText", () => {
  it.each([
    ["password is hunter22!", ["hunter22"], "password is (hidden)!"],
    ["abc", ["abc"], "abc"],
    ["a longer-secret and longer", ["longer", "longer-secret"], "a (hidden) and (hidden)"],
    ['{"k":"a\\"bcd"}', ['a"bcd'], '{"k":"(hidden)"}'],
    ["line: MIIEowIBAAKCAQEA", ["-----BEGIN KEY-----\nMIIEowIBAAKCAQEA\n-----END KEY-----"], "line: (hidden)"],
    ["x$&y", ["$&y!"], "x$&y"],
    ["x", ["    "], "x"],
  ])("%j without %j is %j", (text, hidden, expected) => expect(redactText(text, hidden)).toBe(expected));

  it("leaves nothing of any hidden text", () => {
    const text = fc
      .string({ minLength: 4, maxLength: 12 })
      .filter((each) => each.trim().length >= 4 && !"(hidden)".includes(each.trim()));
    fc.assert(
      fc.property(fc.array(text, { minLength: 1, maxLength: 4 }), fc.string(), (hidden, other) => {
        // A replacement may be read together with its surroundings as a hidden text again only when that
        // contains a part of the placeholder.
        fc.pre(hidden.every((each) => !/[()hiden]/.test(each)));
        const redacted = redactText(hidden.join(other), hidden);
        for (const each of hidden) expect(redacted).not.toContain(each.trim());
      }),
    );
  });
});

describe("diffLines", () => {
  it("keeps two lines of context", () => {
    const before = ["a", "b", "c", "d", "e", "f", "g", "h"];
    const after = ["a", "b", "c", "d", "E", "f", "g", "h"];
    const lines = diffLines(before, after).map(({ sign, text }) => `${sign}${text}`);
    expect(lines).toEqual([" …", " c", " d", "-e", "+E", " f", " g", " …"]);
  });

  it("gives both texts back", () => {
    const text = fc.array(fc.constantFrom("a", "b", "c"), { maxLength: 4 });
    fc.assert(
      fc.property(text, text, (before, after) => {
        const lines = diffLines(before, after);
        // Up to five lines around a change there is no fold.
        fc.pre(!lines.some((line) => line.text === "…"));
        expect(lines.filter((line) => line.sign !== "+").map((line) => line.text)).toEqual(before);
        expect(lines.filter((line) => line.sign !== "-").map((line) => line.text)).toEqual(after);
      }),
    );
  });

  it("does not align very long texts", () => {
    const before = Array.from({ length: 1_500 }, (_, index) => `${index}`);
    expect(diffLines(before, [])).toHaveLength(1_500);
  });
});

function change(path: string, different: Partial<FieldChange>): FieldChange {
  return { resource: "task-definition", path, change: "changed", impact: "rollout", sensitive: false, ...different };
}

function linesOf(...changes: readonly FieldChange[]): readonly string[] {
  return groupChanges(changes).flatMap(({ title, lines }) => [
    `@ ${title}`,
    ...lines.map(({ sign, text }) => `${sign} ${text}`),
  ]);
}

describe("groupChanges", () => {
  it("names each topic once, in the order in which people look", () => {
    expect(
      linesOf(
        change("containerDefinitions.dagster.environment.A", { before: shown("1"), after: shown("2") }),
        change("containerDefinitions.statsd", { change: "removed", before: shown({ image: "statsd" }) }),
        change("cpu", { change: "added", after: shown("256") }),
      ),
    ).toEqual([
      "@ Environment",
      '- A: "1"',
      '+ A: "2"',
      "@ Resources of the code server",
      '+ cpu: "256"',
      "@ Sidecars",
      '- statsd: {"image":"statsd"}',
    ]);
  });

  it("compares texts of several lines line by line", () => {
    expect(linesOf(change("script", { before: shown("a\nb\nc"), after: shown("a\nB\nc") }))).toEqual([
      "@ Service",
      "  script:",
      "      a",
      "-     b",
      "+     B",
      "      c",
    ]);
  });

  it("compares JSON in a text by its structure", () => {
    const lines = linesOf(change("policy", { before: shown('{"a":1,"b":[1,2]}'), after: shown('{"a":1,"b":[1,3]}') }));
    expect(lines).toContain("-         2");
    expect(lines).toContain("+         3");
  });

  it("shows the difference of JSON that differs only in blanks", () => {
    expect(linesOf(change("policy", { before: shown('{"a": 1}'), after: shown('{"a":1}') }))).toEqual([
      "@ Service",
      '- policy: "{\\"a\\": 1}"',
      '+ policy: "{\\"a\\":1}"',
    ]);
  });

  it("cuts long values around what differs", () => {
    const [, before = "", after = ""] = linesOf(
      change("command", { before: shown(`${"x".repeat(300)}OLD`), after: shown(`${"x".repeat(300)}NEW`) }),
    );
    expect(before).toMatch(/^- command: …x{40}OLD"$/);
    expect(after).toMatch(/^\+ command: …x{40}NEW"$/);
  });

  it("shows what is visible when only the other side is hidden", () => {
    const before = { kind: "hidden", why: "previous value hidden" } as const;
    expect(linesOf(change("A", { before, after: shown("x") }))).toEqual([
      "@ Service",
      "- A: (previous value hidden)",
      '+ A: "x"',
    ]);
  });
});

describe("collectSensitiveChanges", () => {
  it("lists the same change of several locations once", () => {
    const changes = collectSensitiveChanges([sampleCreate("a"), sampleCreate("b")]);
    expect(changes.map(({ field, locations }) => [field, locations])).toEqual([
      ["executionRoleArn", ["a", "b"]],
      ["taskRoleArn", ["a"]],
      ["taskRoleArn", ["b"]],
    ]);
  });
});

describe("fitSections", () => {
  const sections = [
    { importance: 0, variants: ["head"] },
    { importance: 2, isDetail: true, variants: ["A".repeat(100), "a"] },
    { importance: 1, isDetail: true, variants: ["B".repeat(100), "b"] },
  ];
  const note = (omitted: number, total: number): string => `${omitted}/${total}`;

  it("takes everything when it fits", () => {
    expect(fitSections(sections, 1_000, note)).toBe(`head\n\n${"A".repeat(100)}\n\n${"B".repeat(100)}`);
  });
  it("shortens the less important first", () => {
    expect(fitSections(sections, 130, note)).toBe(`head\n\n0/2\n\na\n\n${"B".repeat(100)}`);
  });
  it("leaves out the less important first", () => {
    expect(fitSections(sections, 16, note)).toBe("head\n\n1/2\n\nb");
  });
});

describe("wording", () => {
  it.each([
    [[], "No changes. No code location was selected."],
    [[sampleStep("a")], "No changes. The code location is as configured."],
    [[sampleStep("a"), sampleStep("b")], "No changes. All 2 code locations are as configured."],
    [[sampleStep("a"), sampleCreate("b"), sampleCreate("c")], "2 to create, 1 unchanged."],
  ])("verdict %#", (steps, expected) => expect(describeVerdict(samplePlan(steps))).toBe(expected));

  it.each([
    [0.4, "0 s"],
    [59.6, "1 min"],
    [72, "1 min 12 s"],
    [7_500, "2 h 5 min"],
  ])("duration of %d", (seconds, expected) => expect(describeDuration(seconds)).toBe(expected));
});

describe("images", () => {
  const digest = `sha256:${"9b1c2d3e4f5a".padEnd(64, "0")}`;
  it.each([
    [
      "123456789012.dkr.ecr.eu-west-1.amazonaws.com/team/etl:3f2c1aa90b12c5d6e7f8091a2b3c4d5e6f708192",
      "etl:3f2c1aa90b12",
    ],
    ["ghcr.io:443/acme/web:1.4", "web:1.4"],
    [`acme/web@${digest}`, "web@sha256:9b1c2d3e4f5a"],
    ["python", "python"],
    ["not an image", "not an image"],
  ])("%s is %s", (reference, expected) => expect(shortenImage(reference)).toBe(expected));
  it("has a short digest", () => expect(shortDigestOf(`web@${digest}`)).toBe("sha256:9b1c2d3e4f5a"));
});

describe("problems", () => {
  const problem = (severity: Problem["severity"], line: number): Problem => ({
    code: "code",
    severity,
    message: `problem ${line}`,
    hint: "Hint.",
    file: "dagster_cloud.yaml",
    line,
    column: 3,
    path: "",
  });

  it("come errors first, then by line", () => {
    const ordered = orderProblems([problem("warning", 1), problem("error", 12), problem("error", 2)]);
    expect(ordered.map(({ severity, line }) => `${severity} ${line}`)).toEqual(["error 2", "error 12", "warning 1"]);
  });

  it("point at the column, also behind tabs and what cannot be seen", () => {
    const source = `\t\u202ekey: 1`;
    const text = renderProblemsConsole(
      [{ ...problem("error", 1), column: 3 }],
      { colors: false },
      new Map([["dagster_cloud.yaml", plainSource(source)]]),
    );
    const [, line = "", caret = ""] = text.split("\n");
    expect(line).toContain("\\u{202E}key");
    expect(caret.indexOf("^")).toBe(line.indexOf("key"));
  });

  it("point at the column behind characters that are wide on a terminal, and those that are nothing", () => {
    const text = renderProblemsConsole(
      [{ ...problem("error", 1), column: 9 }],
      { colors: false },
      new Map([["dagster_cloud.yaml", plainSource("\u30c7\u30fc\u30bf\u{1f600}e\u0301 key: 1")]]),
    );
    const [, line = "", caret = ""] = text.split("\n");
    // Three letters and a picture of two columns each, an e with its accent, a space.
    expect(caret.indexOf("^") - line.indexOf("\u30c7")).toBe(10);
  });

  it("point at the column of a very long line", () => {
    const source = `${"x".repeat(5_000)}HERE`;
    const text = renderProblemsConsole(
      [{ ...problem("error", 1), column: 5_001 }],
      { colors: false },
      new Map([["dagster_cloud.yaml", plainSource(source)]]),
    );
    const [, line = "", caret = ""] = text.split("\n");
    expect(line.length).toBeLessThan(130);
    expect(caret.indexOf("^")).toBe(line.indexOf("HERE"));
  });

  it("become one annotation each", () => {
    expect(
      problemAnnotations(SAMPLE_PROBLEMS).map(({ level, title, line, column }) => [level, title, line, column]),
    ).toEqual([
      ["error", "unknown-key", 11, 9],
      ["warning", "number-as-text", 9, 16],
    ]);
  });

  it("become ten annotations at most, the last of which lists the rest", () => {
    const annotations = problemAnnotations(Array.from({ length: 15 }, (_, index) => problem("error", index + 1)));
    expect(annotations).toHaveLength(10);
    expect(annotations[9]?.title).toBe("6 more errors");
    expect(annotations[9]?.message.split("\n")).toHaveLength(6);
    expect(annotations[9]?.message).toContain("dagster_cloud.yaml:15:3 problem 15");
  });
});

describe("renderWorkspaceFile", () => {
  it("is what Dagster reads", () => {
    const text = renderWorkspaceFile([{ name: "no", host: "no-prod-1f.dagster.local", port: 4000 }]);
    expect(text).toBe(
      'load_from:\n  - grpc_server:\n      host: no-prod-1f.dagster.local\n      port: 4000\n      location_name: "no"\n',
    );
    expect(parse(text, { version: "1.1" })).toEqual({
      load_from: [{ grpc_server: { host: "no-prod-1f.dagster.local", port: 4000, location_name: "no" } }],
    });
  });
  it("names nothing when there is nothing", () => expect(renderWorkspaceFile([])).toBe("load_from: []\n"));
});

describe("previousImage", () => {
  const [one, other] = [`acme/etl@sha256:${"a".repeat(64)}`, `acme/etl@sha256:${"b".repeat(64)}`];

  it.each([
    ["another one", { previous: other }, `etl@sha256:${"b".repeat(12)}`],
    ["the one that runs", { previous: one }, "same"],
    ["the one of the revision that stays", {}, "same"],
  ])("of a step: %s", (_name, previous, expected) => {
    const image = { requested: one, reference: one, ...previous, status: "registered" };
    expect(previousImage(sampleStep("etl", { action: "redeploy", image }))).toBe(expected);
  });

  it("of a new location is none", () => expect(previousImage(sampleCreate("etl"))).toBeUndefined());
});
