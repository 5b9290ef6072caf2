import { describe, expect, it } from "vitest";
import { readJobTags } from "../../../src/job-tags/read-job-tags.ts";
import { CHANGED, UNCHANGED } from "./constant-cases.ts";
import { NAMES } from "./names.ts";
import { IMPORTS } from "./snippets.ts";

function read(text: string) {
  return readJobTags({ path: "a.py", text });
}

describe("whose function a name is", () => {
  it.each(NAMES.map(([title, python, verdict]) => ({ title, python, verdict })))(
    "is $verdict: $title",
    ({ python, verdict }) => {
      const verdicts = read(python).map(({ isCertain, role }) =>
        isCertain && role !== "uncertain" ? "certain" : "uncertain",
      );
      expect(verdicts).toEqual(verdict === "left alone" ? [] : [verdict]);
    },
  );
});

describe("what a dictionary holds", () => {
  const knownBehind = (statements: string, place = "") => {
    const python = `${IMPORTS}TAGS = {"ecs/cpu": "1"}\n${statements}\n${place}j = job(name="last", tags=TAGS)\n`;
    const found = read(python).find(({ name }) => name === "last");
    return found?.isCertain === true && found.tags[0]?.value.type === "text";
  };

  it.each(UNCHANGED)("is known with %s", (_title, statements) => {
    expect(knownBehind(statements)).toBe(true);
  });

  it.each(CHANGED)("is not known with %s", (_title, statements) => {
    expect(knownBehind(statements)).toBe(false);
  });

  it.each(CHANGED.filter(([, statements]) => !statements.startsWith("from x import *")))(
    "is not known before %s either",
    (_title, statements) => {
      const python = `${IMPORTS}TAGS = {"ecs/cpu": "1"}\ndef f():\n    return job(name="last", tags=TAGS)\n${statements}\n`;
      const certain = read(python).filter(({ name, isCertain }) => name === "last" && isCertain);
      expect(certain.flatMap(({ tags }) => tags).filter(({ value }) => value.type !== "unknown")).toEqual([]);
    },
  );

  it.each([
    ["of a function", 'def f():\n    tags = {"ecs/cpu": "1"}\n    return job(name="last", tags=tags)\n', true],
    [
      "of a function around",
      'def f():\n    tags = {"ecs/cpu": "1"}\n    def g():\n        return job(name="last", tags=tags)\n',
      true,
    ],
    [
      "of a function that changes it",
      'def f(x):\n    tags = {"ecs/cpu": "1"}\n    tags[x] = 1\n    return job(name="last", tags=tags)\n',
      false,
    ],
    [
      "of a function inside that changes it",
      'def f():\n    tags = {"ecs/cpu": "1"}\n    def g():\n        tags.clear()\n    return job(name="last", tags=tags)\n',
      false,
    ],
    ["of a class that uses it", 'class A:\n    tags = {"ecs/cpu": "1"}\n    j = job(name="last", tags=tags)\n', false],
    [
      "of a class, in its method",
      'tags = {"ecs/cpu": "1"}\nclass A:\n    tags = x\n    def f(self):\n        return job(name="last", tags=tags)\n',
      true,
    ],
    ["of another function", 'def f():\n    tags = {"ecs/cpu": "1"}\nj = job(name="last", tags=tags)\n', false],
    [
      "of the module that is set in a loop",
      'for x in y:\n    tags = {"ecs/cpu": "1"}\nj = job(name="last", tags=tags)\n',
      false,
    ],
    ["of the module that is set later", 'j = job(name="last", tags=tags)\ntags = {"ecs/cpu": "1"}\n', false],
    ["of the module in a loop", 'tags = {"ecs/cpu": "1"}\nfor x in y:\n    j = job(name="last", tags=tags)\n', true],
    ["in another", 'P = {"a": {"ecs/cpu": "1"}}\nj = job(name="last", tags=P["a"])\n', true],
    [
      "in another that is changed",
      'P = {"a": {"ecs/cpu": "1"}}\nP["a"]["ecs/cpu"] = "2"\nj = job(name="last", tags=P["a"])\n',
      false,
    ],
    [
      "in another that has another name",
      'P = {"a": {"ecs/cpu": "1"}}\nx = P["a"]\nx.clear()\nj = job(name="last", tags=P["a"])\n',
      false,
    ],
    [
      "in another whose copy is changed",
      'P = {"a": {"ecs/cpu": "1"}}\nx = {**P}\nx["a"].clear()\nj = job(name="last", tags=P["a"])\n',
      false,
    ],
    [
      "in another whose parts are gone through",
      'P = {"a": {"ecs/cpu": "1"}}\nfor x in P.values(): x.clear()\nj = job(name="last", tags=P["a"])\n',
      false,
    ],
    [
      "in another behind something unknown",
      'P = {"a": {"ecs/cpu": "1"}, **x}\nj = job(name="last", tags=P["a"])\n',
      false,
    ],
    [
      "in another before something unknown",
      'P = {**x, "a": {"ecs/cpu": "1"}}\nj = job(name="last", tags=P["a"])\n',
      true,
    ],
    [
      "in another with a key that is unknown",
      'P = {"a": {"ecs/cpu": "1"}, k: {}}\nj = job(name="last", tags=P["a"])\n',
      false,
    ],
    [
      "by a name that is not the built-in one",
      'def dict(x): return {}\nj = job(name="last", tags=dict({"ecs/cpu": "1"}))\n',
      false,
    ],
  ])("is what it should be: one %s", (_title, python, isKnown) => {
    const known = read(IMPORTS + python).filter(({ name }) => name === "last");
    const values = known.flatMap(({ tags }) => tags.map(({ value }) => value));
    expect(values.some(({ type }) => type === "text")).toBe(isKnown);
  });
});

