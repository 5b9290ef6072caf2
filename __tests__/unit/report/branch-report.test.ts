import { describe, expect, it } from "vitest";
import { readCommentMarker } from "../../../src/model/comment-marker.ts";
import type { Outcome } from "../../../src/model/outcome.ts";
import type { Plan } from "../../../src/model/plan.ts";
import { branchOutcome, branchRemoval, type HostShown, renderLeftAlone } from "../../../src/report/branch-report.ts";
import { renderOutcomeComment } from "../../../src/report/outcome-markdown.ts";
import { COMMENT_LIMIT } from "../../../src/report/plan-input.ts";
import { FORBIDDEN, stripCode, stripFences } from "./markdown-text.ts";
import { OUTCOME_SAMPLES, samplePlan } from "./samples.ts";

const REQUEST: Plan["request"] = { ...samplePlan([]).request, deployment: "pr-7", kind: "branch", pullRequest: 7 };
const RUN = {
  headSha: "3f2c1aa90b12c5d6e7f8091a2b3c4d5e6f708192",
  runUrl: "https://github.com/acme/data/actions/runs/1",
};
const MARKER = { key: "branch|pr-7|acme/data:x|", runId: 5 };
const hostOf = (name: string): HostShown => ({ name, hostname: `${name}-pr-7-0a1b2c.code.internal`, port: 4000 });

const sample = (name: string): Outcome => OUTCOME_SAMPLES[name] ?? { locations: [], succeeded: true };

const removed = (succeeded: boolean): Outcome => ({
  succeeded,
  locations: [
    {
      location: "etl",
      action: "delete",
      status: succeeded ? "succeeded" : "failed",
      message: succeeded
        ? "removed the ECS service, its Cloud Map service, 3 task definition revisions"
        : "The ECS service etl-pr-7-0a1b2c was deleted but still stops its tasks. Run again when the service is INACTIVE.",
      service: "etl-pr-7-0a1b2c",
      duration: 48,
    },
  ],
});

const commentAfterApply = (outcome: Outcome, hosts: readonly HostShown[]): string =>
  renderOutcomeComment(branchOutcome({ request: REQUEST, outcome, ...RUN }, hosts), MARKER);
const commentAfterRemoval = (succeeded: boolean): string =>
  renderOutcomeComment(branchRemoval({ request: REQUEST, outcome: removed(succeeded), runUrl: RUN.runUrl }), MARKER);

describe("the comment about a branch deployment", () => {
  it.each<[string, string]>([
    ["applied", commentAfterApply(sample("apply-succeeded"), ["analytics", "ingest"].map(hostOf))],
    ["failed", commentAfterApply(sample("apply-failed"), ["analytics"].map(hostOf))],
    ["removed", commentAfterRemoval(true)],
    ["half-removed", commentAfterRemoval(false)],
  ])("%s", async (name, comment) => {
    await expect(comment).toMatchFileSnapshot(`golden/branch-${name}.md`);
    expect(readCommentMarker(comment)).toEqual(MARKER);
  });

  it("says where it runs though no host is known", () => {
    const comment = commentAfterApply(sample("apply-nothing"), [{ name: "etl", hostname: null, port: null }]);
    expect(comment).toContain("Runs in cluster `dagster`");
    expect(comment).not.toContain("| Host |");
  });

  it("fits, however many hosts there are", () => {
    const hosts = Array.from({ length: 1_000 }, (_, index) => hostOf(`location-with-quite-a-long-name-${index}`));
    const comment = commentAfterApply(sample("apply-failed"), hosts);
    expect(comment.length).toBeLessThanOrEqual(COMMENT_LIMIT);
    expect(comment).toMatch(/… and \d+ more hosts\./);
    expect(commentAfterApply(sample("apply-failed"), hosts.slice(0, 100))).toContain("quite-a-long-name-99-pr-7");
  });

  it("makes nothing of hostile names", () => {
    const text = "x|</details>\n@octocat `::error::` [a](http://b) <!-- -->";
    const request = { ...REQUEST, deployment: text, cluster: text, region: text };
    const hosts = [{ name: text, hostname: text, port: 1 }];
    const report = branchOutcome({ request, outcome: sample("apply-succeeded"), ...RUN }, hosts);
    const markdown = renderOutcomeComment(report, { key: text, runId: 1 }).split("\n").slice(1).join("\n");
    expect(stripFences(markdown).isBalanced).toBe(true);
    for (const forbidden of FORBIDDEN) expect(stripCode(markdown)).not.toMatch(forbidden);
  });
});

it("what a sweep left alone is a list of harmless sentences", () => {
  const text = renderLeftAlone("1 of 2 swept, 1 left alone.", ["pr-7: GitHub said 403 <b>@octocat</b>"]);
  expect(text.split("\n")).toHaveLength(3);
  expect(text).not.toMatch(/<b>|(?<![\\`])@octocat/);
});
