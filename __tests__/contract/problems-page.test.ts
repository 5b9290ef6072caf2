import { expect, test } from "vitest";
import { readText } from "./repository.ts";

interface Generator {
  renderProblemsPage(): string;
}

// Known by its address only: the script is plain JavaScript, which the type checker does not read.
const script = new URL("../../scripts/generate-problems-page.mjs", import.meta.url).href;

test("docs/problems.md is what the catalogue gives (else run node scripts/generate-problems-page.mjs)", async () => {
  const { renderProblemsPage } = (await import(script)) as Generator;
  expect(readText("docs/problems.md")).toBe(renderProblemsPage());
});
