import { describe, expect, test } from "vitest";
import { ActionError } from "../../../src/errors.ts";
import { makePlan } from "../../../src/plan/make-plan.ts";
import { parsePlan } from "../../../src/plan/parse-plan.ts";
import { serializePlan } from "../../../src/plan/plan-json.ts";
import { applied, liveState, REQUEST, registered, remainsOf, sampleLocation } from "./sample-location.ts";

const before = sampleLocation({ name: "b", image: "x:0", userTags: { team: "data" } });
const gone = remainsOf(sampleLocation({ name: "gone" }));
const PLAN = makePlan({
  request: REQUEST,
  desired: [sampleLocation(), sampleLocation({ name: "b", image: "x:1" })],
  live: liveState({ b: { ...applied(before), running: registered(before, 7) } }, [gone]),
  options: { prune: true, adopt: false, notSelected: ["q"], mode: "plan" },
});

test("a plan is read as it was written", () => {
  expect(PLAN.steps.map(({ action }) => action)).toEqual(["update", "create", "delete"]);
  const text = serializePlan(PLAN);
  expect(parsePlan(text)).toEqual(PLAN);
  expect(serializePlan(parsePlan(text))).toBe(text);
});

test("a plan file has sorted keys, two spaces and a newline at its end", () => {
  const text = serializePlan(PLAN);
  expect(
    text.startsWith('{\n  "formatVersion": 1,\n  "notSelected": [\n    "q"\n  ],\n  "request": {\n    "account"'),
  ).toBe(true);
  expect(text.endsWith("}\n")).toBe(true);
});

describe("is refused", () => {
  const broken = (change: object): string => JSON.stringify({ ...PLAN, ...change });
  test.each<{ name: string; text: string; code: string; words: string }>([
    { name: "what is no JSON", text: "{", code: "plan-invalid", words: "not JSON" },
    { name: "what is no object", text: "[]", code: "plan-invalid", words: "not a plan" },
    { name: "another version", text: broken({ formatVersion: 2 }), code: "plan-version", words: "format version 2" },
    { name: "no version", text: "{}", code: "plan-invalid", words: "formatVersion" },
    { name: "no steps", text: broken({ steps: 1 }), code: "plan-invalid", words: "steps" },
    {
      name: "an unknown action",
      text: broken({ steps: [{ ...PLAN.steps[0], action: "explode" }] }),
      code: "plan-invalid",
      words: "steps.0.action",
    },
    { name: "an unknown member", text: broken({ extra: 1 }), code: "plan-invalid", words: "extra" },
  ])("$name", ({ text, code, words }) => {
    const thrown = ((): unknown => {
      try {
        return parsePlan(text);
      } catch (error) {
        return error;
      }
    })();
    expect(thrown).toBeInstanceOf(ActionError);
    expect(thrown).toMatchObject({ code, source: "user", message: expect.stringContaining(words) });
  });
});
