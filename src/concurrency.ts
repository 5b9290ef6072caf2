/**
 * Runs `task` over all items, at most `limit` at a time; results keep the order of the items. After a failure no
 * further task is begun; those under way are waited for, and the failure of the earliest item is thrown.
 */
export async function mapConcurrently<Item, Result>(
  items: readonly Item[],
  limit: number,
  task: (item: Item, index: number) => Promise<Result>,
): Promise<readonly Result[]> {
  const results: Result[] = new Array(items.length);
  const failures = new Map<number, unknown>();
  const queue = items.entries();
  const work = async (): Promise<void> => {
    // The iterator is shared: each worker takes the next item that nobody has begun.
    for (const [index, item] of queue) {
      try {
        results[index] = await task(item, index);
      } catch (failure) {
        failures.set(index, failure);
      }
      if (failures.size > 0) return;
    }
  };
  await Promise.all(Array.from({ length: Math.min(limit, items.length) }, work));
  if (failures.size > 0) throw failures.get(Math.min(...failures.keys()));
  return results;
}

/** Lists of at most `size` items, in order. */
export function chunk<Item>(items: readonly Item[], size: number): readonly (readonly Item[])[] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, index) =>
    items.slice(index * size, (index + 1) * size),
  );
}

/** Lets a limited number of tasks run at once; the others wait in the order they came. */
export interface Slots {
  run<Result>(task: () => Promise<Result>): Promise<Result>;
}

/** As many slots as given. */
export function createSlots(count: number): Slots {
  let free = count;
  const waiting: (() => void)[] = [];
  return {
    async run(task) {
      if (free > 0) free -= 1;
      else await new Promise<void>((resolve) => waiting.push(resolve));
      try {
        return await task();
      } finally {
        const next = waiting.shift();
        if (next === undefined) free += 1;
        else next();
      }
    },
  };
}
