import { describe, expect, it } from "vitest";
import { renderWaiting } from "../../../src/report/waiting.ts";

const at = (location: string, progress = "0 of 1 tasks running") => ({ location, progress });

describe("renderWaiting", () => {
  it.each([
    [[at("etl")], "25 s: waiting for etl (0 of 1 tasks running)"],
    [[at("etl"), at("web")], "25 s: waiting for 2 code locations: etl, web (0 of 1 tasks running)"],
    [
      [at("a"), at("b", "1 of 1 tasks running"), at("c")],
      "25 s: waiting for 3 code locations: a, c (0 of 1 tasks running); b (1 of 1 tasks running)",
    ],
    [
      ["a", "b", "c", "d", "e", "f"].map((name) => at(name)),
      "25 s: waiting for 6 code locations: a, b, c, d and 2 more (0 of 1 tasks running)",
    ],
    [[at("::error::\n##[x]\u202e")], "25 s: waiting for ::error::\\n## [x]\\u{202E} (0 of 1 tasks running)"],
  ])("%j", (waiting, expected) => expect(renderWaiting(waiting, 25)).toBe(expected));
});
