import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Outcome } from "../../../src/model/outcome.ts";
import type { Plan } from "../../../src/model/plan.ts";
import { plainSource } from "../../../src/model/source-text.ts";
import { renderOutcomeConsole } from "../../../src/report/outcome-console.ts";
import { renderOutcomeMarkdown } from "../../../src/report/outcome-markdown.ts";
import { renderPlanConsole } from "../../../src/report/plan-console.ts";
import { COMMENT_LIMIT } from "../../../src/report/plan-input.ts";
import { renderPlanComment, renderPlanMarkdown } from "../../../src/report/plan-markdown.ts";
import { renderProblemsConsole, renderProblemsMarkdown } from "../../../src/report/problems.ts";
import { anyText } from "../../any-text.ts";
import { FORBIDDEN, stripCode, stripFences } from "./markdown-text.ts";
import {
  OUTCOME_SAMPLES,
  PLAN_SAMPLES,
  ROLLED_BACK,
  SAMPLE_PROBLEMS,
  SAMPLE_SOURCE,
  sampleCreate,
  sampleInput,
  samplePlan,
} from "./samples.ts";

const PLAIN = { colors: false };
const RUN_URL = "https://github.com/acme/data-platform/actions/runs/9876543210";
const NASTY = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        "@octocat",
        "#12",
        "https://evil.example/x",
        "<script>",
        "</details>",
        "`",
        "````",
        "|",
        "\\",
        "\n",
        "::error::",
        "##[error]",
        "[x](http://y)",
        "<!-- x -->",
        "\u202e",
        " ",
        "> [!NOTE]",
        "```diff",
      ),
      anyText({ maxLength: 6 }),
    ),
    { minLength: 1, maxLength: 6 },
  )
  .map((parts) => parts.join(""));

function expectHarmless(markdown: string): void {
  expect(stripFences(markdown).isBalanced).toBe(true);
  const text = stripCode(markdown);
  for (const forbidden of FORBIDDEN) expect(text).not.toMatch(forbidden);
  expect(text.match(/<details/g)?.length ?? 0).toBe(text.match(/<\/details>/g)?.length ?? 0);
  for (const row of text.split("\n").filter((line) => line.startsWith("| ")))
    expect(row.split("|").length).toBeLessThanOrEqual(7);
}

function expectNoCommand(text: string): void {
  for (const line of text.split(/\r\n|\r|\n/)) {
    expect(line.trimStart().startsWith("::")).toBe(false);
    expect(line).not.toContain("##[");
  }
}

/** Every text of a value replaced by a hostile one, except what types and our own constants give. */
function poison<Value>(value: Value, text: string): Value {
  const keep = new Set([
    "action",
    "status",
    "impact",
    "kind",
    "change",
    "resource",
    "origin",
    "severity",
    "region",
    "account",
  ]);
  const walk = (node: unknown, key: string): unknown => {
    if (typeof node === "string") return keep.has(key) ? node : text;
    if (Array.isArray(node)) return node.map((each) => walk(each, key));
    if (typeof node === "object" && node !== null) {
      return Object.fromEntries(Object.entries(node).map(([name, member]) => [name, walk(member, name)]));
    }
    return node;
  };
  return walk(value, "") as Value;
}

describe("golden reports", () => {
  const small = Object.entries(PLAN_SAMPLES).filter(([name]) => name !== "sixty-locations");
  it.each(small)("plan: %s", async (name, input) => {
    await expect(renderPlanMarkdown(input)).toMatchFileSnapshot(`golden/plan-${name}.md`);
    await expect(`${renderPlanConsole(input, PLAIN)}\n`).toMatchFileSnapshot(`golden/plan-${name}.txt`);
  });
  it.each(Object.entries(OUTCOME_SAMPLES))("outcome: %s", async (name, outcome) => {
    const input = { outcome, deployment: "prod", runUrl: RUN_URL };
    await expect(renderOutcomeMarkdown(input)).toMatchFileSnapshot(`golden/${name}.md`);
    await expect(`${renderOutcomeConsole(input, PLAIN)}\n`).toMatchFileSnapshot(`golden/${name}.txt`);
  });
  it("problems", async () => {
    const sources = new Map([["dagster_cloud.yaml", plainSource(SAMPLE_SOURCE)]]);
    await expect(renderProblemsMarkdown(SAMPLE_PROBLEMS)).toMatchFileSnapshot("golden/problems.md");
    await expect(`${renderProblemsConsole(SAMPLE_PROBLEMS, PLAIN, sources)}\n`).toMatchFileSnapshot(
      "golden/problems.txt",
    );
  });
});

describe("every sample", () => {
  it.each(Object.entries(PLAN_SAMPLES))("plan %s is harmless and stable", (_, input) => {
    expectHarmless(renderPlanMarkdown(input));
    expect(renderPlanMarkdown(structuredClone(input))).toBe(renderPlanMarkdown(input));
  });
  it.each(Object.entries(OUTCOME_SAMPLES))("outcome %s is harmless", (_, outcome) => {
    expectHarmless(renderOutcomeMarkdown({ outcome, deployment: "prod", runUrl: RUN_URL }));
  });
});

