// Writes sample reports to a folder, to look at: node scripts/preview-report.ts FOLDER
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { OUTCOME_SAMPLES, PLAN_SAMPLES, SAMPLE_PROBLEMS, SAMPLE_SOURCE } from "../__tests__/unit/report/samples.ts";
import { plainSource } from "../src/model/source-text.ts";
import { renderOutcomeConsole } from "../src/report/outcome-console.ts";
import { renderOutcomeMarkdown } from "../src/report/outcome-markdown.ts";
import { renderPlanConsole } from "../src/report/plan-console.ts";
import { renderPlanComment, renderPlanMarkdown } from "../src/report/plan-markdown.ts";
import { renderProblemsConsole, renderProblemsMarkdown } from "../src/report/problems.ts";

const [folder] = process.argv.slice(2);
if (folder === undefined) throw new Error("Usage: node scripts/preview-report.ts FOLDER");
const style = { colors: process.stdout.isTTY && process.env.NO_COLOR === undefined };

const reports = new Map<string, string>();
for (const [name, input] of Object.entries(PLAN_SAMPLES)) {
  reports.set(`plan-${name}.md`, renderPlanMarkdown(input));
  reports.set(`comment-${name}.md`, renderPlanComment(input));
  reports.set(`plan-${name}.txt`, renderPlanConsole(input, style));
}
for (const [name, outcome] of Object.entries(OUTCOME_SAMPLES)) {
  const input = {
    outcome,
    deployment: "prod",
    runUrl: "https://github.com/acme/data-platform/actions/runs/9876543210",
  };
  reports.set(`${name}.md`, renderOutcomeMarkdown(input));
  reports.set(`${name}.txt`, renderOutcomeConsole(input, style));
}
reports.set("problems.md", renderProblemsMarkdown(SAMPLE_PROBLEMS));
reports.set(
  "problems.txt",
  renderProblemsConsole(SAMPLE_PROBLEMS, style, new Map([["dagster_cloud.yaml", plainSource(SAMPLE_SOURCE)]])),
);

await mkdir(folder, { recursive: true });
for (const [name, text] of reports) await writeFile(join(folder, name), text.endsWith("\n") ? text : `${text}\n`);
console.log(`${reports.size} reports in ${folder}`);
