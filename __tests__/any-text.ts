import fc from "fast-check";

const SURROGATES = { first: 0xd800, count: 0x800 } as const;

/**
 * Any text of any characters of Unicode. The library's own (`unit: "binary"`) makes a table of all of them in every
 * process, which takes seconds.
 */
export function anyText(constraints: { readonly minLength?: number; readonly maxLength?: number } = {}) {
  const character = fc
    .integer({ min: 0, max: 0x10_ffff - SURROGATES.count })
    .map((number) => String.fromCodePoint(number < SURROGATES.first ? number : number + SURROGATES.count));
  return fc.array(character, constraints).map((characters) => characters.join(""));
}
