import { mkdir, mkdtemp, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createFiles } from "../../src/system.ts";

let top = "";
beforeAll(async () => {
  top = await mkdtemp(join(tmpdir(), "files-"));
  const texts = {
    "checkout/etl/jobs.py": "one",
    "checkout/etl/deep/er/assets.py": "three",
    "checkout/etl/notes.md": "",
    "checkout/.venv/lib.py": "",
    "checkout/node_modules/gyp/gyp.py": "",
    "elsewhere/secret.py": "",
  };
  for (const [path, text] of Object.entries(texts)) {
    await mkdir(dirname(join(top, path)), { recursive: true });
    await writeFile(join(top, path), text);
  }
  await symlink(join(top, "elsewhere"), join(top, "checkout/etl/linked"));
  await symlink(join(top, "elsewhere/secret.py"), join(top, "checkout/etl/secret.py"));
  await symlink(join(top, "checkout/etl/nothing.py"), join(top, "checkout/etl/gone.py"));
  await symlink(join(top, "checkout/etl/jobs.py"), join(top, "checkout/etl/same.py"));
});
afterAll(() => rm(top, { recursive: true }));

describe("listing the files of the checkout", () => {
  const list = async (...parameters: Parameters<ReturnType<typeof createFiles>["list"]>) =>
    (await createFiles(join(top, "checkout")).list(...parameters)).map(({ path, size }) => `${path} ${size}`).sort();

  it("finds files of all depths, but no folder of others", async () => {
    const python = ["etl/deep/er/assets.py 5", "etl/jobs.py 3", "etl/same.py 3"];
    expect(await list(".", { suffix: ".py" })).toEqual(python);
    expect(await list("./etl/")).toEqual([...python, "etl/notes.md 0"].sort());
  });

  it("leaves out what it is told to, by the path in what is listed and the names, but not what is listed", async () => {
    const asked: string[] = [];
    const leaveOut = (folder: string, names: readonly string[]) => {
      asked.push(folder);
      return folder === "" || names.includes("assets.py");
    };
    expect(await list("etl", { suffix: ".py", leaveOut })).toEqual(["etl/jobs.py 3", "etl/same.py 3"]);
    expect(asked).toEqual(["deep", "deep/er"]);
  });

  it.each(["missing", "../elsewhere", "etl/linked", "etl/jobs.py"])("finds nothing in %s", async (folder) => {
    expect(await list(folder)).toEqual([]);
  });
});

describe("the files a glob fits", () => {
  const glob = (pattern: string) => createFiles(join(top, "checkout")).glob(pattern);

  it.each([
    ["etl/*.md", ["etl/notes.md"]],
    [
      "**/*.{py,md}",
      ["etl/deep/er/assets.py", "etl/gone.py", "etl/jobs.py", "etl/notes.md", "etl/same.py", "etl/secret.py"],
    ],
    [".venv/*.py", [".venv/lib.py"]],
    ["./*/notes.md", ["etl/notes.md"]],
    ["*/none.yaml", []],
    ["etl/d*", []],
  ])("%s", async (pattern, paths) => {
    expect(await glob(pattern)).toEqual(paths);
  });
});
