import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isForeignFolder, PYTHON_FILE_LIMITS, selectPythonFiles } from "../../../src/job-tags/select-python-files.ts";

const CHECKOUT = [
  "etl/jobs.py",
  "etl/setup.cfg",
  "etl/src/b.py",
  "etl/src/a.py",
  "etl/src/tests/test_a.py",
  "etl/src/contest.py",
  "etl/test_jobs.py",
  "etl/jobs_test.py",
  "etl/conftest.py",
  "etl/.venv/lib/python3.12/site-packages/dagster/job.py",
  "etl/venv/x.py",
  "etl/env/lib/python3.12/site-packages/x.py",
  "etl/node_modules/x.py",
  "etl/build/lib/x.py",
  "etl/build/x.py",
  "etl/etl.egg-info/x.py",
  "etl2/jobs.py",
  "top.py",
];

function select(location: Parameters<typeof selectPythonFiles>[1], paths = CHECKOUT): readonly string[] {
  return selectPythonFiles(
    paths.map((path) => ({ path })),
    location,
  ).paths;
}

describe("selectPythonFiles", () => {
  const own = ["etl/build/x.py", "etl/jobs.py", "etl/src/a.py", "etl/src/b.py", "etl/src/contest.py"];

  it.each(["etl", "./etl", "etl/", "./etl2/../etl//"])("takes what is under %s and the user's own", (directory) => {
    expect(select({ build: { directory } })).toEqual(own);
  });

  it("takes the whole checkout for a location without a directory", () => {
    expect(select({})).toEqual([...own, "etl2/jobs.py", "top.py"]);
  });

  it("begins with the working directory", () => {
    const found = select({ build: { directory: "etl" }, workingDirectory: "./src" });
    expect(found).toEqual([...own.slice(2), ...own.slice(0, 2)]);
  });

  it("knows that an absolute working directory is in the image", () => {
    expect(select({ build: { directory: "etl" }, workingDirectory: "/opt/dagster/app" })).toEqual(own);
  });

  it.each(["../other", "/abs"])("finds nothing outside the checkout: %s", (directory) => {
    expect(select({ build: { directory } })).toEqual([]);
  });

  it("leaves out what is too much, and says how much", () => {
    const many = Array.from({ length: PYTHON_FILE_LIMITS.files + 5 }, (_, index) => ({ path: `a/${index}.py` }));
    expect(selectPythonFiles(many, {})).toMatchObject({ leftOut: 5 });
    const large = [
      { path: "a.py", size: PYTHON_FILE_LIMITS.bytesPerFile + 1 },
      { path: "b.py", size: 1 },
    ];
    expect(selectPythonFiles(large, {})).toEqual({ paths: ["b.py"], leftOut: 1 });
    const full = Array.from({ length: 72 }, (_, index) => ({ path: `${index}.py`, size: 1_000_000 }));
    expect(selectPythonFiles(full, {})).toMatchObject({ leftOut: 8 });
  });

  it("does not depend on the order of the files", () => {
    fc.assert(
      fc.property(fc.shuffledSubarray(CHECKOUT, { minLength: CHECKOUT.length }), (paths) => {
        expect(select({ build: { directory: "etl" } }, paths)).toEqual(own);
      }),
    );
  });
});

describe("isForeignFolder", () => {
  it.each([
    ["venv", [], true],
    ["app/node_modules", [], true],
    ["app/.tox", [], true],
    ["my-environment", ["pyvenv.cfg", "lib"], true],
    ["conda", ["conda-meta"], true],
    ["venvs", ["a.py"], false],
    ["app/builds", ["lib"], false],
  ])("of %s with %j is %s", (path, names, expected) => {
    expect(isForeignFolder(path, names)).toBe(expected);
  });
});
