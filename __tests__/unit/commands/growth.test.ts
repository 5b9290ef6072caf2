import { execFile } from "node:child_process";
import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { expect, it } from "vitest";
import { SHAPES } from "./growth-run.ts";

const SCRIPT = fileURLToPath(new URL("growth-run.ts", import.meta.url));

interface Coverage {
  readonly result: readonly {
    readonly url: string;
    readonly functions: readonly {
      readonly functionName: string;
      readonly ranges: readonly { readonly startOffset: number; readonly count: number }[];
    }[];
  }[];
}

/** How often each block of the code ran for a file: what time it takes, without a clock. A process of its own counts exactly. */
async function countBlocks(shape: string, count: number): Promise<ReadonlyMap<string, number>> {
  const folder = await mkdtemp(join(tmpdir(), "growth-"));
  const env = { ...process.env, NODE_V8_COVERAGE: folder, NODE_OPTIONS: "" };
  await promisify(execFile)(process.execPath, [SCRIPT, shape, String(count)], { env });
  const [name = ""] = await readdir(folder);
  const counts = readCounts(JSON.parse(await readFile(join(folder, name), "utf8")) as Coverage);
  await rm(folder, { recursive: true });
  return counts;
}

function readCounts({ result }: Coverage): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { url, functions } of result.filter((script) => /\/src\/|\/node_modules\/yaml\//.test(script.url))) {
    for (const { functionName, ranges } of functions) {
      for (const { startOffset, count } of ranges) {
        counts.set(`${functionName} ${url.replace(/.*\/(?=src|node_modules)/, "")}:${startOffset}`, count);
      }
    }
  }
  return counts;
}

const FEW = 40;
const TIMES = 8;

it.each(Object.keys(SHAPES))("the work for %s grows with their number, not faster", async (shape) => {
  const [few, many] = await Promise.all([countBlocks(shape, FEW), countBlocks(shape, FEW * TIMES)]);
  // Sorting takes a little more than its share; a loop in a loop would take the square.
  const grown = [...many].filter(([block, count]) => count > (few.get(block) ?? 0) * TIMES * 1.7 + 5_000);
  expect(grown.map(([block, count]) => `${block}: ${few.get(block) ?? 0} -> ${count}`)).toEqual([]);
  expect(many.size).toBeGreaterThan(500);
});
