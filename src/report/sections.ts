/** One section of a report that has to fit into a limit. */
export interface Section {
  /** From the fullest to the shortest form. */
  readonly variants: readonly string[];
  /** 0: always there, in its shortest form at least. Above: the lower, the longer it is kept. */
  readonly importance: number;
  /** True for the details of one location: these are counted when they are left out. */
  readonly isDetail?: boolean;
}

const SEPARATOR = "\n\n";

/**
 * Joins sections in their order within a limit in bytes of UTF-8 (never fewer than the characters GitHub counts).
 * What does not fit is shortened or left out as a whole, the least important first; `describeOmission` then says
 * so, after the first section.
 */
export function fitSections(
  sections: readonly Section[],
  limit: number,
  describeOmission: (omitted: number, total: number) => string,
): string {
  const full = sections.map((section) => section.variants[0] ?? "");
  if (sizeOf(joinTexts(full)) <= limit) return joinTexts(full);

  const total = sections.filter((section) => section.isDetail).length;
  const budget = limit - sizeOf(describeOmission(total, total)) - sizeOf(SEPARATOR);
  const chosen = chooseVariants(sections, budget);
  const omitted = sections.filter((section, index) => section.isDetail && chosen[index] === undefined).length;
  const [first = "", ...rest] = chosen;
  return joinTexts([first, describeOmission(omitted, total), ...rest]);
}

// What must be there comes first, in its shortest form and then in the longest that fits. Then the rest in the same
// way, so that many short details are preferred to a few long ones.
function chooseVariants(sections: readonly Section[], budget: number): readonly (string | undefined)[] {
  const chosen: (string | undefined)[] = sections.map(() => undefined);
  const order = sections
    .map((section, index) => ({ section, index }))
    .sort((one, other) => one.section.importance - other.section.importance || one.index - other.index);
  const needed = order.filter(({ section }) => section.importance === 0);
  const wished = order.filter(({ section }) => section.importance > 0);
  let room = budget;

  for (const group of [needed, wished]) {
    for (const { section, index } of group) {
      const shortest = section.variants.at(-1) ?? "";
      const size = sizeOf(shortest) + sizeOf(SEPARATOR);
      if (group === wished && size > room) continue;
      chosen[index] = shortest;
      room -= size;
    }
    for (const { section, index } of group) {
      const current = chosen[index];
      if (current === undefined) continue;
      const longer = section.variants.find((variant) => sizeOf(variant) <= room + sizeOf(current)) ?? current;
      chosen[index] = longer;
      room -= sizeOf(longer) - sizeOf(current);
    }
  }
  return chosen;
}

function joinTexts(texts: readonly (string | undefined)[]): string {
  return texts.filter((text) => text !== undefined && text !== "").join(SEPARATOR);
}

function sizeOf(text: string): number {
  return Buffer.byteLength(text, "utf8");
}
