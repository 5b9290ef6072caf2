import { describe, expect, test } from "vitest";
import type { JsonValue } from "../../../src/model/json.ts";
import { diffTrees, dottedPath, type LeafChange } from "../../../src/plan/diff.ts";

describe("the difference of two trees", () => {
  test.each<{
    name: string;
    before: JsonValue | undefined;
    after: JsonValue | undefined;
    leaves: readonly LeafChange[];
  }>([
    { name: "nothing", before: { a: { b: [1] } }, after: { a: { b: [1] } }, leaves: [] },
    { name: "another key order", before: { a: [{ x: 1, y: 2 }] }, after: { a: [{ y: 2, x: 1 }] }, leaves: [] },
    {
      name: "a changed leaf",
      before: { a: { b: 1, c: 1 } },
      after: { a: { b: 2, c: 1 } },
      leaves: [{ path: ["a", "b"], change: "changed", before: 1, after: 2 }],
    },
    {
      name: "an added tree, leaf by leaf",
      before: {},
      after: { a: { c: {}, b: 1 } },
      leaves: [
        { path: ["a", "b"], change: "added", after: 1 },
        { path: ["a", "c"], change: "added", after: {} },
      ],
    },
    {
      name: "a removed empty tree",
      before: { v: {} },
      after: {},
      leaves: [{ path: ["v"], change: "removed", before: {} }],
    },
    {
      name: "an empty tree that gets a leaf",
      before: { v: {} },
      after: { v: { a: 1 } },
      leaves: [{ path: ["v", "a"], change: "added", after: 1 }],
    },
    {
      name: "a list as a whole",
      before: { a: [1, 2] },
      after: { a: [2, 1] },
      leaves: [{ path: ["a"], change: "changed", before: [1, 2], after: [2, 1] }],
    },
    {
      name: "a tree in place of a leaf",
      before: { a: 1 },
      after: { a: { b: 1 } },
      leaves: [{ path: ["a"], change: "changed", before: 1, after: { b: 1 } }],
    },
    {
      name: "names that every object inherits",
      before: {},
      after: { toString: 1 },
      leaves: [{ path: ["toString"], change: "added", after: 1 }],
    },
    { name: "nothing at all", before: undefined, after: undefined, leaves: [] },
  ])("$name", ({ before, after, leaves }) => {
    expect(diffTrees(before, after)).toEqual(leaves);
  });

  test("is sorted by code point", () => {
    const paths = diffTrees({}, { b: 1, a: 1, B: 1, "\u{1F600}": 1, "\uFFFD": 1 }).map(({ path }) => dottedPath(path));
    expect(paths).toEqual(["B", "a", "b", "\uFFFD", "\u{1F600}"]);
  });
});
