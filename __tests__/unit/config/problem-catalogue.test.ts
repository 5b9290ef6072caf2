import { describe, expect, it } from "vitest";
import { listProblems } from "../../../src/config/problem-catalogue.ts";
import { fileNamed, filesOf, linesOf, problemsOf } from "./examples.ts";

describe.each(listProblems())("%s", (code, entry) => {
  it("comes of the bad example, at a place inside it, and nothing else does", async () => {
    const files = filesOf(entry.bad.repeat(entry.times ?? 1), entry);
    const problems = await problemsOf(files, entry);
    expect([...new Set(problems.map((problem) => problem.code))]).toEqual([...(entry.also ?? []), code]);
    for (const { file, line, column, hint, message } of problems) {
      const lines = linesOf(fileNamed(file, files).bytes);
      expect(line).toBeLessThanOrEqual(lines.length);
      expect(column).toBeLessThanOrEqual((lines[line - 1] ?? "").length + 1);
      expect(message).toMatch(/\.$/);
      expect(hint).not.toBe("");
    }
  });

  it("does not come of the good example, which has no error", async () => {
    const { encoding: _bad, ...others } = entry;
    const problems = await problemsOf(filesOf(entry.good, others), entry);
    expect(problems.map((problem) => problem.code)).not.toContain(code);
    expect(problems.filter(({ severity }) => severity === "error")).toEqual([]);
  });
});
