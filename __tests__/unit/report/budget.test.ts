import fc from "fast-check";
import { micromark } from "micromark";
import { gfm, gfmHtml } from "micromark-extension-gfm";
import { describe, expect, it } from "vitest";
import type { FieldChange, Plan, Step, StepAction } from "../../../src/model/plan.ts";
import { COMMENT_LIMIT, SUMMARY_LIMIT } from "../../../src/report/plan-input.ts";
import { renderPlanComment, renderPlanMarkdown } from "../../../src/report/plan-markdown.ts";
import { sampleInput, samplePlan, sampleStep, shown } from "./samples.ts";

const RESOURCES = {
  environment: "containerDefinitions.dagster.environment.V",
  secret: "containerDefinitions.dagster.secrets.S",
  size: "cpu",
  run: "container context › ecs.run_resources.cpu",
  sidecar: "containerDefinitions.datadog.image",
  volume: "volumes.models.host",
  role: "taskRoleArn",
} as const;

/** Text that would like to be markup, and long text. */
const text = fc.oneof(
  fc.constantFrom(
    "```",
    "</details>",
    "<details>",
    "|",
    "\n\n",
    "`",
    "x".repeat(500),
    "ü".repeat(200),
    "<!--",
    "> [!NOTE]",
  ),
  fc.string({ unit: "grapheme", maxLength: 20 }),
);

const fieldChange: fc.Arbitrary<FieldChange> = fc
  .record({
    kind: fc.constantFrom(...(Object.keys(RESOURCES) as (keyof typeof RESOURCES)[])),
    index: fc.nat({ max: 99 }),
    before: text,
    after: text,
    outside: fc.boolean(),
  })
  .map(({ kind, index, before, after, outside }) => ({
    resource: "task-definition",
    path: `${RESOURCES[kind]}${kind === "environment" || kind === "secret" ? index : ""}`,
    change: "changed",
    before: shown(before),
    after: shown(after),
    impact: "rollout",
    sensitive: kind === "secret" || kind === "role",
    ...(outside && { outside }),
  }));

const ACTIONS: readonly StepAction[] = ["create", "update", "update", "update", "replace", "delete", "none", "blocked"];

const step = fc.record({
  action: fc.constantFrom(...ACTIONS),
  suffix: text,
  reason: text,
  changes: fc.array(fieldChange, { maxLength: 6 }),
  warnings: fc.array(text, { maxLength: 1 }),
});

/** A few different steps, over and over: a thousand of each kind would only take longer. */
const plan: fc.Arbitrary<Plan> = fc
  .record({
    kinds: fc.array(step, { minLength: 1, maxLength: 5 }),
    count: fc.oneof(fc.nat({ max: 40 }), fc.nat({ max: 1_000 })),
  })
  .map(({ kinds, count }) => samplePlan(Array.from({ length: count }, (_, index) => makeStep(kinds, index))));

function makeStep(
  kinds: readonly (typeof step extends fc.Arbitrary<infer Kind> ? Kind : never)[],
  index: number,
): Step {
  const kind = kinds[index % kinds.length];
  const name = `loc${String(index).padStart(4, "0")}x`;
  if (kind === undefined) return sampleStep(name);
  const { action, suffix, reason, changes, warnings } = kind;
  return sampleStep(`${name}${suffix.slice(0, 60)}`, {
    action,
    reason: { code: "x", text: reason },
    changes,
    warnings,
  });
}

/** Draws Markdown as GitHub does, and holds its blocks against each other. Throws where one is not closed. */
function draw(markdown: string): string {
  const html = micromark(markdown, { allowDangerousHtml: true, extensions: [gfm()], htmlExtensions: [gfmHtml()] });
  let open = 0;
  // What is shown as code has no `<` of its own left.
  for (const [tag] of html.matchAll(/<\/?(?:details|pre|table|blockquote)\b/g)) {
    open += tag.startsWith("</") ? -1 : 1;
    expect(open).toBeGreaterThanOrEqual(0);
  }
  expect(open).toBe(0);
  expect(html.match(/<details/g)?.length ?? 0).toBe(html.match(/<\/details>/g)?.length ?? 0);
  expect(html.match(/<summary>/g)?.length ?? 0).toBe(html.match(/<details/g)?.length ?? 0);
  // The last line is a paragraph of its own, so nothing before it is open.
  expect(html.trimEnd()).toMatch(/<p><sub>Cluster <code>dagster<\/code>[^\n]*<\/sub><\/p>$/);
  return html;
}

function changedLocations({ steps }: Plan): readonly string[] {
  return steps.filter(({ action }) => action !== "none").map(({ location }) => location.slice(0, 8));
}

function sizeOfNames({ steps }: Plan): number {
  return steps.reduce((size, { location }) => size + Buffer.byteLength(location) + 4, 0);
}

describe("the budget of a report", () => {
  it("of any plan: a comment that fits, is whole, and names every location that changes before its details", () => {
    fc.assert(
      fc.property(plan, (random) => {
        const comment = renderPlanComment(sampleInput(random));
        expect(comment.length).toBeLessThanOrEqual(COMMENT_LIMIT);
        const [overview = ""] = draw(comment).split("<details");
        const missing = changedLocations(random).filter((name) => !overview.includes(name));
        // Where the names alone are most of what a comment holds, it says how many it leaves out.
        if (sizeOfNames(random) > COMMENT_LIMIT / 2 && missing.length > 0) {
          expect(overview).toContain(`… and ${missing.length} more code location`);
        } else expect(missing).toEqual([]);
      }),
      { numRuns: 15 },
    );
  });

  it("of any plan: a summary that fits, is whole, and says what it leaves out", () => {
    fc.assert(
      fc.property(plan, (random) => {
        const summary = renderPlanMarkdown(sampleInput(random));
        expect(Buffer.byteLength(summary)).toBeLessThanOrEqual(SUMMARY_LIMIT);
        const details = draw(summary).match(/<details><summary>\S+ <code>loc/g)?.length ?? 0;
        const isShort = details < changedLocations(random).length;
        expect(summary.includes("omitted below")).toBe(isShort);
      }),
      { numRuns: 6 },
    );
  });

  it("of a thousand locations with long names: what is left out is said, with a link to all of it", () => {
    const steps = Array.from({ length: 1_000 }, (_, index) =>
      sampleStep(`loc${String(index).padStart(4, "0")}x_of_a_team_with_a_long_name`, {
        action: "update",
        reason: { code: "image", text: "The image changes." },
      }),
    );
    const input = sampleInput(samplePlan(steps));
    const comment = renderPlanComment(input);
    const html = draw(comment);
    expect(comment.length).toBeLessThanOrEqual(COMMENT_LIMIT);
    expect(comment).toContain("omitted below");
    expect(html).toContain(`<a href="${input.runUrl}">the job summary of this run</a>`);
    for (const name of changedLocations(input.plan)) expect(html).toContain(name);
  });

  it.each([60_000, 20_000, 6_000])("within %d bytes", (limit) => {
    fc.assert(
      fc.property(plan, (random) => {
        const comment = renderPlanComment(sampleInput(random), limit);
        expect(Buffer.byteLength(comment)).toBeLessThanOrEqual(limit);
        draw(comment);
      }),
      { numRuns: 5 },
    );
  });
});
