import type { Stats } from "node:fs";
import { glob, lstat, mkdir, readdir, readFile, realpath, stat, writeFile } from "node:fs/promises";
import { basename, dirname, isAbsolute, posix, relative, resolve, sep } from "node:path";
import { ActionError, messageOf } from "./errors.ts";
import { clipText } from "./model/shown-text.ts";
import type { Clock, Files, ListedFile, ListOptions } from "./ports.ts";

/** How far the files reach. */
export interface FilesOptions {
  /**
   * For a checkout that others wrote: then no link of it, and no path from its files, leads to a file outside of it.
   * Written is only in it and in these folders. An absolute path, which only the workflow can name, is read as it is.
   */
  readonly confinedWith?: readonly string[];
}

/** The files below a folder; absolute paths are taken as they are. */
export function createFiles(folder: string, { confinedWith }: FilesOptions = {}): Files {
  const roots = confinedWith && [folder, ...confinedWith];
  return {
    root: resolve(folder).split(sep).join("/"),
    async read(path) {
      if (roots !== undefined && (await leadsOutside(folder, path, roots))) throw outside(path);
      return readRegularFile(folder, path);
    },
    list: (path, options) => listFiles(folder, path, options ?? {}),
    glob: (pattern) => findFiles(folder, pattern),
    async write(path, text) {
      const target = resolve(folder, path);
      if (roots !== undefined && !(await isReallyInside(target, roots))) throw notToBeWritten(path);
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

/** A path that the workflow does not name outright, and that ends elsewhere. */
async function leadsOutside(folder: string, path: string, roots: readonly string[]): Promise<boolean> {
  const place = resolve(folder, path);
  if (isAbsolute(path) && !roots.some((root) => isBelow(resolve(root), place))) return false;
  return !(await isReallyInside(place, roots));
}

/** Whether a path is below one of the roots, once all links are followed; what is not there yet, by its folder. */
async function isReallyInside(place: string, roots: readonly string[]): Promise<boolean> {
  const real = await realPlace(place);
  const tops = await Promise.all(roots.map((root) => realpath(root).catch(() => undefined)));
  return real !== undefined && tops.some((top) => top !== undefined && isBelow(top, real));
}

/** Undefined for a link to nowhere: whoever wrote through it would make a file where it points. */
async function realPlace(place: string): Promise<string | undefined> {
  try {
    return await realpath(place);
  } catch (error) {
    if (!isMissing(error) || (await lstat(place).catch(() => undefined)) !== undefined) return undefined;
    const parent = dirname(place);
    const above = parent === place ? undefined : await realPlace(parent);
    return above === undefined ? undefined : resolve(above, basename(place));
  }
}

function isBelow(top: string, place: string): boolean {
  return `${place}${sep}`.startsWith(top.endsWith(sep) ? top : `${top}${sep}`);
}

function outside(path: string): ActionError {
  return new ActionError("file-outside", `${clipText(path)} leads out of the checkout.`, {
    source: "user",
    hint: "Name a file of the checkout; a link in it may only lead to another file of it.",
  });
}

function notToBeWritten(path: string): ActionError {
  return new ActionError("file-outside", `${clipText(path)} leads out of the checkout: it is not written.`, {
    source: "user",
    hint: "Choose a path in the checkout that is no link, or one in the folder `runner.temp`.",
  });
}

/** Bytes. No file that is read here comes near it, not even the plan of thousands of locations. */
const MOST_BYTES = 64_000_000;

/** A pipe or a device may never end, so only what is a file is opened, and a huge one is not. */
async function readRegularFile(folder: string, path: string): Promise<Uint8Array | undefined> {
  const place = resolve(folder, path);
  try {
    const stats = await stat(place);
    if (!stats.isFile()) throw notAFile(path, stats);
    if (stats.size > MOST_BYTES) {
      throw new ActionError("file-too-large", `${path} has ${stats.size} bytes; at most ${MOST_BYTES} are read.`, {
        source: "user",
        hint: "Check that the input names the right file.",
      });
    }
    return await readFile(place);
  } catch (error) {
    if (error instanceof ActionError) throw error;
    if (isMissing(error)) return undefined;
    throw new ActionError("file-not-readable", `${path} cannot be read: ${messageOf(error)}.`, {
      source: "user",
      hint: "Check the path and the permissions of the file.",
    });
  }
}

function notAFile(path: string, stats: Stats): ActionError {
  const isPipe = stats.isFIFO();
  const kind = stats.isDirectory() ? "directory" : isPipe ? "named pipe" : stats.isSocket() ? "socket" : "device";
  return new ActionError("not-a-file", `${path} is a ${kind}, not a file.`, {
    source: "user",
    hint: isPipe ? "Write what comes out of it into a file first." : "Name a file.",
  });
}

async function findFiles(root: string, pattern: string): Promise<readonly string[]> {
  const found: string[] = [];
  const options = {
    cwd: resolve(root),
    withFileTypes: true,
    exclude: ({ name }: { readonly name: string }) =>
      name === "node_modules" || (name.startsWith(".") && name.length > 2),
  } as const;
  for await (const entry of glob(pattern, options)) {
    const place = resolve(entry.parentPath, entry.name);
    if (entry.isDirectory() || (entry.isSymbolicLink() && (await isDirectory(place)))) continue;
    found.push(relative(resolve(root), place).split(sep).join("/"));
  }
  return found.sort();
}

/** More is no code that somebody wrote; it bounds the time. */
const MOST_ENTRIES = 100_000;

async function listFiles(root: string, folder: string, options: ListOptions): Promise<readonly ListedFile[]> {
  const { suffix = "", leaveOut = () => false } = options;
  const top = relative(resolve(root), resolve(root, folder)).split(sep).join("/");
  if (top.startsWith("..") || !(await isInside(root, resolve(root, folder)))) return [];
  const found: ListedFile[] = [];
  const waiting = [top];
  let left = MOST_ENTRIES;
  for (let next = waiting.shift(); next !== undefined && left > 0; next = waiting.shift()) {
    const entries = await readdir(resolve(root, next), { withFileTypes: true }).catch(() => []);
    left -= entries.length;
    const names = entries.map(({ name }) => name);
    if (next !== top && leaveOut(posix.relative(top, next), names)) continue;
    const files = entries.filter((entry) => !entry.isDirectory() && entry.name.endsWith(suffix));
    const measured = await Promise.all(
      files.map((entry) => measure(root, posix.join(next, entry.name), entry.isSymbolicLink())),
    );
    found.push(...measured.flat());
    for (const { name } of entries.filter((entry) => entry.isDirectory())) {
      if (!name.startsWith(".") && name !== "node_modules") waiting.push(posix.join(next, name));
    }
  }
  return found;
}

/** The file with its size; nothing when it is a link to elsewhere, no file, or gone. */
async function measure(root: string, path: string, isLink: boolean): Promise<readonly ListedFile[]> {
  const place = resolve(root, path);
  if (isLink && !(await isInside(root, place))) return [];
  const stats = await stat(place).catch(() => undefined);
  return stats?.isFile() ? [{ path, size: stats.size }] : [];
}

async function isInside(root: string, place: string): Promise<boolean> {
  const [top, real] = await Promise.all([realpath(root), realpath(place)]).catch(() => []);
  return top !== undefined && real !== undefined && isBelow(top, real);
}

async function isDirectory(place: string): Promise<boolean> {
  return (await stat(place).catch(() => undefined))?.isDirectory() ?? false;
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
  // A name that is too long, or has a zero byte, is that of no file.
  return ["ENOENT", "ENOTDIR", "ENAMETOOLONG", "ERR_INVALID_ARG_VALUE"].includes(String(code));
}
