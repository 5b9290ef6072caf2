import { execFile } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, expect, it } from "vitest";
import { toActionError } from "../../src/aws/errors.ts";
import { commandsIn } from "./runner-console.ts";
import { findLeaks, plantWord } from "./taint.ts";

const TOKEN = plantWord("a token in an exception that nobody expected");
const INDEX = new URL("../../src/index.ts", import.meta.url).pathname;

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "crash-"));
});
afterAll(() => rm(folder, { recursive: true }));

/** Something goes wrong, where nobody expects it, as soon as the first thing is printed. */
function sabotage(how: string): string {
  return `
    const write = process.stdout.write.bind(process.stdout);
    let isDone = false;
    process.stdout.write = (text, ...rest) => {
      if (!isDone && String(text).includes("::add-mask::")) {
        isDone = true;
        setImmediate(() => { ${how} });
      }
      return write(text, ...rest);
    };
    const fail = () => new Error("boom ${TOKEN.text}\\n::error::pwned", { cause: "${TOKEN.text}" });`;
}

it.each([
  ["an exception", "throw fail();"],
  ["a rejection", "void Promise.reject(fail());"],
  ["something that is no error", `throw { headers: { authorization: "${TOKEN.text}" } };`],
])("%s that nobody expected shows no secret and starts no command", async (_name, how) => {
  const preload = join(folder, "preload.mjs");
  await writeFile(preload, sabotage(how));
  const run = promisify(execFile)(process.execPath, ["--import", preload, INDEX], {
    cwd: folder,
    env: {
      PATH: process.env.PATH,
      GITHUB_ACTIONS: "true",
      GITHUB_WORKSPACE: folder,
      "INPUT_GITHUB-TOKEN": TOKEN.text,
      INPUT_COMMAND: "plan",
    },
  });
  const { code, stdout, stderr } = await run.then(
    (ended) => ({ code: 0, ...ended }),
    (error: { code: number; stdout: string; stderr: string }) => error,
  );
  expect(code).toBe(1);
  expect(stdout).toContain("internal error");
  expect(stdout).toContain("(hidden)");
  const shown = stdout.replace(/^::add-mask::.*$/gm, "") + stderr;
  expect(findLeaks(shown, [TOKEN])).toEqual([]);
  expect(commandsIn(shown).filter(({ line }) => line.includes("pwned"))).toEqual([]);
});

it("what AWS says of a signature has no token in it", () => {
  const thrown = Object.assign(
    new Error(
      `The request signature we calculated does not match.\n\nThe Canonical String for this request should have been\n'POST\n/\nx-amz-security-token:${TOKEN.text}'`,
    ),
    { name: "SignatureDoesNotMatch" },
  );
  const { message } = toActionError(thrown, { action: "ecs:DescribeServices", region: "us-east-1" });
  expect(message).toContain("does not match");
  expect(findLeaks(message, [TOKEN])).toEqual([]);
});