describe("a file that a person does not write", () => {
  const MANY = 4000;
  const many = (line: (index: number) => string) => Array.from({ length: MANY }, (_, index) => line(index)).join("\n");
  const TAGS = 'tags={"ecs/cpu": "1"}';

  it.each([
    ["branches", `if x: pass\n${many((index) => `elif x${index}: job(${TAGS})`)}`],
    ["star imports", many((index) => `from x${index} import *\njob(${TAGS})`)],
    ["attributes", many((index) => `x.a${index} = 1\nT${index} = {"ecs/cpu": "1"}\njob(tags=T${index})`)],
    ["loops", many(() => `for x in y: job(${TAGS})`)],
    ["dead code", many(() => `if TYPE_CHECKING: pass\njob(${TAGS})`)],
    ["functions", many((index) => `def f${index}():\n  t = {"ecs/cpu": "1"}\n  return job(tags=t)`)],
    ["names for names", `T0 = {"ecs/cpu": "1"}\n${many((index) => `T${index + 1} = T${index}\njob(tags=T${index})`)}`],
    ["assignments", many(() => `T = {"ecs/cpu": "1"}\njob(tags=T)`)],
    ["tries", many(() => "try:\n  from dagster import job\nexcept ImportError:\n  job = None")],
    ["graphs", many((index) => `g${index} = g${index + 1}.to_job(${TAGS})`)],
    [
      "members",
      `T = {${many((index) => `"k${index}": {"ecs/cpu": "1"},`)}}\n${many((index) => `job(tags=T["k${index}"])`)}`,
    ],
    ["calls of calls", `job(${TAGS})${`.job(${TAGS})`.repeat(MANY)}`],
    ["lambdas", `${"lambda: ".repeat(MANY)}job(${TAGS})`],
  ])("does not take long: %s", { timeout: 30_000 }, (_title, python) => {
    const start = performance.now();
    read(IMPORTS + python);
    // Where each looks through all others it is minutes.
    expect(performance.now() - start).toBeLessThan(15_000);
  });

  it.each([
    ["lists", (before: string) => `[${`${before}, `.repeat(10)}]`, '["x"]'],
    ["texts", (before: string) => `${before} + ${before}`, '"x"'],
    ["texts with placeholders", (before: string) => `f"{${before}}{${before}}{${before}}"`, '"x"'],
    ["members", (before: string) => `{"a": [${`${before}["a"], `.repeat(10)}]}`, '{"a": "x"}'],
  ])("does not grow without end: %s", (_title, next, first) => {
    const steps = Array.from({ length: 40 }, (_, index) => `A${index + 1} = ${next(`A${index}`)}`);
    const text = `${IMPORTS}A0 = ${first}\n${steps.join("\n")}\nj = job(tags={"ecs/task_overrides": A18})\n`;
    const [found] = read(text);
    expect(JSON.stringify(found).length).toBeLessThan(400_000);
  });
});
