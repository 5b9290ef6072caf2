import { expect, test } from "vitest";
import {
  compareRuns,
  describeRun,
  isSameRun,
  type RunMark,
  readRemovalMark,
  readRunMark,
  removalTag,
  runTags,
} from "../../../src/model/run-order.ts";

const COMMIT = "0123456789abcdef0123456789abcdef01234567";

const mark = (runId: number | undefined, runNumber: number, attempt = 1): RunMark => ({
  runId,
  runNumber,
  attempt,
  commit: COMMIT,
});

test("what a run writes is what is read of it", () => {
  const tags = runTags({ runId: 15_000_000_000, runNumber: 12, runAttempt: 2, headSha: COMMIT });
  expect(tags).toEqual({
    "dagster-ecs-deploy/commit": COMMIT,
    "dagster-ecs-deploy/run": "12.2",
    "dagster-ecs-deploy/run-id": "15000000000",
  });
  expect(readRunMark(tags)).toEqual(mark(15_000_000_000, 12, 2));
});

test("so is what a run writes that is about to delete", () => {
  const tags = runTags({ runId: 15_000_000_000, runNumber: 12, runAttempt: 2, headSha: COMMIT });
  const removal = removalTag(tags);
  expect(removal).toEqual({ "dagster-ecs-deploy/removal": `12.2/15000000000/${COMMIT}` });
  expect(readRemovalMark({ ...runTags(undefined), ...removal })).toEqual(mark(15_000_000_000, 12, 2));
  expect(removalTag({})).toEqual({});
  for (const value of ["", "x", "//"]) expect(readRemovalMark({ "dagster-ecs-deploy/removal": value })).toBeUndefined();
  expect(readRemovalMark({})).toBeUndefined();
});

test("a run by hand leaves no mark, and marks that are none are not read", () => {
  expect(runTags(undefined)).toEqual({});
  for (const run of [undefined, "", "12", "12.x", "1e3.1", "-1.1"]) {
    expect(readRunMark({ ...(run !== undefined && { "dagster-ecs-deploy/run": run }) })).toBeUndefined();
  }
  // A version of this program that did not know the id yet.
  expect(readRunMark({ "dagster-ecs-deploy/run": "12.1", "dagster-ecs-deploy/run-id": "x" })).toEqual({
    runId: undefined,
    runNumber: 12,
    attempt: 1,
    commit: undefined,
  });
});

test.each<[string, RunMark, RunMark]>([
  ["a run with a smaller id, whatever its number in its own workflow", mark(100, 500), mark(101, 3)],
  ["an earlier attempt of the same run", mark(100, 5, 1), mark(100, 5, 2)],
  ["a later attempt of an earlier run", mark(100, 5, 9), mark(101, 6, 1)],
  ["a smaller number where an id is missing", mark(undefined, 5), mark(101, 6)],
  ["an earlier attempt where both ids are missing", mark(undefined, 5, 1), mark(undefined, 5, 2)],
])("older is %s", (_name, older, newer) => {
  expect(compareRuns(older, newer)).toBeLessThan(0);
  expect(compareRuns(newer, older)).toBeGreaterThan(0);
});

test("the same attempt is neither older nor newer", () => {
  expect(compareRuns(mark(100, 5), mark(100, 5))).toBe(0);
  expect(isSameRun(mark(100, 5), mark(100, 5))).toBe(true);
  expect(isSameRun(mark(100, 5), undefined)).toBe(false);
  expect(isSameRun(undefined, undefined)).toBe(true);
});

test("a run is named so that people find it", () => {
  expect(describeRun(mark(100, 12))).toBe("run 12 of commit 0123456789ab");
  expect(describeRun({ ...mark(100, 12, 2), commit: undefined })).toBe("run 12 (attempt 2)");
});
