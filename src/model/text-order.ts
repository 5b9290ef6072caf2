/**
 * Order by Unicode code point, as Python sorts text. JavaScript's own order is by UTF-16 unit, and locale orders
 * differ from machine to machine.
 */
export function compareCodePoints(left: string, right: string): number {
  return Buffer.compare(Buffer.from(left, "utf8"), Buffer.from(right, "utf8"));
}
