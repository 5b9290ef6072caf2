/** A line of a diff: removed, added, changed without showing how, or context. */
export interface DiffLine {
  readonly sign: "-" | "+" | "!" | " ";
  readonly text: string;
}

const CONTEXT = 2;
/** Longer texts are not compared line by line. */
const MOST_LINES = 1_000;

/** The difference of two texts by their longest common subsequence of lines, with two lines of context. */
export function diffLines(before: readonly string[], after: readonly string[]): readonly DiffLine[] {
  if (before.length > MOST_LINES || after.length > MOST_LINES) {
    return [...before.map((text) => line("-", text)), ...after.map((text) => line("+", text))];
  }
  return foldContext(alignLines(before, after));
}

function line(sign: DiffLine["sign"], text: string): DiffLine {
  return { sign, text };
}

function alignLines(before: readonly string[], after: readonly string[]): readonly DiffLine[] {
  const lengths = measureCommonTails(before, after);
  const lines: DiffLine[] = [];
  let left = 0;
  let right = 0;
  while (left < before.length || right < after.length) {
    const removed = before[left];
    const added = after[right];
    if (removed !== undefined && removed === added) {
      lines.push(line(" ", removed));
      left += 1;
      right += 1;
    } else if (
      added === undefined ||
      (removed !== undefined && lengthAt(lengths, left + 1, right) >= lengthAt(lengths, left, right + 1))
    ) {
      lines.push(line("-", removed ?? ""));
      left += 1;
    } else {
      lines.push(line("+", added));
      right += 1;
    }
  }
  return lines;
}

// lengths[i][j]: how many lines before[i..] and after[j..] have in common.
function measureCommonTails(before: readonly string[], after: readonly string[]): readonly Uint16Array[] {
  const lengths = Array.from({ length: before.length + 1 }, () => new Uint16Array(after.length + 1));
  for (let left = before.length - 1; left >= 0; left -= 1) {
    for (let right = after.length - 1; right >= 0; right -= 1) {
      const row = lengths[left];
      if (row === undefined) continue;
      row[right] =
        before[left] === after[right]
          ? lengthAt(lengths, left + 1, right + 1) + 1
          : Math.max(lengthAt(lengths, left + 1, right), lengthAt(lengths, left, right + 1));
    }
  }
  return lengths;
}

function lengthAt(lengths: readonly Uint16Array[], left: number, right: number): number {
  return lengths[left]?.[right] ?? 0;
}

function foldContext(lines: readonly DiffLine[]): readonly DiffLine[] {
  const isNearChange = lines.map((_, index) =>
    lines.slice(Math.max(0, index - CONTEXT), index + CONTEXT + 1).some((near) => near.sign !== " "),
  );
  return lines.flatMap((current, index) => {
    if (isNearChange[index]) return [current];
    return index === 0 || isNearChange[index - 1] ? [line(" ", "…")] : [];
  });
}
