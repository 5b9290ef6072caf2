import { describe, expect, test } from "vitest";
import type { PastRollout } from "../../../src/model/service-history.ts";
import { choosePreviousRevision, isRolledOut } from "../../../src/plan/previous-revision.ts";

/** `2 SUCCESSFUL`: a rollout of revision 2; `? ...`: of one ECS does not know any more. Given newest first. */
function past(...lines: readonly string[]): readonly PastRollout[] {
  return lines.map((line, index) => {
    const [revision = "", status = ""] = line.split(" ");
    return {
      status,
      createdAt: 1_000_000 - index * 1_000,
      ...(revision !== "?" && { taskDefinitionArn: `server:${revision}` }),
    };
  });
}

interface Case {
  readonly running: number;
  readonly rollouts: readonly string[];
  /** The record begins later than the service. */
  readonly isTruncated?: boolean;
  readonly expected: string;
  readonly undone?: readonly string[];
}

const CASES: Readonly<Record<string, Case>> = {
  "the revision before the last change": {
    running: 2,
    rollouts: ["2 SUCCESSFUL", "1 SUCCESSFUL"],
    expected: "server:1",
  },
  "a rollout that failed for good": {
    running: 3,
    rollouts: ["3 SUCCESSFUL", "2 STOPPED", "1 SUCCESSFUL"],
    expected: "server:1",
  },
  "one that was stopped by a newer one": {
    running: 3,
    rollouts: ["3 IN_PROGRESS", "2 STOPPED", "1 SUCCESSFUL"],
    expected: "server:1",
  },
  "the change is still going on": { running: 2, rollouts: ["2 IN_PROGRESS", "1 SUCCESSFUL"], expected: "server:1" },
  "new tasks of the same revision, before and after": {
    running: 2,
    rollouts: ["2 SUCCESSFUL", "2 SUCCESSFUL", "1 SUCCESSFUL", "1 SUCCESSFUL"],
    expected: "server:1",
  },
  "the circuit breaker undid the last change": {
    running: 2,
    rollouts: ["3 ROLLBACK_SUCCESSFUL", "2 SUCCESSFUL", "1 SUCCESSFUL"],
    expected: "server:1",
    undone: ["server:3"],
  },
  "the circuit breaker is undoing the last two": {
    running: 2,
    rollouts: ["4 ROLLBACK_IN_PROGRESS", "3 ROLLBACK_FAILED", "2 SUCCESSFUL", "1 SUCCESSFUL"],
    expected: "server:1",
    undone: ["server:4", "server:3"],
  },
  "the circuit breaker undid an older change": {
    running: 3,
    rollouts: ["3 SUCCESSFUL", "2 ROLLBACK_SUCCESSFUL", "1 SUCCESSFUL"],
    expected: "server:1",
  },
  "after a rollback, what it was a rollback of": {
    running: 1,
    rollouts: ["1 SUCCESSFUL", "2 SUCCESSFUL", "1 SUCCESSFUL"],
    expected: "server:2",
  },
  "after two rollbacks, there again": {
    running: 2,
    rollouts: ["2 SUCCESSFUL", "1 SUCCESSFUL", "2 SUCCESSFUL", "1 SUCCESSFUL"],
    expected: "server:1",
  },
  "a rollback that failed and was undone": {
    running: 2,
    rollouts: ["1 ROLLBACK_SUCCESSFUL", "2 SUCCESSFUL", "1 SUCCESSFUL"],
    expected: "server:1",
    undone: ["server:1"],
  },
  "a content registered anew is another revision": {
    running: 4,
    rollouts: ["4 SUCCESSFUL", "3 SUCCESSFUL", "1 SUCCESSFUL"],
    expected: "server:3",
  },
  "the first rollout only": { running: 1, rollouts: ["1 SUCCESSFUL"], expected: "none" },
  "the first rollout, and new tasks of it": {
    running: 1,
    rollouts: ["1 SUCCESSFUL", "1 SUCCESSFUL"],
    expected: "none",
  },
  "a first rollout that never worked": { running: 2, rollouts: ["2 SUCCESSFUL", "1 STOPPED"], expected: "none" },
  "the first change failed": {
    running: 1,
    rollouts: ["2 ROLLBACK_SUCCESSFUL", "1 SUCCESSFUL"],
    expected: "none",
    undone: ["server:2"],
  },
  "no record at all": { running: 1, rollouts: [], isTruncated: true, expected: "unknown" },
  "the change is older than the record": {
    running: 2,
    rollouts: ["2 SUCCESSFUL", "2 SUCCESSFUL"],
    isTruncated: true,
    expected: "unknown",
  },
  "the record is cut, but the change is in it": {
    running: 3,
    rollouts: ["3 SUCCESSFUL", "2 SUCCESSFUL"],
    isTruncated: true,
    expected: "server:2",
  },
  "ECS has forgotten what it rolled out in between": {
    running: 3,
    rollouts: ["3 SUCCESSFUL", "? SUCCESSFUL", "1 SUCCESSFUL"],
    expected: "unknown",
  },
  "it has forgotten a failed one, which does not matter": {
    running: 3,
    rollouts: ["3 SUCCESSFUL", "? STOPPED", "1 SUCCESSFUL"],
    expected: "server:1",
  },
};

describe("choosePreviousRevision", () => {
  test.each(Object.entries(CASES))("%s", (_name, { running, rollouts, isTruncated, expected, undone }) => {
    const history = { rollouts: past(...rollouts), isComplete: isTruncated !== true };
    const chosen = choosePreviousRevision(`server:${running}`, history);
    expect(chosen.kind === "found" ? chosen.taskDefinitionArn : chosen.kind).toBe(expected);
    expect(chosen.undone).toEqual(undone ?? []);
    // The order in which ECS tells them does not matter: their times do.
    const shuffled = { ...history, rollouts: history.rollouts.toReversed() };
    expect(choosePreviousRevision(`server:${running}`, shuffled)).toEqual(chosen);
  });
});

test.each([
  ["new tasks of it", ["1 IN_PROGRESS", "1 SUCCESSFUL", "2 SUCCESSFUL"], true],
  ["itself", ["1 IN_PROGRESS", "2 SUCCESSFUL", "1 SUCCESSFUL"], false],
  ["itself, after a change that failed", ["1 IN_PROGRESS", "2 STOPPED", "1 SUCCESSFUL"], false],
  ["new tasks before it had ended", ["1 IN_PROGRESS", "1 STOPPED", "2 SUCCESSFUL"], false],
  ["nobody knows what", ["1 IN_PROGRESS", "? SUCCESSFUL", "1 SUCCESSFUL"], false],
  ["nothing that is remembered", [], false],
])("the running revision has been rolled out, and what goes on is %s: %j", (_name, rollouts, expected) => {
  expect(isRolledOut("server:1", { rollouts: past(...rollouts), isComplete: true })).toBe(expected);
});
