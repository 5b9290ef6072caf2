/**
 * Writes docs/problems.md from the catalogue of problems.
 *
 * node scripts/generate-problems-page.mjs
 */
import { writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { PROBLEM_CATALOGUE } from "../src/config/problem-catalogue.ts";

const TARGET = fileURLToPath(new URL("../docs/problems.md", import.meta.url));
/** Longer examples are cut: the page shows the form, the tests run all of it. */
const MOST_LINES = 14;
const LONGEST_LINE = 110;

const PLACES = {
  file: "`dagster_cloud.yaml`",
  location: "a location of `dagster_cloud.yaml`",
  ecs: "`container_context.ecs` of a location",
  "agent-file": "`dagster.yaml`",
  launcher: "`user_code_launcher.config` of `dagster.yaml`",
  "project-file": "`pyproject.toml` of a dg project or workspace",
  python: "Python below `build.directory` of a location",
};

const LANGUAGES = { python: "python", "project-file": "toml" };

/** The page as Markdown. */
export function renderProblemsPage() {
  const chapters = Object.entries(PROBLEM_CATALOGUE).map(([title, entries]) =>
    [`## ${title}`, ...Object.entries(entries).map(([code, entry]) => renderEntry(code, entry))].join("\n\n"),
  );
  return `${[
    "# Problems",
    "What `validate` (and every other command, before it touches AWS) finds in a configuration, by the code that stands beside each message. Each example is a test. This page is written by `scripts/generate-problems-page.mjs`; do not edit it.",
    ...chapters,
  ].join("\n\n")}\n`;
}

function renderEntry(code, entry) {
  const context = [
    `In ${PLACES[entry.in]}`,
    ...(entry.launcher ? [`with \`${entry.launcher}\` in \`user_code_launcher.config\``] : []),
    ...(entry.agent ? [`with \`${entry.agent.replaceAll("\n", "` and `")}\` in \`dagster.yaml\``] : []),
    ...Object.entries(entry.inputs ?? {}).map(([name, value]) => `with the input \`${name}: ${value}\``),
    ...(entry.branch ? ["for a branch deployment"] : []),
    ...(entry.times ? [`${entry.times.toLocaleString("en")} times this`] : []),
    ...(entry.encoding ? [`saved as ${entry.encoding}`] : []),
  ].join(", ");
  return [
    `### \`${code}\``,
    `${entry.title}. ${context}:`,
    fence(entry.bad, entry),
    "Instead:",
    fence(entry.good, entry),
  ].join("\n\n");
}

function fence(text, { in: place }) {
  const lines = text.trimEnd().split("\n").map(shorten);
  const shown = lines.length > MOST_LINES ? [...lines.slice(0, MOST_LINES - 1), "# and so on"] : lines;
  return [`\`\`\`${LANGUAGES[place] ?? "yaml"}`, ...shown, "```"].join("\n");
}

function shorten(line) {
  const visible = line.replace(
    /\p{Cc}/gu,
    (character) => `\\x${character.charCodeAt(0).toString(16).padStart(2, "0")}`,
  );
  return visible.length > LONGEST_LINE ? `${visible.slice(0, LONGEST_LINE)}…` : visible;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) writeFileSync(TARGET, renderProblemsPage());
