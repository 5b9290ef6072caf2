import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { LocationOutcome, OutcomePhase } from "../../../src/model/outcome.ts";
import { renderTimeline, totalDuration } from "../../../src/report/timeline.ts";

const START = Date.parse("2026-01-02T03:04:05Z");

function outcome(
  location: string,
  seconds: readonly number[],
  different: Partial<LocationOutcome> = {},
): LocationOutcome {
  const names: readonly OutcomePhase["name"][] = ["prepare", "task-start", "completion", "rollback"];
  const phases = seconds.slice(1).map((to, index): OutcomePhase => {
    const from = START + (seconds[index] ?? 0) * 1_000;
    return { name: names[index] ?? "rollback", from, to: START + to * 1_000 };
  });
  const duration = (seconds.at(-1) ?? 0) - (seconds[0] ?? 0);
  return { location, action: "update", status: "succeeded", message: "", service: "s", phases, duration, ...different };
}

/** The statements of a Gantt chart, by Mermaid's grammar of it, as far as we use it: anything else throws. */
function parseGantt(markdown: string): { readonly sections: readonly string[]; readonly tasks: readonly string[][] } {
  const [, chart = ""] = /^```mermaid\n([\s\S]*?)\n```$/m.exec(markdown) ?? [];
  const [first, ...lines] = chart.split("\n");
  expect(first).toBe("gantt");
  const sections: string[] = [];
  const tasks: string[][] = [];
  for (const line of lines.map((each) => each.trim())) {
    const [, section] = /^section ([\p{L}\p{N} _.-]+)$/u.exec(line) ?? [];
    const [, ...task] = /^([a-z ]+) :(active|done|crit), (\d{2}:[0-5]\d:[0-5]\d), ([1-9]\d*)s$/.exec(line) ?? [];
    if (section !== undefined) sections.push(section);
    else if (task.length > 0) tasks.push(task);
    else expect(line).toMatch(/^(?:dateFormat HH:mm:ss|axisFormat (?:%H:)?%M:%S|todayMarker off)$/);
  }
  return { sections, tasks };
}

describe("renderTimeline", () => {
  it("has a bar for each part that took time, from the first step on", () => {
    const text = renderTimeline([outcome("etl", [10, 10, 30, 75]), outcome("web", [11, 13, 30])]);
    expect(parseGantt(text)).toEqual({
      sections: ["etl", "web"],
      tasks: [
        ["tasks start", "active", "00:00:00", "20"],
        ["settle", "active", "00:00:20", "45"],
        ["prepare", "done", "00:00:01", "2"],
        ["tasks start", "active", "00:00:03", "17"],
      ],
    });
  });

  it("says what its axis counts", () => {
    const title = (seconds: number): string => renderTimeline([outcome("etl", [0, 1, seconds])]).split("\n")[0] ?? "";
    expect(title(3_599)).toBe("**Timeline** (minutes and seconds from the first step)");
    expect(title(3_600)).toBe("**Timeline** (hours, minutes and seconds from the first step)");
  });

  it("marks what went wrong, and what it was put back by", () => {
    const failed = outcome("etl", [0, 2, 4, 6], { status: "failed" });
    const back = outcome("web", [0, 2, 4, 6, 9], { status: "rolled-back" });
    expect(parseGantt(renderTimeline([failed, back])).tasks.filter(([, state]) => state === "crit")).toEqual([
      ["settle", "crit", "00:00:04", "2"],
      ["roll back", "crit", "00:00:06", "3"],
    ]);
  });

  it("shows of many those that failed and those that took longest, and says so", () => {
    const many = Array.from({ length: 300 }, (_, index) => outcome(`l${index}`, [0, 1, 2 + index]));
    const text = renderTimeline([outcome("broken", [0, 1, 2], { status: "failed" }), ...many]);
    const { sections } = parseGantt(text);
    expect(sections).toHaveLength(40);
    expect(sections[0]).toBe("broken");
    expect(sections).toContain("l299");
    expect(text).toContain("the 40 longest of 301");
  });

  it.each([
    ["nothing took any time", [outcome("etl", [0, 0])]],
    ["nothing is known", [outcome("etl", [])]],
    ["a day does not hold it", [outcome("etl", [0, 100_000])]],
  ])("is empty where %s", (_why, locations) => expect(renderTimeline(locations)).toBe(""));

  it("is a chart whatever the names are", () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: "binary", maxLength: 60 }), { minLength: 1, maxLength: 5 }), (names) => {
        const text = renderTimeline(names.map((name) => outcome(`${name};#:%%\n\`\`\`\nclick`, [0, 1, 5])));
        expect(parseGantt(text).sections).toHaveLength(names.length);
      }),
    );
  });
});

describe("totalDuration", () => {
  it("is from the first step to the last", () => {
    expect(totalDuration([outcome("etl", [10, 20]), outcome("web", [12, 75])])).toBe(65);
    expect(totalDuration([outcome("etl", [])])).toBeUndefined();
  });
});
