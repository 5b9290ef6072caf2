import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { findLeaks } from "../safety/taint.ts";
import { GALLERY, GOLDEN_FILES, readScenario, scenarioNames } from "./scenario.ts";
import { createRunnerFiles, play, type RunnerFiles } from "./stage.ts";

const IS_UPDATE = process.env.UPDATE_GALLERY === "1";

// UPDATE_GALLERY=1 npx vitest run __tests__/gallery writes what the runs leave behind; look at the diff before you commit.
const names = await scenarioNames();

describe("gallery", () => {
  let files: RunnerFiles;
  beforeAll(async () => {
    files = await createRunnerFiles();
  });

  it("has scenarios enough", () => expect(names.length).toBeGreaterThanOrEqual(20));

  it.each(names)("%s", async (name) => {
    const { comment, summary, console, given } = await play(await readScenario(name), files);
    const texts = { "comment.md": comment || "(no comment)\n", "summary.md": summary, "console.txt": console };
    // Also of what is about to be written down: nobody would look for it there.
    expect(given.map(({ place }) => place)).toContain("github-token");
    expect(findLeaks(Object.values(texts).join("\n"), given)).toEqual([]);
    for (const file of GOLDEN_FILES) {
      const path = join(GALLERY, name, file);
      if (IS_UPDATE) await writeFile(path, texts[file]);
      expect.soft(texts[file], `${name}/${file}`).toBe(await readFile(path, "utf8"));
    }
  });
});
