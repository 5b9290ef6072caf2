import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { matchesGlob } from "../../../src/commands/glob-text.ts";
import { checkImageNames, selectLocations } from "../../../src/commands/selection.ts";
import { ActionError } from "../../../src/errors.ts";
import type { CodeLocation } from "../../../src/model/workspace.ts";

const LOCATIONS = ["etl", "etl-daily", "report"].map((name) => ({ name }) as CodeLocation);

describe("locations", () => {
  test.each<[string[], string[]]>([
    [[], ["etl", "etl-daily", "report"]],
    [["etl"], ["etl"]],
    [["etl*"], ["etl", "etl-daily"]],
    [
      ["report", "etl"],
      ["etl", "report"],
    ],
    [["?tl"], ["etl"]],
  ])("%j", (patterns, expected) => {
    const { selected, notSelected } = selectLocations(LOCATIONS, patterns);
    expect(selected.map(({ name }) => name)).toEqual(expected);
    expect([...expected, ...notSelected].sort()).toEqual(["etl", "etl-daily", "report"]);
  });

  test("an unknown name is an error that lists the known ones", () => {
    expect(() => selectLocations(LOCATIONS, ["etl", "reprot"])).toThrow(ActionError);
    expect(() => selectLocations(LOCATIONS, ["reprot"])).toThrow(/no code location is called "reprot"/);
    try {
      checkImageNames(["elt"], LOCATIONS);
      expect.unreachable();
    } catch (error) {
      expect((error as ActionError).hint).toBe('The configuration has: "etl", "etl-daily", "report".');
    }
  });
});

describe("globs", () => {
  test("everything but * and ? stands for itself", () => {
    fc.assert(
      fc.property(
        fc.string().filter((text) => !/[*?]/.test(text)),
        (text) => {
          expect(matchesGlob(text, text)).toBe(true);
          expect(matchesGlob(`${text}x`, text)).toBe(false);
          expect(matchesGlob(`a${text}b`, `*${text}*`)).toBe(true);
        },
      ),
    );
  });

  test("a role below a path", () => {
    expect(matchesGlob("arn:aws:iam::123456789012:role/data/etl", "arn:aws:iam::123456789012:role/data/*")).toBe(true);
    expect(matchesGlob("arn:aws:iam::123456789012:role/admin", "arn:aws:iam::123456789012:role/data/*")).toBe(false);
  });
});
