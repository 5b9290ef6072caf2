/** How many items, in ascending order of a number that each has, have at most `limit`. */
export function countUpTo<Item>(items: readonly Item[], limit: number, numberOf: (item: Item) => number): number {
  let low = 0;
  let high = items.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const item = items[middle];
    if (item !== undefined && numberOf(item) <= limit) low = middle + 1;
    else high = middle;
  }
  return low;
}
