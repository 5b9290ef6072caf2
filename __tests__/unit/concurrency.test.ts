import { describe, expect, it } from "vitest";
import { chunk, createSlots as limit, mapConcurrently } from "../../src/concurrency.ts";

/** Tasks that end when the test says so. */
function createGate() {
  const release = new Map<number, (error?: Error) => void>();
  const begun: number[] = [];
  const task = (item: number) =>
    new Promise<number>((resolve, reject) => {
      begun.push(item);
      release.set(item, (error) => (error === undefined ? resolve(item * 10) : reject(error)));
    });
  const end = async (item: number, error?: Error) => {
    release.get(item)?.(error);
    await new Promise((resolve) => setImmediate(resolve));
  };
  return { begun, task, end };
}

describe("mapConcurrently", () => {
  it("keeps to the limit, and to the order of the items", async () => {
    const gate = createGate();
    const all = mapConcurrently([1, 2, 3], 2, gate.task);
    expect(gate.begun).toEqual([1, 2]);
    await gate.end(2);
    expect(gate.begun).toEqual([1, 2, 3]);
    await gate.end(3);
    await gate.end(1);
    await expect(all).resolves.toEqual([10, 20, 30]);
  });

  it("begins nothing after a failure, waits for what is under way, and throws the earliest item's failure", async () => {
    const gate = createGate();
    let settled = false;
    const all = mapConcurrently([1, 2, 3], 2, gate.task).finally(() => {
      settled = true;
    });
    const seen = all.catch((error: Error) => error.message);
    await gate.end(2, new Error("second"));
    expect(settled).toBe(false);
    await gate.end(1, new Error("first"));
    await expect(seen).resolves.toBe("first");
    expect(gate.begun).toEqual([1, 2]);
  });

  it("does nothing for nothing", async () => {
    await expect(mapConcurrently([], 3, async () => 1)).resolves.toEqual([]);
  });
});

describe("chunk", () => {
  it.each([
    [0, []],
    [2, [2]],
    [3, [2, 1]],
  ])("splits %i items by two into %j", (count, sizes) => {
    const items = Array.from({ length: count }, (_, index) => index);
    expect(chunk(items, 2).map(({ length }) => length)).toEqual(sizes);
    expect(chunk(items, 2).flat()).toEqual(items);
  });
});

describe("createSlots", () => {
  it("lets so many through at once, the others in their order", async () => {
    const { task, begun, end } = createGate();
    const { run: gate } = limit(2);
    const results = [1, 2, 3, 4].map((item) => gate(() => task(item)));
    expect(begun).toEqual([1, 2]);
    await end(2);
    expect(begun).toEqual([1, 2, 3]);
    await end(1);
    await end(3);
    await end(4);
    expect(await Promise.all(results)).toEqual([10, 20, 30, 40]);
  });

  it("frees the place of a task that fails", async () => {
    const { run: gate } = limit(1);
    await expect(gate(() => Promise.reject(new Error("no")))).rejects.toThrow("no");
    await expect(gate(async () => 1)).resolves.toBe(1);
  });
});
