import { mkdir, readFile, writeFile } from "node:fs/promises";
import { dirname, resolve } from "node:path";
import { ActionError, messageOf } from "./errors.ts";
import type { Clock, Files } from "./ports.ts";

/** The files below a folder; absolute paths are taken as they are. */
export function createFiles(folder: string): Files {
  return {
    async read(path) {
      try {
        return await readFile(resolve(folder, path));
      } catch (error) {
        if (isMissing(error)) return undefined;
        throw error;
      }
    },
    async write(path, text) {
      const target = resolve(folder, path);
      try {
        await mkdir(dirname(target), { recursive: true });
        await writeFile(target, text, "utf8");
      } catch (error) {
        throw new ActionError("file-not-writable", `The file ${path} cannot be written: ${messageOf(error)}.`, {
          source: "user",
          hint: "Choose a path in a folder that can be written.",
        });
      }
    },
  };
}

/** The machine's clock; with a `scale` below 1, one that goes faster: at 0.01 five seconds take fifty milliseconds. */
export function createClock(scale = 1): Clock {
  const start = Date.now();
  return {
    now: () => start + (Date.now() - start) / scale,
    sleep: (milliseconds, signal) =>
      new Promise((wake) => {
        const done = (): void => {
          clearTimeout(timer);
          signal?.removeEventListener("abort", done);
          wake();
        };
        const timer = setTimeout(done, milliseconds * scale);
        signal?.addEventListener("abort", done);
        if (signal?.aborted) done();
      }),
  };
}

function isMissing(error: unknown): boolean {
  const code = error instanceof Error && "code" in error ? error.code : undefined;
  return code === "ENOENT" || code === "ENOTDIR" || code === "EISDIR";
}
