import { execFile } from "node:child_process";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterEach, beforeEach, describe, expect, it } from "vitest";

// The runner is spoken to through the process's own output and files: so each case runs in a process of its own.

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "actions-io-"));
  await writeFile(join(folder, "output"), "");
  await writeFile(join(folder, "summary"), "");
});
afterEach(async () => rm(folder, { recursive: true }));

async function runWith(
  statements: string,
  variables: Readonly<Record<string, string>> = {},
): Promise<readonly string[]> {
  const module = (path: string): string => JSON.stringify(new URL(`../../../src/${path}`, import.meta.url).href);
  const program = `
    import { createActionsIo } from ${module("github/actions-io.ts")};
    import { defuseWorkflowCommands } from ${module("report/escape.ts")};
    const io = createActionsIo({ workspace: "/checkout", defuse: defuseWorkflowCommands });
    ${statements}`;
  const { stdout } = await promisify(execFile)(process.execPath, ["--input-type=module", "--eval", program], {
    env: {
      PATH: process.env.PATH,
      GITHUB_OUTPUT: join(folder, "output"),
      GITHUB_STEP_SUMMARY: join(folder, "summary"),
      ...variables,
    },
  });
  return stdout.split("\n").filter((line) => line !== "");
}

describe("createActionsIo", () => {
  it("prints, and lets no line be a command", async () => {
    expect(await runWith('io.info("one\\n::error::two"); io.group("log", ["::add-mask::x", "##[error]y"]);')).toEqual([
      "one",
      ": :error::two",
      "::group::log",
      ": :add-mask::x",
      "## [error]y",
      "::endgroup::",
    ]);
  });

  it("annotates lines of files relative to the checkout", async () => {
    const lines = await runWith(`
      io.annotate({ level: "error", title: "a: b, c", message: "x\\n::y", file: "/checkout/dir/dagster_cloud.yaml", line: 3, column: 5 });
      io.annotate({ level: "notice", title: "t", message: "m" });`);
    expect(lines).toEqual([
      "::error title=a%3A b%2C c,file=dir/dagster_cloud.yaml,line=3,col=5::x%0A::y",
      "::notice title=t::m",
    ]);
  });

  it("prints annotations beyond the tenth of a level", async () => {
    const lines = await runWith(`
      for (let line = 1; line <= 12; line += 1) io.annotate({ level: "warning", title: "t", message: "m", file: "f", line });
      io.annotate({ level: "error", title: "t", message: "m" });`);
    expect(lines.filter((line) => line.startsWith("::warning "))).toHaveLength(10);
    expect(lines.slice(10)).toEqual(["warning: f:11 t: m", "warning: f:12 t: m", "::error title=t::m"]);
  });

  it("sets outputs and masks", async () => {
    const lines = await runWith('io.setOutput("deployment", "prod\\nx"); io.mask("abc"); io.mask("a-secret");');
    expect(lines).toEqual(["::add-mask::a-secret"]);
    expect(await readFile(join(folder, "output"), "utf8")).toMatch(/^deployment<<(\S+)\nprod\nx\n\1\n$/);
  });

  it("appends to the summary, with an empty line between: else a text would go on with a table or with HTML", async () => {
    await runWith('await io.writeSummary("# one"); await io.writeSummary("two\\n");');
    expect(await readFile(join(folder, "summary"), "utf8")).toBe("# one\n\ntwo\n");
  });

  it("keeps the summary within what GitHub accepts", async () => {
    const lines = await runWith(
      'await io.writeSummary("a".repeat(1_000_000)); await io.writeSummary("b".repeat(100_000));',
    );
    expect(lines).toEqual(["The job summary has no room left for this part of the report."]);
    expect((await readFile(join(folder, "summary"), "utf8")).length).toBe(1_000_001);
  });

  it("goes on where there is no summary", async () => {
    const lines = await runWith('await io.writeSummary("x"); io.info("done");', { GITHUB_STEP_SUMMARY: "" });
    expect(lines.at(0)).toContain("The job summary could not be written");
    expect(lines.at(-1)).toBe("done");
  });
});