describe("hostile text in every place", () => {
  const plan: Plan = samplePlan(
    PLAN_SAMPLES.dangerous?.plan.steps.concat(PLAN_SAMPLES.update?.plan.steps.slice(0, 2) ?? []) ?? [],
  );

  it("makes no markup, mention, link or command of a plan", () => {
    fc.assert(
      fc.property(NASTY, (text) => {
        const input = {
          ...poison({ ...sampleInput(plan), ...PLAN_SAMPLES.dangerous, problems: SAMPLE_PROBLEMS }, text),
          runUrl: RUN_URL,
        };
        expectHarmless(renderPlanMarkdown(input));
        expectHarmless(renderPlanMarkdown({ ...input, refusedBecause: [text] }));
        expectHarmless(renderPlanComment(input, 9_000));
        expectNoCommand(renderPlanConsole(input, PLAIN));
      }),
      { numRuns: 150 },
    );
  });

  it("makes no markup, mention, link or command of an outcome", () => {
    fc.assert(
      fc.property(NASTY, (text) => {
        const outcome: Outcome = poison({ locations: [ROLLED_BACK], succeeded: false }, text);
        const input = { outcome, deployment: text, runUrl: RUN_URL, title: text };
        expectHarmless(renderOutcomeMarkdown(input));
        expectNoCommand(renderOutcomeConsole(input, PLAIN));
      }),
      { numRuns: 150 },
    );
  });

  it("makes no markup, mention, link or command of problems", () => {
    fc.assert(
      fc.property(NASTY, (text) => {
        const problems = poison(SAMPLE_PROBLEMS, text);
        expectHarmless(renderProblemsMarkdown(problems));
        expectNoCommand(renderProblemsConsole(problems, PLAIN, new Map([[text, plainSource(text.repeat(12))]])));
      }),
      { numRuns: 150 },
    );
  });
});

describe("renderPlanComment", () => {
  const sixty = PLAN_SAMPLES["sixty-locations"] ?? sampleInput(samplePlan([]));

  it("begins with the marker", () => {
    expect(renderPlanComment(sixty)).toMatch(
      /^<!-- dagster-ecs-deploy \{"version":1,"key":"dagster_cloud\.yaml\/prod","runId":9876543210\} -->\n## /,
    );
  });

  it("stays within GitHub's limit, says what is missing and where the whole is", () => {
    const comment = renderPlanComment(sixty);
    expect(comment.length).toBeLessThanOrEqual(COMMENT_LIMIT);
    const shown = comment.match(/<details><summary>🟡/g)?.length ?? 0;
    expect(shown).toBeGreaterThan(10);
    expect(comment).toContain(
      `The details of ${60 - shown} of 60 code locations are omitted below; full plan: [the job summary of this run](${RUN_URL})`,
    );
    expectHarmless(comment);
  });

  it("keeps every row of the table before it keeps details", () => {
    const rows = renderPlanComment(sixty).match(/^\| `location_\d\d`/gm);
    expect(rows).toHaveLength(60);
  });

  it("keeps what is dangerous before what is not", () => {
    const steps = [...sixty.plan.steps, ...(PLAN_SAMPLES.dangerous?.plan.steps ?? [])];
    const comment = renderPlanComment({ ...sixty, plan: samplePlan(steps) }, 30_000);
    expect(comment).toContain("<summary>🔴 <code>legacy_etl</code>");
    expect(comment).toContain("<summary>🟠 <code>ml</code>");
    expect(comment).not.toContain("<summary>🟡 <code>location_60</code>");
  });

  it("fits whatever the plan and the limit", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 120 }), fc.integer({ min: 6_000, max: COMMENT_LIMIT }), (count, limit) => {
        const steps = Array.from({ length: count }, (_, index) => sampleCreate(`location_${index}`));
        const comment = renderPlanComment(sampleInput(samplePlan(steps)), limit);
        expect(Buffer.byteLength(comment)).toBeLessThanOrEqual(limit);
        expect(stripFences(comment).isBalanced).toBe(true);
      }),
      { numRuns: 40 },
    );
  });

  it("fits a thousand locations", () => {
    const steps = Array.from({ length: 1_000 }, (_, index) => sampleCreate(`a_rather_long_location_name_${index}`));
    const comment = renderPlanComment(sampleInput(samplePlan(steps)));
    expect(Buffer.byteLength(comment)).toBeLessThanOrEqual(COMMENT_LIMIT);
    expect(comment).toContain("**1000 to create.**");
  });
});

describe("hidden values", () => {
  it("are named by their origin only", () => {
    const markdown = renderPlanMarkdown(PLAN_SAMPLES.update ?? sampleInput(samplePlan([])));
    expect(markdown).toContain("! SNOWFLAKE_PASSWORD: changed (hidden: from the step's environment)");
    expect(markdown).toContain("- OLD_FLAG: (previous value hidden)");
  });
});

describe("renderOutcomeMarkdown", () => {
  it("shortens log lines before it drops an explanation", () => {
    const failure = ROLLED_BACK.failure;
    if (failure === undefined) throw new Error("the sample has a failure");
    const [task] = failure.stoppedTasks;
    if (task === undefined) throw new Error("the sample has a stopped task");
    const logLines = Array.from({ length: 190 }, (_, index) => `line ${index} ${"x".repeat(60)}`);
    const long = {
      ...ROLLED_BACK,
      failure: { ...failure, stoppedTasks: [{ ...task, containers: [{ name: "dagster", exitCode: 1, logLines }] }] },
    };
    const markdown = renderOutcomeMarkdown(
      { outcome: { locations: [long], succeeded: false }, deployment: "prod" },
      6_000,
    );
    expect(Buffer.byteLength(markdown)).toBeLessThanOrEqual(6_000);
    expect(markdown).toContain("line 189");
    expect(markdown).not.toContain("line 100 ");
    expect(markdown).toContain("Log lines are shortened below");
  });
});

describe("colours", () => {
  it("add nothing but colours", () => {
    const input = PLAN_SAMPLES.dangerous ?? sampleInput(samplePlan([]));
    const coloured = renderPlanConsole(input, { colors: true });
    const escapes = new RegExp(`${String.fromCharCode(27)}\\[\\d+m`, "g");
    expect(coloured).toMatch(escapes);
    expect(coloured.replace(escapes, "")).toBe(renderPlanConsole(input, PLAIN));
  });
});
