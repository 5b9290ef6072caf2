import { compareCodePoints } from "../model/text-order.ts";

/** A file of the checkout, by its path from the top with `/`. */
export interface FileEntry {
  readonly path: string;
  /** Bytes; a file of unknown size is taken. */
  readonly size?: number;
}

/** Which files belong to a code location, and how many more there were than are read. */
export interface PythonSelection {
  readonly paths: readonly string[];
  /** Files of the location that are left out because there are too many, or they are too large. */
  readonly leftOut: number;
}

/** Bounds on what is read for one location: code that people write stays far below. */
export const PYTHON_FILE_LIMITS = { files: 10_000, bytesPerFile: 1_000_000, bytes: 64_000_000 } as const;

/** Folders that hold the code of others, or copies. */
const FOREIGN =
  /(?:^|\/)(?:\.[^/]+|node_modules|__pycache__|venv|site-packages|dist-packages|dist|build\/lib|[^/]+\.egg-info)\//;
/** Files that only the top of an environment of Python has, whatever its name: `venv`, conda. */
const ENVIRONMENT: ReadonlySet<string> = new Set(["pyvenv.cfg", "conda-meta"]);
/** Tests try out wrong values on purpose. */
const TESTS = /(?:^|\/)(?:tests?|[^/]+_tests?)\/|(?:^|\/)(?:test_[^/]*|[^/]*_test|conftest)\.py$/;

/** Whether nothing below a folder is the user's own, by its path and the names that are in it. */
export function isForeignFolder(path: string, names: readonly string[]): boolean {
  return FOREIGN.test(`${path}/`) || names.some((name) => ENVIRONMENT.has(name));
}

/**
 * The Python files that can hold definitions of a code location: those under `build.directory` (the whole checkout when
 * there is none), first those under `working_directory` when the checkout has it. In code point order.
 */
export function selectPythonFiles(
  files: readonly FileEntry[],
  location: { readonly build?: { readonly directory?: string }; readonly workingDirectory?: string },
): PythonSelection {
  const top = normalizeFolder(location.build?.directory ?? ".");
  if (top === undefined) return { paths: [], leftOut: 0 };
  const working = normalizeFolder(`${top}${location.workingDirectory ?? "."}`);
  const own = files.filter(({ path }) => path.startsWith(top) && isOwnPython(path.slice(top.length)));
  const rank = ({ path }: FileEntry) => (working !== undefined && path.startsWith(working) ? 0 : 1);
  const sorted = own.toSorted((left, right) => rank(left) - rank(right) || compareCodePoints(left.path, right.path));
  const paths: string[] = [];
  let bytes = 0;
  for (const { path, size = 0 } of sorted) {
    const isTooLarge = size > PYTHON_FILE_LIMITS.bytesPerFile || bytes + size > PYTHON_FILE_LIMITS.bytes;
    if (isTooLarge || paths.length === PYTHON_FILE_LIMITS.files) continue;
    bytes += size;
    paths.push(path);
  }
  return { paths, leftOut: own.length - paths.length };
}

function isOwnPython(path: string): boolean {
  return path.endsWith(".py") && !FOREIGN.test(path) && !TESTS.test(path);
}

/** With a `/` at its end, empty for the top; undefined outside the checkout. An absolute one is a path of the image. */
function normalizeFolder(folder: string): string | undefined {
  if (folder.startsWith("/")) return undefined;
  const parts: string[] = [];
  for (const part of folder.split("/")) {
    if (part === "" || part === ".") continue;
    if (part !== "..") parts.push(part);
    else if (parts.pop() === undefined) return undefined;
  }
  return parts.map((part) => `${part}/`).join("");
}
