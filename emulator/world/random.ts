/** Repeatable random numbers in [0, 1), from a seed (mulberry32's recurrence). */
export type Random = () => number;

export function createRandom(seed: number): Random {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Identifiers in the forms the services use; the same seed gives the same ones. */
export interface Ids {
  /** 32 hexadecimal digits: a task. */
  hex(length: number): string;
  /** 19 decimal digits: an ECS deployment. */
  digits(length: number): string;
  /** Lower-case letters and digits: a Cloud Map service. */
  letters(length: number): string;
  uuid(): string;
}

export function createIds(random: Random): Ids {
  const pick = (alphabet: string, length: number): string =>
    Array.from({ length }, () => alphabet.charAt(Math.floor(random() * alphabet.length))).join("");
  const hex = (length: number): string => pick("0123456789abcdef", length);
  return {
    hex,
    digits: (length) => pick("123456789", 1) + pick("0123456789", length - 1),
    letters: (length) => pick("abcdefghijklmnopqrstuvwxyz234567", length),
    uuid: () => `${hex(8)}-${hex(4)}-4${hex(3)}-a${hex(3)}-${hex(12)}`,
  };
}
