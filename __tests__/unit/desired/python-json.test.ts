import fc from "fast-check";
import { expect, test } from "vitest";
import { toPythonJson } from "../../../src/desired/python-json.ts";
import type { JsonValue } from "../../../src/model/json.ts";

// Expected texts are what Python 3.11's json.dumps prints for the same values.
test.each<[JsonValue, string]>([
  [{}, "{}"],
  [{ b: 1, a: [true, null, "x"] }, '{"b": 1, "a": [true, null, "x"]}'],
  ["é日", '"\\u00e9\\u65e5"'],
  ["🚀", '"\\ud83d\\ude80"'],
  ['tab\t quote" back\\ del\u007f', '"tab\\t quote\\" back\\\\ del\u007f"'],
  [[], "[]"],
])("%j", (value, expected) => {
  expect(toPythonJson(value)).toBe(expected);
});

test("says the same as the value, in ASCII", () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      const text = toPythonJson(value as JsonValue);
      expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(value)));
      expect(text).not.toMatch(/[\u0080-\uffff]/);
    }),
  );
});
