import { execFileSync } from "node:child_process";
import { mkdir, mkdtemp, rm, symlink, truncate, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
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
  await symlink(join(top, "checkout/etl"), join(top, "checkout/linked"));
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

it("knows where the checkout is, however it is named", () => {
  expect(createFiles(join(top, "checkout/etl/..")).root).toBe(join(top, "checkout"));
  expect(createFiles(".").root).toBe(process.cwd());
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
    ["l*d", []],
  ])("%s", async (pattern, paths) => {
    expect(await glob(pattern)).toEqual(paths);
  });
});

describe("reading a file", () => {
  const read = (path: string) => createFiles(join(top, "checkout")).read(path);

  it("gives its bytes, and nothing where there is none", async () => {
    expect(Buffer.from((await read("etl/same.py")) ?? []).toString()).toBe("one");
    for (const path of ["missing.yaml", "etl/jobs.py/inside.yaml", "etl/gone.py", "a".repeat(5000), "a\0b"]) {
      expect(await read(path)).toBeUndefined();
    }
  });

  it("refuses a folder", async () => {
    await expect(read("etl")).rejects.toMatchObject({
      code: "not-a-file",
      source: "user",
      message: "etl is a directory, not a file.",
    });
    await expect(read("linked")).rejects.toMatchObject({ code: "not-a-file" });
  });

  it("does not wait for a named pipe", async () => {
    execFileSync("mkfifo", [join(top, "checkout/pipe")]);
    await expect(read("pipe")).rejects.toMatchObject({
      code: "not-a-file",
      message: "pipe is a named pipe, not a file.",
      hint: "Write what comes out of it into a file first.",
    });
  });

  it("refuses sockets and devices", async () => {
    const server = createServer();
    await new Promise<void>((listening) => server.listen(join(top, "checkout/socket"), listening));
    await expect(read("socket")).rejects.toMatchObject({ message: "socket is a socket, not a file." });
    await new Promise((closed) => server.close(closed));
    await expect(read("/dev/zero")).rejects.toMatchObject({ message: "/dev/zero is a device, not a file." });
  });

  it("refuses a huge file without reading it", async () => {
    await writeFile(join(top, "checkout/huge.yaml"), "");
    await truncate(join(top, "checkout/huge.yaml"), 2 ** 40);
    await expect(read("huge.yaml")).rejects.toMatchObject({
      code: "file-too-large",
      message: `huge.yaml has ${2 ** 40} bytes; at most 64000000 are read.`,
    });
  });

  it("says why a file cannot be read", async () => {
    await symlink("loop.yaml", join(top, "checkout/loop.yaml"));
    await expect(read("loop.yaml")).rejects.toMatchObject({
      code: "file-not-readable",
      source: "user",
      message: expect.stringContaining("loop.yaml cannot be read: "),
    });
  });
});

describe("files of a checkout that others wrote", () => {
  const confined = () => createFiles(join(top, "checkout"), { confinedWith: [join(top, "temp")] });
  const textOf = async (path: string, files = confined()) => new TextDecoder().decode(await files.read(path));
  beforeAll(async () => {
    await mkdir(join(top, "temp"));
    await writeFile(join(top, "temp/plan.json"), "plan");
    await writeFile(join(top, "elsewhere/plain"), "plain");
    await symlink(join(top, "elsewhere/new"), join(top, "checkout/etl/nowhere"));
    await symlink("../../elsewhere/plain", join(top, "checkout/etl/plain"));
  });

  it.each(["etl/secret.py", "etl/plain", "etl/linked/plain", "../elsewhere/plain", "etl/../../elsewhere/plain"])(
    "are not read where %s leads",
    async (path) => {
      await expect(confined().read(path)).rejects.toMatchObject({ code: "file-outside", source: "user" });
      await expect(confined().read(join(top, "checkout/etl/secret.py"))).rejects.toMatchObject({
        code: "file-outside",
      });
    },
  );

  it("are read where links stay inside, and where the workflow names a file elsewhere itself", async () => {
    expect(await textOf("etl/same.py")).toBe("one");
    expect(await textOf("linked/jobs.py")).toBe("one");
    expect(await textOf(join(top, "temp/plan.json"))).toBe("plan");
    expect(await confined().read(join(top, "elsewhere/plain"))).toBeDefined();
    expect(await confined().read("etl/missing/at/all.yaml")).toBeUndefined();
  });

  it.each([
    "etl/plain",
    "etl/nowhere",
    "etl/linked/new.json",
    "etl/linked/deep/new.json",
    "../elsewhere/new.json",
    "/etc/dagster-plan.json",
  ])("are not written where %s leads", async (path) => {
    await expect(confined().write(path, "x")).rejects.toMatchObject({ code: "file-outside" });
    expect((await createFiles(top).list("elsewhere")).map((file) => file.path).sort()).toEqual([
      "elsewhere/plain",
      "elsewhere/secret.py",
    ]);
    expect(await textOf("elsewhere/plain", createFiles(top))).toBe("plain");
  });

  it("are written in the checkout, and in the folder of the runner", async () => {
    for (const path of ["out/deep/plan.json", "linked/plan.json", join(top, "temp/new/plan.json")]) {
      await confined().write(path, "written");
      expect(await textOf(path)).toBe("written");
    }
  });
});
