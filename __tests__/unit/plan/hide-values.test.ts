import fc from "fast-check";
import { expect, test } from "vitest";
import type { FieldChange } from "../../../src/model/plan.ts";
import { hideEnvironmentTexts } from "../../../src/plan/hide-values.ts";

function change(path: string, before: string, after: string): FieldChange {
  return {
    resource: "tags",
    path,
    change: "changed",
    before: { kind: "shown", value: before },
    after: { kind: "shown", value: after },
    impact: "rollout",
    sensitive: false,
  };
}

test("a whole value, a part of one and a field's name are hidden", () => {
  const hidden = hideEnvironmentTexts(change("a/s3cret-key", "x", "arn:role/s3cret-key"), new Set(["s3cret-key", "x"]));
  expect(hidden).toMatchObject({
    path: "a/(hidden)",
    before: { kind: "hidden" },
    after: { kind: "hidden", why: "from the step's environment" },
  });
});

test("a short text is no reason to hide the words it is a part of", () => {
  expect(hideEnvironmentTexts(change("cpu", "256", "1256"), new Set(["25"]))).toEqual(change("cpu", "256", "1256"));
});

test("no text of eight characters or more is left anywhere", () => {
  fc.assert(
    fc.property(fc.string({ minLength: 8 }), fc.string(), fc.string(), (text, head, tail) => {
      fc.pre(!"(hidden) from the step's environment".includes(text));
      const shown = hideEnvironmentTexts(change(`a.${text}`, head + text + tail, text), new Set([text]));
      expect(JSON.stringify([shown.path, shown.before, shown.after])).not.toContain(JSON.stringify(text).slice(1, -1));
    }),
  );
});

test("a text in a list is found however JSON would write it", () => {
  const list = { ...change("subnets", "x", "x"), after: { kind: "shown", value: ['a"b\\c-secret'] } } as const;
  expect(hideEnvironmentTexts(list, new Set(['a"b\\c-secret'])).after).toMatchObject({ kind: "hidden" });
});
