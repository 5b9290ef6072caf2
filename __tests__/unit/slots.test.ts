import { expect, it } from "vitest";
import { createSlots } from "../../src/concurrency.ts";

it("lets so many tasks run at once, in their order, also after a failure", async () => {
  const slots = createSlots(2);
  const begun: number[] = [];
  const ends: ((failed: boolean) => void)[] = [];
  const results = Array.from({ length: 5 }, (_, index) =>
    slots.run(async () => {
      begun.push(index);
      if (await new Promise<boolean>((resolve) => ends.push(resolve))) throw new Error("no");
      return index;
    }),
  );
  const settled = Promise.allSettled(results);
  const turn = () => new Promise(setImmediate);
  await turn();
  expect(begun).toEqual([0, 1]);
  ends[1]?.(true);
  await turn();
  expect(begun).toEqual([0, 1, 2]);
  ends[0]?.(false);
  await turn();
  expect(begun).toEqual([0, 1, 2, 3]);
  ends[2]?.(false);
  ends[3]?.(false);
  await turn();
  ends[4]?.(false);
  expect((await settled).map(({ status }) => status)).toEqual([
    "fulfilled",
    "rejected",
    "fulfilled",
    "fulfilled",
    "fulfilled",
  ]);
});
