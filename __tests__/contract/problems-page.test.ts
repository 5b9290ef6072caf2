import { expect, test } from "vitest";
import { listProblems } from "../../src/config/problem-catalogue.ts";
import { readFiles, readText } from "./repository.ts";

interface Generator {
  renderProblemsPage(): string;
}

// Known by its address only: the script is plain JavaScript, which the type checker does not read.
const script = new URL("../../scripts/generate-problems-page.mjs", import.meta.url).href;

test("docs/problems.md is what the catalogue gives (else run node scripts/generate-problems-page.mjs)", async () => {
  const { renderProblemsPage } = (await import(script)) as Generator;
  expect(readText("docs/problems.md")).toBe(renderProblemsPage());
});

test("the catalogue has every code of the checks of job tags", () => {
  const texts = readFiles("src/job-tags").map(({ text }) => text);
  const codes = texts.flatMap((text) => [...text.matchAll(/"(job-tag-[a-z-]+)"/g)].map(([, code = ""]) => code));
  const known = listProblems().flatMap(([code]) => (code.startsWith("job-tag-") ? [code] : []));
  expect([...new Set(codes)].sort()).toEqual(known.sort());
});
