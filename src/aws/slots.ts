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
