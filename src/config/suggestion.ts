/** Nobody chooses from more, and comparing takes its time. */
const MOST_NAMES = 200;

/** The known name that was most likely meant, or undefined when none is close. */
export function suggestName(written: string, known: readonly string[]): string | undefined {
  const wanted = fold(written);
  let best: { readonly name: string; readonly distance: number } | undefined;
  for (const name of known.slice(0, MOST_NAMES)) {
    const folded = fold(name);
    const limit = Math.max(1, Math.floor(Math.max(wanted.length, name.length) / 3));
    if (Math.abs(wanted.length - folded.length) > limit) continue;
    const distance = editDistance(wanted, folded);
    if (distance <= limit && distance < (best?.distance ?? Number.POSITIVE_INFINITY)) best = { name, distance };
  }
  return best?.name;
}

// `containerContext`, `value_from` and `Key` are the right name in another spelling.
function fold(name: string): string {
  return name
    .toLowerCase()
    .replaceAll(/[_\- ]/g, "")
    .slice(0, 64);
}

/** Insertions, deletions, replacements and swaps of neighbours (optimal string alignment). */
function editDistance(left: string, right: string): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: right.length + 1 }, (_, index) => index);
  for (let row = 1; row <= left.length; row++) {
    const current = [row];
    for (let column = 1; column <= right.length; column++) {
      const replaced = cell(last, column - 1) + (left[row - 1] === right[column - 1] ? 0 : 1);
      let cost = Math.min(replaced, cell(last, column) + 1, cell(current, column - 1) + 1);
      if (row > 1 && column > 1 && left[row - 1] === right[column - 2] && left[row - 2] === right[column - 1]) {
        cost = Math.min(cost, cell(beforeLast, column - 2) + 1);
      }
      current.push(cost);
    }
    beforeLast = last;
    last = current;
  }
  return cell(last, right.length);
}

function cell(row: readonly number[], index: number): number {
  return row[index] ?? Number.POSITIVE_INFINITY;
}
